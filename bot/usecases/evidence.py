"""Whether habits go with wins: in the rep's own deals first, then in the team's or everybody's."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.evidence import Beside, Found, Habit, Life, TooFew, compare
from bot.domain.people import Actor, Person, Role
from bot.domain.periods import Period
from bot.domain.reporting import Grouping
from bot.domain.scorecards import quarter_so_far
from bot.usecases import habits
from bot.usecases.report_asked import Asked
from bot.usecases.report_people import Who, last_if_nobody
from store import lives, people, workspaces

LOOKED_AT = timedelta(days=730)
"""Deals made within this time are looked at, where no other was asked for: whole days of the
workspace, so that the deals behind a figure are the ones it counts."""

FEWEST_OTHERS = 3
"""With the deals of fewer others in it, a team's sum would give single people away."""


def of(
    session: Session, owners: Sequence[Person], now: datetime, period: Period | None = None
) -> tuple[Beside | TooFew, ...]:
    """Each habit in the deals of some owners."""
    span = period or usual(session, now)
    return _told([life for _, life in lives_of(session, owners, now, span)])


def usual(session: Session, now: datetime) -> Period:
    """The time that is looked at where no other was asked for."""
    today = now.astimezone(workspaces.bound(session).zone).date()
    return Period(today - LOOKED_AT, today)


def lives_of(
    session: Session, owners: Sequence[Person], now: datetime, period: Period
) -> list[tuple[int, Life]]:
    """The owners' deals that were made in a period and are known from their first day."""
    by_id = {one.id: one for one in owners}
    made = period.moments(workspaces.bound(session).zone)
    return list(lives.lives(session, by_id, made, now))


def _told(found: Sequence[Life]) -> tuple[Beside | TooFew, ...]:
    return tuple(compare(habit, found) for habit in Habit)


def grouped(
    session: Session, asked: Asked, now: datetime
) -> list[tuple[str, tuple[Beside | TooFew, ...]]]:
    """Each habit in the deals of every rep or team that has any, by their keys."""
    who = Who(session)
    owners = [one for one in who.everyone if asked.only is None or one.id in asked.only]
    found: defaultdict[str, list[Life]] = defaultdict(list)
    for owner_id, life in lives_of(session, owners, now, asked.period):
        found[who.group(owner_id, asked.by)].append(life)
    return [(key, _told(found[key])) for key in sorted(found, key=last_if_nobody)]


def look(
    session: Session,
    actor: Actor,
    now: datetime,
    period: Period | None = None,
    by: Grouping | None = None,
) -> list[Found]:
    """As far as the actor may see: a rep their own deals and, of a team that is large enough, all
    of its deals together (of the usual time alone: two other times would tell single deals
    apart); a manager the team's, or each rep's; leaders and admins everybody's, or each rep's or
    team's. Of the deals made in a period, else within two years."""
    person, span = actor.person, period or usual(session, now)
    if actor.role is Role.REP:
        own = Found("own", of(session, [person], now, span))
        return [own, *_of_team(session, person, now)] if period is None else [own]
    leads_all = actor.role in (Role.LEADER, Role.ADMIN)
    team = [*people.team_of(session, person.id), person]
    owners = people.everyone(session, gone_too=True) if leads_all else team
    whose = "all" if leads_all else "team"
    found = [Found(whose, of(session, owners, now, span))]
    if by is None:
        return found
    only = None if leads_all else frozenset(one.id for one in team)
    names = {str(one.slack_user_id): one.name for one in owners}
    return found + [
        Found("named", told, names.get(key, key), key)
        for key, told in grouped(session, Asked(span, by, only), now)
    ]


def _of_team(session: Session, rep: Person, now: datetime) -> list[Found]:
    """The deals of those whose means of this quarter the team may read (decision 0022): whoever
    comes or leaves meanwhile changes nothing."""
    if rep.manager_id is None:
        return []
    quarter = quarter_so_far(now.astimezone(workspaces.bound(session).zone).date())
    team = habits.peers_or_nobody(session, rep.manager_id, quarter)
    theirs = lives_of(session, team, now, usual(session, now))
    others = {owner for owner, life in theirs if life.outlived_window and owner != rep.id}
    if len(others) < FEWEST_OTHERS:
        return []
    return [Found("team", _told([life for _, life in theirs]))]
