"""A report's page: its order, its heads and its figures as people read them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.domain.periods import Period
from bot.domain.reporting import Grouping, Lines, Question
from bot.i18n import translator
from bot.views import report_page

PERIOD = Period(date(2026, 1, 1), date(2026, 3, 3))


def table(name: str, by: Grouping, lines: Lines, locale: str = "en-US") -> list[list[str]]:
    """All columns of it."""
    page, _ = report_page.whole(Question(name, PERIOD, by), lines, "all", translator(locale))
    return _rows(page)


def on_a_phone(name: str, by: Grouping, lines: Lines) -> tuple[list[list[str]], str]:
    """The table that comes first, and the page."""
    page, _ = report_page.build(
        Question(name, PERIOD, by), lines, "all", frozenset(), translator("en-US")
    )
    return _rows(page), str(page)


def _rows(page: dict[str, Any]) -> list[list[str]]:
    [rows] = [one["rows"] for one in page["blocks"] if one["type"] == "data_table"]
    return [[cell["text"] for cell in row] for row in rows]


def week(rep: str, monday: date) -> tuple[Any, ...]:
    return (rep, "Mona", monday, 5, 3, 2, 4, 3, 1, Decimal(64))


ADOPTION = (
    *("rep", "manager", "week", "working_days", "active_days", "activities"),
    *("open_deals", "with_next_step", "stale", "hygiene"),
)


def test_the_newest_week_of_people_comes_first() -> None:
    weeks = [week(rep, date(2026, 2, day)) for day in (9, 16, 23) for rep in ("Ann", "Bo")]
    rows = table("adoption", Grouping.WEEK, Lines(ADOPTION, tuple(weeks)))
    assert [list(row[:2]) for row in rows[1:]] == [
        [rep, day] for day in ("Feb 23", "Feb 16", "Feb 9") for rep in ("Ann", "Bo")
    ]


def test_the_column_that_is_the_point_stands_behind_the_name() -> None:
    columns = ("deal", "owner", "stage", "signals", "since", "days")
    row = ("Acme", "Rob", "Offer", "silent;stuck", date(2026, 2, 2), 12)
    head, told = table("attention", Grouping.MONTH, Lines(columns, (row,)))
    assert head[:3] == ["Deal", "Signals", "Owner"]
    assert told[:3] == ["Acme", "12 days: silent, stuck", "Rob"]


def test_a_phone_shows_what_fits_and_the_whole_table_is_a_tap_away() -> None:
    weeks = Lines(ADOPTION, tuple(week(rep, date(2026, 2, 9)) for rep in ("Ann Lee", "Bo")))
    rows, page = on_a_phone("adoption", Grouping.WEEK, weeks)
    assert rows[0] == ["Rep", "Week from", "Days", "Hygiene"]
    assert "Whole table" in page
    assert set(rows[0]) < set(table("adoption", Grouping.WEEK, weeks)[0])
    few = Lines(("key", "new", "amount", "currency"), (("2026-03", 3, Decimal(9), "USD"),))
    assert "Whole table" not in on_a_phone("opportunities", Grouping.MONTH, few)[1]


def test_lines_of_several_currencies_show_their_amount_on_a_phone_too() -> None:
    columns = ("key", "won", "lost", "win_rate", "won_amount", "currency", "avg_cycle_days")
    rows = tuple(
        ("2026-03", 4, 3, None, Decimal(457_000_000), currency, None) for currency in ("KRW", "USD")
    )
    heads, *told = on_a_phone("wins", Grouping.MONTH, Lines(columns, rows))[0]
    assert heads[:3] == ["Month", "Won amount", "Won"]
    assert [row[1] for row in told] == ["₩457,000,000", "$457,000,000"]


def test_a_measure_says_how_far_it_is_from_its_target_in_one_cell() -> None:
    columns = ("team", "measure", "value", "target", "status")
    rows = (
        ("West", "hygiene", Decimal("45.6"), 80, "missed"),
        ("West", "rhythm", None, 60, "too_little_data"),
    )
    told, _ = on_a_phone("compliance", Grouping.TEAM, Lines(columns, rows))
    assert [row[2] for row in told] == ["Status", "🔴 45.6 of 80 (missed)", "⚪ too little data"]


@pytest.mark.parametrize(
    ("locale", "days", "head"), [("en-US", "38 days", "Rep"), ("ko-KR", "38일", "담당자")]
)
def test_means_are_whole_and_a_currency_stands_with_its_amount_alone(
    locale: str, days: str, head: str
) -> None:
    columns = ("key", "closed", "win_rate", "avg_amount", "avg_cycle_days", "per_day", "currency")
    row = ("Rob", 12, Decimal("0.5"), Decimal("49333.33"), Decimal("38.17"), Decimal("1292.4"))
    heads, told = table("velocity", Grouping.REP, Lines(columns, ((*row, "KRW"),)), locale)
    assert heads[0] == head
    assert len(heads) == len(columns) - 1
    assert {"₩49,333", "₩1,292", days} <= set(told)
    assert "KRW" not in str(told)


def test_nothing_comes_on_from_the_last_stage_of_a_funnel() -> None:
    columns = ("key", "stage", "reached", "conversion", "lost", "open", "avg_days")
    steps = [("Offer", Decimal("0.5")), ("Won", Decimal(0))]
    rows = tuple(
        (rep, stage, 4, share, 0, 0, None) for rep in ("Ann", "Bo") for stage, share in steps
    )
    told = table("funnel", Grouping.REP, Lines(columns, rows))
    assert [row[3] for row in told[1:]] == ["50%", "–"] * 2
