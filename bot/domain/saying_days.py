"""The days in a clause: when something happened, and by when something is promised."""

import re
from datetime import date

from bot.domain.parsing_dates import find_date, take_leading_date, take_trailing_date
from bot.domain.parsing_times import EXACT, take_clock
from bot.domain.saying_words import PAST

_HANGING = re.compile(
    r"^(?:and|so|then|but|also|그리고|근데|그래서|이제)\s+|\s+(?:and|so|then|but)$", re.IGNORECASE
)


_PART_OF_DAY = re.compile(
    r"\s*\b(?:(?:in|on) the |this |that |by |at )?"
    r"(?:morning|afternoon|evening|eod|eob|cob|end of day|first thing|noon|lunch)$"
    r"|\s*(?:오전|오후|아침|저녁)$"
    rf"|^(?!{EXACT})(?:오전|오후|아침|저녁|점심)(?:에|까지)?\s+|^(?:중|안"
    r"|내)(?:에|으로)?\s+",
    re.IGNORECASE,
)
MONTH_ALONE = re.compile(
    r"(?:(?:in|by|from|until|since|till|around|for)\s+)?(?:\d{1,2}월\S*"
    r"|(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?)",
    re.IGNORECASE,
)
_LONG_AGO = 45
"""Days after which a month that is named alone is rather the coming one."""


def was(clause: str, due: date, today: date) -> bool:
    """Whether "on Feb 24", said in March, rather is a week ago than in a year."""
    past = find_date(clause, today, past=True)
    return past is not None and (due - today).days > 200 and (today - past.day).days < 120


def dated(words: str, today: date) -> tuple[str, date | None]:
    """A promise without its day, and the day; its time of day stays in the words."""
    words = tidy(words)
    for take in (take_trailing_date, take_leading_date):
        rest, due = take(words, today)
        if due is not None:
            if re.search(r"\b(?:check|loop|fly|log|bring|chime|pull)$", rest, re.IGNORECASE):
                rest += " in"  # "check in next week": the word is the verb's, not the day's
            return tidy(_PART_OF_DAY.sub("", tidy(rest))) or words, due
    found = find_date(words, today)
    if found is None:
        return words, None
    before = _PART_OF_DAY.sub("", words[: found.start].rstrip())
    behind = _PART_OF_DAY.sub("", words[found.end :].lstrip())
    clock = found.clock if take_clock(found.clock)[1] is not None else ""
    return tidy(f"{before} {behind} {clock}") or words, found.day


def led_by_day(clause: str, today: date) -> tuple[str, date | None]:
    """A clause without the day at its beginning, and the day; a time of day that stands there too
    ("friday 3pm send the quote") goes to the end of the words."""
    rest, day = take_leading_date(clause, today)
    if day is None:
        return rest, None
    words, at = take_clock(rest, leads=True)
    return (f"{words} {at:%H:%M}" if words and at and rest.endswith(words) else rest), day


def is_past(clause: str) -> bool:
    return PAST.search(clause) is not None or _PAST_FORM.search(clause) is not None


_PAST_FORM = re.compile(
    r"\b(?!need|interest|schedul|book|plann|expect|suppos)\w{2,}ed\b", re.IGNORECASE
)


_WILL = re.compile(r"(?:[한된는온간낸난]대|[할될]\s?(?:거|것|예정)|하겠)\S{0,4}[\s.,!~]*$|예정")
_THEY_WILL = re.compile(
    r"겠(?:대|답니다|다네|다고)|\b(?:they|he|she|who)(?:'ll|'d| will| would| are going to)\b",
    re.IGNORECASE,
)
"""What they will do, heard from them: 12월 중순에 결정한대요."""


def occurrence(clause: str, today: date) -> tuple[str, date | None]:
    """A clause without the day it happened on, where it names one that is gone by or is today."""
    if _THEY_WILL.search(clause):
        ahead_of = find_date(clause, today)
        if ahead_of is not None and ahead_of.day > today and not was(clause, ahead_of.day, today):
            return clause, None
    for take in (take_leading_date, take_trailing_date):
        rest, day = take(clause, today, past=True)
        ahead = take(clause, today)[1]
        gone = day is not None and ahead is not None and was(clause, ahead, today)
        if day is not None and day <= today and (ahead == day or gone or is_past(clause)):
            return tidy(rest), day
    found = find_date(clause, today, past=True)
    if found is None or found.day > today:
        return clause, None
    coming = find_date(clause, today)
    if coming is not None and coming.day > today and _WILL.search(clause):
        return clause, None
    is_month = MONTH_ALONE.fullmatch(clause[found.start : found.end].strip(" ,.;"))
    if is_month and (today - found.day).days > _LONG_AGO:
        return clause, None  # "want to start in april"
    ahead_ = find_date(clause, today)
    on_it = clause[found.start : found.end].lower().startswith("on ")
    sure = ahead_ is not None and (ahead_.day <= today or was(clause, ahead_.day, today))
    if sure or (is_past(clause) and (not found.marked or on_it)):
        return tidy(f"{clause[: found.start].rstrip()} {clause[found.end :].lstrip()}"), found.day
    return clause, None


def tidy(words: str) -> str:
    bare = _HANGING.sub("", words.lstrip(" \t\n,.;:!>-–—~→").rstrip(" \t\n,.;:!-–—~→"))
    return (bare if re.search(r"<@\w+>$", bare) else bare.rstrip(">")).strip(" ,;:-")
