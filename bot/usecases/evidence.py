"""Whether habits go with wins: in the rep's own deals first, then in the team's or everybody's."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.evidence import Beside, Found, Habit, Life, TooFew, compare
from bot.domain.people import Actor, Person, Role
from store import lives, people

LOOKED_AT = timedelta(days=730)
"""Deals made within this time are looked at."""

FEWEST_OTHERS = 3
"""With the deals of fewer others in it, a team's sum would give single people away."""


def of(session: Session, owners: Sequence[Person], now: datetime) -> tuple[Beside | TooFew, ...]:
    """Each habit in the deals of some owners."""
    return _told([life for _, life in _lives(session, owners, now)])


def _lives(session: Session, owners: Sequence[Person], now: datetime) -> list[tuple[int, Life]]:
    by_id = {one.id: one for one in owners}
    return list(lives.lives(session, by_id, now - LOOKED_AT, now))


def _told(found: Sequence[Life]) -> tuple[Beside | TooFew, ...]:
    return tuple(compare(habit, found) for habit in Habit)


def look(session: Session, actor: Actor, now: datetime) -> list[Found]:
    """As far as the actor may see: a rep their own deals and, of a team that is large enough, all
    of its deals together; a manager the team's; leaders and admins everybody's."""
    person = actor.person
    if actor.role in (Role.LEADER, Role.ADMIN):
        return [Found("all", of(session, people.everyone(session, gone_too=True), now))]
    if actor.role is Role.MANAGER:
        return [Found("team", of(session, [*people.team_of(session, person.id), person], now))]
    found = [Found("own", of(session, [person], now))]
    team = people.team_of(session, person.manager_id) if person.manager_id else []
    theirs = _lives(session, team, now)
    counted = {owner for owner, life in theirs if life.outlived_window and owner != person.id}
    if len(counted) >= FEWEST_OTHERS:
        found.append(Found("team", _told([life for _, life in theirs])))
    return found
