"""What is typed behind /crm report: which one, of which time, told by what, in which form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.domain.nearness import alike
from bot.domain.periods import Period, Unit, last_months, last_weeks
from bot.domain.refusal import Instead, Unknown
from bot.domain.reporting import Grouping

_NAMES = {
    word: name
    for name, words in (
        ("opportunities", "opportunities opportunity new 기회 영업기회 신규 새딜"),
        ("productivity", "productivity 생산성 인당"),
        ("wins", "wins win losses won 수주 승률 수주율"),
        ("attention", "attention stale 주의 방치 살펴볼딜"),
        ("adoption", "adoption usage 활용 활용도 사용"),
        ("compliance", "compliance 준수 준수율"),
        ("pipeline", "pipeline 파이프라인"),
        ("funnel", "funnel 퍼널"),
        ("velocity", "velocity 속도"),
        ("evidence", "evidence 근거"),
        ("nudges", "nudges nudge 넛지"),
    )
    for word in words.split()
}
_GROUPINGS = {
    word: grouping
    for grouping, words in (
        (Grouping.MONTH, "month months monthly 월별 월 달별"),
        (Grouping.WEEK, "week weeks weekly 주별 주간 주"),
        (Grouping.QUARTER, "quarter quarters quarterly 분기별 분기"),
        (Grouping.REP, "rep reps owner person 담당자별 담당별 담당자 사람별"),
        (Grouping.MANAGER, "manager managers 팀장별 팀장"),
        (Grouping.TEAM, "team teams 팀별 팀"),
        (Grouping.STAGE, "stage stages 단계별 단계"),
        (Grouping.REASON, "reason reasons 사유별 사유"),
        (Grouping.KIND, "kind kinds type 종류별 종류"),
        (Grouping.CATEGORY, "category categories forecast 구분별 예측별"),
    )
    for word in words.split()
}
_FORMS = {
    word: form
    for form, words in (
        ("csv", "csv csv로"),
        ("xlsx", "xlsx excel 엑셀 엑셀로 xlsx로"),
        ("chart", "chart graph 차트 차트로 그래프 그래프로"),
    )
    for word in words.split()
}
_LAST = re.compile(
    r"\b(?:last|past)\s+(?P<count>\d{1,3}\s+)?(?P<unit>day|week|month|quarter|year)s?\b"
    r"|(?:최근|지난)\s*(?P<korean_count>\d{1,3})\s*(?P<korean_unit>일|주|개월|달|분기|년)(?:간|동안)?",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\bthis\s+(?P<unit>week|month|quarter|year)\b|(?P<korean>이번\s*주|이번\s*달|이번\s*분기|올해)",
    re.IGNORECASE,
)
_SPANS = {
    "일": "day",
    "주": "week",
    "개월": "month",
    "달": "month",
    "분기": "quarter",
    "년": "year",
}
WORDS = (*_GROUPINGS, *_FORMS)
"""Every word for what a report is told by, and in which form."""

_NOISE = frozenset({"by", "as", "report", "of", "the", "in", "per", "보고서", "기준", "으로", "로"})
_FIELD = re.compile(
    r"(?:\bby\s+)?\b(?:field|필드):\s*(?P<field>\S+)(?:\s*별)?"
    r"|\bby\s+(?P<spoken>product)s?\b|(?P<korean>제품|상품)별",
    re.IGNORECASE,
)
"""A custom field by its name, or the one that is called product."""

_PRODUCT = frozenset({"product", "products", "제품", "상품"})


def field_words(typed: str) -> frozenset[str]:
    """The names that may be meant by a custom field as it was typed, in either language."""
    words = typed.casefold().removesuffix("별")
    return _PRODUCT if words in _PRODUCT else frozenset({words, typed})


_BY = re.compile(r"\bby\s+(?P<word>\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReportQuery:
    """`name` and `grouping` are None where none was typed; `unknown` are the words that mean
    nothing here. `is_dated` says whether a time was typed. `field` is the custom field that is to
    be told by, as it was typed."""

    name: str | None
    period: Period
    grouping: Grouping | None
    form: str | None
    unknown: tuple[str, ...]
    field: str = ""
    is_dated: bool = True


def read_report(text: str, today: date) -> ReportQuery:
    """Reads `<name> [last 6 months] [by month] [as csv]`, in either language and any order."""
    line = " ".join(text.split())
    period, line = _take_period(line, today)
    grouping, field = None, ""
    if found := _FIELD.search(line):
        grouping, field = Grouping.FIELD, found["field"] or found["spoken"] or found["korean"]
        line = f"{line[: found.start()]} {line[found.end() :]}"
    elif (found := _BY.search(line)) and found["word"].casefold() in _GROUPINGS:
        grouping = _GROUPINGS[found["word"].casefold()]
        line = f"{line[: found.start()]} {line[found.end() :]}"
    name, form, unknown = None, None, list[str]()
    for word in line.split():
        spoken = word.casefold().strip(",.?!")
        if spoken in _FORMS:
            form = _FORMS[spoken]
        elif name is None and spoken in _NAMES:
            name = _NAMES[spoken]
        elif grouping is None and spoken in _GROUPINGS:
            grouping = _GROUPINGS[spoken]
        elif spoken not in _NOISE:
            unknown.append(word)
    usual = last_weeks(today) if name == "compliance" else last_months(today)
    is_dated = period is not None
    return ReportQuery(name, period or usual, grouping, form, tuple(unknown), field, is_dated)


def which_report(query: ReportQuery, names: Sequence[str]) -> Unknown:
    """No report was named, or none of that name: those near to what was typed, else all."""
    spoken = [(typed, alike(typed, _NAMES)) for typed in query.unknown]
    for typed, near in spoken:
        if known := [word for word in near if _NAMES[word] in names]:
            return Unknown("report-which", typed=typed, instead=_lines(known), reports=names)
    typed = " ".join(query.unknown)
    return Unknown("report-which", typed=typed, instead=_lines(names), reports=names)


def _lines(words: Sequence[str]) -> list[Instead]:
    return [Instead(word, f"/crm report {word}") for word in words]


def _take_period(line: str, today: date) -> tuple[Period | None, str]:
    if found := _LAST.search(line):
        count = int(found["count"] or found["korean_count"] or 1)
        unit = _SPANS.get(found["korean_unit"] or "", (found["unit"] or "").casefold())
        rest = f"{line[: found.start()]} {line[found.end() :]}"
        return _last(max(count, 1), unit, today), rest
    if found := _THIS.search(line):
        korean = "".join((found["korean"] or "").split())
        named = {"이번주": "week", "이번달": "month", "이번분기": "quarter", "올해": "year"}
        unit = named.get(korean) or found["unit"].casefold()
        rest = f"{line[: found.start()]} {line[found.end() :]}"
        return _last(1, unit, today), rest
    return None, line


def _last(count: int, unit: str, today: date) -> Period:
    """The last so many calendar units, the one that `today` lies in among them; days are days."""
    if unit == "day":
        return Period(today - timedelta(days=count - 1), today)
    if unit == "year":
        return Period(today.replace(month=1, day=1) - relativedelta(years=count - 1), today)
    of = Unit(unit)
    first = {
        Unit.WEEK: today - timedelta(days=today.weekday(), weeks=count - 1),
        Unit.MONTH: last_months(today, count).first,
        Unit.QUARTER: last_months(today, 3 * (count - 1) + (today.month - 1) % 3 + 1).first,
    }[of]
    return Period(first, today)
