"""The form to move a deal to another stage."""

from bot.domain.deal import Deal
from bot.domain.stages import Stages
from bot.i18n import Translator
from bot.ids import MOVE_FORM, VALUE
from bot.views import phrases
from bot.views.blocks import Block, Values, chosen, field, modal, option, section, select


def build(t: Translator, deal: Deal, stages: Stages, carried: str) -> Block:
    options = [
        option(stage.name(t.language), stage.key)
        for stage in stages.open
        if stage.key != deal.stage_key
    ]
    following = next(
        (s.key for s in stages.open if s.position > stages.get(deal.stage_key).position), None
    )
    now = t.md("move-form-now", deal=phrases.name(deal), stage=phrases.stage_name(deal, stages, t))
    blocks = [
        section(now),
        field("stage", t("move-form-stage"), select(VALUE, options, chosen=following)),
    ]
    return modal(
        t, MOVE_FORM, t("move-form-title"), blocks, submit=t("button-move"), carried=carried
    )


def read(values: Values) -> str:
    """The key of the stage chosen."""
    return chosen(values, "stage")
