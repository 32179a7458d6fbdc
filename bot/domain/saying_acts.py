"""Orders in a sentence: move it, won it, lost it, hold it, hand it over, begin a new one."""

from collections.abc import Mapping

from bot.domain import saying_english as english
from bot.domain import saying_korean as korean
from bot.domain.saying import SaidAct
from bot.domain.saying_evidence import ENOUGH, ORDER, either, weigh
from bot.domain.saying_moves import move_in

CLOSED = {"won": SaidAct.WON, "lost": SaidAct.LOST}
"""A deal is not moved to its end: it is won or lost, with what that asks for."""
SURE, UNSURE, GUESSED = 0.9, 0.65, 0.4


def ordered(masked: str, stages: Mapping[str, str]) -> tuple[SaidAct, str | None, float] | None:
    """The order, the stage it names, and how sure that is; None where nothing is ordered."""
    weights = weigh(masked)
    move = move_in(masked, stages)
    act = max(ORDER, key=lambda one: (weights[one], -ORDER.index(one)))
    guessed = either(english.THINKING, korean.THINKING).search(masked) is not None
    if act is SaidAct.REOPEN and weights[SaidAct.HOLD] >= ENOUGH:
        act = SaidAct.HOLD  # held until it is taken up again
    if weights[act] < ENOUGH:
        if move is not None and move.weight >= ENOUGH:
            if move.stage in CLOSED:
                return CLOSED[move.stage], None, GUESSED if guessed else SURE
            return SaidAct.MOVE, move.stage, GUESSED if guessed else SURE
        if act is SaidAct.ASSIGN and weights[act] >= UNSURE:
            return act, None, UNSURE
        return None
    if move is not None and move.stage in CLOSED and act in (SaidAct.WON, SaidAct.LOST):
        move = None
    if move is not None and move.weight > max(weights[act], 1.0) and act is not SaidAct.NEW:
        return SaidAct.MOVE, move.stage, GUESSED if guessed else SURE
    if act is SaidAct.NEW:
        return act, None, SURE
    if act is SaidAct.ASSIGN and "@" not in masked:
        return act, None, UNSURE
    return act, None, GUESSED if guessed else SURE
