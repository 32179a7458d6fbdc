"""A team's channel on Monday: wins, and sums that give nobody away."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind
from bot.domain.giving import Filled
from bot.domain.outcomes import Report, Target
from bot.domain.people import Role
from bot.usecases import activities, moving
from bot.usecases.moving import Win
from store import history, people
from tests.makers import make_deal
from tests.schedules.stage import Stage, on_sqlite, settle_in

MONDAY = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
IN_THE_WEEK = datetime(2026, 3, 11, 15, 0, tzinfo=UTC)
ANSWERS = {"budget_holder": "Dana", "success_criteria": "live", "decision_process": "CFO"}
CHANNEL = "C0SALES"


def hire(session: Session, name: str, manager_id: int) -> None:
    people.add(
        session, name=name, slack_user_id=None, role=Role.REP, locale="en-US", tz="UTC",
        joined_on=date(2025, 1, 1), manager_id=manager_id, team="North",
    )  # fmt: skip


def begin(played: Stage) -> None:
    """A deal won, another logged on, in the week that is told."""
    played.sandbox.ws.add_channel(CHANNEL, "sales")
    settle_in(played.store, played.team.manager, team_channel=CHANNEL)
    rep, store, team = played.team.rep, played.store, played.team.id
    won = make_deal(store, rep, "Acme pilot", closes_on=date(2026, 4, 1), at=IN_THE_WEEK)
    later = IN_THE_WEEK + timedelta(hours=1)
    store.run(team, moving.win, rep, won.id, Win(filled=Filled(ANSWERS)), later)
    other = make_deal(store, rep, "Globex", at=IN_THE_WEEK)
    report = Report(ActivityKind.CALL, "they like it")
    store.run(team, activities.log, rep, Target(other.id), report, later)


def told(played: Stage) -> list[str]:
    return [str(one) for one in played.sandbox.ws.messages(CHANNEL)]


async def test_four_people_read_their_sums_and_nobodys_own_figures(played: Stage) -> None:
    begin(played)
    for name in ("Ann", "Ben"):
        played.store.run(played.team.id, hire, name, played.team.manager.id)
    globex = make_deal(played.store, played.team.rep, "Hooli", at=IN_THE_WEEK)
    report = Report(ActivityKind.CALL, "again")
    for minutes in range(5):
        at = IN_THE_WEEK + timedelta(hours=2, minutes=minutes)
        target = Target(globex.id)
        played.store.run(played.team.id, activities.log, played.team.rep, target, report, at)
    await played.at(MONDAY)
    await played.at(MONDAY + timedelta(hours=2))
    (said,) = told(played)
    assert "Acme pilot" in said
    assert "Together: 6 activities (fewer than 4 the week before), fewer than 4 deals moved" in said
    assert "at most 10% have a next step" in said
    assert "Ann" not in said
    assert "ygiene" not in said
    assert len(played.inbox(played.team.manager)) == 1, "the manager's own digest comes as well"


async def test_a_sum_tells_neither_that_nobody_nor_that_one_did_something(played: Stage) -> None:
    begin(played)
    for name in ("Ann", "Ben"):
        played.store.run(played.team.id, hire, name, played.team.manager.id)
    await played.at(MONDAY)
    (said,) = told(played)
    assert "Together: fewer than 4 activities" in said


@on_sqlite
async def test_who_left_in_the_week_counts_in_it_and_no_week_stands_beside_another_team(
    played: Stage,
) -> None:
    begin(played)
    for name in ("Ann", "Ben", "Cas"):
        played.store.run(played.team.id, hire, name, played.team.manager.id)

    def leave(session: Session) -> None:
        ben = next(one for one in people.everyone(session) if one.name == "Ben")
        act = history.begin(session, None, "person.set", MONDAY + timedelta(days=2))
        people.change(act, ben.id, {"manager_id": None})

    await played.at(MONDAY)
    played.store.run(played.team.id, leave)
    await played.at(MONDAY + timedelta(days=7))
    await played.at(MONDAY + timedelta(days=14))
    _, second, third = told(played)
    assert "Together: fewer than 5 activities (fewer than 5 the week before)" in second
    assert "Together: fewer than 4 activities, " in third


async def test_of_fewer_than_four_people_only_wins_are_told(played: Stage) -> None:
    begin(played)
    await played.at(MONDAY)
    (said,) = told(played)
    assert "Acme pilot" in said
    assert "Together" not in said


async def test_nothing_is_said_of_nothing(played: Stage) -> None:
    settle_in(played.store, played.team.manager, team_channel=CHANNEL)
    await played.at(MONDAY)
    assert played.outbox("digest.team") == [
        ("dropped", "nothing was won, and the team is too small for sums")
    ]


async def test_without_a_channel_nothing_is_promised(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=IN_THE_WEEK)
    await played.at(MONDAY)
    assert played.outbox("digest.team") == []
