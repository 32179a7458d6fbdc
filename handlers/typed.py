"""Lines that name a deal: made at once, asked about by buttons, or finished in a form."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.outcomes import Edited, Lacking, Offer, Step, Target
from bot.domain.people import Actor
from bot.usecases import rooms
from bot.views import offer, room_pages
from bot.views.blocks import Block, Page
from handlers.asking import Asking
from store import drafts

Act = Callable[[Session, Actor, str, datetime, Target | None], Any]


@dataclass(frozen=True, slots=True)
class Story:
    """A verb, the act that a line behind it makes, the page of what was made, and the form that
    asks for what the line lacks. `goes_on` is for a line whose act only finds out what is meant."""

    verb: str
    act: Act
    page: Callable[[Any, Asking], Page]
    form: Callable[[Any, Asking], Block] | None = None
    goes_on: Callable[[Any, Asking, bool], Awaitable[None]] | None = None


STORIES: dict[str, Story] = {}
"""Every story by its verb, so that a choice between names can go on with it."""


def story(
    verb: str,
    act: Act,
    page: Callable[[Any, Asking], Page],
    form: Callable[[Any, Asking], Block] | None = None,
    goes_on: Callable[[Any, Asking, bool], Awaitable[None]] | None = None,
) -> Story:
    """Declares a story once, when its file is read."""
    STORIES[verb] = Story(verb, act, page, form, goes_on)
    return STORIES[verb]


async def run(
    told: Story, line: str, asking: Asking, target: Target | None = None, *, replace: bool = False
) -> None:
    """Makes the line's act, or asks what is missing to make it. In a deal's room a line that names
    no other deal is about that one, and the answer says so."""
    channel = asking.channel if target is None and told.goes_on is None else ""
    made, room = await asking.transact(
        _act_or_draft, told, asking.actor, line, asking.now, target, channel
    )
    if isinstance(made, _Kept):
        await asking.answer(offer.build(made.offer, made.draft_id, asking.t), replace=replace)
    elif told.goes_on is not None:
        await told.goes_on(made, asking, replace)
    elif isinstance(made, Lacking | Step | Edited) and told.form is not None:
        await asking.open(told.form(made, asking))
    else:
        page = told.page(made, asking)
        deal = getattr(made, "deal", None)
        if room is not None and deal is not None and deal.id == room.deal_id:
            page = room_pages.meant(page, asking.t, is_told=hasattr(made, "act_id"))
        await asking.answer(page, replace=replace)


@dataclass(frozen=True, slots=True)
class _Kept:
    offer: Offer
    draft_id: int


def _act_or_draft(
    session: Session,
    told: Story,
    actor: Actor,
    line: str,
    now: datetime,
    target: Target | None,
    channel: str,
) -> tuple[Any, Target | None]:
    """One transaction: the act, or the line kept until its writer says which deal was meant; and
    what the channel is about."""
    room = rooms.default_target(session, channel)
    made = told.act(session, actor, line, now, target or room)
    if isinstance(made, Offer):
        return _Kept(made, drafts.keep(session, actor.id, told.verb, line, now)), room
    return made, room
