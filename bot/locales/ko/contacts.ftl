find-says = “{ $words }”: { $found }
find-accounts = 고객사 { $count }곳
find-people = 고객 담당자 { $count }명
find-deals = 딜 { $count }건
find-notes = 메모 { $count }건
notes-title = *메모*
button-merge = 하나로 합치기
button-merge-with = 중복 합치기
button-role = 딜에서 맡은 역할
button-rename = 이름 바꾸기
button-add-person = 담당자 추가
button-add-details = 정보 채우기
button-people = 고객 담당자
button-forget = 완전히 지우기
contact-says = 고객 담당자: { $contact }
contact-line = { $has_title ->
    [yes] *{ $contact }* { $title }
   *[no] *{ $contact }*
}{ $has_account ->
    [yes] {" "}· { $account }
   *[no] {""}
}
contact-last = 마지막 연락 { $when }
contact-never = 아직 연락 없음
contact-spoken = *연락*
    { $when }
contact-title = *직함*
    { $value }
contact-email = *이메일*
    { $value }
contact-phone = *전화번호*
    { $value }
contact-role = *{ $role }* · { $deal }
contact-no-roles = 아직 딜에서 맡은 역할이 없습니다. “딜에서 맡은 역할”에서 정하세요.
contact-double = *{ $contact }* – 같은 사람으로 보입니다.
contact-written = :white_check_mark: *{ $contact }* – 고객 담당자로 등록했습니다.
contact-changed = :white_check_mark: *{ $contact }* – 정보를 바꿨습니다.
contact-form-new = 새 고객 담당자
contact-form-edit = 고객 담당자 수정
contact-form-name = 이름
contact-form-account = 고객사
contact-form-title = 직함
contact-form-email = 이메일
contact-form-phone = 전화번호
contact-option-new = 새로 등록: { $name }
role-form-title = 고객 담당자의 역할
role-form-deal = 딜
role-form-contact = 고객 담당자
role-form-contact-hint = 아는 이름이나 새 이름을 입력하세요
role-form-role = 이 딜에서 맡은 역할
role-form-none = 역할 없음
role-set = :white_check_mark: *{ $contact }* – { $deal }에서 { $role }
role-taken = :white_check_mark: *{ $contact }* – { $deal }에서 맡은 역할을 없앴습니다.
account-says = 고객사: { $account }
account-line = *{ $account }* · 진행 중인 딜 { $deals }건 · 고객 담당자 { $people }명
account-last = 마지막 활동 { $when }
account-never = 아직 기록 없음
account-no-deals = 아직 딜이 없습니다. `/deal 새` 명령으로 시작하세요.
account-more-deals = 그 밖의 딜 { $count }건
account-people = { $count ->
    [0] *고객 담당자*: 아직 없음
   *[other] *고객 담당자 { $count }명*
}
account-more-people = 그 밖에 { $count }명
account-double = *{ $account }* – 같은 고객사로 보입니다.
account-form-title = 고객사 이름 바꾸기
account-form-name = 이름
account-renamed = :white_check_mark: 고객사 이름이 이제 *{ $account }* 입니다.
card-people = *고객 담당자*
card-person = { $contact } · { $role } · { $spoken }
log-form-contact = 만난 사람
logged-contact = 함께한 사람: { $contact }
logged-contact-new = 함께한 사람: { $contact } (새 고객 담당자로 등록)
merge-form-title = 하나로 합치기
merge-form-next = 바뀌는 내용 보기
merge-form-says = *{ $kept }* 쪽이 남고, 다른 쪽의 모든 기록이 이리로 옮겨집니다.
merge-form-other-account = 어느 고객사와 같은가요?
merge-form-other-contact = 누구와 같은 사람인가요?
merge-means-account = *{ $other }* 기록이 *{ $kept }* 쪽으로 옮겨집니다: 딜 { $deals }건, 고객 담당자 { $people }명, 활동 { $activities }건. 앞으로 시트의 { $other }{ JOSA($other, "은/는") } { $kept }{ JOSA($kept, "으로/로") } 읽습니다.
merge-means-contact = *{ $other }* 기록이 *{ $kept }* 쪽으로 옮겨집니다: 딜 { $deals }건의 역할, 활동 { $activities }건.
merge-takes = { $kept } 쪽에 없던 정보를 { $other } 쪽에서 가져옵니다: { $taken }
merge-takes-title = 직함
merge-takes-email = 이메일
merge-takes-phone = 전화번호
merge-takes-account-id = 고객사
merge-undoable = 합친 뒤에도 되돌릴 수 있습니다.
merged = :white_check_mark: *{ $other }* 기록을 *{ $kept }* 쪽으로 합쳤습니다.
forget-which = 누구를 지울까요? 맞는 사람의 카드를 여세요.
forget-means = *{ $contact }* ({ $account }) 담당자를 완전히 지울까요? 이름, 이메일, 전화번호와 딜 { $deals }건의 역할이 없어집니다. 활동 { $activities }건은 이름 없이 남고, 글 { $texts }건에서 이름을 가립니다.
forget-confirm-title = 완전히 지울까요?
forget-confirm = { $contact } – 모든 곳에서 지웁니다. 되돌릴 수 없습니다.
forgotten = :white_check_mark: 지웠습니다. 딜 { $deals }건의 역할이 끝났고, 활동 { $activities }건이 이름 없이 남았으며, 글 { $texts }건에서 이름을 가렸습니다.
forgotten-where = 이미 Slack에 남은 메시지, 내보낸 파일, 백업은 바뀌지 않습니다. 필요하면 직접 지우세요.
undone-contact-new = 되돌렸습니다. 고객 담당자를 등록하지 않은 상태입니다.
undone-contact-edit = 되돌렸습니다. 고객 담당자 정보가 전과 같습니다.
undone-contact-role = 되돌렸습니다. 역할이 전과 같습니다.
undone-contact-merge = 되돌렸습니다. 다시 두 담당자로 나뉘었습니다.
undone-account-edit = 되돌렸습니다. 고객사 이름이 전과 같습니다.
undone-account-merge = 되돌렸습니다. 다시 두 고객사로 나뉘었습니다.
refusal-contact-gone = 이 고객 담당자는 더 이상 없습니다.
refusal-contact-name-missing = 누구인가요? 이름을 입력하세요.
refusal-contact-too-long = { $most }자까지 쓸 수 있습니다. 줄여 주세요.
refusal-contact-email-odd = “{ $typed }”{ JOSA($typed, "은/는") } 이메일 주소가 아닙니다. `name@company.com` 처럼 쓰거나 비워 두세요.
refusal-account-name-missing = 고객사 이름이 무엇인가요? 이름을 입력하세요.
refusal-role-deal-missing = 딜을 고르세요. 고객사만으로는 역할을 정할 수 없습니다.
refusal-merge-itself = 같은 항목입니다. 다른 항목을 고르세요.
refusal-forget-whom = 누구를 지울까요? `/crm 삭제 김민수` 처럼 이름을 입력하세요.
refusal-forget-nobody = “{ $typed }”{ JOSA($typed, "이라는/라는") } 고객 담당자가 없습니다. `/crm 찾기` 명령으로 찾아보세요.
