"""Teams against the targets they agreed on: met, near, missed, or too little to tell."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest

from bot.domain.periods import Period
from bot.domain.reporting import Compliance, Grouping, Met
from bot.domain.trust import Short
from bot.usecases import compliance, homes_leading, report_shortfalls, report_weeks
from store.engine import Store
from tests.makers import JOINED, START, Team, make_deal


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (Decimal(80), Met.MET),
        (Decimal("79.9"), Met.NEAR),
        (Decimal(64), Met.NEAR),
        (Decimal("63.9"), Met.MISSED),
        (None, Met.TOO_LITTLE),
    ],
)
def test_near_begins_at_four_fifths_of_the_target(value: Decimal | None, status: Met) -> None:
    assert Compliance("North", "fresh", value, 80).status is status


def test_a_team_is_measured_against_the_playbooks_targets(store: Store, team: Team) -> None:
    make_deal(store, team.rep, "Quiet", at=START - timedelta(days=60))
    step = date(2026, 3, 9)
    make_deal(store, team.rep, "Fresh", next_step="call", next_step_due_on=step)
    period = Period(date(2026, 2, 9), date(2026, 3, 2))
    told = store.ask(team.id, report_weeks.compliance, period, START + timedelta(hours=1))
    north = {one.measure: one for one in told if one.team == "North"}
    assert (north["fresh"].value, north["fresh"].status) == (Decimal(50), Met.MISSED)
    assert north["next_step"].value == Decimal(50)
    assert north["rhythm"].target == 60
    alone = {one.measure: one.status for one in told if one.team == "none"}
    assert alone["hygiene"] is Met.TOO_LITTLE
    only = store.ask(team.id, report_weeks.compliance, period, START, frozenset({team.rep.id}))
    assert {one.team for one in only} == {"North"}


def test_what_would_bring_a_team_to_its_targets_does(store: Store, team: Team) -> None:
    """Of five open deals four are to have a next step and be fresh; one has, two are."""
    step = date(2026, 3, 9)
    promised = partial(make_deal, next_step="call", next_step_due_on=step)
    for number in range(3):
        at = START - timedelta(days=60)
        make_deal(store, team.rep, f"Quiet {number}", at=at, closes_on=step)
    make_deal(store, team.rep, "Fresh", closes_on=step)
    promised(store, team.rep, "Promised", closes_on=step)
    period, now = Period(date(2026, 2, 9), date(2026, 3, 2)), START + timedelta(hours=1)

    def shorts() -> dict[str, Short]:
        told = store.ask(team.id, report_weeks.compliance, period, now)
        found = store.ask(team.id, report_shortfalls.of, told, now, None)
        return {one.measure: one for one in found if one.team == "North"}

    before = shorts()
    assert (before["next_step"].more, before["fresh"].more) == (3, 2)
    assert before["hygiene"].more == 5
    assert before["hygiene"].rule in ("contact", "criteria")
    for number in range(3):
        promised(store, team.rep, f"More {number}", at=START)
    after = shorts()
    assert (after["next_step"].more, after["fresh"].more) == (3, 2), "of eight deals seven"
    only = frozenset({team.korean.id})
    told = store.ask(team.id, report_weeks.compliance, period, now, only)
    assert {one.team for one in store.ask(team.id, report_shortfalls.of, told, now, only)} <= {
        "North"
    }


def test_where_no_time_is_typed_the_weeks_of_home_are_told(store: Store, team: Team) -> None:
    at = START + timedelta(weeks=6)
    shown = store.ask(team.id, homes_leading.look, team.leader, at)
    today = at.astimezone(team.leader.workspace.zone).date()
    usual = store.ask(team.id, compliance.usual, Grouping.TEAM, today)
    assert usual == shown.weeks == Period(date(2026, 3, 16), date(2026, 4, 12))
    told = store.ask(team.id, report_weeks.compliance, usual, at)
    assert tuple(told) == shown.compliance
    by_week = store.ask(team.id, compliance.usual, Grouping.WEEK, today)
    assert by_week.first == date(2026, 1, 19)


def test_in_the_first_days_of_a_workspace_they_go_up_to_today(store: Store, team: Team) -> None:
    third = JOINED + timedelta(days=2)
    assert store.ask(team.id, compliance.usual, Grouping.TEAM, third).last == third
