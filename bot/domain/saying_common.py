"""Words of any sentence: alone they name no deal."""

_COMMON = """
the a an and or but so then to of in on at by for with from about into is are was were be been
am i we you he she they it them him her us me my our your their his its this that these those
what when where who how why which did do does done has have had will would can could should
must may might not no yes ok okay just now today tomorrow yesterday tonight morning afternoon
evening week month year quarter day next last this coming monday tuesday wednesday thursday
friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun january february march
april may june july august september october november december jan feb mar apr jun jul aug sep
sept oct nov dec call called calling calls phone phoned spoke talked talk chat chatted meet
met meeting meetings visited visit lunch coffee dinner email emailed emails mail mailed wrote
sent send sending reply replied demo demoed demos note notes show showed quote quotes proposal
contract pricing price budget deal deals stage move moved push won win lost lose hold paused
pause assign create new open add closed close closing signed sign likes like liked love loved
wants want wanted needs need needed asked ask asking said says told tell think thinks pilot
trial poc team cfo ceo cto cio vp legal procurement customer client account accounts next step
steps follow followup up back out great good bad nice went well really very much more less
still again also after before until between over under off them there here first second two
three one all any some every each per please remind promise promised stale stuck cold quiet
status update updates going know look list give get got going make made let lets put go goes
come came take took see set check review draft share shared prepare schedule book deck renewal
expansion rollout support project platform global group systems international tech
technologies services sales solutions company corp inc data cloud discount decision security
happy interested ready sure free early late end start started finished want their feedback
terms price quotes sending board around through weeks days months hours call 실주 수주 통화
전화 미팅 회의 방문 메일 이메일 데모 시연 메모 노트 견적 견적서 제안 제안서 계약 계약서 협상
보류 오늘 내일 어제 모레 다음 이번 지난 주 다음주 이번주 지난주 월요일 화요일 수요일 목요일
금요일 토요일 일요일 까지 완료 했음 했어 함 담당자 고객 고객사 우리 내가 딜 단계 금액 예산
가격 할인 도입 검토 긍정적 파일럿 시작 요청 자료 보내기 보내야 하기로 약속 뭐 뭐라고 언제
어떻게 어때 상황 현황 알려줘 보여줘 내 나 이동 변경 신규 새 생성 등록 추가 진행 연장 갱신 구축
프로젝트 확대 한국 서울 대한 글로벌 오전 오후 이번달 다음달 회신 팀장 대표 부장 이사 필요 확인
준비 결정 내부 관련 일정 시스템 서비스 솔루션 전자 산업
"""
COMMON = frozenset(_COMMON.split())
