"""The pages of those who show the way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bot.domain.champions import Advising, Champion, ChampionsPage, Habits, WeekShare
from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.tellings import Feedback, FeedbackKind
from bot.i18n import Translator
from bot.views import champions_page
from tests.views.cast import BOSS, DAY, DEAL, NOW, REP, Scale

STAGES = DEFAULT_STAGES


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    quick = Champion(
        replace(REP, slack_user_id=None, name=scale("Rob")), Habits(Decimal("4.2"), 7, 40, 33)
    )
    slow = Champion(replace(REP, id=3), Habits(Decimal(3), 150, 4, 4))
    weeks = tuple(
        WeekShare(date(2025, 12, 8) + timedelta(days=7 * number), 2, 1 + number % 2, 6, number % 5)
        for number in range(12)
    )
    shy = tuple(replace(one, others=3) for one in weeks)
    for name, told in (
        ("none", ChampionsPage((), 9, False, False)),
        ("rep", ChampionsPage((quick, slow), 9, False, True)),
        ("champion", ChampionsPage((quick, slow), REP.id, True, False)),
        ("leader", ChampionsPage((quick, slow), 9, False, False, weeks)),
        ("leader_few", ChampionsPage((slow,), 9, False, False, shy)),
    ):
        yield f"champions.{name}", champions_page.build(told, t)[0]
    yield "champions.plain", champions_page.build(told, t)[1]
    yield "champions.invitation", champions_page.invitation(t)
    yield "champions.agreed", champions_page.answered(5, consents=True, t=t)
    yield "champions.declined", champions_page.answered(5, consents=False, t=t)
    deal = replace(DEAL, name=scale(DEAL.name))
    yield "champions.form", champions_page.form(Advising((quick, slow), (deal,), 3), "", t)
    put = Feedback(1, FeedbackKind.ADVICE, BOSS, REP, deal, scale("How would you go on?"))
    yield "champions.asked", champions_page.asked(put, 5, NOW, NOW, t)
    yield "champions.asked_later", champions_page.asked(put, 5, NOW + timedelta(hours=9), NOW, t)
    yield "champions.letter", champions_page.letter(put, deal, STAGES, t, DAY)
