"""A deal's room: proposed, tied, untied, and lost with its channel."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.deal import Deal
from bot.domain.names import Candidate
from bot.domain.outcomes import Offer, Target
from bot.domain.people import Actor, may_change_deal
from bot.domain.refusal import Refusal
from bot.domain.rooms import (
    MOST_INVITED,
    Channel,
    Proposal,
    Room,
    Standing,
    Tied,
    Wanted,
    channel_name,
)
from bot.usecases import naming
from bot.usecases.naming import Wants
from store import history, outbox, people, rooms, stages, visible

LOST = "room.lost"
BACK = "back"
NEWS = "room.news"
ANY = Wants(is_open=None)
TOLD_WITHIN = timedelta(days=3)


def proposal(session: Session, actor: Actor, deal_id: int) -> Proposal | Standing:
    """What the form for a new room begins with; how it stands where the deal has one."""
    found = rooms.of_deal(session, deal_id)
    if found:
        return standing(session, actor, found[0])
    deal = visible.deal_to_change(session, actor, deal_id)
    invited = dict.fromkeys((deal.owner_slack_id, actor.person.slack_user_id))
    name = channel_name(deal.name) or f"deal-{deal.id}"
    return Proposal(deal, name, tuple(one for one in invited if one))


def standing(session: Session, actor: Actor, room: Room) -> Standing:
    deal = visible.deal(session, room.deal_id)
    may = may_change_deal(actor, visible.owner_of(session, actor, deal))
    return Standing(deal, room, stages.in_force(session), may)


def look(session: Session, actor: Actor, channel: str) -> Standing:
    """Which deal a channel is the room of. Raises Refusal where it is none."""
    room = rooms.of_channel(session, channel)
    if room is None:
        raise Refusal("room-none-here")
    return standing(session, actor, room)


def meant(
    session: Session, actor: Actor, text: str, _now: datetime, target: Target | None = None
) -> Tied | Offer:
    """The deal that a channel is to be tied to, found and found to be the actor's to change;
    nothing is tied yet."""
    looked = naming.find(session, actor, text, ANY, target)
    if isinstance(looked, Offer):
        return looked
    deal = naming.deal_of(session, looked.target)
    visible.deal_to_change(session, actor, deal.id)
    _require_roomless(session, deal.id, deal.name)
    return Tied(0, deal, Room(0, "", "", deal.id))


def plan(session: Session, actor: Actor, deal_id: int, wanted: Wanted) -> Wanted:
    """A new room as it is to be made, before anything is made in Slack. Raises Refusal."""
    deal = visible.deal_to_change(session, actor, deal_id)
    _require_roomless(session, deal.id, deal.name)
    name = channel_name(wanted.name)
    if not name:
        raise Refusal("room-name-empty", field="name")
    if len(wanted.invited) > MOST_INVITED:
        raise Refusal("room-too-many", most=MOST_INVITED, field="people")
    return replace(wanted, name=name)


def tie(
    session: Session,
    actor: Actor,
    deal_id: int,
    channel: Channel,
    invited: Sequence[str],
    now: datetime,
) -> Tied:
    """Ties a channel that is there to a deal; whoever is to be invited is by and by."""
    deal = visible.deal_to_change(session, actor, deal_id)
    rooms.lock_deal(session, deal.id)
    _require_roomless(session, deal.id, deal.name)
    act = history.begin(session, actor.id, "room.tie", now)
    room = rooms.tie(act, channel.id, channel.name, deal.id, invited)
    if room is None:
        known = rooms.of_channel(session, channel.id)
        other = visible.deal(session, known.deal_id) if known else deal
        raise Refusal("room-tied-already", deal=other.name)
    return Tied(act.id, deal, room)


def untie(session: Session, actor: Actor, room_id: int, now: datetime) -> Tied:
    room = rooms.find(session, room_id)
    if room is None:
        raise Refusal("room-gone")
    deal = visible.deal_to_change(session, actor, room.deal_id)
    act = history.begin(session, actor.id, "room.untie", now)
    rooms.untie(act, room.id)
    return Tied(act.id, deal, room)


def rename(session: Session, channel: str, name: str) -> None:
    if name:
        rooms.rename(session, channel, name)


def come_back(session: Session, channel: str, now: datetime) -> None:
    """A channel that was a deal's room until it was archived is there again: the deal's owner hears
    how to tie it anew, once. It is not tied by itself, since it may have come back for something
    else."""
    lost = rooms.lost_with(session, channel)
    if lost is None:
        return
    room, act_id = lost
    if rooms.of_deal(session, room.deal_id):
        return
    deal = visible.deal_if_there(session, room.deal_id)
    if deal is not None:
        _tell_owner(session, deal, room, BACK, now, f"{room.id}:{BACK}:{act_id}")


def lose(session: Session, channel: str, why: str, now: datetime) -> None:
    """A room's channel was archived or deleted, or the bot put out of it: it is a room no longer,
    and the deal's owner hears of it. Slack may say so twice."""
    room = rooms.of_channel(session, channel)
    if room is None:
        return
    act = history.begin(session, None, rooms.LOSE, now)
    if not rooms.untie(act, room.id):
        return
    deal = visible.deal(session, room.deal_id)
    _tell_owner(session, deal, room, why, now, f"{room.id}:{act.id}")


def _tell_owner(
    session: Session, deal: Deal, room: Room, why: str, now: datetime, key: str
) -> None:
    owner = people.find(session, deal.owner_id)
    if owner is not None and owner.slack_user_id is not None:
        outbox.promise(
            session,
            recipient_id=owner.id,
            kind=LOST,
            facts={"deal_id": deal.id, "channel": room.channel_id, "name": room.name, "why": why},
            dedup_key=f"{LOST}:{key}",
            now=now,
            expires_at=now + TOLD_WITHIN,
        )


def default_target(session: Session, channel: str) -> Target | None:
    """What a line typed in a channel is about where it names nothing."""
    room = rooms.of_channel(session, channel) if channel else None
    return None if room is None else Target(deal_id=room.deal_id, unless_named=True)


def deal_of(session: Session, channel: str) -> Deal | None:
    """The deal that a channel is about."""
    room = rooms.of_channel(session, channel) if channel else None
    return None if room is None else visible.deal(session, room.deal_id)


def spoken_of(session: Session, channel: str, names: Sequence[Candidate]) -> Candidate | None:
    """The deal that is talked about in a channel, among the names known."""
    room = rooms.of_channel(session, channel)
    if room is None:
        return None
    return next((one for one in names if one.kind == "deal" and one.id == room.deal_id), None)


def _require_roomless(session: Session, deal_id: int, name: str) -> None:
    found = rooms.of_deal(session, deal_id)
    if found:
        raise Refusal("room-there-already", deal=name, channel=found[0].name, field="name")
