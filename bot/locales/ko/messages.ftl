log-message-title = 딜에 기록
manifest-log-message = 메시지를 딜에 남깁니다
activity-message = 메시지 보기
activity-said = { $by } 님이 쓴 글, { $link }
