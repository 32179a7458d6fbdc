"""Amounts as people type them, alone and in a line whose names hold digits too."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_money import (
    MOST,
    Amount,
    currencies,
    find_amount,
    find_amounts,
    read_amount,
)


@pytest.mark.parametrize(
    ("typed", "value", "currency"),
    [
        ("12,000", "12000", None),
        ("12k", "12000", None),
        ("12 K", "12000", None),
        ("1.5m", "1500000", None),
        ("1,5m", "1500000", None),
        ("2bn", "2000000000", None),
        ("1.5 million dollars", "1500000", "USD"),
        ("$12,000", "12000", "USD"),
        ("$1.2m", "1200000", "USD"),
        ("US$ 5,000", "5000", "USD"),
        ("A$900", "900", "AUD"),
        ("$12,000 AUD", "12000", "AUD"),
        ("€1.234,50", "1234.50", "EUR"),
        ("1,234.50 €", "1234.50", "EUR"),
        ("12.000 €", "12000", "EUR"),
        ("1.250.000", "1250000", None),
        ("1.250m", "1250000", None),
        ("£950.75", "950.75", "GBP"),
        ("CHF 1'500.00", "1500.00", "CHF"),
        ("1 234 567", "1234567", None),
        ("¥500,000", "500000", "JPY"),
        ("₩3,000,000", "3000000", "KRW"),
        ("\uffe6\uff13\uff0c\uff10\uff10\uff10", "3000", "KRW"),
        ("300만", "3000000", "KRW"),
        ("300만원", "3000000", "KRW"),
        ("300만 원", "3000000", "KRW"),
        ("3만 5천원", "35000", "KRW"),
        ("1.2억", "120000000", "KRW"),
        ("1억 2천만 원", "120000000", "KRW"),
        ("1억2천", "120000000", "KRW"),
        ("1억 2000만", "120000000", "KRW"),
        ("1조 2,000억", "1200000000000", "KRW"),
        ("3천만원", "30000000", "KRW"),
        ("5백만원", "5000000", "KRW"),
        ("5천원", "5000", "KRW"),
        ("삼천만원", "30000000", "KRW"),
        ("일억 오천만 원", "150000000", "KRW"),
        ("3,000,000원", "3000000", "KRW"),
        ("5만 달러", "50000", "USD"),
        ("12000 USD", "12000", "USD"),
        ("12000 usd", "12000", "USD"),
        ("KRW 3000000", "3000000", "KRW"),
        ("0.1234", "0.1234", None),
    ],
)
def test_an_amount_is_read_exactly(typed: str, value: str, currency: str | None) -> None:
    assert read_amount(typed) == Amount(Decimal(value), currency)


@pytest.mark.parametrize(
    "typed",
    ["", "-500", "(500)", "1e5", "NaN", "Infinity", "12.34567", "12,00,0", "12 parsecs",
     "12000 all", "$5 €", "50%", "abc", "100000000000000", "12/5", "2026-12-05", "억", "1,2345"],
)  # fmt: skip
def test_what_is_no_amount_is_refused(typed: str) -> None:
    assert read_amount(typed) is None


def test_brackets_mean_minus_in_a_ledger_alone() -> None:
    assert read_amount("(500)", accounting=True) == Amount(Decimal(-500), None)
    assert read_amount("$(1,500.00)", accounting=True) == Amount(Decimal(-1500), "USD")
    assert read_amount("500", accounting=True) == Amount(Decimal(500), None)


@pytest.mark.parametrize(
    ("cell", "value", "currency"),
    [
        ("-500", "-500", None),
        ("-$1,234.50", "-1234.50", "USD"),
        ("$-1,234.50", "-1234.50", "USD"),
        ("\u2212500", "-500", None),
        ("- 500 €", "-500", "EUR"),
        ("1.234,50-", "-1234.50", None),
        ("-1 234,56 €", "-1234.56", "EUR"),
        ("1\xa0234,56", "1234.56", None),
        ("1.2E+06", "1200000", None),
        ("-300만", "-3000000", "KRW"),
    ],
)
def test_a_ledger_writes_minus_in_many_ways(cell: str, value: str, currency: str | None) -> None:
    assert read_amount(cell, accounting=True) == Amount(Decimal(value), currency)


@pytest.mark.parametrize("cell", ["-", "--500", "5-3", "2026-12-05", "-abc", "1E+99"])
def test_not_every_stroke_is_a_minus(cell: str) -> None:
    assert read_amount(cell, accounting=True) is None


@pytest.mark.parametrize(
    ("line", "money"),
    [
        ("Acme pilot for Acme 12,000 USD", "12,000 USD"),
        ("Acme pilot for Acme $12k", "$12k"),
        ("Phase 2 for 3M 20,000", "20,000"),
        ("Pilot for 3M 12k", "12k"),
        ("10k club pilot 12,000 USD", "12,000 USD"),
        ("Project 10,000 Trees for Acme $5k", "$5k"),
        ("Acme 12k great champion", "12k"),
        ("Acme renewal 15000", "15000"),
        ("Acme renewal 15000 closes friday", "15000"),
        ("Acme pilot worth 900 for Acme", "900"),
        ("iPhone 15 roll-out for Acme 1.5m", "1.5m"),
        ("12,000 for Acme", None),
        ("한빛전자 파일럿 300만원", "300만원"),
        ("한빛전자 파일럿 1억 2천만 원 마감 월말", "1억 2천만 원"),
        ("한빛전자 파일럿 금액 5000", "5000"),
        ("한빛전자 금액은 1억 5천입니다", "1억 5천"),
        ("한빛전자 3억 2천짜리", "3억 2천"),
        ("Phase 2", None),
        ("Pilot for 3M", None),
        ("3M pilot", None),
        ("Globex 2026 renewal", None),
        ("Globex renewal 2026", None),
        ("Acme 5000 seats", None),
        ("Windows 11 roll-out", None),
        ("version 2.5 upgrade", None),
        ("ring 010-1234-5678", None),
        ("closes 12/5/2026", None),
        ("이천 공장 증설", None),
        ("삼성 오만 지사", None),
        ("5G roll-out", None),
        ("Acme at $12/seat", None),
    ],
)
def test_money_in_a_line_is_told_from_digits_in_a_name(line: str, money: str | None) -> None:
    found = find_amount(line)
    assert (found and line[found.start : found.end]) == money


def test_the_currencies_of_today_are_known_and_those_of_the_past_are_not() -> None:
    assert {"USD", "KRW", "EUR", "JPY", "CHF"} <= currencies()
    assert not {"DEM", "FRF", "XXX"} & currencies()


PIECES = [
    "12", ",", "000", ".", "k", "m", "$", "€", "원", "만", "억", "천", "백", "1",
    "9999999999", "USD", "all", "for", "-", "(", ")", "%", "조", "삼",
]  # fmt: skip
moneyish = st.lists(st.sampled_from(PIECES)).map("".join)


@given(st.one_of(st.text(), moneyish))
def test_no_text_can_make_it_fail_or_give_what_cannot_be_kept(text: str) -> None:
    read_amount(text, accounting=True)
    alone = read_amount(text)
    for amount in [found.amount for found in find_amounts(text)] + ([alone] if alone else []):
        assert amount.value.is_finite()
        assert 0 <= amount.value < MOST
        assert amount.value == round(amount.value, 4)
        assert amount.currency is None or amount.currency in currencies()


@given(st.decimals(min_value=0, max_value=10**13, places=2))
def test_every_way_of_writing_one_sum_reads_alike(value: Decimal) -> None:
    english = f"{value:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert read_amount(f"${english}") == Amount(value, "USD")
    assert read_amount(f"{german} €") == Amount(value, "EUR")
    assert read_amount(f"{value:.2f}") == Amount(value, None)
