"""The week told to each manager on Monday: who was active, what stands still, what is promised."""

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.domain.outcomes import Digest, Line, RepWeek
from bot.domain.people import Person
from bot.domain.signals import is_stale
from bot.usecases import lists
from store import counts, deals, outbox, people, stages, workspaces
from store.deals import Wanted

KIND = "digest"
MONDAY = 1


@dataclass(frozen=True, slots=True)
class Decision:
    """What a run decided for one manager, and if nothing, why not."""

    person: Person
    reps: int
    because: str = ""


def digest_everyone(session: Session, now: datetime) -> list[Decision]:
    """Tells every manager whose own Monday's working hours it is, once a week."""
    zone = ZoneInfo(workspaces.bound(session).tz)
    return [_digest(session, manager, zone, now) for manager in people.managers(session)]


def _digest(session: Session, manager: Person, zone: ZoneInfo, now: datetime) -> Decision:
    if manager.slack_user_id is None:
        return Decision(manager, 0, "not_in_slack")
    today = manager.today(now)
    if today.isoweekday() != MONDAY or not manager.at_work(now):
        return Decision(manager, 0, "not_monday")
    digest = week_of(session, manager, today - timedelta(days=7), zone, now)
    ends = datetime.combine(today, manager.workday_end, manager.zone).astimezone(UTC)
    promised = outbox.promise(
        session,
        recipient_id=manager.id,
        kind=KIND,
        facts=told(digest),
        dedup_key=f"{KIND}:{manager.id}:{today.isoformat()}",
        now=now,
        expires_at=ends,
    )
    if promised is None:
        return Decision(manager, 0, "told_already")
    return Decision(manager, len(digest.reps))


def week_of(
    session: Session, manager: Person, monday: date, zone: ZoneInfo, now: datetime
) -> Digest:
    """The figures of the week that begins on `monday`, with those of the week before."""
    reps = people.team_of(session, manager.id)
    this = counts.activity(session, [rep.id for rep in reps], *_span(monday, zone), zone)
    before = counts.activity(
        session, [rep.id for rep in reps], *_span(monday - timedelta(days=7), zone), zone
    )
    playbook = stages.in_force(session)
    wanted = Wanted(owner_ids=tuple(rep.id for rep in reps))
    lines = lists.lines(session, deals.all_matching(session, wanted), playbook, now)
    return Digest(
        first_day=monday,
        last_day=monday + timedelta(days=6),
        reps=tuple(
            _rep_week(rep, this[rep.id], before[rep.id], lines, rep.today(now)) for rep in reps
        ),
    )


def _rep_week(
    rep: Person, this: counts.Activity, before: counts.Activity, lines: list[Line], today: date
) -> RepWeek:
    own = [line for line in lines if line.deal.owner_id == rep.id]
    return RepWeek(
        name=rep.name,
        active_days=this.active_days,
        active_days_before=before.active_days,
        activities=this.activities,
        activities_before=before.activities,
        open_deals=len(own),
        stale=sum(is_stale(line.findings) for line in own),
        with_next_step=sum(
            line.deal.next_step_due_on is not None and line.deal.next_step_due_on >= today
            for line in own
        ),
    )


def _span(monday: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """A week's first moment and the first moment after it, in UTC."""
    begins = datetime.combine(monday, time(), zone)
    ends = datetime.combine(monday + timedelta(days=7), time(), zone)
    return begins.astimezone(UTC), ends.astimezone(UTC)


def told(digest: Digest) -> dict[str, object]:
    """A digest's figures as the outbox keeps them: it says what was true at its moment."""
    return {
        "first_day": digest.first_day.isoformat(),
        "last_day": digest.last_day.isoformat(),
        "reps": [asdict(rep) for rep in digest.reps],
    }


def read(facts: dict[str, object]) -> Digest:
    """A digest again from what `told` kept."""
    reps = facts["reps"]
    assert isinstance(reps, list)  # noqa: S101 - as `told` wrote it
    return Digest(
        date.fromisoformat(str(facts["first_day"])),
        date.fromisoformat(str(facts["last_day"])),
        tuple(RepWeek(**rep) for rep in reps),
    )
