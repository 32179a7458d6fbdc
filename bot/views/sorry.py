"""A refusal or an apology, in words, with what was typed handed back."""

from bot.domain.refusal import Refusal
from bot.i18n import Translator
from bot.views.blocks import Page, clip, context, page, quote, section

LONGEST_FACT = 200


def sentence(refusal: Refusal, t: Translator) -> str:
    """The refusal as plain text, to stand beside a field or on a terminal."""
    return t(f"refusal-{refusal.key}", **_clipped(refusal.facts))


def _clipped(facts: dict[str, object]) -> dict[str, object]:
    """People's own words, no longer than a sentence bears."""
    return {
        name: clip(fact, LONGEST_FACT) if isinstance(fact, str) else fact
        for name, fact in facts.items()
    }


def build(refusal: Refusal, t: Translator, typed: str = "") -> Page:
    told = t.md(f"refusal-{refusal.key}", **_clipped(refusal.facts))
    if not typed:
        return page(told)
    return page(told, section(told), context(t.md("you-typed")), quote(typed))
