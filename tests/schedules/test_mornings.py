"""Whoever is reminded and asked on one morning hears of both in one message."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.domain.following import PutOff
from bot.domain.outcomes import Report, Target
from bot.usecases import activities, next_steps, undoing
from store import measures
from store.schema import FollowupRow, NudgeRow
from tests.makers import START, make_deal
from tests.schedules.stage import Stage, settle_in

LONG_AGO = START - timedelta(days=40)
MONDAY = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
"""09:00 in New York, where Rob Rep works."""
DAY = date(2026, 3, 2)


def _quiet(played: Stage, name: str = "Globex rollout") -> int:
    return make_deal(played.store, played.team.rep, name, at=LONG_AGO).id


def _due(played: Stage, name: str = "Acme pilot", on: date = DAY) -> int:
    made = START - timedelta(days=3)
    return make_deal(
        played.store, played.team.rep, name, next_step="send quote", next_step_due_on=on, at=made
    ).id


async def test_steps_and_questions_come_in_one_message(played: Stage) -> None:
    _quiet(played)
    _due(played)
    await played.at(MONDAY)
    await played.at(MONDAY + timedelta(hours=3))
    (message,) = played.inbox(played.team.rep)
    assert message["text"] == (
        ":sunrise: One thing you planned is due, and one of your deals needs a word."
    )
    told = str(message["blocks"])
    assert told.index("send quote") < told.index("Globex rollout"), "what was planned goes first"
    assert "Asked once a day at most" in told
    assert played.outbox("followup") == []


async def test_each_half_of_it_shows_what_was_settled_and_opens_again(played: Stage) -> None:
    quiet, due = _quiet(played), _due(played)
    await played.at(MONDAY)
    team, later = played.team, MONDAY + timedelta(minutes=10)
    put = played.store.run(team.id, next_steps.put_off, team.rep, due, PutOff.NEXT_WEEK, later)
    await played.at(later)
    (message,) = played.inbox(team.rep)
    assert "*send quote*, put off" in str(message)
    assert "needs a word" in message["text"]
    report = Report("call", "they like it")
    played.store.run(team.id, activities.log, team.rep, Target(quiet), report, later)
    await played.at(later + timedelta(minutes=5))
    (message,) = played.inbox(team.rep)
    assert "~Globex rollout~" in str(message)
    assert message["text"].startswith(":calendar: Nothing more is up today.")
    played.store.run(team.id, undoing.undo, team.rep, put.act_id, later)
    await played.at(later + timedelta(minutes=10))
    (message,) = played.inbox(team.rep)
    assert message["text"] == ":sunrise: One thing you planned is up today."


async def test_steps_still_come_where_every_question_was_settled_before(played: Stage) -> None:
    quiet, _ = _quiet(played), _due(played)
    await played.clockwork.tick(MONDAY)
    team, report = played.team, Report("call", "they like it")
    played.store.run(team.id, activities.log, team.rep, Target(quiet), report, MONDAY)
    played.clock.set(MONDAY)
    await played.messenger.drain()
    (message,) = played.inbox(team.rep)
    assert message["text"] == ":sunrise: One thing you planned is up today."


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"single_reminders": True}, ["One of your deals", "One thing you planned"]),
        ({"muted": "nudges"}, ["One thing you planned"]),
        ({"muted": "followups"}, ["One of your deals"]),
    ],
)
async def test_what_somebody_chose_still_holds(
    played: Stage, choice: dict[str, object], expected: list[str]
) -> None:
    settle_in(played.store, played.team.rep, **choice)
    _quiet(played)
    _due(played)
    await played.at(MONDAY)
    told = sorted(one["text"] for one in played.inbox(played.team.rep))
    assert len(told) == len(expected)
    assert all(any(words in one for one in told) for words in expected)


async def test_a_step_that_is_overdue_is_asked_about_and_not_told_as_well(played: Stage) -> None:
    make_deal(
        played.store,
        played.team.rep,
        "Initech",
        next_step="call the CFO",
        next_step_due_on=date(2026, 2, 27),
        at=LONG_AGO,
    )
    _due(played)
    await played.at(MONDAY)
    (message,) = played.inbox(played.team.rep)
    assert str(message["blocks"]).count("*Initech*") == 1


async def test_a_full_morning_stays_within_what_slack_takes(played: Stage) -> None:
    for number in range(12):
        _quiet(played, f"Quiet {number}")
        _due(played, f"Due {number}")
    await played.at(MONDAY)
    (message,) = played.inbox(played.team.rep)
    told = str(message["blocks"])
    assert len(message["blocks"]) <= 50
    assert "6 more next steps are due" in told
    assert "7 more quiet deals are not shown" in told


async def test_whoever_presses_anything_in_it_has_seen_both(played: Stage) -> None:
    _quiet(played)
    _due(played)
    await played.at(MONDAY)
    (message,) = played.inbox(played.team.rep)
    dm = played.sandbox.dm(str(played.team.rep.person.slack_user_id))

    def press(session: Session) -> None:
        message_id = measures.unseen_at(session, dm, message["ts"])
        assert message_id is not None
        measures.mark_seen(session, message_id, MONDAY)

    def seen(session: Session) -> list[Any]:
        return [session.query(table.seen_at).scalar() for table in (NudgeRow, FollowupRow)]

    played.store.run(played.team.id, press)
    assert played.store.ask(played.team.id, seen) == [MONDAY, MONDAY]
