digest-nobody = 아직 팀원이 없습니다. 관리자가 `/crm people set @담당자 manager:@팀장` 으로 정할 수 있습니다. 그다음부터 매주 월요일 여기에서 팀의 한 주를 보실 수 있습니다.
digest-no-open-deals = 팀에 진행 중인 딜이 없습니다. 월요일 회의의 좋은 첫걸음: 담당자마다 지금 진행하는 딜을 `/deal new 한빛전자 파일럿 for 한빛전자 300만` 으로 추가해 보세요.
digest-attention = :speech_balloon: *먼저 이야기 나눌 사람*
digest-reason-idle = •  *{ $rep }* – 지난주 활동 없음, 진행 중인 딜 { $open }건
digest-reason-stale = •  *{ $rep }* – 진행 중인 딜 { $open }건 중 { $stale }건 방치
digest-head-rep = 담당자
digest-head-days = 활동일
digest-head-activities = 활동
digest-head-stale = 방치
digest-head-step = 다음 행동
digest-against = { $now } ({ $before })
digest-no-deals = –
digest-left-out = 담당자 { $count }명은 여기에 없습니다.
digest-last-week = 지난주
digest-week-before = 전주
digest-show-stale = 지금 방치된 딜 보기
digest-show-team = 팀의 딜 보기
digest-better-first = :clap: *칭찬 한마디를 건네 보세요*
digest-ask = 묻기
digest-praise = 칭찬하기
digest-note = 코칭 메모
digest-deals = 딜 보기
digest-head-hygiene = 데이터 위생
digest-head-moved = 이동
digest-head-won = 수주
digest-title-rep = :calendar: *우리 팀의 한 주* · { $first } – { $last }
digest-title-team = :calendar: *우리 팀들의 한 주* · { $first } – { $last }
digest-says-rep = 담당자 { $reps }명 중 { $active }명이 활동했고 활동은 { $activities }건(전주 { $before }건), 진행 중인 딜 { $open }건 중 방치된 딜은 { $stale }건입니다{ $stale_before ->
    [-1] .
   *[other] (전주 { $stale_before }건).
}
digest-says-team = 팀 { $reps }곳의 활동은 { $activities }건(전주 { $before }건), 진행 중인 딜 { $open }건 중 방치된 딜은 { $stale }건입니다{ $stale_before ->
    [-1] .
   *[other] (전주 { $stale_before }건).
}
digest-first-idle = 먼저 살펴볼 곳은 *{ $name }* – 지난주 활동이 없고 진행 중인 딜이 { $open }건입니다.
digest-first-stale = 먼저 살펴볼 곳은 *{ $name }* – 진행 중인 딜 { $open }건 중 { $stale }건이 방치되어 있습니다.
digest-first-praise = 급한 일은 없습니다. *{ $name }* 님에게 칭찬 한마디를 건네 보세요.
digest-first-nothing = 먼저 살펴볼 급한 일은 없습니다.
digest-idle-rep = 그 밖에 활동이 없었던 사람: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }외 { $more }명
}
digest-idle-team = 그 밖에 활동이 없었던 팀: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }외 { $more }팀
}
digest-table-rep = 담당자별 한 주(괄호 안은 전주)
digest-table-team = 팀별 한 주(괄호 안은 전주)
digest-head-team = 팀
digest-stale = { $stale }/{ $open }
digest-no-manager = 팀장 없음
digest-line = *{ $name }* · 활동일 { $days } · 활동 { $activities } · 데이터 위생 { $hygiene } · 다음 행동 { $step } · 방치 { $stale } · 이동 { $moved } · 수주 { $won }
digest-chart-rep = 담당자별 활동
digest-chart-team = 팀별 활동
digest-chart-says = 차트를 글로 보면: { $figures }
digest-chart-figure = { $name } { $figure }
digest-targets = *합의한 목표와 비교(%)*
digest-target = { $sign } { $measure } { $value } (목표 { $target }, { $status })
digest-target-unknown = { $sign } { $measure }: { $status } (목표 { $target })
digest-targets-note = 데이터 위생: 진행 중인 딜이 지킨 플레이북 규칙. 활동 리듬: 활동이 있던 근무일. 다음 행동: 날짜가 있는 다음 행동을 정한 딜. 최근에 접촉한 딜: 방치되지 않은 딜.
digest-reason-days = •  *{ $rep }* – 활동일 { $days }일(전주 { $before }일)
digest-reason-fresher = •  *{ $rep }* – 방치된 딜 { $stale }건(전주 { $stale_before }건)
digest-reason-both = •  *{ $rep }* – 활동일 { $days }일(전주 { $before }일), 방치된 딜 { $stale }건(전주 { $stale_before }건)
feedback-week-title-question = 한 주에 대해 묻기
feedback-week-title-praise = 칭찬하기
feedback-week-title-note = 코칭 메모
feedback-begun-idle = 그 주에는 진행 중인 딜 { $open }건에 활동이 없었습니다. 어려운 점이 있나요? 제가 무엇을 도우면 좋을까요?
feedback-begun-stale = 그 주가 끝날 때 진행 중인 딜 { $open }건 중 { $stale }건이 멈춰 있었습니다. 아직 살아 있는 딜은 무엇이고, 다음에는 무엇을 할까요?
feedback-begun-days = 그 주에 { $days }일 활동했습니다(전주 { $before }일). 수고하셨습니다!
feedback-begun-fresher = 그 주에 방치된 딜을 { $stale_before }건에서 { $stale }건으로 줄였습니다. 수고하셨습니다!
feedback-begun-both = 그 주에 { $days }일 활동했고, 방치된 딜을 { $stale_before }건에서 { $stale }건으로 줄였습니다. 수고하셨습니다!
digest-others-rep = :busts_in_silhouette: *그 밖의 담당자*
digest-others-team = :busts_in_silhouette: *그 밖의 팀*
digest-each-rep = :busts_in_silhouette: *담당자별 한 주*
digest-each-team = :busts_in_silhouette: *팀별 한 주*
digest-stands = •  *{ $name }*
digest-stands-idle = •  *{ $name }* – 활동 없음
digest-stands-away = •  *{ $name }* – 한 주 내내 휴무
digest-figure = { $sign }{ $head }{ "\u00A0" }{ $figure }
digest-lines-note = 괄호 안은 전주입니다.{ $missed ->
    [yes] { " " }🔴은 합의한 목표 미달입니다.
   *[no] { "" }
}
digest-whole-table = 표로 보기
digest-first-targets = 특별히 눈에 띄는 팀은 없지만 목표 { $targets }개 중 { $missed }개가 미달입니다. 아래를 보세요.
