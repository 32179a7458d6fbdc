"""What one can type, with examples, in the reader's language."""

from bot.i18n import Translator
from bot.views.blocks import Page, context, page, section


def build(command: str, t: Translator) -> Page:
    """`command` is log, deal or crm."""
    said = t.md(f"help-{command}-title")
    examples = t.md(f"help-{command}-examples")
    return page(said, section(said), section(examples), context(t.md(f"help-{command}-hint")))
