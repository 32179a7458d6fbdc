jobs-help = 스스로 실행되는 작업입니다.
jobs-help-list = 작업과 실행 시각을 보여 줍니다.
jobs-help-run = 정한 시각인 것처럼 작업을 한 번 실행하고 발송까지 합니다.
jobs-name = 작업
jobs-what = 하는 일
jobs-when = 시각
jobs-nudges = 조용해진 딜을 담당자에게 묻습니다
jobs-nudges-when = 근무일마다, 각자의 시간대로 근무 시작 시각부터
jobs-digest = 팀장에게 팀의 한 주를 알립니다
jobs-digest-when = 월요일마다, 팀장의 시간대로 근무 시작 시각부터
jobs-later = { $name } 작업은 아직 만들지 않았습니다. 있는 작업: { $names }
jobs-unknown = { $name } 작업은 없습니다. 있는 작업: { $names }
jobs-at-wrong = { $at } – 시각으로 읽을 수 없습니다. 2026-11-23T09:00:00+09:00처럼 쓰세요.
jobs-sent = { $count ->
    [0] 보낸 메시지가 없습니다.
   *[other] 메시지 { $count }건을 보냈습니다.
}
jobs-decided = { $person }: 알릴 것이 있음
jobs-because-off-work = { $person }: 근무 시간이 아님
jobs-because-asked-today = { $person }: 오늘 이미 물었음
jobs-because-nothing-stale = { $person }: 물을 것이 없음
jobs-because-not-in-slack = { $person }: Slack에 없음
jobs-because-not-monday = { $person }: 그곳은 월요일 근무 시간이 아님
jobs-because-told-already = { $person }: 이번 주에 이미 알렸음
