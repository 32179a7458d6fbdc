"""What is typed behind the verbs of /deal: a new deal, a win, a loss, a next step, a hold."""

import re
from dataclasses import dataclass
from datetime import date, time

from bot.domain.parsing_dates import (
    find_date,
    no_day_in,
    read_date,
    take_leading_date,
    take_trailing_date,
)
from bot.domain.parsing_money import (
    Amount,
    FoundAmount,
    Likeness,
    find_amount,
    find_amounts,
    read_amount,
)
from bot.domain.parsing_slack import Mention, find_mention
from bot.domain.parsing_times import take_later_clock

_CLOSES = re.compile(
    r"(?:^|(?<=[\s,]))(?:(?:expected\s+)?(?:closes|closing|close(?:\s+date)?|due)(?:\s+(?:on|by"
    r"|in|at))?"
    r"|(?:예상\s*)?마감(?:\s*예정)?일?(?:은|는)?)\s*[:\uff1a]?\s+",
    re.IGNORECASE,
)
_CLOSES_BEHIND = re.compile(r"\s*(?:예상\s*)?마감(?:\s*예정)?일?$")
_DEADLINE = re.compile(r"^(?:by|until|till|before)\s|까지$", re.IGNORECASE)
_FOR = re.compile(
    r"(?:^|\s)(?:for\s|(?:고객사|고객|거래처|업체)\s*[:\uff1a]?\s|(?:account|고객사|거래처)[:\uff1a])\s*",
    re.IGNORECASE,
)
_BEFORE_AMOUNT = re.compile(
    r"(?:^|\s)(?:worth|at|for|of|@|value|amount|금액|규모)\s*[:\uff1a]?\s*$", re.IGNORECASE
)
_BEFORE_LEADING_AMOUNT = re.compile(
    r"^(?:worth|at|for|of|@|amount|금액)\s*[:\uff1a]?\s*", re.IGNORECASE
)
_REASON = re.compile(
    r"\s+(?:--|[-\u2013\u2014])(?:\s+|$)|\s*[:\uff1a](?:\s+|$)|\s*\n\s*"
    r"|\s+(?:because(?:\s+of)?|due\s+to|reason[:\uff1a]|(?:이유|사유)[:\uff1a]?)\s+",
    re.IGNORECASE,
)
_REASON_WORD = re.compile(
    r"^\W*(?:(?:because(?:\s+of)?|reason|due\s+to|이유|사유)\b\s*[:\uff1a]?\s*)?", re.IGNORECASE
)
_UNTIL = re.compile(r"(?:^|\s)(?:until|till?|through|to|by|for)\s+", re.IGNORECASE)
_TO_PERSON = re.compile(r"(?:\s+to|\s*(?:->|→)|에게|한테|께)?\s*$", re.IGNORECASE)
MOST_READINGS = 12
"""How many words such as "until" are tried in one line, from its end."""
_MINUS = re.compile(r"(?<!\S)(?:[-\u2212](?=[\d$€£¥₩])|(?:[A-Z]{0,2}\$|[€£¥₩])[-\u2212](?=\d))")
_QUOTES = "\"'\u201c\u201d\u2018\u2019"


@dataclass(frozen=True, slots=True)
class NewDeal:
    """`unread_date` is what stands behind "closes" when it is no date we can read; `below_zero`
    is an amount with a minus, which no deal can have."""

    name: str
    account: str | None
    amount: Amount | None
    closes_on: date | None
    unread_date: str = ""
    below_zero: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """A win or a loss.

    When not `separated`, `subject` is the deal's name and perhaps a reason behind it, as typed:
    `parsing_log.leading_candidates` gives the ways to split it.
    """

    subject: str
    amount: Amount | None
    reason: str
    separated: bool


@dataclass(frozen=True, slots=True)
class NextStep:
    """`subject` is the deal's name and the step behind it, as typed; `at` as in `Due`."""

    subject: str
    due: date | None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """When `reason` is empty, `subject` may hold it behind the deal's name, as typed."""

    subject: str
    until: date | None
    reason: str


def read_new(text: str, today: date) -> NewDeal:
    """`<name> [for <account>] [<amount>] [closes <date>]`, the last three in any order.

    The account stands behind the last "for" (or 고객사). A date at the very end needs no
    "closes" when an amount stands right before it, or when it is said with by, until or 까지.
    """
    line, closes_on, unread = _take_close(" ".join(text.split()), today)
    if below_zero := _below_zero(line):
        return NewDeal(_tidy(line), None, None, closes_on, unread, below_zero)
    line, amount = _take_amount(line)
    if closes_on is None and not unread:
        line, closes_on = _take_deadline(line, today)
    found = list(_FOR.finditer(line))
    if not found:
        return NewDeal(_tidy(line), None, amount, closes_on, unread)
    account = _tidy(line[found[-1].end() :])
    return NewDeal(_tidy(line[: found[-1].start()]), account or None, amount, closes_on, unread)


def _take_close(line: str, today: date) -> tuple[str, date | None, str]:
    """The line without its close date, that date, and what could not be read as one."""
    found = list(_CLOSES.finditer(line))
    if found:
        before, behind = line[: found[-1].start()], line[found[-1].end() :]
        rest, day = take_leading_date(behind, today)
        if day is None and (day := read_date(behind, today)):
            rest = ""
        if day is not None:
            return f"{before} {rest}".strip(), day, ""
    if behind_date := _CLOSES_BEHIND.search(line):
        before = line[: behind_date.start()]
        rest, day = take_trailing_date(before, today)
        if day is not None:
            return rest, day, ""
        if unread := _no_day_at_end(before):
            return before.removesuffix(unread).rstrip(), None, unread
    if found and not re.search(r"\b(?:due|close)\b", found[-1][0], re.IGNORECASE):
        return line[: found[-1].start()].strip(), None, line[found[-1].end() :].strip()
    rest, day = take_trailing_date(line, today)
    amount = find_amount(rest)
    if day is not None and amount is not None and amount.end == len(rest):
        return rest, day, ""
    if unread := _no_day_at_end(line):
        rest = line.removesuffix(unread).rstrip()
        amount = find_amount(rest)
        is_meant = found or _DEADLINE.search(unread) or (amount and amount.end == len(rest))
        return (rest, None, unread) if is_meant else (line, None, "")
    return line, None, ""


def _no_day_at_end(line: str) -> str:
    """The words at the end that are those of a day that there is not: "feb 30", 2월 30일까지."""
    unread = no_day_in(line)
    return unread if unread and line.endswith(unread) else ""


def _take_deadline(line: str, today: date) -> tuple[str, date | None]:
    """A date at the end that is said to be one: by, until or before it, 까지 behind it."""
    found = find_date(line, today)
    if found is None or found.end < len(line) or not _DEADLINE.search(line[found.start :]):
        return line, None
    return line[: found.start].rstrip(), found.day


def _take_amount(line: str) -> tuple[str, Amount | None]:
    found = find_amount(line)
    return (line, None) if found is None else (" ".join(_around(line, found)).strip(), found.amount)


def _below_zero(line: str) -> str:
    """The amount of a line as typed, where a minus stands right before it."""
    for minus in _MINUS.finditer(line):
        sign = minus[0].rstrip("-\u2212")
        before, behind = line[: minus.start()], line[minus.end() :]
        plain = f"{before}{sign}{behind}"
        found = find_amount(plain)
        if found is not None and found.start == len(before):
            return f"{minus[0]}{plain[found.start + len(sign) : found.end]}"
    return ""


def _around(line: str, found: FoundAmount) -> tuple[str, str]:
    """The text before an amount, without its "worth" or 금액, and the text behind it."""
    before = _BEFORE_AMOUNT.sub("", line[: found.start].rstrip())
    return before.strip(), line[found.end :].strip(" ,;")


def _tidy(words: str) -> str:
    return words.strip(" ,;").strip(_QUOTES).strip()


def read_won(text: str) -> Closing:
    """`<deal> [amount] [reason]`: the first amount behind the name ends it, or a separator."""
    first = next(iter(_amounts_behind_a_name(text)), None)
    split = _REASON.search(text.strip())
    if first is not None and (split is None or first.end <= split.start() + 1):
        before, behind = _around(text, first)
        return Closing(_tidy(before), first.amount, _reason(behind), separated=True)
    closing = read_lost(text)
    amount = find_amount(f"\u2026 {closing.reason}")
    if amount is not None and amount.start <= 2:
        reason = f"\u2026 {closing.reason}"[amount.end :]
        return Closing(closing.subject, amount.amount, _reason(reason), closing.separated)
    return closing


def _amounts_behind_a_name(text: str) -> list[FoundAmount]:
    """Amounts with words before them; a bare number counts in the place of an amount too,
    which here may have a reason behind it ("won Acme pilot 15000 great champion")."""
    found = [one for one in find_amounts(text) if text[: one.start].strip()]
    bare = [
        FoundAmount(one.amount, one.start, one.end, Likeness.POSSIBLE)
        for number in re.finditer(r"(?<=\s)\d{4,13}(?=\s)", text)
        for one in find_amounts(text[: number.end()])
        if one.start == number.start() and text[: one.start].strip()
    ]
    return sorted(found + bare, key=lambda one: one.start)


def read_closing_rest(rest: str) -> tuple[Amount | None, str]:
    """The amount and the reason in the words behind a won deal's name, once that is known: here
    any number at the beginning is an amount ("900 great champion")."""
    words = [word.end() for word in re.finditer(r"\S+", rest)][:4]
    for end in reversed(words):
        lead = _BEFORE_LEADING_AMOUNT.sub("", rest[:end].strip(" ,;:-"))
        if amount := read_amount(lead):
            return amount, _reason(rest[end:])
    return None, _reason(rest)


def read_lost(text: str) -> Closing:
    """`<deal> [reason]`, apart at ` - `, `: `, a new line, "because" or 사유."""
    line = text.strip()
    found = _REASON.search(line)
    if found is None or not line[: found.start()].strip():
        return Closing(_tidy(line), None, "", separated=False)
    reason = _reason(line[found.end() :])
    return Closing(_tidy(line[: found.start()]), None, reason, separated=True)


def _reason(words: str) -> str:
    return _REASON_WORD.sub("", words.strip(), count=1).strip()


def read_next(text: str, today: date) -> NextStep:
    """`<deal> <what> <when>`; the date may stand inside when it is said with by or 까지."""
    line, due = take_trailing_date(text.strip(), today)
    if due is None and (found := find_date(line, today)) and found.marked:
        due = found.day
        pieces = (line[: found.start].strip(), found.clock, line[found.end :].strip())
        line = " ".join(piece for piece in pieces if piece)
    line, at = take_later_clock(line)
    return NextStep(line, due, at)


def read_hold(text: str, today: date) -> Hold:
    """`<deal> until <date> <reason>`, "for 2 weeks" and 12월 5일까지 as well."""
    line = text.strip()
    for found in list(_UNTIL.finditer(line))[: -MOST_READINGS - 1 : -1]:
        behind = line[found.end() :]
        lead = "in" if found[0].strip().lower() == "for" else "by"
        reason, day = take_leading_date(f"{lead} {behind}", today)
        if day is not None:
            return Hold(_tidy(line[: found.start()]), day, _reason(reason))
    if date_found := find_date(line, today):
        reason = _reason(line[date_found.end :])
        return Hold(_tidy(line[: date_found.start].rstrip(" -:")), date_found.day, reason)
    return Hold(_tidy(line), None, "")


def read_assign(text: str) -> tuple[str, Mention | None]:
    """`<deal> @person`, in either order; a person typed without @ stands behind the last "to"."""
    mention = find_mention(text)
    if mention is not None:
        before = _TO_PERSON.sub("", text[: mention.start])
        behind = re.sub(r"^\s*님?(?:에게|한테|께)(?=\s|$)", "", text[mention.end :]).strip()
        return _tidy(f"{before} {behind}"), mention
    named = re.search(r"^(?P<deal>.*\S)\s+to\s+(?P<person>\S.*)$", text.strip(), re.IGNORECASE)
    if named:
        person = named["person"].strip()
        return _tidy(named["deal"]), Mention(None, person, *named.span("person"))
    return _tidy(text), None
