"""A refusal or an apology, in words, with what was typed handed back."""

from bot.domain.refusal import Refusal
from bot.i18n import Translator
from bot.views.blocks import Page, context, page, section


def sentence(refusal: Refusal, t: Translator) -> str:
    """The refusal as plain text, to stand beside a field or on a terminal."""
    return t(f"refusal-{refusal.key}", **refusal.facts)


def build(refusal: Refusal, t: Translator, typed: str = "") -> Page:
    told = t.md(f"refusal-{refusal.key}", **refusal.facts)
    if not typed:
        return page(told)
    return page(told, section(told), context(t.md("you-typed", typed=typed[:1500])))
