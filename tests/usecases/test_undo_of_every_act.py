"""Every kind of act is put back to the row, or refused with a sentence: none is forgotten."""

import ast
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.criteria import ContactRole
from bot.domain.nudging import Bundle, Question
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.usecases import (
    activities,
    champions,
    contacts,
    redoing,
    undoing,
)
from store import champions as kept_champions
from store import history, looks, visible
from store import nudges as kept_nudges
from store.engine import Store
from store.schema import ActRow
from store.scope import INCLUDE_REMOVED
from tests.house.catalogue import sentences
from tests.house.source import sources
from tests.makers import START, Team, make_deal
from tests.usecases.acts import (
    AFTER,
    BEFORE,
    JANE,
    LATER,
    SILENT,
    UNDOABLE,
    UNTIL,
    Scene,
    log,
)

LASTING = {
    *("playbook.propose", "playbook.agree", "playbook.object", "playbook.withdraw"),
    *("playbook.start", "contact.forget", "scorecard.look", "review.freeze"),
}
"""What is refused, with the reason."""

NOT_AGAIN = (
    *("review.", "champion.", "feedback.", "room.", "nudge.", "settings.quiet"),
    *("contact.merge", "account.merge"),
)
"""What is done anew rather than again: others are asked or told by it."""

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
    done = store.ask(team.id, rows)
    assert done != before
    act_id, action = store.ask(team.id, _newest, actor.id)
    assert action == kind
    undone = store.run(team.id, undoing.undo, actor, act_id if by == "button" else None, AFTER)
    assert undone.action == kind
    assert store.ask(team.id, rows) == before
    if by == "button" and undone.redo_id is not None:
        _redo_and_undo_again(store, actor, act_id, before, done)
    assert (undone.redo_id is None) == kind.startswith(NOT_AGAIN)


def _redo_and_undo_again(
    store: Store,
    actor: Actor,
    act_id: int,
    before: dict[tuple[str, int], Any],
    done: dict[tuple[str, int], Any],
) -> None:
    workspace_id = actor.workspace.id
    redone = store.run(workspace_id, redoing.redo, actor, act_id, AFTER)
    assert redone.act_id > act_id, "recorded by itself"
    assert _apart_from_its_number(store.ask(workspace_id, rows)) == _apart_from_its_number(done)
    for again in (act_id, redone.act_id):
        with pytest.raises(Refusal, match=r"redo-(changed-since|stands)"):
            store.run(workspace_id, redoing.redo, actor, again, AFTER)
    store.run(workspace_id, undoing.undo, actor, None, AFTER)
    assert store.ask(workspace_id, rows) == before


def _apart_from_its_number(held: dict[tuple[str, int], Any]) -> dict[tuple[str, int], Any]:
    """Rows without which act it was that settled a question: another one, with a number of its
    own."""
    return {key: {**row, "acted_act_id": None} for key, row in held.items()}


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
    store.run(team.id, log, scene)
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
