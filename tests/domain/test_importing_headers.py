"""Headers as people write them: with a unit in brackets, with two words, in either language."""

from datetime import date
from decimal import Decimal

import pytest

from bot.domain import importing
from bot.domain.importing_units import Unit, unit_of

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Amount (USD)", "amount"),
        ("예상 금액 (천원)", "amount"),
        ("금액[단위: 만원]", "amount"),
        ("Close Date (est.)", "closes_on"),
        ("Expected Close Date (MM/DD/YYYY)", "closes_on"),
        ("Stage / Status", "stage"),
        ("담당자(영업)", "owner"),
        ("Customer / Company", "account"),
        ("Opty", "name"),
        ("수주예상일", "closes_on"),
    ],
)
def test_a_header_is_known_without_what_stands_in_its_brackets(header: str, field: str) -> None:
    assert importing.guessed([header], {}) == {field: header}
    assert importing.known_headers([header, "zzz"]) == 1


def test_a_header_in_full_goes_before_one_in_brackets() -> None:
    headers = ["Amount (net)", "Amount", "Contact", "Deal"]
    assert importing.guessed(headers, {})["amount"] == "Amount"


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Amount (USD)", Unit(Decimal(1), "USD")),
        ("Amount ($k)", Unit(Decimal(1000), "USD")),
        ("Value [EUR]", Unit(Decimal(1), "EUR")),
        ("Value (€ thousand)", Unit(Decimal(1000), "EUR")),
        ("예상금액(원)", Unit(Decimal(1), "KRW")),
        ("금액 (단위: 만원)", Unit(Decimal(10_000), "KRW")),
        ("금액(천원)", Unit(Decimal(1000), "KRW")),
        ("금액(백만원)", Unit(Decimal(1_000_000), "KRW")),
        ("Amount (2026)", Unit()),
        ("Amount (net)", Unit()),
        ("Amount ()", Unit()),
        ("Amount (", Unit()),
        ("Amount", Unit()),
    ],
)
def test_a_header_says_what_its_amounts_count(header: str, unit: Unit) -> None:
    assert unit_of(header) == unit


@pytest.mark.parametrize(
    ("cell", "amount", "currency"),
    [
        ("1,200", Decimal(12_000_000), "KRW"),
        ("₩1,200", Decimal(12_000_000), "KRW"),
        ("1.2억", Decimal(120_000_000), "KRW"),
        ("$12,000", Decimal(120_000_000), "USD"),
        ("(500)", Decimal(-5_000_000), "KRW"),
        ("미정", None, None),
    ],
)
def test_a_cell_is_read_in_the_unit_of_its_header_unless_it_says_its_own(
    cell: str, amount: Decimal | None, currency: str | None
) -> None:
    row = {"딜": "한빛 파일럿", "금액(만원)": cell}
    read = importing.read(2, row, importing.guessed(list(row), {}), {}, TODAY)
    assert (read.amount, read.currency) == (amount, currency)


@pytest.mark.parametrize("cell", ["미정", "TBD", "-", "n/a", ""])
def test_a_day_that_is_not_known_yet_leaves_nothing_out(cell: str) -> None:
    row = {"딜": "한빛 파일럿", "수주예정일": cell}
    assert importing.read(2, row, importing.guessed(list(row), {}), {}, TODAY).closes_on is None
