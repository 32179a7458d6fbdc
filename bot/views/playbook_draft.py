"""The playbook as someone changes it: a form of stages, each with forms of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.criteria import AnswerKind, ContactRole, Criterion, Field, Names
from bot.domain.playbook_diff import Change
from bot.domain.playbook_document import Forecast
from bot.domain.playbook_edits import new_key
from bot.domain.refusal import Refusal
from bot.domain.stages import Stage, Stages
from bot.i18n import Mrkdwn, Translator
from bot.ids import (
    DRAFT_CRITERION_FORM,
    DRAFT_CRITERION_NEW,
    DRAFT_CRITERION_REMOVE,
    DRAFT_DROP,
    DRAFT_REASONS,
    DRAFT_REASONS_FORM,
    DRAFT_STAGE,
    DRAFT_STAGE_FORM,
    DRAFT_STAGE_NEW,
    PLAYBOOK_PROPOSE,
    VALUE,
)
from bot.views import carry, criteria_fields
from bot.views.blocks import (
    Block,
    Values,
    actions,
    button,
    chosen,
    confirm,
    context,
    divider,
    field,
    modal,
    mrkdwn,
    number_input,
    option,
    overflow,
    plain,
    section,
    select,
    text_input,
    typed,
)

MOST_STAGES = 40
OWN = "own"


def build(stages: Stages, changes: tuple[Change, ...], t: Translator) -> Block:
    """The stages of the draft; every change is kept at once, and nothing holds until proposed."""
    blocks: list[Block] = [context(t.md("draft-says", changes=len(changes)))]
    blocks += [section(_stage(one, t), _menu(one, t)) for one in stages.all[:MOST_STAGES]]
    blocks += [divider(), *_buttons(changes, t)]
    return {
        "type": "modal",
        "title": plain(t("draft-title")),
        "close": plain(t("form-close")),
        "blocks": blocks,
    }


def _stage(stage: Stage, t: Translator) -> Mrkdwn:
    if stage.ends:
        return t.md("playbook-stage-end", stage=stage)
    facts = t.md(
        "draft-stage-facts",
        probability=stage.probability,
        days=stage.expected_days,
        silent=stage.silent_after,
        forecast=t(f"forecast-{stage.forecast.replace('_', '-')}"),
    )
    asked = tuple(criteria_fields.short(one, t) for one in stage.exit)
    below = t.md("playbook-to-leave", criteria=asked) if asked else t.md("playbook-no-exit")
    return Mrkdwn(f"{t.md('playbook-stage-end', stage=stage)}\n{facts}\n{below}")


def _menu(stage: Stage, t: Translator) -> Block:
    def packed(do: str) -> str:
        return carry.pack(do=do, stage=stage.key)

    options = [option(t("draft-edit-stage"), packed("edit"))]
    if not stage.ends:
        options += [
            option(t("draft-criteria"), packed("criteria")),
            option(t("draft-up"), packed("up")),
            option(t("draft-down"), packed("down")),
            option(t("draft-remove"), packed("remove")),
        ]
    return overflow(DRAFT_STAGE, *options)


def _buttons(changes: tuple[Change, ...], t: Translator) -> list[Block]:
    sure = confirm(t("draft-drop-sure"), t("draft-drop-text"), t("draft-drop"), t("form-cancel"))
    first = [
        button(t("draft-new-stage"), DRAFT_STAGE_NEW),
        button(t("draft-lost-reasons"), f"{DRAFT_REASONS}.lost", carry.pack(kind="lost")),
        button(t("draft-won-reasons"), f"{DRAFT_REASONS}.won", carry.pack(kind="won")),
    ]
    if not changes:
        return [actions(*first)]
    second = [
        button(t("playbook-propose"), PLAYBOOK_PROPOSE, style="primary"),
        button(t("draft-drop"), DRAFT_DROP, confirm=sure),
    ]
    return [actions(*first), actions(*second)]


def stage_form(stages: Stages, stage: Stage | None, t: Translator) -> Block:
    """One stage's facts; a stage of None is a new one."""
    names: Names = stage.names if stage else {}
    purpose: Names = (stage.purpose if stage else None) or {}
    blocks: list[Block] = []
    if stage is None and len(stages.pipelines) > 1:
        pipelines = [option(one.name(t.language), one.key) for one in stages.pipelines]
        choice = select(VALUE, pipelines, chosen=stages.pipelines[0].key)
        blocks.append(field("pipeline", t("draft-pipeline"), choice))
    blocks += [
        field("name_en", t("draft-name-en"), text_input(VALUE, value=names.get("en", ""))),
        field("name_ko", t("draft-name-ko"), text_input(VALUE, value=names.get("ko", ""))),
    ]
    if stage is None or not stage.ends:
        blocks += _numbers(stage, purpose, t)
    return modal(
        t,
        DRAFT_STAGE_FORM,
        t("draft-stage-title"),
        blocks,
        submit=t("form-save"),
        carried=carry.pack(stage=stage.key if stage else None),
    )


def _numbers(stage: Stage | None, purpose: Names, t: Translator) -> list[Block]:
    forecasts = [
        option(t(f"forecast-{one.value.replace('_', '-')}"), one.value)
        for one in (Forecast.PIPELINE, Forecast.BEST_CASE, Forecast.COMMIT, Forecast.OMITTED)
    ]

    def number(value: int) -> Block:
        return number_input(VALUE, str(value)) | {"is_decimal_allowed": False}

    return [
        field(
            "purpose_en",
            t("draft-purpose-en"),
            text_input(VALUE, value=purpose.get("en", "")),
            optional=True,
        ),
        field(
            "purpose_ko",
            t("draft-purpose-ko"),
            text_input(VALUE, value=purpose.get("ko", "")),
            optional=True,
        ),
        field("probability", t("draft-probability"), number(stage.probability if stage else 50)),
        field(
            "expected_days",
            t("draft-expected-days"),
            number(stage.expected_days if stage else 14),
            hint=t("draft-expected-days-hint"),
        ),
        field(
            "silent_after",
            t("draft-silent-after"),
            number(stage.silent_after if stage else 7),
            hint=t("draft-silent-after-hint"),
        ),
        field(
            "forecast",
            t("draft-forecast"),
            select(VALUE, forecasts, chosen=stage.forecast if stage else "pipeline"),
        ),
    ]


def read_stage(values: Values) -> dict[str, Any]:
    """The facts as the document has them."""
    facts: dict[str, Any] = {"names": _names(values, "name")}
    if "probability" not in values:
        return facts
    facts["purpose"] = _names(values, "purpose") or None
    for name, least, most in (
        ("probability", 0, 100),
        ("expected_days", 1, 3650),
        ("silent_after", 1, 365),
    ):
        held = typed(values, name)
        if not held.isascii() or not held.isdigit() or not least <= int(held) <= most:
            raise Refusal("number-between", field=name, least=least, most=most)
        facts[name] = int(held)
    facts["forecast"] = chosen(values, "forecast")
    return facts


def read_pipeline(values: Values) -> str:
    """Where a new stage goes; "" where there is but one pipeline."""
    return chosen(values, "pipeline")


def _names(values: Values, stem: str) -> dict[str, str]:
    held = {language: typed(values, f"{stem}_{language}").strip() for language in ("en", "ko")}
    return {language: words for language, words in held.items() if words}


def criteria(stage: Stage, t: Translator) -> Block:
    """What is asked to leave a stage, each to be taken out, and a way to ask more."""
    value = carry.pack(stage=stage.key)
    blocks: list[Block] = [section(t.md("draft-criteria-says", stage=stage))]
    for one in stage.exit:
        remove = button(
            t("draft-remove"),
            f"{DRAFT_CRITERION_REMOVE}.{one.key}",
            carry.pack(stage=stage.key, criterion=one.key),
        )
        asked = criteria_fields.question(one, t)
        blocks.append({"type": "section", "text": plain(asked), "accessory": remove})
    if not stage.exit:
        blocks.append({"type": "section", "text": mrkdwn(t.md("draft-criteria-none"))})
    blocks.append(actions(button(t("draft-new-criterion"), DRAFT_CRITERION_NEW, value)))
    return {
        "type": "modal",
        "title": plain(t("draft-criteria-title")),
        "close": plain(t("form-close")),
        "blocks": blocks,
    }


def criterion_form(stage: Stage, customs: Sequence[Criterion], t: Translator) -> Block:
    """One more thing to ask: a field, a contact's role, or a question of one's own."""
    there = {one.key for one in stage.exit}
    options = [option(t("draft-criterion-own"), OWN)]
    for name in Field:
        if name.value not in there:
            label = t(f"criterion-field-{name.value.replace('_', '-')}")
            options.append(option(t("draft-criterion-field", name=label), f"field:{name.value}"))
    for custom in customs:
        if custom.key not in there:
            label = custom.question(t.language)
            options.append(option(t("draft-criterion-field", name=label), f"field:{custom.key}"))
    for role in ContactRole:
        if role.value not in there:
            label = t(f"criterion-role-{role.value.replace('_', '-')}")
            text = t("draft-criterion-contact", name=label)
            options.append(option(text, f"contact:{role.value}"))
    kinds = [
        option(t(f"draft-answer-{kind.value.replace('_', '-')}"), kind.value) for kind in AnswerKind
    ]
    hint = t("draft-ask-hint")
    blocks = [
        field("what", t("draft-criterion-what"), select(VALUE, options[:100], chosen=OWN)),
        field("ask_en", t("draft-ask-en"), text_input(VALUE), optional=True, hint=hint),
        field("ask_ko", t("draft-ask-ko"), text_input(VALUE), optional=True),
        field("answer", t("draft-answer"), select(VALUE, kinds, chosen=AnswerKind.TEXT.value)),
        field(
            "choices",
            t("draft-choices"),
            text_input(VALUE, lines=True),
            optional=True,
            hint=t("draft-choices-hint"),
        ),
    ]
    return modal(
        t,
        DRAFT_CRITERION_FORM,
        t("draft-criterion-title"),
        blocks,
        submit=t("form-save"),
        carried=carry.pack(stage=stage.key),
    )


def read_criterion(values: Values) -> dict[str, Any]:
    """The criterion as the document has it."""
    what = chosen(values, "what")
    if what != OWN:
        sort, _, key = what.partition(":")
        return {sort: key}
    ask = _names(values, "ask")
    if not ask:
        raise Refusal("playbook-ask-empty", field="ask_en")
    facts: dict[str, Any] = {"ask": ask}
    kind = chosen(values, "answer") or AnswerKind.TEXT.value
    if kind != AnswerKind.TEXT.value:
        facts["answer"] = kind
    if kind == AnswerKind.CHOICE.value:
        facts["choices"] = _choices(typed(values, "choices"))
        if not facts["choices"]:
            raise Refusal("playbook-choices-empty", field="choices")
    return facts


def _choices(lines: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for line in lines.splitlines():
        english, _, korean = (part.strip() for part in line.partition("="))
        if english:
            key = new_key(english, {one["key"] for one in made}, "choice")
            made.append({"key": key, "names": {"en": english, "ko": korean or english}})
    return made


def reasons_form(kind: str, lines: str, t: Translator) -> Block:
    label = t("draft-reasons-lost") if kind == "lost" else t("draft-reasons-won")
    blocks = [
        field(
            "reasons",
            label,
            text_input(VALUE, value=lines, lines=True),
            hint=t("draft-reasons-hint"),
        )
    ]
    return modal(
        t,
        DRAFT_REASONS_FORM,
        t("draft-reasons-title"),
        blocks,
        submit=t("form-save"),
        carried=carry.pack(kind=kind),
    )


@dataclass(frozen=True, slots=True)
class Reasons:
    """Which reasons, and the lines of them."""

    kind: str
    lines: str


def read_reasons(values: Values, carried: str) -> Reasons:
    return Reasons(carry.unpack(carried).get("kind", "lost"), typed(values, "reasons"))
