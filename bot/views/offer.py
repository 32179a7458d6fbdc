"""Several deals could be meant: a button for each, with what tells it from its like."""

from bot.domain.deal import Deal
from bot.domain.outcomes import Offer
from bot.i18n import Mrkdwn, Translator
from bot.ids import CHOOSE
from bot.views import carry, phrases
from bot.views.blocks import Block, Page, button, clip, context, page, section


def build(offer: Offer, draft_id: int, t: Translator) -> Page:
    question = t.md("offer-which", typed=clip(offer.typed, phrases.LONGEST_NAME))
    blocks: list[Block] = [section(question)]
    for deal in offer.deals:
        choose = button(
            t("offer-this"), f"{CHOOSE}.{deal.id}", carry.pack(draft=draft_id, deal=deal.id)
        )
        blocks.append(section(_line(deal, t), choose))
    if offer.account is not None:
        account_id, name = offer.account
        choose = button(
            t("offer-this"), f"{CHOOSE}.account", carry.pack(draft=draft_id, account=account_id)
        )
        blocks.append(
            section(t.md("offer-account", account=clip(name, phrases.LONGEST_NAME)), choose)
        )
    if offer.more:
        blocks.append(context(t.md("offer-more", count=offer.more)))
    return page(Mrkdwn(question), *blocks)


def _line(deal: Deal, t: Translator) -> Mrkdwn:
    """A deal among its like; one that is closed says so."""
    told = phrases.deal_line(deal, t)
    return told if deal.is_open else Mrkdwn(f"{told} · {t.md(f'offer-{deal.status.value}')}")
