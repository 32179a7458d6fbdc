"""A report in Slack: its question in a sentence, the table, the chart, and other ways to look."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from bot.domain.deal import Money
from bot.domain.periods import weeks_to
from bot.domain.reporting import NOBODY, Figure, Grouping, Lines, Question
from bot.i18n import SIDE_BY_SIDE, Mrkdwn, Translator
from bot.ids import REPORT_FILE, REPORT_SHOW, REPORT_WHOLE
from bot.views import carry, columns, report_chart, report_deals, report_rows
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    context,
    page,
    section,
)
from bot.views.chart import Chart

MOST_ROWS = 60
ROWS_AT_ONCE = 12
LONGEST_CELL = 80
LINES_OF_A_SECTION = 12
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
AS_OF_NOW = frozenset({"pipeline", "attention"})
"""Reports of what stands today, whatever time was asked for."""


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
    chronological = lines
    lines, behind = report_rows.newest_first(asked, lines, behind, ROWS_AT_ONCE)
    said = _said(asked, whose, t)
    notes = [*also, context(t.md(f"report-note-{name}"))]
    table, hidden = _table(asked, lines, t)
    left_out = lines.beyond + len(lines.rows) - (len(table["rows"]) - 1)
    if left_out:
        notes.append(context(t.md("report-more", count=left_out)))
    labels = [_label(lines, row, t) for row in lines.rows[:MOST_ROWS]]
    shown = labels[: len(behind)]
    if name == "compliance" and behind:
        trusted, called = report_deals.trust(asked, t)
        behind, shown = [*behind[:MOST_ROWS], *trusted], [*shown, *called]
    notes += report_deals.offer(behind[: len(shown)], shown, t)
    buttons = _buttons(asked, groupings, t)
    if not lines.rows:
        empty = page(said, section(said), context(t.md("report-empty")), buttons)
        return empty, empty
    drawn = trend or report_chart.chart(name, chronological, t)
    says = drawn is not None and any(any(one.points) for one in drawn.series)
    chart = [drawn.block()] if drawn is not None and says else []
    plain = [section(said), *_in_words(asked, lines, t), *notes, buttons]
    buttons = _buttons(asked, groupings, t, with_whole=hidden > 0)
    return page(said, section(said), table, *chart, *notes, buttons), page(said, *plain)


def whole(asked: Question, lines: Lines, whose: str, t: Translator) -> tuple[Page, Page]:
    """All columns of a report's table, in a message of its own; and the same in words."""
    lines, _ = report_rows.newest_first(asked, lines, (), ROWS_AT_ONCE)
    said = _said(asked, whose, t)
    _, heads, told = _laid_out(asked, lines, t)
    table = columns.whole(_title(asked, t), heads, told, ROWS_AT_ONCE)
    taken = actions(*files(asked, t))
    plain = page(said, section(said), *_in_words(asked, lines, t), taken)
    return page(said, section(said), table, taken), plain


def _said(asked: Question, whose: str, t: Translator) -> Mrkdwn:
    return t.md(
        "report-says-now" if asked.name in AS_OF_NOW else "report-says",
        report=_title(asked, t),
        first=asked.period.first,
        last=asked.period.last,
        whose=t(f"report-whose-{whose}"),
    )


def _buttons(
    asked: Question, groupings: frozenset[Grouping], t: Translator, *, with_whole: bool = False
) -> Block:
    others = [
        button(
            t(f"report-by-{one.value}"),
            f"{REPORT_SHOW}.{one.value}",
            report_deals.packed(replace(asked, by=one)),
        )
        for one in OFFERED
        if one in groupings and one is not asked.by
    ][:MOST_OFFERED]
    table = button(t("report-whole"), REPORT_WHOLE, report_deals.packed(asked))
    return actions(*others, *([table] if with_whole else []), *files(asked, t))


def files(asked: Question, t: Translator) -> list[Block]:
    return [
        button(t(f"report-as-{form}"), f"{REPORT_FILE}.{form}", report_deals.packed(asked))
        for form in ("csv", "xlsx")
    ]


def shown_by(name: str, by: Grouping, sunday: date, t: Translator) -> Block:
    """A button elsewhere that shows a report of the weeks up to a Sunday, in a message of its
    own."""
    period = weeks_to(sunday)
    value = carry.pack(
        report=name, first=period.first.isoformat(), last=period.last.isoformat(), by=by.value
    )
    return button(t(f"report-{name}"), f"{REPORT_SHOW}.open.{name}", value, style="primary")


def _label(lines: Lines, row: Sequence[Any], t: Translator) -> str:
    """What a line is called: by its key, and its stage in a funnel of several, its week or its
    measure where somebody has several."""
    told = dict(zip(lines.columns, _told(lines, row, t), strict=True))
    return " · ".join(told[name] for name in _CALLED if name in told)


_CALLED = ("key", "rep", "team", "stage", "week", "measure")


def _title(asked: Question, t: Translator) -> str:
    if asked.name == "pipeline" and asked.by is Grouping.CATEGORY:
        return t("report-forecast")
    return t(f"report-{asked.name}")


def _table(asked: Question, lines: Lines, t: Translator) -> tuple[Block, int]:
    """As a phone shows it, and how many columns it has no room for."""
    names, heads, told = _laid_out(asked, lines, t)
    people = report_rows.named(asked, names)
    return columns.table(_title(asked, t), heads, told, ROWS_AT_ONCE, people)


def _laid_out(
    asked: Question, lines: Lines, t: Translator
) -> tuple[list[str], list[str], list[list[str]]]:
    """What the columns of a page are, the heads over them, and its cells."""
    which = report_rows.places(asked, lines)
    names = report_rows.picked(lines.columns, which)
    heads = [report_rows.head(name, asked, t) for name in names]
    told = [
        [_cell(one) for one in report_rows.picked(row, which)] for row in _rows(asked, lines, t)
    ]
    return names, heads, told


def _rows(asked: Question, lines: Lines, t: Translator) -> list[list[str]]:
    """Every row that a page shows, as its reader writes things."""
    rows = [_told(lines, row, t) for row in lines.rows[:MOST_ROWS]]
    if asked.name == "funnel":
        place = lines.columns.index("conversion")
        for at, row in enumerate(rows):
            if report_rows.is_last_step(lines, at):
                row[place] = "–"
    return rows


def _cell(text: str) -> str:
    return clip(text, LONGEST_CELL) or "–"


def _told(lines: Lines, row: Sequence[Any], t: Translator) -> list[str]:
    """A row as its reader writes things: money with its sign, shares in percent, days."""
    held = dict(zip(lines.columns, row, strict=True))
    return [_value(column, value, held, t) for column, value in held.items()]


_WORDS = {"measure": "report-measure", "status": "report-marked"}


_MEANS = frozenset({"weighted", "per_rep", "avg_amount", "per_day"})
_DAYS = frozenset({"avg_cycle_days", "avg_days", "days"})


def _whole(value: Decimal | int) -> Decimal:
    """Means are read in whole units; files hold them exactly. Under one there is only the part."""
    exact = Decimal(value)
    return exact if abs(exact) < 1 else exact.quantize(Decimal(1), ROUND_HALF_EVEN)


def _value(column: str, value: Any, held: dict[str, Any], t: Translator) -> str:
    if value is None:
        return "–"
    if column in report_rows.AMOUNTS:
        shown = _whole(value) if column in _MEANS else value
        return t.money(Money(shown, str(held.get("currency"))))
    if column in _DAYS:
        return t("report-days", days=int(_whole(value)))
    if column in ("win_rate", "conversion"):
        return t.percent(value)
    if column == "signals":
        names = [t(f"report-signal-{one.replace('_', '-')}") for one in str(value).split(";")]
        return t("report-signals-for", signals=", ".join(names), days=held["days"])
    if column == "status" and held["value"] is not None:
        return t(
            f"report-reached-{str(value).replace('_', '-')}",
            value=held["value"],
            target=held["target"],
        )
    if column in _WORDS:
        return t(f"{_WORDS[column]}-{str(value).replace('_', '-')}")
    if isinstance(value, Decimal | int):
        return t.number(value)
    if value == NOBODY:
        return t("report-nobody")
    if column == "key":
        return report_deals.called(value, t)
    return t.short_day(value) if isinstance(value, date) else str(value)


def _in_words(asked: Question, lines: Lines, t: Translator) -> list[Block]:
    """Each line with its figures, every one with what it counts: there are no heads above them."""
    first, *rest = report_rows.places(asked, lines)
    heads = [report_rows.label(lines.columns[place], asked, t) for place in rest]
    told: list[Mrkdwn] = []
    for row in _rows(asked, lines, t):
        facts = [
            t("report-fact", label=label, value=value)
            for label, value in zip(heads, report_rows.picked(row, rest), strict=True)
        ]
        of = clip(row[first], LONGEST_CELL)
        told.append(t.md("report-line", of=of, facts=SIDE_BY_SIDE.join(facts)))
    return [
        section(Mrkdwn(clip("\n".join(told[start : start + LINES_OF_A_SECTION]), 3000)))
        for start in range(0, len(told), LINES_OF_A_SECTION)
    ]
