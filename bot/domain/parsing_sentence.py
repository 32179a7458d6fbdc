"""What a logged sentence says beside being a note: its kind, and a promise at its end; and words
that were meant as a day, but are none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from rapidfuzz.distance import OSA

from bot.domain import saying_happened
from bot.domain.parsing_dates import no_day_in, read_date
from bot.domain.parsing_times import take_clock
from bot.domain.saying import Known, SaidAct
from bot.domain.saying_words import KOREAN_STEP, STEP_LEAD

_A_NAME = "\ue000"
_SURE = 0.9
"""A word for the kind and a verb of the past: what is only about to happen is a note."""
_REPORTED = re.compile(r"(?:다고|라고|한대|된대|준대)\s?(?:함|하|했|들|전)?")
"""What somebody else is said to do is nothing that was done with them."""
MOST_READ = 1_000
_MONTHS = """january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec"""
_DAYS = """monday tuesday wednesday thursday friday saturday sunday tomorrow today
mon tue tues wed weds thu thur thurs fri sat sun"""
_MONTH_WORDS, _DAY_WORDS = frozenset(_MONTHS.split()), frozenset(_DAYS.split())
_SHORTEST_MISSPELT = 5
_CLAUSES = re.compile(r"[,;!\n]\s*|\.\s+")
_AT_END = re.compile(
    r"(?:^|(?<=\s))(?:(?P<month>[A-Za-z]{3,10})\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<behind>[A-Za-z]{3,10})"
    r"|(?P<figures>\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}월\s*\d{1,2}일(?:까지|에)?|\d{1,2}월\s*\d{1,2}일?까지)"
    r"|(?P<day>[A-Za-z]{3,10}))[\s.!]*$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """The kind, where the sentence says it; what is promised and by when. `is_sure` where it is
    said as something to do, and at the very end."""

    kind: str | None = None
    step: str = ""
    due: date | None = None
    at: time | None = None
    is_sure: bool = False


def read(note: str, kinds: Mapping[str, str], today: date) -> Told:
    """Reads a note as the bot reads a sentence that is said to it. The note stays whole: nothing
    of this takes a word out of it."""
    if len(note) > MOST_READ:
        return Told()
    said = saying_happened.read(f"{_A_NAME} {note}", Known((), {}, kinds, today), named=True)
    sure = said.act is SaidAct.LOG and said.confidence >= _SURE
    kind = said.kind if sure and said.kind != "note" and not _REPORTED.search(note) else None
    step = said.next_step.replace(_A_NAME, "").strip()
    if not step or said.due is None or said.due <= today:
        return Told(kind)
    to_do = STEP_LEAD.match(step) or KOREAN_STEP.search(step)
    if not to_do or _REPORTED.search(step):
        return Told(kind)
    words, at = take_clock(step, leads=True)
    step = words or step
    place = note.rfind(step)
    behind = note[place + len(step) :].strip(" .,!") if place >= 0 else None
    at_end = behind == "" or (behind is not None and _is_day(behind, said.due, today))
    return Told(kind, step, said.due, at, is_sure=at_end)


def _is_day(words: str, day: date, today: date) -> bool:
    """Whether the words are that day and nothing else but a time of it."""
    return day in (read_date(words, today), read_date(take_clock(words)[0], today))


def unread_day(words: str) -> str:
    """What was meant as a day, but is none: "feb 30" anywhere; "febuary 3" and "firday" at the
    end. To be asked where no day could be read at all."""
    if unread := no_day_in(words):
        return unread
    found = _AT_END.search(words)
    if found is None:
        return ""
    month, day = found["month"] or found["behind"], found["day"]
    if found["figures"] or (month and _is_like(month, _MONTH_WORDS)):
        return found[0].strip(" .!")
    if day and day.lower() not in _DAY_WORDS and _is_like(day, _DAY_WORDS):
        return found[0].strip(" .!")
    return ""


@dataclass(frozen=True, slots=True)
class Undated:
    """A step and the words for its day, which there is not."""

    step: str
    day: str


def unread_promise(note: str) -> Undated | None:
    """The clause of a note that names a day that there is not, without it."""
    day = no_day_in(note)
    if not day:
        return None
    clause = next(one for one in reversed(_CLAUSES.split(note)) if day in one)
    step = without(clause, day)
    lead = STEP_LEAD.match(step)
    step = step[lead.end() :] if lead and lead["lead"] else step
    return Undated(step.strip(" ,.") or note, day)


def without(words: str, unread: str) -> str:
    """The words around a day that is none; all of them where there is nothing beside it."""
    if not unread:
        return words
    before, _, behind = words.rstrip(" .!").rpartition(unread)
    return f"{before.strip()} {behind.strip()}".strip() or words


def _is_like(word: str, known: frozenset[str]) -> bool:
    """One of these words, or a long one with a letter or two wrong."""
    typed = word.lower()
    if typed in known:
        return True
    if len(typed) < _SHORTEST_MISSPELT:
        return False
    return any(
        OSA.distance(typed, one) <= (1 if len(one) < 8 else 2)
        for one in known
        if len(one) >= _SHORTEST_MISSPELT
    )
