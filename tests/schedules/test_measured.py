"""What people are sent is measured: seen, answered, acted on; a tenth held back to compare with."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain import nudging
from bot.domain.deal import OpenDeal
from bot.domain.measuring import (
    Effect,
    HeldBack,
    Measured,
    Told,
    is_chosen,
    resting,
    worth_quieting,
)
from bot.domain.people import Actor
from bot.domain.periods import Period
from bot.domain.reporting import Grouping
from bot.domain.signals import Finding, Signal
from bot.usecases import deals, followups, nudges, report_nudges, undoing
from bot.usecases.report_asked import Asked
from store import history, measures, workspaces
from store.engine import Store
from store.schema import HeldBackRow
from tests.makers import START, Team, make_deal
from tests.schedules.stage import Stage, asked_about
from tests.schedules.test_nudges import LONG_AGO, MONDAY, ask, log

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
DAY = timedelta(days=1)


def told(store: Store, team: Team, by: Grouping = Grouping.KIND) -> dict[str, Measured]:
    lines = store.ask(team.id, report_nudges.by, Asked(MARCH, by))
    return {one.key: one for one in lines}


def effect(store: Store, team: Team) -> Effect:
    return store.ask(team.id, report_nudges.effect, Asked(MARCH))


def compare(store: Store, team: Team) -> None:
    def act(session: Session) -> None:
        opened = history.begin(session, team.admin.id, "settings.choose", START)
        workspaces.ask_about(opened, frozenset(), holds_back=True)

    store.run(team.id, act)


def test_a_deal_is_acted_on_within_three_of_its_owners_working_days(
    store: Store, team: Team
) -> None:
    for after in (3, 4):  # Monday to Thursday, and to Friday
        make_deal(store, team.rep, f"Deal {after}", at=LONG_AGO)
    ask(store, team.rep, MONDAY)
    by_name = {3: MONDAY + 3 * DAY, 4: MONDAY + 4 * DAY}
    for deal_id, at in zip(asked_about(store, team.id), by_name.values(), strict=True):
        log(store, team.rep, deal_id, at)
    assert told(store, team)["silent"] == Measured("silent", 2, 0, 2, 1, 0)
    by_rep = told(store, team, Grouping.REP)
    assert by_rep[str(team.rep.person.slack_user_id)].acted == 2  # silent, and stuck as well


def test_an_act_undone_was_none(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=LONG_AGO)
    ask(store, team.rep, MONDAY)
    act_id = log(store, team.rep, deal.id, MONDAY)
    assert told(store, team)["silent"].acted == 1
    store.run(team.id, undoing.undo, team.rep, act_id, MONDAY)
    assert told(store, team)["silent"] == Measured("silent", 1)


def test_saying_that_it_does_not_help_is_an_answer_and_no_act(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=LONG_AGO)
    ask(store, team.rep, MONDAY)
    store.run(team.id, nudges.set_aside, team.rep, 1, deal.id, MONDAY)
    assert told(store, team)["silent"] == Measured("silent", 1, 0, 1, 0, 1)


def test_reminders_of_next_steps_are_measured_too(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, at=MONDAY - 5 * DAY)
    due = MONDAY.date()
    store.run(team.id, deals.set_next_step, team.rep, deal.id, "call", due, MONDAY - 4 * DAY)
    store.run(team.id, followups.remind, team.rep.person, MONDAY)
    assert told(store, team)["next_step"] == Measured("next_step", 1)
    log(store, team.rep, deal.id, MONDAY + DAY)
    assert told(store, team)["next_step"].acted == 1


async def test_whoever_presses_something_in_the_message_has_seen_it(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    await played.at(MONDAY)
    (message,) = played.inbox(played.team.rep)
    place = (message["channel"], message["ts"])
    unseen = played.store.ask(played.team.id, measures.unseen_at, *place)
    assert unseen is not None
    played.store.run(played.team.id, measures.mark_seen, unseen, MONDAY)
    assert played.store.ask(played.team.id, measures.unseen_at, *place) is None
    assert told(played.store, played.team)["silent"].seen == 1
    assert played.store.ask(played.team.id, measures.unseen_at, "C1", "1.1") is None


def chosen_deals(store: Store, team: Team, number: int) -> tuple[set[int], set[int]]:
    made = [make_deal(store, team.rep, f"Deal {n}", at=MONDAY - 14 * DAY) for n in range(number)]
    since = (MONDAY - 14 * DAY).date()
    chosen = {deal.id for deal in made if is_chosen(team.id, deal.id, since)}
    return chosen, {deal.id for deal in made} - chosen


def test_a_tenth_of_the_silences_is_held_back_for_three_working_days_and_then_asked_about(
    store: Store, team: Team
) -> None:
    compare(store, team)
    chosen, others = chosen_deals(store, team, 40)
    assert chosen
    for day in range(4):  # a bundle holds seven
        ask(store, team.rep, MONDAY + day * DAY)
    assert chosen.isdisjoint(asked_about(store, team.id))
    for deal_id in others:
        log(store, team.rep, deal_id, MONDAY + 3 * DAY)
    log(store, team.rep, min(chosen), MONDAY + 3 * DAY)
    assert effect(store, team).held == len(chosen)
    assert effect(store, team).held_acted == 1
    assert told(store, team)["held_back"].asked == len(chosen)
    ask(store, team.rep, MONDAY + 4 * DAY)
    rest = chosen - {min(chosen)}
    assert rest <= set(asked_about(store, team.id))


def test_nothing_is_held_back_where_nobody_switched_it_on(store: Store, team: Team) -> None:
    chosen, _ = chosen_deals(store, team, 40)
    for day in range(6):
        ask(store, team.rep, MONDAY + day * DAY)
    assert store.ask(team.id, lambda session: session.query(HeldBackRow).count()) == 0
    assert chosen & set(asked_about(store, team.id))


def test_about_a_tenth_is_chosen_and_always_the_same() -> None:
    day = date(2026, 3, 2)
    drawn = [is_chosen(1, deal_id, day) for deal_id in range(10_000)]
    assert 900 < sum(drawn) < 1100
    assert drawn == [is_chosen(1, deal_id, day) for deal_id in range(10_000)]


def test_a_second_question_is_never_held_back(team: Team) -> None:
    at = datetime(2026, 2, 2, tzinfo=UTC)
    finding = Finding(Signal.SILENT, at.date(), 20)
    deal = OpenDeal(7, 1, "discovery", None, "USD", 25, None, None, at, at, at, None)
    ids = (one for one in range(1, 1_000) if is_chosen(1, one, at.date()))
    speaking = [(deal._replace(id=next(ids)), (finding,))]
    (first,) = resting(speaking, {}, {}, team.rep.person, MONDAY.date(), 1).items()
    assert first == (speaking[0][0].id, HeldBack(at.date(), MONDAY.date()))
    before = {speaking[0][0].id: nudging.Asked(1, date(2026, 2, 2), answered=False)}
    assert resting(speaking, before, {}, team.rep.person, MONDAY.date(), 1) == {}


def test_a_kind_that_moves_nobody_is_worth_quieting() -> None:
    kinds = [
        Measured("silent", asked=100, acted=40, unhelpful=2),
        Measured("stuck", asked=100, acted=9, unhelpful=2),
        Measured("date_passed", asked=100, acted=60, unhelpful=30),
        Measured("next_step", asked=100),
    ]
    assert [one.key for one in worth_quieting(kinds)] == ["stuck", "date_passed"]
    assert worth_quieting([Measured("stuck", asked=29)]) == []


def quiet(store: Store, actor: Actor) -> int:
    return store.run(actor.workspace.id, report_nudges.quiet, actor, Told.STUCK, START)


def test_a_quieted_signal_is_no_reason_to_ask_until_that_is_undone(
    store: Store, team: Team
) -> None:
    act_id = quiet(store, team.admin)
    deal = make_deal(store, team.rep, at=LONG_AGO)
    log(store, team.rep, deal.id, MONDAY - timedelta(hours=1))
    assert ask(store, team.rep, MONDAY).because == "nothing-stale"
    store.run(team.id, undoing.undo, team.admin, act_id, MONDAY)
    assert ask(store, team.rep, MONDAY).told == 1


async def test_what_never_reached_somebody_was_not_asked(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    for day in range(3):  # from Monday to Wednesday nothing goes out before the day is over
        await played.clockwork.tick(MONDAY + day * DAY)
        played.clock.set(MONDAY + day * DAY + timedelta(hours=9))
        await played.messenger.drain()
    await played.at(MONDAY + 3 * DAY)
    (message,) = played.inbox(played.team.rep)
    assert "third" not in str(message["blocks"])
    page = played.store.ask(played.team.id, nudges.page, 4, MONDAY)
    assert [line.times for line in page.lines] == [1]


async def test_nobody_is_disturbed_who_does_not_want_to_be(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    user = str(played.team.rep.person.slack_user_id)
    begins = int(MONDAY.timestamp()) - 600
    member = played.sandbox.ws.members[user]
    played.sandbox.ws.add_member(replace(member, dnd=(begins, begins + 3600)))
    await played.at(MONDAY)
    assert played.inbox(played.team.rep) == []
    played.clock.set(MONDAY + timedelta(minutes=50))
    await played.messenger.drain()
    assert len(played.inbox(played.team.rep)) == 1


async def test_where_slack_does_not_say_who_is_quiet_the_message_comes(played: Stage) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    played.sandbox.faults.refuse("dnd.teamInfo", "missing_scope", times=10)
    await played.at(MONDAY)
    assert len(played.inbox(played.team.rep)) == 1
