"""A deal's address, to be copied."""

from bot.domain.deal import Deal
from bot.i18n import Mrkdwn, Translator
from bot.views import phrases
from bot.views.blocks import Page, context, page, section


def build(deal: Deal, link: str, t: Translator) -> Page:
    said = t.md("link-says", deal=phrases.name(deal))
    # As code: Slack makes no link of it, and a long press or a double click takes it whole.
    return page(said, section(said), section(Mrkdwn(f"`{link}`")), context(t.md("link-hint")))
