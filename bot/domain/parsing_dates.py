"""The days people type, in English and Korean, reckoned from the person's own today.

Looking ahead a bare weekday is the next one after today ("friday" typed on a Friday is a week
away, as is 금요일); with `past` it is the latest up to today. "This friday" is this week's, "next
friday" and 다음 주 금요일 are next week's, weeks beginning on Monday. "Next week" is its Monday
and "next month" its first day; "this week", "december", "Q1", eow, eom, 월말 are their last days
(of a week: Friday), since they are said of what is to be done by then. 12/5 is 5 December unless
`day_first`. A day without a year is the coming one, or with `past` the latest.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

import dateparser

from bot.domain import parsing_dates_english as english
from bot.domain import parsing_dates_korean as korean
from bot.domain.parsing_calendar import Asked
from bot.domain.parsing_times import SAID

MOST_WORDS, MOST_LETTERS = 8, 60
"""The longest date that is looked for: "by the end of next month at 3 pm"."""

_BEFORE = re.compile(
    r"(?:on|at|by|until|till|til|b4|before|due|target(?:ing)?|eta|in|for|~)(?:\s+|(?<=~))(?=\S)"
)
_SHORTENED = {"nxt": "next", "nite": "night", "2moro": "tomorrow", "tomoro": "tomorrow"}
_SHORT = re.compile(r"\b(?:" + "|".join(_SHORTENED) + r")\b")
_OPENERS = frozenset(
    {
        "on", "at", "by", "until", "till", "til", "before", "due", "in", "nxt", "first",
        "for", "~", "target", "targeting", "eta", "a", "an", "the", "this", "that", "next",
        "last", "coming", "past", "previous", "end", "mid", "middle", "early",
        "late", "beginning", "start", "one", "two", "three", "four", "five",
        "six", "seven", "eight", "nine", "ten", "couple", "few", "half",
        "every", "within", "after", "since", "from", "noon", "midday",
    }
)  # fmt: skip
"""Words that go before a date without hinting at one."""
_WEAK_BEFORE = ("for ", "at ")
"""They go with dates and with names alike: "numbers for Q3" names no day."""
_BEHIND = re.compile(
    r"(?<=[가-힣a-z\d).])\s*(?:전?까지[는만]?|까진|에[는도]?|쯤에?|경에?|무렵에?|(?<=중)으로"
    r"|(?<=내)로|자로|부터|(?:이에|예)요|입니다|이고요?)$"
)
_CLOCK = (
    rf"(?:{SAID}|(?:at\s+)?(?:morning|afternoon|evening|night|eod|cob|eob|end of (?:the )?day"
    r"|first thing|오전|오후|새벽|아침|점심|저녁|밤))"
)
_CLOCK_BEHIND = re.compile(rf"(?:\s+|(?<=[가-힣]))(?P<clock>{_CLOCK})$")
_BARE_HOUR = re.compile(r"at \d{1,2}")
"""Without its "at" it would be any number."""
_CLOCK_BEFORE = re.compile(rf"(?P<clock>{_CLOCK})\s+(?:on\s+)?(?=\S)")
_WEEKDAY_BEHIND = re.compile(
    r"\s*\((?:[월화수목금토일](?:요일)?|[a-z]{3,9})\)$"
    rf"|(?:(?<=[\d일.])|(?<=\d(?:st|nd|rd|th))),?\s+(?:{'|'.join(english.WEEKDAYS)}|[월화수목금토일]요일)$"
)
_HINT = re.compile(r"\d|[가-힣]|nite|moro|\bwk|" + "|".join(english.HINTS))

_ANY_DAY = Asked(date(2024, 1, 1))

_FOREIGN_WORD = re.compile(
    r"(?:(?:19|20)\d{2}|\d{1,2}(?:st|nd|rd|th)?|\d{1,2}:\d{2}|[ap]m|of|the|and|at|in|ago|next"
    r"|last|[,./-]"
    r"|(?:day|week|month|year)s?|\d{1,4}[년월일]|" + "|".join(english.NAMES) + r")[.,]?"
)
_MONTH_TOLD = re.compile(r"\d\s?월")
_YEARS = re.compile(r"\d{1,3}\s?년")
"""How long something lasts: 2년 계약."""
_NAMED_OR_AGO = re.compile("|".join(english.NAMES) + r"|\bago$|[년월일]")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day read at text[start:end]; `marked` when by, until, 까지 or the like goes with it, and
    with the words for a time of day where they stand beside it."""

    day: date
    start: int
    end: int
    marked: bool
    clock: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """Words in lower case, the same without a preposition, and whether a telling one was there."""

    words: str
    bare: str
    marked: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """`day` is None where the words are those of a day that there is not: 30 February."""

    day: date | None
    clock: str
    marked: bool


def read_date(
    text: str, today: date, *, past: bool = False, day_first: bool = False
) -> date | None:
    """The day that the whole text is, with or without a preposition, 까지, or a time of day."""
    reading = _read(text, Asked(today, past, day_first), strictly=False)
    return reading.day if reading else None


def take_trailing_date(
    text: str, today: date, *, past: bool = False, day_first: bool = False
) -> tuple[str, date | None]:
    """The text without the date at its end, and that date; where the words at the end are a day
    that there is not ("feb 30"), no shorter stretch of them is read as another.

    Words that are more often something else (may, march, sun, Q3, 2w, 12월) count only with a
    preposition or 까지. A time of day is left in the text, for domain.parsing_times: "call her
    friday 3pm" gives "call her 3pm".
    """
    asked = Asked(today, past, day_first)
    spans = _spans(text)
    if not _may_hold(text, spans[-MOST_WORDS:]):
        return text.strip(), None
    for count in range(min(MOST_WORDS, len(spans)), 0, -1):
        start = spans[-count][0]
        if reading := _read(text[start : spans[-1][1]], asked, strictly=True):
            if reading.day is None:
                break
            return _rejoined(text[:start].rstrip(" ,;"), reading.clock), reading.day
    return text.strip(), None


def take_leading_date(
    text: str, today: date, *, past: bool = False, day_first: bool = False
) -> tuple[str, date | None]:
    """The text without the date at its beginning, and that date; else as `take_trailing_date`."""
    asked = Asked(today, past, day_first)
    spans = _spans(text)
    if not _may_begin(text, spans):
        return text.strip(), None
    for count in range(min(MOST_WORDS, len(spans)), 0, -1):
        end = spans[count - 1][1]
        if reading := _read(text[spans[0][0] : end], asked, strictly=True):
            if reading.day is None:
                break
            return _rejoined(reading.clock, text[end:].lstrip(" ,;:")), reading.day
    return text.strip(), None


def find_date(
    text: str, today: date, *, past: bool = False, day_first: bool = False
) -> FoundDate | None:
    """The last date anywhere in the text, the longest there; one with a preposition goes first.

    Only our own words are looked for: asking the library about every stretch of a long text
    takes seconds.
    """
    asked = Asked(today, past, day_first)
    unmarked: FoundDate | None = None
    no_day_from = len(text) + 1
    for start, end in _stretches(text):
        if end > no_day_from:
            continue
        reading = _read_stretch(text[start:end], asked)
        if reading is None:
            continue
        if reading.day is None:
            no_day_from = start
            continue
        found = FoundDate(reading.day, start, end, marked=reading.marked, clock=reading.clock)
        if found.marked:
            return found
        unmarked = unmarked or found
    return unmarked


def no_day_in(text: str) -> str:
    """The last words in the text that are those of a day that there is not ("feb 30", 13/45,
    2월 30일까지), as they stand there. A day that is none is so whenever it is said."""
    if not _HINT.search(unicodedata.normalize("NFKC", text).lower()):
        return ""
    for start, end in _stretches(text):
        reading = _read_stretch(text[start:end], _ANY_DAY)
        if reading and reading.day is None:
            return text[start:end].strip(" .,!?")
    return ""


@lru_cache(maxsize=1 << 13)
def _read_stretch(words: str, asked: Asked) -> _Reading | None:
    """A stretch inside a text. The same sentence is looked through several times, for what is
    ahead and what is gone by."""
    return _read_known(_normalised(words), asked, strictly=True)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Runs of words that hold a hint at a date, from the end of the text, the longest first."""
    spans = _spans(text)
    hinted = -1
    latest = [hinted := place if _hints(text[slice(*span)]) else hinted
              for place, span in enumerate(spans)]  # fmt: skip
    for last in range(len(spans) - 1, -1, -1):
        for first in range(max(0, last - MOST_WORDS + 1), latest[last] + 1):
            yield spans[first][0], spans[last][1]


def _hints(word: str) -> bool:
    """Whether a word may be what makes others beside it a date; "last night" is one only whole."""
    plain = unicodedata.normalize("NFKC", word).lower()
    return "night" in plain or _HINT.search(plain) is not None


def _spans(text: str) -> list[tuple[int, int]]:
    return [word.span() for word in re.finditer(r"\S+", text)]


def _may_hold(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether anything in these words hints at a date: most lines hold none, and are done."""
    if not spans:
        return False
    words = text[spans[0][0] : spans[-1][1]]
    return _HINT.search(unicodedata.normalize("NFKC", words).lower()) is not None


def _may_begin(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the first word may begin a date: it hints at one itself, or goes before one."""
    if not spans:
        return False
    first = text[slice(*spans[0])].lower()
    return first in _OPENERS or _may_hold(text, spans[:1])


def _rejoined(*pieces: str) -> str:
    return " ".join(piece.strip() for piece in pieces if piece.strip())


@lru_cache(maxsize=1 << 13)
def _read(text: str, asked: Asked, *, strictly: bool) -> _Reading | None:
    """The day that a stretch of words is. `strictly`: as part of a sentence."""
    said = _normalised(text)
    if not _HINT.search(said.words):
        return None
    if reading := _read_known(said, asked, strictly=strictly):
        return reading
    if strictly and not said.marked and _is_bare(said.bare):
        return None
    day = _by_dateparser(said.bare, asked)
    return _Reading(day, "", said.marked) if day else None


def _read_known(said: _Said, asked: Asked, *, strictly: bool) -> _Reading | None:
    if not _HINT.search(said.words):
        return None
    for candidate, also_marked in _unmarked_forms(said.bare):
        certain = said.marked or also_marked
        for day_words, clock in _without_clock(candidate):
            if strictly and not certain and _is_bare(day_words):
                continue
            try:
                day = _day(day_words, said.words, asked)
            except (ValueError, OverflowError):  # 31 February, or beyond the calendar's last year
                return _Reading(None, clock, certain)
            if day is not None:
                return _Reading(day, clock, certain)
    return None


def _normalised(text: str) -> _Said:
    if len(text) > MOST_LETTERS:
        return _Said("", "", marked=False)
    words = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    words = korean.in_figures(_SHORT.sub(lambda found: _SHORTENED[found[0]], words))
    words = words.strip(",;:!?").removesuffix(".").strip()
    bare = _BEFORE.sub("", words, count=1) if _BEFORE.match(words) else words
    marked = bare != words and not words.startswith(_WEAK_BEFORE)
    return _Said(words, bare, marked)


def _is_bare(words: str) -> bool:
    return bool(english.BARE.fullmatch(words) or korean.BARE.fullmatch(words))


def _unmarked_forms(words: str) -> Iterator[tuple[str, bool]]:
    """The words as they are, and without 까지, 에, 쯤 and the like behind them."""
    yield words, False
    if found := _BEHIND.search(words):
        day = words[: found.start()]
        yield day, True
        yield day.removesuffix("중").rstrip(), True


def _without_clock(words: str) -> Iterator[tuple[str, str]]:
    """The words, and apart from a time of day where they have one."""
    for form in dict.fromkeys((words, _WEEKDAY_BEHIND.sub("", words))):
        yield form, ""
        if (found := _CLOCK_BEHIND.search(form)) or (found := _CLOCK_BEFORE.match(form)):
            rest = (form[: found.start()] + form[found.end() :]).strip(" ,")
            clock = found["clock"]
            yield (
                _WEEKDAY_BEHIND.sub("", rest),
                clock if _BARE_HOUR.fullmatch(clock) else clock.removeprefix("at "),
            )


def _day(words: str, whole: str, asked: Asked) -> date | None:
    # "in two weeks" loses its "in" as a preposition, but is a date only with it.
    for form in dict.fromkeys((whole, words)):
        if (day := english.read(form, asked) or korean.read(form, asked)) is not None:
            return day
    return None


def _by_dateparser(words: str, asked: Asked) -> date | None:
    """What our own words do not cover; asked only about what consists of the words of dates,
    since it is slow and would read a date into almost anything."""
    if not _NAMED_OR_AGO.search(words) or len(_MONTH_TOLD.findall(words)) > 1:
        return None
    if not any(map(str.isdigit, words)) or _YEARS.fullmatch(words):
        return None
    if not all(map(_FOREIGN_WORD.fullmatch, words.split())):
        return None
    found: datetime | None = dateparser.parse(
        words,
        languages=["en" if words.isascii() else "ko"],
        settings={
            "RELATIVE_BASE": datetime.combine(asked.today, time()),
            "PREFER_DATES_FROM": "past" if asked.past else "future",
            "DATE_ORDER": "DMY" if asked.day_first else "MDY",
            "REQUIRE_PARTS": ["day", "month"],
        },
    )
    return found.date() if found else None
