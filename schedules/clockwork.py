"""Looks at the clock every few minutes and runs whatever is due, once in each workspace."""

from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.messenger import Messenger
from schedules.timetable import EVERY, TIMETABLE, Job, floored
from store import job_runs, people, workspaces
from store.engine import Store

log = structlog.get_logger(__name__)

ZONES_LAST = timedelta(minutes=30)


class Clockwork:
    """A tick asks, for each workspace, whose moment it is; what was decided stands in the
    outbox, where the messenger finds it."""

    def __init__(self, store: Store, clock: Clock, messenger: Messenger) -> None:
        self._store = store
        self._clock = clock
        self._messenger = messenger
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._hours: dict[int, frozenset[people.Hours]] = {}
        self._hours_at: datetime | None = None

    def start(self) -> None:
        self._scheduler.add_job(
            self._tick_now, IntervalTrigger(seconds=int(EVERY.total_seconds())), max_instances=1
        )
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _tick_now(self) -> None:
        try:
            await self.tick(self._clock())
        except SQLAlchemyError:
            log.exception("tick.failed")

    async def tick(self, moment: datetime) -> None:
        """Runs what is due at this moment; a moment seen before runs nothing again."""
        for workspace_id, hours in (await self._workspaces(moment)).items():
            for job in TIMETABLE:
                if any(_may_be_due(job, one, moment) for one in hours):
                    await self._run(workspace_id, job, moment)

    async def _run(self, workspace_id: int, job: Job, moment: datetime) -> None:
        decided = await self._store.transact(workspace_id, _claimed_run, job, moment, self._clock())
        if decided:
            log.info("job.ran", job=job.name, workspace=workspace_id, decided=decided)
            self._messenger.wake()

    async def _workspaces(self, moment: datetime) -> dict[int, frozenset[people.Hours]]:
        """Everybody's zones and hours, read again now and then: most ticks have nothing to do."""
        if self._hours_at is None or not timedelta() <= moment - self._hours_at < ZONES_LAST:
            found = await self._store.read(None, workspaces.all_of_them)
            self._hours = {
                one.id: await self._store.read(one.id, people.hours_of_everyone) for one in found
            }
            self._hours_at = moment
        return self._hours


def _may_be_due(job: Job, hours: people.Hours, moment: datetime) -> bool:
    local = moment.astimezone(hours.zone)
    return (
        local.isoweekday() in job.days
        and local.isoweekday() in hours.working_days
        and hours.begins <= local.time() < hours.ends
    )


def _claimed_run(session: Session, job: Job, moment: datetime, now: datetime) -> int:
    """One transaction: the claim of this run, everything it decides, and how it went."""
    run_id = job_runs.claim(session, job.name, floored(moment), now)
    if run_id is None:
        return 0
    decided = sum(not one.because for one in job.decide(session, moment))
    job_runs.end(session, run_id, decided, now)
    return decided
