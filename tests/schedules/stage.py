"""A played Slack for the team of tests, and a messenger that sends to it by a standing clock."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session

from bot import manifest
from bot.domain.people import Actor
from bot.messenger import Messenger
from bot.sandbox.clock import SandboxClock
from bot.sandbox.delivery import ByHttp
from bot.sandbox.people import Member
from bot.sandbox.sandbox import Sandbox, serve
from bot.sandbox.workspace import Workspace
from schedules.clockwork import Clockwork
from store import history, people
from store.engine import Store
from store.schema import JobRunRow, NudgeItemRow, OutboxRow
from tests.makers import START, FakeClock, Team

on_sqlite = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
"""For stories of many days: what they ask the store is asked of both engines in shorter ones."""


@dataclass
class Stage:
    """`slept` are the seconds that the messenger waited, which the clock went on by."""

    store: Store
    team: Team
    clock: FakeClock
    sandbox: Sandbox
    client: AsyncWebClient
    api_url: str
    slept: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.messenger = Messenger(self.store, self.client, self.clock, self.sleep, lambda: 0.5)
        self.clockwork = Clockwork(self.store, self.clock, self.messenger)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.clock.advance(seconds=seconds)

    async def at(self, moment: datetime) -> None:
        """Lets it be that moment: the clock is looked at, and what is promised is sent."""
        self.clock.set(moment)
        await self.clockwork.tick(moment)
        await self.messenger.drain()

    def inbox(self, actor: Actor) -> list[dict[str, Any]]:
        """What stands in someone's direct message with the bot."""
        user = str(actor.person.slack_user_id)
        return self.sandbox.messages(self.sandbox.dm(user), user)

    def outbox(self, kind: str = "nudge") -> list[tuple[str, str | None]]:
        """State and last error of every promised message of a kind."""
        return self.store.ask(self.team.id, _outbox, kind)


@contextlib.asynccontextmanager
async def stage(store: Store, team: Team, **options: Any) -> AsyncIterator[Stage]:
    slack = Workspace(str(team.workspace.slack_team_id), "Tests", SandboxClock(START))
    for actor in team.everyone:
        person = actor.person
        slack.add_member(
            Member(
                id=str(person.slack_user_id),
                name=f"user{person.id}",
                real_name=person.name,
                locale=person.locale,
                tz=person.tz,
            )
        )
    door = ByHttp("http://127.0.0.1:9", "unused")
    sandbox = Sandbox(slack, manifest=manifest.build(), deliver=door, **options)
    async with serve(sandbox) as running, aiohttp.ClientSession() as session:
        client = AsyncWebClient(sandbox.tokens.bot, base_url=running.api_url, session=session)
        yield Stage(store, team, FakeClock(), sandbox, client, running.api_url)


def _outbox(session: Session, kind: str) -> list[tuple[str, str | None]]:
    rows = session.query(OutboxRow).where(OutboxRow.kind == kind).order_by(OutboxRow.id)
    return [(row.state, row.last_error) for row in rows]


def runs(store: Store, workspace_id: int) -> list[tuple[str, datetime, int]]:
    """Job, moment and number of decisions of every run."""

    def question(session: Session) -> list[tuple[str, datetime, int]]:
        rows = session.query(JobRunRow).order_by(JobRunRow.id)
        return [(row.job, row.moment, row.decided) for row in rows]

    return store.ask(workspace_id, question)


def asked_about(store: Store, workspace_id: int) -> list[int]:
    """The deals asked about, in the order of the questions."""

    def question(session: Session) -> list[int]:
        return [row.deal_id for row in session.query(NudgeItemRow).order_by(NudgeItemRow.id)]

    return store.ask(workspace_id, question)


def settle_in(store: Store, actor: Actor, **changes: object) -> None:
    """Gives someone other hours, days, manager or zone."""

    def act(session: Session) -> None:
        people.change(history.begin(session, None, "person.set", START), actor.id, changes)

    store.run(actor.workspace.id, act)
