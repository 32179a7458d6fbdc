me-says = 이번 주 지금까지: *{ $active }일* 활동했습니다(근무일 { $days }일).
me-no-rep = 담당자로 되어 있지 않아 보여 드릴 한 주가 없습니다. `/crm 팀`에서 팀의 한 주를 볼 수 있습니다.
me-too-new = 이번 주 근무일이 모두 지난 뒤에 합류하셨습니다. 다음 근무일부터 한 주를 여기에서 보실 수 있습니다.
me-activities = *활동*
    { $now }건 (지난주 { $before }건)
me-open = *진행 중인 딜*
    { $open }건, 다음 행동이 있는 딜 { $step }건
me-stale = *방치*
    { $count }건
me-hygiene = *데이터 위생*
    100점 만점에 { $score }점
me-hygiene-none = *데이터 위생*
    진행 중인 딜 없음
me-hygiene-note = 데이터 위생: 진행 중인 딜이 다음을 얼마나 갖추었는지를 봅니다. 최근 접촉, 다음 행동, 지나지 않은 예상 마감일, 단계의 통과 조건, 고객 담당자.
me-show-stale = 방치된 내 딜
me-won = 최근 6개월: 수주 { $won }건, 실주 { $lost }건({ $rate }), { $amount }
me-won-counted = 최근 6개월: 수주 { $won }건, 실주 { $lost }건, { $amount }
team-averages = 이번 주 우리 팀 { $reps }명의 1인당 평균:
team-active-days = *활동일*
    { $days }일
team-activities = *활동*
    { $count }건
team-stale = *방치된 딜*
    { $count }건
mean-about = 약 { $value }
mean-most = { $value } 이하
mean-least = { $value } 이상
mean-how = 누구의 수치인지 드러나지 않도록 어림한 값입니다. 이 기간이 시작될 때(또는 처음 네 명이 되었을 때) 팀에 있던 사람을 셉니다. 나중에 온 사람은 다음 기간부터, 떠난 사람은 이 기간이 끝날 때까지 셉니다.
