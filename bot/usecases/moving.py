"""The ways of a deal through its playbook: moved, won, lost, reopened, each with its evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain import giving
from bot.domain import stages as rules
from bot.domain.criteria import Known
from bot.domain.deal import Deal, Money
from bot.domain.giving import Filled, Given
from bot.domain.moving import Passage, passage
from bot.domain.outcomes import Done, Step
from bot.domain.people import Actor, may_override
from bot.domain.refusal import Refusal
from bot.domain.stages import Needs, Stage, StageKind, Stages
from bot.domain.timing import When, settled
from bot.usecases import goals, touching
from bot.usecases.deals import checked
from store import accounts, deals, evidence, history, rates, stages, visible, workspaces


@dataclass(frozen=True, slots=True)
class Order:
    """A move as somebody wants it made.

    `reason` says why, where it goes back; `filled` is what a form brought for the criteria, None
    for a line; `stood_in` the stage they saw the deal in: where it stands in another by now,
    someone else was first.
    """

    to: str
    reason: str = ""
    filled: Filled | None = None
    stood_in: str | None = None


@dataclass(frozen=True, slots=True)
class Win:
    """How a deal was won; an amount of None is the deal's own, a day of None today."""

    amount: Decimal | None = None
    currency: str | None = None
    reason: str = ""
    on: date | None = None
    channel: str | None = None
    filled: Filled | None = None
    stood_in: str | None = None


def look(session: Session, actor: Actor, deal_id: int, to: str | None) -> Step:
    """What a move would want first; `to` None means the following stage."""
    deal = visible.deal_to_change(session, actor, deal_id)
    rules.require_open(deal)
    playbook = stages.in_force(session)
    goal = _goal(playbook, to) if to else _following(deal, playbook)
    return _step(session, actor, deal, playbook, goal)


def look_at_win(session: Session, actor: Actor, deal_id: int) -> Step:
    """What winning would want first."""
    deal = visible.deal_to_change(session, actor, deal_id)
    rules.require_open(deal)
    playbook = stages.in_force(session)
    return _step(session, actor, deal, playbook, playbook.of(deal).won)


def move(session: Session, actor: Actor, deal_id: int, order: Order, now: datetime) -> Done | Step:
    """To another open stage; a Step where it wants something first and nothing was filled in.

    Raises Refusals beside the fields where what was filled in is not enough.
    """
    deal = _untouched(session, actor, deal_id, order.stood_in)
    playbook = stages.in_force(session)
    goal = _goal(playbook, order.to)
    if goal.kind is not StageKind.OPEN:
        raise Refusal("move-closes", stage=goal)
    rules.advance(deal, goal, now)
    way = _way(session, deal, goal, playbook)
    ready = _ready(session, actor, deal, way, order, now)
    if ready is None:
        return _step(session, actor, deal, playbook, goal, order.reason)
    act = history.begin(session, actor.id, "deal.move", now)
    deal = _write(act, deal, ready.given)
    changes = rules.advance(deal, goal, now)
    moved = _enter(act, deal, goal, changes, ready)
    touching.settle_questions(act, deal.id, "move")
    return Done(act.id, moved, deal, playbook)


def win(session: Session, actor: Actor, deal_id: int, won: Win, now: datetime) -> Done | Step:
    """Into the end of its pipeline that is won: passes every stage that is left."""
    deal = _untouched(session, actor, deal_id, won.stood_in)
    rules.require_open(deal)
    playbook = stages.in_force(session)
    goal = playbook.of(deal).won
    amount = checked(won.amount)
    way = _way(session, deal, goal, playbook)
    as_told: Mapping[str, object] = (
        {} if amount is None else {"amount": amount, "currency": won.currency or deal.currency}
    )
    ready = _ready(session, actor, deal, way, won, now, as_told)
    if ready is None or (amount is None and deal.amount is None and won.filled is None):
        step = _step(session, actor, deal, playbook, goal, won.reason, as_told)
        told = None if amount is None else Money(amount, won.currency or deal.currency)
        return replace(step, amount=told)
    reason = _reason(playbook, won.reason)
    closed_at = _moment(actor, deal, won.on, now)
    act = history.begin(session, actor.id, "deal.win", now)
    deal = _write(act, deal, ready.given)
    changes = rules.win(deal, goal, closed_at, amount, won.currency, reason)
    changes |= {"stage_entered_at": now} | _rate(
        session, actor, str(changes["currency"]), closed_at
    )
    closed = _enter(act, deal, goal, changes, ready)
    touching.settle_questions(act, deal.id, "won")
    channel = won.channel or actor.workspace.wins_channel
    if channel:
        touching.announce_win(act, deal.id, channel)
    goals.tell_reached(act, closed)
    return Done(act.id, closed, deal, playbook)


def lose(session: Session, actor: Actor, deal_id: int, now: datetime, *, reason: str) -> Done:
    """Out of the pipeline, with the reason: the team learns from it."""
    deal = visible.deal_to_change(session, actor, deal_id)
    playbook = stages.in_force(session)
    goal = playbook.of(deal).lost
    changes = rules.lose(deal, goal, now, _reason(playbook, reason))
    act = history.begin(session, actor.id, "deal.lose", now)
    lost = deals.enter_stage(act, deal, goal, changes)
    touching.settle_questions(act, deal.id, "lost")
    return Done(act.id, lost, deal, playbook)


def reopen(session: Session, actor: Actor, deal_id: int, now: datetime) -> Done:
    """Back into the open stage it was closed from: an act of its own, since it takes money out of
    figures that were reported."""
    deal = visible.deal_to_change(session, actor, deal_id)
    playbook = stages.in_force(session)
    closed_from = [
        change.from_stage
        for change in deals.stage_history(session, deal.id)
        if change.to_stage == deal.stage_key and change.from_stage
    ]
    ours = playbook.of(deal)
    into = next(
        (stage for stage in ours.open if closed_from and stage.key == closed_from[-1]), ours.first
    )
    changes = rules.reopen(deal, into, now)
    act = history.begin(session, actor.id, "deal.reopen", now)
    opened = deals.enter_stage(act, deal, into, changes)
    touching.settle_questions(act, deal.id, "reopen")
    return Done(act.id, opened, deal, playbook)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A move that may be made: what to write down with it, and what it does without."""

    given: Given
    reason: str
    override: str
    overridden: tuple[str, ...]


def _ready(
    session: Session,
    actor: Actor,
    deal: Deal,
    way: Passage,
    order: Order | Win,
    now: datetime,
    as_told: Mapping[str, object] | None = None,
) -> _Ready | None:
    """None where something is wanted that was not asked yet; Refusals where the answers are not
    enough."""
    filled = order.filled or Filled()
    given = _by_owners_clock(session, actor, deal, giving.read(way.criteria, filled), now)
    known = giving.afterwards(evidence.known(session, deal), given, now)
    if as_told:
        known = giving.afterwards(known, Given(as_told), now)
    lacking = way.lacking(known)
    override, reason = filled.override.strip(), order.reason.strip()
    wants_reason = way.needs_reason and not reason
    unasked = any(one.key not in filled.answers for one in lacking)
    if unasked or (wants_reason and order.filled is None):
        return None
    if wants_reason:
        raise Refusal("move-needs-reason", field="reason")
    if lacking and not override:
        raise giving.refusals(lacking)
    if lacking and not may_override(actor, visible.owner_of(session, actor, deal)):
        raise Refusal("rights-override", field=lacking[0].key)
    return _Ready(given, reason, override if lacking else "", tuple(one.key for one in lacking))


def _by_owners_clock(
    session: Session, actor: Actor, deal: Deal, given: Given, now: datetime
) -> Given:
    """What was given, with the time of a next step by the clock of the deal's owner."""
    at = given.fields.get("next_step_time")
    on = given.fields.get("next_step_due_on")
    if not isinstance(at, time) or not isinstance(on, date):
        return given
    owner = visible.owner_of(session, actor, deal) or actor.person
    due = settled(When(on, at), now, actor.person.zone, owner.zone)
    return replace(
        given, fields={**given.fields, "next_step_due_on": due.on, "next_step_time": due.at}
    )


def _write(act: history.Act, deal: Deal, given: Given) -> Deal:
    """Puts down what was given: the deal's own fields, the evidence, the contacts."""
    changes = dict(given.fields)
    if "amount" in changes:
        changes["amount"] = checked(given.fields["amount"])  # type: ignore[arg-type] # a Decimal
    if given.account:
        changes["account_id"] = accounts.named_or_added(act, given.account, deal.owner_id).id
    if changes:
        deal = deals.change(act, deal, changes)
    for key, value in given.answers.items():
        evidence.answer(act, deal.id, key, value, deal.playbook_version)
    for role, name in given.contacts.items():
        evidence.link_contact(act, deal, role, name)
    return deal


def _enter(
    act: history.Act, deal: Deal, goal: Stage, changes: Mapping[str, object], ready: _Ready
) -> Deal:
    moved = deals.enter_stage(
        act,
        deal,
        goal,
        changes,
        reason=ready.reason or None,
        override_reason=ready.override or None,
        overridden=ready.overridden,
    )
    if ready.overridden:
        touching.tell_of_override(act, moved, deal.stage_key, ready.overridden, ready.override)
    return moved


def _untouched(session: Session, actor: Actor, deal_id: int, stood_in: str | None) -> Deal:
    """The deal, where it still stands in the stage it was seen in; else who moved it where."""
    deal = visible.deal_to_change(session, actor, deal_id)
    if stood_in is not None and deal.stage_key != stood_in:
        *_, last = deals.stage_history(session, deal_id)
        stage = stages.in_force(session).get(deal.stage_key)
        by = last.changed_by or "Pipekeeper"
        raise Refusal("move-raced", deal=deal.name, stage=stage, by=by, when=last.changed_at)
    return deal


def _goal(playbook: Stages, key: str) -> Stage:
    if not playbook.has(key):
        raise Refusal("stage-gone", stages=playbook.all)
    return playbook.get(key)


def _following(deal: Deal, playbook: Stages) -> Stage:
    """The stage behind the deal's own; at the end of the way, winning."""
    ours = playbook.of(deal)
    here = playbook.get(deal.stage_key).position
    return next((one for one in ours.open if one.position > here), ours.won)


def _way(session: Session, deal: Deal, goal: Stage, playbook: Stages) -> Passage:
    pinned = stages.of_version(session, deal.playbook_version)
    return passage(deal.stage_key, goal, pinned, playbook)


def _step(
    session: Session,
    actor: Actor,
    deal: Deal,
    playbook: Stages,
    goal: Stage,
    reason: str = "",
    as_told: Mapping[str, object] | None = None,
) -> Step:
    way = _way(session, deal, goal, playbook)
    known: Known = evidence.known(session, deal)
    judged = giving.afterwards(known, Given(as_told), known.deal.created_at) if as_told else known
    lacking = way.lacking(judged)
    missing = {one.key for one in lacking}
    return Step(
        deal=deal,
        to=goal,
        stages=playbook,
        direction=way.direction,
        lacking=lacking,
        met=tuple(one for one in way.criteria if one.key not in missing),
        known=known,
        may_override=may_override(actor, visible.owner_of(session, actor, deal)),
        passed=way.passed,
        reason=reason,
        channel=workspaces.bound(session).wins_channel,
    )


def _reason(playbook: Stages, typed: str) -> str:
    """A reason as it is kept: its key, and behind a colon the note that some reasons need."""
    reason = typed.strip()
    key, _, note = reason.partition(":")
    known = playbook.reason(key.strip())
    if known is not None and known.needs is not None and not note.strip():
        which = (
            "reason-needs-competitor" if known.needs is Needs.COMPETITOR else "reason-needs-note"
        )
        raise Refusal(which, reason=known, field="note")
    return reason


def _moment(actor: Actor, deal: Deal, on: date | None, now: datetime) -> datetime:
    """When a deal was won: now, or noon of an earlier day where it was signed then."""
    today = actor.today(now)
    if on is None or on == today:
        return now
    if on > today:
        raise Refusal("won-in-future", field="won_on")
    noon = datetime.combine(on, time(12), actor.person.zone).astimezone(UTC)
    if noon < deal.created_at and on < actor.today(deal.created_at):
        raise Refusal("won-before-created", field="won_on", day=actor.today(deal.created_at))
    return max(noon, deal.created_at)


def _rate(session: Session, actor: Actor, currency: str, at: datetime) -> dict[str, object]:
    """The rate into the workspace's currency that held on the day: frozen with the deal."""
    base = actor.workspace.currency
    if currency == base:
        return {"closed_rate": "1", "closed_base": base}
    rate = rates.on(session, currency, base, actor.today(at))
    return {"closed_rate": None if rate is None else f"{rate:f}", "closed_base": base}
