"""Questions about deals are kept with what was asked, and settled by whatever touches the deal."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from bot.domain.deal import Deal
from bot.domain.nudging import Asked, Bundle, Question
from bot.domain.refusal import Refusal
from bot.domain.signals import Finding, Signal
from store import drafts, history, nudges
from store.engine import Store
from tests.makers import START, Team, make_deal

DAY = date(2026, 3, 2)
FINDING = Finding(Signal.SILENT, date(2026, 2, 16), 10)


@pytest.fixture
def deal(store: Store, team: Team) -> Deal:
    return make_deal(store, team.rep)


def ask(store: Store, team: Team, deal: Deal, day: date = DAY, times: int = 1) -> int:
    question = Question(deal, (FINDING,), times)
    bundle = Bundle((question,), 3)
    return store.run(team.id, nudges.add, {team.rep.id: (day, bundle)}, START)[team.rep.id]


def settle(store: Store, team: Team, deal: Deal) -> list[int]:
    def act(session: Session) -> list[int]:
        return nudges.settle(
            history.begin(session, team.rep.id, "activity.log", START), deal.id, "log"
        )

    return store.run(team.id, act)


def test_a_question_is_kept_as_it_was_asked(store: Store, team: Team, deal: Deal) -> None:
    nudge_id = ask(store, team, deal)
    kept = store.ask(team.id, nudges.get, nudge_id)
    assert (kept.person_id, kept.asked_on, kept.more) == (team.rep.id, DAY, 3)
    (item,) = kept.items
    assert (item.deal_id, item.findings, item.times, item.answer) == (deal.id, (FINDING,), 1, None)
    assert store.ask(team.id, nudges.asked_on, {team.rep.id: DAY}) == {team.rep.id}
    assert store.ask(team.id, nudges.asked_on, {team.rep.id: date(2026, 3, 3)}) == set()


def test_the_newest_question_is_the_one_that_counts(store: Store, team: Team, deal: Deal) -> None:
    ask(store, team, deal)
    newest = ask(store, team, deal, date(2026, 3, 4), times=2)
    asked = store.ask(team.id, nudges.last_asked, [deal.id])
    assert asked == {deal.id: Asked(2, date(2026, 3, 4), answered=False)}
    assert store.ask(team.id, nudges.bundles_about, [deal.id]) == [newest]
    assert store.ask(team.id, nudges.last_asked, []) == {}


def test_touching_the_deal_settles_its_questions_once(store: Store, team: Team, deal: Deal) -> None:
    nudge_id = ask(store, team, deal)
    assert settle(store, team, deal) == [nudge_id]
    assert settle(store, team, deal) == []
    assert store.ask(team.id, nudges.last_asked, [deal.id])[deal.id].answered
    (item,) = store.ask(team.id, nudges.get, nudge_id).items
    assert item.answer == "log"


def test_undoing_the_touch_opens_the_question_again(store: Store, team: Team, deal: Deal) -> None:
    nudge_id = ask(store, team, deal)
    settle(store, team, deal)
    act_id = store.ask(team.id, history.last_act_of, team.rep.id)
    assert act_id is not None
    store.run(team.id, lambda session: history.undo(session, team.rep.id, act_id, START)[0].id)
    (item,) = store.ask(team.id, nudges.get, nudge_id).items
    assert item.answer is None


def test_a_draft_is_its_writers_own_and_used_up_by_the_choice(store: Store, team: Team) -> None:
    draft_id = store.run(team.id, drafts.keep, team.rep.id, "log", "call Acme", START)
    with pytest.raises(Refusal, match="say-not-yours"):
        store.run(team.id, drafts.take, team.other_rep.id, draft_id)
    assert store.run(team.id, drafts.take, team.rep.id, draft_id) == ("log", "call Acme")
    with pytest.raises(Refusal, match="draft-gone"):
        store.run(team.id, drafts.take, team.rep.id, draft_id)
