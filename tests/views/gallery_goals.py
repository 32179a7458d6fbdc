"""The pages of goals, in a telling state."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from bot.domain.deal import Money
from bot.domain.goals import Example, Goal, Outlook, Whose
from bot.i18n import Translator
from bot.views import goals_page
from tests.views.cast import DAY, Scale


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    def usd(amount: int) -> Money:
        return Money(Decimal(amount), "USD")

    goal = Goal(3, Whose.TEAM, None, scale("North"), "2026-Q1", usd(120_000))
    stands = {"commit": Decimal(20_000), "best_case": Decimal(9_000), "pipeline": Decimal(4_000)}
    short = Outlook(
        Whose.TEAM,
        scale("North"),
        "2026-Q1",
        goal,
        usd(60_000),
        stands,
        Decimal("21500.50"),
        12,
        18,
        (Money(Decimal(3_000_000), "KRW"),),
    )
    enough = replace(short, closed=usd(110_000), by_category=stands | {"omitted": Decimal(1)})
    done = replace(short, closed=usd(130_000), others=())
    few = replace(short, goal=None, won=3, lost=1, others=(), by_category={})
    losing = replace(few, won=0, lost=11)
    own = [short, enough, done, few, losing, replace(few, won=9, lost=9)]
    yield (
        "goals",
        goals_page.build(
            goals_page.Shown(own, [short] * 25, [(goal, scale("North"))], Example("Mina", "North")),
            t,
        ),
    )
    yield "goals.rep", goals_page.build(goals_page.Shown([few]), t)
    yield "goals.form", goals_page.form([scale("North"), scale("South")], DAY, "reply=x", t)
    yield "goals.form.no_teams", goals_page.form([], DAY, "reply=x", t)
    yield "goals.kept", goals_page.kept([(goal, scale("North"))], 11, t)
    yield "goals.kept.many", goals_page.kept([(goal, scale("North"))] * 23, 11, t)
    gone = replace(goal, whose=Whose.WORKSPACE, money=usd(0))
    yield "goals.gone", goals_page.kept([(gone, "")], 11, t)
    yield "goals.mark", goals_page.reached(goal, scale("North"), 90, usd(110_000), t)
    yield "goals.reached", goals_page.reached(goal, scale("North"), 100, usd(121_000), t)
