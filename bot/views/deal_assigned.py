"""Someone hands you a deal: what it is, and the first things to do."""

from datetime import date

from bot.domain.deal import Deal
from bot.domain.people import Person
from bot.i18n import Translator
from bot.ids import DEAL_NEXT, DEAL_SHOW
from bot.views import carry, phrases
from bot.views.blocks import Page, actions, button, context, page, section


def build(deal: Deal, by: Person | None, t: Translator, today: date) -> Page:
    said = t.md("assigned-says", by=by.name if by else "Pipekeeper", deal=phrases.name(deal))
    value = carry.pack(deal=deal.id)
    return page(
        said,
        section(said),
        context(phrases.deal_line(deal, t)),
        context(phrases.next_step(deal, today, t)),
        actions(
            button(t("button-open"), DEAL_SHOW, value, style="primary"),
            button(t("button-next-step"), DEAL_NEXT, value),
        ),
    )
