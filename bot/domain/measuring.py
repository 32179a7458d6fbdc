"""What came of what people were told: how it is counted, when a kind is worth quieting, and whether
asking makes a difference at all.

A deal counts as acted on where somebody touched it, put it on hold or closed it within three
working days of whoever was told. Saying that a question did not help is an answer and no act.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from bot.domain.deal import OpenDeal
from bot.domain.nudging import Asked, is_asked_about, may_ask
from bot.domain.people import Person
from bot.domain.signals import Finding, Signal

ACTED_WITHIN = 3
"""Working days."""

ONE_IN = 10
"""Of so many silent deals one is held back, where the admin wants to know."""

FEWEST_ASKED = 30
"""Under so many a kind is not judged."""

HARDLY_ACTED = Decimal("0.10")
OFTEN_UNHELPFUL = Decimal("0.30")

FEWEST_COMPARED = 10
"""Under so many on either side nothing is said about the effect."""


class Told(StrEnum):
    """The kinds of what people are told by themselves: the three signals that are asked about,
    next steps in the morning, the manager's list; and what was held back, for comparison."""

    SILENT = Signal.SILENT.value
    STUCK = Signal.STUCK.value
    DATE_PASSED = Signal.DATE_PASSED.value
    NEXT_STEP = "next_step"
    MANAGERS_LIST = "managers_list"
    HELD_BACK = "held_back"


ASKED_ABOUT = (Told.SILENT, Told.STUCK, Told.DATE_PASSED)
"""The kinds that can be quieted."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one kind, stage or person. `answered` and `unhelpful` count where there is a
    question to answer."""

    key: str
    asked: int = 0
    seen: int = 0
    answered: int = 0
    acted: int = 0
    unhelpful: int = 0

    def plus(self, other: "Measured") -> "Measured":
        return replace(
            self,
            asked=self.asked + other.asked,
            seen=self.seen + other.seen,
            answered=self.answered + other.answered,
            acted=self.acted + other.acted,
            unhelpful=self.unhelpful + other.unhelpful,
        )


def worth_quieting(kinds: Iterable[Measured]) -> list[Measured]:
    """The kinds of question that hardly move anybody, or that many find unhelpful."""
    return [
        one
        for one in kinds
        if one.key in set(ASKED_ABOUT)
        and one.asked >= FEWEST_ASKED
        and (
            Decimal(one.acted) / one.asked < HARDLY_ACTED
            or Decimal(one.unhelpful) / one.asked >= OFTEN_UNHELPFUL
        )
    ]


@dataclass(frozen=True, slots=True)
class Effect:
    """Silent deals asked about for the first time, beside those held back: how many there were,
    and how many of them somebody acted on."""

    asked: int
    asked_acted: int
    held: int
    held_acted: int

    @property
    def can_be_told(self) -> bool:
        return min(self.asked, self.held) >= FEWEST_COMPARED


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A silence (`since` the day of the last touch) that is not asked about from a day on."""

    since: date
    held_on: date


def is_chosen(workspace_id: int, deal_id: int, since: date) -> bool:
    """Whether chance holds a silence back. Drawn from its own name, so that every look at it says
    the same and nobody can throw again."""
    drawn = sha256(f"{workspace_id}:{deal_id}:{since.isoformat()}".encode()).digest()
    return int.from_bytes(drawn[:8]) % ONE_IN == 0


def resting(
    speaking: Iterable[tuple[OpenDeal, tuple[Finding, ...]]],
    asked: Mapping[int, Asked],
    held: Mapping[int, HeldBack],
    owner: Person,
    today: date,
    workspace_id: int,
) -> dict[int, HeldBack]:
    """The owner's deals that are not asked about today for comparison, by their ids: those that
    chance chose when their first question was due, for as long as an answer is waited for."""
    found: dict[int, HeldBack] = {}
    for deal, findings in speaking:
        since = next((one.since for one in findings if one.signal is Signal.SILENT), None)
        before = asked.get(deal.id)
        if since is None or not (before is None or before.answered):
            continue
        if not is_asked_about(deal, findings, today) or not may_ask(before, owner, today):
            continue
        if not is_chosen(workspace_id, deal.id, since):
            continue
        known = held.get(deal.id)
        if known is None or known.since != since:
            found[deal.id] = HeldBack(since, today)
        elif owner.calendar.days_since(known.held_on, today) <= ACTED_WITHIN:
            found[deal.id] = known
    return found
