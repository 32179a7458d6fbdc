"""A next step with a time of day is told before it, to the minute, once, while it still holds."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind, Deal
from bot.domain.following import PutOff
from bot.domain.people import Actor
from bot.domain.tellings import Finished
from bot.domain.timing import LATEST, LEADS, moment
from bot.usecases import deals, moving, next_steps, step_reminders, undoing
from store import visible
from store.engine import Store
from store.schema import StepReminderRow
from tests.makers import START, Team, make_deal
from tests.schedules.stage import Stage, settle_in

DAY = date(2026, 3, 2)
THREE = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
"""15:00 in New York, where Rob Rep works."""

HALF_PAST_TWO = THREE - timedelta(minutes=30)


def plan(store: Store, owner: Actor, name: str = "Acme pilot", at: time = time(15)) -> Deal:
    return make_deal(
        store,
        owner,
        name,
        next_step="call back",
        next_step_due_on=DAY,
        next_step_time=at,
        at=START - timedelta(days=3),
    )


def now(played: Stage, deal: Deal) -> Deal:
    return played.store.ask(played.team.id, visible.deal, deal.id)


def told(played: Stage, actor: Actor) -> list[dict[str, Any]]:
    inbox = played.inbox(actor)
    signs = (":alarm_clock:", "~call back~", "*call back*, put off")
    return [one for one in inbox if any(sign in one["text"] for sign in signs)]


async def test_it_comes_half_an_hour_before_and_only_once(played: Stage) -> None:
    plan(played.store, played.team.rep)
    await played.at(HALF_PAST_TWO - timedelta(minutes=1))
    assert told(played, played.team.rep) == []
    await played.at(HALF_PAST_TWO)
    await played.at(HALF_PAST_TWO + timedelta(minutes=1))
    played.__post_init__()  # a restart: nothing is remembered but what stands in the store
    await played.at(THREE)
    (message,) = told(played, played.team.rep)
    assert message["text"] == ":alarm_clock: *call back*, today, 3:00 PM"
    labels = [one["text"]["text"] for one in message["blocks"][-1]["elements"]]
    assert labels == ["Done", "Later (1 hour)", "Tomorrow", "Next week"]


@pytest.mark.parametrize(("before", "minutes"), [(15, 15), (60, 60), (0, None)])
async def test_each_chooses_how_long_before(
    played: Stage, before: int, minutes: int | None
) -> None:
    settle_in(played.store, played.team.rep, remind_before=before)
    plan(played.store, played.team.rep)
    await played.at(THREE - timedelta(minutes=(minutes or 1) + 1))
    assert told(played, played.team.rep) == []
    await played.at(THREE - timedelta(minutes=minutes or 0))
    assert len(told(played, played.team.rep)) == (minutes is not None)


async def test_it_comes_outside_working_hours_too(played: Stage) -> None:
    plan(played.store, played.team.rep, at=time(20))
    settle_in(played.store, played.team.rep, working_days="345")
    await played.at(THREE + timedelta(hours=4, minutes=30))
    assert len(told(played, played.team.rep)) == 1


async def test_a_late_start_tells_it_until_shortly_after_the_time_and_then_no_more(
    played: Stage,
) -> None:
    plan(played.store, played.team.rep)
    plan(played.store, played.team.other_rep, at=time(14, 30))
    await played.at(THREE + timedelta(minutes=14))
    assert len(told(played, played.team.rep)) == 1
    assert told(played, played.team.other_rep) == []


Act = Callable[[Session, Team, Deal], object]
BEFORE = HALF_PAST_TWO - timedelta(minutes=5)
ACTS: dict[str, Act] = {
    "done": lambda s, team, deal: next_steps.finish(
        s, team.rep, deal.id, Finished(ActivityKind.CALL, ""), BEFORE
    ),
    "moved": lambda s, team, deal: next_steps.put_off(
        s, team.rep, deal.id, PutOff.TOMORROW, BEFORE
    ),
    "held": lambda s, team, deal: deals.hold(
        s, team.rep, deal.id, date(2026, 3, 9), "budget", BEFORE
    ),
    "closed": lambda s, team, deal: moving.lose(s, team.rep, deal.id, BEFORE, reason="budget"),
    "handed on": lambda s, team, deal: deals.assign(
        s, team.manager, deal.id, team.other_rep.id, BEFORE
    ),
}


@pytest.mark.parametrize("what", list(ACTS))
async def test_what_has_gone_on_is_not_told_of(played: Stage, what: str) -> None:
    deal = plan(played.store, played.team.rep)
    played.store.run(played.team.id, ACTS[what], played.team, deal)
    await played.at(HALF_PAST_TWO)
    assert told(played, played.team.rep) == []
    if what == "handed on":
        assert len(told(played, played.team.other_rep)) == 1, "the moment goes along"


async def test_what_goes_on_between_promise_and_sending_is_not_told(played: Stage) -> None:
    deal = plan(played.store, played.team.rep)
    await played.clockwork.tick(HALF_PAST_TWO)
    played.store.run(played.team.id, ACTS["moved"], played.team, deal)
    played.clock.set(HALF_PAST_TWO)
    await played.messenger.drain()
    assert told(played, played.team.rep) == []
    assert played.outbox("step")[0][0] == "dropped"


async def test_nobody_who_has_gone_is_told(played: Stage) -> None:
    plan(played.store, played.team.rep)
    settle_in(played.store, played.team.rep, gone_on=DAY)
    await played.at(HALF_PAST_TWO)
    assert played.outbox("step") == []


async def test_later_moves_it_an_hour_and_tells_it_again_and_undo_puts_it_back(
    played: Stage,
) -> None:
    deal = plan(played.store, played.team.rep)
    await played.at(HALF_PAST_TWO)
    run, team = played.store.run, played.team
    made = run(team.id, next_steps.put_off, team.rep, deal.id, PutOff.LATER, HALF_PAST_TWO)
    assert (made.deal.next_step_due_on, made.deal.next_step_time) == (DAY, time(16))
    await played.at(HALF_PAST_TWO + timedelta(minutes=5))
    (settled,) = told(played, team.rep)
    assert "put off" in str(settled["blocks"])
    assert "Today, 4:00 PM" in str(settled)
    await played.at(THREE + timedelta(minutes=30))
    assert len(told(played, team.rep)) == 2
    run(team.id, undoing.undo, team.rep, made.act_id, THREE + timedelta(minutes=31))
    assert now(played, deal).next_step_time == time(15)


def test_another_day_keeps_the_time_and_another_person_the_moment(store: Store, team: Team) -> None:
    deal = plan(store, team.rep)
    next_week = store.run(
        team.id, next_steps.put_off, team.rep, deal.id, PutOff.NEXT_WEEK, HALF_PAST_TWO
    )
    assert next_week.deal.next_step_due_on == date(2026, 3, 9)
    assert next_week.deal.next_step_time == time(15)
    given = store.run(team.id, deals.assign, team.admin, deal.id, team.korean.id, HALF_PAST_TWO)
    assert (given.deal.next_step_due_on, given.deal.next_step_time) == (
        date(2026, 3, 10),
        time(4),
    )
    assert given.deal.next_step_at == next_week.deal.next_step_at
    store.run(team.id, undoing.undo, team.admin, given.act_id, HALF_PAST_TWO)
    back = store.ask(team.id, visible.deal, deal.id)
    assert (back.next_step_at, back.next_step_time) == (given.deal.next_step_at, time(15))


async def test_the_reminder_follows_its_owner_to_another_zone(played: Stage) -> None:
    deal = plan(played.store, played.team.rep)
    settle_in(played.store, played.team.rep, own_tz="America/Los_Angeles")
    await played.at(HALF_PAST_TWO)
    assert told(played, played.team.rep) == []
    await played.at(HALF_PAST_TWO + timedelta(hours=3))
    assert len(told(played, played.team.rep)) == 1
    assert now(played, deal).next_step_time == time(15)


def test_two_looks_at_once_write_it_down_once(store: Store, team: Team) -> None:
    plan(store, team.rep)
    first = store.run(team.id, step_reminders.remind, HALF_PAST_TWO)
    again = store.run(team.id, step_reminders.remind, HALF_PAST_TWO)
    assert ([one.told for one in first], again) == ([1], [])

    def count(session: Session) -> int | None:
        return session.scalar(select(func.count(StepReminderRow.id)))

    assert store.ask(team.id, count) == 1


@pytest.mark.parametrize("tz", ["UTC", "Asia/Seoul", "America/New_York", "Australia/Lord_Howe"])
def test_no_clock_on_the_wall_is_overlooked(tz: str) -> None:
    """Around changes of clocks too: whatever time is up by then is asked for."""
    zone, dice = ZoneInfo(tz), Random(3)
    turns = [
        datetime(2026, month, day, 12, tzinfo=UTC) for month, day in ((3, 8), (4, 4), (10, 31))
    ]
    for _ in range(300):
        now = dice.choice(turns) + timedelta(minutes=dice.randrange(-1440, 1440))
        walls = list(step_reminders.walls(now, zone))
        local = now.astimezone(zone).replace(tzinfo=None)
        for minutes in range(-240, 241, 5):
            then = local + timedelta(minutes=minutes)
            due_at = moment(then.date(), then.time(), zone)
            if now - LATEST < due_at <= now + timedelta(minutes=max(LEADS)):
                assert any(
                    wall.on == then.date() and wall.begins <= then.time() <= wall.ends
                    for wall in walls
                ), (now, then)
