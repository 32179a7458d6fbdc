"""Whose Home is to be drawn again, since something was done that may concern what it shows."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.people import Person, Role
from store import home_views, people
from store.home_views import Happened, HomeView

OF_DEALS = ("deal.", "activity.", "undo.", "nudge", "feedback.", "room.")
"""How the acts begin that concern those around a deal; any other may concern everybody."""


@dataclass(frozen=True, slots=True)
class Due:
    """The Homes to be drawn again with whose they are, and those that nothing concerns, up to the
    newest act there is."""

    to_draw: tuple[tuple[HomeView, Person], ...]
    untouched: tuple[int, ...]
    newest_act: int


def due(session: Session, now: datetime) -> Due:
    """Of the Homes opened lately. One is drawn again on a new day too."""
    newest = home_views.newest_act(session)
    views = home_views.opened_lately(session, now)
    persons = {one.id: one for one in people.with_ids(session, [one.person_id for one in views])}
    behind = [one for one in views if one.act_id < newest]
    if behind:
        happened = home_views.happened(session, min(one.act_id for one in behind))
        around = people.with_ids(session, sorted(happened.people))
    else:
        happened, around = Happened(frozenset(), frozenset()), []
    to_draw, untouched = [], []
    for view in views:
        person = persons[view.person_id]
        is_new_day = person.today(view.drawn_at) != person.today(now)
        if person.gone_on is None and (
            is_new_day or (view.act_id < newest and _concerns(person, happened, around))
        ):
            to_draw.append((view, person))
        elif view.act_id < newest:
            untouched.append(person.id)
    return Due(tuple(to_draw), tuple(untouched), newest)


def _concerns(person: Person, happened: Happened, around: list[Person]) -> bool:
    """Those who did it and whose deals it was about, their managers and colleagues, and whoever
    looks at everybody's."""
    if person.role in (Role.LEADER, Role.ADMIN) or person.id in happened.people:
        return True
    if any(not action.startswith(OF_DEALS) for action in happened.actions):
        return True
    managers = {one.manager_id for one in around} - {None}
    return person.id in managers or person.manager_id in managers
