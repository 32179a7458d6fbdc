champions-says = { $count ->
    [0] 아직 본보기가 되어 주는 챔피언이 없습니다. 챔피언은 따로 여쭤보고 동의한 사람만 보입니다.
   *[other] 동의하고 본보기가 되어 주는 챔피언: *{ $count }명*
}
champions-line = *{ $person }*
champions-active-days = • 일주일에 { $days }일 딜을 챙깁니다
champions-next-step = • 통화와 미팅 { $calls }건 가운데 { $followed }건은 한 시간 안에 다음 행동을 정합니다
champions-logs-minutes = • { $minutes }분 안에 기록합니다(중앙값)
champions-logs-hours = • { $hours }시간 안에 기록합니다(중앙값)
champions-ask = 물어보기
champions-thresholds = 최근 { $months }개월에 { $closed }건 이상 마감한 담당자 가운데 승률 상위 { $part ->
    [4] 4분의 1
   *[other] { $part }분의 1
}에 들고, 최근 { $of }주 가운데 { $weeks }주 이상 일주일에 { $days }일 이상 딜을 챙긴 사람에게 본보기가 되어 줄지 여쭤봅니다. 동의한 사람만, 일하는 방식만 보이며 언제든 거둘 수 있습니다. 일하는 방식은 그 { $of }주를 본 것입니다.
champions-you-are = 동의해 주셔서 챔피언으로 보이고 있습니다.
champions-leave = 이제 보이지 않기
champions-you-may = 본보기가 되어 주실지 여쭤봤습니다. 여쭤본 사실도, 어떤 답을 하셨는지도 이곳에서 다른 사람에게 보이지 않습니다.
champions-series = 챔피언
champions-series-others = 다른 담당자
champions-chart = 일주일에 3일 이상 활동한 비율(%)
champions-last-week = 지난주에는 챔피언 { $of }명 가운데 { $active }명이 { $days }일 이상 활동했습니다.
champions-last-week-others = 다른 담당자는 { $of }명 가운데 { $active }명입니다.
champions-invitation = :star: 이곳에서 수주도 많고 꾸준히 일하는 분 가운데 한 분이십니다. 다른 분들에게 본보기가 되어 주시겠어요?
champions-invitation-shown = 동의하시면 `/crm 챔피언`에 이름과 일하는 방식이 보입니다. 일주일에 며칠 활동하는지, 얼마나 빨리 기록하는지, 얼마나 빨리 다음 행동을 정하는지입니다. 딜도, 금액도, 승률도 보이지 않습니다. 동료들이 자기 딜에 대해 물어볼 수 있게 됩니다. 여쭤본 사실과 거절은 어느 화면에도 보이지 않습니다. 다만 다른 모든 일처럼 관리자가 내보낼 수 있는 감사 기록에는 남습니다. 동의는 언제든 거둘 수 있습니다.
champions-yes = 네, 보여 주세요
champions-no = 괜찮습니다
champions-agreed = :star: 고맙습니다. 이제 `/crm 챔피언`에 일하는 방식이 보입니다. 그곳에서 언제든 거둘 수 있습니다.
champions-declined = 알겠습니다. 아무것도 보이지 않으며 여쭤본 사실도 보이지 않습니다.
champions-form-title = 동료 챔피언에게 묻기
champions-form-champion = 누구에게
champions-form-deal = 어떤 딜에 대해
champions-form-words = 질문
champions-form-hint = 다시 답을 받으려면 어떻게 하시나요?
champions-letter = :star: { $by } 님이 챔피언께 *{ $deal }* 딜에 대해 묻습니다.
champions-letter-answer = { $by } 님에게 다이렉트 메시지로 답하거나 딜에 메모를 남겨 주세요.
nudge-ask-champion = 동료 챔피언에게 묻기
undone-champion-agree = 되돌렸습니다. 챔피언으로 보이지 않습니다.
undone-champion-decline = 되돌렸습니다. 답하기 전과 같습니다.
undone-champion-ask = 되돌렸습니다. 이미 읽지 않았다면 보내지 않습니다.
refusal-champion-none = 물어볼 수 있는 챔피언이 아직 없습니다. 챔피언이 되는 길은 `/crm 챔피언`에 있습니다.
refusal-champion-no-deals = 물어볼 진행 중인 딜이 없습니다.
refusal-champion-gone = 이제 챔피언이 아닌 사람입니다.
refusal-champion-not-asked = 본보기가 되어 주실지 여쭤본 적이 없어 답할 것이 없습니다.
jobs-champions = 성과가 좋은 담당자에게 본보기가 되어 줄지 매주 따로 묻습니다
jobs-nobody-champions = 아직 Slack에 담당자가 없습니다
jobs-told-champions = { $person }: 본보기가 되어 줄지 물음
jobs-because-no-champion = { $person }: 기준에 들지 않음
jobs-because-champion-already = { $person }: 이미 챔피언
jobs-because-champion-asked = { $person }: 석 달 안에 이미 물음
jobs-skip-no-champion = 기준에 들지 않음
jobs-skip-champion-already = 이미 챔피언
jobs-skip-champion-asked = 석 달 안에 이미 물음
