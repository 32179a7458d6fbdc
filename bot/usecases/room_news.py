"""What is done to a deal is told in its room: promised with the act, read when it is sent."""

from datetime import timedelta

from sqlalchemy.orm import Session

from bot.domain.rooms import News
from store import history, outbox, people, room_news, rooms, stages, visible, workspaces

KIND = "room.news"
STAYS_NEWS = timedelta(days=1)


def tell(act: history.Act, deal_id: int, undone: int | None = None) -> None:
    """Promises the deal's rooms one message on this act, however often it is asked to; `undone`
    is the act that this one takes back."""
    if act.actor_id is None:
        return
    for room in rooms.of_deal(act.session, deal_id):
        outbox.promise(
            act.session,
            recipient_id=act.actor_id,
            kind=KIND,
            facts={"room_id": room.id, "deal_id": deal_id, "act_id": act.id, "undone": undone},
            dedup_key=_key(room.id, deal_id, act.id),
            now=act.at,
            expires_at=act.at + STAYS_NEWS,
        )


def is_told(session: Session, room_id: int, deal_id: int, act_id: int) -> bool:
    """Whether the room has read of an act already."""
    return outbox.place_of(session, KIND, _key(room_id, deal_id, act_id)) is not None


def _key(room_id: int, deal_id: int, act_id: int) -> str:
    return f"{KIND}:{room_id}:{deal_id}:{act_id}"


def read(session: Session, deal_id: int, act_id: int) -> News | None:
    """What an act changed, with the deal as it stands now; None where that is gone, or the act was
    taken back before it was told."""
    deal = visible.deal_if_there(session, deal_id)
    told = room_news.of_act(session, act_id, deal_id)
    if deal is None or told is None or told.was_undone:
        return None
    workspace = workspaces.bound(session)
    owner_ids = {told.before.get("owner_id"), told.after.get("owner_id")} - {None}
    owners = people.with_ids(session, sorted(int(str(one)) for one in owner_ids))
    return News(
        by=people.find(session, told.actor_id),
        action=told.action,
        deal=deal,
        stages=stages.in_force(session),
        today=told.at.astimezone(workspace.zone).date(),
        before=told.before,
        after=told.after,
        logged=told.logged,
        withdrawn=told.withdrawn,
        owners={one.id: one.name for one in owners},
    )
