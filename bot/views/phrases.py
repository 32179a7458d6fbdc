"""Small turns of phrase that several pages share: a deal in a line, its next step, its signals."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.domain.deal import Activity, Deal, Money, Status
from bot.domain.fairness import Steps
from bot.domain.parsing_dates import no_day_in
from bot.domain.periods import Unit, parse_key, parse_monday
from bot.domain.recurring import Recurrence
from bot.domain.signals import Finding, on_hold
from bot.domain.stages import Stages
from bot.domain.timing import is_other_clock, shown
from bot.i18n import SIDE_BY_SIDE, Day, Mrkdwn, Translator, escape, joined
from bot.ids import UNDO
from bot.views import carry
from bot.views.blocks import Block, button, clip

LONGEST_NAME = 150
LONGEST_STEP = 300

_SLACK_ID = re.compile(r"[UW][A-Z0-9]+")


def span(key: str, t: Translator) -> str | None:
    """A month, a quarter or a week as people say it; None for what is none of them."""
    for unit, told in ((Unit.MONTH, t.month), (Unit.QUARTER, t.quarter)):
        period = parse_key(key, unit)
        if period is not None:
            return told(period.first)
    monday = parse_monday(key)
    return None if monday is None else t("period-week", day=t.short_day(monday))


def mean(told: Decimal, steps: Steps, t: Translator) -> str:
    """A team's mean as its own may read it: about so much, or a bound."""
    return t(f"mean-{steps.bound(told)}", value=t.number(told))


def name(deal: Deal) -> str:
    return clip(deal.name, LONGEST_NAME)


def account(deal: Deal) -> str:
    return clip(deal.account_name or "-", LONGEST_NAME)


def hold_reason(deal: Deal) -> str:
    return clip(deal.hold_reason or "", LONGEST_STEP)


def stage_name(deal: Deal, stages: Stages, t: Translator) -> str:
    return stages.get(deal.stage_key).name(t.language)


def amount(deal: Deal, t: Translator) -> str:
    return t.money(deal.money) if deal.money else t("deal-no-amount")


def owner(deal: Deal, t: Translator) -> Mrkdwn:
    """A mention where the owner is in Slack, the imported name where not."""
    if deal.owner_slack_id:
        return Mrkdwn(f"<@{deal.owner_slack_id}>")
    return escape(deal.owner_name) if deal.owner_name else t.md("deal-owner-nobody")


def deal_line(deal: Deal, t: Translator) -> Mrkdwn:
    """A deal among its like: name, account, owner, amount."""
    return t.md(
        "deal-line",
        deal=name(deal),
        account=account(deal),
        owner=owner(deal, t),
        amount=amount(deal, t),
    )


def next_step(deal: Deal, stages: Stages, today: date, t: Translator) -> Mrkdwn:
    """The next step in words and a sign: overdue, today, planned, or nothing planned; a hold
    before it, which keeps anything from being late."""
    if not deal.is_open:
        return closed(deal, stages, t)
    if deal.held_until is not None and on_hold(deal, today):
        step = clip(deal.next_step or "", LONGEST_STEP)
        has_step = "yes" if step else "no"
        return t.md("step-held", until=Day(deal.held_until, today), step=step, has_step=has_step)
    if deal.next_step_due_on is None:
        if deal.next_step:
            return t.md("step-undated", step=clip(deal.next_step, LONGEST_STEP))
        return t.md("step-none")
    step = _with_rule(clip(deal.next_step or "", LONGEST_STEP), deal.next_step_rule, t)
    due = step_due(deal, today, t)
    if due.on < today:
        return t.md("step-overdue", step=step, due=due)
    if due.on > today:
        return t.md("step-planned", step=step, due=due)
    if due.at is not None:
        return t.md("step-today-at", step=step, at=due.clock)
    return t.md("step-today", step=step)


def _with_rule(step: str, rule: str | None, t: Translator) -> str:
    """A step that comes again says how often."""
    often = next((one for one in Recurrence if one.value == rule), None)
    return step if often is None else t(f"step-{often.name.lower()}", step=step)


def step_due(deal: Deal, today: date, t: Translator) -> Day:
    """When the next step is due, by the reader's clock; which that is is said where the owner's
    shows another time."""
    due = shown(deal, t.zone)
    return Day(due.on or today, today, due.at, said_zone(deal, deal.next_step_at, t))


def said_zone(deal: Deal, at: datetime | None, t: Translator) -> str:
    """The reader's zone where a time of a deal's owner has to be told with it, else ""."""
    if at is None or deal.owner_tz is None:
        return ""
    return t.tz if is_other_clock(at, t.zone, ZoneInfo(deal.owner_tz)) else ""


def no_such_day(words: str, t: Translator) -> list[Mrkdwn]:
    """That a day in the words is none ("feb 30"): it is said, and read as no other."""
    day = no_day_in(words)
    return [t.md("no-such-day", day=clip(day, LONGEST_NAME))] if day else []


def closed(deal: Deal, stages: Stages, t: Translator) -> Mrkdwn:
    key = "step-won" if deal.status is Status.WON else "step-lost"
    reason = reason_name(deal.close_reason, stages, t)
    return t.md(key, reason=reason, has_reason="yes" if reason else "no")


def reason_name(reason: str | None, stages: Stages, t: Translator) -> str:
    """A reason of the playbook by its name, free words as they are."""
    if not reason:
        return ""
    first, _, note = reason.partition(": ")
    known = stages.reason(first)
    if known is None:
        return clip(reason, LONGEST_STEP)
    named = known.name(t.language)
    return clip(f"{named}: {note}", LONGEST_STEP) if note else named


def kind_name(kind: str, stages: Stages, t: Translator) -> str:
    """A kind of activity by the playbook's name, or ours, or the bare key of one long gone."""
    known = stages.kind(kind)
    if known is not None:
        return known.name(t.language)
    return t(f"kind-{kind}") if t.has(f"kind-{kind}") else kind


def signals(findings: Sequence[Finding], t: Translator) -> Mrkdwn | None:
    """Why a deal asks for attention, in one line; None where it doesn't."""
    if not findings:
        return None
    told = [t(f"signal-{one.signal.value.replace('_', '-')}", days=one.days) for one in findings]
    return t.md("signal-line", signals=joined(told))


def sums(amounts: Sequence[Money], t: Translator) -> str:
    """One sum per currency, never mixed."""
    told = [t.money(one) for one in amounts if one.value]
    return SIDE_BY_SIDE.join(told) or t("sum-none")


def undo_button(act_id: int, t: Translator) -> Block:
    return button(t("button-undo"), UNDO, carry.pack(act=act_id))


def said_where(activity: Activity, t: Translator) -> Mrkdwn | None:
    """Who wrote the message that an activity was logged from, with the way to it."""
    if not activity.permalink:
        return None
    link = Mrkdwn(f"<{activity.permalink}|{escape(t('activity-message'))}>")
    by = activity.said_by or ""
    name = Mrkdwn(f"<@{by}>") if _SLACK_ID.fullmatch(by) else clip(by, LONGEST_NAME) or "?"
    return t.md("activity-said", by=name, link=link)
