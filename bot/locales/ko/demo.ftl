demo-welcome = :wave: 안녕하세요, 우리 팀 CRM Pipekeeper입니다. 여기에 `/log 통화 한빛전자 - 파일럿 긍정적 > 견적서 보내기 금요일` 이라고 입력하거나, `/crm 오늘` 로 오늘 할 일을 보세요. 나머지는 `/crm 도움말` 에 있습니다.
demo-general = 새 분기를 시작합니다! 이제 모든 딜은 Pipekeeper에 있습니다. `/crm 도움말` 로 시작하세요.
demo-seoul = 이번 분기부터 모든 딜은 Pipekeeper에 기록합니다. `/crm 도움말` 을 입력해 보세요.
demo-room-ask = 어제 고객 구매팀에서 일정을 물어봤어요. 지금 어디까지 왔나요?
demo-room-answer = 여기에 한 줄만 쓰면 이름 없이도 딜에 기록됩니다.
