"""What would bring a team to the targets that it has not reached."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from math import ceil

from sqlalchemy.orm import Session

from bot.domain.people import Person, Role
from bot.domain.reporting import Compliance, Grouping, Met
from bot.domain.trust import Short
from bot.usecases import report_weeks
from bot.usecases.report_people import Who
from bot.usecases.report_weeks import Stands

MEASURED = frozenset({"fresh", "next_step"})
"""Rules of hygiene that are measures of their own."""


def of(
    session: Session, told: Sequence[Compliance], at: datetime, only: frozenset[int] | None
) -> list[Short]:
    """Of each measure that is near its target or has missed it, in the order told."""
    wanted = [one for one in told if one.status in (Met.NEAR, Met.MISSED)]
    if not wanted:
        return []
    who = Who(session)
    teams: defaultdict[str, list[Person]] = defaultdict(list)
    for one in who.everyone:
        if one.role is Role.REP and one.gone_on is None and (only is None or one.id in only):
            teams[who.group(one.id, Grouping.TEAM)].append(one)
    stands = report_weeks.standing(session, [one for team in teams.values() for one in team], at)
    return [
        _short(one, teams[one.team], [stands[rep.id] for rep in teams[one.team]]) for one in wanted
    ]


def _short(one: Compliance, reps: Sequence[Person], stands: Sequence[Stands]) -> Short:
    open_deals = sum(each.open_deals for each in stands)
    wanted, rule = ceil(one.target * open_deals / 100), ""
    match one.measure:
        case "next_step":
            more = wanted - sum(each.with_next_step for each in stands)
        case "fresh":
            more = wanted - (open_deals - sum(each.stale for each in stands))
        case "rhythm":
            days = sum(len(rep.working_days) for rep in reps)
            more = ceil((one.target - (one.value or 0)) * days / 100)
        case _:
            rule, more = _most_missed(stands)
    return Short(one.team, one.measure, one.status is Met.NEAR, max(more, 0), rule)


def _most_missed(stands: Sequence[Stands]) -> tuple[str, int]:
    """The rule that is missing on most deals: one that no other measure tells of already, if there
    is one."""
    missing = sum((each.missing for each in stands), start=Stands().missing)
    others = [(rule, count) for rule, count in missing.most_common() if rule not in MEASURED]
    return next(iter(others or missing.most_common(1)), ("", 0))
