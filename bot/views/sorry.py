"""A refusal or an apology, in words, with what was typed handed back."""

from bot.domain.playbook_check import Problem
from bot.domain.refusal import Instead, Refusal, ReportLine, Unknown
from bot.domain.stages import Stage
from bot.i18n import Translator
from bot.ids import DEAL_NEW, LINE_AGAIN
from bot.views import carry
from bot.views.blocks import Block, Page, actions, button, clip, context, page, quote, section

LONGEST_FACT = 200
LONGEST_NEW = 40


def sentence(refusal: Refusal, t: Translator) -> str:
    """The refusal as plain text, to stand beside a field or on a terminal."""
    return t(f"refusal-{refusal.key}", **_facts(refusal, t))


def _facts(refusal: Refusal, t: Translator) -> dict[str, object]:
    """People's own words no longer than a sentence bears, a playbook's fault in words."""
    return {name: _fact(_in_words(name, fact, t), t) for name, fact in refusal.facts.items()}


_SPOKEN = {
    "report": "report-word",
    "reports": "report-word",
    "by": "report-by-word",
    "groupings": "report-by-word",
}
"""Facts that are words of a command, which have to be readable in the reader's language."""


def _in_words(name: str, fact: object, t: Translator) -> object:
    if isinstance(fact, tuple):
        return tuple(_in_words(name, one, t) for one in fact)
    key = f"{_SPOKEN[name]}-{fact}" if name in _SPOKEN else ""
    return t(key) if t.has(key) else fact


def _fact(fact: object, t: Translator) -> object:
    if isinstance(fact, Problem):
        return t(f"playbook-problem-{fact.key}", **fact.facts)
    return clip(fact, LONGEST_FACT) if isinstance(fact, str) else fact


def build(refusal: Refusal, t: Translator, typed: str = "", draft_id: int | None = None) -> Page:
    """`draft_id` is the number under which the line is kept, for what may have been meant."""
    told = t.md(f"refusal-{refusal.key}", **_facts(refusal, t))
    if not typed:
        return page(told)
    blocks = [section(told), context(t.md("you-typed")), quote(typed)]
    if draft_id is not None and isinstance(refusal, Unknown):
        blocks += _ways_on(refusal, draft_id, t)
    return page(told, *blocks)


def _ways_on(refusal: Unknown, draft_id: int, t: Translator) -> list[Block]:
    """A button for each that may have been meant, and for a deal that is not there yet."""
    buttons = [
        button(_shown(one, t), f"{LINE_AGAIN}.{nth}", carry.pack(draft=draft_id, nth=nth))
        for nth, one in enumerate(refusal.instead)
    ]
    hint = [context(t.md("instead-hint"))] if buttons else []
    if refusal.is_deal:
        label = t("instead-new-deal", name=clip(refusal.typed, LONGEST_NEW))
        buttons.append(button(label, DEAL_NEW, carry.pack(draft=draft_id)))
    return [*hint, actions(*buttons)] if buttons else []


def _shown(one: Instead, t: Translator) -> str:
    match one.shown:
        case Stage():
            return one.shown.name(t.language)
        case ReportLine(word):
            key = f"report-word-{word}"
            return t("report-again", word=t(key) if t.has(key) else word)
    return str(one.shown or one.put)
