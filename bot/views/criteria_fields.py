"""What the playbook asks for, as the fields of a form, and what those fields bring back."""

from collections.abc import Iterable
from datetime import date

from bot.domain.criteria import AnswerKind, Asks, Criterion, Field, Known
from bot.domain.giving import AT, DUE, Filled
from bot.domain.stages import Stages
from bot.domain.timing import shown
from bot.i18n import Translator
from bot.ids import VALUE
from bot.views import step_forms
from bot.views.blocks import (
    Block,
    Values,
    chosen,
    date_input,
    field,
    number_input,
    option,
    picked_date,
    picked_time,
    select,
    text_input,
    typed,
)

OURS = frozenset({"stage", "reason", "override", "note", "won_on", "channel"})
"""Fields of the same forms that answer no criterion."""


def question(criterion: Criterion, t: Translator) -> str:
    """The criterion as its reader reads it: the playbook's own words, or the catalogue's for a
    field and a role."""
    if criterion.names:
        return criterion.question(t.language)
    sort = "role" if criterion.asks is Asks.CONTACT else "field"
    return t(f"criterion-{sort}-{criterion.key.replace('_', '-')}")


def short(criterion: Criterion, t: Translator) -> str:
    """The same in passing: "Budget holder named: who?" is told as "Budget holder named"."""
    return question(criterion, t).split(": ")[0].rstrip(":?")


def by_key(key: str, stages: Stages, t: Translator) -> str:
    """A criterion by its question; by its key where no version still has it."""
    found = stages.criterion(key)
    return short(found, t) if found else key


def build(
    criteria: Iterable[Criterion], known: Known, t: Translator, *, optional: bool
) -> list[Block]:
    """A field for each criterion, holding what is known already."""
    return [block for one in criteria for block in _fields(one, known, t, optional)]


def _fields(one: Criterion, known: Known, t: Translator, optional: bool) -> list[Block]:
    label = question(one, t)
    if one.asks is Asks.FIELD and one.key == Field.NEXT_STEP:
        what = text_input(VALUE, value=known.deal.next_step or "")
        due = shown(known.deal, t.zone)
        return [
            field(one.key, label, what, optional=optional),
            field(DUE, t("next-form-due"), date_input(VALUE, due.on), optional=optional),
            step_forms.time_of_day(t, AT, due.at),
        ]
    return [field(one.key, label, _element(one, known, t), optional=optional)]


def _element(one: Criterion, known: Known, t: Translator) -> Block:
    answer = known.answers.get(one.key)
    held = answer.value if answer else ""
    if one.asks is Asks.CONTACT:
        return text_input(VALUE, placeholder=t("criterion-contact-hint"))
    if one.asks is Asks.FIELD:
        if one.key == Field.EXPECTED_CLOSE:
            return date_input(VALUE)
        if one.key == Field.AMOUNT:
            hint = t("deal-form-amount-hint", currency=known.deal.currency)
            return text_input(VALUE, placeholder=hint)
        return text_input(VALUE)
    match one.kind:
        case AnswerKind.NUMBER:
            return number_input(VALUE, held)
        case AnswerKind.DATE:
            return date_input(VALUE, date.fromisoformat(held) if held else None)
        case AnswerKind.YES_NO:
            options = [option(t("answer-yes"), "yes"), option(t("answer-no"), "no")]
            return select(VALUE, options, chosen=held)
        case AnswerKind.CHOICE:
            choices = [option(_name(one, key, t), key) for key in _keys(one)]
            return select(VALUE, choices, chosen=held)
    return text_input(VALUE, value=held, lines=len(held) > 100)


def _keys(one: Criterion) -> list[str]:
    return [choice.key for choice in one.choices]


def _name(one: Criterion, key: str, t: Translator) -> str:
    """A choice by its name; its key where the playbook no longer has it."""
    names = next((choice.names for choice in one.choices if choice.key == key), {})
    return names.get(t.language) or next(iter(names.values()), key)


def told(one: Criterion, value: str, t: Translator) -> str:
    """An answer as its reader reads it."""
    match one.kind:
        case AnswerKind.YES_NO if value in ("yes", "no"):
            return t(f"answer-{value}")
        case AnswerKind.CHOICE:
            return _name(one, value, t)
        case AnswerKind.DATE:
            return t.day(date.fromisoformat(value))
    return value


def read(values: Values) -> dict[str, str]:
    """Whatever the fields hold, by the criterion's key; an empty one is there with ""."""
    return {name: _held(values, name) for name in values if name not in OURS}


def filled(values: Values) -> Filled:
    return Filled(read(values), typed(values, "override").strip())


def _held(values: Values, name: str) -> str:
    on = picked_date(values, name) or picked_time(values, name)
    return on.isoformat() if on else typed(values, name) or chosen(values, name)
