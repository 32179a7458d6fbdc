digest-title = :calendar: *우리 팀의 한 주* · { $first } – { $last }
digest-says = 담당자 { $reps }명 중 { $active }명이 활동했고, 활동은 { $activities }건입니다(전주 { $before }건). { $stale ->
    [0] 방치된 딜은 없습니다.
   *[other] 방치된 딜은 { $stale }건입니다.
}
digest-nobody = 아직 팀원이 없습니다. 관리자가 `/crm 사람 설정 @담당자 팀장:@나` 로 정할 수 있습니다.
digest-chart = 담당자별 활동
digest-last-week = 지난주
digest-week-before = 전주
digest-head-rep = 담당자
digest-head-days = 활동일
digest-head-activities = 활동
digest-head-open = 진행 중인 딜
digest-head-stale = 방치
digest-head-step = 다음 행동 있음
digest-against = { $now } (전주 { $before })
digest-no-deals = –
digest-quiet = :speech_balloon: 지난주 기록이 없습니다: { $names }. 재촉보다 짧은 질문이 도움이 됩니다.
digest-better = :clap: 전주보다 늘었습니다: { $names }. 칭찬 한마디를 건네 보세요.
digest-show-stale = 방치된 딜 보기
digest-show-team = 팀의 딜 보기
