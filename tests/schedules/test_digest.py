"""A manager's Monday: figures that can be counted by hand, told once, with a picture if need be."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.adoption import RepWeek, Standing
from bot.domain.deal import ActivityKind
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor
from bot.usecases import activities, deals, digests, moving, undoing
from bot.usecases.deals import Draft
from store import workspaces
from store.engine import Store
from tests.makers import Team, make_deal, make_team, move_deal
from tests.schedules.stage import Stage, settle_in

MONDAY = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
"""The manager's Monday morning: told is the week of March 9th, beside that of March 2nd."""

LAST, BEFORE = date(2026, 3, 9), date(2026, 3, 2)


def on(day: date, hour: int = 15) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def log(store: Store, actor: Actor, deal_id: int, at: datetime, **report: object) -> int:
    told = Report(ActivityKind.CALL, "they like it", **report)  # type: ignore[arg-type] # its fields
    done = store.run(actor.workspace.id, activities.log, actor, Target(deal_id), told, at)
    return done.act_id


def week(store: Store, team: Team, now: datetime = MONDAY) -> dict[int, RepWeek]:
    digest = store.run(team.id, digests.week_of, team.manager.person, LAST, now)
    return {rep.rep_id: rep for rep in digest.reps}


def test_a_week_is_counted_by_what_was_done_and_not_by_looking(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, "Acme", at=on(date(2026, 3, 3)))
    for day in (9, 9, 11):
        log(store, team.rep, deal.id, on(date(2026, 3, day)))
    log(store, team.rep, deal.id, on(date(2026, 3, 4)))
    move_deal(store, team.rep, deal.id, "discovery", on(date(2026, 3, 13)))
    rep = week(store, team)[team.rep.id]
    assert (rep.active_days, rep.activities) == (3, 3), "Monday, Wednesday, and Friday's move"
    assert (rep.active_days_before, rep.activities_before) == (2, 1), "the making, and a call"
    assert week(store, team)[team.korean.id] == RepWeek(
        team.korean.id, 0, 0, 0, 0, Standing(0, 0, 0), Standing(0, 0, 0)
    )


def test_the_team_is_who_reports_to_the_manager(store: Store, team: Team) -> None:
    assert set(week(store, team)) == {team.rep.id, team.korean.id}
    settle_in(store, team.other_rep, manager_id=team.manager.id)
    settle_in(store, team.korean, gone_on=date(2026, 3, 10))
    assert set(week(store, team)) == {team.rep.id, team.other_rep.id}


def test_what_was_undone_does_not_count(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=on(BEFORE))
    act_id = log(store, team.rep, deal.id, on(LAST))
    store.run(team.id, undoing.undo, team.rep, act_id, on(LAST))
    rep = week(store, team)[team.rep.id]
    assert (rep.active_days, rep.activities) == (0, 0)


def test_tidying_a_name_is_no_active_day_but_a_new_amount_is(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, "Acme", at=on(BEFORE))

    def edit(version: int, day: int, **facts: object) -> None:
        draft = Draft(**({"name": "Acme", "amount": deal.amount, "currency": "USD"} | facts))  # type: ignore[arg-type] # its fields
        store.run(team.id, deals.edit, team.rep, deal.id, version, draft, on(date(2026, 3, day)))

    edit(1, 9, name="Acme Inc.")
    assert week(store, team)[team.rep.id].active_days == 0
    edit(2, 10, name="Acme Inc.", closes_on=date(2026, 5, 1))
    assert week(store, team)[team.rep.id].active_days == 1


def test_a_managers_hand_on_a_reps_deal_is_not_the_reps_activity(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=on(BEFORE))
    log(store, team.manager, deal.id, on(LAST))
    assert week(store, team)[team.rep.id].activities == 0


@pytest.mark.parametrize(
    ("zone", "at", "counted"),
    [
        ("UTC", datetime(2026, 3, 8, 23, 59, tzinfo=UTC), "before"),
        ("UTC", datetime(2026, 3, 9, 0, 0, tzinfo=UTC), "last"),
        ("Asia/Seoul", datetime(2026, 3, 8, 15, 0, tzinfo=UTC), "last"),
        ("Asia/Seoul", datetime(2026, 3, 15, 15, 0, tzinfo=UTC), "neither"),
        # The clocks of New York change in the night to that Sunday: the week is an hour shorter.
        ("America/New_York", datetime(2026, 3, 9, 3, 59, tzinfo=UTC), "before"),
        ("America/New_York", datetime(2026, 3, 9, 4, 0, tzinfo=UTC), "last"),
    ],
)
def test_weeks_begin_on_monday_in_the_workspaces_zone(
    store: Store, team: Team, zone: str, at: datetime, counted: str
) -> None:
    store.run(team.id, workspaces.settle, tz=zone, locale="en-US", currency="USD")
    deal = make_deal(store, team.rep, at=on(date(2026, 2, 1)))
    log(store, team.rep, deal.id, at)
    rep = week(store, team)[team.rep.id]
    expected = {"last": (1, 0), "before": (0, 1), "neither": (0, 0)}
    assert (rep.activities, rep.activities_before) == expected[counted]


def test_how_deals_stand_is_counted_on_their_owners_day(store: Store, team: Team) -> None:
    long_ago = on(date(2026, 1, 5))
    make_deal(store, team.rep, "stale", at=long_ago)
    make_deal(
        store, team.rep, "promised", next_step="call", next_step_due_on=date(2026, 3, 16),
        at=on(date(2026, 3, 12)),
    )  # fmt: skip
    make_deal(
        store, team.rep, "overdue", next_step="call", next_step_due_on=date(2026, 3, 13),
        at=on(date(2026, 3, 12)),
    )  # fmt: skip
    lost = make_deal(store, team.rep, "lost", at=long_ago)
    store.run(team.id, moving.lose, team.rep, lost.id, long_ago, reason="budget")
    make_deal(store, make_team(store, "T0002").rep, "another world", at=long_ago)
    assert week(store, team)[team.rep.id].standing == Standing(3, 1, 1)


def test_the_figures_are_kept_with_the_promise(store: Store, team: Team) -> None:
    make_deal(store, team.rep, at=on(BEFORE))
    digest = store.ask(team.id, digests.week_of, team.manager.person, LAST, MONDAY)
    assert digests.read(digests.told(digest)) == digest


def test_a_week_is_told_once_and_the_next_one_beside_it(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=on(date(2026, 1, 5)))

    def tell(now: datetime) -> tuple[int, str]:
        verdict = store.run(team.id, digests.tell, team.manager.person, now)
        return verdict.told, verdict.because

    assert tell(MONDAY) == (1, "")
    assert tell(MONDAY + timedelta(hours=3)) == (0, "told-already")
    log(store, team.rep, deal.id, MONDAY + timedelta(days=1))
    move_deal(store, team.rep, deal.id, "discovery", MONDAY + timedelta(days=1))
    following = MONDAY + timedelta(days=7)
    digest = store.ask(team.id, digests.week_of, team.manager.person, date(2026, 3, 16), following)
    (rep,) = [one for one in digest.reps if one.rep_id == team.rep.id]
    assert (rep.standing_before, rep.standing) == (Standing(1, 1, 0), Standing(1, 0, 0))
    assert rep.has_improved


async def test_the_manager_finds_the_week_on_monday_with_chart_and_buttons(
    played: Stage,
) -> None:
    deal = make_deal(played.store, played.team.rep, at=on(BEFORE))
    log(played.store, played.team.rep, deal.id, on(LAST))
    await played.at(MONDAY - timedelta(hours=1))
    assert played.inbox(played.team.manager) == []
    for hours in (0, 1, 9, 24):
        await played.at(MONDAY + timedelta(hours=hours))
    (message,) = played.inbox(played.team.manager)
    assert message["text"] == (
        "1 of 2 reps were active (logged, moved or planned something), "
        "1 activity logged (0 the week before), 0 of 1 open deal is stale"
        " (0 the week before). Nothing asks for your attention first."
    )
    said = str(message["blocks"])
    korean = played.team.korean.person.name
    assert f"*{korean}*: no activity at all" in said
    assert "Activities\\xa01\\xa0(0)" in said
    kinds = [block["type"] for block in message["blocks"]]
    assert {"data_visualization", "actions"} <= set(kinds)


async def test_where_slack_refuses_the_chart_a_picture_comes_behind_the_words(
    played: Stage,
) -> None:
    deal = make_deal(played.store, played.team.rep, at=on(BEFORE))
    log(played.store, played.team.rep, deal.id, on(LAST))
    settle_in(played.store, played.team.leader, gone_on=BEFORE)
    played.sandbox.faults.refuse("chat.postMessage", "invalid_blocks")
    await played.at(MONDAY)
    message, picture = played.inbox(played.team.manager)
    kinds = {block["type"] for block in message["blocks"]}
    assert not kinds & {"data_table", "data_visualization"}
    assert "Rob Rep" in str(message["blocks"])
    assert [file["name"] for file in picture["files"]] == ["chart.png"]
    assert played.outbox("digest") == [("sent", None)]


async def test_without_the_right_to_upload_the_words_still_come(played: Stage) -> None:
    deal = make_deal(played.store, played.team.rep, at=on(BEFORE))
    log(played.store, played.team.rep, deal.id, on(LAST))
    settle_in(played.store, played.team.leader, gone_on=BEFORE)
    played.sandbox.faults.refuse("chat.postMessage", "invalid_blocks")
    played.sandbox.faults.refuse("files.getUploadURLExternal", "missing_scope")
    await played.at(MONDAY)
    assert len(played.inbox(played.team.manager)) == 1
    assert played.outbox("digest") == [("sent", None)]


async def test_a_team_without_deals_is_told_how_to_begin(played: Stage) -> None:
    await played.at(MONDAY)
    (message,) = played.inbox(played.team.manager)
    assert "/deal new" in str(message["blocks"])


async def test_a_manager_without_a_team_is_told_how_to_get_one(played: Stage) -> None:
    for actor in (played.team.rep, played.team.korean):
        settle_in(played.store, actor, manager_id=None)
    await played.at(MONDAY)
    (message,) = played.inbox(played.team.manager)
    assert message["text"].startswith("Nobody reports to you yet.")


def test_one_level_up_teams_add_up_to_their_reps(store: Store, team: Team) -> None:
    """The one whom nobody leads is not dropped; hygiene is the mean of reps, not of their deals."""
    for number in range(3):
        make_deal(store, team.rep, f"Acme {number}", at=on(BEFORE))
    deal = make_deal(
        store, team.korean, next_step="call", next_step_due_on=date(2026, 3, 20), at=on(LAST)
    )
    log(store, team.korean, deal.id, on(LAST))
    alone = make_deal(store, team.other_rep, at=on(LAST))
    log(store, team.other_rep, alone.id, on(LAST))
    reps = week(store, team)
    digest = store.run(team.id, digests.teams_of, LAST, MONDAY)
    assert digests.read(digests.told(digest)) == digest
    north, nobody = digest.reps
    assert (north.rep_id, nobody.rep_id) == (team.manager.id, digests.NOBODY)
    assert north.activities == sum(one.activities for one in reps.values()) == 1
    assert north.standing == Standing(4, 3, 1)
    assert nobody.activities == 1
    shares = [one.met / one.rules for one in reps.values()]
    assert north.met / north.rules == pytest.approx(sum(shares) / 2, abs=1e-4)
    assert (digest.stale, digest.stale_before) == (3, 0)


async def test_the_leader_is_told_the_teams_week(played: Stage) -> None:
    deal = make_deal(played.store, played.team.rep, at=on(BEFORE))
    log(played.store, played.team.rep, deal.id, on(LAST))
    await played.at(MONDAY)
    told = [one for one in played.inbox(played.team.leader) if "2 teams" in one["text"]]
    assert len(told) == 1
    said = str(told[0]["blocks"])
    assert "North" in said
    assert "No manager" in said
    assert "Rob Rep" not in said, "teams, not people"
