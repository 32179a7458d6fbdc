"""Reports on how deals and people stand: what asks for attention, adoption by week, compliance."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.domain.criteria import unmet
from bot.domain.deal import Deal, OpenDeal
from bot.domain.people import Person
from bot.domain.periods import Period, Unit, key_of
from bot.domain.reporting import (
    NOBODY,
    Adoption,
    Attention,
    Compliance,
    Grouping,
    Met,
    active,
    measures,
)
from bot.domain.signals import Finding, findings, is_stale, of_nobody
from bot.domain.stages import Stages
from bot.usecases import playbooks
from bot.usecases.report_people import Who, last_if_nobody
from store import beginnings, counts, evidence, past, stages, workspaces

TENTH = Decimal("0.1")


def attention(
    session: Session, at: datetime, only: frozenset[int] | None = None
) -> list[Attention]:
    """The open deals that say something at a moment: silent and stuck ones first, the longest
    waiting before the others."""
    who, playbook = Who(session), stages.in_force(session)
    zone = workspaces.bound(session).zone
    told = [
        line(who, deal, deal.name, *found)
        for deal in past.open_at(session, at)
        if (only is None or deal.owner_id in only)
        and (found := said(who, playbook, zone, deal, at))[1]
    ]
    return sorted(told, key=lambda one: (one.signals[0] not in ("silent", "stuck"), one.since))


def said(
    who: Who, playbook: Stages, zone: ZoneInfo, deal: Deal | OpenDeal, at: datetime
) -> tuple[date, tuple[Finding, ...]]:
    """What an open deal says on its owner's own day (on the workspace's, where it is nobody's)."""
    owner, stage = who.get(deal.owner_id), playbook.get(deal.stage_key)
    today = at.astimezone(zone).date() if owner is None else owner.today(at)
    if owner is None:
        return today, of_nobody(deal, stage, zone, today)
    return today, findings(deal, stage, owner, today)


def line(
    who: Who, deal: Deal | OpenDeal, name: str, today: date, found: tuple[Finding, ...]
) -> Attention:
    since = min(one.since for one in found)
    return Attention(
        deal=name,
        owner=who.key(deal.owner_id) if who.get(deal.owner_id) else "",
        stage=deal.stage_key,
        signals=tuple(one.signal.value for one in found),
        since=since,
        days=(today - since).days,
        deal_id=deal.id,
    )


def adoption(
    session: Session, period: Period, now: datetime, only: frozenset[int] | None = None
) -> list[Adoption]:
    """Each rep's weeks: what they did, and how their open deals stood at the week's end (or now,
    in the week that is not over)."""
    workspace, who = workspaces.bound(session), Who(session)
    told: list[Adoption] = []
    for _, week in period.split(Unit.WEEK):
        reps = [one for one in active(who.everyone, week) if only is None or one.id in only]
        if not reps:
            continue
        begins, ends = week.moments(workspace.zone)
        deeds = counts.deeds(session, reps, begins, min(ends, now))
        standings = standing(session, reps, min(ends, now))
        for rep in sorted(reps, key=lambda one: who.key(one.id)):
            done, stands = deeds[rep.id], standings[rep.id]
            told.append(
                Adoption(
                    rep=who.key(rep.id),
                    manager=who.key(rep.manager_id) if rep.manager_id else "",
                    week=date.fromisoformat(key_of(week.first, Unit.WEEK)),
                    working_days=working_days(rep, week),
                    active_days=done.active_days,
                    activities=done.activities,
                    open_deals=stands.open_deals,
                    with_next_step=stands.with_next_step,
                    stale=stands.stale,
                    hygiene=stands.hygiene,
                )
            )
    return told


def compliance(
    session: Session, period: Period, now: datetime, only: frozenset[int] | None = None
) -> list[Compliance]:
    """Each team's measures against the targets of the playbook in force, worst teams first."""
    return by_team(session, Who(session), adoption(session, period, now, only))


def by_team(session: Session, who: Who, told: Sequence[Adoption]) -> list[Compliance]:
    """The teams' measures over the weeks told of."""
    targets = playbooks.targets(session)
    keys = {who.key(one.id): who.group(one.id, Grouping.TEAM) for one in who.everyone}
    teams: dict[str, list[Adoption]] = {}
    for week in told:
        teams.setdefault(keys.get(week.rep, NOBODY), []).append(week)
    measured = {
        team: [
            Compliance(team, name, None if value is None else value.quantize(TENTH), targets[name])
            for name, value in measures(weeks).items()
        ]
        for team, weeks in teams.items()
    }

    def missed(team: str) -> tuple[int, bool, str]:
        return (-sum(one.status is Met.MISSED for one in measured[team]), *last_if_nobody(team))

    return [one for team in sorted(measured, key=missed) for one in measured[team]]


def working_days(rep: Person, week: Period) -> int:
    """The days of the week on which someone works who has come and not gone."""
    first = max(week.first, rep.joined_on)
    last = week.last if rep.gone_on is None else min(week.last, rep.gone_on)
    return rep.calendar.days_in(first, last)


@dataclass(slots=True)
class Stands:
    """A person's open deals at a moment; `complete` have every exit criterion of their stage. Of
    `rules` in all, as many for each deal, `met` were met."""

    open_deals: int = 0
    with_next_step: int = 0
    stale: int = 0
    complete: int = 0
    rules: int = 0
    met: int = 0
    missing: Counter[str] = field(default_factory=Counter)
    """On how many deals each rule was not met."""

    @property
    def hygiene(self) -> Decimal | None:
        """The mean share of rules met, 0 to 100."""
        if not self.rules:
            return None
        return (100 * Decimal(self.met) / self.rules).quantize(TENTH)


def standing(session: Session, reps: Sequence[Person], at: datetime) -> dict[int, Stands]:
    """How each person's open deals stood at a moment."""
    stands = {rep.id: Stands() for rep in reps}
    for one in stood(session, reps, at):
        counted = stands[one.owner_id]
        counted.open_deals += 1
        counted.with_next_step += one.rules["next_step"]
        counted.stale += not one.rules["fresh"]
        counted.complete += one.rules["criteria"]
        counted.rules += len(one.rules)
        counted.met += sum(one.rules.values())
        counted.missing.update(rule for rule, is_met in one.rules.items() if not is_met)
    return stands


@dataclass(frozen=True, slots=True)
class Stood:
    """An open deal at a moment, and whether each rule of hygiene was met on it."""

    deal_id: int
    owner_id: int
    rules: Mapping[str, bool]


def stood(session: Session, reps: Sequence[Person], at: datetime) -> Iterator[Stood]:
    """Each person's open deals as they stood at a moment."""
    if beginnings.nothing_up_to(session, at):
        return
    playbook = stages.in_force(session)
    owners = {rep.id: rep for rep in reps}
    ours = [deal for deal in past.open_at(session, at, owners.keys()) if deal.owner_id in owners]
    answered = evidence.known_of(session, [deal.id for deal in ours], at)
    pinned: dict[int, Stages] = {}
    for deal in ours:
        owner = owners[deal.owner_id or 0]
        found = findings(deal, playbook.get(deal.stage_key), owner, owner.today(at))
        if deal.playbook_version not in pinned:
            pinned[deal.playbook_version] = stages.of_version(session, deal.playbook_version)
        version = pinned[deal.playbook_version]
        known = answered.of(deal)
        has_step = deal.next_step_due_on is not None and deal.next_step_due_on >= owner.today(at)
        rules = {
            "fresh": not is_stale(found),
            "next_step": has_step,
            "close": deal.closes_on is not None and deal.closes_on >= owner.today(at),
            "criteria": not unmet(version.get(deal.stage_key).exit, known),
            "contact": bool(known.contacts),
        }
        yield Stood(deal.id, owner.id, rules)
