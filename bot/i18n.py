"""Sentences from the catalogue, with dates, money and names as the reader writes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_skeleton, format_time, get_timezone_location
from babel.lists import format_list
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    get_currency_name,
)
from fluent.runtime import FluentBundle, FluentResource

from bot.domain.deal import Money
from bot.domain.josa import particle
from bot.domain.stages import Pipeline, Reason, Stage

LOCALES = Path(__file__).parent / "locales"
LANGUAGES = ("en", "ko")
DEFAULT = "en"
_TERRITORY = {"en": "en_US", "ko": "ko_KR"}
SIDE_BY_SIDE = " · "

LONGEST_FACT = 900
"""Signs that Fluent still takes for one fact (its own limit is 1,000)."""

_CLOCK = {"en": "h:mm a", "ko": "HH:mm"}
_TIME_OF_DAY = {"en": "h:mm a", "ko": "a h:mm"}


class Mrkdwn(str):
    """Text that is safe to stand in Slack's mrkdwn as it is."""

    __slots__ = ()


class MissingSentence(LookupError):
    """The catalogue lacks a sentence, or a sentence lacks a fact: a fault of ours."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date to be written with its year only where it isn't this year's, with a time of day
    where it has one; `zone` where it has to be said by which clock that is."""

    on: date
    today: date
    at: time | None = None
    zone: str = ""

    @property
    def clock(self) -> "Clock":
        return Clock(self.at or time(), self.zone)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, and the zone by whose clock it is where that has to be said."""

    at: time
    zone: str = ""


def escape(text: str) -> Mrkdwn:
    """Slack's three signs; a text from people can then neither ping nor link."""
    return Mrkdwn(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def language_of(locale: str) -> str:
    """The catalogue for a locale as Slack gives it ("ko-KR"); English where there is none."""
    language = locale.replace("_", "-").split("-")[0].lower()
    return language if language in LANGUAGES else DEFAULT


def joined(items: Iterable[str]) -> Mrkdwn:
    """Facts side by side, alike in every language; those from people are escaped."""
    return Mrkdwn(
        SIDE_BY_SIDE.join(item if isinstance(item, Mrkdwn) else escape(item) for item in items)
    )


class Translator:
    """Speaks one reader's language in one reader's time zone.

    `t(key, …)` gives plain text (for plain_text objects and CSV); `t.md(key, …)` gives mrkdwn
    in which every fact from people is escaped. Raises MissingSentence.
    """

    def __init__(self, locale: str, tz: str = "UTC") -> None:
        self.language = language_of(locale)
        self.tz = tz
        self.zone = ZoneInfo(tz)
        self._babel = Locale.parse(_TERRITORY[self.language])
        self._bundle = _bundle(self.language)

    def __call__(self, key: str, **facts: object) -> str:
        return self._say(key, {name: self._plain(fact) for name, fact in facts.items()})

    def md(self, key: str, **facts: object) -> Mrkdwn:
        return Mrkdwn(self._say(key, {name: self._safe(fact) for name, fact in facts.items()}))

    def has(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))

    def day(self, on: date, today: date | None = None) -> str:
        """ "Fri, Nov 27" or "11월 27일 (금)"; the year where it differs from `today`'s."""
        is_this_year = today is not None and on.year == today.year
        return self._written("MMMEd" if is_this_year else "yMMMEd", on)

    def _written(self, skeleton: str, on: date) -> str:
        return str(format_skeleton(skeleton, on, locale=self._babel))

    def short_day(self, on: date) -> str:
        """ "Nov 27" or "11월 27일", where there is little room."""
        return self._written("MMMd", on)

    def month(self, on: date) -> str:
        """ "Nov 2026" or "2026년 11월"."""
        return self._written("yMMM", on)

    def quarter(self, on: date) -> str:
        """ "Q4 2026" or "2026년 4분기"."""
        return self._written("yQQQ", on)

    def moment(self, at: datetime, today: date | None = None) -> str:
        """A date and a time in the reader's zone; the year where it differs from `today`'s."""
        local = at.astimezone(self.zone)
        clock = format_time(local, _CLOCK[self.language], tzinfo=self.zone, locale=self._babel)
        return f"{self.day(local.date(), today)} {clock}"

    def money(self, money: Money) -> str:
        """With the currency's sign; decimals only where there are any."""
        whole = money.value == money.value.to_integral_value()
        return str(
            format_currency(
                money.value,
                money.currency,
                format="¤#,##0" if whole else None,
                locale=self._babel,
                currency_digits=not whole,
            )
        )

    def short_money(self, money: Money) -> str:
        """Where there is little room: "$1.2M", "₩3억"."""
        return str(
            format_compact_currency(
                money.value, money.currency, locale=self._babel, fraction_digits=1
            )
        )

    def short_number(self, value: int) -> str:
        return str(format_compact_decimal(value, locale=self._babel, fraction_digits=1))

    def clock(self, at: time) -> str:
        """A time of day by the reader's clock."""
        return str(format_time(at, _CLOCK[self.language], locale=self._babel))

    def time_of_day(self, at: time) -> str:
        """ "3:00 PM" or "오후 3:00"."""
        return str(format_time(at, _TIME_OF_DAY[self.language], locale=self._babel))

    def _by(self, clock: Clock) -> str:
        """ "3:00 PM", or "3:00 PM (New York)"."""
        at = self.time_of_day(clock.at)
        return f"{at} ({self.place(clock.zone)})" if clock.zone else at

    def _timed(self, day: str, clock: Clock) -> str:
        joint = " " if self.language == "ko" else ", "
        return f"{day}{joint}{self._by(clock)}"

    def weekday(self, iso: int) -> str:
        """1 is Monday."""
        return str(self._babel.days["stand-alone"]["wide"][iso - 1])

    def country(self, code: str) -> str:
        return str(self._babel.territories.get(code, code))

    def currency(self, code: str) -> str:
        """ "USD · US Dollar" or "KRW · 대한민국 원"."""
        return joined([code, get_currency_name(code, locale=self._babel)])

    def place(self, tz: str) -> str:
        """The city that a time zone is named for."""
        return str(get_timezone_location(tz, locale=self._babel, return_city=True))

    def number(self, value: int | Decimal) -> str:
        return str(format_decimal(value, locale=self._babel))

    def percent(self, share: Decimal | float) -> str:
        return str(format_percent(share, locale=self._babel))

    def listed(self, items: Sequence[str]) -> str:
        """ "Acme, Globex, and Initech", as the reader's language lists things."""
        return str(format_list(list(items), locale=self._babel))

    def _say(self, key: str, facts: dict[str, object]) -> str:
        if not self._bundle.has_message(key):
            raise MissingSentence(f"{self.language}: {key}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingSentence(f"{self.language}: {key} has no sentence")
        short, long = _shortened(facts)
        text, faults = self._bundle.format_pattern(pattern, short)
        if faults:
            raise MissingSentence(f"{self.language}: {key}: {faults[0]}")
        said = str(text)
        for token, words in long.items():
            said = said.replace(token, words)
        return said

    def _plain(self, fact: object) -> object:
        match fact:
            case Enum():
                return str(fact.value)
            case Stage() | Reason() | Pipeline():
                return fact.name(self.language)
            case Money():
                return self.money(fact)
            case Day():
                on = self.day(fact.on, fact.today)
                return on if fact.at is None else self._timed(on, fact.clock)
            case Clock():
                return self._by(fact)
            case time():
                return self.time_of_day(fact)
            case datetime():
                return self.moment(fact)
            case date():
                return self.day(fact)
            case Decimal():
                return self.number(fact)
            case tuple() | list():
                return self.listed([str(self._plain(one)) for one in fact])
            case None:
                return ""
        return fact

    def _safe(self, fact: object) -> object:
        if isinstance(fact, Mrkdwn):
            return str(fact)
        if isinstance(fact, tuple | list):
            return self.listed([str(self._safe(one)) for one in fact])
        plain = self._plain(fact)
        return str(escape(plain)) if isinstance(plain, str) else plain


@cache
def translator(locale: str, tz: str = "UTC") -> Translator:
    """One translator per language and zone: they hold no state of a request."""
    return Translator(locale, tz)


def _shortened(facts: dict[str, object]) -> tuple[dict[str, object], dict[str, str]]:
    """Facts with a token in the place of each long one: Fluent refuses over 1,000 signs."""
    long: dict[str, str] = {}
    short = dict(facts)
    told = "".join(fact for fact in facts.values() if isinstance(fact, str))
    tokens = (token for token in map("\ue000{}\ue001".format, count()) if token not in told)
    for name, fact in facts.items():
        if isinstance(fact, str) and len(fact) > LONGEST_FACT:
            token = next(tokens)
            long[token], short[name] = fact, token
    return short, long


def _josa(*said: object) -> str:
    """The catalogue's function: JOSA($word, "을/를")."""
    word, pair = said
    return particle(str(word), str(pair))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle(
        [_TERRITORY[language].replace("_", "-")],
        use_isolating=False,
        functions={"JOSA": _josa},  # type: ignore[dict-item] # typed for one argument, called with all
    )
    for file in sorted((LOCALES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
