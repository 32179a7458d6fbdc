"""The times of day people type, in English and Korean: 3pm, at 4, 15:30, noon, 오후 3시 반, 정오.

An hour that says neither half of the day is the one nearer to a working day from nine to six: 1 to
7 are after noon, 8 to 12 before it or noon; one beyond twelve or with a leading zero is meant as
it stands. Of a span ("2-3pm", 2시~3시) the beginning is read. How long something lasts (3시간), a
price, a version or 24/7 is no time of day.
"""

import re
from collections.abc import Iterator
from datetime import time

_SPELLED = {
    word: hour
    for hour, word in enumerate(
        "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split(),  # noqa: SIM905 - as people say them
        start=1,
    )
}
_PARTS = "오전|오후|새벽|아침|점심|저녁|밤|낮"
_LEAD = r"(?:at|by|from|around|about|before|until|till|@|~)\s*"
_AM_PM = r"[ap]m|[ap]\.m\.?"
_HOUR = rf"(?:\d{{1,2}}|{'|'.join(sorted(_SPELLED, key=len, reverse=True))})"
_PAST_IT = r"(?:\s*(?:반|\d{1,2}\s*분))?"
_UNTIL = r"\s*(?:-|\u2013|~|to\b|until\b)\s*"

EXACT = (
    rf"(?:noon|midday|정오"
    rf"|\d{{1,2}}(?:[:.]\d{{2}})?\s*(?:{_AM_PM})(?:{_UNTIL}\d{{1,2}}(?:[:.]\d{{2}})?\s*(?:{_AM_PM}))?"
    rf"|\d{{1,2}}(?:[:.]\d{{2}})?{_UNTIL}\d{{1,2}}(?:[:.]\d{{2}})?\s*(?:{_AM_PM})"
    rf"|(?:(?:{_PARTS})\s*)?\d{{1,2}}:\d{{2}}(?:{_UNTIL}\d{{1,2}}:\d{{2}})?"
    rf"|\d{{1,2}}\s*o['\u2019]?clock"
    rf"|(?:(?:{_PARTS})\s*)?{_HOUR}\s*시{_PAST_IT}"
    rf"(?:{_UNTIL}(?:(?:{_PARTS})\s*)?{_HOUR}\s*시{_PAST_IT})?"
    rf"|(?:(?:{_PARTS})\s*)?\d{{1,2}}{_UNTIL}\d{{1,2}}\s*시)"
)
"""A time of day beyond doubt, in small letters, without what goes before it."""

SAID = rf"(?:(?:{_LEAD})?{EXACT}|(?:at|@)\s*\d{{1,2}})"
"""The same with what goes before it; a bare hour counts only with an "at"."""

_AFTER = r"(?:\s*(?:sharp|정각))?\s*(?:전?까지는?|까진|에는?|쯤에?|경에?|무렵에?|부터)?"
_BEFORE_IT = r"(?<![\w.,:/$€£¥₩#%+-])"
_AFTER_HANGUL = r"(?<=[가-힣])(?=\d|오전|오후|정오)"
_EDGE = rf"(?:{_BEFORE_IT}|{_AFTER_HANGUL})"
_LAST = re.compile(rf"{_EDGE}(?P<said>{SAID}){_AFTER}[\s.,;!?)]*$", re.IGNORECASE)
_FIRST = re.compile(
    rf"\s*(?P<said>(?:{_LEAD})?{EXACT}){_AFTER}(?:[,:;]\s*|\s+|$)(?:(?:on|for)\s+(?=\S))?",
    re.IGNORECASE,
)
_FIRST_AT = re.compile(r"\s*(?P<said>(?:at|@)\s*\d{1,2})(?:[,:;]\s*|\s+|$)", re.IGNORECASE)
_INSIDE = re.compile(
    rf"{_BEFORE_IT}(?P<said>(?:at|by|before|until|till|@)\s*(?:noon|midday"
    rf"|\d{{1,2}}(?:[:.]\d{{2}})?\s*(?:{_AM_PM})|\d{{1,2}}:\d{{2}}))(?![\w:])"
    rf"|{_EDGE}(?P<said_so>(?:(?:{_PARTS})\s*)?(?:정오|{_HOUR}\s*시{_PAST_IT}))"
    r"\s*(?:전?까지|에|쯤에?|경에?)(?![가-힣])",
    re.IGNORECASE,
)
_NO_TIME_BEFORE = re.compile(
    r"(?:\b(?:to|between|and|than|vs\.?|x)|[-\u2013×<>=])\s*$", re.IGNORECASE
)
_AT_A_LEVEL = re.compile(
    r"\b(?:keep|kept|hold|held|leave|stay|fix(?:ed)?|cap(?:ped)?|pric(?:e[ds]?|ing)|valued?"
    r"|quoted|offered|sell|sold|buy|bought|discounts?|rates?|margins?|fees?|budgets?|levels?"
    r"|stages?|versions?|seats?|licen[cs]es?|users?|start(?:s|ing)|cost(?:s|ing)?|stand(?:s|ing)?)"
    r"(?:\s+(?:it|them|this|that|us|the\s+\w+|price|pricing|discount|rate|fee))?\s*$",
    re.IGNORECASE,
)
"""Words before a bare "at 15" that make it a price or a count."""

_SHAPE = re.compile(
    rf"(?P<noon>noon|midday|정오)"
    rf"|(?P<part>{_PARTS})?\s*(?P<hour>{_HOUR})"
    rf"(?:[:.](?P<minute>\d{{2}})|\s*시\s*(?:(?P<half>반)|(?P<past>\d{{1,2}})\s*분)?)?"
    rf"\s*(?P<side>[ap])?(?:\.?m\b|\.m\.)?",
    re.IGNORECASE,
)
_SIDE_AT_END = re.compile(r"(?P<end>\d{1,2})(?:[:.]\d{2})?\s*(?P<side>[ap])\.?m\.?$", re.IGNORECASE)
_LEADING = re.compile(rf"^{_LEAD}", re.IGNORECASE)


def take_clock(text: str, *, leads: bool = False) -> tuple[str, time | None]:
    """The text without the time of day at its end or its beginning, and that time; else as
    `take_later_clock`. A bare "at 4" counts at the end, and with `leads` (a day went before it) at
    the beginning.
    """
    plain = text.strip()
    if (found := _at_end(plain)) is not None:
        return found
    for pattern in (_FIRST, _FIRST_AT) if leads else (_FIRST,):
        if (first := pattern.match(plain)) and (at := _read(first["said"])) is not None:
            return plain[first.end() :].strip(), at
    return take_later_clock(plain)


def take_later_clock(text: str) -> tuple[str, time | None]:
    """The same of a text that begins with a name: the time at its end is taken; one inside it
    that is told with a preposition or 에 is read, and the words stay."""
    plain = text.strip()
    if (found := _at_end(plain)) is not None:
        return found
    for inside in _INSIDE.finditer(plain):
        at = _read(inside["said"] or inside["said_so"])
        if at is not None and not _NO_TIME_BEFORE.search(plain[: inside.start()]):
            return plain, at
    return plain, None


def _at_end(plain: str) -> tuple[str, time] | None:
    found = _LAST.search(plain)
    if found is None or (at := _read(found["said"])) is None:
        return None
    before = plain[: found.start()]
    if _is_something_else(before, found["said"]):
        return None
    return before.rstrip(" ,;(-\u2013"), at


def _is_something_else(before: str, said: str) -> bool:
    """Whether the words before it make it the end of something, or a price."""
    if _NO_TIME_BEFORE.search(before):
        return True
    return re.fullmatch(r"(?:at|@)\s*\d{1,2}", said, re.IGNORECASE) is not None and (
        _AT_A_LEVEL.search(before) is not None
    )


def _read(said: str) -> time | None:
    """The time of day that these words are; None where there is no such (25:00)."""
    words = _LEADING.sub("", said.strip().lower())
    found = _SHAPE.match(words)
    if found is None:
        return None
    if found["noon"]:
        return time(12)
    minute = 30 if found["half"] else int(found["minute"] or found["past"] or 0)
    side = found["side"]
    hour = _SPELLED.get(found["hour"]) or int(found["hour"])
    if side is None and (behind := _SIDE_AT_END.search(words)) and found["minute"] != "m":
        # "11-1pm" begins before noon, "2-3pm" after it.
        side = behind["side"] if hour <= int(behind["end"]) or hour == 12 else "a"
    for wanted in _hours(hour, side, found["part"], plain=not found["hour"].startswith("0")):
        if wanted < 24 and minute < 60:
            return time(wanted, minute)
    return None


def _hours(hour: int, side: str | None, part: str | None, *, plain: bool) -> Iterator[int]:
    """The hour of 24 that is meant, where there is one."""
    if part in ("점심", "낮"):
        side = None
    elif part in ("저녁", "밤"):
        if hour == 12 or (part == "밤" and hour < 6):  # it would be tomorrow's
            return
        side = "p"
    elif part is not None:
        side = "p" if part == "오후" else "a"
    if hour > 12 or (side is None and not plain):
        yield hour
    elif side is None:
        yield hour + 12 if 0 < hour < 8 else hour
    elif hour:
        yield hour % 12 + (12 if side == "p" else 0)
