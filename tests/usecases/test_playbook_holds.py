"""Whatever people do under whatever playbooks: nothing passes unfulfilled and unrecorded."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.giving import Filled
from bot.domain.outcomes import Done
from bot.domain.people import Actor
from bot.domain.playbook_document import Document, plain
from bot.domain.refusal import Refusal
from bot.usecases import deals, moving, playbooks, undoing
from bot.usecases.deals import Draft
from bot.usecases.moving import Order, Win
from store import playbooks as kept
from store import scope, stages
from store.engine import Store
from store.schema import AuditRow, DealRow, StageChangeRow
from store.schema.base import Base
from tests.makers import START, Team, make_team

KEYS = ("a", "b", "c", "d", "e")
QUESTIONS = ("budget", "criteria", "decider", "security")
FIELDS = ("amount", "expected_close", "next_step")


def stage(key: str, asked: list[str]) -> dict[str, Any]:
    ask = [
        {"field": one} if one in FIELDS else {"evidence": one, "ask": {"en": f"{one}?"}}
        for one in asked
    ]
    return {"key": key, "names": {"en": key.upper()}, "exit": ask}


def document(order: list[str], asked: dict[str, list[str]]) -> Document:
    ends = [
        {"key": "won", "names": {"en": "Won"}, "ends": "won"},
        {"key": "lost", "names": {"en": "Lost"}, "ends": "lost"},
    ]
    sales = {"key": "sales", "names": {"en": "Sales"}}
    steps = [stage(key, asked.get(key, [])) for key in order]
    reasons = [{"key": "price", "names": {"en": "Price"}}]
    return Document.model_validate(
        {
            "pipekeeper_playbook": 1,
            "pipelines": [sales | {"stages": steps + ends}],
            "lost_reasons": reasons,
        }
    )


orders = st.lists(st.sampled_from(KEYS), min_size=2, max_size=5, unique=True)
asks = st.dictionaries(
    st.sampled_from(KEYS),
    st.lists(st.sampled_from(QUESTIONS + FIELDS), max_size=3, unique=True),
)
documents = st.builds(document, orders, asks)
answers = st.dictionaries(
    st.sampled_from((*QUESTIONS, *FIELDS, "next_step_due")),
    st.sampled_from(("", "yes", "12000", "2026-06-30")),
)
steps = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(KEYS), answers, st.booleans()),
    st.tuples(st.just("move"), st.sampled_from(KEYS), answers, st.booleans()),
    st.tuples(st.just("win"), st.just(""), answers, st.booleans()),
    st.tuples(st.just("lose"), st.just(""), st.just({}), st.booleans()),
    st.tuples(st.just("reopen"), st.just(""), st.just({}), st.booleans()),
    st.tuples(st.just("undo"), st.just(""), st.just({}), st.booleans()),
    st.tuples(st.just("change"), st.just(""), st.just({}), documents),
)


@dataclass
class Witness:
    """What an outsider knows: each version's text, and what the deal had before each move."""

    versions: dict[int, Document] = field(default_factory=dict)


def act(store: Store, team: Team, deal_id: int, step: Any, minutes: int) -> None:
    """One step by the rep or the manager; a refusal is an answer, and changes nothing."""
    kind, goal, told, who = step
    now = START + timedelta(minutes=minutes)
    if kind == "change":
        try:
            store.run(team.id, playbooks.replace_at_once, who, "", "", now)
        except Refusal:
            return
        return
    actor: Actor = team.manager if who else team.rep
    filled = Filled(told, "the CEO said so" if who else "")
    try:
        match kind:
            case "move":
                order = Order(goal, "because", filled)
                store.run(team.id, moving.move, actor, deal_id, order, now)
            case "win":
                won = Win(filled=filled)
                store.run(team.id, moving.win, actor, deal_id, won, now)
            case "lose":
                store.run(team.id, moving.lose, actor, deal_id, now, reason="price")
            case "reopen":
                store.run(team.id, moving.reopen, actor, deal_id, now)
            case "undo":
                store.run(team.id, undoing.undo, actor, None, now)
    except Refusal:
        return


def held_before(session: Session, deal_id: int, act_id: int) -> dict[str, Any]:
    """The deal's own fields just as an act ended: every note up to it, one upon the other."""
    notes = session.scalars(
        select(AuditRow)
        .where(AuditRow.subject_type == "deal", AuditRow.subject_id == deal_id)
        .where(AuditRow.act_id <= act_id)
        .order_by(AuditRow.id)
    )
    state: dict[str, Any] = {}
    for note in notes:
        state |= note.after or {}
    return state


def answered(session: Session, deal_id: int, act_id: int) -> dict[str, Any]:
    """The evidence as the acts up to this one left it, from the audit alone."""
    state: dict[int, dict[str, Any]] = {}
    for note in session.scalars(
        select(AuditRow)
        .where(AuditRow.subject_type == "answer", AuditRow.act_id <= act_id)
        .order_by(AuditRow.id)
    ):
        state.setdefault(note.subject_id, {}).update(note.after or {})
    return {
        one["key"]: one["value"]
        for one in state.values()
        if one.get("deal_id") == deal_id and not one.get("removed_at")
    }


def unfulfilled(part: dict[str, Any], deal: dict[str, Any], evidence: dict[str, Any]) -> bool:
    """Whether a criterion, as the document has it, lacks what it asks for."""
    match part.get("field"):
        case "amount":
            return deal.get("amount") is None
        case "expected_close":
            return deal.get("closes_on") is None
        case "next_step":
            return not (deal.get("next_step") and deal.get("next_step_due_on"))
    return not evidence.get(part["evidence"])


def open_stages(document_: Document) -> dict[str, list[dict[str, Any]]]:
    """The open stages in order, each with its criteria, read off the document's own text."""
    [pipeline] = plain(document_)["pipelines"]
    return {one["key"]: one.get("exit", []) for one in pipeline["stages"] if not one.get("ends")}


def passed_by(
    pinned: Document, entered_by: Document, left: str, entered: str
) -> list[dict[str, Any]]:
    """The criteria of the stages left and passed over, as far as the pinned version knows."""
    exits = open_stages(pinned)
    order = list(exits)
    begin = order.index(left)
    if entered == "lost":
        return []
    if entered == "won":
        end = len(order)
    elif entered in order:
        end = order.index(entered)
    else:
        end = (
            begin if leads_back(order, list(open_stages(entered_by)), left, entered) else begin + 1
        )
    return [part for key in order[begin:end] for part in exits[key]]


def leads_back(pinned: list[str], newer: list[str], left: str, entered: str) -> bool:
    """Whether a stage that the pinned version doesn't know lies before the one left, or, where
    that is gone, before the nearest one that the deal had passed."""
    behind_us = [key for key in pinned[: pinned.index(left) + 1] if key in newer]
    if not behind_us:
        return False
    return newer.index(entered) < newer.index(behind_us[-1])


def check(session: Session, deal_id: int, witness: Witness) -> int:
    """Every change of stage that still stands, and every one that was undone, was fulfilled."""
    changes = session.execute(
        select(StageChangeRow, AuditRow.act_id)
        .join(AuditRow, AuditRow.subject_id == StageChangeRow.id)
        .where(AuditRow.subject_type == "stage_change", AuditRow.before.is_(None))
        .where(StageChangeRow.deal_id == deal_id)
        .order_by(StageChangeRow.id)
        .execution_options(**scope.INCLUDE_REMOVED)
    ).all()
    seen = 0
    for change, act_id in changes:
        if change.from_stage is None or change.from_stage in ("won", "lost"):
            continue
        before = held_before(session, deal_id, act_id - 1)
        deal = held_before(session, deal_id, act_id) | {
            name: value
            for name, value in before.items()
            if name in ("next_step", "next_step_due_on") and change.to_stage in ("won", "lost")
        }
        note = session.scalars(
            select(AuditRow).where(AuditRow.act_id == act_id, AuditRow.subject_type == "deal")
        ).all()
        for one in note:
            given = one.after or {}
            if change.to_stage == "won" and given.get("next_step"):
                deal |= {name: given[name] for name in given if name.startswith("next_step")}
        pinned = witness.versions[before["playbook_version"]]
        evidence = answered(session, deal_id, act_id)
        newer = witness.versions[change.playbook_version]
        for part in passed_by(pinned, newer, change.from_stage, change.to_stage):
            seen += 1
            key = part.get("field") or part["evidence"]
            if unfulfilled(part, deal, evidence):
                assert key in (change.overridden or []), (change.from_stage, change.to_stage, key)
                assert change.override_reason
    return seen


def replayed(session: Session, deal_id: int) -> None:
    """The history, one note upon the other, is the deal as it stands."""
    row: Base = session.get_one(DealRow, deal_id, execution_options=scope.INCLUDE_REMOVED)
    for name, value in held_before(session, deal_id, 10**9).items():
        now = getattr(row, name)
        if value is None or now is None:
            assert now is value, name
        else:
            told = now.isoformat() if hasattr(now, "isoformat") else now
            assert str(told) == str(value), name


@given(first=documents, story=st.lists(steps, max_size=14))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_deal_passes_a_stage_unfulfilled_and_histories_replay(
    sqlite_store: Store, first: Document, story: list[Any]
) -> None:
    store = sqlite_store
    team = make_team(store, f"T{next(NUMBERS)}")
    store.run(team.id, playbooks.replace_at_once, first, "", "", START)
    draft = Draft("Acme pilot")
    made = store.run(team.id, deals.create, team.rep, draft, START)
    assert isinstance(made, Done)
    for minutes, step in enumerate(story, 1):
        act(store, team, made.deal.id, step, minutes)
    witness = Witness(
        {one.version: _document(store, team.id, one.version) for one in _versions(store, team.id)}
    )
    store.ask(team.id, check, made.deal.id, witness)
    store.ask(team.id, replayed, made.deal.id)


NUMBERS = iter(range(1_000_000))


def _versions(store: Store, workspace_id: int) -> list[Any]:
    return store.ask(workspace_id, playbooks.history_of)


def _document(store: Store, workspace_id: int, version: int) -> Document:
    return store.ask(workspace_id, kept.document, version)


def test_the_witness_sees_something(sqlite_store: Store) -> None:
    """The check above is not idle: a move straight through the default playbook is looked at."""
    team = make_team(sqlite_store, "T_SEEN")
    order = ["a", "b", "c"]
    asked = document(order, {"a": ["budget"], "b": ["amount"]})
    sqlite_store.run(team.id, playbooks.replace_at_once, asked, "", "", START)
    made = sqlite_store.run(team.id, deals.create, team.rep, Draft("Acme"), START)
    filled = Filled({"budget": "Dana", "amount": "5000"})
    sqlite_store.run(team.id, moving.move, team.rep, made.deal.id, Order("c", filled=filled), START)
    witness = Witness({2: asked, 1: _document(sqlite_store, team.id, 1)})
    assert sqlite_store.ask(team.id, check, made.deal.id, witness) == 2
    assert sqlite_store.ask(team.id, stages.version_in_force) == 2
