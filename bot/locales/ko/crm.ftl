today-says = *{ $day }* · 기한 지남 { $overdue }건, 오늘 { $due }건, 방치 { $stale }건
today-overdue = *기한 지남* ({ $count })
today-due = *오늘 할 일* ({ $count })
today-stale = *방치된 딜* ({ $count })
today-held = *보류 중* ({ $count }), 보류가 끝나는 날까지 묻지 않습니다
today-coming = *앞으로 일주일* ({ $count })
today-more = { $count }건 더 – `/deal 목록` 에서 볼 수 있습니다
today-all-clear = :sunny: 밀린 일이 없습니다. 다음 행동을 정하기 좋은 때입니다.
today-without-step = 날짜가 정해진 다음 행동이 없는 딜이 { $count }건 있습니다.
today-pipeline = 진행 중인 딜 { $count }건 · { $sums }
today-no-deals = 아직 진행 중인 딜이 없습니다. 새로 만들거나 팀장에게 배정을 요청해 보세요.
find-nothing = “{ $words }” – 찾은 것이 없습니다.
find-nearest = 혹시 이 중에 있나요?
find-hint = 딜, 고객사 이름이나 메모의 일부로 찾아 보세요.
find-more = 딜 { $count }건 더 – 조금 더 입력하면 좁힐 수 있습니다
find-beyond = 여기에 보이지 않는 것: { $left }. 조금 더 입력해 좁히거나, 카드를 열면 그 안의 것을 모두 볼 수 있습니다.
find-note = *{ $kind }* · { $subject } · { $author } · { $when }
    { $note }
people-says = *{ $count }명*
people-line = { $person } · { $role }{ $has_team ->
    [yes] {" "}· { $team }
   *[no] {""}
}{ $has_manager ->
    [yes] {" "}· 팀장 { $manager }
   *[no] {""}
}
people-hint = 역할, 팀장, 팀은 관리자가 바꿀 수 있습니다.
people-hint-admin = `/crm 사람 설정 @이름 역할:팀장 팀장:@이름 팀:서부` 처럼 바꿉니다.
people-more = { $count }명은 표시하지 않았습니다.
people-set = { $person } – { $role }, 팀장 { $manager }, 팀 { $team }{ JOSA($team, "으로/로") } 설정했습니다.
help-log-title = *`/log`* – 있었던 일을 한 줄로 기록합니다.
help-log-examples =
    `/log 통화 한빛전자 - 파일럿 긍정적 > 견적서 보내기 금요일`
    `/log 미팅 서울물산 어제 - 재무팀장과 첫 미팅`
    `/log 이메일 한빛전자: 가격표 발송`
    `/log` 만 입력하면 양식이 열립니다.
help-log-hint = 메모는 “ - ” 뒤에, 다음 행동은 “>” 뒤에, 날짜는 끝에 쓰고 시각도 붙일 수 있습니다(“금요일 오후 3시”). 종류: 통화, 미팅, 이메일, 데모, 메모. 모든 답에 되돌리기가 있습니다.
help-deal-title = *`/deal`* – 딜을 관리합니다.
help-deal-examples =
    `/deal 새 한빛 파일럿 고객사 한빛전자 300만원 마감 다음 주 금요일`
    `/deal 보기 한빛전자` · `/deal 목록 내` · `/deal 목록 팀 방치` · `/deal 목록 미배정` · `/deal 목록 단계:제안 정렬:금액`
    `/deal 이동 한빛 파일럿 제안 단계로`
    `/deal 수주 한빛 파일럿 300만원` · `/deal 실주 한빛 파일럿 가격`
    `/deal 다음 한빛 파일럿 견적서 보내기 금요일 오후 3시`
    `/deal 수정 한빛` · `/deal 배정 한빛 @민아` · `/deal 다시 열기 한빛`
    `/deal 보류 한빛 12월 5일까지 예산 확정 대기` · `/deal 이력 한빛` · `/deal 단계이력 한빛` · `/deal 취소`
    `/deal 방 한빛 파일럿`: 이 채널을 딜의 방으로 만듭니다. 방에서는 `/deal 이동 제안 단계로`, `/log 통화 - 반응 좋음` 처럼 이름이 필요 없습니다
help-deal-hint = 이름은 일부만 입력해도 됩니다. 빠진 것이 있으면 양식이 그것만 묻습니다.
help-crm-title = *`/crm`* – 찾고, 오늘 할 일을 봅니다.
help-crm-examples =
    `/log 통화 한빛전자 - 파일럿 긍정적 > 견적서 보내기 금요일`: 있었던 일과 다음 행동
    `/deal 새 한빛 파일럿 고객사 한빛전자 300만원` · `/deal 이동 한빛 파일럿 제안`: 내 딜
    `/crm 오늘`: 오늘 할 일, 기한 지난 일, 방치된 딜
    `/crm 찾기 파일럿`: 고객사, 고객 담당자, 딜, 모두의 메모 (`ㅎㅂㅈㅈ` 도 됩니다)
    `/crm 플레이북`: 우리가 합의한 영업 방식과 단계마다 필요한 것
    `/crm 보고서 기회 최근 6개월 월별` · `/crm 보고서 수주 담당자별 csv로`
    `/crm 나`: 내 한 주, 그리고 수주한 딜에서 보이는 습관 · `/crm 팀` · `/crm 예측` · `/crm 목표`
    `/crm 설정`: 언어, 근무 시간, 휴가, 받을 메시지
    `/crm 사람`: 누가 누구인지
    `/crm 스코어카드`: 플레이북의 비중으로 매긴 내 점수와 열어 본 사람 · `/crm 스코어카드 리뷰`: 그 리뷰
    `/crm 이력`: 내가 한 일과 되돌리기
    `/crm 챔피언`: 본보기가 되어 주는 사람과 그 일하는 방식
help-crm-admin = 관리자용: `/crm 사람 설정 @민아 역할:팀장 팀:서부` · `/crm 가져오기` · `/crm 내보내기 딜 엑셀` · `/crm 삭제 김민수` · `/crm 플레이북 편집`
help-crm-hint = 메시지로 말씀하셔도 됩니다: “한빛전자 미팅 완료, 다음 주 화요일까지 견적서”. 기록은 `/log 도움말`, 딜은 `/deal 도움말` 을 보세요. 영어로 입력해도 똑같이 동작합니다.
