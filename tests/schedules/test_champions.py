"""Top performers are asked in private, at most once a quarter, and shown only if they agree."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.domain.champions import ChampionsPage
from bot.domain.deal import ActivityKind
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.domain.verdict import Verdict
from bot.usecases import activities, champions, deals, undoing
from store import champions as kept
from store import history, people
from store.engine import Store
from tests.makers import START, Team, make_deal
from tests.reports.lives import Plot, live, log
from tests.schedules.stage import Stage, settle_in

MONDAY = START + timedelta(days=7)
WON, LOST = Plot(True, True, is_won=True, lasts=25), Plot(False, False, lasts=25)
QUARTER = timedelta(days=92)


def settle(store: Store, team: Team) -> None:
    """Rob wins nine of ten and works on three days a week; two others win one of ten."""
    begun = START - timedelta(days=60)
    live(store, team.rep, begun, *[WON] * 9, LOST)
    for other in (team.other_rep, team.korean):
        live(store, other, begun, WON, *[LOST] * 9)
    work(store, team, MONDAY)


def work(store: Store, team: Team, until: datetime) -> None:
    """Twelve weeks with three days in each on which Rob called somebody."""
    deal = make_deal(store, team.rep, f"Steady {until}", at=START - timedelta(days=60))

    def call(session: Session) -> None:
        for week in range(12):
            for day in range(3):
                at = until - timedelta(days=7 * (week + 1) - day)
                log(session, team.rep, deal.id, at + timedelta(hours=6))

    store.run(team.id, call)


def invite(store: Store, team: Team, later: timedelta = timedelta(0)) -> dict[int, str]:
    """Whom the job decides what for: "" is asked."""
    reps = [team.rep.person, team.other_rep.person, team.korean.person]

    def decide(session: Session) -> list[Verdict]:
        return champions.invite(session, reps, MONDAY + later)

    return {one.person.id: one.because for one in store.run(team.id, decide)}


def page(store: Store, actor: Actor) -> ChampionsPage:
    return store.ask(actor.workspace.id, champions.page, actor, MONDAY)


def test_who_wins_and_works_steadily_is_asked_once_a_quarter(store: Store, team: Team) -> None:
    settle(store, team)
    told = invite(store, team)
    assert told[team.rep.id] == ""
    assert told[team.other_rep.id] == "no-champion"
    assert invite(store, team, timedelta(days=7))[team.rep.id] == "champion-asked"
    work(store, team, MONDAY + QUARTER)
    day = timedelta(days=1)
    assert invite(store, team, QUARTER - day)[team.rep.id] == "champion-asked"
    assert invite(store, team, QUARTER)[team.rep.id] == "", "a quarter later, once more"
    assert page(store, team.leader).champions == (), "nothing is shown of who was only asked"


def test_shown_is_who_agreed_and_nobody_after_taking_it_back(store: Store, team: Team) -> None:
    settle(store, team)
    invite(store, team)
    store.run(team.id, champions.answer, team.rep, MONDAY, consents=True)
    (shown,) = page(store, team.korean).champions
    assert shown.person.id == team.rep.id
    assert shown.habits.calls == 36 + 9 * 3 + 1, "of the last whole weeks"
    assert not shown.habits.follows_up
    assert invite(store, team, timedelta(days=7))[team.rep.id] == "champion-already"
    store.run(team.id, champions.answer, team.rep, MONDAY, consents=False)
    assert page(store, team.korean).champions == ()
    assert not store.ask(team.id, champions.is_there, team.korean.id)
    assert page(store, team.leader).weeks[0].champions == 0
    assert invite(store, team, timedelta(days=14))[team.rep.id] == "champion-asked"


def test_a_next_step_within_the_hour_of_a_call_is_counted(store: Store, team: Team) -> None:
    settle(store, team)
    invite(store, team)
    store.run(team.id, champions.answer, team.rep, MONDAY, consents=True)
    deal = make_deal(store, team.rep, "Followed up", at=START)
    before = page(store, team.leader).champions[0].habits
    due = (START + timedelta(days=20)).date()

    def follow_up(session: Session) -> None:
        for day in range(3):
            at = START + timedelta(days=day, hours=2)
            report = Report(ActivityKind.CALL, "yes", None, f"send {day}", due)
            activities.log(session, team.rep, Target(deal.id), report, at)
            log(session, team.rep, deal.id, at + timedelta(hours=3))
            minutes = timedelta(hours=3, minutes=50 + 10 * day)
            after = due + timedelta(days=day + 1)
            deals.set_next_step(session, team.rep, deal.id, f"then {day}", after, at + minutes)

    store.run(team.id, follow_up)
    after = page(store, team.leader).champions[0].habits
    assert after.calls - before.calls == 6
    assert after.within_an_hour - before.within_an_hour == 5, "70 minutes are more than an hour"
    assert before.within_an_hour == 0


def test_an_answer_can_be_undone_and_nobody_answers_who_was_not_asked(
    store: Store, team: Team
) -> None:
    settle(store, team)
    invite(store, team)
    act_id = store.run(team.id, champions.answer, team.rep, MONDAY, consents=True)
    store.run(team.id, undoing.undo, team.rep, act_id, MONDAY)
    assert page(store, team.rep).champions == ()
    assert page(store, team.rep).is_asked
    with pytest.raises(Refusal, match="champion-not-asked"):
        store.run(team.id, champions.answer, team.korean, MONDAY, consents=True)


def test_who_left_or_leads_now_is_no_champion(store: Store, team: Team) -> None:
    settle(store, team)
    invite(store, team)
    store.run(team.id, champions.answer, team.rep, MONDAY, consents=True)
    from store import history

    def promote(session: Session) -> None:
        act = history.begin(session, team.admin.id, "person.set", MONDAY)
        people.change(act, team.rep.id, {"role": "manager"})

    store.run(team.id, promote)
    assert page(store, team.leader).champions == ()


def test_leaders_alone_see_how_the_weeks_develop(store: Store, team: Team) -> None:
    settle(store, team)
    invite(store, team)
    store.run(team.id, champions.answer, team.rep, MONDAY, consents=True)
    weeks = page(store, team.leader).weeks
    assert len(weeks) == 12
    assert {(one.champions, one.champions_active) for one in weeks} == {(1, 1)}
    assert page(store, team.manager).weeks == ()
    assert page(store, team.rep).weeks == ()


async def test_the_question_comes_in_private_in_the_afternoon_when_the_morning_has_its_message(
    played: Stage,
) -> None:
    settle(played.store, played.team)
    make_deal(played.store, played.team.rep, "Quiet", at=START - timedelta(days=60))
    await played.at(MONDAY + timedelta(hours=6))
    (morning,) = played.inbox(played.team.rep)
    assert "went quiet" in morning["text"] or "word" in morning["text"]
    await played.at(MONDAY + timedelta(hours=9))
    (asked,) = [one for one in played.inbox(played.team.rep) if "show others how" in one["text"]]
    assert "No deals, no amounts, no win rate" in str(asked["blocks"])
    for other in (played.team.manager, played.team.leader, played.team.korean):
        assert not [one for one in played.inbox(other) if "show" in one["text"]]


def test_a_champion_is_asked_about_a_deal_and_only_while_they_agree(
    store: Store, team: Team
) -> None:
    settle(store, team)
    invite(store, team)
    deal = make_deal(store, team.other_rep, "Hard one")
    with pytest.raises(Refusal, match="champion-none"):
        store.ask(team.id, champions.advising, team.other_rep, MONDAY, deal.id)
    store.run(team.id, champions.answer, team.rep, MONDAY, consents=True)
    asked = store.ask(team.id, champions.advising, team.other_rep, MONDAY, deal.id)
    assert [one.person.id for one in asked.champions] == [team.rep.id]
    put = (team.other_rep, team.rep.id, deal.id, "How would you go on?", MONDAY)
    _, told, _ = store.run(team.id, champions.ask, *put)
    assert told.to.id == team.rep.id
    store.run(team.id, champions.answer, team.rep, MONDAY, consents=False)
    with pytest.raises(Refusal, match="champion-gone"):
        store.run(team.id, champions.ask, *put)


def test_whoever_speaks_ones_language_is_offered_first(store: Store, team: Team) -> None:
    """Olga comes before Rob by name, and Rob alone speaks Korean."""
    settle_in(store, team.rep, locale="ko-KR")

    def agree(session: Session) -> None:
        act = history.begin(session, None, "champion.invite", MONDAY)
        for one in (team.other_rep, team.rep):
            kept.answer(act, kept.add(act, one.id), consents=True)

    store.run(team.id, agree)
    deal = make_deal(store, team.korean)
    asked = store.ask(team.id, champions.advising, team.korean, MONDAY, deal.id)
    assert [one.person.id for one in asked.champions] == [team.rep.id, team.other_rep.id]


def test_nobody_asks_themselves(store: Store, team: Team) -> None:
    settle(store, team)
    invite(store, team)
    store.run(team.id, champions.answer, team.rep, MONDAY, consents=True)
    assert store.ask(team.id, champions.is_there, team.korean.id)
    assert not store.ask(team.id, champions.is_there, team.rep.id)
    with pytest.raises(Refusal, match="champion-none"):
        store.ask(team.id, champions.advising, team.rep, MONDAY)
