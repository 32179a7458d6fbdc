"""Looks at the clock every few minutes and serves whoever's turn it is, once in each workspace."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.domain.people import Person, Workspace
from bot.domain.verdict import Verdict
from bot.messenger import Messenger
from bot.usecases import facts, playbooks
from schedules.job import Job, decide_for, decide_to_the_minute, skipped, turns_of
from schedules.timetable import EVERY, TIMETABLE, Turn, due, floored, next_begin
from store import job_runs, workspaces
from store.engine import Store

log = structlog.get_logger(__name__)

ROSTER_LASTS = timedelta(hours=1)
"""Someone new, or with new hours, is noticed within this time."""

Roster = dict[tuple[int, Job], list[Person]]
"""Per workspace and job, those whom it may ever serve."""


@dataclass(slots=True)
class _Memory:
    """What is known from earlier looks at the clock."""

    last: datetime
    roster: Roster = field(default_factory=dict)
    roster_until: datetime | None = None
    served: dict[tuple[int, str, int], datetime] = field(default_factory=dict)
    asleep_until: datetime | None = None


class Clockwork:
    """What is decided stands in the outbox, where the messenger finds it.

    Who was served is remembered here, so that most looks at the clock touch nothing; after a
    restart the decisions themselves know (a bundle a day, a digest a week).
    """

    def __init__(self, store: Store, clock: Clock, messenger: Messenger) -> None:
        self._store = store
        self._clock = clock
        self._messenger = messenger
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._one_tick = asyncio.Lock()
        self._memory: _Memory | None = None

    def start(self) -> None:
        """From now on by itself, on every fifth minute; on those between for what is due to the
        minute, which every tick serves too."""
        minutes = int(EVERY.total_seconds() // 60)
        trigger = CronTrigger(minute=f"*/{minutes}", timezone="UTC")
        self._scheduler.add_job(self._look, trigger, max_instances=1, coalesce=True)
        between = ",".join(str(minute) for minute in range(60) if minute % minutes)
        each = CronTrigger(minute=between, timezone="UTC")
        self._scheduler.add_job(self._look_to_the_minute, each, max_instances=1, coalesce=True)
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _look(self) -> None:
        try:
            await self.tick(self._clock())
        except SQLAlchemyError:
            log.exception("tick.failed")

    async def _look_to_the_minute(self) -> None:
        try:
            await self.serve_to_the_minute(self._clock())
        except SQLAlchemyError:
            log.exception("minute.failed")

    async def serve_to_the_minute(self, moment: datetime) -> None:
        """What people are to hear of at a time that they chose. The decision knows what was told,
        so that looking often, late or twice tells nothing twice."""
        for workspace in await self._store.read(None, workspaces.all_of_them):
            for job in TIMETABLE:
                punctual = job.to_the_minute
                if punctual is None:
                    continue
                if not await self._store.read(workspace.id, punctual.is_due, moment):
                    continue
                told = await self._store.transact(workspace.id, decide_to_the_minute, job, moment)
                log.info("minute.ran", job=job.name, workspace=workspace.id, decided=len(told))
                self._messenger.wake()

    async def tick(self, moment: datetime) -> None:
        """Serves everyone whose turn it is at this moment and who was not served in it yet."""
        await self.serve_to_the_minute(moment)
        async with self._one_tick:
            memory = self._memory
            if memory is None or moment < memory.last:  # the start, or a clock set back
                memory = self._memory = _Memory(moment)
            memory.last = moment
            if memory.asleep_until is not None and moment < memory.asleep_until:
                return
            await self._read_roster(memory, moment)
            for (workspace_id, job), people in memory.roster.items():
                turns = await asyncio.to_thread(
                    _unserved, memory, workspace_id, job, people, moment
                )
                if turns:
                    memory.served |= await self._run(workspace_id, job, turns, moment)
            # Thousands of calendars take a moment: not on the event loop.
            memory.asleep_until = await asyncio.to_thread(_next_look, memory, moment)

    async def _run(
        self, workspace_id: int, job: Job, turns: list[Turn], moment: datetime
    ) -> dict[tuple[int, str, int], datetime]:
        """One run, claimed by whichever replica comes first. Returns the turns that are done
        with: none where another replica has them."""
        transact, now = self._store.transact, self._clock()
        run_id = await transact(workspace_id, job_runs.claim, job.name, floored(moment), now)
        if run_id is None:
            return {}
        verdicts: list[Verdict] = []
        for ids in turns_of(job, [turn.person.id for turn in turns]):
            verdicts += await transact(workspace_id, decide_for, job, ids, moment, run_id)
        decided = sum(verdict.told > 0 for verdict in verdicts)
        await transact(
            workspace_id, job_runs.end, run_id, decided, skipped(verdicts), self._clock()
        )
        log.info("job.ran", job=job.name, workspace=workspace_id, decided=decided)
        self._messenger.wake()
        return {(workspace_id, job.name, turn.person.id): turn.begins for turn in turns}

    async def _read_roster(self, memory: _Memory, moment: datetime) -> None:
        if memory.roster_until is not None and moment < memory.roster_until:
            return
        memory.roster = {}
        for workspace in await self._store.read(None, workspaces.all_of_them):
            memory.roster |= await self._store.read(workspace.id, _roster_of, workspace.id)
            await self._start_playbooks(workspace, moment)
            await self._store.transact(workspace.id, facts.catch_up, moment)
        memory.roster_until = moment + ROSTER_LASTS

    async def _start_playbooks(self, workspace: Workspace, moment: datetime) -> None:
        """An agreed playbook comes into force when its day has come."""
        if await self._store.read(workspace.id, playbooks.is_due, workspace, moment):
            started = await self._store.transact(
                workspace.id, playbooks.start_due, workspace, moment
            )
            log.info("playbook.started", workspace=workspace.id, versions=started)


def _roster_of(session: Session, workspace_id: int) -> Roster:
    return {(workspace_id, job): job.audience(session) for job in TIMETABLE}


def _unserved(
    memory: _Memory, workspace_id: int, job: Job, people: list[Person], moment: datetime
) -> list[Turn]:
    return [
        turn
        for turn in due(job, people, moment)
        if memory.served.get((workspace_id, job.name, turn.person.id)) != turn.begins
    ]


def _next_look(memory: _Memory, moment: datetime) -> datetime:
    """The next begin of anybody's turn; at once where somebody was left to another replica."""
    looks = [memory.roster_until or moment]
    for (workspace_id, job), people in memory.roster.items():
        if _unserved(memory, workspace_id, job, people, moment):
            return moment
        begin = next_begin(job, people, moment)
        if begin is not None:
            looks.append(begin)
    return min(looks)
