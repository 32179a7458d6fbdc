"""Evidence on habits in words that a rep believes: counts first, intervals, and what it is not."""

from collections.abc import Sequence
from decimal import Decimal

from bot.domain.evidence import FEWEST_A_SIDE, Beside, Found, Rate, TooFew
from bot.domain.periods import Period
from bot.domain.reporting import Figure, Question
from bot.i18n import Mrkdwn, Translator
from bot.ids import LOG_OPEN
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    context,
    divider,
    page,
    section,
)
from bot.views.chart import Chart, Series
from bot.views.report_deals import called, offer

LONGEST = 60
MOST_NAMED = 9
"""Reps or teams on a page; the file holds them all."""

MOST_CHARTS = 2
"""Slack takes no more in a message."""


def build(
    found: Sequence[Found],
    t: Translator,
    period: Period | None = None,
    asked: Question | None = None,
) -> Page:
    """What was found, of the deals made in a period where one was asked for; with the way to the
    deals behind it, where it is known as what it was `asked`."""
    said = t.md(f"evidence-title-{found[0].whose}")
    blocks: list[Block] = []
    named = [one for one in found if one.whose == "named"]
    charts = 0
    for one in [*(one for one in found if one.whose != "named"), *named[:MOST_NAMED]]:
        blocks += [divider()] if blocks else []
        blocks.append(
            section(t.md(f"evidence-title-{one.whose}", name=clip(called(one.name, t), LONGEST)))
        )
        blocks += [section(_told(habit, t)) for habit in one.told]
        chart = _chart(one, t) if charts < MOST_CHARTS else None
        blocks += [chart.block()] if chart else []
        charts += chart is not None
    if len(named) > MOST_NAMED:
        blocks.append(context(t.md("evidence-more", count=len(named) - MOST_NAMED)))
    if period is not None:
        dated = t.md("evidence-period", first=period.first, last=period.last)
        blocks.insert(1, context(dated))
    behind = _behind(found, asked, t) if asked else []
    log = button(t("button-log-activity"), LOG_OPEN, style="primary")
    return page(said, *blocks, *behind, context(t.md("evidence-caution")), actions(log))


def _behind(found: Sequence[Found], asked: Question, t: Translator) -> list[Block]:
    """The deals of each habit; not those of a rep's whole team, which are others' to see."""
    is_own = found[0].whose == "own"
    shown = [found[0]] if is_own else [*found[:1], *found[1:][:MOST_NAMED]]
    figures, labels = [], []
    for one in shown:
        for habit in one.told:
            part = f"{habit.habit.value}-with_closed"
            figures.append(Figure(asked, one.key, part=part))
            short = t(f"evidence-short-{habit.habit.value.replace('_', '-')}")
            labels.append(f"{called(one.name, t)} · {short}" if one.name else short)
    return offer(figures, labels, t)


def _told(one: Beside | TooFew, t: Translator) -> Mrkdwn:
    habit = t(f"evidence-habit-{one.habit.value.replace('_', '-')}")
    if isinstance(one, TooFew):
        return t.md(
            "evidence-too-few",
            habit=habit,
            having=one.having,
            lacking=one.lacking,
            fewest=FEWEST_A_SIDE,
        )
    lines = [
        t.md("evidence-habit", habit=habit),
        _rate("evidence-having", one.having, t),
        _rate("evidence-lacking", one.lacking, t),
        _difference(one, t),
    ]
    days, others = one.having_days.days, one.lacking_days.days
    if days is not None and others is not None:
        lines.append(t.md("evidence-days", days=days, others=others))
    return Mrkdwn("\n".join(lines))


def _rate(key: str, rate: Rate, t: Translator) -> Mrkdwn:
    low, high = rate.interval
    return t.md(
        key,
        won=rate.won,
        closed=rate.closed,
        rate=_share(rate.value, t),
        low=_share(low, t),
        high=_share(high, t),
    )


def _difference(one: Beside, t: Translator) -> Mrkdwn:
    """In points of a hundred; an interval that holds nothing-at-all is said to."""
    apart, low, high = (round(100 * part) for part in one.difference)
    if low <= 0 <= high:
        return t.md("evidence-difference-none", low=low, high=high)
    key = "evidence-difference-more" if apart > 0 else "evidence-difference-less"
    return t.md(key, points=abs(apart), low=min(abs(low), abs(high)), high=max(abs(low), abs(high)))


def _share(value: float, t: Translator) -> str:
    return t.percent(Decimal(str(round(value, 2))))


def _chart(found: Found, t: Translator) -> Chart | None:
    known = [one for one in found.told if isinstance(one, Beside)]
    if not known:
        return None
    return Chart(
        title=t("evidence-chart"),
        categories=tuple(t(f"evidence-short-{one.habit.value.replace('_', '-')}") for one in known),
        series=(
            Series(t("evidence-with"), tuple(round(100 * one.having.value) for one in known)),
            Series(t("evidence-without"), tuple(round(100 * one.lacking.value) for one in known)),
        ),
    )
