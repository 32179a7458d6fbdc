"""A person's day: what is overdue, due, coming and stale; each line leads to its deal."""

from bot.domain.outcomes import Asked, Line, Today
from bot.i18n import Translator
from bot.ids import DEAL_NEW, DEALS_PAGE, LOG_OPEN
from bot.views import deal_list, phrases
from bot.views.blocks import Block, Page, actions, button, context, divider, page, section

SHOWN = 6
"""Deals a part shows; the rest are a tap away."""


def build(day: Today, t: Translator) -> Page:
    said = t.md(
        "today-says",
        day=day.today,
        overdue=len(day.overdue),
        due=len(day.due),
        stale=len(day.stale),
    )
    return page(said, section(said), *parts(day, t))


def parts(day: Today, t: Translator) -> list[Block]:
    """The parts of the day, for the message and for App Home alike."""
    if not day.open_deals:
        return [
            context(t.md("today-no-deals")),
            actions(button(t("button-new-deal"), DEAL_NEW, style="primary")),
        ]
    blocks: list[Block] = []
    shown: set[int] = set()
    for key, lines in (
        ("today-overdue", day.overdue),
        ("today-due", day.due),
        ("today-stale", day.stale),
        ("today-coming", day.coming),
    ):
        fresh = [line for line in lines if line.deal.id not in shown]
        shown |= {line.deal.id for line in fresh}
        blocks += _part(key, fresh, day, t)
    if not shown:
        blocks.append(section(t.md("today-all-clear")))
    blocks += _part("today-held", list(day.held), day, t)
    if day.without_step:
        blocks.append(deal_list.without_step(day.without_step, t))
    blocks.append(
        context(t.md("today-pipeline", count=day.open_deals, sums=phrases.sums(day.sums, t)))
    )
    blocks.append(_buttons(t))
    return blocks


def _part(key: str, lines: list[Line], day: Today, t: Translator) -> list[Block]:
    if not lines:
        return []
    told = [
        deal_list.line(one, day.stages, t, day.today, with_owner=False) for one in lines[:SHOWN]
    ]
    rest = len(lines) - SHOWN
    more = [context(t.md("today-more", count=rest))] if rest > 0 else []
    return [divider(), section(t.md(key, count=len(lines))), *told, *more]


def _buttons(t: Translator) -> Block:
    mine = deal_list.packed(Asked(scope="mine", sort="stage"))
    return actions(
        button(t("button-log-activity"), LOG_OPEN, style="primary"),
        button(t("button-new-deal"), DEAL_NEW),
        button(t("button-my-deals"), f"{DEALS_PAGE}.mine", mine),
    )
