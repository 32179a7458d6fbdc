home-title = 오늘
home-day = *{ $day }*
home-help = 어느 채널에서든 `/log 통화 한빛전자 - 파일럿 긍정적 > 견적서 보내기 금요일` 처럼 입력하세요. 나머지는 `/crm 도움말` 에 있습니다.
home-find = 찾기
home-next-steps = 내 다음 행동
home-all = 모두 보기
home-show = 보기
home-all-deals = 딜 모두 보기
home-due = { $overdue ->
    [0] *오늘 할 일* ({ $due })
   *[other] { $due ->
        [0] *기한 지남* ({ $overdue })
       *[other] *기한 지남* ({ $overdue }), *오늘 할 일* ({ $due })
    }
}
home-log-it = 기록
home-to-log = :spiral_calendar_pad: 이 중 { $count }건은 미팅이나 통화입니다. *기록* 버튼을 눌러 어떻게 됐는지, 다음은 무엇인지 남기세요.
home-stale = *방치된 딜* ({ $count }), { $above ->
    [0] 오래 접촉이 없던 순서
   *[other] 그중 { $above }건은 위에 있음
}
home-held = *보류 중* ({ $count }), 보류가 끝나는 날까지 묻지 않습니다{ $more ->
    [0] {""}
   *[other] . 나머지 { $more }건은 더 나중에 돌아옵니다
}
home-pipeline-mine = *내 파이프라인*: 진행 중인 딜 { $count }건, { $sums }
home-pipeline-team = *우리 팀 파이프라인*: 진행 중인 딜 { $count }건, { $sums }
home-pipeline-all = *전체 파이프라인*: 진행 중인 딜 { $count }건, { $sums }
home-pipeline-none-team = 팀에 아직 진행 중인 딜이 없습니다. 담당자마다 지금 진행하는 딜을 *새 딜* 버튼으로 추가하는 것부터 시작해 보세요.
home-pipeline-none-all = 아직 진행 중인 딜이 없습니다. 관리자가 *메시지* 탭에 스프레드시트를 올리거나, *새 딜* 버튼으로 첫 딜을 추가해 보세요.
home-stage = *{ $stage }* · { $count }건 · { $sums }
home-my-week = 내 수치
home-week = *이번 주 지금까지*: { $days ->
    [0] 아직 근무일 없음
   *[other] { $active }일 활동(근무일 { $days }일)
}, 기록한 활동 { $activities }건
home-week-usual = 평소 이맘때까지는 활동일 { $days }일, 활동 { $activities }건이었습니다.
home-week-first = 2주가 지나면 평소의 한 주와 견주어 볼 수 있습니다.
home-week-habit = :seedling: 최근 { $weeks }주 중 { $habitual }주에 사흘 이상 활동했습니다. 습관이 되었습니다.
home-week-no-habit = 최근 { $weeks }주 중 { $habitual ->
    [0] 사흘 이상 활동한 주가 아직 없습니다.
   *[other] { $habitual }주에 사흘 이상 활동했습니다.
} 12주 중 9주면 습관이 됩니다.
home-week-zone = 내가 있는 곳의 월요일부터 셉니다. 보고서는 { $place } 시각으로 월요일 0시부터 한 주로 셉니다.
home-news-team = *우리 팀 소식* (최근 7일)
home-news-all = *소식* (최근 7일)
home-news-none = 동료가 수주하거나 단계를 옮긴 딜이 아직 없습니다. 수주 소식이 생기면 여기에서 알려 드립니다.
home-news-no-team = 아직 팀에 속해 있지 않습니다. 관리자에게 팀장을 정해 달라고 요청하시면 동료의 수주 소식을 여기에서 볼 수 있습니다.
home-news-won = :trophy: *{ $deal }* 수주 · { $amount } · { $owner } · { $when }
home-news-moved = :arrow_right: *{ $deal }* – { $stage } 단계로 이동 · { $amount } · { $owner } · { $when }
home-news-champion = :star: *{ $person }* 님이 본보기가 되어 주기로 했습니다. 물어보실 수 있습니다 · { $when }
home-champions = 챔피언
home-team = *우리 팀의 이번 주*: 담당자 { $count }명, { $stale ->
    [0] 방치된 딜 없음
   *[other] 방치된 딜 { $stale }건
}
home-team-week = 이번 주
home-team-more = 담당자 { $count }명은 *이번 주* 버튼에서 볼 수 있습니다.
home-rep = *{ $rep }* · { $days ->
    [0] 아직 근무일 없음
   *[other] { $active }일 활동(근무일 { $days }일)
} · 기록한 활동 { $activities }건 · 진행 중 { $open }건, 방치 { $stale }건
home-needy = *팀장의 손길이 필요한 딜*
home-needy-none = 팀에 방치된 딜도, 답을 기다리는 딜도 없습니다.
home-unanswered = :hourglass_flowing_sand: 세 번 이상 이어서 물었지만 답이 없습니다
home-last-week = 지난주 요약
home-compliance = *팀별 목표 준수* { $first } – { $last }
home-compliance-none = 아직 측정할 것이 없습니다. 담당자가 있는 첫 한 주가 지나면 여기에서 볼 수 있습니다. 담당자는 관리자가 `/crm 사람 설정 @민아 역할:담당자 팀:서부` 로 정할 수 있습니다.
home-targets = *{ $team }*: 목표 { $targets }개 중 { $met }개 달성
home-target-near = :large_yellow_circle: { $measure } { $value } (목표 { $target }): { $status }
home-target-missed = :red_circle: { $measure } { $value } (목표 { $target }): { $status }
home-target-unknown = :white_circle: { $measure }: { $status }
home-no-team = 팀 없음
home-teams-more = { $count }개 팀은 전체 보고서에서 볼 수 있습니다.
home-report-compliance = 전체 보고서
home-report-opportunities = 새 딜 보고서
home-report-productivity = 담당자당 수주 보고서
home-months = *최근 6개월*: 새 딜과 담당자 1인당 수주 금액
home-months-caption = 월별 새 딜과 담당자 1인당 수주 금액
home-month = *{ $month }* · 새 딜 { $new }건 · 1인당 수주 { $per_rep }
home-column-month = 월
home-column-new = 새 딜
home-column-per-rep = 1인당 수주
home-set-up = *처음 설정*: { $chores }개 중 { $done }개 완료
home-chore-playbook-done = :white_check_mark: *플레이북에 합의했습니다*: 버전 { $version } 시행 중
home-chore-playbook-todo = :white_large_square: *플레이북에 합의하세요.* 그때까지는 기본 플레이북을 씁니다. 맞지 않는 부분을 고쳐 팀에 제안해 보세요.
home-chore-people-done = :white_check_mark: *모두의 자리를 정했습니다*: 팀장 { $managers }명, 담당자마다 팀장이 있습니다.
home-chore-people-todo = :white_large_square: *누가 누구를 이끄는지 정하세요.* 팀장 { $managers }명, 팀장이 없는 담당자 { $unled }명: `/crm 사람 설정 @민아 팀장:@마르타 팀:서부`
home-chore-calendar-done = :white_check_mark: *한 주와 공휴일을 정했습니다*: { $zone }, { $holidays }
home-chore-calendar-todo = :white_large_square: *시간대와 공휴일을 정하세요.* 한 주와 한 달을 이에 따라 셉니다. 지금: { $zone }, { $holidays }
home-chore-currency-done = :white_check_mark: *통화 단위를 정했습니다*: { $currency }
home-chore-currency-todo = :white_large_square: *통화 단위를 확인하세요.* 단위를 적지 않은 금액은 { $currency }{ JOSA($currency, "으로/로") } 기록하는데, 아직 그런 딜이 없습니다.
home-chore-deals-done = :white_check_mark: *딜이 들어 있습니다*: { $deals }건
home-chore-deals-todo = :white_large_square: *스프레드시트를 가져오세요*: *메시지* 탭에 올리면 무엇이 들어올지 먼저 보여 드립니다. *새 딜* 버튼으로 첫 딜을 추가해도 됩니다.
home-own-holidays = 각자 시간대의 공휴일
home-edit-playbook = 고치기
home-people = 사람
home-settings = 설정
find-form-words = 무엇을 찾으세요?
find-form-hint = 딜, 고객사, 누군가의 메모에 있는 말. 일부만 입력해도 됩니다.
home-unowned = :bust_in_silhouette: *담당자 없음*: 진행 중인 딜 { $count }건. 담당자가 없는 딜은 아무에게도 묻지 않습니다.
