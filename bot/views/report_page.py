"""A report in Slack: its question in a sentence, the table, the chart, and other ways to look."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.domain.deal import Money
from bot.domain.periods import last_weeks
from bot.domain.reporting import NOBODY, Figure, Grouping, Lines, Question
from bot.i18n import Mrkdwn, Translator
from bot.ids import REPORT_FILE, REPORT_SHOW
from bot.views import carry, report_chart, report_deals
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    context,
    fitting,
    page,
    section,
)
from bot.views.chart import Chart

MOST_ROWS = 60
ROWS_AT_ONCE = 12
LONGEST_CELL = 60
LINES_OF_A_SECTION = 15
OFFERED = (
    Grouping.KIND,
    Grouping.CATEGORY,
    Grouping.STAGE,
    Grouping.MONTH,
    Grouping.WEEK,
    Grouping.QUARTER,
    Grouping.REP,
    Grouping.TEAM,
)
MOST_OFFERED = 4


def build(
    asked: Question,
    lines: Lines,
    whose: str,
    groupings: frozenset[Grouping],
    t: Translator,
    also: Sequence[Block] = (),
    behind: Sequence[Figure] = (),
    trend: Chart | None = None,
) -> tuple[Page, Page]:
    """The page, and the same in words for a workspace that refuses tables and charts. What there
    is to say `also` stands below the table, a `trend` in the place of the report's own chart;
    `behind` are the figures whose deals can be seen."""
    name = asked.name
    said = t.md(
        "report-says",
        report=t(f"report-{name}"),
        first=asked.period.first,
        last=asked.period.last,
        whose=t(f"report-whose-{whose}"),
    )
    notes = [*also, context(t.md(f"report-note-{name}"))]
    if len(lines.rows) > MOST_ROWS:
        notes.append(context(t.md("report-more", count=len(lines.rows) - MOST_ROWS)))
    labels = [_label(lines, row, t) for row in lines.rows[:MOST_ROWS]]
    notes += report_deals.offer(behind[:MOST_ROWS], labels[: len(behind)], t)
    buttons = _buttons(asked, groupings, t)
    if not lines.rows:
        empty = page(said, section(said), context(t.md("report-empty")), buttons)
        return empty, empty
    table = _table(name, lines, t)
    drawn = trend or report_chart.chart(name, lines, t)
    says = drawn is not None and any(any(one.points) for one in drawn.series)
    chart = [drawn.block()] if drawn is not None and says else []
    plain = [section(said), *_in_words(lines, t), *notes, buttons]
    return page(said, section(said), table, *chart, *notes, buttons), page(said, *plain)


def _buttons(asked: Question, groupings: frozenset[Grouping], t: Translator) -> Block:
    others = [
        button(
            t(f"report-by-{one.value}"),
            f"{REPORT_SHOW}.{one.value}",
            report_deals.packed(replace(asked, by=one)),
        )
        for one in OFFERED
        if one in groupings and one is not asked.by
    ][:MOST_OFFERED]
    files = [
        button(t(f"report-as-{form}"), f"{REPORT_FILE}.{form}", report_deals.packed(asked))
        for form in ("csv", "xlsx")
    ]
    return actions(*others, *files)


def shown_by(name: str, by: Grouping, today: date, t: Translator) -> Block:
    """A button elsewhere that shows a report of the weeks up to a day."""
    period = last_weeks(today)
    value = carry.pack(
        report=name, first=period.first.isoformat(), last=period.last.isoformat(), by=by.value
    )
    return button(t(f"report-{name}"), f"{REPORT_SHOW}.{by.value}", value, style="primary")


def _label(lines: Lines, row: Sequence[Any], t: Translator) -> str:
    """What a line is called: by its key, and its stage in a funnel of several."""
    told = dict(zip(lines.columns, _told(lines, row, t), strict=True))
    return " · ".join(told[name] for name in ("key", "stage") if name in told)


def _table(name: str, lines: Lines, t: Translator) -> Block:
    heads = [_cell(t(f"report-column-{head.replace('_', '-')}")) for head in lines.columns]
    told = [[_cell(text) for text in _told(lines, row, t)] for row in lines.rows[:MOST_ROWS]]
    return {
        "type": "data_table",
        "caption": t(f"report-{name}"),
        "page_size": ROWS_AT_ONCE,
        "row_header_column_index": 0,
        "rows": [heads, *fitting(told)],
    }


def _cell(text: str) -> Block:
    return {"type": "raw_text", "text": clip(text, LONGEST_CELL) or "–"}


def _told(lines: Lines, row: Sequence[Any], t: Translator) -> list[str]:
    """A row as its reader writes things: money with its sign, shares in percent, days."""
    held = dict(zip(lines.columns, row, strict=True))
    return [_value(column, value, held, t) for column, value in held.items()]


_WORDS = {"measure": "report-measure", "status": "report-marked"}
_AMOUNTS = frozenset({"amount", "weighted", "won_amount", "per_rep", "avg_amount", "per_day"})


def _value(column: str, value: Any, held: dict[str, Any], t: Translator) -> str:
    if value is None:
        return "–"
    if column in _AMOUNTS:
        return t.money(Money(value, str(held.get("currency"))))
    if column in ("win_rate", "conversion"):
        return t.percent(value)
    if column == "signals":
        names = [t(f"report-signal-{one.replace('_', '-')}") for one in str(value).split(";")]
        return t.listed(names)
    if column in _WORDS:
        return t(f"{_WORDS[column]}-{str(value).replace('_', '-')}")
    if isinstance(value, Decimal | int):
        return t.number(value)
    if value == NOBODY:
        return t("report-nobody")
    if column == "key" and t.has(f"report-kind-{str(value).replace('_', '-')}"):
        return t(f"report-kind-{str(value).replace('_', '-')}")
    if column == "key" and t.has(f"forecast-{str(value).replace('_', '-')}"):
        return t(f"forecast-{str(value).replace('_', '-')}")
    return t.day(value) if isinstance(value, date) else str(value)


def _in_words(lines: Lines, t: Translator) -> list[Block]:
    told: list[Mrkdwn] = []
    for row in lines.rows[:MOST_ROWS]:
        first, *rest = _told(lines, row, t)
        told.append(t.md("report-line", of=clip(first, LONGEST_CELL), facts=" · ".join(rest)))
    return [
        section(Mrkdwn(clip("\n".join(told[start : start + LINES_OF_A_SECTION]), 3000)))
        for start in range(0, len(told), LINES_OF_A_SECTION)
    ]
