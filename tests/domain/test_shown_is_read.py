"""What pages show is read again as it was meant when somebody pastes it back."""

from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deal import Money
from bot.domain.parsing_dates import read_date
from bot.domain.parsing_due import take_due
from bot.domain.parsing_money import Amount, read_amount
from bot.domain.timing import is_other_clock
from bot.i18n import LANGUAGES, Day, translator

TODAY = date(2026, 11, 29)
LANGUAGE = st.sampled_from(LANGUAGES)


@given(LANGUAGE, st.dates(date(2025, 1, 1), date(2029, 12, 31)))
def test_a_day_is_read_again(language: str, day: date) -> None:
    t = translator(language)
    assert read_date(t.day(day), TODAY) == day
    if day.year == TODAY.year and day >= TODAY:
        assert read_date(t.day(day, TODAY), TODAY) == day


@given(LANGUAGE, st.dates(TODAY, date(2027, 12, 31)), st.times())
def test_a_next_steps_day_and_time_are_read_again(language: str, day: date, at: time) -> None:
    at = at.replace(second=0, microsecond=0)
    told = translator(language)("step-planned", step="", due=Day(day, TODAY, at))
    shown = told.removeprefix(":white_circle: ").removeprefix("By ").removesuffix(": ")
    due = take_due(f"send quote {shown.removesuffix('까지')}", TODAY)
    assert (due.words, due.day, due.at) == ("send quote", day, at)


@given(LANGUAGE, st.sampled_from(["USD", "KRW", "EUR"]), st.integers(0, 10**12))
def test_an_amount_is_read_again(language: str, currency: str, value: int) -> None:
    shown = translator(language).money(Money(Decimal(value), currency))
    assert read_amount(shown) == Amount(Decimal(value), currency)


def test_a_clock_is_another_where_it_shows_another_time() -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("UTC"))
    new_york, toronto, seoul = (
        ZoneInfo(name) for name in ("America/New_York", "America/Toronto", "Asia/Seoul")
    )
    assert not is_other_clock(summer, new_york, toronto)
    assert is_other_clock(summer, new_york, seoul)
    assert is_other_clock(summer, ZoneInfo("UTC"), ZoneInfo("Europe/London"))


@pytest.mark.parametrize(("language", "place"), [("en", "(Seoul)"), ("ko", "(서울)")])
def test_a_time_says_whose_clock_it_is_by_where_it_is_told_to(language: str, place: str) -> None:
    t = translator(language)
    plain, placed = (Day(TODAY, TODAY, time(15), zone) for zone in ("", "Asia/Seoul"))
    told = t("step-planned", step="x", due=placed)
    assert place in told
    assert told.replace(f" {place}", "") == t("step-planned", step="x", due=plain)
