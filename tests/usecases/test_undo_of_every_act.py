"""Every kind of act is put back to the row, or refused with a sentence: none is forgotten."""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.criteria import ContactRole
from bot.domain.deal import Money
from bot.domain.giving import Filled
from bot.domain.goals import Whose
from bot.domain.measuring import Told
from bot.domain.nudging import Bundle, Question
from bot.domain.parsing_slack import Mention
from bot.domain.people import Role
from bot.domain.periods import Period
from bot.domain.preferences import Choices, Message, Reminding
from bot.domain.refusal import Refusal
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
    undoing,
)
from bot.usecases.contacts import Written
from bot.usecases.deals import Draft
from bot.usecases.moving import Order, Win
from store import champions as kept_champions
from store import history, looks, visible
from store import nudges as kept_nudges
from store import reviews as kept_reviews
from store import rooms as kept_rooms
from store.engine import Store
from store.schema import ActRow
from store.scope import INCLUDE_REMOVED
from tests.house.catalogue import sentences
from tests.house.source import sources
from tests.makers import ANSWERS, START, Team, make_deal

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


def _log(s: Session, on: Scene) -> object:
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
    "activity.log": ("rep", _log),
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

LASTING = {
    *("playbook.propose", "playbook.agree", "playbook.object", "playbook.withdraw"),
    *("playbook.start", "contact.forget", "scorecard.look", "review.freeze"),
}
"""What is refused, with the reason."""

BY_THE_BOT = {"champion.invite", "import", "playbook.import", "room.lose"}
"""Acts without a person: nobody's to take back."""

_KIND = re.compile(
    r"(account|activity|champion|contact|deal|feedback|goal|nudge|person|playbook|review|room"
    r"|scorecard|settings)"
    r"\.[a-z_]+"
)


def _told_kinds() -> set[str]:
    """Kinds of act as the sources write them: strings like one, in the files that begin acts.
    What is promised to somebody (kind=, dedup_key=) is named alike and is none."""
    found = {"contact.merge", "account.merge", "import"}
    for source in sources("bot/usecases", "store"):
        nodes = list(ast.walk(source.tree))
        if not any(isinstance(one, ast.Attribute) and one.attr == "begin" for one in nodes):
            continue
        places = [one for node in nodes if isinstance(node, ast.Call) for one in node.args]
        places += [
            one for node in nodes if isinstance(node, ast.arguments) for one in node.defaults
        ]
        places += [node for node in nodes if isinstance(node, ast.IfExp)]
        found |= {
            str(text.value)
            for place in places
            for text in ast.walk(place)
            if isinstance(text, ast.Constant) and _KIND.fullmatch(str(text.value))
        }
    return found


def test_every_kind_of_act_is_spoken_for_here_and_in_the_catalogue() -> None:
    spoken_for = UNDOABLE.keys() | LASTING | BY_THE_BOT
    assert _told_kinds() - spoken_for == set()
    named = {kind.replace(".", "-").replace("_", "-") for kind in spoken_for}
    own = {key.removeprefix("act-") for key in sentences("en") if key.startswith("act-")}
    assert named - own == {"scorecard-look"}, "a look is no act to read about"
    undone = {key.removeprefix("undone-") for key in sentences("en") if key.startswith("undone-")}
    assert {kind.replace(".", "-").replace("_", "-") for kind in UNDOABLE} <= undone


@pytest.fixture
def scene(store: Store, team: Team) -> Scene:
    deal = make_deal(store, team.rep, account="Acme", next_step="call", next_step_due_on=UNTIL)
    make_deal(store, team.rep, "Umbrella", account="Umbrella")

    def act(session: Session) -> Scene:
        jane, joan = (
            contacts.write_contact(session, team.leader, None, one, START)[1]
            for one in (replace(JANE, title="", email=""), replace(JANE, name="Jane Rowe"))
        )
        for contact_id in (jane, joan):
            role = ContactRole.CHAMPION
            contacts.set_role(session, team.leader, deal.id, contact_id, "", role, START)
        for person in (team.manager, team.other_rep):
            asked = history.begin(session, None, "champion.invite", START)
            kept_champions.add(asked, person.id)
        champions.answer(session, team.other_rep, START, consents=True)
        bundle = Bundle((Question(deal, (SILENT,), 1),), 0)
        asked_of = kept_nudges.add(session, {team.rep.id: (date(2026, 3, 2), bundle)}, START)
        other = visible.deal(session, deal.id + 1).account_id
        account_id = visible.deal(session, deal.id).account_id
        assert account_id is not None
        assert other is not None
        return Scene(team, deal.id, account_id, other, jane, joan, asked_of[team.rep.id])

    return store.run(team.id, act)


def rows(session: Session) -> dict[tuple[str, int], dict[str, Any]]:
    """Every row that acts are about, as it stands; those taken away are not there."""
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for name, table in history.SUBJECTS.items():
        columns = [
            column.key for column in table.__mapper__.column_attrs if column.key != "version"
        ]
        for row in session.scalars(select(table), execution_options=INCLUDE_REMOVED):
            is_untied = name == "room" and row.deal_id is None  # type: ignore[attr-defined]
            if getattr(row, "removed_at", None) is None and not is_untied:
                found[name, row.id] = {key: getattr(row, key) for key in columns}  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("by", ["button", "command"])
@pytest.mark.parametrize("kind", UNDOABLE)
def test_undo_puts_every_row_back(
    store: Store, team: Team, scene: Scene, kind: str, by: str
) -> None:
    who, doing = UNDOABLE[kind]
    actor = getattr(team, who)
    for first in BEFORE.get(kind, ()):
        store.run(team.id, first, scene)
    before = store.ask(team.id, rows)
    store.run(team.id, doing, scene)
    assert store.ask(team.id, rows) != before
    act_id, action = store.ask(team.id, _newest, actor.id)
    assert action == kind
    undone = store.run(team.id, undoing.undo, actor, act_id if by == "button" else None, AFTER)
    assert undone.action == kind
    assert store.ask(team.id, rows) == before


@pytest.mark.parametrize("kind", sorted(LASTING))
def test_what_lasts_is_refused_by_the_button_and_passed_over_by_the_command(
    store: Store, team: Team, kind: str
) -> None:
    if kind == "scorecard.look":
        store.run(team.id, looks.note, team.rep.id, team.manager.id, START)
    else:
        store.run(team.id, history.begin, team.rep.id, kind, START)
    act_id, _ = store.ask(team.id, _newest, team.rep.id)
    with pytest.raises(Refusal, match="undo-lasting"):
        store.run(team.id, undoing.undo, team.rep, act_id, LATER)
    with pytest.raises(Refusal, match="undo-nothing"):
        store.run(team.id, undoing.undo, team.rep, None, LATER)


def test_anothers_later_touch_neither_hinders_undo_nor_is_lost_by_it(
    store: Store, team: Team, scene: Scene
) -> None:
    store.run(team.id, _log, scene)
    act_id, _ = store.ask(team.id, _newest, team.rep.id)
    store.run(team.id, activities.log_line, team.other_rep, "call Acme pilot - hello", AFTER)
    store.run(team.id, undoing.undo, team.rep, act_id, AFTER)
    deal = store.ask(team.id, visible.deal, scene.deal_id)
    assert (deal.next_step, deal.last_touch_at, deal.last_activity_at) == ("call", AFTER, AFTER)


def _newest(session: Session, actor_id: int) -> tuple[int, str]:
    newest = session.scalars(
        select(ActRow).where(ActRow.actor_id == actor_id).order_by(ActRow.id.desc()).limit(1)
    ).one()
    return newest.id, newest.action
