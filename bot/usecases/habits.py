"""How one's own week goes, and how a team's does, as far as each may see it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.adoption import monday_of
from bot.domain.parsing_slack import Mention
from bot.domain.people import Actor, Person, Role
from bot.domain.periods import Period, last_months
from bot.domain.refusal import Refusal
from bot.domain.reporting import Adoption, Averages, Grouping, Mine
from bot.usecases import report_weeks, reports, roster
from bot.usecases.report_asked import Asked
from store import people

FEWEST_FOR_AVERAGES = 4
"""A smaller team's averages would give single people away."""


def mine(session: Session, actor: Actor, now: datetime) -> Mine:
    today = now.astimezone(actor.workspace.zone).date()
    monday = monday_of(today)
    weeks = report_weeks.adoption(
        session, Period(monday - timedelta(days=7), today), now, frozenset({actor.id})
    )
    of = {one.week: one for one in weeks}
    asked = Asked(last_months(today), Grouping.REP, frozenset({actor.id}))
    return Mine(
        of.get(monday),
        of.get(monday - timedelta(days=7)),
        tuple(one for one in reports.wins(session, asked) if one.won or one.lost),
    )


def team(
    session: Session, actor: Actor, mention: Mention | None, now: datetime
) -> tuple[Person | None, list[Adoption] | Averages]:
    """This week of the team asked about: each rep's for whoever leads them, averages for a rep.

    Raises Refusal where it is not the actor's to see, or there is no team.
    """
    manager = _manager(session, actor, mention)
    reps = people.team_of(session, manager.id) if manager else people.everyone(session)
    ids = frozenset(one.id for one in reps)
    week = report_weeks.adoption(session, _this_week(actor, now), now, ids)
    if not week:
        raise Refusal("team-empty")
    if actor.role is not Role.REP:
        return manager, week
    if len(week) < FEWEST_FOR_AVERAGES:
        raise Refusal("team-too-small", least=FEWEST_FOR_AVERAGES)
    return manager, _averages(week)


def _manager(session: Session, actor: Actor, mention: Mention | None) -> Person | None:
    """Whose team: one's own, or for leaders and admins anyone's; None for everybody."""
    asked = roster.mentioned(session, mention) if mention else None
    match actor.role:
        case Role.REP:
            own = people.find(session, actor.person.manager_id)
            if own is None or asked not in (None, own):
                raise Refusal("rights-team")
            return own
        case Role.MANAGER:
            if asked not in (None, actor.person):
                raise Refusal("rights-team")
            return actor.person
    return asked


def _this_week(actor: Actor, now: datetime) -> Period:
    today: date = now.astimezone(actor.workspace.zone).date()
    return Period(monday_of(today), today)


def _averages(week: Sequence[Adoption]) -> Averages:
    """A measure only where enough have it: a mean over one or two would be theirs."""

    def mean(values: Sequence[Decimal | int]) -> Decimal:
        return (sum(map(Decimal, values), Decimal(0)) / len(values)).quantize(Decimal("0.1"))

    scores = [one.hygiene for one in week if one.hygiene is not None]
    return Averages(
        reps=len(week),
        active_days=mean([one.active_days for one in week]),
        activities=mean([one.activities for one in week]),
        stale=mean([one.stale for one in week]),
        hygiene=mean(scores) if len(scores) >= FEWEST_FOR_AVERAGES else None,
    )
