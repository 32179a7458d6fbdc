nudge-says = :seedling: 조용해진 딜이 { $count }건 있습니다. 한 줄이면 최신 상태가 됩니다.
nudge-settled = :tada: 모두 정리했습니다. 고맙습니다. 파이프라인이 다시 사실과 같아졌습니다.
nudge-deal = *{ $deal }* · { $stage } · { $amount }
    { $step }
nudge-silent = { $since } 이후 { $days }영업일 동안 기록이 없습니다. 활동을 기록하거나 2주 안의 다음 행동을 정하면 더 묻지 않습니다.
nudge-stuck = { $since } 이후 { $days }일째 같은 단계입니다. 단계를 옮기거나 사유를 적고 보류해 주세요.
nudge-more = 조용한 딜이 { $count }건 더 있습니다.
nudge-show-all = 모두 보기
nudge-done = :white_check_mark: ~{ $deal }~ { $done }
nudge-answer-log = 기록함
nudge-answer-move = 단계 이동함
nudge-answer-won = 수주
nudge-answer-lost = 실주로 종료함
nudge-answer-next-step = 다음 행동을 정함
nudge-answer-edit = 수정함
nudge-answer-hold = 보류함
nudge-answer-reopen = 다시 엶
assigned-says = { $by } 님이 *{ $deal }* 딜을 배정했습니다.
