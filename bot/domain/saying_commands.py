"""Orders in so many words: they say what is wanted, whatever the rest of the sentence tells.

"Mark Stark as lost, they signed with another" is no win, and "add a note: they lost their CFO" is
no loss: the order goes before its reason.
"""

import re
from datetime import date

from bot.domain.parsing_dates import find_date, take_trailing_date
from bot.domain.saying import SaidAct
from bot.domain.saying_words import NAME

_LEAD = r"^\W*(?:(?:please|pls|plz|ok|okay|hey|so|and|now|let'?s|just|can you|could you)\W+)*"
_IT = rf"(?:the |our |my |this |that )?(?:{NAME}|it|one|deal)(?:'s)?(?: deal| opp\w*| pilot)?"
_MARKED = re.compile(
    rf"{_LEAD}(?:mark|set|put|flag|close|move|change|update|switch|register)\s+{_IT}"
    r"(?:\s+(?:off|out|over|status))?\s*(?:as|to|in|into|under|down as|=|->|→)?\s*(?:a\s+)?"
    r"(?:closed[- ]?)?(?P<end>won|lost)\b",
    re.IGNORECASE,
)
_MARKED_KOREAN = re.compile(
    rf"^\W*{NAME}\S*\s+(?:(?:딜|건)\S?\s+)?(?:(?P<won>수주)|(?P<lost>실주))(?:으?로|\s)?\s?(?:좀\s)?"
    r"(?:처리|표시|변경|바꿔|바꾸|기록|등록|옮겨|돌려|체크|해)\s?(?:좀\s)?"
    r"(?:해|줘|주|부탁|바랍|요망|합니다|할게|하자|$)"
)
_LOGGED = re.compile(
    rf"{_LEAD}(?:log|add|record|jot|make|leave|write|put)\s+(?:down |in )?"
    r"(?:a |an |this |the |my )?(?:quick |short )?"
    r"(?:note|memo|call|meeting|mtg|demo|e-?mail|visit|activity)\b"
    r"|(?:메모|노트|통화|미팅|회의|데모|메일|활동)(?:로|를|을|도)?\s?(?:하나\s|좀\s)?"
    r"(?:기록|로그|남[겨기]|입력|추가)\S{0,2}\s?(?:줘|주|부탁|바랍|놔|둬)",
    re.IGNORECASE,
)
_EVENT = (
    r"(?:follow[- ]?ups?|calls?|meeting|mtg|demo|check[- ]?in|visit|lunch|coffee|reminder|task"
    r"|next step|appointment|workshop|kick-?off|session|e-?mail|review)"
)
_PUT_OFF = re.compile(
    rf"{_LEAD}(?:push|move|postpone|reschedule|re-schedule|shift|delay|bump|slide|bring|pull|defer)\s+"
    rf"(?:back |out |up |forward )?(?P<what>[^,.;]{{0,40}}?\b{_EVENT})\b(?!.*\bclos)",
    re.IGNORECASE,
)
_EVENT_KOREAN = (
    r"(?:팔로업|통화|전화|콜|미팅|회의|데모|시연|방문|일정|약속|연락|메일|리마인드|발표"
    r"|워크숍|점심)"
)
_PUT_OFF_KOREAN = re.compile(
    rf"^\W*{NAME}\S*\s+(?:\S+\s)?(?P<what>(?:\S+\s)?{_EVENT_KOREAN})(?:을|를|은|는|\s일정)?\s.*"
    r"(?:미[뤄루룰]|옮[겨기길]|변경|바꿔|바꾸|연기|조정|당[겨기]|늦[춰추])\s?(?:해\s?)?"
    r"(?:줘|주|게|부탁|바랍|놔|둬|자|$)"
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


def put_off(masked: str, today: date) -> tuple[str, date] | None:
    """What is put off or brought forward, and the day it is on now."""
    found = _PUT_OFF.search(masked) or _PUT_OFF_KOREAN.search(masked)
    if found is None:
        return None
    found_day = find_date(masked, today)
    day = take_trailing_date(masked, today)[1] or (found_day.day if found_day else None)
    if day is None or day < today or "단계" in masked:
        return None
    what = re.sub(
        rf"\b(?:the|my|our|a)\s+|{NAME}(?:'s)?(?:과|와|랑)?",
        " ",
        found["what"],
        flags=re.IGNORECASE,
    )
    return " ".join(what.split()), day
