"""A team's week in its own channel: what was won, and sums that give nobody away."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.adoption import Digest, RepWeek, Standing, summed
from bot.domain.deal import Status
from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.team_news import TeamNews
from bot.usecases.habits import FEWEST_FOR_AVERAGES
from store import deals, people, workspaces
from store.deals import Wanted

KIND = "digest.team"


def told(manager: Person, digest: Digest) -> dict[str, Any]:
    """What the outbox keeps: no person's own figures."""
    enough = len(digest.reps) >= FEWEST_FOR_AVERAGES
    sums = asdict(summed(manager.id, digest.reps)) if enough else None
    return {"monday": digest.monday.isoformat(), "sums": sums}


def read(session: Session, manager: Person, facts: Mapping[str, Any]) -> TeamNews | None:
    """None where there is nothing to tell: too few people for sums, and no deal won."""
    monday = date.fromisoformat(facts["monday"])
    span = Period(monday, monday + timedelta(days=6)).moments(workspaces.bound(session).zone)
    team = people.ids_of_team(session, manager.id)
    wanted = Wanted(owner_ids=tuple(team), open_only=False, closed_in=span)
    won = [one for one in deals.all_matching(session, wanted) if one.status is Status.WON]
    won.sort(key=lambda one: (one.closed_at or one.created_at, one.id), reverse=True)
    sums = facts["sums"]
    if sums is None and not won:
        return None
    return TeamNews(monday, manager.team or manager.name, _sums(sums), tuple(won))


def _sums(kept: Mapping[str, Any] | None) -> RepWeek | None:
    if kept is None:
        return None
    before = kept["standing_before"]
    return RepWeek(
        **{
            **kept,
            "standing": Standing(**kept["standing"]),
            "standing_before": None if before is None else Standing(**before),
        }
    )
