"""What is handed to the pages about something said: what was understood, and what was asked."""

from dataclasses import dataclass
from datetime import date

from bot.domain.deal import Account, Deal
from bot.domain.outcomes import Card, Note, Offer, Target
from bot.domain.saying import Reading
from bot.domain.stages import Stages


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading without its names, the words it was read from, and what it is about; `settled`
    once it is clear what is to be done."""

    said: str
    reading: Reading
    target: Target | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence was understood to want, kept as a draft until its writer says yes.

    `offer` are the deals to choose from where it isn't clear which one; `unsure` asks what is to
    be done at all.
    """

    draft_id: int
    draft: Draft
    deal: Deal | None
    account: Account | None
    offer: Offer | None
    stages: Stages
    unsure: bool

    @property
    def reading(self) -> Reading:
        return self.draft.reading


@dataclass(frozen=True, slots=True)
class Promises:
    """What is promised on the deals of a name: each with its next step and newest activities."""

    name: str
    cards: tuple[Card, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Doings:
    """What somebody logged from a day to a day."""

    since: date
    until: date
    notes: tuple[Note, ...]
    stages: Stages
    today: date


@dataclass(frozen=True, slots=True)
class Helped:
    """They asked what one can say, or were so kind as to thank."""

    thanked: bool = False
