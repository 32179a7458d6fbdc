"""Asking owners about the deals that went quiet: one bundle a person and working day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain import following, measuring, nudging
from bot.domain.deal import Deal, Status
from bot.domain.following import Reminders
from bot.domain.nudging import Asked, Bundle, Why
from bot.domain.outcomes import NudgeLine, NudgePage
from bot.domain.people import Actor, Person, Workspace
from bot.domain.preferences import Message
from bot.domain.refusal import Refusal
from bot.domain.signals import Signal
from bot.domain.verdict import Verdict
from bot.usecases import champions, followups
from bot.usecases.staleness import Speaking, speaking_deals
from store import (
    deals,
    history,
    imports,
    measures,
    nudges,
    outbox,
    people,
    stages,
    visible,
    workspaces,
)
from store import followups as kept_followups
from store.deals import Wanted
from store.outbox import Promise

KIND = "nudge"
TAKEN_BACK_WITHIN = timedelta(days=30)


def ask(session: Session, owners: Sequence[Person], now: datetime) -> list[Verdict]:
    """Each one's bundle of today's questions and the message that asks them, or why there is
    none. What is asked of the database is asked for all of them together."""
    asked_today = nudges.asked_on(session, {owner.id: owner.today(now) for owner in owners})
    waiting = [owner for owner in owners if owner.id not in asked_today]
    _take_back_unsent(session, waiting, now)
    speaking = speaking_deals(session, waiting, stages.in_force(session), now)
    ids = [deal.id for of in speaking.values() for deal, _ in of]
    asked = nudges.last_asked(session, ids)
    brought = imports.brought_since(session, ids, now - followups.SETTLING)
    workspace = workspaces.bound(session)
    decided: dict[int, Bundle | Why] = {}
    beside: dict[int, Reminders] = {}
    for owner in waiting:
        today = owner.today(now)
        deals_of = [
            one
            for one in speaking.get(owner.id, [])
            if not following.is_reminded(one[0], asked.get(one[0].id), owner, today)
            and not nudging.is_settling(one[0], brought.get(one[0].id), owner, today)
        ]
        kept = _not_held_back(session, deals_of, asked, owner, workspace, now)
        told, steps = _with_steps(session, kept, asked, owner, workspace, now)
        if steps is not None:
            beside[owner.id] = steps
        held = told is Why.NOTHING and len(kept) < len(deals_of)
        decided[owner.id] = Why.HELD_BACK if held else told
    bundles = {
        owner.id: (owner.today(now), bundle)
        for owner in waiting
        if isinstance(bundle := decided[owner.id], Bundle)
    }
    nudge_ids = nudges.add(session, bundles, now)
    for owner in waiting:
        if owner.id in nudge_ids and owner.id in beside:
            steps, today = beside[owner.id], owner.today(now)
            kept_followups.add(session, owner.id, today, steps, now, is_beside=True)
    _promise(session, owners, bundles, nudge_ids, now)
    return [_verdict(owner, decided.get(owner.id, Why.ASKED)) for owner in owners]


def _with_steps(
    session: Session,
    speaking: Speaking,
    asked: Mapping[int, Asked],
    owner: Person,
    workspace: Workspace,
    now: datetime,
) -> tuple[Bundle | Why, Reminders | None]:
    """The questions of the morning, and the next steps that are told in the same message: whoever
    is asked and reminded hears of both at once. Many steps leave room for fewer questions."""
    today = owner.today(now)
    told = nudging.bundle(speaking, asked, owner, today, workspace.quieted)
    if isinstance(told, Why):
        return told, None
    due, asked_of_due = followups.due_beside(session, owner, now)
    steps = following.beside(due, asked_of_due, told, owner, today)
    if steps is None or len(steps.shown) <= following.FEW_BESIDE:
        return told, steps
    fewer = nudging.bundle(speaking, asked, owner, today, workspace.quieted, nudging.FEWER_DEALS)
    if isinstance(fewer, Why):
        return told, steps
    return fewer, following.beside(due, asked_of_due, fewer, owner, today)


def _not_held_back(
    session: Session,
    speaking: Speaking,
    asked: Mapping[int, Asked],
    owner: Person,
    workspace: Workspace,
    now: datetime,
) -> Speaking:
    """The deals without those that are not asked about for comparison, which are written down."""
    compares = workspace.holds_back and Signal.SILENT not in workspace.quieted
    if not compares or not speaking or not owner.wants(Message.NUDGES):
        return speaking
    held = measures.held_back(session, [deal.id for deal, _ in speaking])
    today = owner.today(now)
    resting = measuring.resting(speaking, asked, held, owner, today, workspace.id)
    stage_keys = {deal.id: deal.stage_key for deal, _ in speaking}
    measures.hold_back(session, owner.id, resting, stage_keys, now)
    return [(deal, findings) for deal, findings in speaking if deal.id not in resting]


def _take_back_unsent(session: Session, owners: Sequence[Person], now: datetime) -> None:
    """What never reached somebody was not asked: their silence about it is no answer."""
    since = now.date() - TAKEN_BACK_WITHIN
    newest = nudges.newest_of(session, [owner.id for owner in owners], since)
    keys = {dedup_key(person_id, on): nudge_id for nudge_id, person_id, on in newest}
    unsent = outbox.never_sent(session, list(keys))
    nudges.take_back(session, [keys[key] for key in unsent])


def _promise(
    session: Session,
    owners: Sequence[Person],
    bundles: Mapping[int, tuple[date, Bundle]],
    nudge_ids: Mapping[int, int],
    now: datetime,
) -> None:
    outbox.promise_all(
        session,
        [
            Promise(
                recipient_id=owner.id,
                kind=KIND,
                facts={"nudge_id": nudge_ids[owner.id]},
                dedup_key=dedup_key(owner.id, bundles[owner.id][0]),
                expires_at=owner.end_of_work(bundles[owner.id][0]),
            )
            for owner in owners
            if owner.id in nudge_ids
        ],
        now,
    )


def _verdict(owner: Person, decided: Bundle | Why) -> Verdict:
    if isinstance(decided, Why):
        return Verdict(owner, 0, decided)
    return Verdict(owner, len(decided.questions))


def dedup_key(person_id: int, day: date) -> str:
    return f"{KIND}:{person_id}:{day.isoformat()}"


def place(session: Session, nudge_id: int) -> tuple[str, str] | None:
    """Where the bundle's message stands, once it was sent."""
    bundle = nudges.get(session, nudge_id)
    return outbox.place_of(session, KIND, dedup_key(bundle.person_id, bundle.asked_on))


def page(session: Session, nudge_id: int, now: datetime) -> NudgePage:
    """A bundle as it stands now: what still waits, and how the rest was settled."""
    bundle = nudges.get(session, nudge_id)
    person = people.get(session, bundle.person_id)
    ids = tuple(item.deal_id for item in bundle.items)
    today = person.today(now)
    undated = Wanted(owner_ids=(person.id,), undated_on=today)
    manager = people.find(session, person.manager_id)
    found = {
        deal.id: deal for deal in deals.all_matching(session, Wanted(ids=ids, open_only=False))
    }
    return NudgePage(
        nudge_id=nudge_id,
        lines=tuple(
            NudgeLine(deal, item.findings, item.times, item.answer or _settled_by(deal, person))
            for item in bundle.items
            if (deal := found.get(item.deal_id)) is not None
        ),
        more=bundle.more,
        stages=stages.in_force(session),
        today=today,
        without_step=deals.count(session, undated),
        manager=manager.name if manager and manager.gone_on is None else None,
        has_champion=champions.is_there(session, person.id),
        beside=followups.page_beside(session, person.id, bundle.asked_on, now),
    )


def set_aside(
    session: Session, actor: Actor, nudge_id: int, deal_id: int, now: datetime
) -> tuple[int, Deal]:
    """The one asked says that a question did not help: it rests. Returns the act's id."""
    bundle = nudges.get(session, nudge_id)
    if bundle.person_id != actor.id:
        raise Refusal("nudge-not-yours")
    deal = visible.deal(session, deal_id)
    act = history.begin(session, actor.id, "nudge.unhelpful", now)
    settled = nudges.settle(act, deal_id, nudging.UNHELPFUL)
    if not settled:
        raise Refusal("nudge-settled")
    followups.redraw_questions(act, settled)
    return act.id, deal


def _settled_by(deal: Deal, asked: Person) -> str | None:
    """What has become of a deal that nobody answered about, where the question is moot now."""
    if deal.owner_id != asked.id:
        return "assign"
    return {Status.WON: "won", Status.LOST: "lost"}.get(deal.status)
