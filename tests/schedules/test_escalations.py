"""The third question without an answer reaches the manager: a list, at most once a day."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.domain.deal import Deal
from bot.domain.refusal import Refusal
from bot.domain.tellings import FeedbackKind
from bot.usecases import deals, escalations, feedback, undoing
from store.engine import Store
from tests.makers import START, Team, make_deal
from tests.schedules.stage import Stage, on_sqlite, settle_in

LONG_AGO = START - timedelta(days=40)
MONDAY = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
"""09:00 in New York, where Rob Rep works; his manager's zone is UTC."""

FIRST_LISTED = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
"""The manager's morning after the third question, of Tuesday the 10th."""


@pytest.fixture
def quiet(played: Stage) -> Deal:
    return make_deal(played.store, played.team.rep, "Acme pilot", at=LONG_AGO)


async def days(stage: Stage, until: datetime, since: datetime = MONDAY) -> None:
    """Morning after morning, in New York and at UTC."""
    moment = since.replace(hour=9)
    while moment <= until:
        for hours in (0, 5):
            if moment + timedelta(hours=hours) <= until:
                await stage.at(moment + timedelta(hours=hours))
        moment += timedelta(days=1)


def lists(stage: Stage) -> list[dict[str, Any]]:
    return [one for one in stage.inbox(stage.team.manager) if ":eyes:" in one["text"]]


async def test_the_managers_list_names_the_deal_the_morning_after_the_third_question(
    played: Stage, quiet: Deal
) -> None:
    await days(played, FIRST_LISTED - timedelta(hours=1))
    assert lists(played) == []
    await played.at(FIRST_LISTED)
    (message,) = lists(played)
    assert message["text"] == ":eyes: One deal of your people needs you."
    told = str(message["blocks"])
    assert "Asked 3 times in a row, last on Tue, Mar 10" in told
    assert "Nothing logged" not in told, "short for those who read a list"


@on_sqlite
async def test_a_list_is_no_stream(played: Stage, quiet: Deal) -> None:
    """It comes back after eight working days, for as long as nobody answers."""
    told = []
    for day in range(34):
        morning, before = MONDAY + timedelta(days=day), len(lists(played))
        await days(played, morning, morning)
        if len(lists(played)) > before:
            told.append(morning.date())
    assert told == [date(2026, 3, 11), date(2026, 3, 23), date(2026, 4, 2)]


async def test_what_is_answered_shows_as_settled_and_invites_praise(
    played: Stage, quiet: Deal
) -> None:
    await days(played, FIRST_LISTED)
    until = date(2026, 4, 1)
    made = played.store.run(
        played.team.id, deals.hold, played.team.rep, quiet.id, until, "budget", FIRST_LISTED
    )
    await played.at(FIRST_LISTED + timedelta(minutes=5))
    (message,) = [one for one in played.inbox(played.team.manager) if "list" in one["text"]]
    assert "Praise" in str(message["blocks"])
    played.store.run(played.team.id, undoing.undo, played.team.rep, made.act_id, FIRST_LISTED)
    await played.at(FIRST_LISTED + timedelta(minutes=10))
    assert len(lists(played)) == 1


async def test_a_deal_on_hold_or_handed_over_is_not_listed(played: Stage, quiet: Deal) -> None:
    other = make_deal(played.store, played.team.rep, "Globex", at=LONG_AGO)
    await days(played, FIRST_LISTED - timedelta(hours=12))
    team, at = played.team, FIRST_LISTED - timedelta(hours=12)
    played.store.run(team.id, deals.hold, team.rep, quiet.id, date(2026, 4, 1), "budget", at)
    played.store.run(team.id, deals.assign, team.admin, other.id, team.korean.id, at)
    await played.at(FIRST_LISTED)
    assert lists(played) == []


async def test_the_third_question_says_who_will_hear_of_it(played: Stage, quiet: Deal) -> None:
    await days(played, FIRST_LISTED)
    (third,) = [
        one
        for one in played.inbox(played.team.rep)
        if "Asked 3 times in a row" in str(one["blocks"])
    ]
    assert "Mona Major sees the deal on their list" in str(third["blocks"])


async def test_a_question_reaches_the_owner_in_their_working_hours(
    played: Stage, quiet: Deal
) -> None:
    team, night = played.team, datetime(2026, 3, 3, 3, 0, tzinfo=UTC)
    ask = FeedbackKind.QUESTION
    words = "what does <!channel> say?"
    _, given, comes_at = played.store.run(
        team.id, feedback.give, team.manager, quiet.id, ask, words, night
    )
    assert (given.to.id, comes_at) == (team.rep.id, MONDAY + timedelta(days=1))
    played.clock.set(night)
    await played.messenger.drain()
    assert played.inbox(team.rep) == []
    played.clock.set(comes_at)
    await played.messenger.drain()
    (message,) = played.inbox(team.rep)
    assert message["text"].startswith(":speech_balloon: <@")
    assert "what does <!channel> say?" in str(message["blocks"][1]), "as plain words"


async def test_a_word_taken_back_is_not_read(played: Stage, quiet: Deal) -> None:
    team, night = played.team, datetime(2026, 3, 3, 3, 0, tzinfo=UTC)
    praise = FeedbackKind.PRAISE
    act_id, _, comes_at = played.store.run(
        team.id, feedback.give, team.manager, quiet.id, praise, "well done", night
    )
    played.store.run(team.id, undoing.undo, team.manager, act_id, night)
    played.clock.set(comes_at)
    await played.messenger.drain()
    assert played.inbox(team.rep) == []


def test_words_about_a_deal_come_from_above(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep)
    kind = FeedbackKind.QUESTION
    for stranger in (team.other_rep, team.rep):
        with pytest.raises(Refusal, match="rights-feedback"):
            store.run(team.id, feedback.give, stranger, deal.id, kind, "why?", MONDAY)
    with pytest.raises(Refusal, match="feedback-empty"):
        store.run(team.id, feedback.give, team.leader, deal.id, kind, " ", MONDAY)
    settle_in(store, team.rep, gone_on=date(2026, 3, 1))
    with pytest.raises(Refusal, match="feedback-nobody"):
        store.run(team.id, feedback.give, team.leader, deal.id, kind, "why?", MONDAY)


def test_every_reason_not_to_list_is_told(store: Store, team: Team) -> None:
    told = store.run(team.id, escalations.tell, team.manager.person, MONDAY)
    assert told.because == "nothing-unanswered"


def test_only_who_was_asked_answers_and_only_while_the_question_stands(
    store: Store, team: Team
) -> None:
    deal = make_deal(store, team.rep, "Acme")
    kind = FeedbackKind.QUESTION
    act_id, asked, _ = store.run(
        team.id, feedback.give, team.manager, deal.id, kind, "why?", MONDAY
    )
    for stranger in (team.manager, team.other_rep, team.leader):
        with pytest.raises(Refusal, match="feedback-taken-back"):
            store.run(team.id, feedback.answer, stranger, asked.id, "because", MONDAY)
    _, answer, _ = store.run(team.id, feedback.answer, team.rep, asked.id, " because ", MONDAY)
    assert (answer.to.id, answer.words, answer.deal) == (team.manager.id, "because", asked.deal)
    store.run(team.id, undoing.undo, team.manager, act_id, MONDAY)
    with pytest.raises(Refusal, match="feedback-taken-back"):
        store.run(team.id, feedback.answer, team.rep, asked.id, "because", MONDAY)
