"""Two people move one deal at the same moment: one clear result, and the other is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy.orm import Session

from bot.domain.giving import Filled
from bot.domain.outcomes import Done
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.usecases import moving
from bot.usecases.moving import Order
from store import deals, visible
from store.engine import Store
from tests.makers import ANSWERS, START, Team, make_deal


def test_two_at_once_leave_one_result_and_tell_the_other(store: Store, team: Team) -> None:
    for turn in range(8):
        deal = make_deal(store, team.rep, f"Acme {turn}")
        both = Barrier(2)

        def move(actor: Actor, goal: str, deal_id: int = deal.id, both: Barrier = both) -> str:
            order = Order(goal, filled=Filled(ANSWERS), stood_in="qualification")

            def act(session: Session) -> str:
                visible.deal(session, deal_id)
                made = moving.move(session, actor, deal_id, order, START)
                assert isinstance(made, Done)
                return made.deal.stage_key

            both.wait(10)
            try:
                return store.run(team.id, act)
            except Refusal as refused:
                return refused.key

        with ThreadPoolExecutor(2) as threads:
            first = threads.submit(move, team.rep, "discovery")
            second = threads.submit(move, team.manager, "proposal")
            said = {first.result(20), second.result(20)}
        stands = store.ask(team.id, visible.deal, deal.id).stage_key
        assert stands in said & {"discovery", "proposal"}
        assert said - {stands} <= {"move-raced", "deal-changed"}
        changes = store.ask(team.id, deals.stage_history, deal.id)
        assert [one.to_stage for one in changes] == ["qualification", stands]
