say-understood = { $act ->
    [log] *{ $subject }* 활동으로 이해했습니다. 기록할까요?
    [next] *{ $subject }* 다음 행동으로 이해했습니다. 정해 둘까요?
    [move] *{ $subject }* 단계 이동으로 이해했습니다. 옮길까요?
    [won] *{ $subject }* 수주로 이해했습니다. 종료할까요?
    [lost] *{ $subject }* 실주로 이해했습니다. 종료할까요?
    [hold] *{ $subject }* 보류로 이해했습니다. 보류할까요?
    [assign] *{ $subject }* 담당자 변경으로 이해했습니다. 넘길까요?
    [edit] *{ $subject }* 내용 변경으로 이해했습니다. 반영할까요?
    [reopen] *{ $subject }* 다시 열기로 이해했습니다. 다시 열까요?
   *[new] 새 딜 *{ $subject }* – 이렇게 이해했습니다. 만들까요?
}
say-which = { $act ->
    [log] 어느 딜이나 고객사에 대한 이야기인가요?
   *[other] 어느 딜에 대한 이야기인가요?
}
say-new-deal = 새 딜…
say-unsure = 어떻게 처리할지 확실하지 않습니다. 무엇을 원하셨나요?
say-what = *{ $kind }*, { $when }
say-who = 고객 담당자: { $contact }
say-who-new = 고객 담당자: { $contact } (새로 등록합니다)
say-account = 고객사: { $account }
say-amount = 금액: { $amount }
say-stage = { $before } → *{ $stage }*
say-owner = 새 담당자: { $owner }
say-reason = 사유: { $reason }
say-until = 기한: { $day }
say-closes = 마감: { $day }
say-step = 다음 행동: *{ $step }*, { $day }
say-step-undated = 다음 행동: *{ $step }*, 날짜 없음
say-confirm = 확인
say-edit = 수정
say-discard = 버리기
say-as = { $act ->
    [next] 다음 행동으로 정하기
    [log] 메모로 기록
    [move] 단계 이동
    [won] 수주 처리
    [lost] 실주 처리
    [hold] 보류
    [assign] 담당자 변경
    [edit] 금액·마감일 변경
    [reopen] 다시 열기
   *[new] 새 딜 만들기
}
say-discarded = 버렸습니다. 아무것도 저장하지 않았습니다.
say-promises = { $count ->
    [0] *{ $name }* 관련 진행 중인 딜이 없어 약속한 일도 없습니다.
   *[other] *{ $name }* 관련하여 약속한 일과 최근 나눈 이야기입니다.
}
say-doings = { $count ->
    [0] { $one_day ->
        [yes] { $since } 기록한 활동이 없습니다.
       *[no] { $since } ~ { $until } 기록한 활동이 없습니다.
    }
   *[other] { $one_day ->
        [yes] { $since } 기록한 활동입니다.
       *[no] { $since } ~ { $until } 기록한 활동입니다.
    }
}
say-help = 평소 말하듯이 적어 주세요. 이해한 내용을 먼저 보여 드리고, 확인하신 뒤에만 저장합니다.
say-welcome = 별말씀을요! 딜에 새로운 일이 있으면 평소 말하듯이 알려 주세요.
say-help-tell = *알려 주세요:* “Acme 통화, 파일럿 긍정적, 금요일까지 견적서 보내기” · “Globex 제안 단계로 옮겨줘” · “Acme 수주, 1200만원”
say-help-ask = *물어보세요:* “Acme에 뭐 하기로 했지?” · “Globex 어때?” · “어제 뭐 했지?” · “내 딜” · “방치된 딜”
refusal-say-not-yours = 이 말을 한 사람만 확인하거나 수정하거나 버릴 수 있습니다.
no-such-day = :grey_question: “{ $day }” – 달력에 없는 날이어서 날짜를 정하지 않았습니다.
