"""Plain words: read, shown, and only after a yes done. Questions are answered at once."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.names import Candidate, Clear, Several
from bot.domain.outcomes import Found, Offer, Target
from bot.domain.parsing_sentence import unread_promise
from bot.domain.parsing_slack import storable
from bot.domain.parsing_times import take_clock
from bot.domain.people import Actor
from bot.domain.saying import SURE, Known, Reader, Reading, SaidAct
from bot.domain.saying_outcomes import Draft, Understood
from bot.domain.saying_rules import RuleReader
from bot.domain.stages import spoken_names
from bot.domain.timing import When, settled
from bot.usecases import naming, saying_answers
from bot.usecases.naming import Wants
from bot.usecases.rooms import spoken_of
from bot.usecases.saying_answers import Answer
from bot.usecases.saying_drafts import VERB, read, written
from store import contacts, deals, drafts, lookup, stages, visible
from store.deals import Wanted

READER: Reader = RuleReader()
"""Who reads what people say (docs/decisions/0012)."""

_WANTS = {
    SaidAct.LOG: Wants(accounts=True, is_open=True),
    SaidAct.UNCLEAR: Wants(accounts=True, is_open=True),
    SaidAct.ASSIGN: Wants(is_open=None),
    SaidAct.REOPEN: Wants(is_open=False),
}
_OPEN = Wants(is_open=True)
_PROPOSED = 5


def hear(
    session: Session, actor: Actor, text: str, place: str, now: datetime, channel: str = ""
) -> Understood | Answer | None:
    """One message; None where it was heard before. Writes nothing but the draft. In a deal's room
    that deal is meant where no name is said."""
    if drafts.heard_before(session, actor.id, place, now):
        return None
    text = storable(text)
    names = known(session, actor, now)
    default = spoken_of(session, channel, names.names)
    heard = _with_no_day(_about(READER.read(text, names), text, names, default))
    reading = _timed(heard, actor, now)
    if reading.act is SaidAct.ASK:
        return saying_answers.answer(session, actor, reading, now)
    target, offer = _resolved(session, actor, text, reading)
    draft = Draft(text, reading, target, settled=reading.confidence >= SURE)
    draft = _worded(session, draft)
    draft_id = drafts.keep(session, actor.id, VERB, written(draft), now)
    return _understood(session, draft_id, draft, offer)


def _with_no_day(reading: Reading) -> Reading:
    """The reading with what is promised for a day that there is not ("2월 30일까지 견적서") as its
    next step: the promise is not lost, and its form asks for the day."""
    if reading.act is not SaidAct.LOG or reading.next_step:
        return reading
    undated = unread_promise(reading.note)
    if undated is None or undated.step == reading.note:
        return reading
    return replace(reading, next_step=f"{undated.step} {undated.day}")


def _timed(reading: Reading, actor: Actor, now: datetime) -> Reading:
    """The reading with the time of day that stands in its next step; a time alone says its day."""
    if not reading.next_step:
        return reading
    words, at = take_clock(reading.next_step, leads=True)
    if at is None:
        return reading
    zone = actor.person.zone
    due = settled(When(reading.due, at), now, zone, zone)
    if not words and reading.act is not SaidAct.NEXT:
        words = reading.next_step
    return replace(reading, next_step=words, due=due.on, at=at)


def _worded(session: Session, draft: Draft) -> Draft:
    """A day alone ("they can't do Thursday, let's say Friday") is the new one of the next step that
    the deal has; without one, what was said are its words."""
    reading, target = draft.reading, draft.target or Target()
    if reading.act is not SaidAct.NEXT or reading.due is None:
        return draft
    if reading.next_step not in ("", draft.said):
        return draft
    deal = visible.deal(session, target.deal_id) if target.deal_id is not None else None
    words = (deal.next_step if deal else "") or draft.said
    return replace(draft, reading=replace(reading, next_step=words))


def _about(reading: Reading, text: str, names: Known, default: Candidate | None) -> Reading:
    """The reading with what the room is about for its subject; a sentence that is not understood
    without a name is read once more with it."""
    if default is None or reading.subjects or reading.act is SaidAct.NEW:
        return reading
    if reading.act is SaidAct.UNCLEAR:
        reading = READER.read(f"{default.name}: {text}", names)
    return replace(reading, subjects=(default,))


def known(session: Session, actor: Actor, now: datetime) -> Known:
    """What the workspace calls its deals, accounts, stages and kinds."""
    playbook = stages.in_force(session)
    return Known(
        names=lookup.all_names(session, actor.id),
        stages=spoken_names(playbook),
        kinds=playbook.kind_words(),
        today=actor.today(now),
        contacts=contacts.everybody(session),
    )


def show(session: Session, actor: Actor, draft_id: int) -> Understood:
    """A draft as it stands."""
    draft = read(drafts.look(session, actor.id, draft_id)[1])
    offer = None
    if draft.target is None and draft.reading.act is not SaidAct.NEW:
        offer = _proposed(session, actor, draft.said, draft.reading)
    return _understood(session, draft_id, draft, offer)


def meant_as(session: Session, actor: Actor, draft_id: int, act: SaidAct) -> Understood:
    """The writer says what is to be done; nothing is done yet."""
    draft = read(drafts.look(session, actor.id, draft_id)[1])
    reading = draft.reading
    words = reading.next_step or reading.note or draft.said
    if act is SaidAct.NEXT:
        reading = replace(reading, next_step=words)
    elif act is SaidAct.LOG and not reading.note:
        reading = replace(reading, note=draft.said)
    reading = replace(reading, act=act, confidence=1.0)
    return _rewritten(session, actor, draft_id, replace(draft, reading=reading, settled=True))


def meant_on(session: Session, actor: Actor, draft_id: int, target: Target) -> Understood:
    """The writer says which deal or account is meant; nothing is done yet."""
    draft = read(drafts.look(session, actor.id, draft_id)[1])
    draft = _worded(session, replace(draft, target=target))
    return _rewritten(session, actor, draft_id, draft)


def discard(session: Session, actor: Actor, draft_id: int) -> None:
    drafts.look(session, actor.id, draft_id)
    drafts.take(session, actor.id, draft_id)


def _rewritten(session: Session, actor: Actor, draft_id: int, draft: Draft) -> Understood:
    drafts.rewrite(session, actor.id, draft_id, written(draft))
    return show(session, actor, draft_id)


def _understood(session: Session, draft_id: int, draft: Draft, offer: Offer | None) -> Understood:
    target = draft.target or Target()
    return Understood(
        draft_id,
        draft,
        visible.deal(session, target.deal_id) if target.deal_id is not None else None,
        visible.account(session, target.account_id) if target.account_id is not None else None,
        offer,
        stages.in_force(session),
        unsure=not draft.settled,
    )


def _resolved(
    session: Session, actor: Actor, said: str, reading: Reading
) -> tuple[Target | None, Offer | None]:
    """The deal or account that the names come to; else those to choose from."""
    if reading.act is SaidAct.NEW:
        return None, None
    if not reading.subjects:
        return None, _proposed(session, actor, said, reading)
    wants = _WANTS.get(reading.act, _OPEN)
    names = reading.subjects
    choice = Clear(names[0], naming.SAID) if len(names) == 1 else Several(names)
    if isinstance(choice, Clear) and choice.candidate.kind == "account" and not wants.accounts:
        ids = lookup.deal_ids_of(session, [choice.candidate.id], is_open=None)
        if not ids:
            return None, _proposed(session, actor, said, reading)
    looked = naming.settled(session, choice, names[0].name, "", wants)
    if isinstance(looked, Found):
        return looked.target, None
    return None, looked


def _proposed(session: Session, actor: Actor, said: str, reading: Reading) -> Offer:
    """Where no name was understood: the names that come nearest to words of it, and one's own
    deals, the latest touched first."""
    near = naming.near_in(session, actor, said, _WANTS.get(reading.act, _OPEN))
    mine = deals.page(
        session,
        Wanted(owner_ids=(actor.id,)),
        sort="touched",
        descending=True,
        offset=0,
        limit=_PROPOSED,
    )
    rest = [deal for deal in mine if deal.id not in {one.id for one in near}]
    return Offer(reading.typed, "", (*near, *rest)[:_PROPOSED])
