"""Teams in many zones live through months under the timetable, and their promises are watched.

Reps log, plan, hold, close and set questions aside at random, or never answer at all; the jobs run
when their turn comes, and again by hand at odd moments. What must hold is counted here a second
time, day by day on the fingers, and not by the rules that are on trial.
"""

import heapq
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random

import holidays
from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind, Deal
from bot.domain.following import PutOff
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor, Person, Role
from bot.domain.preferences import Choices, Reminding
from bot.domain.signals import findings, is_stale
from bot.domain.working_days import DaysOff
from bot.usecases import activities, deals, moving, next_steps, nudges
from schedules.job import Job, decide_for
from schedules.timetable import TIMETABLE
from store import deals as kept_deals
from store import history, people, stages, workspaces
from store.deals import Wanted
from store.engine import Store
from store.schema import (
    EscalationItemRow,
    EscalationRow,
    FollowupItemRow,
    FollowupRow,
    NudgeItemRow,
    NudgeRow,
    OutboxRow,
)

START = datetime(2026, 2, 2, tzinfo=UTC)
ZONES = (
    ("Asia/Seoul", "KR"), ("America/New_York", "US"), ("Europe/Berlin", "DE"),
    ("America/Los_Angeles", "US"), ("Europe/London", "GB"), ("Australia/Sydney", "AU"),
    ("Asia/Kolkata", "IN"), ("America/Sao_Paulo", "BR"), ("Asia/Dubai", "AE"),
    ("Pacific/Auckland", "NZ"), ("Asia/Tokyo", "JP"), ("Africa/Johannesburg", "ZA"),
)  # fmt: skip
WEEKS = ("12345", "12345", "12345", "71234", "1234", "23456", "135")
UNASKED = ("nudge", "followup", "escalation", "digest")
BACK_OFF = {1: 2, 2: 4}
LONGEST_BACK_OFF = 8
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Size:
    reps: int
    deals: int
    days: int
    zones: int = len(ZONES)
    team: int = 8


@dataclass
class World:
    """`reached` are the stale deals that their owner has heard of, `waits` the working days that
    others have been stale without; `broken` the promises that did not hold."""

    store: Store
    size: Size
    chance: Random
    workspace_id: int = 0
    managers: list[Person] = field(default_factory=list)
    reps: list[Person] = field(default_factory=list)
    diligence: dict[int, float] = field(default_factory=dict)
    reached: set[int] = field(default_factory=set)
    waits: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    unlisted: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    told: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    broken: list[str] = field(default_factory=list)

    def settle(self) -> None:
        workspace = self.store.run(None, workspaces.meet, "T-YEAR", "A year", START)
        self.workspace_id = workspace.id
        self.store.run(self.workspace_id, self._hire)
        for number in range(self.size.deals):
            rep = self.chance.choice(self.reps)
            self.store.run(self.workspace_id, self._deal, rep, f"Deal {number}")

    def _hire(self, session: Session) -> None:
        for number in range(-(-self.size.reps // self.size.team)):
            boss = self._person(session, f"Boss {number}", Role.MANAGER, None)
            self.managers.append(boss)
        for number in range(self.size.reps):
            boss = self.managers[number % len(self.managers)]
            rep = self._person(session, f"Rep {number}", Role.REP, boss.id)
            self.diligence[rep.id] = self.chance.choice((0.0, 0.05, 0.3, 0.8))
            self.reps.append(rep)

    def _person(self, session: Session, name: str, role: Role, manager_id: int | None) -> Person:
        tz, country = self.chance.choice(ZONES[: self.size.zones])
        made = people.add(
            session,
            name=name,
            slack_user_id=f"U{name.replace(' ', '')}",
            role=role,
            locale=self.chance.choice(("en-US", "ko-KR")),
            tz=tz,
            joined_on=START.date(),
            manager_id=manager_id,
        )
        begins = self.chance.choice((time(0, 30), time(7), time(9), time(13, 30)))
        ends = self.chance.choice((time(17), time(18), time(23, 30)))
        choices = Choices(
            locale=None,
            tz=None,
            country=self.chance.choice((None, country, "")),
            workday_start=begins,
            workday_end=ends,
            working_days=frozenset(int(day) for day in self.chance.choice(WEEKS)),
            morning_at=self.chance.choice((None, time(10, 15), time(22))),
            days_off=tuple(self._leave() for _ in range(self.chance.randrange(3))),
            muted=frozenset(),
            reminding=self.chance.choice(list(Reminding)),
        )
        return people.choose(history.begin(session, None, "person.set", START), made.id, choices)

    def _leave(self) -> DaysOff:
        first = START.date() + DAY * self.chance.randrange(self.size.days)
        return DaysOff(first, first + DAY * self.chance.choice((0, 1, 4, 11)))

    def _deal(self, session: Session, rep: Person, name: str) -> None:
        at = START - DAY * self.chance.randrange(30)
        act = history.begin(session, rep.id, "deal.create", at)
        amount = Decimal(self.chance.randrange(1, 500) * 100)
        closes = self.chance.choice((None, START.date() + DAY * self.chance.randrange(200)))
        kept_deals.add(
            act,
            name=name,
            account_id=None,
            owner_id=rep.id,
            stage=self.chance.choice(stages.in_force(session).open),
            amount=amount,
            currency="USD",
            closes_on=closes,
        )

    def live(self) -> None:
        """Every turn of every job as it comes, odd runs by hand between, a look each evening."""
        until = START + DAY * self.size.days
        turns: list[tuple[datetime, int, str, int]] = []
        jobs = {job.name: job for job in TIMETABLE}
        everyone = {one.id: one for one in (*self.reps, *self.managers)}
        for job in TIMETABLE:
            for person in self.reps if job.name in ("nudges", "followups") else self.managers:
                self._queue(turns, job, person, START - DAY)
        for rep in self.reps:
            heapq.heappush(turns, (_evening(rep, START.date()), 1, "evening", rep.id))
        while turns and turns[0][0] < until:
            moment, _, name, person_id = heapq.heappop(turns)
            person = everyone[person_id]
            if name == "evening":
                self._evening(person, moment)
                heapq.heappush(
                    turns, (_evening(person, person.today(moment) + DAY), 1, name, person_id)
                )
                continue
            self._serve(jobs[name], person, moment)
            self._queue(turns, jobs[name], person, moment)
            if self.chance.random() < 0.1:
                odd = moment + HOUR * self.chance.uniform(-1, 20)
                self._serve(jobs[name], person, max(moment, odd))
            if name == "nudges":
                self._work(person, moment + HOUR)

    def _queue(
        self, turns: list[tuple[datetime, int, str, int]], job: Job, person: Person, at: datetime
    ) -> None:
        """The next turn; somebody away for long is looked for again, as the clockwork does."""
        begins = job.next_begin(person, at) or at + DAY
        heapq.heappush(turns, (begins, 0, job.name, person.id))

    def _serve(self, job: Job, person: Person, moment: datetime) -> None:
        (verdict,) = self.store.run(self.workspace_id, decide_for, job, [person.id], moment)
        self.told[job.name] += verdict.told > 0

    def _work(self, rep: Person, moment: datetime) -> None:
        """What a rep does with the deals they were asked about, and with others."""
        if self.chance.random() >= self.diligence[rep.id]:
            return
        self.store.run(self.workspace_id, self._touch, rep, moment)

    def _touch(self, session: Session, rep: Person, now: datetime) -> None:
        mine = kept_deals.all_matching(session, Wanted(owner_ids=(rep.id,)))
        actor = Actor(rep, workspaces.bound(session))
        for deal in self.chance.sample(mine, min(len(mine), 3)):
            match self.chance.randrange(7):
                case 0 | 1:
                    report = Report(ActivityKind.CALL, "spoke")
                    activities.log(session, actor, Target(deal.id), report, now)
                case 2:
                    due = rep.today(now) + DAY * self.chance.randrange(1, 30)
                    deals.set_next_step(session, actor, deal.id, "call", due, now)
                case 3 if deal.next_step:
                    next_steps.put_off(session, actor, deal.id, PutOff.TOMORROW, now)
                case 4:
                    until = rep.today(now) + DAY * self.chance.randrange(1, 60)
                    deals.hold(session, actor, deal.id, until, "budget", now)
                case 5 if self.chance.random() < 0.3:
                    moving.lose(session, actor, deal.id, now, reason="timing")
                case 6:
                    self._set_aside(session, actor, deal, now)

    def _set_aside(self, session: Session, actor: Actor, deal: Deal, now: datetime) -> None:
        open_item = (
            session.query(NudgeItemRow)
            .filter(NudgeItemRow.deal_id == deal.id, NudgeItemRow.answer.is_(None))
            .first()
        )
        if open_item is not None:
            nudges.set_aside(session, actor, open_item.nudge_id, deal.id, now)

    def _evening(self, rep: Person, moment: datetime) -> None:
        """After each working day: every stale deal is known to its owner, or will be tomorrow."""
        if works(rep, rep.today(moment)):
            self.store.ask(self.workspace_id, self._look_back, rep, moment)

    def _look_back(self, session: Session, rep: Person, moment: datetime) -> None:
        today, playbook = rep.today(moment), stages.in_force(session)
        bundle = (
            session.query(NudgeRow)
            .filter(NudgeRow.person_id == rep.id, NudgeRow.asked_on == today)
            .first()
        )
        for deal in kept_deals.all_matching(session, Wanted(owner_ids=(rep.id,))):
            found = findings(deal, playbook.get(deal.stage_key), rep, today)
            held = deal.held_until is not None and today < deal.held_until
            if held or not is_stale(found):
                self.reached.discard(deal.id)
                self.waits.pop(deal.id, None)
                continue
            if self._was_asked_lately(session, deal, rep, today) or (bundle and bundle.more):
                self.reached.add(deal.id)
            if deal.id not in self.reached and not self._was_reminded(session, deal, today):
                self.waits[deal.id] += 1
                if self.waits[deal.id] > 2:
                    self.broken.append(f"{deal.name} is stale and unasked on {today}")

    def _was_reminded(self, session: Session, deal: Deal, today: date) -> bool:
        """A deal whose next step was told of this morning is not asked about as well."""
        told = (
            session.query(FollowupItemRow.id)
            .join(FollowupRow, FollowupRow.id == FollowupItemRow.followup_id)
            .filter(FollowupItemRow.deal_id == deal.id, FollowupRow.told_on == today)
        )
        return told.first() is not None

    def _was_asked_lately(self, session: Session, deal: Deal, rep: Person, today: date) -> bool:
        asked = (
            session.query(NudgeRow.asked_on)
            .join(NudgeItemRow, NudgeItemRow.nudge_id == NudgeRow.id)
            .filter(NudgeItemRow.deal_id == deal.id)
            .order_by(NudgeItemRow.id.desc())
            .first()
        )
        return asked is not None and counted(rep, asked[0], today) <= LONGEST_BACK_OFF


def _evening(person: Person, day: date) -> datetime:
    return datetime.combine(day, time(23, 45), person.zone).astimezone(UTC)


def works(person: Person, day: date) -> bool:
    """By the calendar on the wall, and not by the rules that are on trial."""
    if day.isoweekday() not in person.working_days:
        return False
    if any(leave.first <= day <= leave.last for leave in person.days_off):
        return False
    return not person.country or day not in _holidays(person.country)


_WALL: dict[str, holidays.HolidayBase] = {}


def _holidays(country: str) -> holidays.HolidayBase:
    if country not in _WALL:
        _WALL[country] = holidays.country_holidays(country, years=range(2025, 2029))
    return _WALL[country]


def counted(person: Person, start: date, end: date) -> int:
    """Working days after `start` up to `end`, on the fingers."""
    return sum(works(person, start + DAY * n) for n in range(1, (end - start).days + 1))


def judged(world: World) -> list[str]:
    """Every promise that was broken, read from what was written down."""
    return [*world.broken, *world.store.ask(world.workspace_id, _judge)]


def _judge(session: Session) -> list[str]:
    everyone = {one.id: one for one in people.everyone(session)}
    return [
        *_outside_hours(session, everyone),
        *_twice_a_day(session),
        *_asked_too_soon(session, everyone),
        *_not_listed(session, everyone),
    ]


def _outside_hours(session: Session, everyone: dict[int, Person]) -> list[str]:
    broken = []
    for row in session.query(OutboxRow).filter(OutboxRow.kind.in_(UNASKED)):
        person = everyone[row.recipient_id]
        local = row.not_before.astimezone(person.zone)
        ends = row.expires_at.astimezone(person.zone)
        fits = person.workday_start <= local.time() < person.workday_end
        fits_too = ends.date() == local.date() and ends.time() <= person.workday_end
        if not (works(person, local.date()) and fits and fits_too):
            broken.append(f"{row.kind} to {person.name} at {local}")
    return broken


def _twice_a_day(session: Session) -> list[str]:
    """The tables forbid two bundles of one day; two messages about one would be as bad."""
    seen: set[tuple[int, str, str]] = set()
    broken = []
    for row in session.query(OutboxRow).filter(OutboxRow.kind.in_(("nudge", "escalation"))):
        person = people.get(session, row.recipient_id)
        key = (person.id, row.kind, person.today(row.not_before).isoformat())
        if key in seen:
            broken.append(f"{row.kind} twice to {person.name} on {key[2]}")
        seen.add(key)
    return broken


def _asked_too_soon(session: Session, everyone: dict[int, Person]) -> list[str]:
    broken = []
    last: dict[int, tuple[date, int, datetime | None]] = {}
    rows = (
        session.query(NudgeItemRow, NudgeRow)
        .join(NudgeRow, NudgeRow.id == NudgeItemRow.nudge_id)
        .order_by(NudgeItemRow.id)
    )
    for item, bundle in rows:
        before = last.get(item.deal_id)
        if before is not None:
            on, times, answered_at = before
            open_then = answered_at is None or answered_at > bundle.asked_at
            least = BACK_OFF.get(times, LONGEST_BACK_OFF) if open_then else 1
            if counted(everyone[bundle.person_id], on, bundle.asked_on) < least:
                broken.append(f"deal {item.deal_id} asked on {on} and {bundle.asked_on}")
            if open_then and item.times_asked != times + 1:
                broken.append(f"deal {item.deal_id}: question {item.times_asked} after {times}")
        last[item.deal_id] = (bundle.asked_on, item.times_asked, item.answered_at)
    return broken


def _not_listed(session: Session, everyone: dict[int, Person]) -> list[str]:
    """Third questions that stayed open for three of the manager's working days, and whose manager
    was not told: by name, or in a list with more to it."""
    listed: defaultdict[int, list[date]] = defaultdict(list)
    lists: defaultdict[int, list[date]] = defaultdict(list)
    for row in session.query(EscalationRow):
        if row.more:
            lists[row.manager_id].append(row.told_on)
    told = session.query(EscalationItemRow, EscalationRow).join(
        EscalationRow, EscalationRow.id == EscalationItemRow.escalation_id
    )
    for item, escalation in told:
        listed[item.deal_id].append(escalation.told_on)
    broken = []
    rows = session.query(NudgeItemRow, NudgeRow).join(
        NudgeRow, NudgeRow.id == NudgeItemRow.nudge_id
    )
    newest = max((row.asked_at for row in session.query(NudgeRow)), default=START)
    for question, bundle in rows.filter(NudgeItemRow.times_asked == 3):
        manager = everyone[everyone[bundle.person_id].manager_id or 0]
        until = manager.today(question.answered_at or newest)
        if counted(manager, bundle.asked_on, until) <= 3:
            continue
        deal_id = question.deal_id
        known = [*listed[deal_id], *lists[manager.id]]
        if not any(bundle.asked_on < day <= until for day in known):
            broken.append(f"deal {deal_id} of {bundle.asked_on} never reached {manager.name}")
    return broken
