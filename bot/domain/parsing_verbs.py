"""The first word of /deal and /crm in every language, and the one word we know it by."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.nearness import alike
from bot.domain.refusal import Instead, Refusal, Unknown

_DEAL = {
    "new": "new create add 새 새로 신규 만들기 등록 추가 생성 새딜",
    "show": "show view open 보기 보여줘 조회 상세",
    "list": "list ls deals 목록 리스트",
    "move": "move advance 이동 옮기기 단계이동 단계변경",
    "won": "won win 수주 성사 성공 성약",
    "lost": "lost lose 실주 실패",
    "next": "next 다음 다음행동 다음단계 할일",
    "edit": "edit change update 수정 편집 변경",
    "assign": "assign reassign 배정 담당 담당자 담당변경",
    "reopen": "reopen 다시열기 재개 재오픈",
    "undo": "undo 취소 되돌리기 실행취소",
    "hold": "hold pause 보류 홀드",
    "stage-history": "stage-history stagehistory 단계이력",
    "history": "history 이력 변경이력 변경기록 기록",
    "room": "room 방 딜방 딜룸",
    "help": "help ? 도움말 도움 사용법",
}
_CRM = {
    "help": "help ? 도움말 도움 사용법",
    "find": "find search 찾기 찾아줘 검색",
    "me": "me my 나 내 내정보",
    "team": "team 팀 우리팀",
    "forecast": "forecast 예측 전망",
    "today": "today 오늘 오늘할일",
    "report": "report reports 보고서 리포트 보고",
    "champions": "champions champion 챔피언 챔피언들",
    "playbook": "playbook 플레이북",
    "people": "people 사람 사람들 구성원 인원",
    "goals": "goals goal targets target 목표",
    "settings": "settings setting 설정 환경설정",
    "import": "import 가져오기 불러오기",
    "export": "export 내보내기",
    "forget": "forget 삭제 잊기",
    "scorecard": "scorecard 스코어카드",
    "history": "history 이력 내이력 기록 내기록",
}
_PLAYBOOK = {
    "show": "show view 보기 보여줘",
    "edit": "edit change 편집 수정 변경",
    "propose": "propose proposal 제안",
    "agree": "agree 동의 합의",
    "history": "history versions 이력 기록 버전",
}
_IN_TWO_WORDS = {
    "다시 열기": "reopen",
    "다시 열어줘": "reopen",
    "실행 취소": "undo",
    "단계 이력": "stage-history",
    "변경 이력": "history",
    "단계 이동": "move",
    "단계 변경": "move",
    "다음 행동": "next",
    "다음 단계": "next",
    "담당 변경": "assign",
    "담당자 변경": "assign",
    "새 딜": "new",
    "stage history": "stage-history",
    "new deal": "new",
    "next step": "next",
    "deal room": "room",
    "딜 방": "room",
}
_CRM_IN_TWO_WORDS = {
    "내 이력": "history",
    "내 기록": "history",
    "my history": "history",
}


def _spoken(words: dict[str, str]) -> dict[str, str]:
    return {word: verb for verb, spoken in words.items() for word in spoken.split()}


VERBS: dict[str, str] = _spoken(_DEAL) | _IN_TWO_WORDS
"""What may be typed behind /deal, to the verb that is meant."""

CRM_VERBS: dict[str, str] = _spoken(_CRM) | _CRM_IN_TWO_WORDS
"""What may be typed behind /crm, to the verb that is meant."""

PLAYBOOK_VERBS: dict[str, str] = _spoken(_PLAYBOOK)
"""What may be typed behind /crm playbook, to the verb that is meant."""

_WORD = re.compile(r"\S+")


def split_verb(text: str, verbs: dict[str, str]) -> tuple[str | None, str]:
    """The verb at the beginning (two words before one) and the rest; None and all the text
    where it begins with none."""
    ends = [word.end() for word in _WORD.finditer(text)][:2]
    for end in reversed(ends):
        typed = " ".join(text[:end].casefold().split()).removesuffix(":")
        if typed in verbs:
            return verbs[typed], text[end:].strip()
    return None, text.strip()


def not_a_word(
    key: str, unknown: Sequence[str], known: Iterable[str], tables: Sequence[str] = ()
) -> Refusal:
    """A line holds words that say nothing in it: those near to the first that is near to any."""
    every, words = list(known), tuple(unknown)
    for typed in unknown:
        if near := alike(typed, every):
            instead = [Instead(one) for one in near]
            return Unknown(key, typed=typed, instead=instead, words=words, tables=tables)
    return Refusal(key, words=words, tables=tables)


def not_understood(command: str, line: str, verbs: Mapping[str, str], reads: str = "") -> Unknown:
    """A line that begins with no word of the command. Where one is near, it stands for what was
    typed; else the line may be a name for `reads` to look up, and there is help."""
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    near = {verbs[word]: word for word in reversed(alike(first, verbs))}
    if near:
        instead = [Instead(word, f"{command} {word}") for word in reversed(near.values())]
        return Unknown("not-understood", typed=first, instead=instead, command=command)
    lines = [f"{reads} {line}", "help"] if reads and line else ["help"]
    instead = [Instead(one, f"{command} {one}") for one in lines]
    return Unknown("not-understood", typed=line, instead=instead, command=command)


_REVIEWS = re.compile(r"\s*\S+\s+(?:reviews?|리뷰|평가)(?:\s|$)", re.IGNORECASE)


def is_about_reviews(line: str) -> bool:
    """Whether a line behind /crm goes on with reviews: `scorecard review`, 스코어카드 리뷰."""
    return _REVIEWS.match(line) is not None
