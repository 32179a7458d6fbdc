"""The week told to each manager, and one level up to leaders: who was active, what stands still."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.domain import weekly
from bot.domain.adoption import Digest, Each, RepWeek, Standing, monday_of, summed
from bot.domain.facts import Deeds, WeekFacts
from bot.domain.people import Actor, Person, Role
from bot.domain.preferences import Message
from bot.domain.verdict import Verdict
from bot.usecases import facts, habits, playbooks, team_news
from store import facts as kept
from store import outbox, people

KIND = weekly.DIGEST
WEEK = timedelta(days=7)
FEW = 500
"""People of whom a week is asked by name; for more, everybody's is read and theirs picked out."""
MOST_CARRIED = 20_000
"""Open deals up to which compliance is counted within seconds."""

NOTHING = Deeds(0, 0)
NOWHERE = WeekFacts()
NOBODY = 0
"""Leads the reps whom nobody leads."""


def tell(session: Session, manager: Person, now: datetime) -> Verdict:
    """The digest of the week before the manager's own day, once a week; and the team's channel is
    told, whatever the manager wants to read."""
    today = manager.today(now)
    if manager.role is Role.LEADER:
        digest = teams_of(session, monday_of(today) - WEEK, now)
    else:
        digest = last_week(session, manager, now)
        _tell_team(session, manager, digest.monday, now)
    if not manager.wants(Message.DIGEST):
        return Verdict(manager, 0, "muted")
    promised = outbox.promise(
        session,
        recipient_id=manager.id,
        kind=KIND,
        facts=told(digest) | _carried(session, manager, digest),
        dedup_key=weekly.digest_key(manager.id, digest.monday),
        now=now,
        expires_at=manager.end_of_work(today),
    )
    return Verdict(manager, 0, "told-already") if promised is None else Verdict(manager, 1)


def _carried(session: Session, reader: Person, digest: Digest) -> dict[str, Any]:
    """A leader's digest tells of compliance too, unless that was told already, or would take so
    long to count that it had better come behind."""
    if reader.role is not Role.LEADER or not digest.reps or digest.open_deals > MOST_CARRIED:
        return {}
    key = weekly.compliance_key(reader.id, digest.sunday)
    return {weekly.CARRIES: outbox.facts_of(session, weekly.COMPLIANCE, key) is None}


def _tell_team(session: Session, manager: Person, monday: date, now: datetime) -> None:
    """Sums of the people whose means the team may read of that week (decision 0022), if any."""
    if manager.team_channel is None:
        return
    last, before = (
        [one.id for one in habits.peers_or_nobody(session, manager.id, team_news.week(week))]
        for week in (monday, monday - WEEK)
    )
    sums = summed(manager.id, _weeks(session, last, monday, now)) if last else None
    outbox.promise(
        session,
        recipient_id=manager.id,
        kind=team_news.KIND,
        facts=team_news.told(monday, len(last), sums, same=last == before),
        dedup_key=f"{team_news.KIND}:{manager.id}:{monday.isoformat()}",
        now=now,
        expires_at=manager.end_of_work(manager.today(now)),
    )


def last_week(session: Session, manager: Person, now: datetime) -> Digest:
    """The week before the manager's own day."""
    return week_of(session, manager, monday_of(manager.today(now)) - WEEK, now)


def seen_by(
    session: Session, actor: Actor, monday: date, each: Each, now: datetime
) -> tuple[Digest, dict[int, str]]:
    """A week as its digest told it, counted anew: the teams for those who lead them all, else
    one's own people."""
    leads_all = actor.role in (Role.LEADER, Role.ADMIN)
    if each is Each.TEAM and leads_all:
        digest = teams_of(session, monday, now)
    else:
        digest = week_of(session, actor.person, monday, now)
    return digest, names(session, digest)


def week_of(session: Session, manager: Person, monday: date, now: datetime) -> Digest:
    """The figures of the week that began on `monday` and is over, beside those of the week before,
    from the facts that are kept."""
    reps = _weeks(session, people.ids_of_team(session, manager.id), monday, now)
    return Digest(monday, reps, playbooks.targets(session))


def teams_of(session: Session, monday: date, now: datetime) -> Digest:
    """The same one level up: a line for each team, under its manager; last those whom nobody
    leads, as nobody's."""
    reps = [one for one in people.everyone(session) if one.role is Role.REP]
    led: dict[int, list[int]] = {one.id: [] for one in people.managers(session)}
    for rep in sorted(reps, key=lambda one: one.manager_id is None):
        led.setdefault(rep.manager_id or NOBODY, []).append(rep.id)
    weeks = {one.rep_id: one for one in _weeks(session, [one.id for one in reps], monday, now)}
    teams = tuple(
        summed(manager_id, [weeks[rep_id] for rep_id in ids])
        for manager_id, ids in led.items()
        if ids
    )
    return Digest(monday, teams, playbooks.targets(session), Each.TEAM)


def _weeks(
    session: Session, ids: Sequence[int], monday: date, now: datetime
) -> tuple[RepWeek, ...]:
    facts.catch_up(session, now)
    few = ids if len(ids) <= FEW else None
    last, before = (kept.deeds(session, week, few) for week in (monday, monday - WEEK))
    stood, stood_before = (facts.week(session, one, now) for one in (monday, monday - WEEK))
    return tuple(
        RepWeek(
            rep_id=rep_id,
            active_days=(done := last.get(rep_id, NOTHING)).active_days,
            active_days_before=(done_before := before.get(rep_id, NOTHING)).active_days,
            activities=done.activities,
            activities_before=done_before.activities,
            standing=_standing(stands := stood.get(rep_id, NOWHERE)),
            standing_before=_standing(stood_before[rep_id]) if rep_id in stood_before else None,
            working_days=stands.working_days,
            moved=done.moved,
            won=done.won,
            rules=stands.rules,
            met=stands.met,
            moved_before=done_before.moved,
            won_before=done_before.won,
            rules_before=(stands_before := stood_before.get(rep_id, NOWHERE)).rules,
            met_before=stands_before.met,
        )
        for rep_id in ids
    )


def names(session: Session, digest: Digest) -> dict[int, str]:
    """What its lines are called: reps by their names, teams by their own or their manager's."""
    found = people.with_ids(session, [one.rep_id for one in digest.reps if one.rep_id != NOBODY])
    if digest.each is Each.REP:
        return {one.id: one.name for one in found}
    return {one.id: one.team or one.name for one in found}


def _standing(week: WeekFacts) -> Standing:
    return Standing(week.open_deals, week.stale, week.with_next_step)


def told(digest: Digest) -> dict[str, Any]:
    """A digest's figures as the outbox keeps them: it says what was true at its moment."""
    return {
        "monday": digest.monday.isoformat(),
        "reps": [asdict(rep) for rep in digest.reps],
        "targets": dict(digest.targets),
        "each": digest.each.value,
    }


def read(facts: Mapping[str, Any]) -> Digest:
    """A digest again from what `told` kept."""
    return Digest(
        date.fromisoformat(facts["monday"]),
        tuple(_rep_week(kept) for kept in facts["reps"]),
        facts.get("targets", {}),
        Each(facts.get("each", Each.REP)),
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
