import-help = 스프레드시트의 딜을 가져옵니다 (CSV, TSV, XLSX).
export-help = 표를 내보냅니다: `deals`, `accounts`, `contacts`, `activities`, `stage_changes`, `scorecards`, `audit`.
backup-help = 모든 데이터를 한 파일로 저장합니다. 두 데이터베이스 모두에서 읽을 수 있습니다.
restore-help = 모든 데이터를 백업의 내용으로 바꿉니다.
import-rows = 행
import-dry = 시험만 했습니다. 바뀐 것은 없습니다.
import-report = 새로 만듦 { $created }, 바뀜 { $updated }, 그대로 { $unchanged }, 건너뜀 { $skipped }.
import-skipped = { $row }행: { $reason }
import-skipped-more = … 외 { $count }행을 건너뛰었습니다.
import-totals = 이제 딜 { $deals }건: 수주 { $won }, 실주 { $lost }, 진행 중 { $open }; 수주 금액 { $amounts }; 수주율 { $rate }.
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
refusal-import-broken = { $file } 파일이 깨졌습니다: { $reason }.
refusal-import-no-table = { $file } 파일에 두 열 이상의 머리글 행이 없습니다.
refusal-import-no-columns = 무엇이 딜인지 알려 주는 열이 없습니다. 머리글: { $headers }. `--map '머리글=name'` 으로 알려 주세요.
refusal-import-no-header = “{ $header }” 머리글은 없습니다. 있는 머리글: { $headers }.
refusal-import-no-field = “{ $field_name }” 필드는 없습니다. 있는 필드: { $fields }.
refusal-import-stages-unknown = 모르는 단계입니다: { $unknown }. 우리 단계: { $stages }. 어떤 뜻인지 알려 주세요. 예: { $example }. 바뀐 것은 없습니다.
refusal-import-row-without-name = 이름도 고객사도 번호도 없음
refusal-import-row-date = “{ $text }” – 날짜가 아님
refusal-import-row-amount = “{ $text }” – 금액이 아님
refusal-import-row-currency = “{ $text }” – 통화가 아님
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
