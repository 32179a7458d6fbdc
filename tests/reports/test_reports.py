"""What reports say of deals made, moved, won and left alone here."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from bot.domain.deal import ActivityKind
from bot.domain.giving import Filled
from bot.domain.outcomes import Report, Target
from bot.domain.periods import Period
from bot.domain.reporting import Grouping
from bot.usecases import activities, deals, moving, report_lines, report_weeks, undoing
from bot.usecases.moving import Win
from bot.usecases.report_asked import Asked
from store import workspaces
from store.engine import Store
from tests.makers import ANSWERS, START, Team, make_deal, move_deal

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
FILLED = Filled({key: told for key, told in ANSWERS.items() if key != "amount"})


def win(store: Store, team: Team, deal_id: int, at: datetime) -> None:
    store.run(team.id, moving.win, team.rep, deal_id, Win(filled=FILLED), at)


def rows(store: Store, team: Team, name: str, by: Grouping, at: datetime = START) -> list[tuple]:
    return list(store.ask(team.id, report_lines.of, name, Asked(MARCH, by), at).rows)


def test_a_month_is_the_workspaces_own(store: Store, team: Team) -> None:
    """23:30 on the last of February in UTC is March already in Seoul."""
    make_deal(store, team.rep, at=datetime(2026, 2, 28, 23, 30, tzinfo=UTC))
    assert rows(store, team, "opportunities", Grouping.MONTH) == [("2026-03", 0, 0, "USD")]
    store.run(team.id, workspaces.settle, tz="Asia/Seoul", locale="ko-KR", currency="KRW")
    assert rows(store, team, "opportunities", Grouping.MONTH) == [("2026-03", 1, 12_000, "USD")]


def test_currencies_are_never_mixed(store: Store, team: Team) -> None:
    for currency, amount in (("USD", 100), ("KRW", 3_000_000), ("USD", 50)):
        deal = make_deal(store, team.rep, amount=amount, currency=currency)
        win(store, team, deal.id, START)
    told = rows(store, team, "wins", Grouping.MONTH)
    assert [(row[0], row[1], row[4], row[5]) for row in told] == [
        ("2026-03", 1, Decimal(3_000_000), "KRW"),
        ("2026-03", 2, Decimal(150), "USD"),
    ]
    per_rep = rows(store, team, "productivity", Grouping.MONTH)
    assert [row[3] for row in per_rep] == [3, 3], "three reps, whoever won something"


def test_weeks_begin_on_monday_and_reps_are_told_by_their_slack_id(
    store: Store, team: Team
) -> None:
    make_deal(store, team.rep)
    weeks = [row[0] for row in rows(store, team, "opportunities", Grouping.WEEK)]
    assert weeks[:2] == ["2026-02-23", "2026-03-02"]
    reps = {row[0]: row[1] for row in rows(store, team, "opportunities", Grouping.REP)}
    assert reps[str(team.rep.person.slack_user_id)] == 1
    assert reps[str(team.korean.person.slack_user_id)] == 0
    managers = dict(row[:2] for row in rows(store, team, "opportunities", Grouping.MANAGER))
    assert managers == {str(team.manager.person.slack_user_id): 1, "none": 0}


def test_reasons_are_the_playbooks(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep)
    store.run(team.id, moving.lose, team.rep, deal.id, START, reason="pricing: too high")
    told = {row[0]: row[1:3] for row in rows(store, team, "wins", Grouping.REASON)}
    assert told["pricing"] == (0, 1)
    assert told["competitor"] == (0, 0)


def test_attention_tells_the_signals_as_of_a_moment(store: Store, team: Team) -> None:
    made = START - timedelta(days=40)
    quiet = make_deal(store, team.rep, "Quiet", at=made)
    make_deal(store, team.rep, "Fresh", next_step="call", next_step_due_on=date(2026, 3, 9))
    [line] = rows(store, team, "attention", Grouping.MONTH)
    assert line[0] == "Quiet"
    assert line[3] == "silent;stuck;no_next_step"
    assert line[4:] == (date(2026, 1, 21), 40)
    report = Report(ActivityKind.CALL, "they like it", None, "call", date(2026, 3, 4))
    store.run(team.id, activities.log, team.rep, Target(quiet.id), report, START)
    move_deal(store, team.rep, quiet.id, "discovery", START)
    later = START + timedelta(hours=1)
    assert rows(store, team, "attention", Grouping.MONTH, later) == []
    before = START - timedelta(minutes=1)
    assert [row[:4] for row in rows(store, team, "attention", Grouping.MONTH, before)] == [
        line[:4]
    ], "as it stood before the call"
    win(store, team, quiet.id, later)
    assert len(rows(store, team, "attention", Grouping.MONTH, before)) == 1


def test_adoption_tells_weeks_as_they_ended(store: Store, team: Team) -> None:
    monday = START
    deal = make_deal(store, team.rep, at=monday)
    make_deal(store, team.rep, "Second", at=monday + timedelta(days=1))
    step = date(2026, 3, 20)
    store.run(team.id, deals.set_next_step, team.rep, deal.id, "send quote", step, monday)
    report = Report(ActivityKind.CALL, "they like it")
    store.run(team.id, activities.log, team.rep, Target(deal.id), report, monday)
    now = monday + timedelta(days=16)
    told = store.ask(
        team.id, report_weeks.adoption, Period(date(2026, 3, 2), date(2026, 3, 15)), now
    )
    ours = [one for one in told if one.rep == team.rep.person.slack_user_id]
    first, second = ours
    assert (first.week, first.working_days, first.active_days) == (date(2026, 3, 2), 5, 2)
    assert (first.activities, first.open_deals, first.with_next_step, first.stale) == (1, 2, 1, 0)
    assert first.hygiene == Decimal("30.0"), "two rules of five, and one of five"
    assert (second.active_days, second.activities, second.open_deals) == (0, 0, 2)
    assert first.manager == team.manager.person.slack_user_id
    nothing = [one for one in told if one.rep == team.korean.person.slack_user_id]
    assert nothing[0].hygiene is None
    assert len(nothing) == 2, "someone who did nothing is not left out"


def test_what_was_undone_never_was(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep)
    win(store, team, deal.id, START)
    store.run(team.id, undoing.undo, team.rep, None, START)
    assert rows(store, team, "wins", Grouping.MONTH)[0][1] == 0
