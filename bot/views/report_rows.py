"""How a report's lines stand on a page: the telling column right behind the name, newest first."""

from collections.abc import Sequence
from typing import TypeVar

from bot.domain.adoption import monday_of
from bot.domain.reporting import Figure, Lines, Question, unit_of
from bot.i18n import Translator

T = TypeVar("T")

ORDER = {
    "productivity": ("key", "per_rep", "won_amount", "active_reps"),
    "wins": ("key", "won", "lost", "won_amount", "win_rate", "avg_cycle_days"),
    "pipeline": ("key", "amount", "weighted", "deals"),
    "funnel": ("key", "stage", "reached", "conversion", "open", "lost", "avg_days"),
    "velocity": ("key", "per_day", "closed", "win_rate", "avg_amount", "avg_cycle_days"),
    "attention": ("deal", "signals", "owner", "stage", "since"),
    "adoption": (
        *("rep", "week", "active_days", "hygiene", "stale", "activities"),
        *("open_deals", "with_next_step"),
    ),
    "compliance": ("team", "measure", "status"),
    "nudges": ("key", "asked", "acted"),
}
"""Which columns stand first, where a phone shows three or four; the others come behind them."""

LEFT_OUT = {
    "attention": frozenset({"days"}),
    "compliance": frozenset({"value", "target"}),
}
"""What another column of the page says with its own."""

AMOUNTS = frozenset({"amount", "weighted", "won_amount", "per_rep", "avg_amount", "per_day"})

PEOPLE = frozenset({"rep", "owner", "manager"})
"""Columns of people's names."""


def places(asked: Question, lines: Lines) -> list[int]:
    """The columns of a page, in order, by their place in the lines."""
    columns = lines.columns
    out = LEFT_OUT.get(asked.name, frozenset()) | {"currency"}  # every amount bears its sign
    if asked.name == "adoption" and monday_of(asked.period.first) == monday_of(asked.period.last):
        out |= {"week"}  # the same in every line, and said above them
    first = [one for one in ORDER.get(asked.name, ()) if one in columns and one not in out]
    rest = [one for one in columns if one not in first and one not in out]
    order = [*first, *rest] if columns[0] in first[:1] else rest
    if "currency" in columns and len(set(lines.column("currency"))) > 1:
        order = _money_first(order)
    return [columns.index(one) for one in order]


def _money_first(order: list[str]) -> list[str]:
    """Behind the names an amount, which alone tells apart the lines of several currencies."""
    names = [one for one in order if one in ("key", "stage")]
    money = [one for one in order if one in AMOUNTS][:1]
    return [*names, *money, *(one for one in order if one not in (*names, *money))]


def head(column: str, asked: Question, t: Translator) -> str:
    """What stands over a column, as short as the note below the table lets it be."""
    if column == "active_days":
        return t("report-head-active-days")
    return label(column, asked, t)


def label(column: str, asked: Question, t: Translator) -> str:
    """What a figure is called beside it; lines are called by what they are told by."""
    if column == "key":
        return t(f"report-head-{asked.by.value}")
    return t(f"report-column-{column.replace('_', '-')}")


def named(asked: Question, columns: Sequence[str]) -> list[int]:
    """Which of a page's columns hold people's names."""
    people = PEOPLE | {"key"} if asked.by.value in PEOPLE else PEOPLE
    return [place for place, column in enumerate(columns) if column in people]


def newest_first(
    asked: Question, lines: Lines, behind: Sequence[Figure], at_once: int
) -> tuple[Lines, list[Figure]]:
    """The weeks of people, and times that are more than a page holds, from the newest on."""
    by_time = unit_of(asked.by) is not None and len(lines.rows) > at_once
    if asked.name == "adoption":
        column = "week"
    elif by_time and "key" in lines.columns:
        column = "key"
    else:
        return lines, list(behind)
    told = list(lines.column(column))
    order = sorted(range(len(told)), key=lambda place: str(told[place]), reverse=True)
    rows = tuple(lines.rows[place] for place in order)
    follows = [behind[place] for place in order] if len(behind) == len(told) else list(behind)
    return Lines(lines.columns, rows), follows


def is_last_step(lines: Lines, place: int) -> bool:
    """Whether a line of a funnel is the last of its own, from which nothing comes on."""
    if "conversion" not in lines.columns:
        return False
    if "stage" not in lines.columns or place + 1 == len(lines.rows):
        return place + 1 == len(lines.rows)
    key = lines.columns.index("key")
    return bool(lines.rows[place][key] != lines.rows[place + 1][key])


def picked(row: Sequence[T], which: Sequence[int]) -> list[T]:
    return [row[place] for place in which]
