"""How a report's lines stand on a page: the telling column right behind the name, newest first."""

from collections.abc import Sequence
from typing import TypeVar

from bot.domain.reporting import Figure, Lines, Question, unit_of
from bot.i18n import Translator

T = TypeVar("T")

ORDER = {
    "productivity": ("key", "per_rep", "won_amount", "active_reps"),
    "velocity": ("key", "per_day", "closed", "win_rate", "avg_amount", "avg_cycle_days"),
    "attention": ("deal", "signals", "days", "owner", "stage", "since"),
    "adoption": (
        *("rep", "week", "active_days", "activities", "hygiene", "open_deals"),
        *("with_next_step", "stale"),
    ),
    "compliance": ("team", "measure", "status", "value", "target"),
    "nudges": ("key", "asked", "acted"),
}
"""Which columns stand first, where a phone shows three or four; the others come behind them."""

LEFT_OUT = frozenset({"currency"})
"""Every amount bears the sign of its own."""


def places(name: str, columns: Sequence[str]) -> list[int]:
    """The columns of a page, in order, by their place in the lines."""
    first = [one for one in ORDER.get(name, ()) if one in columns]
    rest = [one for one in columns if one not in first and one not in LEFT_OUT]
    order = [*first, *rest] if columns[0] in first[:1] else rest
    return [columns.index(one) for one in order]


def head(column: str, asked: Question, t: Translator) -> str:
    """What stands over a column; over the lines' names what they are told by."""
    if column == "key":
        return t(f"report-head-{asked.by.value}")
    return t(f"report-column-{column.replace('_', '-')}")


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
