"""Lines that name a deal: made at once, asked about by buttons, or finished in a form."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.outcomes import Edited, Lacking, Offer, Step, Target
from bot.domain.people import Actor
from bot.views import offer
from bot.views.blocks import Block, Page
from handlers.asking import Asking
from store import drafts

Act = Callable[[Session, Actor, str, datetime, Target | None], Any]


@dataclass(frozen=True, slots=True)
class Story:
    """A verb, the act that a line behind it makes, the page of what was made, and the form that
    asks for what the line lacks."""

    verb: str
    act: Act
    page: Callable[[Any, Asking], Page]
    form: Callable[[Any, Asking], Block] | None = None


STORIES: dict[str, Story] = {}
"""Every story by its verb, so that a choice between names can go on with it."""


def story(
    verb: str,
    act: Act,
    page: Callable[[Any, Asking], Page],
    form: Callable[[Any, Asking], Block] | None = None,
) -> Story:
    """Declares a story once, when its file is read."""
    STORIES[verb] = Story(verb, act, page, form)
    return STORIES[verb]


async def run(
    told: Story, line: str, asking: Asking, target: Target | None = None, *, replace: bool = False
) -> None:
    """Makes the line's act, or asks what is missing to make it."""
    made = await asking.transact(_act_or_draft, told, asking.actor, line, asking.now, target)
    if isinstance(made, _Kept):
        await asking.answer(offer.build(made.offer, made.draft_id, asking.t), replace=replace)
    elif isinstance(made, Lacking | Step | Edited) and told.form is not None:
        await asking.open(told.form(made, asking))
    else:
        await asking.answer(told.page(made, asking), replace=replace)


@dataclass(frozen=True, slots=True)
class _Kept:
    offer: Offer
    draft_id: int


def _act_or_draft(
    session: Session, told: Story, actor: Actor, line: str, now: datetime, target: Target | None
) -> Any:
    """One transaction: the act, or the line kept until its writer says which deal was meant."""
    made = told.act(session, actor, line, now, target)
    if isinstance(made, Offer):
        return _Kept(made, drafts.keep(session, actor.id, told.verb, line, now))
    return made
