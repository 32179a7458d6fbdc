"""Undo in another order than things were done leaves what still stands, and nothing of the rest."""

from datetime import timedelta
from itertools import permutations

import pytest

from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor
from bot.usecases import activities, undoing
from store import visible
from store.engine import Store
from tests.makers import START, Team, make_deal


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_last_activity_is_the_newest_that_is_left(
    store: Store, team: Team, order: tuple[int, ...]
) -> None:
    deal = make_deal(store, team.rep)
    who: list[Actor] = [team.rep, team.manager, team.other_rep]
    at = [START + timedelta(hours=hours) for hours in (1, 2, 3)]
    acts = [
        store.run(
            team.id, activities.log, one, Target(deal.id), Report("note", "hello"), moment
        ).act_id
        for one, moment in zip(who, at, strict=True)
    ]
    left = [0, 1, 2]
    for hour, nth in enumerate(order):
        now = START + timedelta(days=1, hours=hour)
        store.run(team.id, undoing.undo, who[nth], acts[nth], now)
        left.remove(nth)
        stands = store.ask(team.id, visible.deal, deal.id)
        newest = max((at[one] for one in left), default=None)
        assert stands.last_activity_at == newest
        assert stands.last_touch_at == (newest or START)
