"""Behind what is counted of people stand deals too: as many as the figure says."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from bot.domain.deal import ActivityKind
from bot.domain.evidence import Beside
from bot.domain.outcomes import Report, Target
from bot.domain.periods import Period
from bot.domain.reporting import Figure, Grouping, Lines, Part, Question, figure_of
from bot.usecases import (
    activities,
    digests,
    evidence,
    nudges,
    report_deals,
    report_lines,
    report_parts,
    undoing,
)
from bot.usecases.report_asked import Asked
from store.engine import Store
from tests.databases import SqliteFiles
from tests.makers import START, Team, make_deal, make_team, move_deal
from tests.reports.test_deals_behind import fill

DAY = timedelta(days=1)
WEEKS = Period(date(2026, 3, 2), date(2026, 4, 5))
AFTER = datetime(2026, 4, 6, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def filled(sqlite_databases: SqliteFiles) -> Iterator[tuple[Store, Team]]:
    """Only looked at."""
    url = sqlite_databases.copy()
    yield lived(sqlite_databases.store(url))
    sqlite_databases.drop(url)


def lived(store: Store) -> tuple[Store, Team]:
    """Deals of several people and activities on them, by a die that always falls alike; some are
    on no deal, one was taken back."""
    dice = Random(11)
    team = make_team(store)
    fill(store, team)
    for number in range(9):
        owner = dice.choice((team.rep, team.korean))
        step = START.date() + DAY * dice.randrange(60)
        deal = make_deal(
            store, owner, f"Kept {number}", next_step="call", next_step_due_on=step, closes_on=step
        )
        for _ in range(dice.randrange(4)):
            at = START + timedelta(days=dice.randrange(34), hours=dice.randrange(9))
            report = Report(ActivityKind.CALL, "they like it")
            store.run(team.id, activities.log, owner, Target(deal.id), report, at)
        if number % 3 == 0:
            move_deal(store, owner, deal.id, "discovery", START + DAY * number)
    for days in (8, 15, 22, 29):
        for person in (team.rep, team.korean):
            at = START + days * DAY + timedelta(hours=6)
            store.run(team.id, nudges.ask, [person.person], at)
    return store, team


def behind(
    store: Store, team: Team, figure: Figure, actor: Any = None
) -> tuple[dict[str, Part], list[int]]:
    """All that a line counts, and the ids of the deals of the part that was looked at."""
    asked = (actor or team.leader, figure, 0, AFTER)
    parts = store.ask(team.id, report_deals.page, *asked).parts
    told: Lines = store.ask(team.id, report_deals.file, actor or team.leader, figure, AFTER)
    return {one.name: one for one in parts}, list(told.column("id"))


def lines_of(
    store: Store, team: Team, name: str, by: Grouping, period: Period = WEEKS
) -> Iterator[tuple[dict[str, Any], Figure]]:
    told = store.ask(team.id, report_lines.of, name, Asked(period, by), AFTER)
    for row in told.rows:
        held = dict(zip(told.columns, row, strict=True))
        yield held, figure_of(Question(name, period, by), held)


def looked(store: Store, team: Team, figure: Figure, part: str) -> tuple[dict[str, Part], int]:
    """The same, with how many deals the list holds: as many as the part says."""
    chosen = Figure(figure.question, figure.key, week=figure.week, part=part)
    parts, ids = behind(store, team, chosen)
    assert len(set(ids)) == len(ids) == parts[part].deals
    return parts, len(ids)


def test_every_figure_of_a_reps_week_has_its_deals(filled: tuple[Store, Team]) -> None:
    store, team = filled
    told = 0
    for held, figure in lines_of(store, team, "adoption", Grouping.WEEK):
        parts, _ = looked(store, team, figure, "open")
        for part, column in (("open", "open_deals"), ("step", "with_next_step")):
            assert looked(store, team, figure, part)[1] == held[column], held
        assert looked(store, team, figure, "stale")[1] == held["stale"]
        assert parts["no_step"].deals == held["open_deals"] - held["with_next_step"]
        assert (
            looked(store, team, figure, "activities")[0]["activities"].counted
            == (held["activities"])
        )
        assert parts["active"].counted == held["active_days"]
        assert bool(parts["active"].deals) is bool(held["active_days"])
        told += held["open_deals"] + held["activities"]
    assert told > 50


def test_every_measure_of_compliance_has_its_deals(filled: tuple[Store, Team]) -> None:
    store, team = filled
    counted = 0
    for held, figure in lines_of(store, team, "compliance", Grouping.TEAM):
        parts, _ = looked(store, team, figure, figure.part)
        every = parts["open"].deals
        shares = {"next_step": parts["step"].deals, "fresh": every - parts["stale"].deals}
        if held["measure"] in shares and every:
            share = 100 * Decimal(shares[held["measure"]]) / every
            assert held["value"] == share.quantize(Decimal("0.1")), held
            counted += 1
        if held["measure"] == "hygiene" and every:
            assert (held["value"] == 100) is (parts["missing"].deals == 0)
    assert counted >= 2


def test_every_week_of_compliance_has_its_deals(filled: tuple[Store, Team]) -> None:
    store, team = filled
    weeks = list(lines_of(store, team, "compliance", Grouping.WEEK))
    assert len(weeks) == 5
    for held, figure in weeks:
        parts, _ = looked(store, team, figure, "no_step")
        share = 100 * Decimal(parts["step"].deals) / parts["open"].deals
        assert held["next_step"] == share.quantize(Decimal("0.1"))
        share = 100 * Decimal(parts["open"].deals - parts["stale"].deals) / parts["open"].deals
        assert held["fresh"] == share.quantize(Decimal("0.1"))


def test_what_makes_figures_doubtful_has_its_deals(filled: tuple[Store, Team]) -> None:
    store, team = filled
    whole = Figure(Question("compliance", WEEKS, Grouping.TEAM), "")
    parts: dict[str, Part] = {}
    for part in ("open", "touched", "untouched", "past", "bare"):
        parts, found = looked(store, team, whole, part)
        assert found, part
    assert parts["touched"].deals + parts["untouched"].deals == parts["open"].deals
    mine = store.ask(team.id, report_deals.page, team.rep, whole, 0, AFTER)
    assert {line.deal.owner_id for line in mine.lines} == {team.rep.id}


@pytest.mark.parametrize("by", [Grouping.KIND, Grouping.STAGE, Grouping.REP, Grouping.TEAM])
def test_every_question_asked_has_its_deals(filled: tuple[Store, Team], by: Grouping) -> None:
    store, team = filled
    asked = 0
    for held, figure in lines_of(store, team, "nudges", by):
        parts, _ = looked(store, team, figure, "asked")
        assert {name: one.counted for name, one in parts.items()} == {
            name: held[name] for name in ("asked", "seen", "answered", "acted", "unhelpful")
        }
        looked(store, team, figure, "acted")
        asked += held["asked"]
    assert asked > 3


def test_the_digests_lines_open_the_same_week(filled: tuple[Store, Team]) -> None:
    store, team = filled
    for monday in (date(2026, 3, 2), date(2026, 3, 30)):
        digest = store.run(team.id, digests.week_of, team.manager.person, monday, AFTER)
        asked = Question("adoption", Period(monday, monday + 6 * DAY), Grouping.REP)
        slack_ids = {one.id: one.person.slack_user_id for one in team.everyone}
        for rep in digest.reps:
            line = Figure(asked, str(slack_ids[rep.rep_id]), week=monday.isoformat())
            parts, _ = looked(store, team, line, "stale")
            stood = rep.standing
            assert (parts["open"].deals, parts["stale"].deals, parts["step"].deals) == (
                stood.open_deals, stood.stale, stood.with_next_step,
            )  # fmt: skip
            did = (rep.active_days, rep.activities, rep.moved, rep.won)
            assert did == tuple(
                parts[name].counted for name in ("active", "activities", "moved", "won")
            )
        team_line = Figure(
            Question("adoption", asked.period, Grouping.MANAGER),
            str(team.manager.person.slack_user_id),
            week=monday.isoformat(),
        )
        parts, _ = looked(store, team, team_line, "open")
        assert parts["open"].deals == digest.open_deals


def test_every_side_of_evidence_has_its_deals(filled: tuple[Store, Team]) -> None:
    store, team = filled
    found = store.ask(team.id, evidence.look, team.leader, AFTER)
    span = store.ask(team.id, evidence.usual, AFTER)
    whole, closed = Figure(Question("evidence", span, Grouping.REP), ""), 0
    for one in found[0].told:
        habit = one.habit.value
        parts, _ = looked(store, team, whole, f"{habit}-with_closed")
        sides = (parts[f"{habit}-with_closed"].deals, parts[f"{habit}-without_closed"].deals)
        if isinstance(one, Beside):
            assert sides == (one.having.closed, one.lacking.closed)
            won = (parts[f"{habit}-with_won"].deals, parts[f"{habit}-without_won"].deals)
            assert won == (one.having.won, one.lacking.won)
        else:
            assert sides == (one.having, one.lacking)
        closed += sum(sides)
    assert closed > 5


@pytest.mark.parametrize("name", ["adoption", "compliance", "nudges", "evidence"])
def test_nobody_sees_behind_anothers_figures(filled: tuple[Store, Team], name: str) -> None:
    store, team = filled
    by = Grouping.MONTH if name == "adoption" else Grouping.REP
    other = Figure(Question(name, WEEKS, by), str(team.other_rep.person.slack_user_id))
    for actor in (team.rep, team.manager):
        parts, ids = behind(store, team, other, actor)
        assert ids == []
        assert not any(one.deals or one.counted for one in parts.values())
    whole = Figure(Question(name, WEEKS, by), "" if name != "compliance" else "North")
    store_owner = {
        line.deal.owner_id
        for line in store.ask(team.id, report_deals.page, team.rep, whole, 0, AFTER).lines
    }
    assert store_owner <= {team.rep.id}


def test_a_deal_that_was_taken_back_since_is_told_as_gone(sqlite_store: Store) -> None:
    store, team = lived(sqlite_store)
    made = make_deal(store, team.rep, "Mistake", at=START + DAY)
    store.run(team.id, undoing.undo, team.rep, None, AFTER)
    week = Figure(
        Question("adoption", WEEKS, Grouping.MONTH),
        str(team.rep.person.slack_user_id),
        week="2026-03-02",
    )
    page = store.ask(team.id, report_deals.page, team.rep, week, 0, AFTER)
    assert page.gone == 1
    assert page.parts[0].deals == page.total + 1
    assert made.id not in {line.deal.id for line in page.lines}


def test_a_line_of_each_family_opens_on_either_engine(store: Store) -> None:
    """The others try every line on SQLite."""
    store, team = lived(store)
    families: tuple[tuple[str, Grouping, list[str]], ...] = (
        ("adoption", Grouping.WEEK, ["open", "activities"]),
        ("compliance", Grouping.TEAM, ["stale", "moved"]),
        ("nudges", Grouping.REP, ["asked", "answered"]),
        ("evidence", Grouping.TEAM, sorted(report_parts.EVIDENCE)[:1]),
    )
    seen = 0
    for name, by, parts in families:
        for row in (team.rep, team.korean):
            key = row.person.team if by is Grouping.TEAM else str(row.person.slack_user_id)
            for part in parts:
                figure = Figure(Question(name, WEEKS, by), key, part=part)
                counted, ids = behind(store, team, figure)
                assert len(ids) == counted[part].deals
                seen += len(ids)
    assert seen > 10
    trust = Figure(Question("compliance", WEEKS, Grouping.TEAM), "", part="untouched")
    counted, ids = behind(store, team, trust)
    assert len(ids) == counted["untouched"].deals
