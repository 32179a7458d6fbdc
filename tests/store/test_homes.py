"""What App Home counts in the database is what the rules say of each deal, at little cost."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.homes import News
from bot.domain.people import Actor, Role
from bot.domain.periods import Period
from bot.domain.signals import findings, is_stale, on_hold
from bot.i18n import translator
from bot.sandbox.limits import check_view
from bot.usecases import facts, homes, homes_team, report_weeks
from bot.views import home as page
from store import deals, people, scope, stages
from store import homes as counting
from store.deals import Wanted
from store.engine import Store
from store.schema import DealRow, PersonRow
from tests.makers import START, Team, make_deal, move_deal

NOW = START + timedelta(days=61, hours=5)


def scatter(store: Store, team: Team, owners: tuple[Actor, ...], count: int) -> None:
    """Many deals, each touched, moved, promised and held at random."""
    chance = Random(7)
    days = [timedelta(days=chance.randrange(60), hours=chance.randrange(24)) for _ in range(count)]

    def rows(session: Session) -> None:
        open_stages = stages.in_force(session).open
        made = []
        for number, ago in enumerate(days):
            due = chance.choice((None, NOW.date() + timedelta(days=chance.randrange(-9, 30))))
            held = chance.choice((None, None, NOW.date() + timedelta(days=chance.randrange(-2, 3))))
            made.append(
                {
                    "name": f"Deal {number}",
                    "name_key": f"deal{number}",
                    "owner_id": chance.choice(owners).id,
                    "stage_key": chance.choice(open_stages).key,
                    "status": Status.OPEN,
                    "amount": Decimal(1_000 + number),
                    "currency": chance.choice(("USD", "KRW")),
                    "created_at": START,
                    "stage_entered_at": NOW - timedelta(days=chance.randrange(40)),
                    "last_touch_at": NOW - ago,
                    "next_step_due_on": due,
                    "held_until": held,
                    "probability": 10,
                    "playbook_version": 1,
                    "version": 1,
                }
            )
        scope.insert_all(session, DealRow, made)

    store.run(team.id, rows)


@contextmanager
def counted(store: Store) -> Iterator[list[str]]:
    """The statements made meanwhile."""
    made: list[str] = []

    def note(_c: object, _k: object, statement: str, *_rest: object) -> None:
        made.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield made
    finally:
        event.remove(store.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("hours", [0, 7, 14, 21])
def test_the_database_calls_those_deals_stale_that_the_rules_do(
    store: Store, team: Team, hours: int
) -> None:
    now = NOW + timedelta(hours=hours)
    owners = (team.rep, team.korean, team.other_rep)
    store.run(team.id, _on_leave, team.other_rep.id)
    scatter(store, team, owners, 400)

    def compare(session: Session) -> None:
        playbook = stages.in_force(session)
        persons = [people.get(session, one.id) for one in owners]
        told = counting.open_and_stale(session, persons, playbook.ever_open, now)
        for person in persons:
            today = person.today(now)
            mine = deals.all_matching(session, Wanted(owner_ids=(person.id,)))
            stale = {
                deal.id
                for deal in mine
                if is_stale(findings(deal, playbook.get(deal.stage_key), person, today))
            }
            assert 0 < len(stale) < len(mine)
            assert told[person.id] == (len(mine), len(stale))
            of_one = counting.counted(session, person, playbook.ever_open, today)
            assert (of_one.open_deals, of_one.stale) == told[person.id]
            found = counting.stale(session, [person], playbook.ever_open, now, 500)
            assert {deal.id for deal in found} == stale
            awake = [deal for deal in mine if not on_hold(deal, today)]
            due = [deal for deal in awake if deal.next_step_due_on is not None]
            assert (of_one.held, of_one.without_step) == (
                len(mine) - len(awake),
                len(awake) - len(due),
            )
            assert of_one.due == sum(deal.next_step_due_on == today for deal in due)
            assert of_one.overdue == sum((deal.next_step_due_on or today) < today for deal in due)

    store.ask(team.id, compare)


def _on_leave(session: Session, person_id: int) -> None:
    row = session.get_one(PersonRow, person_id)
    row.days_off = f"{NOW.date() - timedelta(days=12)}/{NOW.date() - timedelta(days=4)}"


def test_five_thousand_deals_of_ones_own_cost_as_few_statements_as_fifty(
    store: Store, team: Team
) -> None:
    scatter(store, team, (team.rep,), 50)
    with counted(store) as of_few:
        store.ask(team.id, homes.look, team.rep, NOW)
    scatter(store, team, (team.rep,), 4_950)
    with counted(store) as of_many:
        told = store.ask(team.id, homes.look, team.rep, NOW)
    assert told.counted.open_deals == 5_000
    assert len(of_many) == len(of_few) < 25
    view, _ = page.build(told, translator("ko-KR"))
    assert check_view(view) == []
    assert len(view["blocks"]) < 100


def test_a_pipeline_adds_up_in_each_currency_apart(store: Store, team: Team) -> None:
    make_deal(store, team.rep, "Acme", amount=100)
    make_deal(store, team.rep, "Globex", amount=250)
    make_deal(store, team.rep, "한빛", amount=3_000_000, currency="KRW")
    make_deal(store, team.other_rep, "Initech", amount=7)
    told = store.ask(team.id, homes.look, team.rep, NOW)
    sums = {one.currency: one.value for one in told.sums}
    assert sums == {"USD": Decimal(350), "KRW": Decimal(3_000_000)}
    assert [(one.stage.key, one.deals) for one in told.pipeline] == [("qualification", 3)]


def test_news_are_those_of_ones_own_team_and_as_they_still_stand(store: Store, team: Team) -> None:
    at = NOW - timedelta(days=1)
    ours = make_deal(store, team.korean, "한빛")
    own = make_deal(store, team.rep, "Acme")
    foreign = make_deal(store, team.other_rep, "Initech")
    for deal in (ours, own, foreign):
        move_deal(store, team.admin, deal.id, "discovery", at)
    told = store.ask(team.id, homes.look, team.rep, NOW)
    assert [one.deal.name for one in told.news if one.deal] == ["한빛"]
    assert [one.deal.name for one in _news(store, team.manager) if one.deal] == ["Acme", "한빛"]
    assert len(_news(store, team.leader)) == 3
    assert not _news(store, team.other_rep)
    assert store.ask(team.id, homes.look, team.rep, NOW + timedelta(days=8)).news == ()


def _news(store: Store, actor: Actor) -> tuple[News, ...]:
    found = store.ask(actor.workspace.id, homes.look, actor, NOW).news
    return tuple(sorted(found, key=lambda one: one.deal.name if one.deal else ""))


def test_a_leader_reads_the_same_compliance_as_in_the_report(store: Store, team: Team) -> None:
    """Whether the week was told before, and is kept, or not."""
    scatter(store, team, (team.rep, team.korean, team.other_rep), 60)
    make_deal(store, team.rep, "Acme", at=NOW - timedelta(days=9))
    told = store.ask(team.id, homes.look, team.leader, NOW).leading
    assert told is not None
    reported = store.ask(team.id, report_weeks.compliance, told.weeks, NOW)
    assert list(told.compliance) == reported
    last = Period(told.weeks.last - timedelta(days=6), told.weeks.last)
    store.run(team.id, facts.week, last.first, NOW)
    again = store.ask(team.id, homes.look, team.leader, NOW).leading
    assert again is not None
    assert list(again.compliance) == reported


def test_a_week_that_somebody_reads_of_before_it_is_over_is_not_kept_as_it_stood_then(
    store: Store, team: Team
) -> None:
    """Monday morning in Seoul is Sunday in the workspace, whose week may still change."""
    sunday, week = datetime(2026, 5, 3, 22, 0, tzinfo=UTC), date(2026, 4, 27)
    make_deal(store, team.korean, "한빛", at=sunday - timedelta(days=2))
    store.run(team.id, facts.week, week, sunday)
    make_deal(store, team.korean, "새한", next_step="call", at=sunday + timedelta(hours=1))
    at = sunday + timedelta(hours=20)
    told = store.ask(team.id, homes.look, team.leader, at).leading
    assert told is not None
    assert list(told.compliance) == store.ask(team.id, report_weeks.compliance, told.weeks, at)
    assert any(one.open_deals == 2 for one in store.run(team.id, facts.week, week, at).values())


def test_a_days_work_counts_in_the_week_of_whoever_did_it(store: Store, team: Team) -> None:
    """Half past seven on Monday in Seoul is still the workspace's Sunday."""
    early = datetime(2026, 5, 3, 22, 30, tzinfo=UTC)
    make_deal(store, team.korean, "한빛", at=early)
    for at in (early + timedelta(hours=1), early + timedelta(hours=15)):
        week = store.ask(team.id, homes.look, team.korean, at).week
        assert week is not None
        assert (week.monday, week.working_days, week.active_days) == (date(2026, 5, 4), 1, 1)
        assert week.reports_tz == "UTC"
    playbook = store.ask(team.id, stages.in_force)
    at = early + timedelta(hours=15)
    seen = store.ask(team.id, homes_team.look, team.manager, playbook, at)
    (row,) = (one for one in seen.reps if one.person.id == team.korean.id)
    assert (row.working_days, row.active_days) == (1, 1)
    theirs = store.ask(team.id, homes.look, team.other_rep, at).week
    assert theirs is not None
    assert theirs.reports_tz is None


def test_a_manager_sees_the_team_by_who_needs_a_word_first(store: Store, team: Team) -> None:
    scatter(store, team, (team.rep,), 30)
    make_deal(store, team.korean, "한빛", at=NOW - timedelta(hours=1))
    playbook = store.ask(team.id, stages.in_force)
    told = store.ask(team.id, homes_team.look, team.manager, playbook, NOW)
    assert [one.person.name for one in told.reps] == ["Rob Rep", "김하늘"]
    assert told.reps[1].active_days == 1
    assert told.stale == told.reps[0].stale > 0
    assert all(line.deal.owner_id == team.rep.id for line in told.needy)


def test_each_role_sees_its_own_parts_and_no_others(store: Store, team: Team) -> None:
    shown = {
        actor.role: {
            name
            for name in ("week", "team", "leading", "set_up")
            if getattr(store.ask(team.id, homes.look, actor, NOW), name) is not None
        }
        for actor in (team.rep, team.manager, team.leader, team.admin)
    }
    assert shown == {
        Role.REP: {"week"},
        Role.MANAGER: {"team"},
        Role.LEADER: {"leading"},
        Role.ADMIN: {"set_up"},
    }


def test_a_week_is_told_beside_the_weeks_before_it_up_to_the_same_day(
    store: Store, team: Team
) -> None:
    monday = datetime(2026, 6, 1, 12, 0, tzinfo=START.tzinfo)
    for week in range(1, 13):
        for day in (0, 1, 3, 4) if week != 5 else ():
            make_deal(store, team.other_rep, at=monday + timedelta(days=day - 7 * week))
    make_deal(store, team.other_rep, at=monday + timedelta(hours=1))
    told = store.ask(team.id, homes.look, team.other_rep, monday + timedelta(days=2)).week
    assert told is not None
    assert (told.active_days, told.working_days, told.weeks) == (1, 3, 12)
    assert told.usual_days == Decimal("1.8")
    assert told.habitual == 11
    assert told.has_habit
    assert told.monday == date(2026, 6, 1)
