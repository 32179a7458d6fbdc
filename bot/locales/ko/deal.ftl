deal-no-amount = 금액 미정
deal-owner-nobody = 담당자 없음
deal-line = *{ $deal }* · { $account } · { $owner } · { $amount }
deal-closes = { $day } 마감 예상
step-overdue = :red_circle: { $due } 기한 지남: { $step }
step-today = :large_green_circle: 오늘: { $step }
step-today-at = :large_green_circle: 오늘 { $at }: { $step }
step-planned = :white_circle: { $due }까지: { $step }
step-weekly = { $step } (매주)
step-fortnightly = { $step } (2주마다)
step-monthly = { $step } (매월)
step-quarterly = { $step } (3개월마다)
step-undated = :large_yellow_circle: 날짜 미정: { $step }
step-none = :large_yellow_circle: 다음 행동이 없습니다
step-held = { $has_step ->
    [yes] :double_vertical_bar: { $until }까지 보류 · { $step }
   *[no] :double_vertical_bar: { $until }까지 보류
}
step-won = { $has_reason ->
    [yes] :trophy: 수주: { $reason }
   *[no] :trophy: 수주
}
step-lost = :black_circle: 실주: { $reason }
signal-line = :warning: { $signals }
signal-silent = { $days }영업일째 무소식
signal-stuck = { $days }일째 같은 단계
signal-no-next-step = { $days ->
    [0] 날짜가 정해진 다음 행동 없음
   *[other] 다음 행동 기한 { $days }일 지남
}
signal-date-passed = 예상 마감일 { $days }일 지남
offer-which = “{ $typed }” – 어느 것인가요?
offer-won = :trophy: 수주
offer-lost = :black_circle: 실주
offer-this = 선택
offer-account = *{ $account }* · 딜 없이 고객사에만
offer-more = { $count }건이 더 있습니다. 이름을 조금 더 입력해 주세요.
done-created = :sparkles: *{ $deal }* – { $stage } 단계로 새 딜을 만들었습니다.
done-account = { $account }
done-account-new = { $account } (새 고객사)
done-account-meant = “{ $typed }” – *{ $account }* 고객사로 이해했습니다.
done-account-near = { $count ->
    [1] “{ $typed }” – 처음 보는 이름이라 새 고객사로 만들었습니다. 혹시 이 고객사인가요?
   *[other] “{ $typed }” – 처음 보는 이름이라 새 고객사로 만들었습니다. 혹시 이 가운데 하나인가요?
}
done-placed = *{ $deal }* – *{ $account }* 고객사의 딜로 옮겼습니다.
button-account-anew = 새 고객사 “{ $account }”
done-closes-past = :warning: 예상 마감일({ $day })이 이미 지났습니다. 맞는 날짜면 그대로 두셔도 됩니다. 다만 진행 중인 딜은 날짜를 다시 묻습니다.
done-moved = :arrow_right: *{ $deal }* – { $from_stage }에서 *{ $to_stage }* 단계로 옮겼습니다.
done-won = :trophy: *{ $deal }* – { $amount } 수주! 축하합니다.
done-lost = *{ $deal }* – 실주로 종료했습니다. 사유: { $reason }
done-lost-thanks = 솔직한 사유를 남겨 주셔서 고맙습니다. 팀 모두가 여기서 배웁니다.
done-reopened = *{ $deal }* – { $stage } 단계로 다시 열었습니다.
done-next-step = *{ $deal }* – 다음 행동을 정했습니다.
done-edited = *{ $deal }* – 저장했습니다.
done-assigned = *{ $deal }* – 이제 { $owner } 님의 딜입니다.
done-held = *{ $deal }* – { $until }까지 보류합니다. 사유: { $reason }. 그때까지 묻지 않겠습니다.
undone-activity-log = 되돌렸습니다. 활동 기록을 지웠습니다.
undone-deal-create = 되돌렸습니다. 새 딜 *{ $deal }* 등록을 취소했습니다.
redone = :arrow_right_hook: 다시 실행했습니다: { $what }.
undone-deal-move = 되돌렸습니다. 딜이 이전 단계로 돌아갔습니다.
undone-deal-win = 되돌렸습니다. 딜이 다시 진행 중입니다.
undone-deal-lose = 되돌렸습니다. 딜이 다시 진행 중입니다.
undone-deal-reopen = 되돌렸습니다. 딜이 다시 종료 상태입니다.
undone-deal-next-step = 되돌렸습니다. 다음 행동이 이전과 같습니다.
undone-deal-edit = 되돌렸습니다. 딜 내용이 이전과 같습니다.
undone-deal-assign = 되돌렸습니다. 이전 담당자의 딜입니다.
undone-deal-hold = 되돌렸습니다. 보류를 풀었습니다.
undone-person-set = 되돌렸습니다. 사람 설정이 이전과 같습니다.
undone-import = 되돌렸습니다. 가져오기를 취소했습니다.
card-says = { $deal }: { $amount }
card-account = *고객사*
    { $account }
card-owner = *담당자*
    { $owner }
card-stage = *단계*
    { $open ->
        [yes] { $stage }, { $days ->
            [0] 오늘부터
           *[other] { $days }일째
        }
       *[no] { $stage }
    }
card-amount = *금액*
    { $open ->
        [yes] { $amount } · 수주 확률 { $probability }%
       *[no] { $amount }
    }
card-closes = *예상 마감일*
    { $day }
card-closes-unknown = *예상 마감일*
    미정
card-closed = *종료일*
    { $day }
card-touched = *마지막 업데이트*
    { $day }
card-touched-since = *마지막 업데이트*
    { $day } (마지막 활동 { $active })
card-held = 보류 사유: { $reason }
card-no-activities = 아직 기록한 활동이 없습니다. ‘기록’ 버튼으로 시작해 보세요.
card-more-activities = 이전 활동 { $count }건 더 있음
activity-line = { $has_note ->
    [yes] *{ $kind }* · { $author } · { $when }
        { $note }
   *[no] *{ $kind }* · { $author } · { $when }
}
reopen-confirm-title = 딜을 다시 열까요?
reopen-confirm = “{ $deal }” 딜이 다시 진행 중이 되고 종료 실적에서 빠집니다. 이 일은 기록됩니다.
way-says = { $count ->
    [1] *{ $deal }* – 아직 처음 단계입니다.
   *[other] *{ $deal }* – 지나온 단계입니다.
}
way-first = { $when }: { $to_stage } 단계로 시작 ({ $by })
way-step = { $when }: { $from_stage } → { $to_stage } ({ $by })
way-import = 가져오기
list-says = { $has_stage ->
    [yes] { $whose } · { $stage } 단계: *{ $count }건* · { $sums }
   *[no] { $whose }: *{ $count }건* · { $sums }
}
list-says-stale = { $has_stage ->
    [yes] { $whose } · { $stage } 단계 · 방치: *{ $count }건* · { $sums }
   *[no] { $whose } · 방치: *{ $count }건* · { $sums }
}
list-says-undated = { $has_stage ->
    [yes] { $whose } · { $stage } 단계 · 다음 행동 날짜 없음: *{ $count }건* · { $sums }
   *[no] { $whose } · 다음 행동 날짜 없음: *{ $count }건* · { $sums }
}
list-scope-mine = 내 진행 중인 딜
list-scope-team = 우리 팀의 진행 중인 딜
list-scope-all = 모든 진행 중인 딜
list-scope-person = { $person } 님의 진행 중인 딜
list-closed-mine = 내 딜
list-closed-team = 우리 팀의 딜
list-closed-all = 모든 딜
list-closed-person = { $person } 님의 딜
list-line = *{ $deal }* · { $facts }
    { $step }
list-empty = 아직 딜이 없습니다. `/deal 새 한빛 파일럿 고객사 한빛전자 300만원 마감 다음 주 금요일` 처럼 시작해 보세요.
list-empty-stale = 방치된 딜이 없습니다. 잘 관리하고 있습니다!
list-empty-undated = 모든 딜에 날짜가 정해진 다음 행동이 있습니다.
list-place = { $total }건 중 { $first }–{ $last }
list-previous = ← 이전
list-next = 다음 →
list-scope-nobody = 담당자 없는 진행 중인 딜
list-empty-unowned = 진행 중인 딜에는 모두 담당자가 있습니다.
button-give-owner = 담당자 정하기
