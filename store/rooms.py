"""Deal rooms: which channel is tied to which deal, and how far its pinned card has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, or_, select, update
from sqlalchemy.orm import Session

from bot.domain.rooms import LONGEST_CHANNEL, Kept, Room
from store import history, outbox, prepared, scope
from store.home_views import OVERLAP
from store.schema import (
    ActivityRow,
    ActRow,
    AnswerRow,
    AuditRow,
    DealContactRow,
    DealRow,
    OutboxRow,
    RoomRow,
)

CARD = "room.card"
LOSE = "room.lose"
SAYS = outbox.SAYS

_ROOMS, _DEALS = prepared.table_of(RoomRow), prepared.table_of(DealRow)
_OF_CHANNEL = prepared.Prepared(
    select(_ROOMS.c.id, _ROOMS.c.channel_id, _ROOMS.c.name, _ROOMS.c.deal_id)
    .select_from(_ROOMS.join(_DEALS, _DEALS.c.id == _ROOMS.c.deal_id))
    .where(
        _ROOMS.c.channel_id == bindparam("channel"),
        *prepared.here(_ROOMS),
        *prepared.here(_DEALS),
    )
)
_OF_DEAL = prepared.Prepared(
    select(_ROOMS.c.id, _ROOMS.c.channel_id, _ROOMS.c.name, _ROOMS.c.deal_id)
    .where(_ROOMS.c.deal_id == bindparam("deal_id"), *prepared.here(_ROOMS))
    .order_by(_ROOMS.c.id)
)


def of_channel(session: Session, channel: str) -> Room | None:
    """The room that a channel is; None where it is tied to no deal that is still there."""
    row = _OF_CHANNEL.run(session, channel=channel).first()
    return None if row is None else _room(row)


def of_deal(session: Session, deal_id: int) -> list[Room]:
    """The channels tied to a deal: one, unless an undo brought an older one back."""
    return [_room(row) for row in _OF_DEAL.run(session, deal_id=deal_id)]


def _room(row: Row[Any]) -> Room:
    return Room(row.id, row.channel_id, row.name, row.deal_id)


def find(session: Session, room_id: int) -> Room | None:
    row = session.get(RoomRow, room_id)
    if row is None or row.deal_id is None:
        return None
    return Room(row.id, row.channel_id, row.name, row.deal_id)


def take_channel(session: Session, channel: str, name: str) -> RoomRow:
    """The channel's row, made where there is none, and nobody else's until the end of the act."""
    scope.insert_once(
        session,
        RoomRow,
        {
            "channel_id": channel,
            "name": name,
            "inviting": [],
            "card_digest": "",
            "card_act_id": 0,
            "is_pinned": False,
        },
        unique=("channel_id",),
    )
    return session.scalars(
        select(RoomRow).where(RoomRow.channel_id == channel).with_for_update()
    ).one()


def lock_deal(session: Session, deal_id: int) -> None:
    """Of two who tie channels to one deal at once the second waits."""
    session.execute(select(DealRow.id).where(DealRow.id == deal_id).with_for_update())


def tie(
    act: history.Act, channel: str, name: str, deal_id: int, inviting: Sequence[str]
) -> Room | None:
    """Ties a channel; None where it is tied already."""
    row = take_channel(act.session, channel, name)
    if row.deal_id is not None and of_channel(act.session, channel) is not None:
        return None
    row.name, row.inviting, row.card_digest = name, list(inviting), ""
    changes = {"deal_id": deal_id, "tied_by_id": act.actor_id, "tied_at": act.at}
    history.change(act, row, changes)
    return Room(row.id, channel, name, deal_id)


def untie(act: history.Act, room_id: int) -> bool:
    """Whether there was a deal to untie the channel from."""
    row = act.session.get(RoomRow, room_id, with_for_update=True)
    if row is None or row.deal_id is None:
        return False
    row.inviting = []
    history.change(act, row, {"deal_id": None})
    return True


_AS_KEPT = (
    RoomRow.id,
    RoomRow.channel_id,
    RoomRow.deal_id,
    RoomRow.tied_by_id,
    RoomRow.inviting,
    RoomRow.card_key,
    RoomRow.card_ts,
    RoomRow.card_digest,
    RoomRow.card_act_id,
    RoomRow.drawn_at,
    RoomRow.is_pinned,
)


def kept(session: Session) -> list[Kept]:
    """Every room, and those untied whose card still stands."""
    lines = session.execute(
        select(*_AS_KEPT)
        .where(or_(RoomRow.deal_id.is_not(None), RoomRow.card_key.is_not(None)))
        .order_by(RoomRow.id)
    )
    return [_kept(line) for line in lines]


def kept_one(session: Session, room_id: int) -> Kept | None:
    line = session.execute(select(*_AS_KEPT).where(RoomRow.id == room_id)).first()
    return None if line is None else _kept(line)


def _kept(line: Sequence[object]) -> Kept:
    values = list(line)
    values[4] = tuple(values[4] or ())  # type: ignore[arg-type] # a list, as JSON has it
    return Kept(*values)  # type: ignore[arg-type] # in the order of its fields


def touched(session: Session, act_id: int) -> set[int]:
    """The deals that something was done to since an act, those shortly before it included."""
    since = act_id - OVERLAP
    found = set(
        session.scalars(
            select(AuditRow.subject_id)
            .where(AuditRow.act_id > since, AuditRow.subject_type == "deal")
            .distinct()
        )
    )
    beside = (("activity", ActivityRow), ("answer", AnswerRow), ("deal_contact", DealContactRow))
    for subject, table in beside:
        found.update(
            deal_id
            for deal_id in session.scalars(
                select(table.deal_id)
                .join(AuditRow, AuditRow.subject_id == table.id)
                .where(AuditRow.act_id > since, AuditRow.subject_type == subject)
                .distinct()
                .execution_options(**scope.INCLUDE_REMOVED)
            )
            if deal_id is not None
        )
    return found


def promise_card(session: Session, room_id: int, act_id: int, now: datetime) -> bool:
    """Writes a room's card down to be posted, once however many look at the room."""
    row = session.get(RoomRow, room_id, with_for_update=True, populate_existing=True)
    if row is None or row.deal_id is None or row.card_key is not None or row.tied_by_id is None:
        return False
    row.card_key = f"{CARD}:{row.id}:{act_id}"
    row.card_act_id = act_id
    outbox.promise(
        session,
        recipient_id=row.tied_by_id,
        kind=CARD,
        facts={"room_id": row.id},
        dedup_key=row.card_key,
        now=now,
        expires_at=now + timedelta(days=30),
    )
    return True


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of a promised card ("waiting", "sent", "dead" …), where it stands, what it said
    in short ("" where that is not known), and what Slack said against it."""

    state: str
    ts: str | None = None
    digest: str = ""
    error: str = ""


def card_state(session: Session, key: str) -> Posted:
    row = session.execute(
        select(OutboxRow.state, OutboxRow.slack_ts, OutboxRow.facts, OutboxRow.last_error).where(
            OutboxRow.kind == CARD, OutboxRow.dedup_key == key
        )
    ).first()
    if row is None:
        return Posted("gone")
    return Posted(row.state, row.slack_ts, row.facts.get(SAYS, ""), row.last_error or "")


def rename(session: Session, channel: str, name: str) -> None:
    """A channel has another name in Slack."""
    session.execute(
        update(RoomRow)
        .where(RoomRow.channel_id == channel)
        .values(name=name[:LONGEST_CHANNEL])
        .execution_options(synchronize_session=False)
    )


def lost_with(session: Session, channel: str) -> tuple[Room, int] | None:
    """The room that a channel was until it was lost, where nothing was done to it since, and the
    act by which it was."""
    row = session.scalars(
        select(RoomRow).where(RoomRow.channel_id == channel, RoomRow.deal_id.is_(None))
    ).first()
    if row is None:
        return None
    last = session.execute(
        select(ActRow.id, ActRow.action, AuditRow.before)
        .join(AuditRow, AuditRow.act_id == ActRow.id)
        .where(AuditRow.subject_type == "room", AuditRow.subject_id == row.id)
        .order_by(AuditRow.id.desc())
        .limit(1)
    ).first()
    if last is None or last.action != LOSE:
        return None
    return Room(row.id, row.channel_id, row.name, last.before["deal_id"]), last.id


def note(session: Session, room_id: int, known: Mapping[str, Any]) -> None:
    """How far a room's card has come."""
    note_all(session, [room_id], known)


def note_all(session: Session, room_ids: Sequence[int], known: Mapping[str, Any]) -> None:
    session.execute(
        update(RoomRow)
        .where(RoomRow.id.in_(room_ids))
        .values(**known)
        .execution_options(synchronize_session=False)
    )


def forget_card(session: Session, room_id: int) -> None:
    """The card stands no longer; a room that is tied gets another."""
    nothing = {"card_key": None, "card_ts": None, "card_digest": "", "is_pinned": False}
    note(session, room_id, nothing | {"drawn_at": None})
