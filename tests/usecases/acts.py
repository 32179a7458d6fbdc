"""One act of every kind that a person can take back, and the scene it is done in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.criteria import ContactRole
from bot.domain.deal import Money
from bot.domain.giving import Filled
from bot.domain.goals import Whose
from bot.domain.measuring import Told
from bot.domain.parsing_slack import Mention
from bot.domain.people import Role
from bot.domain.periods import Period
from bot.domain.preferences import Choices, Message, Reminding
from bot.domain.reviews import Answer, Contest, Ruling
from bot.domain.rooms import Channel
from bot.domain.signals import Finding, Signal
from bot.domain.tellings import FeedbackKind
from bot.usecases import (
    activities,
    champions,
    contacts,
    deals,
    feedback,
    goals,
    lines,
    moving,
    nudges,
    report_nudges,
    reviews,
    rooms,
    roster,
    settings,
)
from bot.usecases.contacts import Written
from bot.usecases.deals import Draft
from bot.usecases.moving import Order, Win
from store import reviews as kept_reviews
from store import rooms as kept_rooms
from store import visible
from tests.makers import ANSWERS, START, Team

LATER = START + timedelta(hours=1)
AFTER = START + timedelta(hours=2)
SILENT = Finding(Signal.SILENT, date(2026, 2, 16), 10)
UNTIL = date(2026, 5, 1)
JANE = Written("Jane Roe", "Acme", "CFO", "jane@acme.example", "+1 555 0100")


@dataclass(frozen=True, slots=True)
class Scene:
    """A deal of the rep's with an account, two contacts on it, and a question asked about it."""

    team: Team
    deal_id: int
    account_id: int
    other_account_id: int
    jane: int
    joan: int
    nudge_id: int


Doing = Callable[[Session, Scene], object]


def log(s: Session, on: Scene) -> object:
    line = "call Acme pilot - they like it > send quote friday"
    return activities.log_line(s, on.team.rep, line, LATER)


def _edit(s: Session, on: Scene) -> object:
    version = visible.deal(s, on.deal_id).version
    draft = Draft("Acme rollout", "Umbrella", None, "EUR", UNTIL)
    return deals.edit(s, on.team.rep, on.deal_id, version, draft, LATER)


def _lost(s: Session, on: Scene) -> object:
    return moving.lose(s, on.team.rep, on.deal_id, LATER, reason="price")


def _reopen(s: Session, on: Scene) -> object:
    return moving.reopen(s, on.team.rep, on.deal_id, LATER + timedelta(minutes=1))


def _place(s: Session, on: Scene) -> object:
    boss = Mention(on.team.leader.person.slack_user_id, None, 0, 0)
    placement = roster.Placement(Role.MANAGER, boss, team="South")
    return roster.place(s, on.team.admin, on.team.rep.person, placement, LATER)


def _choose(s: Session, on: Scene) -> object:
    choices = Choices(
        *("ko-KR", "Asia/Seoul", "KR", time(8), time(17), frozenset({1, 2, 3}), time(8, 30)),
        *((), frozenset({Message.NUDGES}), Reminding.SINGLE),
    )
    return settings.choose(s, on.team.rep, choices, None, LATER)


def _consent(s: Session, on: Scene, *, yes: bool) -> object:
    return champions.answer(s, on.team.manager, LATER, consents=yes)


def _ask(s: Session, on: Scene) -> object:
    champion = on.team.other_rep
    return champions.ask(s, on.team.rep, champion.id, on.deal_id, "how did you?", LATER)


def _tie(s: Session, on: Scene) -> object:
    return rooms.tie(s, on.team.rep, on.deal_id, Channel("C9", "acme"), (), LATER)


def _untie(s: Session, on: Scene) -> object:
    room = kept_rooms.of_channel(s, "C9")
    assert room is not None
    return rooms.untie(s, on.team.rep, room.id, LATER + timedelta(minutes=1))


def _goal(s: Session, on: Scene) -> object:
    wanted = goals.Wanted(Whose.TEAM, "2026-03", Money(Decimal(9_000), "USD"), team="West")
    return goals.choose(s, on.team.leader, wanted, LATER)


def _review(s: Session, on: Scene) -> object:
    quarter = Period(date(2025, 10, 1), date(2025, 12, 31))
    return reviews.open_for(s, on.team.leader, [on.team.rep.id], quarter, LATER)


def _reviewed(s: Session, on: Scene) -> int:
    return kept_reviews.of_people(s, [on.team.rep.id], 1)[0].id


def _hand_on(s: Session, on: Scene) -> object:
    contests = [Contest("rhythm", "leave is missing")]
    return reviews.give_back(s, on.team.rep, _reviewed(s, on), contests, "fine", LATER)


def _answer(s: Session, on: Scene) -> object:
    answers = [Answer("rhythm", Ruling.CORRECTED, "true", Decimal(70))]
    later = LATER + timedelta(minutes=1)
    return reviews.answer(s, on.team.leader, _reviewed(s, on), answers, "well done", later)


def _withdraw(s: Session, on: Scene) -> object:
    later = LATER + timedelta(minutes=1)
    return reviews.withdraw(s, on.team.leader, _reviewed(s, on), later)


BEFORE: dict[str, tuple[Doing, ...]] = {
    "deal.reopen": (_lost,),
    "room.untie": (_tie,),
    "review.return": (_review,),
    "review.answer": (_review, _hand_on),
    "review.withdraw": (_review,),
}
"""What has to have been done first."""

UNDOABLE: dict[str, tuple[str, Doing]] = {
    "activity.log": ("rep", log),
    "deal.create": ("rep", lambda s, on: lines.new(s, on.team.rep, "Initech for Initech", LATER)),
    "deal.edit": ("rep", _edit),
    "deal.next_step": (
        "rep",
        lambda s, on: lines.next_step(s, on.team.rep, "Acme pilot call friday", LATER),
    ),
    "deal.assign": (
        "manager",
        lambda s, on: deals.assign(s, on.team.manager, on.deal_id, on.team.korean.id, LATER),
    ),
    "deal.hold": (
        "rep",
        lambda s, on: deals.hold(s, on.team.rep, on.deal_id, UNTIL, "budget", LATER),
    ),
    "deal.move": (
        "rep",
        lambda s, on: moving.move(
            s, on.team.rep, on.deal_id, Order("proposal", "", Filled(ANSWERS)), LATER
        ),
    ),
    "deal.win": (
        "rep",
        lambda s, on: moving.win(s, on.team.rep, on.deal_id, Win(filled=Filled(ANSWERS)), LATER),
    ),
    "deal.lose": ("rep", _lost),
    "deal.reopen": ("rep", _reopen),
    "contact.new": (
        "rep",
        lambda s, on: contacts.write_contact(
            s, on.team.rep, None, replace(JANE, name="New One", account="Newco"), LATER
        ),
    ),
    "contact.edit": (
        "rep",
        lambda s, on: contacts.write_contact(
            s, on.team.rep, on.jane, Written("Jane Doe", "Newco"), LATER
        ),
    ),
    "contact.role": (
        "rep",
        lambda s, on: contacts.set_role(
            s, on.team.rep, on.deal_id, on.jane, "", ContactRole.BLOCKER, LATER
        ),
    ),
    "contact.merge": (
        "rep",
        lambda s, on: contacts.merge(s, on.team.rep, "contact", on.jane, on.joan, LATER),
    ),
    "account.edit": (
        "rep",
        lambda s, on: contacts.rename_account(s, on.team.rep, on.account_id, "Acme Works", LATER),
    ),
    "account.merge": (
        "rep",
        lambda s, on: contacts.merge(
            s, on.team.rep, "account", on.other_account_id, on.account_id, LATER
        ),
    ),
    "person.set": ("admin", _place),
    "settings.choose": ("rep", _choose),
    "settings.quiet": (
        "admin",
        lambda s, on: report_nudges.quiet(s, on.team.admin, Told.SILENT, LATER),
    ),
    "nudge.unhelpful": (
        "rep",
        lambda s, on: nudges.set_aside(s, on.team.rep, on.nudge_id, on.deal_id, LATER),
    ),
    "feedback.give": (
        "manager",
        lambda s, on: feedback.give(
            s, on.team.manager, on.deal_id, FeedbackKind.QUESTION, "still on?", LATER
        ),
    ),
    "champion.ask": ("rep", _ask),
    "champion.agree": ("manager", lambda s, on: _consent(s, on, yes=True)),
    "champion.decline": ("manager", lambda s, on: _consent(s, on, yes=False)),
    "room.tie": ("rep", _tie),
    "room.untie": ("rep", _untie),
    "goal.set": ("leader", _goal),
    "review.open": ("leader", _review),
    "review.return": ("rep", _hand_on),
    "review.answer": ("leader", _answer),
    "review.withdraw": ("leader", _withdraw),
}
"""What a person can take back: who does it, and how."""
