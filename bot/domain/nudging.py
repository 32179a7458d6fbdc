"""Which deals to ask about today, and how often one may ask while nobody answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.deal import Deal
from bot.domain.people import Person, working_days_since
from bot.domain.signals import STALE, Finding

BACK_OFF = (2, 4, 8)
"""Working days to wait after the first, second and every further unanswered question."""

MOST_DEALS = 7
"""Deals in one message; the rest are a tap away."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The last question about a deal: how many in a row, when, and whether it was answered."""

    times: int
    on: date
    answered: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A deal to ask about, why, and how many times in a row that makes."""

    deal: Deal
    findings: tuple[Finding, ...]
    times: int


def may_ask(asked: Asked | None, owner: Person, today: date) -> bool:
    """One silence, one question: again only after an answer or the back-off."""
    if asked is None:
        return True
    waited = working_days_since(asked.on, today, owner.working_days)
    return waited >= (1 if asked.answered else BACK_OFF[min(asked.times, len(BACK_OFF)) - 1])


def questions(
    stale: Sequence[tuple[Deal, tuple[Finding, ...]]],
    asked: dict[int, Asked],
    owner: Person,
    today: date,
) -> list[Question]:
    """The owner's questions of the day, what is at stake first."""
    found = [
        Question(deal, findings, _times(asked.get(deal.id)))
        for deal, findings in stale
        if any(one.signal in STALE for one in findings)
        and may_ask(asked.get(deal.id), owner, today)
    ]
    return sorted(found, key=_stake, reverse=True)


def _times(asked: Asked | None) -> int:
    return 1 if asked is None or asked.answered else asked.times + 1


def _stake(question: Question) -> tuple[Decimal, int]:
    expected = (question.deal.amount or Decimal(0)) * question.deal.probability
    return expected, max(one.days for one in question.findings)
