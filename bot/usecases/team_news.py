"""A team's week in its own channel: what was won, and sums that give nobody away."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from bot.domain import fairness
from bot.domain.adoption import RepWeek
from bot.domain.deal import Status
from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.team_news import TeamNews, Together
from store import deals, people, workspaces
from store.deals import Wanted

KIND = "digest.team"


def week(monday: date) -> Period:
    return Period(monday, monday + timedelta(days=6))


def told(monday: date, people_: int, sums: RepWeek | None, *, same: bool) -> dict[str, Any]:
    """What the outbox keeps: no person's own figures, and sums as the channel may read them."""
    together = None if sums is None else asdict(_together(people_, sums, same=same))
    kept = together and {
        name: str(one) if isinstance(one, Decimal) else one for name, one in together.items()
    }
    return {"monday": monday.isoformat(), "together": kept}


def _together(people_: int, sums: RepWeek, *, same: bool) -> Together:
    stands = sums.standing

    def share(part: int) -> Decimal | None:
        if not stands.open_deals:
            return None
        return fairness.SHARE.coarse(100 * Decimal(part) / stands.open_deals)

    return Together(
        people=people_,
        activities=fairness.at_least(sums.activities, people_),
        activities_before=fairness.at_least(sums.activities_before, people_) if same else None,
        moved=fairness.at_least(sums.moved, people_),
        open_deals=stands.open_deals,
        with_step=share(stands.with_next_step),
        stale=share(stands.stale),
        same=same,
    )


def read(session: Session, manager: Person, facts: Mapping[str, Any]) -> TeamNews | None:
    """None where there is nothing to tell: too few people for sums, and no deal won."""
    monday = date.fromisoformat(facts["monday"])
    span = week(monday).moments(workspaces.bound(session).zone)
    team = people.ids_of_team(session, manager.id)
    wanted = Wanted(owner_ids=tuple(team), open_only=False, closed_in=span)
    won = [one for one in deals.all_matching(session, wanted) if one.status is Status.WON]
    won.sort(key=lambda one: (one.closed_at or one.created_at, one.id), reverse=True)
    kept = facts.get("together")
    if kept is None and not won:
        return None
    return TeamNews(monday, manager.team or manager.name, _read(kept), tuple(won))


def _read(kept: Mapping[str, Any] | None) -> Together | None:
    if kept is None:
        return None
    shares = {name: kept[name] and Decimal(kept[name]) for name in ("with_step", "stale")}
    return Together(**{**kept, **shares})
