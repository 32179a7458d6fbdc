"""What a header says beside its name: "Amount (USD)", 금액(만원), "Stage / Status"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.parsing_money import read_amount

_ASIDE = re.compile(r"[(\[{<\uff08](?P<aside>[^)\]}>\uff09]*)[)\]}>\uff09]?")
_OTHERWISE = re.compile(r"[/|:;]|\s+-\s+")
_UNIT = re.compile(r"^\s*(?:unit|단위|in|통화)\s*[:=]?\s*", re.IGNORECASE)
_PLAIN = re.compile(r"[-+(\s]*[^\w\s]?\s*[\d.,'\u00a0 ]+\s*[^\w\s]?[-)\s]*")
"""An amount that says no unit of its own: 1,200 and ₩1,200, not 1.2억."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What amounts below a header count: so many of a currency at a time."""

    times: Decimal = Decimal(1)
    currency: str | None = None


def bare(header: str) -> list[str]:
    """What a header may be called without what stands in brackets, or behind a stroke."""
    plain = _ASIDE.sub(" ", header).strip(" *:")
    first = _OTHERWISE.split(plain)[0].strip()
    return [one for one in dict.fromkeys((plain, first)) if one and one != header]


def unit_of(header: str) -> Unit:
    """The unit in the brackets of a header; one of nothing where there is none."""
    for found in _ASIDE.finditer(header):
        told = _UNIT.sub("", found["aside"])
        if not told.strip() or any(sign.isdigit() for sign in told):
            continue
        sign, word = (told.strip()[:1], told.strip()[1:])
        read = read_amount(f"1{told}") or read_amount(f"{told}1") or read_amount(f"{sign}1{word}")
        if read is not None:
            return Unit(read.value, read.currency)
    return Unit()


def in_units(text: str, value: Decimal, unit: Unit) -> Decimal:
    """An amount in its header's unit, unless it says one of its own."""
    return value * unit.times if _PLAIN.fullmatch(text) else value
