// The played Slack speaks English; its own sentences are put into the person's language here.
const KOREAN = [
  [/^Please complete this required field\.$/, "필수 항목을 입력하세요."],
  [/^Please enter at least (\d+) characters\.$/, "$1자 이상 입력하세요."],
  [/^Please enter at most (\d+) characters\.$/, "$1자 이하로 입력하세요."],
  [/^Please enter a number\.$/, "숫자를 입력하세요."],
  [/^Please enter a whole number\.$/, "정수를 입력하세요."],
  [/^Please enter a number of at least (\S+)\.$/, "$1 이상의 숫자를 입력하세요."],
  [/^Please enter a number of at most (\S+)\.$/, "$1 이하의 숫자를 입력하세요."],
  [/^Please enter a valid email address\.$/, "올바른 이메일 주소를 입력하세요."],
  [/^Please enter a valid URL\.$/, "올바른 URL을 입력하세요."],
  [/^We had some trouble connecting\. Try again\?$/, "연결하는 데 문제가 생겼습니다. 다시 시도할까요?"],
  [/^(\S+) failed with the error "(.*)"$/, "$1 명령어 실행 중 오류가 발생했습니다: “$2”"],
  [/^(\S+) is not supported in threads\. Sorry!$/, "$1 명령어는 스레드에서 사용할 수 없습니다."],
  [/^(\S+) is not a valid command\..*$/s,
    "$1 명령어를 찾을 수 없습니다. Slack에서 “/”로 시작하는 메시지는 명령어로 처리됩니다."],
  [/^You are not in #(.+)\.$/, "#$1 채널의 멤버가 아닙니다."],
  [/^No result$/, "결과 없음"],
];

/** A sentence of the played Slack, for a reader of this language. */
export const slackSaid = (language, text) => {
  if (language !== "ko" || !text) return text;
  const known = KOREAN.find(([pattern]) => pattern.test(text));
  return known ? text.replace(...known) : text;
};
