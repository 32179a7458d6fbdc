"""What somebody said is done once, by them alone, and only after a yes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.refusal import Refusal
from bot.domain.saying import SaidAct
from bot.domain.saying_outcomes import Understood
from bot.i18n import translator
from bot.sandbox.limits import check_message
from bot.usecases import saying, saying_done
from bot.usecases.saying_drafts import read, written
from bot.views import saying as pages
from store.engine import Store
from store.schema import ActRow
from tests.makers import START, Team, make_deal

SAID = "called Acme, they want a trial, send quote Friday"


def test_a_message_told_twice_is_heard_once(store: Store, team: Team) -> None:
    make_deal(store, team.rep, "Acme")
    first = store.run(team.id, saying.hear, team.rep, SAID, "D1:1.1", START)
    assert isinstance(first, Understood)
    assert store.run(team.id, saying.hear, team.rep, SAID, "D1:1.1", START) is None
    again = store.run(team.id, saying.hear, team.rep, SAID, "D1:1.2", START)
    assert isinstance(again, Understood)


def test_another_day_alone_is_one_for_the_step_that_there_is(store: Store, team: Team) -> None:
    make_deal(store, team.rep, "Acme", next_step="Show the API", next_step_due_on=date(2026, 3, 5))
    make_deal(store, team.rep, "Globex")
    for place, (name, step) in enumerate((("Acme", "Show the API"), ("Globex", ""))):
        said = f"{name} can't do Thursday, let's say Friday 2pm"
        told = store.run(team.id, saying.hear, team.rep, said, f"D1:1.{place}", START)
        assert isinstance(told, Understood)
        assert told.reading.act is SaidAct.NEXT
        assert told.reading.next_step == (step or said)
        assert (told.reading.due, told.reading.at) == (date(2026, 3, 6), time(14))


def test_two_taps_on_confirm_log_once(store: Store, team: Team) -> None:
    make_deal(store, team.rep, "Acme")
    told = store.run(team.id, saying.hear, team.rep, SAID, "D1:1.1", START)
    assert isinstance(told, Understood)
    before = store.ask(team.id, _acts)
    both = Barrier(2)

    def confirm() -> str:
        both.wait(10)
        try:
            store.run(team.id, saying_done.confirm, team.rep, told.draft_id, START)
        except Refusal as refused:
            return refused.key
        return "done"

    with ThreadPoolExecutor(2) as threads:
        taps = [threads.submit(confirm) for _ in range(2)]
        assert sorted(one.result(20) for one in taps) == ["done", "draft-gone"]
    assert store.ask(team.id, _acts) == before + 1


def test_nobody_confirms_for_another(store: Store, team: Team) -> None:
    make_deal(store, team.rep, "Acme")
    told = store.run(team.id, saying.hear, team.rep, SAID, "D1:1.1", START)
    assert isinstance(told, Understood)
    with pytest.raises(Refusal, match="say-not-yours"):
        store.run(team.id, saying_done.confirm, team.manager, told.draft_id, START)
    done = store.run(team.id, saying_done.confirm, team.rep, told.draft_id, START)
    assert done.draft.said == SAID


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text(max_size=400)
    | st.builds("{} Acme {}".format, st.sampled_from(["called", "won", "new deal"]), st.text())
)
def test_any_text_is_answered_within_slacks_limits_and_writes_nothing(
    store: Store, team: Team, said: str
) -> None:
    if store.ask(team.id, _acts) == 0:
        make_deal(store, team.rep, "Acme")
    before = store.ask(team.id, _acts)
    told = store.run(team.id, saying.hear, team.rep, said, f"D1:{hash(said)}", START)
    assert store.ask(team.id, _acts) == before
    if isinstance(told, Understood):
        assert read(written(told.draft)).reading.act is told.reading.act
        page = pages.build(told, translator("ko-KR"), team.rep.today(START))
        assert check_message(page) == []


def _acts(session: Session) -> int:
    return session.scalar(select(func.count(ActRow.id))) or 0
