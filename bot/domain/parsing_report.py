"""What is typed behind /crm report: which one, of which time, told by what, in which form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.nearness import alike
from bot.domain.parsing_span import take_span
from bot.domain.periods import Period, last_months, last_weeks
from bot.domain.refusal import Instead, Refusal, ReportLine, Unknown
from bot.domain.reporting import Grouping

_NAMES = {
    word: name
    for name, words in (
        ("opportunities", "opportunities opportunity new 기회 영업기회 신규 새딜"),
        ("productivity", "productivity 생산성 인당 1인당"),
        ("wins", "wins win losses won 수주 수주와 실주 승률 수주율"),
        ("attention", "attention stale 주의 방치 살펴볼딜"),
        ("adoption", "adoption usage 활용 활용도 사용"),
        ("compliance", "compliance 준수 준수율"),
        ("pipeline", "pipeline 파이프라인"),
        ("funnel", "funnel 퍼널"),
        ("velocity", "velocity speed 속도 영업속도"),
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
        (Grouping.CATEGORY, "category categories forecast 구분별 예측별 예측 구분"),
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
_PHRASES = {
    "new opportunities": "opportunities",
    "새 영업 기회": "opportunities",
    "영업 기회": "opportunities",
    "새 딜": "opportunities",
    "wins and losses": "wins",
    "won amount per rep": "productivity",
    "담당자 1인당 수주 금액": "productivity",
    "deals that need attention": "attention",
    "살펴볼 딜": "attention",
    "영업 속도": "velocity",
    "open deals": "pipeline",
    "진행 중인 딜": "pipeline",
    "what goes with winning": "evidence",
    "수주한 딜의 습관": "evidence",
}
"""Reports as their own headings call them, in more than one word."""


WORDS = (*_GROUPINGS, *_FORMS)
"""Every word for what a report is told by, and in which form."""

_PHRASE = re.compile("|".join(sorted(map(re.escape, _PHRASES), key=len, reverse=True)))
_NOISE = frozenset(
    {"by", "as", "report", "of", "the", "in", "per", "for", "and"}
    | {"보고서", "기준", "으로", "로", "기준으로", "동안"}
)
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


_ALONE = {Grouping.CATEGORY: "pipeline", Grouping.REASON: "wins"}
"""What is asked for where nothing but a grouping was typed: `/crm report forecast`, `… reasons`."""

_ELSEWHERE = {
    word: line
    for line, words in (
        ("scorecard", "scorecard scorecards 스코어카드"),
        ("goals", "goals goal quota quotas 목표"),
        ("champions", "champions champion 챔피언"),
    )
    for word in words.split()
}
"""What is no report and has a command of its own."""

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
    period, line = take_span(line, today)
    grouping, field = None, ""
    if found := _FIELD.search(line):
        grouping, field = Grouping.FIELD, found["field"] or found["spoken"] or found["korean"]
        line = f"{line[: found.start()]} {line[found.end() :]}"
    elif (found := _BY.search(line)) and found["word"].casefold() in _GROUPINGS:
        grouping = _GROUPINGS[found["word"].casefold()]
        line = f"{line[: found.start()]} {line[found.end() :]}"
    name, line = _take_phrase(line)
    form, unknown = None, list[str]()
    for word in line.split():
        spoken = word.casefold().strip(",.?!")
        if spoken in _FORMS:
            form = _FORMS[spoken]
        elif name in (None, _NAMES.get(spoken)) and spoken in _NAMES:
            name = _NAMES[spoken]
        elif grouping in (None, _GROUPINGS.get(spoken)) and spoken in _GROUPINGS:
            grouping = _GROUPINGS[spoken]
        elif spoken not in _NOISE:
            unknown.append(word)
    if name is None and grouping is not None:
        name = _ALONE.get(grouping)
    usual = last_weeks(today) if name == "compliance" else last_months(today)
    is_dated = period is not None
    return ReportQuery(name, period or usual, grouping, form, tuple(unknown), field, is_dated)


def which_report(query: ReportQuery, names: Sequence[str]) -> Refusal:
    """No report was named, or none of that name: where it is to be had instead, those near to what
    was typed, else all."""
    elsewhere = (_ELSEWHERE.get(word.casefold()) for word in query.unknown)
    if line := next(filter(None, elsewhere), None):
        return Refusal("report-elsewhere", line=f"/crm {line}")
    spoken = [(typed, alike(typed, _NAMES)) for typed in query.unknown]
    for typed, near in spoken:
        if known := [word for word in near if _NAMES[word] in names]:
            return Unknown("report-which", typed=typed, instead=_lines(known), reports=names)
    typed = " ".join(query.unknown)
    return Unknown("report-which", typed=typed, instead=_lines(names), reports=names)


def _lines(words: Sequence[str]) -> list[Instead]:
    return [Instead(word, ReportLine(word)) for word in words]


def _take_phrase(line: str) -> tuple[str | None, str]:
    """A report's own heading in a line, and the line without it."""
    found = _PHRASE.search(line.casefold())
    if found is None or len(line.casefold()) != len(line):
        return None, line
    return _PHRASES[found[0]], f"{line[: found.start()]} {line[found.end() :]}"
