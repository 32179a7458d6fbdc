team-news-title = :calendar: *{ $team } 팀의 한 주* · { $first } – { $last }
team-news-won = :trophy: *수주 { $count }건*
team-news-win = •  { $owner } – { $account } *{ $deal }* 수주, { $amount }
team-news-activities = 함께한 활동 { $activities }건(전주 { $before }건), 다음 단계로 옮긴 딜 { $moved }건
team-news-open = 진행 중인 딜 { $open }건 중 다음 행동 있음 { $step }, 방치 { $stale }건
team-news-note = 팀이 서로 볼 수 있는 것만 담습니다. 수주한 딜과, 네 명 이상일 때의 합계입니다. 내 한 주는 `/crm 나` 에서 보세요.
settings-team-channel = 우리 팀의 한 주를 알릴 채널
settings-team-channel-hint = 매주 월요일에 수주한 딜과 네 명 이상의 합계만 알리고, 개인의 수치는 알리지 않습니다. 비공개 채널이라면 먼저 봇을 초대해 주세요.
