"""Orders in so many words: they say what is wanted, whatever the rest of the sentence tells.

"Mark Stark as lost, they signed with another" is no win, and "add a note: they lost their CFO" is
no loss: the order goes before its reason.
"""

import re

from bot.domain.saying import SaidAct
from bot.domain.saying_words import NAME

LEAD = r"^\W*(?:(?:please|pls|plz|ok|okay|hey|so|and|now|let'?s|just|can you|could you)\W+)*"
_IT = rf"(?:the |our |my |this |that )?(?:{NAME}|it|one|deal)(?:'s)?(?: deal| opp\w*| pilot)?"
_MARKED = re.compile(
    rf"{LEAD}(?:mark|set|put|flag|close|move|change|update|switch|register)\s+{_IT}"
    r"(?:\s+(?:off|out|over|status))?\s*(?:as|to|in|into|under|down as|=|->|→)?\s*(?:a\s+)?"
    r"(?:closed[- ]?)?(?P<end>won|lost)\b",
    re.IGNORECASE,
)
_MARKED_KOREAN = re.compile(
    rf"^\W*{NAME}\S*\s+(?:(?:딜|건)\S?\s+)?(?:(?P<won>수주)|(?P<lost>실주))(?:으?로"
    rf"|\s)?\s?(?:좀\s)?"
    r"(?:처리|표시|변경|바꿔|바꾸|기록|등록|옮겨|돌려|체크|해)\s?(?:좀\s)?"
    r"(?:해|줘|주|부탁|바랍|요망|합니다|할게|하자|$)"
)
_LOGGED = re.compile(
    rf"{LEAD}(?:log|add|record|jot|make|leave|write|put)\s+(?:down |in )?"
    r"(?:a |an |this |the |my )?(?:quick |short )?"
    r"(?:note|memo|call|meeting|mtg|demo|e-?mail|visit|activity)\b"
    r"|(?:메모|노트|통화|미팅|회의|데모|메일|활동)(?:로|를|을|도)?\s?(?:하나\s|좀\s)?"
    r"(?:기록|로그|남[겨기]|입력|추가)\S{0,2}\s?(?:줘|주|부탁|바랍|놔|둬)",
    re.IGNORECASE,
)


def marked(masked: str) -> SaidAct | None:
    """The end that a deal is to be marked with."""
    if found := _MARKED.search(masked):
        return SaidAct.WON if found["end"].lower() == "won" else SaidAct.LOST
    if found := _MARKED_KOREAN.search(masked):
        return SaidAct.WON if found["won"] else SaidAct.LOST
    return None


def is_logged(masked: str) -> bool:
    """Whether it orders to write down what it tells."""
    return _LOGGED.search(masked) is not None
