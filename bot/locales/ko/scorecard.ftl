scorecard-title-own = 내 스코어카드
scorecard-title = { $person } 님의 스코어카드
scorecard-says = *100점 중 { $total }점*, { $first }부터 { $last }까지
scorecard-says-little = { $first }부터 { $last }까지: 점수를 매기기에는 자료가 아직 부족합니다.
scorecard-line-met = :white_check_mark: *{ $measure }*: { $value }%, 목표 { $target }% 달성
    { $points }점, 비중 { $weight }%
scorecard-line-near = :large_yellow_circle: *{ $measure }*: { $value }%, 목표 { $target }%에 가까움
    { $points }점, 비중 { $weight }%
scorecard-line-missed = :red_circle: *{ $measure }*: { $value }%, 목표 { $target }%
    { $points }점, 비중 { $weight }%
scorecard-line-mean = *{ $measure }*: 평균(%) { $value }, 목표 { $target }%
    비중 { $weight }%
scorecard-line-little = :white_circle: *{ $measure }*: 판단하기에 자료 부족 (자료 { $known }건)
    비중 { $weight }%는 나머지에 나눕니다
scorecard-results = *점수와 별도*: { $won ->
    [0] 수주 없음
   *[other] 수주 { $won }건 ({ $sums })
}, 실주 { $lost }건
scorecard-how = 비중과 목표는 플레이북(버전 { $version })에 있습니다. 목표를 넘어도 점수는 더 오르지 않습니다. 휴가와 공휴일은 뺍니다. 데이터 위생과 다음 행동은 매주 마지막 날 상태의 평균이고, 활동 리듬은 근무일 중 활동일의 비율입니다. 쉬는 날에도 활동하면 활동 리듬이 100%를 넘을 수 있습니다.
scorecard-noted = 열어 본 사실이 기록되고 본인에게 표시됩니다.
scorecard-nobody-looked = 다른 사람이 열어 본 적이 없습니다.
scorecard-looked = 열어 본 사람: { $looks }
scorecard-look = { $by } ({ $when })
scorecard-averages = { $reps }명인 우리 팀의 평균, { $first }부터 { $last }까지:
scorecard-averages-only = 다른 사람의 스코어카드는 본인과 그 상급자만 볼 수 있습니다.
scorecard-last-quarter = 지난 분기
scorecard-this-quarter = 이번 분기
refusal-rights-scorecard = { $person } 님의 스코어카드는 본인과 팀장, 본부장, 관리자만 볼 수 있습니다. 내 스코어카드는 `/crm 스코어카드` 입니다.
