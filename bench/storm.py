"""Replicas that die at random send messages to a Slack that fails at random: what arrives?"""

import asyncio
import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from multiprocessing.context import ForkServerProcess

from sqlalchemy.orm import Session

from bench import replica
from bench.replica import FastClock
from bot import manifest
from bot.domain.people import Role
from bot.sandbox.clock import SandboxClock
from bot.sandbox.delivery import ByHttp
from bot.sandbox.people import Member
from bot.sandbox.sandbox import Sandbox, serve
from bot.sandbox.server import Running
from bot.sandbox.workspace import Workspace
from store import dead_letters, deals, history, outbox, people, stages, workspaces
from store.engine import Store

BEGINS = datetime(2026, 3, 2, 9, tzinfo=UTC)
KIND = "deal.assigned"
LIMITED, BROKEN, SWALLOWED = 0.10, 0.05, 0.02


@dataclass(frozen=True, slots=True)
class Storm:
    """`lull` is about how many real seconds lie between two deaths."""

    messages: int
    channels: int
    replicas: int = 4
    speed: float = 10
    lull: float = 2
    seed: int = 1


@dataclass(slots=True)
class Outcome:
    """`arrived` counts messages by their keys; `exceeded` the calls that Slack had to refuse for
    coming too early; `faults` what went wrong by order; the spans are by the story's clock."""

    arrived: Counter[str] = field(default_factory=Counter)
    states: dict[str, int] = field(default_factory=dict)
    exceeded: dict[str, int] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)
    calls: int = 0
    deaths: int = 0
    shortest_gap: float = 0
    most_in_a_minute: int = 0
    story_seconds: float = 0
    real_seconds: float = 0


async def rage(url: str, storm: Storm, patience: float) -> Outcome:
    """Plays the storm on a migrated, empty database until nothing waits any more.
    Raises TimeoutError after so many real seconds."""
    store = Store(url)
    clock = FastClock(BEGINS, time.monotonic(), storm.speed)
    dice = random.Random(storm.seed)
    slack = _slack(storm, clock)
    out = Outcome()
    try:
        workspace_id = await asyncio.to_thread(_promise_all, store, storm)
        slack.faults.storm(_counted(dice, out), limit=LIMITED, fail=BROKEN, swallow=SWALLOWED)
        begun = time.monotonic()
        async with serve(slack) as running, asyncio.timeout(patience):
            await _kill_until_sent(
                store, workspace_id, _Replicas(url, running, slack, clock), storm, dice, out
            )
        out.real_seconds = time.monotonic() - begun
        out.story_seconds = out.real_seconds * storm.speed
        out.states = store.ask(workspace_id, dead_letters.counts)
    finally:
        store.close()
    _look(slack, out)
    return out


class _Replicas:
    """The processes that send, each replaced by a new one when it is killed."""

    def __init__(self, url: str, running: Running, slack: Sandbox, clock: FastClock) -> None:
        self._told = (url, running.api_url, slack.tokens.bot, clock)
        self._processes = multiprocessing.get_context("forkserver")
        # They are born with all their modules: to load these takes longer than most of them live.
        self._processes.set_forkserver_preload([replica.__name__])
        self._alive: list[ForkServerProcess] = []

    def start(self) -> None:
        born = self._processes.Process(target=replica.run, args=self._told)
        born.start()
        self._alive.append(born)

    def kill(self, place: int) -> None:
        """As the machine's own death would: nothing is said, nothing cleaned up."""
        died = self._alive.pop(place)
        died.kill()
        died.join()

    def kill_all(self) -> None:
        while self._alive:
            self.kill(0)


async def _kill_until_sent(
    store: Store,
    workspace_id: int,
    replicas: _Replicas,
    storm: Storm,
    dice: random.Random,
    out: Outcome,
) -> None:
    try:
        for _ in range(storm.replicas):
            replicas.start()
        next_death = time.monotonic() + storm.lull
        while (await store.read(workspace_id, dead_letters.counts)).get("waiting"):
            await asyncio.sleep(0.25)
            if time.monotonic() >= next_death:
                replicas.kill(dice.randrange(storm.replicas))
                replicas.start()
                out.deaths += 1
                next_death = time.monotonic() + dice.uniform(0.5, 1.5) * storm.lull
    finally:
        replicas.kill_all()


def _counted(dice: random.Random, out: Outcome) -> Callable[[], float]:
    def throw() -> float:
        number = dice.random()
        out.calls += 1
        out.faults["429"] += number < LIMITED
        out.faults["500"] += LIMITED <= number < LIMITED + BROKEN
        out.faults["taken, no answer"] += LIMITED + BROKEN <= number < LIMITED + BROKEN + SWALLOWED
        return number

    return throw


def _slack(storm: Storm, clock: FastClock) -> Sandbox:
    ws = Workspace("T0STORM", "Storm", SandboxClock(BEGINS, clock.ticks))
    for number in range(storm.channels):
        ws.add_member(Member(id=f"U{number:05}", name=f"rep{number}", real_name=f"Rep {number}"))
    return Sandbox(ws, manifest=manifest.build(), deliver=ByHttp("http://127.0.0.1:9", "unused"))


def _promise_all(store: Store, storm: Storm) -> int:
    workspace = store.run(None, workspaces.meet, "T0STORM", "Storm", BEGINS)
    store.run(workspace.id, _promise, storm)
    return workspace.id


def _promise(session: Session, storm: Storm) -> None:
    qualification = stages.in_force(session).get("qualification")
    act = history.begin(session, None, "deal.create", BEGINS)
    owned: list[tuple[int, int]] = []
    for number in range(storm.channels):
        rep = people.add(
            session,
            name=f"Rep {number}",
            role=Role.REP,
            slack_user_id=f"U{number:05}",
            locale="en-US",
            tz="UTC",
            joined_on=BEGINS.date(),
        )
        deal = deals.add(
            act,
            name=f"Deal {number}",
            account_id=None,
            owner_id=rep.id,
            stage=qualification,
            amount=None,
            currency="USD",
            closes_on=None,
        )
        owned.append((rep.id, deal.id))
    for number in range(storm.messages):
        rep_id, deal_id = owned[number % storm.channels]
        outbox.promise(
            session,
            recipient_id=rep_id,
            kind=KIND,
            facts={"deal_id": deal_id, "by": None},
            dedup_key=f"storm:{number}",
            now=BEGINS,
            expires_at=BEGINS + timedelta(days=30),
        )


def _look(slack: Sandbox, out: Outcome) -> None:
    """What stands in the conversations, and when it came."""
    moments: list[float] = []
    gaps = [float("inf")]
    for channel in slack.ws.channels.values():
        messages = slack.ws.messages(channel.id)
        for message in messages:
            if message.metadata is not None:
                out.arrived[message.metadata["event_payload"]["key"]] += 1
        here = sorted(float(message.ts) for message in messages)
        gaps += [later - earlier for earlier, later in pairwise(here)]
        moments += here
    out.shortest_gap = min(gaps)
    out.exceeded = dict(slack.platform.rates.exceeded)
    moments.sort()
    first = 0
    for last, moment in enumerate(moments):
        while moment - moments[first] >= 60:
            first += 1
        out.most_in_a_minute = max(out.most_in_a_minute, last - first + 1)
