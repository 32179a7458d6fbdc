"""One person's Home: what stands in it as far as the rights table lets them see it."""

from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.adoption import monday_of
from bot.domain.champions import WEEKS
from bot.domain.deal import Money
from bot.domain.homes import Home, MyWeek, News, NewsKind, StageSum, week_of
from bot.domain.people import Actor, Person, Role, may_give_owners
from bot.domain.periods import Period
from bot.domain.stages import Stages
from bot.usecases import homes_leading, homes_set_up, homes_team, lists
from store import champions, deals, facts, homes, people, reports, stages
from store.deals import Wanted

SHOWN_DUE = 5
SHOWN_STALE = 3
SHOWN_HELD = 3
SHOWN_NEWS = 5
NEWS_LASTS = timedelta(days=7)


def look(session: Session, actor: Actor, now: datetime) -> Home:
    """Reads only, and little of it: sums are made in the database."""
    today, playbook = actor.today(now), stages.in_force(session)
    person, role = actor.person, actor.role
    counted = homes.counted(session, person, playbook.ever_open, today)
    due = homes.due(session, actor.id, today, SHOWN_DUE) if counted.overdue + counted.due else []
    stale = (
        homes.stale(
            session, [person], playbook.ever_open, now, SHOWN_STALE, [one.id for one in due]
        )
        if counted.stale
        else []
    )
    held = homes.held(session, actor.id, today, SHOWN_HELD) if counted.held else []
    team = _team(session, actor)
    whose = _whose(role, counted.open_deals)
    pipeline, sums = _pipeline(session, _owner_ids(whose, actor, team), playbook)
    everyone = role in (Role.LEADER, Role.ADMIN)
    told_of = None if everyone else [one.id for one in team]
    return Home(
        role=role,
        today=today,
        counted=counted,
        due=tuple(lists.lines(session, due, playbook, now)),
        stale=tuple(lists.lines(session, stale, playbook, now)),
        whose=whose,
        pipeline=pipeline,
        sums=sums,
        stages=playbook,
        news=_news(session, actor, told_of, now),
        has_team=everyone or any(one.id != actor.id for one in team),
        held=tuple(lists.lines(session, held, playbook, now)),
        week=_week(session, actor, now) if role is Role.REP else None,
        team=homes_team.look(session, actor, playbook, now) if role is Role.MANAGER else None,
        leading=homes_leading.look(session, actor, now) if role is Role.LEADER else None,
        set_up=homes_set_up.look(session, actor) if role is Role.ADMIN else None,
        unowned=deals.count(session, Wanted(unowned=True)) if may_give_owners(actor) else 0,
    )


def _team(session: Session, actor: Actor) -> list[Person]:
    """Those whose deals one is told news of: a manager's reps; for a rep, those with the same
    manager. Nobody where one has no manager."""
    if actor.role is Role.MANAGER:
        return people.team_of(session, actor.id)
    manager_id = actor.person.manager_id
    return people.team_of(session, manager_id) if manager_id is not None else []


def _whose(role: Role, own_deals: int) -> str:
    """One's own pipeline; that of those one leads where one has none."""
    if role is Role.REP or own_deals:
        return "mine"
    return "team" if role is Role.MANAGER else "all"


def _owner_ids(whose: str, actor: Actor, team: list[Person]) -> list[int] | None:
    match whose:
        case "mine":
            return [actor.id]
        case "team":
            return [*(one.id for one in team), actor.id]
    return None


def _pipeline(
    session: Session, owner_ids: list[int] | None, playbook: Stages
) -> tuple[tuple[StageSum, ...], tuple[Money, ...]]:
    """By stage in the playbook's order, a sum per currency; and the sums of all stages."""
    deals: defaultdict[str, int] = defaultdict(int)
    sums: defaultdict[str, defaultdict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    totals: defaultdict[str, Decimal] = defaultdict(Decimal)
    for one in reports.open_deals(session, ("stage_key",), owner_ids):
        key = str(one.stage_key)
        deals[key] += one.deals
        sums[key][one.currency] += one.amount
        totals[one.currency] += one.amount
    by_stage = tuple(
        StageSum(stage, deals[stage.key], _moneys(sums[stage.key]))
        for stage in playbook.ever_open
        if deals[stage.key]
    )
    return by_stage, _moneys(totals)


def _moneys(sums: dict[str, Decimal]) -> tuple[Money, ...]:
    return tuple(Money(amount, currency) for currency, amount in sorted(sums.items()) if amount)


def _week(session: Session, actor: Actor, now: datetime) -> MyWeek:
    """The rep's week so far beside the twelve before it, as the log tells them: the rep's own
    Monday to Sunday, since a week so far must hold what was done today. Reports go by the
    workspace's weeks, which is said where the two differ."""
    person, ours = actor.person, actor.workspace
    today = person.today(now)
    monday = monday_of(today)
    begins, _ = Period(monday - timedelta(days=7 * WEEKS), monday).moments(person.zone)
    told = facts.from_the_log(session, {person.id: person}, begins, now, person.zone)
    differ = now.astimezone(person.zone).utcoffset() != now.astimezone(ours.zone).utcoffset()
    return week_of(person, told, monday, today, ours.tz if differ else None)


def _news(
    session: Session, actor: Actor, owner_ids: list[int] | None, now: datetime
) -> tuple[News, ...]:
    """What colleagues won and moved lately, and who shows the way since then."""
    since = now - NEWS_LASTS
    if owner_ids == []:
        return ()
    told = homes.news(session, owner_ids, actor.id, since, SHOWN_NEWS)
    agreed = {
        one.person_id: one.answered_at
        for one in champions.newest(session).values()
        if one.consents
        and one.answered_at is not None
        and one.answered_at >= since
        and one.person_id != actor.id
        and (owner_ids is None or one.person_id in owner_ids)
    }
    if agreed:
        told += [
            News(NewsKind.CHAMPION, agreed[one.id], person=one)
            for one in people.with_ids(session, sorted(agreed))
            if one.gone_on is None
        ]
    return tuple(sorted(told, key=lambda one: one.at, reverse=True)[:SHOWN_NEWS])
