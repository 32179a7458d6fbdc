"""Scorecards: one's own, another's, with too little to tell, and a team's averages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.domain.deal import Money
from bot.domain.periods import Period
from bot.domain.scorecards import Card, Look, Score, Shown, TeamScores
from bot.i18n import Translator
from bot.views import scorecard_page
from tests.views.cast import DAY, NOW, REP, Scale

QUARTER = Period(date(2026, 1, 1), DAY)
SCORES = (
    Score("hygiene", 40, 80, Decimal("64.2"), 9),
    Score("rhythm", 30, 60, Decimal("70.0"), 44),
    Score("next_step", 20, 80, Decimal("31.5"), 9),
    Score("fresh", 10, 80, None, 2),
)
SUMS = (Money(Decimal(3_000_000), "KRW"), Money(Decimal("36001.50"), "USD"))


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    person = replace(REP, name=scale(REP.name))
    card = Card(QUARTER, SCORES, 44, 5, 3, SUMS, 4)
    looks = (Look(scale("Mona"), None, NOW), Look("Ada", "U4", NOW)) * 2
    own = Shown(person, card, is_own=True, looks=looks, today=DAY)
    yield "scorecard.own", scorecard_page.build(own, t, ended=False)
    unseen = replace(own, looks=())
    yield "scorecard.unseen", scorecard_page.build(unseen, t, ended=True)
    theirs = replace(own, is_own=False, looks=())
    yield "scorecard.theirs", scorecard_page.build(theirs, t, ended=False)
    little = tuple(replace(one, value=None, known_from=1) for one in SCORES)
    bare = replace(card, scores=little, won=0, lost=0, won_amounts=())
    yield "scorecard.little", scorecard_page.build(replace(own, card=bare), t, ended=False)
    team = TeamScores(5, QUARTER, SCORES)
    yield "scorecard.averages", scorecard_page.averages(team, t)
