"""What the compliance report says below its table: trust in the figures, and the leaders' loop."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from bot.domain.reporting import NOBODY
from bot.domain.trust import Loop, Measures, Notes, Short, Trust
from bot.i18n import Mrkdwn, Translator
from bot.views.blocks import Block, clip, context, section
from bot.views.chart import Chart, Series, distinct

MOST_MANAGERS = 10
MOST_LINES = 20
MOST_SIGNS = 2_800
"""Of a section's 3,000."""

FEWEST_WEEKS = 2
MEASURES = ("hygiene", "rhythm", "next-step", "fresh")
LONGEST_NAME = 40


def blocks(told: Notes, t: Translator) -> list[Block]:
    blocks = [*_shortfalls(told, t), *_develops(told.weeks, t), context(_trust(told.trust, t))]
    loops = told.loops
    if loops:
        lines = [t.md("compliance-loop"), *(_loop(one, t) for one in loops)]
        blocks.append(_section(lines, MOST_MANAGERS, t))
    return blocks


def trend(weeks: Sequence[Measures], t: Translator) -> Chart | None:
    """The measures week by week; nothing to draw of fewer than two weeks that are known whole."""
    known = [one for one in weeks if None not in _values(one)]
    if len(known) < FEWEST_WEEKS:
        return None
    series = (
        Series(t(f"report-measure-{name}"), tuple(round(value or 0) for value in values))
        for name, values in zip(MEASURES, zip(*map(_values, known), strict=True), strict=True)
    )
    days = distinct(t.short_day(one.week) for one in known)
    return Chart(t("compliance-trend"), days, tuple(series), "line")


def _values(one: Measures) -> tuple[Decimal | None, ...]:
    return one.hygiene, one.rhythm, one.next_step, one.fresh


def _develops(weeks: Sequence[Measures], t: Translator) -> list[Block]:
    """What the chart shows, in words: from the first of its weeks to the last."""
    known = [one for one in weeks if None not in _values(one)]
    if len(known) < FEWEST_WEEKS:
        return [context(t.md("compliance-trend-early"))]
    first, last = known[0], known[-1]
    moves = [
        t(
            "compliance-trend-measure",
            measure=t(f"report-measure-{name}"),
            first=t.number(round(was or 0)),
            last=t.number(round(now or 0)),
        )
        for name, was, now in zip(MEASURES, _values(first), _values(last), strict=True)
    ]
    ended = t.short_day(last.week + timedelta(days=6))
    said = t.md("compliance-trend-says", weeks=len(known), ended=ended, measures=t.listed(moves))
    return [context(said)]


def _shortfalls(told: Notes, t: Translator) -> list[Block]:
    """Who needs help and who is near, each with what would bring them to the target."""
    if not told.shorts:
        return [section(t.md("compliance-all-met"))] if told.has_met else _too_little(t)
    lines: list[Mrkdwn] = []
    for is_near, title in ((False, "compliance-missed"), (True, "compliance-near")):
        teams: dict[str, list[str]] = {}
        for one in told.shorts:
            if one.is_near is is_near:
                teams.setdefault(one.team, []).append(_short(one, t))
        if teams:
            lines.append(t.md(title))
        for team, wants in teams.items():
            name = t("report-nobody") if team == NOBODY else clip(team, LONGEST_NAME)
            lines.append(t.md("compliance-short", team=name, wants=t.listed(wants)))
    return [_section(lines, MOST_LINES, t)]


def _section(lines: Sequence[Mrkdwn], most: int, t: Translator) -> Block:
    """As many lines as may be told and as Slack takes signs; how many more there are."""
    told, left = list[Mrkdwn](), MOST_SIGNS
    for line in lines[:most]:
        left -= len(line) + 1
        if left < 0:
            break
        told.append(line)
    more = len(lines) - len(told)
    rest = [t.md("compliance-more", count=more)] if more else []
    return section(Mrkdwn("\n".join([*told, *rest])))


def _too_little(t: Translator) -> list[Block]:
    return [section(t.md("compliance-too-little"))]


def _short(one: Short, t: Translator) -> str:
    key = one.measure.replace("_", "-")
    rule = t(f"compliance-rule-{one.rule.replace('_', '-')}") if one.rule else ""
    return t(f"compliance-short-{key}", more=one.more, rule=rule)


def _trust(trust: Trust, t: Translator) -> Mrkdwn:
    if not trust.open_deals:
        return t.md("compliance-trust-none")
    return t.md(
        "compliance-trust",
        touched=t.percent(Decimal(trust.touched) / trust.open_deals),
        open=trust.open_deals,
        past=trust.past,
        bare=trust.without_amount,
    )


def _loop(one: Loop, t: Translator) -> Mrkdwn:
    name = clip(one.manager.name, LONGEST_NAME)
    facts = {"manager": name, "digests": one.digests, "seen": one.seen, "words": one.words}
    if one.hours is None:
        return t.md("compliance-loop-quiet", **facts)
    return t.md("compliance-loop-line", hours=one.hours, **facts)
