"""What is kept of days and weeks is what the log tells: whatever is done, undone, logged late."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind
from bot.domain.facts import Day, DayFacts
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor
from bot.domain.periods import Period
from bot.domain.refusal import Refusal
from bot.usecases import activities, deals, facts, moving, undoing
from store import facts as kept
from store import workspaces
from store.engine import Store
from store.schema import DayFactRow, WeekFactRow
from tests.makers import START, Team, make_deal, move_deal
from tests.schedules.stage import settle_in

HOUR = timedelta(hours=1)
MARCH = Period(date(2026, 2, 23), date(2026, 4, 12))
ON_WEDNESDAY = START + timedelta(days=2)


def check(store: Store, team: Team) -> list[object]:
    return list(store.ask(team.id, facts.check, MARCH))


def catch_up(store: Store, team: Team, now: datetime = START + timedelta(days=21)) -> None:
    store.run(team.id, facts.catch_up, now)


def days_of(store: Store, team: Team, actor: Actor) -> dict[date, dict[str, object]]:
    found = store.ask(team.id, kept.kept_days, MARCH.first, MARCH.last)
    return {day.day: figures for day, figures in found.items() if day.person_id == actor.id}


def log(store: Store, actor: Actor, deal_id: int, at: datetime, on: date | None = None) -> int:
    report = Report(ActivityKind.CALL, "they like it", on)
    done = store.run(actor.workspace.id, activities.log, actor, Target(deal_id), report, at)
    return done.act_id


def test_a_day_is_kept_as_raw_figures(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=START)
    log(store, team.rep, deal.id, START + HOUR)
    move_deal(store, team.rep, deal.id, "discovery", START + 2 * HOUR)
    due = date(2026, 3, 9)
    store.run(team.id, deals.set_next_step, team.rep, deal.id, "call", due, START + 3 * HOUR)
    catch_up(store, team)
    assert days_of(store, team, team.rep) == {
        date(2026, 3, 2): {
            "acts": 4,
            "activities": 1,
            "won": 0,
            "lost": 0,
            "created": 1,
            "edits": 0,
            "moved": 1,
            "steps": 1,
            "kinds": {"call": 1},
            "delays": [0],
            "touched": [deal.id],
        }
    }


def test_what_is_logged_late_counts_on_the_day_it_happened_and_the_delay_is_kept(
    store: Store, team: Team
) -> None:
    deal = make_deal(store, team.rep, at=START)
    catch_up(store, team)
    log(store, team.rep, deal.id, ON_WEDNESDAY, date(2026, 3, 2))
    catch_up(store, team)
    told = days_of(store, team, team.rep)
    assert [told[date(2026, 3, 2)][name] for name in ("acts", "activities")] == [1, 1]
    assert [told[date(2026, 3, 4)][name] for name in ("acts", "activities")] == [1, 0]
    delays = told[date(2026, 3, 2)]["delays"]
    assert isinstance(delays, list)
    assert [24 * 60 < delay < 72 * 60 for delay in delays] == [True]
    assert check(store, team) == []


def test_an_undone_day_is_empty_again(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=START - timedelta(days=14))
    act_id = log(store, team.rep, deal.id, START)
    catch_up(store, team)
    assert date(2026, 3, 2) in days_of(store, team, team.rep)
    store.run(team.id, undoing.undo, team.rep, act_id, ON_WEDNESDAY)
    catch_up(store, team)
    assert date(2026, 3, 2) not in days_of(store, team, team.rep)


def test_whoever_moves_zones_has_their_days_cut_anew(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=START - timedelta(days=14))
    log(store, team.rep, deal.id, datetime(2026, 3, 3, 2, tzinfo=UTC))  # Monday night in New York
    catch_up(store, team)
    assert date(2026, 3, 2) in days_of(store, team, team.rep)
    settle_in(store, team.rep, own_tz="Asia/Seoul")
    catch_up(store, team)
    assert date(2026, 3, 3) in days_of(store, team, team.rep)
    assert check(store, team) == []


def test_where_the_workspace_moves_its_weeks_are_cut_anew(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=START - timedelta(days=14))
    log(store, team.rep, deal.id, datetime(2026, 3, 8, 16, tzinfo=UTC))
    catch_up(store, team)
    store.run(team.id, workspaces.settle, tz="Asia/Seoul", locale="ko-KR", currency="KRW")
    catch_up(store, team)
    weeks = {day.week for day in store.ask(team.id, kept.kept_days, MARCH.first, MARCH.last)}
    assert date(2026, 3, 9) in weeks
    assert check(store, team) == []


@pytest.mark.parametrize("seed", range(3))
def test_facts_kept_step_by_step_are_those_counted_at_once(
    store: Store, team: Team, seed: int
) -> None:
    chance, now = Random(seed), START
    mine = [make_deal(store, team.rep, f"Deal {n}", at=START) for n in range(3)]
    acts: list[tuple[Actor, int]] = []

    def try_to(act: Callable[..., object], *given: object, **words: str) -> None:
        try:
            done = store.run(team.id, act, *given, **words)
        except Refusal:
            return
        acts.append((team.rep, getattr(done, "act_id", 0)))

    for _ in range(60):
        now += HOUR * chance.randrange(1, 20)
        deal = chance.choice(mine)
        match chance.randrange(7):
            case 0 | 1:
                back = now.date() - timedelta(days=chance.randrange(6))
                acts.append((team.rep, log(store, team.rep, deal.id, now, back)))
            case 2:
                due = now.date() + timedelta(days=4)
                try_to(deals.set_next_step, team.rep, deal.id, "call", due, now)
            case 3:
                try_to(moving.lose, team.rep, deal.id, now, reason="budget")
            case 4 if acts:
                actor, act_id = acts.pop(chance.randrange(len(acts)))
                try_to(undoing.undo, actor, act_id, now)
            case 5:
                catch_up(store, team, now)
            case 6 if chance.random() < 0.3:
                settle_in(store, team.rep, own_tz=chance.choice(("Asia/Seoul", "Europe/Berlin")))
    catch_up(store, team, now)
    store.run(team.id, facts.week, date(2026, 3, 2), START + timedelta(days=30))
    assert check(store, team) == []
    assert days_of(store, team, team.rep)


def test_what_was_changed_behind_its_back_is_found_and_mended(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=START)
    log(store, team.rep, deal.id, START)
    catch_up(store, team)
    store.run(team.id, facts.week, date(2026, 3, 2), START + timedelta(days=30))

    def forge(session: Session) -> None:
        session.execute(update(DayFactRow).values(activities=9))
        session.execute(update(WeekFactRow).values(stale=9))

    store.run(team.id, forge)
    found = store.ask(team.id, facts.check, MARCH)
    assert "Rob Rep, 2026-03-02" in [one.what for one in found]
    assert any(one.what.endswith("~") for one in found)
    store.run(team.id, facts.rebuild, MARCH, START + timedelta(days=40))
    assert check(store, team) == []


def test_another_workspaces_facts_are_its_own(store: Store, team: Team) -> None:
    make_deal(store, team.rep, at=START)
    catch_up(store, team)
    other = store.run(None, workspaces.meet, "T9", "Other", START)
    assert store.ask(other.id, kept.kept_days, MARCH.first, MARCH.last) == {}
    assert Day(team.rep.id, date(2026, 3, 2), date(2026, 3, 2)) in store.ask(
        team.id, kept.kept_days, MARCH.first, MARCH.last
    )
    assert kept.as_kept(DayFacts())["acts"] == 0
