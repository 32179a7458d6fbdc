"""The sample company has enough of everything to show, on whatever day it is looked at."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.evidence import Beside
from bot.domain.people import Actor, Person
from bot.domain.periods import Period, last_months
from bot.domain.reporting import Grouping
from bot.sandbox import seed
from bot.sandbox.cast import CAST, HAEUN, HANNA, JIWOO, JONAS, Player
from bot.usecases import champions, evidence, facts, report_trust, reports
from bot.usecases.report_asked import Asked
from store import deals, migrate, people, workspaces
from store.deals import Wanted
from store.engine import Store

DAYS = [
    datetime(2026, 3, 2, 14, 30, tzinfo=UTC),
    datetime(2026, 11, 28, 3, 0, tzinfo=UTC),
    datetime(2027, 1, 4, 23, 0, tzinfo=UTC),
]


Check = Callable[[Session, datetime], None]


@pytest.fixture(params=DAYS, ids=lambda day: f"{day:%Y-%m-%d}")
def look(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[Check], None]]:
    now: datetime = request.param
    store = Store(f"sqlite:///{tmp_path / 'demo.db'}")
    migrate.upgrade(store.engine)
    workspace = store.run(None, seed.plant, now)
    store.run(workspace.id, facts.catch_up, now)
    yield lambda check: store.run(workspace.id, check, now)
    store.close()


def _person(session: Session, player: Player) -> Person:
    found = people.by_slack_id(session, player.slack_id)
    assert found is not None
    return found


def test_all_is_there_to_be_told(look: Callable[[Check], None]) -> None:
    look(_has_evidence_for_a_rep_in_either_language)
    look(_has_champions_one_of_whom_is_asked_next)
    look(_has_six_months_of_results_with_reasons)
    look(_has_a_leaders_loop_over_twelve_weeks)
    look(_has_nothing_after_now_or_before_the_company_began)


def _has_evidence_for_a_rep_in_either_language(session: Session, now: datetime) -> None:
    for player in (JONAS, JIWOO):
        actor = Actor(_person(session, player), workspaces.bound(session))
        own = next(one for one in evidence.look(session, actor, now) if one.whose == "own")
        assert any(isinstance(one, Beside) for one in own.told), player.name


def _has_champions_one_of_whom_is_asked_next(session: Session, now: datetime) -> None:
    hanna, jonas = _person(session, HANNA), _person(session, JONAS)
    actor = Actor(jonas, workspaces.bound(session))
    agreed = {one.person.name for one in champions.page(session, actor, now).champions}
    assert agreed == {HANNA.name, HAEUN.name}
    told = {one.person: one.because for one in champions.invite(session, [hanna, jonas], now)}
    assert told == {hanna: "champion-already", jonas: ""}


def _has_six_months_of_results_with_reasons(session: Session, now: datetime) -> None:
    today = now.astimezone(workspaces.bound(session).zone).date()
    told = reports.wins(session, Asked(last_months(today), Grouping.REASON))
    closed: Counter[str] = Counter()
    for one in told:
        closed[one.currency] += one.won + one.lost
    assert min(closed["USD"], closed["KRW"]) >= 20
    months = reports.opportunities(session, Asked(last_months(today), Grouping.MONTH))
    assert sum(one.new > 0 for one in months) >= 5


def _has_a_leaders_loop_over_twelve_weeks(session: Session, now: datetime) -> None:
    today = now.astimezone(workspaces.bound(session).zone).date()
    period = Period(today - timedelta(days=83), today)
    assert len(report_trust.weekly(session, period, now, None)) >= 11
    loops = report_trust.loop(session, period, None)
    assert len(loops) == 2
    assert all(0 < one.seen < one.digests and one.hours for one in loops)


def _has_nothing_after_now_or_before_the_company_began(session: Session, now: datetime) -> None:
    assert len(people.everyone(session)) == len(CAST)
    every = deals.all_matching(session, Wanted(open_only=False))
    assert {one.status for one in every} == set(Status)
    joined = _person(session, JONAS).joined_on
    assert all(joined <= one.created_at.date() and one.last_touch_at <= now for one in every)
    assert len({one.name for one in every}) == len(every)
