"""New facts of a deal in a sentence: that its amount or the day it closes is another now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.parsing_dates import find_date, take_leading_date
from bot.domain.parsing_money import Amount, find_amount
from bot.domain.saying_words import KINDS, NAME

_NOW_IS = re.compile(
    r"(?:\b(?:is|are|it'?s)\s+(?:now|up to|down to|currently|actually)(?:\s+worth)?"
    r"|\b(?:amount|value|size|price|acv|arr|tcv|total)\b[^,.;\n]{0,25}(?:\bis|\bto|\bnow|\bat|[=:])"
    r"|\b(?:now|up|down|grew|grown|went|gone|bump(?:ed)?|dropped|drop|cut|raised?|increased?"
    r"|reduced?|changed?|shr[au]nk|updated?|revised?)\b(?: \w+)? (?:to|at)"
    rf"|\b(?:change|update|set|bump|raise|lower|increase|reduce)\s(?:the )?{NAME}(?:'s)?(?: deal)?"
    r"(?: (?:amount|value|size|price))? to|\b(?:amount|value|acv|arr|tcv)"
    r"|(?:금액|규모|계약금|딜\s?금액)(?:은|는|이|가|을|를|도)?(?:\s?(?:이제|현재))?)"
    r"\s*(?:about |around |only |약\s)?$",
    re.IGNORECASE,
)
_BECAME = re.compile(
    r"\s?(?:정도\s?)?(?:으로|로)\s?(?:\S+\s)?(?:바[꾸꿔뀌뀐뀜]|변경|조정|늘|줄|수정|올[라리랐려]"
    r"|내[려리렸]|증액|감액|확정|업데이트|정정)\S*"
)
_THEIR_MONEY = re.compile(
    r"\b(?:budgets?|salary|discount|invoice)\b|예산|할인|인보이스", re.IGNORECASE
)
_CLOSES = re.compile(
    rf"(?:(?<={NAME})(?: deal)? (?:has |was |is |got |been )*(?:pushed|slipped|slid|delayed)"
    r"|\b(?:should|will|expected to|likely to|supposed to|set to|going to|now|'ll)\s+close[sd]?"
    r"|\b(?:closes|closing|(?:close|closing) date))\b"
    rf"(?:\s+(?:of|for|on)\s+(?:the\s+)?{NAME}(?:\s+deal)?)?"
    r"(?:\s+(?:is|was|has|been|moved|pushed|slipped|changed|now|date|out|back|to|on|in))*[\s:]+",
    re.IGNORECASE,
)
_CLOSING_BEHIND = re.compile(
    r"\s?(?:에|로|으로|까지)?\s?(?:마감|클로징|클로즈)\s?(?:예정|목표|예상)(?:입니다|이에요|임|일)?"
)
_CLOSING_BEFORE = re.compile(
    r"(?:마감|클로징|클로즈)(?:일|\s?예[정상]일?)?(?:은|는|이|을|를|도)?\s?$"
)
_CLOSING_CHANGED = re.compile(
    r"\s?(?:로|으로|에)?\s?(?:변경|바[꾸꿔뀌뀐뀜]|미[뤄루뤘]|밀[려렸]|연기|늦|당[겨김긴]|수정"
    r"|조정|예정|입니다)\S*"
)
_FILLERS = re.compile(
    rf"{NAME}|\b(?:the|deal|renewal|opp|opportunity|and|so|is|are|it|its|now|please|pls|ok|update"
    r"|amount|value|size|price|total|by|on|to|at|with|this|will|should|of|for|set|change[ds]?|s"
    r"|push(?:ed)?|moved?|slipped|to)\b"
    r"|딜|건|금액|규모|마감일?|이제|은|는|이|가|을|를|도|그리고|해\s?줘|주세요|부탁\S*|요",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is another now; None where nothing is said of it."""

    amount: Amount | None
    closes_on: date | None


def facts_in(masked: str, today: date) -> Facts | None:
    """The new facts, where the sentence tells of nothing else: both of them, or one alone."""
    if not re.search(NAME, masked) or any(
        words.search(masked) for kind, words in KINDS if kind != "note"
    ):
        return None
    money, closing = _amount(masked), _closing(masked, today)
    if money is None and closing is None:
        return None
    if money is None or closing is None:
        start, end = (money or closing or (None, 0, 0))[1:]
        rest = _FILLERS.sub(" ", f"{masked[:start]} {masked[end:]}")
        if re.search(r"\w", rest):
            return None
    return Facts(money[0] if money else None, closing[0] if closing else None)


def _amount(masked: str) -> tuple[Amount, int, int] | None:
    found = find_amount(masked)
    if found is None or _THEIR_MONEY.search(masked):
        return None
    said = _NOW_IS.search(masked[: found.start])
    became = _BECAME.match(masked, found.end)
    if said is None and became is None:
        return None
    start = said.start() if said else found.start
    return found.amount, start, became.end() if became else found.end


def _closing(masked: str, today: date) -> tuple[date, int, int] | None:
    return next(_closings(masked, today), None)


def _closings(masked: str, today: date) -> Iterator[tuple[date, int, int]]:
    if said := _CLOSES.search(masked):
        stretch = re.split(r"[;\n]|\.\s|,\s", masked[said.end() :])[0]
        rest, day = take_leading_date(stretch, today)
        if day is not None and day >= today:
            yield day, said.start(), said.end() + len(stretch) - len(rest)
    found = find_date(masked, today)
    if found is None or found.day < today:
        return
    if behind := _CLOSING_BEHIND.match(masked, found.end):
        yield found.day, found.start, behind.end()
    before = _CLOSING_BEFORE.search(masked[: found.start])
    stated = _CLOSING_CHANGED.match(masked, found.end)
    if before and (stated or not masked[found.end :].strip(" .!")):
        yield found.day, before.start(), stated.end() if stated else found.end
