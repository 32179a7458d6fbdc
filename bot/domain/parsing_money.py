"""Amounts of money as people type them: 12k, $12,000, 1.234,50 €, 300만원, 1억 2천만 원.

In a free line digits are often part of a name, so what looks like money has to show it:
* sure: a currency sign, word or code stands beside it, or a Korean unit with 원 (`$12`, `12000
  USD`, `300만원`); it counts anywhere in the line;
* likely: thousands separators, a k/m/bn suffix, digits with 만/억 (`12,000`, `1.5m`, `1.2억`), or
  a bare number behind "worth" or 금액; it counts anywhere but as the first word of the line, and a
  single digit with a capital (`3M`) only in the place of an amount, and not behind "for";
* possible: a bare number from 1,000 up that is no year of our time (1990-2099) counts only in the
  place of an amount: at the end of the line, or before "closes" or 마감.
Of several the surest is taken, of equally sure ones the last.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from functools import cache

from babel.core import get_global

MOST_PLACES = 4
MOST = Decimal(10) ** 14
"""An amount is smaller than this, as the store keeps whole ten-thousandths in 64 bits."""

_SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "$": "USD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "₫": "VND", "฿": "THB",
    "₱": "PHP", "₺": "TRY", "₽": "RUB", "₴": "UAH", "₪": "ILS", "₦": "NGN", "zł": "PLN",
}  # fmt: skip
_CURRENCY_WORDS = {
    "원": "KRW", "달러": "USD", "불": "USD", "유로": "EUR", "엔": "JPY", "위안": "CNY",
    "파운드": "GBP", "dollars": "USD", "dollar": "USD", "bucks": "USD", "euros": "EUR",
    "euro": "EUR", "pounds": "GBP", "quid": "GBP", "yen": "JPY", "yuan": "CNY", "rupees": "INR",
    "francs": "CHF",
}  # fmt: skip
_OTHER_DOLLARS = {"AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "BRL"}
_SAFE_IN_LOWER_CASE = frozenset(
    {"USD", "EUR", "GBP", "KRW", "JPY", "CNY", "CHF", "CAD", "AUD", "NZD", "SGD", "HKD", "INR"}
    | {"SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "BRL", "MXN", "ZAR", "TWD", "THB", "VND", "IDR"}
)
"""Codes that are no English words; ALL, TRY, TOP, CUP and the rest count in capitals only."""

_SCALES = {
    "k": 10**3, "thousand": 10**3, "grand": 10**3,
    "m": 10**6, "mn": 10**6, "mm": 10**6, "mil": 10**6, "mio": 10**6, "million": 10**6,
    "b": 10**9, "bn": 10**9, "billion": 10**9,
}  # fmt: skip
_OF_KOREAN_UNITS = "KRW"
"""Whoever counts in 만 and 억 without a currency means won: 1.2억 is no 120 million dollars."""
_KOREAN_DIGITS = {digit: place for place, digit in enumerate("일이삼사오육칠팔구", start=1)}
_KOREAN_SMALL = {"십": 10, "백": 100, "천": 1000}
_KOREAN_LARGE = {"만": 10**4, "억": 10**8, "조": 10**12}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?"
    r"|\d{1,3}(?:['\u2019]\d{3})+(?:[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?)"
)
_KOREAN_NUMBER = (
    r"(?:(?:\d[십백천]){0,2}(?:\d[\d,]*(?:\.\d+)?|[일이삼사오육칠팔구])?\s?[십백천]{0,2}\s?[만억조]\s?)+"
    r"(?:(?:\d[\d,]*|[일이삼사오육칠팔구])\s?[십백천]{0,2}(?!\d)|[십백천])?"
    r"|(?:\d[\d,]*(?:\.\d+)?)\s?[백천](?=\s?원)"
)
_SIGN = rf"(?:{_any(_SIGNS)})"
_WORD = rf"(?:{_any(_CURRENCY_WORDS)})"
_PARTICLE = (
    r"(?<=[만억조원불천백])(?:이요|입니다|이고|이에요|예요|요|임|인데|에|으로|로|짜리|정도|쯤|을|를|이|은|는|의"
    r"|까지|에서|규모|선|이상|이하|가량|내외)(?![A-Za-z0-9])"
)
"""What is glued behind a Korean amount."""
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?<!\w[-/:])(?<!\s-)(?:(?P<sign>{_SIGN})\s?|(?P<code>[A-Za-z]{{3}})\s?(?=\d))?"
    rf"(?:(?P<korean>{_KOREAN_NUMBER})|(?P<number>{_NUMBER})"
    rf"(?:\s?(?P<scale>{_any(_SCALES)})(?![A-Za-z]))?)"
    rf"(?:\s?(?P<sign_behind>{_SIGN})|\s?(?P<word>{_WORD})(?![A-Za-z])"
    rf"|\s?(?P<code_behind>[A-Za-z]{{3}})(?![\w]))?"
    rf"(?:(?={_PARTICLE})|(?![\w%]|[.,:/-]\d|/\w))",
    re.IGNORECASE,
)
_MINUS = (
    re.compile(r"(\D*)\((.*)\)(\D*)"),
    re.compile(r"([^\d(-]*)[-\u2212]\s*([^-\u2212]+)"),
    re.compile(r"([^-\u2212]*\d)\s*[-\u2212]"),
)
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}", re.IGNORECASE)
_KOREAN_PIECE = re.compile(r"(\d[\d,]*(?:\.\d+)?|[일이삼사오육칠팔구])|([십백천])|([만억조])")
_YEAR = re.compile(r"(?:19[9]|20\d)\d")
_BEHIND = re.compile(r"[\s.,;!]*(?:$|clos(?:es?|ing)\b|예상\s*마감|마감)", re.IGNORECASE)
_INTRODUCED = re.compile(r"(?:\b(?:worth|amount|value)|금액|규모)\s*[:\uff1a]?\s*$", re.IGNORECASE)
_NAME_LIKE = re.compile(r"\d[A-Z]")


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact sum; the currency is None where none was typed."""

    value: Decimal
    currency: str | None


class Likeness(IntEnum):
    """How surely digits in a line are money."""

    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount read at text[start:end]."""

    amount: Amount
    start: int
    end: int
    likeness: Likeness


@cache
def currencies() -> frozenset[str]:
    """The ISO 4217 codes that are legal tender somewhere today."""
    return frozenset(
        code
        for used in get_global("territory_currencies").values()
        for code, _since, until, tender in used
        if until is None and tender
    )


def read_amount(text: str, *, accounting: bool = False) -> Amount | None:
    """The amount that the whole text is, at most 4 decimals and less than 10^14.

    From `accounting`, `(500)`, `-500` and `500-` are minus 500, and 1.2E+06 is what a spreadsheet
    shows of 1200000; anywhere else an amount has no sign of its own, and no exponent.
    """
    typed = unicodedata.normalize("NFKC", text).strip()
    if accounting and (inner := next(filter(None, (one.fullmatch(typed) for one in _MINUS)), None)):
        amount = read_amount("".join(inner.groups()))
        return Amount(-amount.value, amount.currency) if amount else None
    if accounting and _SHORTENED.fullmatch(typed):
        typed = f"{Decimal(typed.replace(',', '.')):f}"
    found = _AMOUNT.fullmatch(re.sub(r"(?<=\d)[ ](?=\d{3}(?!\d))", "'", typed))
    return _amount(found) if found else None


def find_amounts(text: str) -> list[FoundAmount]:
    """Everything in a line that may be an amount, in order, by the rule of this module."""
    plain = text if text.isascii() else "".join(map(_narrow, text))
    return [found for match in _AMOUNT.finditer(plain) if (found := _found(match, plain))]


def find_amount(text: str) -> FoundAmount | None:
    """The amount in a line: the surest, of equally sure ones the last."""
    return max(find_amounts(text), key=lambda found: (found.likeness, found.start), default=None)


def _narrow(character: str) -> str:
    """Full-width digits and signs as the usual ones, one for one, so that places stay true."""
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def _found(match: re.Match[str], text: str) -> FoundAmount | None:
    start, end = match.span()
    amount = _amount(match)
    if amount is None and match["code"] and match["code"].upper() not in currencies():
        longer = _AMOUNT.search(text, match.start("code") + 3, end)  # "won 30,000 USD"
        return _found(longer, text) if longer else None
    if amount is None and match["code_behind"]:  # "12,000 for Acme": the word is no currency
        end = start + len(match[0][: match.start("code_behind") - start].rstrip())
        shorter = _AMOUNT.match(text, start, end)
        return _found(shorter, text) if shorter and shorter.end() == end else None
    if amount is None and match["code"]:
        shorter = _AMOUNT.search(text, match.start("code") + 3, end)
        return _found(shorter, text) if shorter else None
    likeness = _likeness(match, amount, text) if amount else None
    if amount is None or likeness is None:
        return None
    return FoundAmount(amount, start, end, likeness)


def _likeness(match: re.Match[str], amount: Amount, text: str) -> Likeness | None:
    if _currency(match):
        return Likeness.SURE
    if match["korean"] and not re.search(r"\d", match["korean"]):
        return None  # 이천, 구만: places and names as often as numbers
    at_end = _BEHIND.match(text, match.end()) is not None
    first = not text[: match.start()].strip()
    if match["korean"] or match["scale"] or not match["number"].isdecimal():
        if first or (match["number"] and re.fullmatch(r"\d+[.]\d{1,2}", match[0])):
            return None
        if _NAME_LIKE.fullmatch(match[0]):
            behind_for = re.search(r"\bfor\s+$", text[: match.start()], re.IGNORECASE)
            return Likeness.POSSIBLE if at_end and not behind_for else None
        return Likeness.LIKELY
    if _INTRODUCED.search(text, 0, match.start()):
        return Likeness.LIKELY
    if at_end and not first and amount.value >= 1000 and not _YEAR.fullmatch(match["number"]):
        return Likeness.POSSIBLE
    return None


def _amount(match: re.Match[str]) -> Amount | None:
    currency = _currency(match)
    if currency == "":
        return None
    if match["korean"]:
        value = _korean_value(match["korean"])
        currency = currency or _OF_KOREAN_UNITS
    else:
        value = _value(match["number"], scaled=bool(match["scale"]))
        if value is not None and match["scale"]:
            value *= _SCALES[match["scale"].lower()]
    if value is None or value >= MOST or value != round(value, MOST_PLACES):
        return None
    return Amount(_plain(value), currency)


def _plain(value: Decimal) -> Decimal:
    """Without an exponent: 12E+3 is written 12000."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _currency(match: re.Match[str]) -> str | None:
    """The code typed on either side; None for none, empty for two that differ or no currency."""
    named = set()
    for sign in (match["sign"], match["sign_behind"]):
        if sign:
            named.add(_SIGNS.get(sign) or _SIGNS.get(sign.upper(), "PLN"))
    if match["word"]:
        named.add(_CURRENCY_WORDS[match["word"].lower()])
    for code in (match["code"], match["code_behind"]):
        if code:
            known = code.upper() in currencies()
            safe = code.isupper() or code.upper() in _SAFE_IN_LOWER_CASE
            named.add(code.upper() if known and safe else "")
    if "$" in (match["sign"], match["sign_behind"]) and named & _OTHER_DOLLARS:
        named.discard("USD")  # "$12,000 AUD": the bare sign is any dollar's
    if len(named) > 1:
        return ""
    return named.pop() if named else None


def _value(number: str, *, scaled: bool) -> Decimal | None:
    """The value of digits with separators in any country's order.

    1.500 and 1,500 are fifteen hundred (but 1.500 with k, m or bn behind is one and a half);
    a comma before one or two digits is a decimal one.
    """
    number = re.sub("['\u2019]", "", number)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", number):
        return Decimal(number.replace(",", ""))
    dotted = re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", number)
    if dotted and not (scaled and number.count(".") == 1 and "," not in number):
        return Decimal(number.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+(?:\.\d+|,\d{1,2})?", number):
        return Decimal(number.replace(",", "."))
    return None


def _korean_value(words: str) -> Decimal | None:
    """Numbers in 십, 백, 천 within 만, 억, 조. In 1억 2천 the 2천 are of 만, as people say it."""
    if len(words.strip()) == 1:
        return None
    total, section, number = Decimal(0), Decimal(0), None
    last_large = 10**16
    for digits, small, large in _KOREAN_PIECE.findall(words):
        if digits:
            number = Decimal(_KOREAN_DIGITS.get(digits) or digits.replace(",", "").rstrip("."))
        elif small:
            section += (Decimal(1) if number is None else number) * _KOREAN_SMALL[small]
            number = None
        else:
            section += number or Decimal(0)
            scale = _KOREAN_LARGE[large]
            if scale >= last_large:
                return None
            total += (section or Decimal(1)) * scale
            section, number, last_large = Decimal(0), None, scale
    section += number or Decimal(0)
    if last_large == _KOREAN_LARGE["억"] and number is None and section >= 1000:
        section *= 10**4
    return total + section
