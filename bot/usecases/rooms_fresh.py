"""Which rooms there is something to do for: people to invite, a card to post, pin, draw or end."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.domain.outcomes import Card
from bot.domain.people import Workspace
from bot.domain.rooms import Kept
from bot.usecases import lines
from store import home_views, rooms, visible, workspaces


@dataclass(frozen=True, slots=True)
class Due:
    """Rooms to see to, and those that nothing up to the newest act there is concerns."""

    to_do: tuple[Kept, ...]
    untouched: tuple[int, ...]
    newest_act: int


@dataclass(frozen=True, slots=True)
class Shows:
    """What a room's card is to show: the deal's card, None where there is no deal any more, read
    on a day, in the workspace's language and zone, and the newest act that was known."""

    card: Card | None
    today: date
    workspace: Workspace
    act_id: int


def due(session: Session, now: datetime) -> Due:
    """A card is drawn again when something was done to its deal, and on a new day."""
    found = rooms.kept(session)
    if not found:
        return Due((), (), 0)
    newest = home_views.newest_act(session)
    workspace = workspaces.bound(session)
    today = now.astimezone(workspace.zone).date()
    behind = [one.card_act_id for one in found if _stands(one) and one.card_act_id < newest]
    touched = rooms.touched(session, min(behind)) if behind else set()
    to_do, untouched = [], []
    for one in found:
        drawn_on = one.drawn_at and one.drawn_at.astimezone(workspace.zone).date()
        is_new = drawn_on != today or not one.card_digest
        if not _stands(one) or is_new or (one.card_act_id < newest and one.deal_id in touched):
            to_do.append(one)
        elif one.card_act_id < newest:
            untouched.append(one.id)
    return Due(tuple(to_do), tuple(untouched), newest)


def _stands(one: Kept) -> bool:
    """Whether all that is left to do for a room is to keep its card as it is."""
    return bool(one.deal_id and one.card_ts and one.is_pinned and not one.inviting)


def look(session: Session, deal_id: int | None, now: datetime) -> Shows:
    # The newest act is read first: what comes in between is then shown, and looked at again.
    newest = home_views.newest_act(session)
    workspace = workspaces.bound(session)
    gone = deal_id is None or visible.deal_if_there(session, deal_id) is None
    card = None if gone or deal_id is None else lines.card(session, deal_id, now)
    return Shows(card, now.astimezone(workspace.zone).date(), workspace, newest)


def promise_card(session: Session, room_id: int, now: datetime) -> bool:
    return rooms.promise_card(session, room_id, home_views.newest_act(session), now)
