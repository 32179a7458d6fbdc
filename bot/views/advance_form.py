"""The form that moves a deal: where to, what is still missing to leave its stage, and why."""

from bot.domain.moving import Direction
from bot.domain.outcomes import Step
from bot.domain.stages import Stage
from bot.i18n import Translator
from bot.ids import MOVE_FORM, MOVE_STAGE, VALUE
from bot.views import criteria_fields, phrases
from bot.views.blocks import (
    Block,
    Values,
    chosen,
    context,
    field,
    modal,
    option,
    section,
    select,
    text_input,
    typed,
)


def build(step: Step, t: Translator, carried: str) -> Block:
    """One form for every move: choosing another stage draws it anew with what that one wants."""
    stage = phrases.stage_name(step.deal, step.stages, t)
    now = t.md("move-form-now", deal=phrases.name(step.deal), stage=stage)
    where = field("stage", t("move-form-stage"), _stages(step, t))
    blocks = [section(now), where | {"dispatch_action": True}, *_first_in_focus(wanted(step, t))]
    if step.needs_reason:
        key = "move-form-back" if step.direction is Direction.BACKWARD else "move-form-across"
        blocks.append(field("reason", t(key), text_input(VALUE, value=step.reason, lines=True)))
    return modal(
        t, MOVE_FORM, t("move-form-title"), blocks, submit=t("button-move"), carried=carried
    )


def _first_in_focus(wanting: list[Block]) -> list[Block]:
    """The cursor stands in the first field that is missing, rather than in the stage."""
    first = next((one for one in wanting if one["type"] == "input"), None)
    if first is not None:
        first["element"] = first["element"] | {"focus_on_load": True}
    return wanting


def wanted(step: Step, t: Translator) -> list[Block]:
    """The criteria that are missing, as fields; those that are there, by name; and the override,
    for those who may."""
    blocks: list[Block] = []
    lacking = [one for one in step.lacking if not _asked_elsewhere(one.key, step)]
    if lacking:
        asking = {one.key for one in lacking}
        left = tuple(one for one in step.passed if asking & {each.key for each in one.exit})
        blocks.append(section(t.md("move-form-missing", stages=left, count=len(lacking))))
        optional = step.may_override
        blocks += criteria_fields.build(lacking, step.known, t, optional=optional)
    if step.met:
        names = tuple(criteria_fields.short(one, t) for one in step.met)
        blocks.append(context(t.md("move-form-met", criteria=names)))
    if lacking and step.may_override:
        blocks.append(
            field(
                "override",
                t("move-form-override"),
                text_input(VALUE),
                optional=True,
                hint=t("move-form-override-hint"),
            )
        )
    return blocks


def _asked_elsewhere(key: str, step: Step) -> bool:
    """A won deal's amount has a field of its own."""
    return key == "amount" and step.to.ends


def _stages(step: Step, t: Translator) -> Block:
    several = len(step.stages.pipelines) > 1
    options = [
        option(_label(stage, step, t) if several else stage.name(t.language), stage.key)
        for stage in step.stages.open
        if stage.key != step.deal.stage_key
    ]
    return select(MOVE_STAGE, options, chosen=step.to.key)


def _label(stage: Stage, step: Step, t: Translator) -> str:
    pipeline = step.stages.pipeline(stage.pipeline).name(t.language)
    return f"{pipeline} · {stage.name(t.language)}"


def read_stage(values: Values) -> str:
    """The key of the stage chosen."""
    return chosen(values, "stage")


def read_reason(values: Values) -> str:
    return typed(values, "reason").strip()
