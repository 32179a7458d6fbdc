"""Owners are asked about stale deals: once a day, the dearest first, and never into the void."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor
from bot.domain.verdict import Verdict
from bot.usecases import activities, deals, moving, nudges, undoing
from store import history, job_runs
from store.engine import Store
from tests.makers import START, Team, make_deal, make_team
from tests.schedules.stage import Stage, asked_about, on_sqlite, runs, settle_in

LONG_AGO = START - timedelta(days=40)
MONDAY = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
"""09:00 in New York, where Rob Rep works."""


def log(store: Store, actor: Actor, deal_id: int, at: datetime) -> int:
    report = Report(ActivityKind.CALL, "they like it")
    done = store.run(actor.workspace.id, activities.log, actor, Target(deal_id), report, at)
    return done.act_id


def ask(store: Store, actor: Actor, at: datetime) -> Verdict:
    (verdict,) = store.run(actor.workspace.id, nudges.ask, [actor.person], at)
    return verdict


async def test_a_stale_deal_is_asked_about_when_its_owners_day_begins(played: Stage) -> None:
    make_deal(played.store, played.team.rep, "Acme pilot", at=LONG_AGO)
    await played.at(MONDAY - timedelta(minutes=5))
    assert played.inbox(played.team.rep) == []
    await played.at(MONDAY)
    (message,) = played.inbox(played.team.rep)
    assert message["text"] == (
        ":seedling: One of your deals needs a word: it went quiet and has stood long in its stage. "
        "What settles it stands below."
    )
    assert "Acme pilot" in str(message["blocks"])
    assert played.outbox() == [("sent", None)]


@pytest.mark.parametrize(
    ("made", "closes", "says"),
    [
        (LONG_AGO, None, "One of your deals has stood long in its stage. Move it"),
        (MONDAY - timedelta(days=1), date(2026, 2, 20), "One of your deals is past its expected"),
    ],
)
async def test_the_first_sentence_names_the_reasons_that_are_there(
    played: Stage, made: datetime, closes: date | None, says: str
) -> None:
    """A deal touched yesterday did not go quiet, whatever else is to be said of it."""
    deal = make_deal(played.store, played.team.rep, "Acme pilot", at=made, closes_on=closes)
    log(played.store, played.team.rep, deal.id, MONDAY - timedelta(days=1))
    await played.at(MONDAY)
    (message,) = played.inbox(played.team.rep)
    assert says in message["text"]
    assert "quiet" not in message["text"]


async def test_no_deal_is_told_of_twice_on_a_morning(played: Stage) -> None:
    """One whose next step is up today has its reminder; the question waits for another day."""
    team = played.team
    for name, due in (("Acme pilot", MONDAY.date()), ("Globex rollout", None)):
        make_deal(played.store, team.rep, name, at=LONG_AGO, next_step="call", next_step_due_on=due)
    await played.at(MONDAY)
    await played.at(MONDAY + timedelta(hours=2))
    (message,) = played.inbox(team.rep)
    for name in ("Acme pilot", "Globex rollout"):
        assert str(message["blocks"]).count(name) == 1


async def test_a_day_brings_one_bundle_however_often_the_clock_is_looked_at(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    for minutes in range(0, 9 * 60, 5):
        await played.at(MONDAY + timedelta(minutes=minutes))
    assert len(played.inbox(played.team.rep)) == 1


async def test_after_a_restart_nobody_is_asked_twice(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    await played.at(MONDAY)
    played.__post_init__()
    await played.at(MONDAY + timedelta(hours=1))
    assert len(played.inbox(played.team.rep)) == 1


async def test_a_run_leaves_a_row_and_a_look_with_nobody_to_serve_leaves_none(
    played: Stage,
) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    await played.at(MONDAY)
    for minutes in range(5, 60, 5):
        await played.at(MONDAY + timedelta(minutes=minutes))
    told = [run for run in runs(played.store, played.team.id) if run[0] == "nudges"]
    assert told == [("nudges", MONDAY, 1)]


@on_sqlite
async def test_unanswered_it_is_asked_again_after_two_four_and_eight_working_days(
    played: Stage,
) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    days = []
    for day in range(40):
        before = len(played.inbox(played.team.rep))
        await played.at(MONDAY + timedelta(days=day))
        if len(played.inbox(played.team.rep)) > before:
            days.append((START.date() + timedelta(days=day)).isoformat())
    assert days == ["2026-03-02", "2026-03-04", "2026-03-10", "2026-03-20", "2026-04-01"]


async def test_the_message_shows_what_was_done_and_by_evening_that_all_is_settled(
    played: Stage,
) -> None:
    first = make_deal(played.store, played.team.rep, "Acme pilot", at=LONG_AGO)
    second = make_deal(played.store, played.team.rep, "Globex rollout", at=LONG_AGO)
    await played.at(MONDAY)
    later = MONDAY + timedelta(minutes=10)
    act_id = log(played.store, played.team.rep, first.id, later)
    await played.at(later)
    (message,) = played.inbox(played.team.rep)
    assert ":white_check_mark: ~Acme pilot~" in str(message["blocks"])
    assert "One of your deals" in message["text"]
    played.store.run(
        played.team.id, moving.lose, played.team.rep, second.id, later, reason="budget"
    )
    await played.at(later + timedelta(minutes=5))
    (message,) = played.inbox(played.team.rep)
    assert message["text"].startswith(":tada: All settled.")
    played.store.run(played.team.id, undoing.undo, played.team.rep, act_id, later)
    await played.at(later + timedelta(minutes=10))
    (message,) = played.inbox(played.team.rep)
    assert "~Acme pilot~" not in str(message["blocks"])
    assert "~Globex rollout~" in str(message["blocks"])


async def test_a_deal_handed_over_is_no_longer_the_askeds_to_answer(played: Stage) -> None:
    team = played.team
    deal = make_deal(played.store, team.rep, "Acme pilot", at=LONG_AGO)
    make_deal(played.store, team.rep, "Globex rollout", at=LONG_AGO)
    await played.at(MONDAY)
    played.store.run(team.id, deals.assign, team.manager, deal.id, team.korean.id, MONDAY)
    await played.at(MONDAY + timedelta(minutes=5))
    (handed,) = played.inbox(team.korean)
    assert "Mona Major 님이" in handed["text"]
    page = played.store.ask(team.id, nudges.page, 1, MONDAY)
    assert {line.deal.name: line.answer for line in page.lines} == {
        "Acme pilot": "assign",
        "Globex rollout": None,
    }


async def test_a_korean_rep_reads_korean_at_nine_in_seoul(played: Stage) -> None:
    make_deal(played.store, played.team.korean, "한빛전자 파일럿", at=LONG_AGO)
    await played.at(datetime(2026, 3, 3, 0, 0, tzinfo=UTC))
    (message,) = played.inbox(played.team.korean)
    assert message["text"] == (
        ":seedling: 살펴볼 딜이 1건 있습니다: 소식 끊김 및 한 단계에 오래 머묾. "
        "무엇을 하면 되는지 딜마다 적어 두었습니다."
    )


async def test_what_was_not_sent_by_the_end_of_the_day_is_never_sent(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    played.clock.set(MONDAY)
    await played.clockwork.tick(MONDAY)
    played.clock.set(MONDAY + timedelta(hours=9))
    await played.messenger.drain()
    assert played.inbox(played.team.rep) == []
    assert played.outbox() == [("expired", None)]


async def test_a_question_settled_before_it_was_sent_is_not_asked(played: Stage) -> None:
    deal = make_deal(played.store, played.team.rep, at=LONG_AGO)
    await played.clockwork.tick(MONDAY)
    log(played.store, played.team.rep, deal.id, MONDAY)
    played.clock.set(MONDAY)
    await played.messenger.drain()
    assert played.inbox(played.team.rep) == []
    assert played.outbox() == [("dropped", "every question was settled before it was asked")]


def test_seven_deals_are_shown_the_dearest_first_and_the_rest_counted(
    store: Store, team: Team
) -> None:
    made = [
        make_deal(store, team.rep, f"Deal {n}", amount=n * 100, at=LONG_AGO) for n in range(1, 10)
    ]
    assert ask(store, team.rep, MONDAY) == Verdict(team.rep.person, 7)
    assert asked_about(store, team.id) == [deal.id for deal in made[:1:-1]]
    page = store.ask(team.id, nudges.page, 1, MONDAY)
    assert (len(page.lines), page.more) == (7, 2)


def test_every_reason_not_to_ask_is_told(store: Store, team: Team) -> None:
    assert ask(store, team.rep, MONDAY).because == "nothing-stale"
    make_deal(store, team.rep, at=LONG_AGO)
    assert ask(store, team.rep, MONDAY).told == 1
    assert ask(store, team.rep, MONDAY + timedelta(hours=1)).because == "asked-today"
    tomorrow = MONDAY + timedelta(days=1)
    assert ask(store, team.rep, tomorrow).because == "waiting-for-answers"


def test_only_the_owners_own_open_deals_without_a_hold_are_found(store: Store, team: Team) -> None:
    make_deal(store, team.other_rep, "another's", at=LONG_AGO)
    closed = make_deal(store, team.rep, "lost", at=LONG_AGO)
    store.run(team.id, moving.lose, team.rep, closed.id, LONG_AGO, reason="budget")
    held = make_deal(store, team.rep, "held", at=LONG_AGO)
    until = date(2026, 4, 1)
    store.run(team.id, deals.hold, team.rep, held.id, until, "budget round", MONDAY)
    make_deal(store, team.rep, "fresh", at=MONDAY - timedelta(days=3))
    assert ask(store, team.rep, MONDAY).because == "nothing-stale"
    # The morning's reminder tells that the hold has ended; the question follows a day later.
    assert ask(store, team.rep, datetime(2026, 4, 1, 14, tzinfo=UTC)).told == 1
    assert ask(store, team.rep, datetime(2026, 4, 2, 14, tzinfo=UTC)).told == 1


def test_a_deal_stuck_in_its_stage_is_found_though_it_is_touched_daily(
    store: Store, team: Team
) -> None:
    deal = make_deal(store, team.rep, at=LONG_AGO)
    log(store, team.rep, deal.id, MONDAY - timedelta(hours=1))
    assert ask(store, team.rep, MONDAY).told == 1


@pytest.mark.parametrize(("day", "asked"), [(11, False), (12, True)])
def test_the_index_finds_a_deal_on_the_very_day_it_becomes_stale(
    store: Store, team: Team, day: int, asked: bool
) -> None:
    """Touched on Monday, silent after seven working days: on the eighth, Thursday of next week."""
    make_deal(store, team.rep, at=MONDAY)
    assert (ask(store, team.rep, datetime(2026, 3, day, 14, tzinfo=UTC)).told == 1) is asked


def test_another_workspace_is_another_world(store: Store, team: Team) -> None:
    other = make_team(store, "T0002")
    make_deal(store, other.rep, at=LONG_AGO)
    assert ask(store, team.rep, MONDAY).because == "nothing-stale"
    assert ask(store, other.rep, MONDAY).told == 1


async def test_new_working_hours_hold_from_the_next_look(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    settle_in(played.store, played.team.rep, workday_start=time(11))
    await played.at(MONDAY)
    assert played.inbox(played.team.rep) == []
    await played.at(MONDAY + timedelta(hours=2))
    assert len(played.inbox(played.team.rep)) == 1


async def test_whoever_has_left_is_not_written_to(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    settle_in(played.store, played.team.rep, gone_on=date(2026, 3, 1))
    await played.at(MONDAY)
    assert played.outbox() == []


async def test_a_clock_set_back_begins_anew(played: Stage) -> None:
    """As the sandbox does when it starts over."""
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    await played.at(MONDAY + timedelta(days=30, hours=12))
    await played.at(MONDAY)
    assert len(played.inbox(played.team.rep)) == 1


async def test_a_run_that_another_replica_has_claimed_is_left_to_it(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)

    def claim(session: Session) -> None:
        job_runs.claim(session, "nudges", MONDAY, MONDAY)

    played.store.run(played.team.id, claim)
    await played.at(MONDAY)
    assert played.outbox() == []
    await played.at(MONDAY + timedelta(minutes=5))
    assert len(played.outbox()) == 1, "the other one may have died over it"


def test_undone_acts_are_kept_apart(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=LONG_AGO)
    act_id = log(store, team.rep, deal.id, MONDAY)
    store.run(team.id, lambda session: history.undo(session, team.rep.id, act_id, MONDAY)[0].id)
    assert ask(store, team.rep, MONDAY).told == 1
