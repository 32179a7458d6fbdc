"""What comes unasked, to be shown: next steps of the day, a manager's list, words about a deal."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.deal import ActivityKind, Deal
from bot.domain.following import Kind
from bot.domain.people import Person
from bot.domain.recurring import Recurrence
from bot.domain.signals import Finding
from bot.domain.stages import Stages


@dataclass(frozen=True, slots=True)
class FollowupLine:
    """A next step that was due, or a hold that ended, as it was told; `is_settled` once the deal
    has gone on since, `is_put_off` where nothing was done but to choose another day. `deal` is as
    it stands now."""

    deal: Deal
    kind: Kind
    step: str
    on: date
    is_settled: bool
    is_put_off: bool = False

    @property
    def is_replaced(self) -> bool:
        """Whether another step stands in its place, which does not say that it was done."""
        next_step = self.deal.next_step
        goes_on = self.is_settled and self.deal.is_open and not self.is_put_off
        return goes_on and bool(next_step and self.step) and next_step != self.step


@dataclass(frozen=True, slots=True)
class FollowupPage:
    """The next steps of one morning as they stand now; `more` are due beyond those shown, and
    `brought` were overdue already when an import brought them."""

    lines: tuple[FollowupLine, ...]
    more: int
    stages: Stages
    today: date
    brought: int = 0


@dataclass(frozen=True, slots=True)
class StepPage:
    """A next step that its owner was reminded of before its time, as it was told; `is_settled`
    once the deal has gone on since, `is_put_off` where nothing was done but to choose another
    time."""

    deal: Deal
    step: str
    due_at: datetime
    is_settled: bool
    is_put_off: bool
    stages: Stages
    today: date


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of a step, and what follows, by one's own clock; `what` may be empty for nothing
    yet."""

    kind: ActivityKind
    note: str
    what: str = ""
    due_on: date | None = None
    rule: Recurrence | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A step that is to be called done, and the day that its recurrence proposes next."""

    deal: Deal
    comes_again_on: date | None


@dataclass(frozen=True, slots=True)
class EscalationLine:
    """A deal on a manager's list: since when it says what, how many questions went unanswered, and
    what became of it (`answer`, None while it waits) by whom."""

    deal: Deal
    owner: Person
    findings: tuple[Finding, ...]
    times: int
    asked_on: date
    answer: str | None
    is_assignable: bool


@dataclass(frozen=True, slots=True)
class EscalationPage:
    """A manager's list of one day as it stands now; `more` deals wait beyond those shown."""

    lines: tuple[EscalationLine, ...]
    more: int
    stages: Stages
    today: date


class FeedbackKind(StrEnum):
    QUESTION = "question"
    PRAISE = "praise"
    NOTE = "note"
    ADVICE = "advice"
    ANSWER = "answer"


ANSWERED = frozenset({FeedbackKind.QUESTION, FeedbackKind.NOTE, FeedbackKind.ANSWER})
"""What its reader may want to say something to."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Somebody's own words about a deal, to its owner, or (without a deal) about the week of
    whoever reads them, which began on the Monday `week`."""

    id: int
    kind: FeedbackKind
    by: Person
    to: Person
    deal: Deal | None
    words: str
    week: date | None = None
