jobs-help = 스스로 실행되는 작업입니다.
jobs-help-list = 작업과 하는 일, 시간대별 다음 실행 시각을 보여 줍니다.
jobs-help-run = 정한 시각인 것처럼 작업을 한 번 실행하고 발송까지 합니다.
jobs-name = 작업
jobs-what = 하는 일
jobs-zone = 시간대
jobs-next = 다음 실행(현지 시각)
jobs-people = 사람
jobs-nudges = 조용해진 딜을 근무일마다 한 번 담당자에게 묻습니다
jobs-digest = 월요일마다 팀장에게 팀의 한 주를 알립니다
jobs-unknown = { $name } 작업은 없습니다. 있는 작업: { $names }
jobs-at-wrong = { $at } – 시각으로 읽을 수 없습니다. 2026-11-23T09:00:00+09:00처럼 쓰세요.
jobs-at = { $name } – UTC { $moment } 기준으로 실행합니다.
jobs-nobody-nudges = 아직 Slack에서 만난 사람이 없습니다. 처음 사용할 때 알게 됩니다.
jobs-nobody-digest = 아직 Slack에 팀장이 없습니다. `/crm people set @담당자 manager:@팀장`
jobs-told-nudges = { $person }: 딜 { $count }건을 물음
jobs-told-digest = { $person }: 한 주를 알림
jobs-because-off-hours = { $person }: 지금은 아님. { $zone } 현지 시각 { $at }
jobs-because-asked-today = { $person }: 오늘 이미 물음
jobs-because-nothing-stale = { $person }: 방치된 딜 없음
jobs-because-waiting-for-answers = { $person }: 방치된 딜은 모두 최근에 물음
jobs-because-told-already = { $person }: 이번 주에 이미 알림
jobs-sent = { $count ->
    [0] 보낸 메시지가 없습니다.
   *[other] 메시지 { $count }건을 보냈습니다.
}
jobs-unsent = 메시지 { $count }건을 보내지 못했습니다. 사유: { $reasons }
jobs-compliance = 월요일마다 본부장에게 팀별 준수율을 알립니다
jobs-nobody-compliance = 아직 Slack에 본부장이 없습니다. `/crm people set @사람 role:leader`
jobs-told-compliance = { $person }: 팀별 준수율을 알림
