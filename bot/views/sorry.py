"""A refusal or an apology, in words, with what was typed handed back."""

from bot.domain.playbook_check import Problem
from bot.domain.refusal import Refusal
from bot.i18n import Translator
from bot.views.blocks import Page, clip, context, page, quote, section

LONGEST_FACT = 200


def sentence(refusal: Refusal, t: Translator) -> str:
    """The refusal as plain text, to stand beside a field or on a terminal."""
    return t(f"refusal-{refusal.key}", **_facts(refusal, t))


def _facts(refusal: Refusal, t: Translator) -> dict[str, object]:
    """People's own words no longer than a sentence bears, a playbook's fault in words."""
    return {name: _fact(fact, t) for name, fact in refusal.facts.items()}


def _fact(fact: object, t: Translator) -> object:
    if isinstance(fact, Problem):
        return t(f"playbook-problem-{fact.key}", **fact.facts)
    return clip(fact, LONGEST_FACT) if isinstance(fact, str) else fact


def build(refusal: Refusal, t: Translator, typed: str = "") -> Page:
    told = t.md(f"refusal-{refusal.key}", **_facts(refusal, t))
    if not typed:
        return page(told)
    return page(told, section(told), context(t.md("you-typed")), quote(typed))
