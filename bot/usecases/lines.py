"""One typed `/deal` line, read and made; a line that lacks something says what it lacks."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.criteria import Known, is_met
from bot.domain.deal import Deal
from bot.domain.links import READ_FOR_LINKS, links_in
from bot.domain.outcomes import (
    Card,
    Done,
    Edited,
    Found,
    Fulfilment,
    Lacking,
    Offer,
    Step,
    Target,
    Way,
)
from bot.domain.parsing_deal import (
    Closing,
    read_assign,
    read_closing_rest,
    read_hold,
    read_lost,
    read_new,
    read_next,
    read_won,
)
from bot.domain.parsing_move import guess_move, read_goal, read_move
from bot.domain.parsing_reason import reason_of
from bot.domain.people import Actor, may_change_deal
from bot.domain.refusal import Refusal
from bot.domain.stages import Stage, StageKind, Stages
from bot.usecases import deals, lists, moving, naming, roster
from bot.usecases.deals import Draft
from bot.usecases.moving import Order, Win
from bot.usecases.naming import Wants
from store import activities, contacts, evidence, rooms, stages, visible
from store import deals as kept

OPEN = Wants(is_open=True)
CLOSED = Wants(is_open=False)
ANY = Wants(is_open=None)
TOLD = 5
"""Activities shown on a deal's card."""


def new(session: Session, actor: Actor, text: str, now: datetime) -> Done:
    read = read_new(text, actor.today(now))
    draft = Draft(
        name=read.name,
        account=read.account or "",
        amount=read.amount.value if read.amount else None,
        currency=read.amount.currency if read.amount else None,
        closes_on=read.closes_on,
    )
    if read.below_zero:
        raise Refusal("amount-below-zero", typed=read.below_zero)
    if read.unread_date:
        raise Refusal("date-unreadable", typed=read.unread_date)
    return deals.create(session, actor, draft, now)


def show(
    session: Session, actor: Actor, text: str, now: datetime, target: Target | None = None
) -> Card | Offer:
    looked = naming.find(session, actor, text, ANY, target)
    return (
        looked if isinstance(looked, Offer) else card(session, _deal_id(looked.target), now, actor)
    )


def card(session: Session, deal_id: int, now: datetime, actor: Actor | None = None) -> Card:
    """A deal with its newest activities and its signals, as the actor may use it."""
    deal = visible.deal(session, deal_id)
    playbook = stages.in_force(session)
    newest = activities.newest_on(session, deal_id, TOLD)
    [line] = lists.lines(session, [deal], playbook, now)
    more = activities.count_on(session, deal_id) - len(newest)
    people = tuple(contacts.on_deal(session, deal_id))
    told = tuple(rooms.of_deal(session, deal_id))
    named = links_in(activities.addresses_on(session, deal_id, READ_FOR_LINKS))
    known = evidence.known(session, deal)
    exit_ = _exit(session, deal, known)
    may = actor is None or may_change_deal(actor, visible.owner_of(session, actor, deal))
    return Card(
        deal, playbook, tuple(newest), more, line.findings, exit_, people, told, named,
        _answered(known, exit_, playbook), may,
    )  # fmt: skip


def _exit(session: Session, deal: Deal, known: Known) -> tuple[Fulfilment, ...]:
    """What an open deal has and lacks to leave its stage, under the version it entered it by."""
    if not deal.is_open:
        return ()
    criteria = stages.of_version(session, deal.playbook_version).get(deal.stage_key).exit
    return tuple(
        Fulfilment(one, is_met(one, known), known.answers.get(one.key), known.contact_in(one.key))
        for one in criteria
    )


def _answered(
    known: Known, exit_: tuple[Fulfilment, ...], playbook: Stages
) -> tuple[Fulfilment, ...]:
    """What was answered to leave earlier stages, oldest first."""
    here = {one.criterion.key for one in exit_}
    given = sorted(known.answers.values(), key=lambda one: one.given_at)
    return tuple(
        Fulfilment(asked, True, answer, None)
        for answer in given
        if answer.value and answer.key not in here and (asked := playbook.criterion(answer.key))
    )


def stage_history(
    session: Session, actor: Actor, text: str, _now: datetime, target: Target | None = None
) -> Way | Offer:
    looked = naming.find(session, actor, text, ANY, target)
    if isinstance(looked, Offer):
        return looked
    deal = naming.deal_of(session, looked.target)
    return Way(deal, stages.in_force(session), tuple(kept.stage_history(session, deal.id)))


def move(
    session: Session, actor: Actor, text: str, now: datetime, target: Target | None = None
) -> Done | Offer | Lacking | Step:
    playbook = stages.in_force(session)
    nameless = target is not None and target.unless_named
    name, stage, reason = _split_move(text, playbook, nameless=nameless)
    looked = naming.find(session, actor, name, OPEN, target)
    if isinstance(looked, Offer):
        return looked
    deal = naming.deal_of(session, looked.target)
    if stage is None:
        return moving.look(session, actor, deal.id, None)
    if stage.kind is StageKind.WON:
        return moving.win(session, actor, deal.id, Win(reason=reason), now)
    if stage.kind is StageKind.LOST:
        return _lose(session, actor, deal, playbook, now, reason)
    order = Order(stage.key, reason)
    return moving.move(session, actor, deal.id, order, now)


def _split_move(
    text: str, playbook: Stages, *, nameless: bool = False
) -> tuple[str, Stage | None, str]:
    """The deal's name, the stage, and why; of the readings the first whose stage there is, with
    all of the words that name it ("요구 파악", and not 파악 alone). None named at all means it is
    still to be asked. `nameless` where the line may say nothing but the stage."""
    if nameless:
        stage, reason = _stage_and_reason(read_goal(text), playbook)
        if stage is not None:
            return "", stage, reason
    marked = read_move(text)
    readings = [
        (split.deal, *_stage_and_reason(split.stage, playbook))
        for split in [*marked, *guess_move(text)]
    ]
    known = [reading for reading in readings if reading[1] is not None]
    if known:
        return min((one for one in known if one[1] == known[0][1]), key=lambda one: len(one[0]))
    if marked:
        meant = playbook.meant(marked[0].stage)
        if meant is None:
            raise playbook.unknown(marked[0].stage)
        return marked[0].deal, meant, ""
    return text, None, ""


def _stage_and_reason(typed: str, playbook: Stages) -> tuple[Stage | None, str]:
    """ "discovery" or "discovery - they froze the project"."""
    stage = playbook.find(typed)
    if stage is not None:
        return stage, ""
    told = read_lost(typed)
    return (playbook.find(told.subject), told.reason) if told.separated else (None, "")


def won(
    session: Session, actor: Actor, text: str, now: datetime, target: Target | None = None
) -> Done | Offer | Step:
    read = read_won(text)
    looked = _closing(session, actor, read, target)
    if isinstance(looked, Offer):
        return looked
    deal = naming.deal_of(session, looked.target)
    amount, reason = read.amount, read.reason
    if not read.separated:
        behind, more = read_closing_rest(looked.rest)
        amount, reason = amount or behind, f"{more} {reason}".strip()
    told = Win(
        amount=amount.value if amount else None,
        currency=amount.currency if amount else None,
        reason=reason_of(reason, stages.in_force(session).won_reasons),
    )
    return moving.win(session, actor, deal.id, told, now)


def lost(
    session: Session, actor: Actor, text: str, now: datetime, target: Target | None = None
) -> Done | Offer | Lacking:
    playbook = stages.in_force(session)
    read = read_lost(text)
    name, _, word = read.subject.rpartition(" ")
    says_why = read.separated and name and _is_reason(text, word, playbook)
    if says_why and not naming.is_exactly(session, actor, read.subject):
        read = replace(read, subject=name, reason=f"{word}: {read.reason}")
    looked = _closing(session, actor, read, target)
    if isinstance(looked, Offer):
        return looked
    deal = naming.deal_of(session, looked.target)
    return _lose(session, actor, deal, playbook, now, read.reason or looked.rest)


def _is_reason(text: str, word: str, playbook: Stages) -> bool:
    """Whether the word before a colon says why, as in `Acme competitor: Initech`."""
    says = any(f"{word}{sign}" in text for sign in (":", "\uff1a"))
    return says and playbook.reason(reason_of(word, playbook.lost_reasons)) is not None


def _closing(session: Session, actor: Actor, read: Closing, target: Target | None) -> Found | Offer:
    """The deal that is to be closed: all the words before a separator, else the leading ones."""
    find = naming.find if read.separated else naming.find_leading
    return find(session, actor, read.subject, OPEN, target)


def _lose(
    session: Session, actor: Actor, deal: Deal, playbook: Stages, now: datetime, typed: str
) -> Done | Lacking:
    """Lost for a reason; asked for where there is none, or it lacks its competitor or note."""
    reason = reason_of(typed, playbook.lost_reasons)
    key, _, note = reason.partition(":")
    known = playbook.reason(key)
    wants_note = known is not None and known.needs is not None and not note.strip()
    if deal.is_open and (not reason or wants_note):
        visible.deal_to_change(session, actor, deal.id)
        return Lacking("lost", deal, playbook, reason)
    return moving.lose(session, actor, deal.id, now, reason=reason)


def next_step(
    session: Session, actor: Actor, text: str, now: datetime, target: Target | None = None
) -> Done | Offer | Lacking:
    read = read_next(text, actor.today(now))
    looked = naming.find_leading(session, actor, read.subject, OPEN, target)
    if isinstance(looked, Offer):
        return looked
    deal = naming.deal_of(session, looked.target)
    if read.due is None and (read.at is None or not looked.rest):
        return Lacking("next", deal, stages.in_force(session), looked.rest, at=read.at)
    return deals.set_next_step(session, actor, deal.id, looked.rest, read.due, now, at=read.at)


def edit(
    session: Session, actor: Actor, text: str, _now: datetime, target: Target | None = None
) -> Offer | Edited:
    looked = naming.find(session, actor, text, ANY, target)
    if isinstance(looked, Offer):
        return looked
    return to_edit(session, actor, _deal_id(looked.target))


def to_edit(session: Session, actor: Actor, deal_id: int) -> Edited:
    """A deal with what its form holds, refused where it is not the actor's to change."""
    deal = visible.deal_to_change(session, actor, deal_id)
    return Edited(evidence.known(session, deal), stages.in_force(session))


def assign(
    session: Session, actor: Actor, text: str, now: datetime, target: Target | None = None
) -> Done | Offer | Lacking:
    name, mention = read_assign(text)
    owner = roster.mentioned(session, mention) if mention else None
    looked = naming.find(session, actor, name, ANY, target)
    if isinstance(looked, Offer):
        return looked
    deal = visible.deal_to_assign(session, actor, _deal_id(looked.target))
    if owner is None:
        return Lacking("assign", deal, stages.in_force(session))
    return deals.assign(session, actor, deal.id, owner.id, now)


def reopen(
    session: Session, actor: Actor, text: str, now: datetime, target: Target | None = None
) -> Done | Offer:
    looked = naming.find(session, actor, text, CLOSED, target)
    if isinstance(looked, Offer):
        return looked
    return moving.reopen(session, actor, _deal_id(looked.target), now)


def hold(
    session: Session, actor: Actor, text: str, now: datetime, target: Target | None = None
) -> Done | Offer | Lacking:
    read = read_hold(text, actor.today(now))
    looked = naming.find_leading(session, actor, read.subject, OPEN, target)
    if isinstance(looked, Offer):
        return looked
    deal = naming.deal_of(session, looked.target)
    reason = " ".join(part for part in (looked.rest, read.reason) if part)
    if read.until is None or not reason:
        return Lacking("hold", deal, stages.in_force(session), reason, read.until)
    return deals.hold(session, actor, deal.id, read.until, reason, now)


def _deal_id(target: Target) -> int:
    if target.deal_id is None:
        raise Refusal("deal-gone")
    return target.deal_id
