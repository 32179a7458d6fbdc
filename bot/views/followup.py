"""The morning's next steps: what was promised, how late it is, and four ways to settle it.

The same message is drawn again as steps are settled, until it reads as a list of things done.
"""

from datetime import date

from bot.domain.deal import Deal
from bot.domain.following import Kind
from bot.domain.outcomes import Asked, Done
from bot.domain.tellings import FollowupLine, FollowupPage
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import (
    DEAL_HOLD,
    DEAL_LOG,
    DEAL_NEXT,
    DEAL_SHOW,
    DEALS_PAGE,
    STEP_DONE,
    STEP_LATER,
    STEP_NEXT_WEEK,
    STEP_TOMORROW,
)
from bot.views import carry, deal_list, done, phrases
from bot.views.blocks import Block, Page, actions, button, clip, context, divider, page, section


def build(morning: FollowupPage, t: Translator) -> Page:
    if morning.brought and not morning.lines:
        said = _brought(morning.brought, t)
        return page(said, section(said, _list_button(t)))
    said = headline(morning, t)
    return page(said, section(said), *lines(morning, t))


def lines(morning: FollowupPage, t: Translator) -> list[Block]:
    """Each step with its buttons, or what became of it."""
    blocks: list[Block] = []
    for line in morning.lines:
        blocks += _settled(line, morning, t) if line.is_settled else _waiting(line, morning, t)
    if morning.more:
        blocks += [divider(), context(t.md("followup-more", count=morning.more))]
    if morning.brought:
        blocks += [divider(), section(_brought(morning.brought, t), _list_button(t))]
    return blocks


def _brought(count: int, t: Translator) -> Mrkdwn:
    """The steps that came overdue with an import, as one."""
    return t.md("followup-brought", count=count)


def _list_button(t: Translator) -> Block:
    mine = deal_list.packed(Asked(sort="next"))
    return button(t("followup-brought-show"), f"{DEALS_PAGE}.steps", mine)


def waiting(morning: FollowupPage) -> int:
    return sum(not line.is_settled for line in morning.lines)


def headline(morning: FollowupPage, t: Translator) -> Mrkdwn:
    if count := waiting(morning):
        late = sum(one.kind is Kind.OVERDUE for one in morning.lines if not one.is_settled)
        key = "followup-says-late" if late else "followup-says"
        return t.md(key, count=count, late=late)
    put_off = sum(line.is_put_off for line in morning.lines)
    return t.md("followup-put-off", count=put_off) if put_off else t.md("followup-settled")


def _waiting(line: FollowupLine, morning: FollowupPage, t: Translator) -> list[Block]:
    value = carry.pack(deal=line.deal.id)
    opening = button(t("button-open"), f"{DEAL_SHOW}.{line.deal.id}", value)
    return [divider(), section(_told(line, morning, t), opening), _answers(line, value, t)]


def _told(line: FollowupLine, morning: FollowupPage, t: Translator) -> Mrkdwn:
    deal, on = line.deal, Day(line.on, morning.today)
    step = clip(line.step, phrases.LONGEST_STEP)
    match line.kind:
        case Kind.DUE if line.on == morning.today:
            due = phrases.step_due(deal, morning.today, t)
            told = t.md("followup-due", step=step)
            if due.at is not None:
                told = t.md("followup-due-at", step=step, at=due.clock)
        case Kind.DUE:
            told = t.md("followup-due-since", step=step, due=on)
        case Kind.OVERDUE:
            told = t.md("followup-overdue", step=step, due=on)
        case Kind.HOLD_ENDED:
            told = t.md("followup-hold-ended", reason=phrases.hold_reason(deal), until=on)
    return t.md(
        "followup-deal",
        told=told,
        deal=phrases.name(deal),
        account=phrases.account(deal),
        stage=phrases.stage_name(deal, morning.stages, t),
        amount=phrases.amount(deal, t),
    )


def _answers(line: FollowupLine, value: str, t: Translator) -> Block:
    if line.kind is Kind.HOLD_ENDED:
        return actions(
            button(t("button-next-step"), DEAL_NEXT, value, style="primary"),
            button(t("button-log"), DEAL_LOG, value),
            button(t("followup-hold-again"), DEAL_HOLD, value),
        )
    return actions(
        button(t("followup-done"), STEP_DONE, value, style="primary"),
        button(t("followup-tomorrow"), STEP_TOMORROW, value),
        button(t("followup-next-week"), STEP_NEXT_WEEK, value),
        button(t("followup-later"), DEAL_NEXT, value),
    )


def timed_answers(deal: Deal, t: Translator) -> Block:
    """The same for a step with a time of day."""
    value = carry.pack(deal=deal.id)
    return actions(
        button(t("followup-done"), STEP_DONE, value, style="primary"),
        button(t("followup-in-an-hour"), STEP_LATER, value),
        button(t("followup-tomorrow"), STEP_TOMORROW, value),
        button(t("followup-next-week"), STEP_NEXT_WEEK, value),
    )


def _settled(line: FollowupLine, morning: FollowupPage, t: Translator) -> list[Block]:
    step = clip(line.step, phrases.LONGEST_STEP) or phrases.hold_reason(line.deal)
    now = phrases.next_step(line.deal, morning.stages, morning.today, t)
    key = "followup-moved" if line.is_put_off else "followup-gone-on"
    if line.is_replaced:
        key = "followup-replaced"
    told = t.md(key, step=step, deal=phrases.name(line.deal), now=now)
    return [divider(), section(told)]


def finished(made: Done, t: Translator, today: date) -> Page:
    """The answer to a step that was done."""
    said = t.md("followup-done-says", deal=phrases.name(made.deal))
    return done.told(said, made, t, phrases.next_step(made.deal, made.stages, today, t))
