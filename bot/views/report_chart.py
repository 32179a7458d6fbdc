"""A report as a chart: the figure that answers its question, key by key."""

from decimal import Decimal

from bot.domain.reporting import Lines
from bot.i18n import Translator
from bot.views.chart import Chart, Series

DRAWN = {
    "opportunities": ("new",),
    "wins": ("won", "lost"),
    "productivity": ("per_rep",),
    "adoption": ("active_days", "activities"),
    "attention": ("days",),
}
"""The columns that are drawn."""

KEY = {"adoption": "rep", "attention": "deal"}
MOST = 20
LONGEST = 20


def chart(name: str, lines: Lines, t: Translator) -> Chart:
    """The first twenty keys; Slack takes no more."""
    keys = [str(key)[:LONGEST] for key in lines.column(KEY.get(name, "key"))][:MOST]
    series = tuple(
        Series(
            t(f"report-column-{column.replace('_', '-')}"),
            tuple(_whole(value) for value in lines.column(column))[:MOST],
        )
        for column in DRAWN[name]
    )
    return Chart(t(f"report-{name}"), tuple(keys), series)


def picture(name: str, lines: Lines, t: Translator) -> bytes:
    """The same as a PNG."""
    return chart(name, lines, t).picture()


def _whole(value: object) -> int:
    return round(value) if isinstance(value, Decimal | int | float) else 0
