link-copy = 링크 복사
link-says = *{ $deal }* 딜의 링크입니다. 복사해서 쓰세요.
link-hint = Slack 대화에 올리면 그 대화의 모든 사람에게 딜 카드가 보입니다. 다른 회사와 공유하는 채널에서는 보이지 않습니다.
link-page-says = 딜로 가는 링크입니다. 워크스페이스의 대화에 이 링크를 올리면 딜을 볼 수 있습니다.
link-page-open = Slack 열기
refusal-link-off = 아직 딜 링크를 쓰지 않는 워크스페이스입니다. 관리자가 Pipekeeper 서버에서 `PIPEKEEPER_LINK_DOMAIN` 값을 정하면 쓸 수 있습니다.
card-links = :link: *링크*
card-link-message = { $when } 메시지
