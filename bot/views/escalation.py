"""A manager's list: their people's deals whose questions went unanswered, and what to do.

The same message is drawn again as deals are settled; what was settled invites a word of praise.
"""

from bot.domain.nudging import UNHELPFUL
from bot.domain.outcomes import Asked
from bot.domain.tellings import EscalationLine, EscalationPage
from bot.i18n import Day, Mrkdwn, Translator, escape
from bot.ids import DEAL_ASSIGN, DEAL_SHOW, DEALS_PAGE, FEEDBACK_ASK, FEEDBACK_PRAISE
from bot.views import carry, deal_list, phrases
from bot.views.blocks import Block, Page, actions, button, clip, context, divider, page, section

NO_DEED = frozenset({"assign", UNHELPFUL})
"""Answers that its owner did nothing for."""


def build(listing: EscalationPage, t: Translator) -> Page:
    waiting = sum(line.answer is None for line in listing.lines)
    said = t.md("escalation-says", count=waiting) if waiting else t.md("escalation-settled")
    blocks: list[Block] = [section(said)]
    if waiting:
        blocks.append(context(t.md("escalation-why")))
    for line in listing.lines:
        blocks += _settled(line, t) if line.answer else _waiting(line, listing, t)
    if listing.more:
        stale = deal_list.packed(Asked(scope="team", stale=True))
        blocks += [
            divider(),
            context(t.md("escalation-more", count=listing.more)),
            actions(button(t("nudge-show-all"), f"{DEALS_PAGE}.stale", stale)),
        ]
    return page(said, *blocks)


def _waiting(line: EscalationLine, listing: EscalationPage, t: Translator) -> list[Block]:
    deal = line.deal
    told = t.md(
        "escalation-deal",
        deal=phrases.name(deal),
        owner=_owner(line),
        stage=phrases.stage_name(deal, listing.stages, t),
        amount=phrases.amount(deal, t),
        step=phrases.next_step(deal, listing.stages, listing.today, t),
    )
    why = [
        t.md("escalation-asked", times=line.times, on=Day(line.asked_on, listing.today)),
        phrases.signals(line.findings, t),
    ]
    value = carry.pack(deal=deal.id)
    buttons = [button(t("escalation-ask"), FEEDBACK_ASK, value, style="primary")]
    if line.is_assignable:
        buttons.append(button(t("escalation-reassign"), DEAL_ASSIGN, value))
    return [
        divider(),
        section(told, button(t("button-open"), f"{DEAL_SHOW}.{deal.id}", value)),
        context(Mrkdwn("\n".join(one for one in why if one))),
        actions(*buttons),
    ]


def _settled(line: EscalationLine, t: Translator) -> list[Block]:
    done = t(f"nudge-answer-{(line.answer or '').replace('_', '-')}")
    told = t.md("escalation-done", deal=phrases.name(line.deal), owner=_owner(line), done=done)
    if line.answer in NO_DEED:
        return [divider(), section(told)]
    praise = button(t("escalation-praise"), FEEDBACK_PRAISE, carry.pack(deal=line.deal.id))
    return [divider(), section(told, praise)]


def _owner(line: EscalationLine) -> Mrkdwn:
    slack_id = line.owner.slack_user_id
    name = clip(line.owner.name, phrases.LONGEST_NAME)
    return Mrkdwn(f"<@{slack_id}>") if slack_id else escape(name)
