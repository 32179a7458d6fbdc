"""Someone hands you a deal: what it is, and the first things to do."""

from datetime import date

from bot.domain.deal import Deal
from bot.domain.people import Person
from bot.domain.stages import Stages
from bot.i18n import Mrkdwn, Translator
from bot.ids import DEAL_LOG, DEAL_NEXT, DEAL_SHOW
from bot.views import carry, phrases
from bot.views.blocks import Page, actions, button, clip, context, page, section


def build(deal: Deal, by: Person | None, stages: Stages, t: Translator, today: date) -> Page:
    said = _says(deal, by, t)
    value = carry.pack(deal=deal.id)
    return page(
        said,
        section(said),
        context(
            t.md(
                "assigned-deal",
                account=phrases.account(deal),
                stage=phrases.stage_name(deal, stages, t),
                amount=phrases.amount(deal, t),
            )
        ),
        context(phrases.next_step(deal, stages, today, t)),
        actions(
            button(t("button-open"), f"{DEAL_SHOW}.{deal.id}", value, style="primary"),
            button(t("button-next-step"), DEAL_NEXT, value),
            button(t("button-log"), DEAL_LOG, value),
        ),
    )


def _says(deal: Deal, by: Person | None, t: Translator) -> Mrkdwn:
    if by is None:
        return t.md("assigned-says-yours", deal=phrases.name(deal))
    return t.md("assigned-says", by=clip(by.name, phrases.LONGEST_NAME), deal=phrases.name(deal))
