review-list = 리뷰
review-list-says = { $led ->
    [0] *리뷰*: { $own ->
        [0] 아직 없습니다.
       *[other] 내 리뷰 { $own }건
    }
   *[other] *리뷰*: 내 리뷰 { $own }건, 내가 이끄는 사람의 리뷰 { $led }건
}
review-list-own = *내 리뷰*
review-list-led = *내가 이끄는 사람의 리뷰*
review-list-none = 리뷰는 그날의 스코어카드를 그대로 펼쳐 놓는 것입니다. 본인이 먼저 보고, 줄마다 의견을 남기거나 이의를 제기하고, 답을 받으면 그 뒤로는 아무것도 바뀌지 않습니다.
review-open = 리뷰 열기
review-title-own = 내 리뷰
review-title = { $person } 님의 리뷰
review-standing-own-theirs = *{ $first }부터 { $last }까지*: 본인이 먼저 읽을 차례입니다. 넘기기 전까지, 또는 { $until }이 지나기 전까지는 다른 사람이 볼 수 없습니다.
review-standing-own-leads = *{ $first }부터 { $last }까지*: 상급자가 답할 차례입니다. { $contested ->
    [0] 이의를 제기하지 않았습니다.
   *[other] { $contested }줄에 이의를 제기했습니다.
}
review-standing-own-answered = *{ $first }부터 { $last }까지*: 답이 왔습니다. 읽었다고 알리면 이대로 확정됩니다.
review-standing-own-frozen = *{ $first }부터 { $last }까지*: 끝났습니다. 이제 아무것도 바뀌지 않습니다.
review-standing-own-withdrawn = *{ $first }부터 { $last }까지*: 철회되었습니다. 효력이 없습니다.
review-standing-led-theirs = { $person }, *{ $first }부터 { $last }까지*: 본인이 보고 있습니다. 넘기거나 { $until }이 지나면 볼 수 있습니다.
review-standing-led-leads = { $person }, *{ $first }부터 { $last }까지*: 답을 기다립니다. { $contested ->
    [0] 이의가 없습니다.
   *[other] { $contested }줄에 이의가 있습니다.
}
review-standing-led-answered = { $person }, *{ $first }부터 { $last }까지*: 답했습니다. 본인이 읽었다고 알리거나 2주가 지나면 확정됩니다.
review-standing-led-frozen = { $person }, *{ $first }부터 { $last }까지*: 끝났습니다. 이제 아무것도 바뀌지 않습니다.
review-standing-led-withdrawn = { $person }, *{ $first }부터 { $last }까지*: 철회되었습니다. 효력이 없습니다.
review-total = *100점 중 { $total }점*, 리뷰를 연 날에 센 값입니다.
review-total-corrected = 바로잡은 값으로 *100점 중 { $corrected }점*, 리뷰를 연 날에 센 값으로는 { $total }점입니다.
review-total-little = 리뷰를 연 날에는 점수를 매기기에 자료가 부족했습니다.
review-contested = { $by } 님의 이의:
review-kept = { $by } 님이 그대로 두었습니다:
review-corrected = { $by } 님이 *{ $value }%* 값으로 바로잡았습니다. 센 값은 옆에 그대로 남습니다:
review-said = { $by }, { $when }:
review-how = 비중과 목표는 리뷰를 열 때 시행 중이던 플레이북 버전 { $version }의 것입니다. 이후에 딜, 휴가, 플레이북이 바뀌어도 여기는 바뀌지 않습니다.
review-right = 맞습니다
review-comment = 의견·이의 남기기
review-read = 읽었습니다
review-answer = 답하기
review-file = 엑셀
review-withdraw = 철회
review-withdraw-sure = 리뷰의 효력이 없어집니다. 되돌릴 수 있습니다.
review-look = 보기
review-opened = :scroll: { $people } 님의 리뷰를 열었습니다. 기간은 { $first }부터 { $last }까지입니다. 각자의 근무 시간에 알립니다.
review-first-theirs = 본인이 먼저 보며, 근무일 5일의 시간이 있습니다. 넘기면 알려 드립니다.
review-left-out = { $people } 님은 같은 기간의 리뷰가 이미 있습니다.
review-letter-opened-own = :scroll: { $by } 님이 { $first }부터 { $last }까지의 스코어카드 리뷰를 열었습니다. 먼저 읽어 보시고 { $until }까지 맞다고 알리거나 이의를 남기세요.
review-letter-reminder-own = :scroll: { $first }부터 { $last }까지의 스코어카드가 { $until }까지 답을 기다립니다. 그 뒤에는 { $by } 님이 그대로 보게 됩니다.
review-letter-returned-led = :scroll: { $person } 님이 { $first }부터 { $last }까지의 스코어카드를 넘겼습니다. 답을 기다립니다.
review-letter-reminder-led = :scroll: { $person } 님의 { $first }부터 { $last }까지 스코어카드가 아직 답을 기다립니다.
review-letter-answered-own = :scroll: { $first }부터 { $last }까지의 스코어카드에 답이 왔습니다. 읽고 나서 읽었다고 알려 주세요. 그 뒤로는 아무것도 바뀌지 않습니다.
review-form-says = 지금의 값을 시행 중인 플레이북의 비중과 목표로 셉니다. 본인이 먼저 봅니다.
review-form-person = 누구의 리뷰인가요?
review-form-all = 전체 { $count }명
review-form-team = 전체: { $people }
review-form-period = 어느 기간인가요?
review-form-first = 또는 시작일
review-form-last = 종료일
review-form-dates-hint = 두 날짜를 쓰면 위의 선택 대신 적용합니다.
review-form-submit = 열기
review-period-last = 지난 분기, { $first }부터 { $last }까지
review-period-now = 이번 분기 지금까지, { $first }부터 { $last }까지
review-period-before = 그 전 분기, { $first }부터 { $last }까지
review-period-half = 두 분기, { $first }부터 { $last }까지
review-period-year = 네 분기, { $first }부터 { $last }까지
review-contest-title = 내 의견
review-contest-says = 이의가 있는 줄 아래에 쓰세요. 비워 두면 이의가 없는 것으로 봅니다.
review-contest-line = { $measure }: 무엇이 다른가요?
review-contest-hint = 예: 휴가 2주가 빠져 있습니다
review-contest-words = 전체에 대한 의견
review-contest-submit = 넘기기
review-answer-says = { $contested ->
    [0] 이의가 없습니다. 한마디를 남기면 리뷰가 마무리됩니다.
   *[other] { $contested }줄에 이의가 있습니다. 줄마다 그대로 둘지 바로잡을지 이유와 함께 정하세요.
}
review-ruling-kept = 그대로 두기
review-ruling-corrected = 바로잡기
review-answer-line = { $measure }
review-answer-value = 바로잡은 값(%)
review-answer-value-hint = 바로잡을 때만 쓰세요. 센 값은 옆에 그대로 남습니다.
review-answer-reason = 이유
review-answer-words = 전체에 대한 한마디
review-answer-submit = 답하기
refusal-review-gone = 더 이상 없는 리뷰입니다. `/crm 스코어카드 리뷰` 에서 지금 있는 리뷰를 볼 수 있습니다.
refusal-review-nobody = 리뷰할 수 있는 사람이 Slack에 없습니다. 담당자는 관리자가 정합니다: `/crm 사람 set @mina role:rep manager:@나`.
refusal-review-there = 고른 사람 모두 같은 기간의 리뷰가 이미 있습니다. `/crm 스코어카드 리뷰` 에서 보세요.
refusal-review-not-yours = 리뷰의 주인만 할 수 있습니다.
refusal-review-returned = 이미 넘긴 리뷰입니다. 의견을 바꾸려면 먼저 되돌리기를 눌러 주세요.
refusal-review-unanswered = 이의가 있는 줄입니다. 그대로 둘지 바로잡을지 골라 주세요.
refusal-review-reason = 이유를 짧게 적어 주세요.
refusal-review-value = 바로잡으려면 0부터 100까지의 값(%)이 필요합니다.
refusal-review-dates = 리뷰할 수 없는 날짜입니다. 시작일과 그보다 이르지 않은 종료일을 쓰고, 앞날은 쓰지 마세요.
refusal-review-too-long = { $most }자가 넘습니다. 조금 줄여 주세요.
refusal-review-is-theirs = 아직 본인이 보고 있습니다. 넘기면 알려 드립니다.
refusal-review-is-leads = 아직 답이 없습니다.
refusal-review-is-answered = 이미 답한 리뷰입니다.
refusal-review-is-frozen = 끝난 리뷰라 아무것도 바꿀 수 없습니다.
refusal-review-is-withdrawn = 철회된 리뷰입니다.
refusal-rights-review = { $person } 님의 스코어카드는 팀장, 본부장, 관리자가 리뷰하며 본인은 열 수 없습니다. 내 스코어카드는 `/crm 스코어카드` 입니다.
undone-review-open = 되돌렸습니다. 리뷰를 열지 않은 것으로 했습니다.
undone-review-return = 되돌렸습니다. 리뷰가 다시 본인에게 있습니다.
undone-review-answer = 되돌렸습니다. 다시 답을 기다립니다.
undone-review-withdraw = 되돌렸습니다. 리뷰가 이전 상태로 돌아왔습니다.
