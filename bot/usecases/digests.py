"""The week told to each manager: who was active, what stands still, what is promised."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.domain.adoption import Digest, RepWeek, Standing, monday_of
from bot.domain.people import Person
from bot.domain.preferences import Message
from bot.domain.verdict import Verdict
from bot.usecases.staleness import stale_count
from store import counts, outbox, people, stages, workspaces

KIND = "digest"
WEEK = timedelta(days=7)


def tell(session: Session, manager: Person, now: datetime) -> Verdict:
    """The digest of the week before the manager's own day, once a week."""
    if not manager.wants(Message.DIGEST):
        return Verdict(manager, 0, "muted")
    today = manager.today(now)
    digest = week_of(session, manager, monday_of(today) - WEEK, now)
    promised = outbox.promise(
        session,
        recipient_id=manager.id,
        kind=KIND,
        facts=told(digest),
        dedup_key=dedup_key(manager.id, digest.monday),
        now=now,
        expires_at=manager.end_of_work(today),
    )
    return Verdict(manager, 0, "told-already") if promised is None else Verdict(manager, 1)


def dedup_key(manager_id: int, monday: date) -> str:
    return f"{KIND}:{manager_id}:{monday.isoformat()}"


def week_of(session: Session, manager: Person, monday: date, now: datetime) -> Digest:
    """The figures of the week that began on `monday`, beside those of the week before."""
    reps = people.team_of(session, manager.id)
    zone = ZoneInfo(workspaces.bound(session).tz)
    last = counts.deeds(session, reps, *_span(monday, zone))
    before = counts.deeds(session, reps, *_span(monday - WEEK, zone))
    standing = _standing(session, reps, now)
    earlier = _standing_told(session, manager, monday - WEEK)
    return Digest(
        monday=monday,
        reps=tuple(
            RepWeek(
                rep_id=rep.id,
                active_days=last[rep.id].active_days,
                active_days_before=before[rep.id].active_days,
                activities=last[rep.id].activities,
                activities_before=before[rep.id].activities,
                standing=standing[rep.id],
                standing_before=earlier.get(rep.id),
                working_days=rep.calendar.days_in(monday, monday + WEEK - timedelta(days=1)),
            )
            for rep in reps
        ),
    )


def _standing(session: Session, reps: Sequence[Person], now: datetime) -> dict[int, Standing]:
    stale = stale_count(session, reps, stages.in_force(session), now)
    standing: dict[int, Standing] = {}
    for rep in reps:
        open_deals, with_next_step = counts.open_deals(session, rep.id, rep.today(now))
        standing[rep.id] = Standing(open_deals, stale.get(rep.id, 0), with_next_step)
    return standing


def _standing_told(session: Session, manager: Person, monday: date) -> dict[int, Standing]:
    """What the digest of that week told of each rep; nothing where there was none."""
    facts = outbox.facts_of(session, KIND, dedup_key(manager.id, monday))
    return {} if facts is None else {rep.rep_id: rep.standing for rep in read(facts).reps}


def _span(monday: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """A week's first moment and the first moment after it."""
    return (
        datetime.combine(monday, time(), zone).astimezone(UTC),
        datetime.combine(monday + WEEK, time(), zone).astimezone(UTC),
    )


def told(digest: Digest) -> dict[str, Any]:
    """A digest's figures as the outbox keeps them: it says what was true at its moment."""
    return {"monday": digest.monday.isoformat(), "reps": [asdict(rep) for rep in digest.reps]}


def read(facts: Mapping[str, Any]) -> Digest:
    """A digest again from what `told` kept."""
    return Digest(
        date.fromisoformat(facts["monday"]), tuple(_rep_week(kept) for kept in facts["reps"])
    )


def _rep_week(kept: Mapping[str, Any]) -> RepWeek:
    before = kept["standing_before"]
    return RepWeek(
        **{
            **kept,
            "standing": Standing(**kept["standing"]),
            "standing_before": None if before is None else Standing(**before),
        }
    )
