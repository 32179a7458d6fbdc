"""Evidence from the log: whose deals count, what is known of them, who may see it."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind
from bot.domain.evidence import Beside, Found, Habit, TooFew
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor
from bot.domain.periods import Period
from bot.domain.reporting import Grouping
from bot.usecases import activities, deals, evidence, moving, report_lines, undoing
from bot.usecases.report_asked import Asked
from store import history, people
from store.engine import Store
from tests.makers import START, Team, make_deal, make_person, make_team
from tests.reports.test_reports import win

DAY = timedelta(days=1)
LATER = START + 60 * DAY


def log(store: Store, actor: Actor, deal_id: int, day: int, on: date | None = None) -> int:
    report = Report(ActivityKind.CALL, "they like it", on)
    at = START + day * DAY
    return store.run(actor.workspace.id, activities.log, actor, Target(deal_id), report, at).act_id


def close(store: Store, team: Team, deal_id: int, day: int, *, won: bool) -> None:
    if won:
        win(store, team, deal_id, START + day * DAY)
    else:
        store.run(team.id, moving.lose, team.rep, deal_id, START + day * DAY, reason="budget")


def weekly(store: Store, team: Team, actor: Actor) -> Beside | TooFew:
    told = store.ask(team.id, evidence.of, [actor.person], LATER)
    return next(one for one in told if one.habit is Habit.WEEKLY)


def ten_a_side(store: Store, team: Team) -> None:
    for number in range(20):
        deal = make_deal(store, team.rep, f"Deal {number}", at=START)
        if number < 10:
            for day in (3, 9, 16):
                log(store, team.rep, deal.id, day)
        close(store, team, deal.id, 25, won=number < 7 or number in (10, 11))


def test_habits_stand_beside_the_fate_of_the_deals_that_had_them(store: Store, team: Team) -> None:
    ten_a_side(store, team)
    found = weekly(store, team, team.rep)
    assert isinstance(found, Beside)
    assert ((found.having.won, found.having.closed), (found.lacking.won, found.lacking.closed)) == (
        (7, 10),
        (2, 10),
    )
    assert found.having_days.days == 25
    assert isinstance(weekly(store, team, team.korean), TooFew)


def test_what_was_written_down_after_the_fate_changes_nothing(store: Store, team: Team) -> None:
    ten_a_side(store, team)
    before = weekly(store, team, team.rep)
    for deal_id in range(11, 21):  # remembered after the fate, as if it had happened before
        for day in (3, 9, 16):
            log(store, team.rep, deal_id, 25 + day, (START + day * DAY).date())
    assert weekly(store, team, team.rep) == before


def test_what_was_undone_makes_no_habit(store: Store, team: Team) -> None:
    for name in ("kept", "undone"):
        deal = make_deal(store, team.rep, name, at=START)
        acts = [log(store, team.rep, deal.id, day) for day in (3, 9, 16)]
        for act_id in reversed(acts) if name == "undone" else ():
            store.run(team.id, undoing.undo, team.rep, act_id, START + 17 * DAY)
        close(store, team, deal.id, 25, won=True)
    found = weekly(store, team, team.rep)
    assert isinstance(found, TooFew)
    assert (found.having, found.lacking) == (1, 1)


def test_a_next_step_counts_for_the_days_on_which_it_had_a_date(store: Store, team: Team) -> None:
    for number, due in enumerate((date(2026, 3, 20), date(2026, 3, 4))):
        deal = make_deal(store, team.rep, f"Deal {number}", at=START)
        store.run(team.id, deals.set_next_step, team.rep, deal.id, "call", due, START)
        close(store, team, deal.id, 25, won=True)
    told = store.ask(team.id, evidence.of, [team.rep.person], LATER)
    step = next(one for one in told if one.habit is Habit.NEXT_STEP)
    assert (step.having, step.lacking) == (1, 1)


def test_each_sees_what_is_theirs_to_see(store: Store, team: Team) -> None:
    def whose(actor: Actor) -> list[str]:
        return [one.whose for one in store.ask(team.id, evidence.look, actor, LATER)]

    assert whose(team.rep) == ["own"], "a team of two would give the other away"
    assert whose(team.manager) == ["team"]
    assert whose(team.leader) == ["all"]


def test_a_period_is_of_the_deals_made_in_it(store: Store, team: Team) -> None:
    ten_a_side(store, team)

    def having(period: Period | None) -> int:
        told = store.ask(team.id, evidence.look, team.rep, LATER, period)[0].told
        one = next(one for one in told if one.habit is Habit.WEEKLY)
        return one.having.closed if isinstance(one, Beside) else one.having

    march = Period(date(2026, 3, 1), date(2026, 3, 31))
    assert having(march) == having(None) == 10
    assert having(Period(date(2026, 3, 3), date(2026, 3, 31))) == 0, "made on the second"


def test_groups_are_told_to_those_who_lead_them(store: Store, team: Team) -> None:
    ten_a_side(store, team)
    hers, then = make_deal(store, team.other_rep, "Hers", at=START), START + 25 * DAY
    store.run(team.id, moving.lose, team.other_rep, hers.id, then, reason="budget")

    def named(actor: Actor, by: Grouping) -> dict[str, int]:
        found = store.ask(team.id, evidence.look, actor, LATER, None, by)
        return {
            one.name: weekly_.having.closed if isinstance(weekly_, Beside) else weekly_.having
            for one in found
            if one.whose == "named"
            for weekly_ in one.told
            if weekly_.habit is Habit.WEEKLY
        }

    assert named(team.rep, Grouping.REP) == {}, "a rep is told of nobody by name"
    assert named(team.manager, Grouping.REP) == {"Rob Rep": 10}
    assert named(team.leader, Grouping.REP) == {"Rob Rep": 10, "Olga Other": 0}
    assert named(team.leader, Grouping.TEAM) == {"North": 10, "none": 0}
    asked = Asked(Period(date(2026, 1, 1), date(2026, 6, 30)), Grouping.TEAM)
    lines = store.ask(team.id, report_lines.of, "evidence", asked, LATER)
    assert lines.columns[:2] == ("key", "habit")
    assert [row[:4] for row in lines.rows if row[1] == "weekly"] == [
        ("North", "weekly", 7, 10),
        ("none", "weekly", None, 0),
    ]


def test_a_teams_evidence_stays_of_the_same_people_for_the_quarter(sqlite_store: Store) -> None:
    store, team = sqlite_store, make_team(sqlite_store)

    def hire(session: Session) -> list[Actor]:
        ours: dict[str, Any] = {"manager_id": team.manager.id, "team": "North"}
        return [Actor(make_person(session, f"Rep {n}", **ours), team.workspace) for n in range(3)]

    others = store.run(team.id, hire)
    for actor in (team.rep, *others):
        make_deal(store, actor, f"Deal of {actor.id}", at=START)

    def told(period: Period | None = None) -> list[Found]:
        return store.ask(team.id, evidence.look, team.rep, LATER, period)

    before = told()
    assert [one.whose for one in before] == ["own", "team"]
    assert [one.whose for one in told(Period(date(2026, 3, 1), date(2026, 3, 31)))] == ["own"]

    def leave(session: Session) -> None:
        act = history.begin(session, team.admin.id, "person.set", LATER - DAY)
        people.change(act, others[0].id, {"manager_id": None})

    store.run(team.id, leave)
    assert told() == before, "who left within the quarter is in it still"
