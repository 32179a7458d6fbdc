"""A report as a chart: the figure that answers its question, key by key."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from bot.domain.deal import Money
from bot.domain.periods import parse_monday
from bot.domain.refusal import Refusal
from bot.domain.reporting import Lines
from bot.domain.signals import Signal
from bot.i18n import Translator
from bot.views.chart import Chart, Series, distinct
from bot.views.report_deals import called

DRAWN = {
    "opportunities": ("new",),
    "wins": ("won", "lost"),
    "productivity": ("per_rep",),
    "pipeline": ("amount", "weighted"),
    "adoption": ("active_days", "activities"),
    "attention": ("signals",),
    "nudges": ("asked", "acted"),
    "funnel": ("reached",),
    "velocity": ("per_day",),
    "compliance": ("hygiene", "rhythm", "next_step", "fresh"),
}
"""The columns that are drawn."""

LINES = frozenset({"compliance"})
"""What develops week by week is drawn as lines."""

KEY = {"adoption": "rep"}
MONEY = frozenset({"per_rep", "amount", "weighted", "per_day"})
MOST = 20
"""Slack takes no more categories."""


def chart(name: str, lines: Lines, t: Translator) -> Chart | None:
    """None where words say it better. Counts of all currencies go together; amounts are drawn in
    the one that has the most lines, since two currencies on one axis would say nothing."""
    if name not in DRAWN or not set(DRAWN[name]) <= set(lines.columns):
        return None
    title = t(f"report-{name}")
    if name == "attention":
        return _by_signal(title, lines, t)
    if "stage" in lines.columns and name == "funnel":
        return _side_by_side(title, lines, t)
    shown, currency = lines, ""
    if MONEY & set(DRAWN[name]) and lines.rows:
        [(currency, _)] = Counter(lines.column("currency")).most_common(1)
        place = lines.columns.index("currency")
        shown = Lines(lines.columns, tuple(row for row in lines.rows if row[place] == currency))
        title = t("report-chart-in", report=title, currency=currency)
    summed = {column: _by_key(shown, KEY.get(name, "key"), column) for column in DRAWN[name]}
    keys = list(next(iter(summed.values())))[:MOST]
    series = tuple(
        Series(
            t(f"report-column-{column.replace('_', '-')}"),
            tuple(points[key] for key in keys),
        )
        for column, points in summed.items()
    )
    is_money = bool(MONEY & set(DRAWN[name]))
    days = [_as_day(key, t) for key in keys]
    return Chart(
        title,
        distinct(days),
        series,
        kind="line" if name in LINES else "bar",
        write=_in_money(currency, t) if is_money and currency else t.short_number,
    )


def _by_signal(title: str, lines: Lines, t: Translator) -> Chart:
    """How many deals say what: twenty deals' names would lie over each other on a phone."""
    found = Counter(one for said in lines.column("signals") for one in str(said).split(";"))
    names = [one.value for one in Signal if one.value in found]
    labels = distinct(t(f"report-signal-{one.replace('_', '-')}") for one in names)
    series = Series(t("report-column-deals"), tuple(found[one] for one in names))
    return Chart(title, labels, (series,))


def _in_money(currency: str, t: Translator) -> Callable[[int], str]:
    return lambda value: t.short_money(Money(Decimal(value), currency))


def _as_day(key: str, t: Translator) -> str:
    """A week by its Monday's date alone, as there is little room; anything else by its name."""
    monday = parse_monday(key)
    return called(key, t) if monday is None else t.short_day(monday)


MOST_SERIES = 6
"""Slack takes no more of them either."""


def _side_by_side(title: str, lines: Lines, t: Translator) -> Chart:
    """Several funnels: how many came to each stage, line by line."""
    keys = list(dict.fromkeys(str(key) for key in lines.column("key")))[:MOST]
    stages = list(dict.fromkeys(str(stage) for stage in lines.column("stage")))
    columns = (lines.column(name) for name in ("key", "stage", "reached"))
    came = {
        (str(key), str(stage)): _whole(count) for key, stage, count in zip(*columns, strict=True)
    }
    shown = stages if len(stages) <= MOST_SERIES else [*stages[: MOST_SERIES - 1], stages[-1]]
    series = tuple(
        Series(name, tuple(came.get((key, stage), 0) for key in keys))
        for name, stage in zip(distinct(shown), shown, strict=True)
    )
    return Chart(title, distinct([called(key, t) for key in keys]), series)


def picture(name: str, lines: Lines, t: Translator) -> bytes:
    """The same as a PNG. Raises Refusal for a report without a chart."""
    drawn = chart(name, lines, t)
    if drawn is None:
        raise Refusal("report-undrawn", report=name)
    return drawn.picture()


def _by_key(lines: Lines, key: str, column: str) -> dict[str, int]:
    """The column's sum for each key, in order."""
    summed: dict[str, int] = {}
    for one, value in zip(lines.column(key), lines.column(column), strict=True):
        summed[str(one)] = summed.get(str(one), 0) + _whole(value)
    return summed


def _whole(value: Any) -> int:
    return round(value) if isinstance(value, Decimal | int) else 0
