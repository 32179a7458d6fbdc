help-deal-more = 하나씩 자세히 보려면 `/deal 도움말 이동` 처럼 입력하세요: { $words }
help-crm-more = 하나씩 자세히 보려면 `/crm 도움말 목표` 처럼 입력하세요: { $words }
refusal-help-no-topic =
    “{ $topic }” – 이런 도움말은 없습니다. 이런 것이 있습니다.
    `/crm 도움말` 뒤에: { $crm }
    `/deal 도움말` 뒤에: { $deal }
    그리고 `/log 도움말`
help-on-deal-new = *`/deal 새`* – 딜을 새로 등록합니다.
help-on-deal-new-examples =
    `/deal 새 한빛 파일럿 고객사 한빛전자 300만원 마감 다음 주 금요일`
    `/deal 새 한빛 파일럿 고객사 한빛전자 1.2억`
    `/deal 새` 만 입력하면 양식이 열립니다. 처음 나온 고객사는 딜과 함께 등록됩니다.
help-on-deal-show = *`/deal 보기`* – 딜 카드를 엽니다. 단계, 고객 담당자, 다음 행동, 최근 활동이 있습니다.
help-on-deal-show-examples =
    `/deal 보기 한빛 파일럿`
    딜이나 고객사 이름의 일부만 입력해도 됩니다. 카드에서 바로 기록하고, 단계를 옮기고, 이력을 볼 수 있습니다.
help-on-deal-list = *`/deal 목록`* – 진행 중인 딜을 한 쪽씩 보여 줍니다.
help-on-deal-list-examples =
    `/deal 목록 내` · `/deal 목록 팀` · `/deal 목록 전체` · `/deal 목록 @민아` · `/deal 목록 미배정`
    `/deal 목록 방치`: 소식이 없거나 멈춰 있는 딜
    `/deal 목록 전체 단계:제안 정렬:금액`: 금액, 마감, 단계, 이름, 고객사, 담당자, 활동, 생성, 다음행동 순으로 정렬합니다
help-on-deal-move = *`/deal 이동`* – 딜을 다른 단계로 옮깁니다.
help-on-deal-move-examples =
    `/deal 이동 한빛 파일럿 제안 단계로`
    `/deal 이동 한빛 파일럿` 만 입력하면 어디로 옮길지 묻습니다. 빠진 통과 조건은 양식 하나로 묻고, 앞 단계로 되돌릴 때는 사유를 묻습니다.
help-on-deal-won = *`/deal 수주`* – 딜을 수주로 마감합니다.
help-on-deal-won-examples =
    `/deal 수주 한빛 파일럿`
    `/deal 수주 한빛 파일럿 300만원`: 수주한 금액도 함께 적습니다
help-on-deal-lost = *`/deal 실주`* – 딜을 사유와 함께 실주로 마감합니다.
help-on-deal-lost-examples =
    `/deal 실주 한빛 파일럿 가격`
    `/deal 실주 한빛 파일럿` 만 입력하면 사유를 묻습니다. `/deal 다시 열기 한빛 파일럿` 으로 다시 열 수 있습니다.
help-on-deal-next = *`/deal 다음`* – 다음 행동, 곧 내가 하기로 한 일 하나를 정합니다.
help-on-deal-next-examples =
    `/deal 다음 한빛 파일럿 견적서 보내기 금요일`
    `/deal 다음 한빛 파일럿 구매팀장과 통화 내일 오후 3시`: 시각을 적으면 그 직전에도 알려 드립니다
    그날 아침에 알려 드리고, 완료, 나중에, 다음 주 버튼으로 답할 수 있습니다. 되풀이되는 행동은 딜 카드의 *다음 행동* 양식에서 정하세요.
help-on-deal-edit = *`/deal 수정`* – 딜의 이름, 고객사, 금액, 예상 마감일을 고치는 양식을 엽니다.
help-on-deal-edit-examples =
    `/deal 수정 한빛 파일럿`
help-on-deal-assign = *`/deal 배정`* – 딜의 담당자를 바꿉니다.
help-on-deal-assign-examples =
    `/deal 배정 한빛 파일럿 @민아`
    팀장은 자기 팀의 딜을, 본부장과 관리자는 모든 딜을 배정할 수 있습니다. 새 담당자에게는 제가 알려 드립니다.
help-on-deal-reopen = *`/deal 다시 열기`* – 수주하거나 실주한 딜을 다시 엽니다.
help-on-deal-reopen-examples =
    `/deal 다시 열기 한빛 파일럿`
help-on-deal-undo = *`/deal 취소`* – 내가 마지막으로 한 일을 되돌립니다. 한 번 더 입력하면 그 앞의 일을 되돌립니다.
help-on-deal-undo-examples =
    `/deal 취소`
    모든 답에 되돌리기가 있고, 내가 한 일은 `/crm 이력` 에 모두 있습니다. 되돌린 일은 *다시 실행* 으로 다시 할 수 있습니다.
help-on-deal-hold = *`/deal 보류`* – 딜이 무엇을 언제까지 기다리는지 적어 둡니다. 그때까지는 묻지 않습니다.
help-on-deal-hold-examples =
    `/deal 보류 한빛 파일럿 12월 5일까지 예산 확정 대기`
    최대 90일입니다. 팀장에게는 보이고, 보류가 끝나면 알려 드립니다.
help-on-deal-stage-history = *`/deal 단계이력`* – 딜이 언제 어느 단계에 들어갔고 누가 옮겼는지 보여 줍니다.
help-on-deal-stage-history-examples =
    `/deal 단계이력 한빛 파일럿`
help-on-deal-history = *`/deal 이력`* – 딜에서 바뀐 모든 것을 누가 무엇에서 무엇으로 바꿨는지 보여 줍니다.
help-on-deal-history-examples =
    `/deal 이력 한빛 파일럿`
help-on-deal-room = *`/deal 방`* – 채널을 딜의 방으로 만듭니다.
help-on-deal-room-examples =
    채널에서 `/deal 방 한빛 파일럿`
    방에서는 이름이 필요 없습니다: `/log 통화 - 반응 좋음` · `/deal 이동 제안 단계로`. 딜에 생긴 일을 방에 알리고, 고정된 카드가 늘 최신입니다.
help-on-crm-find = *`/crm 찾기`* – 고객사, 고객 담당자, 딜, 모두의 메모를 찾습니다.
help-on-crm-find-examples =
    `/crm 찾기 한빛` · `/crm 찾기 ㅎㅂㅈㅈ`
    `/crm 찾기 파일럿 가격`: 여러 낱말을 순서 없이 써도 되고, 오타가 있어도 찾습니다
help-on-crm-today = *`/crm 오늘`* – 오늘 할 일, 기한이 지난 일, 소식이 없는 딜을 보여 줍니다.
help-on-crm-today-examples =
    `/crm 오늘`
    알려 드릴 것이 있으면 아침에 저절로 보내 드립니다. 어떤 메시지를 받을지는 `/crm 설정` 에서 고르세요.
help-on-crm-me = *`/crm 나`* – 내 한 주와, 수주한 딜에서 보이는 습관을 보여 줍니다.
help-on-crm-me-examples =
    `/crm 나`
help-on-crm-team = *`/crm 팀`* – 팀의 한 주 한 주를 보여 줍니다.
help-on-crm-team-examples =
    `/crm 팀` · `/crm 팀 @수진`
    팀장은 자기 팀을, 본부장과 관리자는 모든 팀을 볼 수 있습니다.
help-on-crm-forecast = *`/crm 예측`* – 이번 달과 이번 분기에 수주할 것 같은 금액을 목표와 함께 보여 줍니다.
help-on-crm-forecast-examples =
    `/crm 예측`
help-on-crm-report = *`/crm 보고서`* – 숫자와 차트, 그 뒤의 딜까지 보여 줍니다.
help-on-crm-report-examples =
    `/crm 보고서 기회 최근 6개월 월별` · `/crm 보고서 생산성 최근 6개월 월별`
    `/crm 보고서 수주 담당자별` · `/crm 보고서 파이프라인 단계별` · `/crm 보고서 퍼널` · `/crm 보고서 속도`
    `/crm 보고서 준수율` · `/crm 보고서 주의` · `/crm 보고서 활용` · `/crm 보고서 근거` · `/crm 보고서 넛지`
    기간은 지난달, 이번 분기, 2025년, 2026-01-01부터 2026-03-31까지 처럼 적습니다. 월별, 주별, 분기별, 담당자별, 팀장별, 팀별, 단계별, 사유별로 볼 수 있고, `csv로`, `엑셀로` 를 붙이면 파일로, `차트로` 를 붙이면 차트로 보여 드립니다.
help-on-crm-champions = *`/crm 챔피언`* – 본보기가 되어 주는 사람과 그 일하는 방식을 보여 줍니다. 질문할 수도 있습니다.
help-on-crm-champions-examples =
    `/crm 챔피언`
help-on-crm-playbook = *`/crm 플레이북`* – 우리가 합의한 영업 방식, 곧 단계와 단계마다 필요한 것을 보여 줍니다.
help-on-crm-playbook-examples =
    `/crm 플레이북` · `/crm 플레이북 이력`
    `/crm 플레이북 편집` · `/crm 플레이북 제안`: 팀장, 본부장, 관리자가 변경을 제안합니다 · `/crm 플레이북 동의`: 제안에 답합니다
help-on-crm-people = *`/crm 사람`* – 누가 누구인지 보여 줍니다.
help-on-crm-people-examples =
    `/crm 사람`
    `/crm 사람 설정 @민아 역할:팀장 팀:서부 팀장:@수진`: 관리자용입니다
help-on-crm-goals = *`/crm 목표`* – 이번 달과 이번 분기의 목표와 지금까지 수주한 금액을 보여 줍니다.
help-on-crm-goals-examples =
    `/crm 목표`
    `/crm 목표 설정 @민아 이번 달 1억` · `/crm 목표 설정 서부 다음 분기 5억` · `/crm 목표 설정 전체 다음 분기 20억`: 본부장과 관리자용입니다. 한 줄에 하나씩 여러 개를 적을 수 있고, 0을 적으면 목표가 없어집니다
help-on-crm-settings = *`/crm 설정`* – 언어, 시간대, 근무 시간, 휴가, 받을 메시지를 정하는 양식을 엽니다.
help-on-crm-settings-examples =
    `/crm 설정`
help-on-crm-import = *`/crm 가져오기`* – 관리자가 스프레드시트를 가져옵니다.
help-on-crm-import-examples =
    CSV, TSV, 엑셀 파일을 저와의 대화에 올리세요. 무엇을 찾았는지 먼저 보여 드리고, 확인하시기 전에는 아무것도 쓰지 않습니다.
    `/crm 가져오기`: 지난 가져오기와 되돌리기
help-on-crm-export = *`/crm 내보내기`* – 관리자에게 표를 파일로 보냅니다.
help-on-crm-export-examples =
    `/crm 내보내기 딜` · `/crm 내보내기 활동 엑셀`
    표: 딜, 고객사, 고객담당자, 활동, 단계변경, 목표, 스코어카드, 감사
help-on-crm-forget = *`/crm 삭제`* – 관리자가 고객 담당자의 정보를 완전히 지웁니다.
help-on-crm-forget-examples =
    `/crm 삭제 김민수`
    되돌릴 수 없으므로 먼저 확인합니다.
help-on-crm-scorecard = *`/crm 스코어카드`* – 플레이북의 비중으로 매긴 내 점수와 그것을 열어 본 사람을 보여 줍니다.
help-on-crm-scorecard-examples =
    `/crm 스코어카드` · `/crm 스코어카드 @민아`: 우리 팀원
    `/crm 스코어카드 리뷰`: 리뷰에서 줄마다 의견을 적거나 이의를 제기할 수 있습니다
help-on-crm-history = *`/crm 이력`* – 내가 한 일을 최근 순으로, 되돌리기와 함께 보여 줍니다.
help-on-crm-history-examples =
    `/crm 이력`
    `/deal 이력 한빛 파일럿`: 딜 하나에 있었던 일
