"""Reviews: a scorecard as it was when it was laid open, its owner's word first, then an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.scorecards import Card, Score, last_quarter, quarter_so_far

THEIR_DAYS = 5
"""Working days that somebody has a review to themselves, before those who lead them see it."""

ENDS_AFTER = timedelta(days=14)
"""After an answer a review is frozen, also where nobody says that they have read it."""


class Standing(StrEnum):
    """Whose turn it is."""

    THEIRS = "theirs"
    LEADS = "leads"
    ANSWERED = "answered"
    FROZEN = "frozen"
    WITHDRAWN = "withdrawn"


class Ruling(StrEnum):
    """What came of a contested measure."""

    KEPT = "kept"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody said, on one measure or (None) on the whole; `value` is the corrected one, in
    percent, where the ruling corrects the measure."""

    by: Person
    at: datetime
    words: str
    measure: str | None = None
    ruling: Ruling | None = None
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One person's period under review. The card holds the figures of `opened_at`, for good."""

    id: int
    person: Person
    opened_by: Person
    opened_at: datetime
    card: Card
    theirs_until: datetime
    returned_at: datetime | None = None
    answered_at: datetime | None = None
    frozen_at: datetime | None = None
    withdrawn_at: datetime | None = None
    words: tuple[Word, ...] = ()

    def standing(self, now: datetime) -> Standing:
        if self.withdrawn_at is not None:
            return Standing.WITHDRAWN
        if self.frozen_at is not None:
            return Standing.FROZEN
        if self.answered_at is not None:
            ended = now >= self.answered_at + ENDS_AFTER
            return Standing.FROZEN if ended else Standing.ANSWERED
        is_theirs = self.returned_at is None and now < self.theirs_until
        return Standing.THEIRS if is_theirs else Standing.LEADS

    def is_shown_to(self, reader_id: int, now: datetime) -> bool:
        """Its owner sees it first: others only once it was handed on, or had its time."""
        return reader_id == self.person.id or self.standing(now) is not Standing.THEIRS

    @property
    def contested(self) -> dict[str, Word]:
        return {
            one.measure: one for one in self.words if one.measure is not None and not one.ruling
        }

    @property
    def rulings(self) -> dict[str, Word]:
        return {one.measure: one for one in self.words if one.measure is not None and one.ruling}

    def on_the_whole(self) -> tuple[Word, ...]:
        return tuple(one for one in self.words if one.measure is None)

    @property
    def corrected(self) -> Card | None:
        """The card with the corrected values in it, for its total; None where nothing was."""
        values = {
            measure: one.value
            for measure, one in self.rulings.items()
            if one.ruling is Ruling.CORRECTED and one.value is not None
        }
        if not values:
            return None
        return replace(self.card, scores=with_values(self.card.scores, values))


def with_values(scores: Sequence[Score], values: Mapping[str, Decimal]) -> tuple[Score, ...]:
    return tuple(replace(one, value=values.get(one.measure, one.value)) for one in scores)


def theirs_until(person: Person, now: datetime) -> datetime:
    """The end of the last of the working days that somebody has to themselves."""
    day = person.today(now)
    for _ in range(THEIR_DAYS):
        following = person.calendar.first_from(day + timedelta(days=1))
        day = following or day + timedelta(days=1)
    return datetime.combine(day, person.workday_end, person.zone).astimezone(UTC)


def periods(today: date) -> dict[str, Period]:
    """What can be reviewed, by the name that a form brings back: the quarter that ended last, this
    one so far, the one before the last, and the last half year and year."""
    last = last_quarter(today)
    before = last.first - relativedelta(months=3)
    return {
        "last": last,
        "now": quarter_so_far(today),
        "before": Period(before, last.first - timedelta(days=1)),
        "half": Period(before, last.last),
        "year": Period(last.last + timedelta(days=1) - relativedelta(years=1), last.last),
    }


@dataclass(frozen=True, slots=True)
class Contest:
    """A measure that its owner calls wrong, and why."""

    measure: str
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The ruling on one contested measure, with its reason."""

    measure: str
    ruling: Ruling
    words: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """A review as one reader sees it; without its card where it is not theirs to see yet."""

    review: Review
    standing: Standing
    is_own: bool
    may_answer: bool
    may_withdraw: bool
    shows_card: bool
    today: date


@dataclass(frozen=True, slots=True)
class Listed:
    """One's own reviews and those of whom one leads, the newest first; and whom one may review."""

    own: tuple[Looked, ...]
    led: tuple[Looked, ...]
    may_open: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """What the form to open reviews offers."""

    people: tuple[Person, ...]
    chosen_id: int | None
    today: date
