"""How one's own week goes, and how a team's does, as far as each may see it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain import fairness
from bot.domain.adoption import monday_of
from bot.domain.fairness import Steps
from bot.domain.parsing_slack import Mention
from bot.domain.people import Actor, Person, Role
from bot.domain.periods import Period, last_months
from bot.domain.refusal import Refusal
from bot.domain.reporting import Adoption, Averages, Grouping, Mine, active
from bot.usecases import report_weeks, reports, roster
from bot.usecases.report_asked import Asked
from store import memberships, people, workspaces

FEWEST_FOR_AVERAGES = fairness.FEWEST


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
        is_rep=actor.role is Role.REP,
    )


def team(
    session: Session, actor: Actor, mention: Mention | None, now: datetime
) -> tuple[Person | None, list[Adoption] | Averages]:
    """This week of the team asked about: each rep's for whoever leads them, averages for a rep.

    Raises Refusal where it is not the actor's to see, or there is no team.
    """
    manager = _manager(session, actor, mention)
    if actor.role is Role.REP and manager is not None:
        span = _this_week(actor, now)
        ids = frozenset(one.id for one in peers(session, manager.id, span))
        return manager, _averages(report_weeks.adoption(session, span, now, ids))
    reps = people.team_of(session, manager.id) if manager else people.everyone(session)
    ids = frozenset(one.id for one in reps)
    week = report_weeks.adoption(session, _this_week(actor, now), now, ids)
    if not week:
        is_new = any(one.role is Role.REP and one.gone_on is None for one in reps)
        raise Refusal("team-too-new" if is_new else "team-empty")
    return manager, week


def peers(session: Session, manager_id: int, period: Period) -> list[Person]:
    """Over whom the means are taken that a team's own reps see. Raises Refusal where they would
    give somebody away."""
    reps = peers_or_nobody(session, manager_id, period)
    if not reps:
        raise Refusal("team-too-small", least=FEWEST_FOR_AVERAGES)
    return reps


def peers_or_nobody(session: Session, manager_id: int, period: Period) -> list[Person]:
    since = period.moments(workspaces.bound(session).zone)[0]
    teams = memberships.teams_since(session, manager_id, since, period.first)
    reps = active(people.with_ids(session, sorted(fairness.counted(teams))), period)
    return reps if len(reps) == len(fairness.counted(teams)) else []


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

    def mean(values: Sequence[Decimal | int], steps: Steps) -> Decimal:
        return steps.coarse(sum(map(Decimal, values), Decimal(0)) / len(values))

    scores = [one.hygiene for one in week if one.hygiene is not None]
    return Averages(
        reps=len(week),
        active_days=mean([one.active_days for one in week], fairness.DAYS),
        activities=mean([one.activities for one in week], fairness.COUNT),
        stale=mean([one.stale for one in week], fairness.COUNT),
        hygiene=mean(scores, fairness.SHARE) if len(scores) >= FEWEST_FOR_AVERAGES else None,
    )
