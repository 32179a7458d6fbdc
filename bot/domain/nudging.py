"""Which deals to ask about today, how often one may ask while nobody answers, and who hears of it.

One bundle a person and working day. A deal is asked about again after an answer, or after 2, 4 and
then every 8 working days of its owner without one. The third question in a row that stays without
an answer over night puts the deal on the list of the owner's manager. Nothing is ever changed by
the passing of time.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from bot.domain.deal import Deal, OpenDeal
from bot.domain.people import Person
from bot.domain.preferences import Message
from bot.domain.signals import STALE, Finding, Signal, on_hold

BACK_OFF = (2, 4, 8)
"""Working days to wait after the first, second and every further unanswered question."""

MOST_DEALS, FEWER_DEALS = 7, 5
"""Deals in one message; the rest are a tap away. Fewer where many next steps are due as well."""

ESCALATES_AT = 3
"""The question in a row that, left without an answer, reaches the manager's list."""

SETTLES_IN = 5
"""For so many of the owner's working days nobody is asked about what an import brought: old deals
by the hundred are no reason for a hundred questions on the first morning."""

UNHELPFUL = "unhelpful"
"""The answer that the question did not help."""

MOST_LISTED = 10
"""Deals in one message to a manager; the rest are a tap away."""

ASKED_ABOUT = STALE | {Signal.DATE_PASSED}
"""A next step that is overdue has its own reminder, one that is missing is told in a line."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The last question about a deal: how many in a row, when, and whether it was answered, be it
    by saying that the question did not help."""

    times: int
    on: date
    answered: bool
    unhelpful: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A deal to ask about, why, and how many times in a row that makes."""

    deal: Deal | OpenDeal
    findings: tuple[Finding, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """The questions of one day, what is at stake first; `more` deals wait beyond them."""

    questions: tuple[Question, ...]
    more: int


class Why(StrEnum):
    """Why there is no bundle today."""

    MUTED = "muted"
    ASKED = "asked-today"
    NOTHING = "nothing-stale"
    WAITING = "waiting-for-answers"
    HELD_BACK = "held-back"


def bundle(
    speaking: Sequence[tuple[Deal | OpenDeal, tuple[Finding, ...]]],
    asked: Mapping[int, Asked],
    owner: Person,
    today: date,
    quieted: frozenset[str] = frozenset(),
    most: int = MOST_DEALS,
) -> Bundle | Why:
    """What to ask an owner today, given the deals that have something to say and the last question
    about each; `quieted` signals are no reason to ask. Where there are too many, those asked about
    less often come first, so that none is kept from its turn by dearer ones."""
    if not owner.wants(Message.NUDGES):
        return Why.MUTED
    if not any(is_asked_about(deal, findings, today, quieted) for deal, findings in speaking):
        return Why.NOTHING
    wanted = questions(speaking, asked, owner, today, quieted)
    if not wanted:
        return Why.WAITING
    if len(wanted) <= most:
        return Bundle(tuple(wanted), 0)
    turns = sorted(wanted, key=lambda one: min(one.times, ESCALATES_AT + 1))
    return Bundle(tuple(by_stake(turns[:most])), len(wanted) - most)


def may_ask(asked: Asked | None, owner: Person, today: date) -> bool:
    """One silence, one question: again only after an answer or the back-off, and after the longest
    one where the question was said not to help."""
    if asked is None:
        return True
    waited = owner.calendar.days_since(asked.on, today)
    if asked.unhelpful:
        return waited >= BACK_OFF[-1]
    return waited >= (1 if asked.answered else BACK_OFF[min(asked.times, len(BACK_OFF)) - 1])


def is_settling(
    deal: Deal | OpenDeal, brought_at: datetime | None, owner: Person, today: date
) -> bool:
    """Whether an import brought the deal a short while ago and nobody has touched it since."""
    if brought_at is None or deal.last_touch_at > brought_at:
        return False
    brought_on = brought_at.astimezone(owner.zone).date()
    return owner.calendar.days_since(brought_on, today) < SETTLES_IN


def is_asked_about(
    deal: Deal | OpenDeal,
    findings: Sequence[Finding],
    today: date,
    quieted: frozenset[str] = frozenset(),
) -> bool:
    return not on_hold(deal, today) and any(
        one.signal in ASKED_ABOUT and one.signal not in quieted for one in findings
    )


def questions(
    speaking: Sequence[tuple[Deal | OpenDeal, tuple[Finding, ...]]],
    asked: Mapping[int, Asked],
    owner: Person,
    today: date,
    quieted: frozenset[str] = frozenset(),
) -> list[Question]:
    """Every question that may be asked today, what is at stake first."""
    found = [
        Question(deal, findings, _times(asked.get(deal.id)))
        for deal, findings in speaking
        if is_asked_about(deal, findings, today, quieted)
        and may_ask(asked.get(deal.id), owner, today)
    ]
    return by_stake(found)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A deal whose last question (`item_id`) has no answer."""

    deal: Deal
    item_id: int
    asked: Asked


@dataclass(frozen=True, slots=True)
class Listing:
    """What a manager is told of on one day, what is at stake first; `more` wait beyond that."""

    deals: tuple[Unanswered, ...]
    more: int


def listing(
    waiting: Sequence[Unanswered],
    listed: Mapping[int, date],
    owners_today: Mapping[int, date],
    manager: Person,
    today: date,
) -> Listing | None:
    """The manager's list of a working day, given their people's deals without an answer, when each
    last stood on it, and the owners' own days. None where nothing has come to it: what stands
    there already is told again after the longest back-off alone."""
    escalated = [
        one
        for one in waiting
        if is_escalated(one.asked, owners_today[one.deal.owner_id or 0])
        and not on_hold(one.deal, owners_today[one.deal.owner_id or 0])
    ]
    due = [one for one in escalated if may_list(listed.get(one.deal.id), manager, today)]
    if not due:
        return None
    shown = tuple(by_stake(due)[:MOST_LISTED])
    return Listing(shown, len(escalated) - len(shown))


def is_escalated(asked: Asked, today: date) -> bool:
    """Whether a question belongs on the manager's list: the third in a row or a later one, without
    an answer since a day before the owner's `today`."""
    return asked.on < today and not asked.answered and asked.times >= ESCALATES_AT


def may_list(listed_on: date | None, manager: Person, today: date) -> bool:
    """A deal that stood on a manager's list comes back after the longest back-off."""
    if listed_on is None:
        return True
    return manager.calendar.days_since(listed_on, today) >= BACK_OFF[-1]


def _times(asked: Asked | None) -> int:
    return 1 if asked is None or asked.answered else asked.times + 1


_Told = TypeVar("_Told", Question, Unanswered)


def by_stake(told: Sequence[_Told]) -> list[_Told]:
    """What is at stake first: the amount by its probability, then what has lasted longest.

    Amounts of different currencies are never compared: the dearest of each go first, then the
    second dearest of each, and so on.
    """
    dearest = sorted(told, key=_stake, reverse=True)
    if len({one.deal.currency for one in dearest}) < 2:
        return dearest
    places: Counter[str] = Counter()
    order: list[tuple[int, int, _Told]] = []
    for place, one in enumerate(dearest):
        order.append((places[one.deal.currency], place, one))
        places[one.deal.currency] += 1
    return [one for _, _, one in sorted(order, key=lambda entry: entry[:2])]


def _stake(told: Question | Unanswered) -> tuple[Decimal, int, int]:
    expected = (told.deal.amount or Decimal(0)) * told.deal.probability
    lasts = max(one.days for one in told.findings) if isinstance(told, Question) else 0
    return expected, lasts, -told.deal.id
