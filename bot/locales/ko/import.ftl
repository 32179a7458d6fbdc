import-help = 스프레드시트의 딜을 가져옵니다 (CSV, TSV, XLSX).
export-help = 표를 내보냅니다: `deals`, `accounts`, `contacts`, `activities`, `stage_changes`, `goals`, `scorecards`, `audit`.
backup-help = 모든 데이터를 한 파일로 저장합니다. 두 데이터베이스 모두에서 읽을 수 있습니다.
restore-help = 모든 데이터를 백업의 내용으로 바꿉니다.
import-rows = 행
import-dry = 시험만 했습니다. 바뀐 것은 없습니다.
import-report = 새로 만듦 { $created }, 바뀜 { $updated }, 그대로 { $unchanged }, 건너뜀 { $skipped }.
import-skipped = { $row }행: { $reason }
import-skipped-more = … 외 { $count }행을 건너뛰었습니다.
import-totals = 이제 딜 { $deals }건: 수주 { $won }, 실주 { $lost }, 진행 중 { $open }; 수주 금액 { $amounts }; 수주율 { $rate }.
import-rate-of-few = { $closed }건 중 { $won }건
import-which-team = 워크스페이스가 여러 개입니다: { $teams }. --team으로 정하세요.
import-pair-wrong = “{ $pair }” – 짝이 아닙니다. '머리글=필드'처럼 쓰세요.
export-format-wrong = { $form } 형식은 없습니다. 있는 형식: { $forms }.
export-table-wrong = { $table } 표는 없습니다. 있는 표: { $tables }.
backup-exists = { $file } 파일이 이미 있습니다. 바꾸려면 --force를 붙이세요.
backup-done = { $count }행을 { $file }에 저장했습니다.
restore-done = { $file }에서 { $count }행을 복원했습니다.
refusal-import-no-file = { $file } 파일이 없습니다.
refusal-import-directory = { $file }{ JOSA($file, "은/는") } 폴더입니다. 그 안의 파일을 지정하세요.
refusal-import-empty = { $file } 파일이 비어 있습니다.
refusal-import-binary = { $file } 파일을 스프레드시트로 읽을 수 없습니다. CSV나 XLSX로 저장하세요.
refusal-import-open-quote = { $file } 파일 { $line }행에서 열린 따옴표(")가 닫히지 않아, 그 뒤가 모두 한 칸이 됩니다. 따옴표를 닫거나 지운 뒤 다시 보내 주세요. 아무것도 가져오지 않았습니다.
refusal-import-broken = { $file } 파일이 깨졌습니다: { $reason }.
refusal-import-no-table = { $file } 파일에 두 열 이상의 머리글 행이 없습니다.
refusal-import-no-columns = 무엇이 딜인지 알려 주는 열이 없습니다. 머리글: { $headers }. `--map '머리글=name'` 으로 알려 주세요.
refusal-import-no-header = “{ $header }” 머리글은 없습니다. 있는 머리글: { $headers }.
refusal-import-no-field = “{ $field_name }” 필드는 없습니다. 있는 필드: { $fields }.
refusal-import-stages-unknown = 모르는 단계입니다: { $unknown }. 우리 단계: { $stages }. 어떤 뜻인지 알려 주세요. 예: { $example }. 바뀐 것은 없습니다.
refusal-import-row-without-name = 이름도 고객사도 번호도 없음
refusal-import-row-date = “{ $text }” – 날짜가 아님
refusal-import-row-amount = “{ $text }” – 금액이 아님
refusal-import-row-footer = “{ $text }” – 딜이 아니라 시트의 끝줄
refusal-import-row-currency = “{ $text }” – 통화 단위가 아님
refusal-import-row-double = 번호 { $id }{ JOSA($id, "이/가") } 두 번 나옴
refusal-backup-not-one = { $file }{ JOSA($file, "은/는") } Pipekeeper 백업이 아닙니다.
refusal-backup-broken = { $file } 파일의 내용이 서로 맞지 않습니다. 바뀐 것은 없습니다.
refusal-backup-other-revision = 다른 버전의 데이터베이스 백업입니다 ({ $revision }). 그 버전의 Pipekeeper로 복원한 뒤 올려 주세요.
import-dates-wrong = “{ $typed }”{ JOSA($typed, "이라는/라는") } 날짜 순서는 없습니다. `day-first` 또는 `month-first`를 써 주세요.
import-dates-assumed = { $example } 같은 날짜는 월이 먼저라고 보고 읽습니다. 일이 먼저라면 `--dates day-first`를 붙여 주세요.
import-number = 가져오기 { $number }번입니다. `pipekeeper imports undo { $number }` 로 되돌릴 수 있습니다.
import-owner-map-broken = { $file } 파일은 UTF-8로 된 두 열짜리 표가 아닙니다. 스프레드시트의 이름과 그 사람을 한 줄에 쓰세요.
imports-help = 지금까지의 가져오기를 보고 되돌립니다.
imports-help-list = 최근 가져오기와 그 결과를 보여 줍니다.
imports-help-undo = 가져오기를 되돌립니다. 만든 것은 없애고, 바꾼 것은 이전으로 돌리고, 그 뒤에 누가 손댄 것은 남기고 이름을 알립니다. `--dry-run` 옵션을 붙이면 알려 주기만 합니다.
imports-by-command-line = 명령줄
imports-line = { $number }  { $when }  { $file }, { $by }: { $state ->
    [done] 새로 만듦 { $created }, 바뀜 { $updated }, 그대로 { $unchanged }, 건너뜀 { $skipped }
    [running] 진행 중
    [failed] 실패, 남은 것 없음
    [stopped] 도중에 멈춤, 남은 것 없음
    [undone] 되돌림
   *[other] { $state }
}
imports-none = 아직 가져온 것이 없습니다. `pipekeeper import deals.csv --dry-run` 으로 무엇이 들어올지 볼 수 있습니다.
imports-stopped = 가져오기 { $number }번({ $file })이 도중에 멈췄습니다. 남은 것은 없습니다. 다시 가져와 주세요.
imports-undone = { $file } – 되돌렸습니다. 딜 { $removed }건을 없애고, { $restored }건을 이전으로 돌리고, 고객사 { $accounts }곳과 사람 { $people }명을 없애고, 딜 { $kept }건은 남겼습니다.
imports-would-undo = { $file } – 되돌리면 딜 { $removed }건을 없애고, { $restored }건을 이전으로 돌리고, 고객사 { $accounts }곳과 사람 { $people }명을 없애고, 딜 { $kept }건은 남깁니다.
imports-kept = 그 뒤에 누가 손대어 남긴 딜: { $deal }
sheet-text = { $encoding }, { $delimiter ->
    [comma] 쉼표로 구분
    [semicolon] 세미콜론으로 구분
    [tab] 탭으로 구분
    [bar] 세로줄로 구분
   *[other] { $sign } 기호로 구분
}, 머리글은 { $line }행
sheet-workbook = { $sheets ->
    [1] 시트 “{ $sheet }”
   *[other] 시트 { $sheets }개 중 “{ $sheet }”
}, 머리글은 { $line }행
refusal-import-another = 지금 { $file } 파일을 가져오고 있습니다. 같은 딜이 있을 수 있어 한 번에 하나만 가져옵니다. 끝난 뒤에 다시 해 주세요.
refusal-import-already = { $file } 파일은 더 이상 기다리지 않습니다. 이미 가져왔거나, 버렸거나, 가져오는 중입니다. `/crm 가져오기` 에서 결과를 볼 수 있습니다.
refusal-import-lost = { $file } 파일은 너무 오래 소식이 없어 그만두었습니다. 남은 것은 없습니다. 다시 가져와 주세요.
refusal-import-gone = 그런 번호의 가져오기는 없습니다. `/crm 가져오기` 나 `pipekeeper imports list` 에서 볼 수 있습니다.
refusal-import-undone-already = { $file } 파일은 이미 되돌렸습니다.
refusal-import-nothing-there = { $file } 파일에서 되돌릴 것이 없습니다.
refusal-import-stopped = 도중에 멈췄고 남은 것은 없습니다. 다시 가져와 주세요.
import-how = *스프레드시트를 가져오세요.* CSV, TSV, 엑셀 파일을 이 대화에 끌어다 놓으세요. 무엇을 찾았고 어떻게 될지 먼저 보여 드리며, 확인하기 전에는 아무것도 쓰지 않습니다.
import-formats = CSV, TSV, XLSX 파일, 10만 행과 50MB까지 됩니다. 같은 파일을 두 번 가져와도 바뀌지 않고, 가져온 것을 통째로 되돌릴 수 있습니다.
import-earlier = *지난 가져오기*
import-line = *{ $file }* · { $when } · { $by }
    { $state ->
        [done] 새로 만듦 { $created }, 바뀜 { $updated }, 건너뜀 { $skipped }
        [running] 진행 중
        [failed] 실패, 남은 것 없음
        [stopped] 도중에 멈춤, 남은 것 없음
        [undone] 되돌림
       *[other] { $state }
    }
import-reading = :hourglass_flowing_sand: *{ $file }* 파일을 읽고 있습니다 …
import-refused = :warning: *{ $file }* 파일을 가져올 수 없습니다: { $reason }
import-no-sheet = 읽을 수 있는 표가 아닙니다.
import-unreachable = Slack에서 파일을 받지 못했습니다. `pipekeeper manifest` 내용으로 앱을 업데이트하거나(`files:read` 권한 필요) 다시 시도해 주세요.
import-too-heavy = 50MB가 넘습니다. 나누어 하나씩 올려 주세요.
import-looked = :page_facing_up: *{ $file }*: { $rows }행
import-form = { $form }
import-pair = *{ $field }* ← { $header }
import-ignored = 가져오지 않는 열: { $headers }
import-no-idea = 무엇이 딜인지 알려 주는 열이 없습니다. *읽는 방법 바꾸기* 에서 알려 주세요.
import-would = 새로 만들 딜 *{ $created }* 건, 바꿀 딜 *{ $updated }* 건, 그대로 둘 딜 *{ $unchanged }* 건, 건너뛸 행 *{ $skipped }* 개입니다.
import-warn-stages = :warning: 모르는 단계: { $stages }. *읽는 방법 바꾸기* 에서 우리 단계 중 어느 것인지 알려 주세요.
import-warn-owners = :information_source: 이메일이나 이름으로 Slack에서 찾지 못한 사람: { $owners }. 알려 주지 않으면 Slack에 없는 담당자로 들어옵니다.
import-warn-dates = :information_source: { $example } 같은 날짜는 월이 먼저라고 보고 읽습니다. 일이 먼저라면 *읽는 방법 바꾸기* 에서 알려 주세요.
import-warn-row = :warning: { $row }행은 건너뜁니다: { $reason }
import-more = 그 밖 { $count }
import-sample = *처음 { $count }행을 이렇게 읽었습니다*
import-row = • *{ $name }* · { $facts }
import-confirm = 가져오기
import-change = 읽는 방법 바꾸기
import-again = 다시 시도
import-under-way = :inbox_tray: *{ $file }* 파일을 가져오는 중입니다: { $bar } { $rows }행 중 { $done }행
import-done = :white_check_mark: *{ $file }* 파일을 가져왔습니다. 새로 만듦 *{ $created }*, 바뀜 *{ $updated }*, 그대로 *{ $unchanged }*, 건너뜀 *{ $skipped }*.
import-quiet = 종료된 딜은 날짜를 그대로 지니고 보고서에 셉니다. 진행 중인 딜은 누가 손대지 않는 한 영업일 기준 일주일 동안 묻지 않습니다.
import-skips = 건너뛴 행
import-skips-row = 행
import-skips-reason = 이유
import-arriving = :hourglass_flowing_sand: *{ $file }* 파일을 읽고 있습니다 …
import-running = :inbox_tray: *{ $file }* 파일을 가져오는 중입니다 …
import-failed = :warning: *{ $file }* 파일을 가져오지 못했고, 남은 것은 없습니다. 다시 시도해 주세요. 또 실패하면 Pipekeeper가 실행되는 곳에서 `pipekeeper import` 명령으로 자세한 이유를 볼 수 있습니다.
import-stopped = :warning: Pipekeeper를 다시 시작하면서 *{ $file }* 파일을 가져오던 일이 멈췄습니다. 남은 것은 없습니다.
import-discarded = *{ $file }* 파일을 버렸습니다. 아무것도 쓰지 않았습니다.
import-was-undone = :leftwards_arrow_with_hook: *{ $file }* 파일을 가져온 일을 되돌렸습니다.{ $kept ->
    [0] {""}
   *[other] {" "}누가 손댄 딜 { $kept }건은 남겼습니다.
}
import-undo-title = 가져오기 되돌리기
import-would-undo = *{ $file }* 파일을 되돌리면 딜 *{ $removed }* 건을 없애고, *{ $restored }* 건을 이전으로 돌리고, 함께 들어온 고객사 { $accounts }곳과 사람 { $people }명을 없앱니다. { $kept ->
    [0] 남는 것은 없습니다.
   *[other] 누가 손댄 딜 { $kept }건은 남깁니다.
}
import-kept = 남는 딜: { $deals }{ $more ->
    [0] {""}
   *[other] {" "}외 { $more }건
}
import-change-title = 읽는 방법
import-form-says = 어느 열이 무엇인지 알려 주세요. 비워 둔 것은 가져오지 않습니다.
import-form-none = – 없음 –
import-form-dates = 날짜
import-form-as-proved = 시트에 드러난 대로
import-form-day-first = 일이 먼저 (31/12)
import-form-month-first = 월이 먼저 (12/31)
import-form-stage = 단계 “{ $stage }”
import-form-owner = 담당자 “{ $owner }”
import-form-submit = 다시 보기
import-field-external-id = 번호
import-field-name = 딜
import-field-account = 고객사
import-field-owner = 담당자
import-field-stage = 단계
import-field-status = 진행·수주·실주
import-field-created-on = 생성일
import-field-closes-on = 예상 마감일
import-field-closed-on = 종료일
import-field-amount = 금액
import-field-currency = 통화 단위
import-field-product = 제품
import-field-next-step = 다음 행동
import-field-next-step-due-on = 다음 행동 기한
import-field-reason = 사유
import-field-contact = 고객 담당자
import-field-contact-email = 고객 담당자 이메일
import-field-touched-on = 마지막 활동이나 수정
import-form-guessed = 같은 이름의 구성원이 있어 골라 두었습니다. 시트의 그 사람이 맞는지 확인하고, 아니면 비워 주세요.
import-form-more = 자리가 모자라 아직 모르는 { $count }건은 여기에 없습니다. 저장한 뒤 *읽는 방법 바꾸기* 를 한 번 더 누르면 이어서 여쭙습니다. 단계는 모두 알려 주셔야 하고, 비워 둔 사람은 Slack에 없는 담당자로 들어옵니다.
import-form-hidden = 위 목록에 없는 열 { $count }개: { $headers }. 쓰려면 시트에서 열 이름을 채울 항목 이름으로 바꾸거나 맨 앞으로 옮겨 다시 올려 주세요.
import-proposed = :bust_in_silhouette: { $owners } – 같은 이름의 구성원이 있어 *읽는 방법 바꾸기* 에 골라 두었습니다. 거기에서 확인하셔야 그 사람의 딜이 됩니다.
import-warn-currency = :information_source: 통화가 없는 금액은 { $currency } 단위로 읽습니다. 다른 통화라면 *읽는 방법 바꾸기* 에서 알려 주세요.
import-form-currency = 통화가 없는 금액의 통화
import-missing = :information_source: 이런 열을 찾지 못했습니다: { $fields }. 시트에 있다면 *읽는 방법 바꾸기* 에서 알려 주세요.
import-missing-names = :warning: 이런 열을 찾지 못했습니다: { $fields }. 이대로 가져오면 딜 이름이 고객사 이름이 됩니다. 시트에 있다면 *읽는 방법 바꾸기* 에서 알려 주세요.
import-taking-back = :hourglass_flowing_sand: *{ $file }* 파일을 가져온 일을 되돌리는 중입니다 …
