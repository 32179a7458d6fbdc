"""A page in a modal with nothing to send: what a button inside a modal or App Home shows."""

from bot.i18n import Translator
from bot.views.blocks import Block, Page, plain

MOST_BLOCKS = 100


def build(page: Page, t: Translator, about: str = "") -> Block:
    """`about` is what its button is about: the noun of the button's id, where it has a name."""
    key = f"sheet-{about}"
    return {
        "type": "modal",
        "title": plain(t(key) if t.has(key) else "Pipekeeper"),
        "close": plain(t("form-close")),
        "blocks": page["blocks"][:MOST_BLOCKS],
    }
