"""What the report on nudges has to say beyond its table: whether asking helps, what to quiet."""

from collections.abc import Sequence
from decimal import Decimal

from bot.domain.measuring import FEWEST_COMPARED, Effect, Measured
from bot.i18n import Mrkdwn, Translator
from bot.ids import NUDGE_QUIET
from bot.views import carry, phrases
from bot.views.blocks import Block, Page, actions, button, context, page, section


def blocks(
    effect: Effect,
    compares: bool,
    proposed: Sequence[Measured],
    may_quiet: bool,
    t: Translator,
) -> list[Block]:
    """Below the table. Only those who may quiet a kind get the button for it."""
    told = [context(_effect(effect, compares, t))]
    for one in proposed:
        said = t.md(
            "nudges-hardly-help",
            signal=t(f"report-kind-{one.key.replace('_', '-')}"),
            asked=one.asked,
            acted=one.acted,
            unhelpful=one.unhelpful,
        )
        quiet = button(t("nudges-quiet"), f"{NUDGE_QUIET}.{one.key}", carry.pack(kind=one.key))
        told.append(section(said, quiet if may_quiet else None))
    return told


def _effect(effect: Effect, compares: bool, t: Translator) -> Mrkdwn:
    if not compares and not effect.held:
        return t.md("nudges-effect-off")
    if not effect.can_be_told:
        return t.md(
            "nudges-effect-too-few", asked=effect.asked, held=effect.held, fewest=FEWEST_COMPARED
        )
    return t.md(
        "nudges-effect",
        asked=effect.asked,
        asked_acted=effect.asked_acted,
        asked_share=t.percent(Decimal(effect.asked_acted) / effect.asked),
        held=effect.held,
        held_acted=effect.held_acted,
        held_share=t.percent(Decimal(effect.held_acted) / effect.held),
    )


def quieted(kind: str, act_id: int, t: Translator) -> Page:
    """The answer to the button."""
    said = t.md("nudges-quieted", signal=t(f"report-kind-{kind.replace('_', '-')}"))
    return page(said, section(said), actions(phrases.undo_button(act_id, t)))
