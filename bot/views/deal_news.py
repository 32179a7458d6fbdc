"""What others hear of a deal: that it was won, or that it went past the playbook's criteria."""

from dataclasses import dataclass

from bot.domain.deal import Deal
from bot.domain.people import Person
from bot.domain.stages import Stages
from bot.i18n import Mrkdwn, Translator
from bot.ids import DEAL_SHOW
from bot.views import carry, criteria_fields, phrases
from bot.views.blocks import Page, button, clip, context, page, section


def won(deal: Deal, stages: Stages, t: Translator) -> Page:
    """For a channel: who won what, for how much, and why."""
    said = t.md(
        "deal-won-announced",
        deal=phrases.name(deal),
        account=phrases.account(deal),
        owner=phrases.owner(deal, t),
        amount=phrases.amount(deal, t),
    )
    reason = phrases.reason_name(deal.close_reason, stages, t)
    below = [context(t.md("deal-won-reason", reason=reason))] if reason else []
    return page(said, section(said), *below)


@dataclass(frozen=True, slots=True)
class Override:
    """Who moved a deal from which stage to which, without which criteria, and why."""

    by: Person | None
    left: str
    to: str
    criteria: tuple[str, ...]
    reason: str


def overridden(deal: Deal, told: Override, stages: Stages, t: Translator) -> Page:
    """For the manager: what a deal went past, and why."""
    by = told.by
    mention = Mrkdwn(f"<@{by.slack_user_id}>") if by and by.slack_user_id else None
    said = t.md(
        "override-told",
        by=mention or (by.name if by else "?"),
        deal=phrases.name(deal),
        from_stage=stages.get(told.left),
        to_stage=stages.get(told.to),
        criteria=tuple(criteria_fields.by_key(key, stages, t) for key in told.criteria),
    )
    show = button(t("button-open"), DEAL_SHOW, carry.pack(deal=deal.id))
    why = t.md("override-why", reason=clip(told.reason, phrases.LONGEST_STEP))
    return page(said, section(said, show), context(why), context(t.md("override-hint")))
