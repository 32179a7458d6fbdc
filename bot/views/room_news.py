"""What one act did to a deal, for all in its room: nobody is pinged by it."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.deal import Activity, Money
from bot.domain.rooms import News
from bot.domain.timing import by_clock, moment
from bot.i18n import Day, Mrkdwn, Translator
from bot.views import phrases
from bot.views.blocks import Block, Page, clip, context, page, quote, section

LONGEST_NOTE = 600


def build(news: News, t: Translator) -> Page | None:
    """One message for the whole act; None where it changed nothing that is told."""
    head = _head(news, t)
    lines = _lines(news, t)
    if head is None and not lines:
        return None
    by = clip(news.by.name if news.by else "Pipekeeper", phrases.LONGEST_NAME)
    said = head or t.md("news-changed", by=by, deal=phrases.name(news.deal))
    blocks: list[Block] = [section(said)]
    blocks += [quote(clip(one.note, LONGEST_NOTE)) for one in news.logged if one.note]
    if lines:
        blocks.append(context(Mrkdwn("\n".join(lines))))
    return page(said, *blocks)


def _head(news: News, t: Translator) -> Mrkdwn | None:
    """The one thing that was done; what else it changed stands below."""
    by = clip(news.by.name if news.by else "Pipekeeper", phrases.LONGEST_NAME)
    deal = phrases.name(news.deal)
    if news.is_undo:
        told = bool(news.withdrawn) or bool(_lines(news, t)) or news.changed("stage_key")
        return t.md("news-undone", by=by, deal=deal) if told else None
    if news.changed("stage_key"):
        return _moved(news, by, t)
    if news.logged:
        kind = phrases.kind_name(news.logged[0].kind, news.stages, t)
        return t.md("news-logged", by=by, kind=kind, deal=deal)
    return None


def _moved(news: News, by: str, t: Translator) -> Mrkdwn:
    deal = phrases.name(news.deal)
    status = news.after.get("status")
    if status == "won":
        return t.md("news-won", by=by, deal=deal, amount=_money(news, news.after, t))
    if status == "lost":
        return t.md("news-lost", by=by, deal=deal)
    if status == "open":
        return t.md("news-reopened", by=by, deal=deal, stage=_stage(news, news.after))
    return t.md(
        "news-moved",
        by=by,
        deal=deal,
        from_stage=_stage(news, news.before),
        to_stage=_stage(news, news.after),
    )


def _stage(news: News, side: Any) -> object:
    return news.stages.get(str(side.get("stage_key") or news.deal.stage_key))


def _lines(news: News, t: Translator) -> list[Mrkdwn]:
    tellers: list[Callable[[News, Translator], Mrkdwn | None]] = [
        _withdrawn, _stage_back, _reason, _amount, _close, _step, _owner, _hold, _name,
    ]  # fmt: skip
    return [line for teller in tellers if (line := teller(news, t)) is not None]


def _withdrawn(news: News, t: Translator) -> Mrkdwn | None:
    if not news.withdrawn:
        return None
    return t.md("news-withdrawn", kind=_kind(news.withdrawn[0], news, t))


def _kind(activity: Activity, news: News, t: Translator) -> str:
    return phrases.kind_name(activity.kind, news.stages, t)


def _stage_back(news: News, t: Translator) -> Mrkdwn | None:
    if not (news.is_undo and news.changed("stage_key")):
        return None
    return t.md("news-stage", stage=_stage(news, news.after))


def _reason(news: News, t: Translator) -> Mrkdwn | None:
    reason = phrases.reason_name(news.after.get("close_reason"), news.stages, t)
    return t.md("news-reason", reason=reason) if reason else None


def _amount(news: News, t: Translator) -> Mrkdwn | None:
    if not news.changed("amount", "currency") or news.after.get("status") == "won":
        return None
    return t.md("news-amount", was=_money(news, news.before, t), now=_money(news, news.after, t))


def _money(news: News, side: Any, t: Translator) -> str:
    value = side.get("amount", news.deal.amount)
    if value is None:
        return t("deal-no-amount")
    return t.money(Money(Decimal(str(value)), str(side.get("currency") or news.deal.currency)))


def _close(news: News, t: Translator) -> Mrkdwn | None:
    if not news.changed("closes_on"):
        return None
    return t.md("news-close", was=_day(news, "before", t), now=_day(news, "after", t))


def _day(news: News, side: str, t: Translator) -> object:
    told = getattr(news, side).get("closes_on")
    return Day(date.fromisoformat(told), news.today) if told else t("news-no-day")


def _step(news: News, t: Translator) -> Mrkdwn | None:
    if not news.changed("next_step", "next_step_due_on", "next_step_time"):
        return None
    after = news.after
    step = after.get("next_step", news.deal.next_step)
    due = after.get("next_step_due_on", news.deal.next_step_due_on)
    if not step:
        return t.md("news-no-step")
    if due is None:
        return t.md("news-step", step=clip(step, phrases.LONGEST_STEP))
    on = due if isinstance(due, date) else date.fromisoformat(str(due))
    at = after.get("next_step_time", news.deal.next_step_time)
    due = _due(on, time.fromisoformat(at) if isinstance(at, str) else at, news, t)
    return t.md("news-step-due", step=clip(step, phrases.LONGEST_STEP), due=due)


def _due(on: date, at: time | None, news: News, t: Translator) -> Day:
    """By the room's clock; which that is is said where the owner's shows another time."""
    if at is None or news.deal.owner_tz is None:
        return Day(on, news.today)
    due = moment(on, at, ZoneInfo(news.deal.owner_tz))
    here = by_clock(due, t.zone)
    return Day(here.on or on, news.today, here.at, phrases.said_zone(news.deal, due, t))


def _owner(news: News, t: Translator) -> Mrkdwn | None:
    if not news.changed("owner_id"):
        return None
    return t.md("news-owner", was=_named(news, news.before, t), now=_named(news, news.after, t))


def _named(news: News, side: Any, t: Translator) -> str:
    owner_id = side.get("owner_id")
    name = news.owners.get(int(owner_id)) if owner_id is not None else None
    return clip(name, phrases.LONGEST_NAME) if name else t("deal-owner-nobody")


def _hold(news: News, t: Translator) -> Mrkdwn | None:
    if not news.changed("held_until"):
        return None
    until = news.after["held_until"]
    if until is None:
        return t.md("news-hold-ended")
    day = Day(date.fromisoformat(str(until)), news.today)
    return t.md("news-hold", until=day, reason=phrases.hold_reason(news.deal))


def _name(news: News, t: Translator) -> Mrkdwn | None:
    if not news.changed("name"):
        return None
    was = clip(str(news.before.get("name")), phrases.LONGEST_NAME)
    return t.md("news-name", was=was, now=phrases.name(news.deal))
