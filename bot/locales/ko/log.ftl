logged = { $earlier ->
    [yes] :white_check_mark: *{ $subject }* – { $kind }{ JOSA($kind, "을/를") } 기록했습니다. ({ $when })
   *[no] :white_check_mark: *{ $subject }* – { $kind }{ JOSA($kind, "을/를") } 기록했습니다.
}
logged-step-kept = { $owner } 님의 딜이라 다음 행동은 그대로 두었습니다. “{ $step }” 내용은 메모에 남겼습니다.
logged-step-closed = 종료된 딜이라 다음 행동을 정할 수 없습니다. “{ $step }” 내용은 메모에 남겼습니다.
logged-day-unread = “{ $day }” – 날짜로 읽을 수 없어 다음 행동은 그대로 두었습니다. 입력하신 내용은 메모에 남겼습니다.
logged-step-heard = { $due }까지 “{ $step }” – 다음 행동으로 정할까요?
button-step-form = 날짜 고르기
button-step-set = 정하기
logged-step-account = 해당하는 딜이 없어 “{ $step }” 내용은 메모에 남겼습니다. `/deal 새` 명령으로 딜을 만들 수 있습니다.
log-form-title = 활동 기록
log-form-submit = 기록
log-form-target = 딜 또는 고객사
log-form-target-hint = 이름을 입력하세요
log-form-kind = 활동 종류
log-form-note = 메모
log-form-note-hint = 나눈 이야기, 참석자
log-form-next = 다음 행동
log-form-next-due = 다음 행동 기한
log-form-when = 활동 날짜
suggest-account = 고객사
logged-step-replaced = “{ $step }” 대신 들어갔습니다.
