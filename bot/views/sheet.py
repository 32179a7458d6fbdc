"""A page in a modal with nothing to send: what a button inside a modal or App Home shows."""

from bot.i18n import Translator
from bot.views.blocks import Block, Page, plain

MOST_BLOCKS = 100


def build(page: Page, t: Translator) -> Block:
    return {
        "type": "modal",
        "title": plain("Pipekeeper"),
        "close": plain(t("form-close")),
        "blocks": page["blocks"][:MOST_BLOCKS],
    }
