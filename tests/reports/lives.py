"""Deals that were kept with a habit or without, and how they ended, made by people's own acts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind
from bot.domain.giving import Filled
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor
from bot.usecases import activities, deals, moving
from bot.usecases.deals import Draft
from bot.usecases.moving import Win
from store.engine import Store
from tests.makers import ANSWERS

FILLED = Filled(ANSWERS)


@dataclass(frozen=True, slots=True)
class Plot:
    """A deal's first weeks, and its end some days after it began (None: it is open still)."""

    plans: bool
    logs_weekly: bool
    is_won: bool = False
    lasts: int | None = 40


def live(store: Store, actor: Actor, begun: datetime, *plots: Plot) -> list[int]:
    """Plays the deals, one after the other, a minute apart; returns their ids."""

    def act(session: Session) -> list[int]:
        return [
            _one(session, actor, begun + timedelta(minutes=number), plot)
            for number, plot in enumerate(plots)
        ]

    return store.run(actor.workspace.id, act)


def _one(session: Session, actor: Actor, begun: datetime, plot: Plot) -> int:
    draft = Draft(name=f"Deal of {begun.isoformat()}")
    deal_id = deals.create(session, actor, draft, begun).deal.id
    if plot.plans:
        due = (begun + timedelta(days=30)).date()
        later = begun + timedelta(hours=1)
        deals.set_next_step(session, actor, deal_id, "send quote", due, later)
    for week in range(3 if plot.logs_weekly else 1):
        log(session, actor, deal_id, begun + timedelta(days=7 * week + 2))
    if plot.lasts is not None:
        at = begun + timedelta(days=plot.lasts)
        if plot.is_won:
            moving.win(session, actor, deal_id, Win(filled=FILLED), at)
        else:
            moving.lose(session, actor, deal_id, at, reason="pricing")
    return deal_id


def log(session: Session, actor: Actor, deal_id: int, at: datetime) -> None:
    report = Report(ActivityKind.CALL, "we spoke")
    activities.log(session, actor, Target(deal_id), report, at)
