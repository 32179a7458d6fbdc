nudge-says = :seedling: 소식이 끊긴 딜이 { $count }건 있습니다. 한 줄만 남기면 최신 상태가 됩니다.
nudge-quiet-hours = 하루에 한 번만 묻습니다. 답한 딜은 쉬고, 답이 없는 딜은 2, 4, 8영업일 뒤에 다시 묻습니다.
nudge-settled = :tada: 모두 정리했습니다. 고맙습니다. 이제 파이프라인이 실제와 맞습니다.
nudge-deal = *{ $deal }* · { $stage } · { $amount }
    { $step }
nudge-silent = :zzz: { $since } 이후 { $days }영업일 동안 활동도 변경도 없습니다. 활동을 기록하거나 2주 안의 다음 행동을 정해 주세요.
nudge-stuck = :hourglass: { $since }부터 { $days }일째 같은 단계입니다(보통 { $expected }일). 단계를 옮기거나 사유를 적어 보류해 주세요.
nudge-no-next-step = :large_yellow_circle: 날짜가 정해진 다음 행동이 없습니다. 하나 정해 주세요.
nudge-step-overdue = :red_circle: 다음 행동의 기한이 { $since }에 지났습니다. 결과를 기록하거나 날짜를 새로 정해 주세요.
nudge-date-passed = :calendar: 예상 마감일이 { $since }에 지났습니다. 마감일을 새로 정하거나 딜을 종료해 주세요.
nudge-again = :repeat: { $times }번째 묻지만 아직 답이 없습니다.
nudge-more = 살펴볼 딜이 { $count }건 더 있습니다.
nudge-show-all = 모두 보기
nudge-done = :white_check_mark: ~{ $deal }~ { $done }
nudge-answer-log = 활동 기록 완료
nudge-answer-move = 단계 이동 완료
nudge-answer-won = 수주
nudge-answer-lost = 실주로 종료
nudge-answer-next-step = 다음 행동 정함
nudge-answer-edit = 수정 완료
nudge-answer-hold = 보류 중
nudge-answer-reopen = 다시 열림
nudge-answer-assign = 다른 담당자에게 넘어감
assigned-says = { $by } 님이 *{ $deal }* 딜을 배정했습니다.
assigned-says-yours = *{ $deal }* – 이제 회원님의 딜입니다.
assigned-deal = { $account } · { $stage } · { $amount }
nudge-says-stuck = :hourglass: 한 단계에 오래 머문 딜이 { $count }건 있습니다. 단계를 옮기거나, 무엇을 기다리는지 적어 보류해 주세요.
nudge-says-mixed = :seedling: 살펴볼 딜이 { $count }건 있습니다: { $why }. 무엇을 하면 되는지 딜마다 적어 두었습니다.
nudge-why-silent = { $count ->
    [0] 소식 끊김
   *[other] 소식이 끊긴 딜 { $count }건
}
nudge-why-stuck = { $count ->
    [0] 한 단계에 오래 머묾
   *[other] 한 단계에 오래 머문 딜 { $count }건
}
nudge-why-dates = { $count ->
    [0] 예상 마감일 지남
   *[other] 예상 마감일이 지난 딜 { $count }건
}
button-new-close = 새 마감일
closes-form-says = *{ $deal }* – 언제 마감될 것으로 보나요?
closes-form-day = 예상 마감일
closes-form-title = 새 마감일
refusal-closes-to-come = 예상 마감일은 오늘이거나 앞으로 올 날이어야 합니다.
done-redated = *{ $deal }* – 예상 마감일: { $closes }
