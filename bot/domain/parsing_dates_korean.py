"""Days as Korean speakers type them: 모레, 담주 화욜, 다음 달 5일, 월말, 사흘 뒤."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from bot.domain.parsing_calendar import (
    FRIDAY,
    LONGEST_MONTH,
    SATURDAY,
    Asked,
    Part,
    Unit,
    any_of,
    coming_end,
    in_month,
    in_year,
    named_span,
    nearest_weekday,
    part_of,
    shifted,
    this_weekday,
    weekday_of,
)

_DAYS = {
    "오늘": 0, "금일": 0, "당일": 0, "내일": 1, "낼": 1, "명일": 1, "익일": 1,
    "모레": 2, "내일모레": 2, "낼모레": 2, "글피": 3, "그글피": 4,
    "어제": -1, "어저께": -1, "전일": -1, "그제": -2, "그저께": -2, "엊그제": -2, "엊그저께": -2,
    "그끄제": -3, "그끄저께": -3,
}  # fmt: skip
_SPELLED_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8,
    "아흐레": 9, "열흘": 10, "보름": 15,
}  # fmt: skip
_NUMBERS = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9, "열": 10, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6,
}  # fmt: skip
_UNITS = {
    "일": Unit.DAY, "영업일": Unit.WORKING_DAY, "주": Unit.WEEK, "주일": Unit.WEEK,
    "달": Unit.MONTH, "개월": Unit.MONTH, "분기": Unit.QUARTER, "년": Unit.YEAR,
}  # fmt: skip
_STEPS = {
    "이번": 0, "금": 0, "이": 0, "당": 0,
    "다음": 1, "담": 1, "차": 1, "내": 1, "익": 1,
    "지난": -1, "저번": -1, "전": -1,
    "다다음": 2, "다담": 2, "지지난": -2, "저저번": -2,
}  # fmt: skip
_PARTS = {
    "말": Part.END, "말일": Part.END, "하순": Part.END, "중": Part.END, "내": Part.END,
    "안": Part.END, "초": Part.START, "초순": Part.START, "중순": Part.MIDDLE,
    "중반": Part.MIDDLE,
}  # fmt: skip
_SPANS = {
    "달": Unit.MONTH, "월": Unit.MONTH, "분기": Unit.QUARTER, "년": Unit.YEAR, "연": Unit.YEAR,
}  # fmt: skip
_WEEKDAYS = "월화수목금토일"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WHICH = rf"(?P<which>{_any(_STEPS)})"
_PART = rf"(?P<part>{_any(_PARTS)})"
_WD = rf"(?P<weekday>[{_WEEKDAYS}])"
_COUNT = rf"(?P<count>\d{{1,4}}|{_any(_NUMBERS)})\s*(?P<unit>{_any(_UNITS)})"
_WEEK = r"(?P<which>이번|금|다음|담|차|내|지난|저번|다다음|다담|지지난|저저번)\s*주"
_YEAR = r"(?:(?P<year>\d{4}|\d{2})\s*년|(?P<named_year>올해|내년|작년|지난해|후년))"
_MONTH_OR_QUARTER = r"(?:(?P<month>\d{1,2})\s*월|(?P<quarter>[1-4])\s*분기)"

BARE = re.compile(r"\d{1,2}월|[1-4]분기")
"""Spans whose last day is meant only where an ending says so: "12월까지", but "12월 보고서"."""


_SPELLED_MONTH = re.compile(r"(?<![가-힣\d])(?P<month>십[일이]|[일이삼사오유육칠팔구시십])월(?!요)")
_SPELLED_DAY = re.compile(
    r"(?:(?<![가-힣\d])|(?<=\d월)|(?<=달))(?P<tens>[이삼]?십)(?P<ones>[일이삼사오육칠팔구]?)일"
    r"|(?:(?<=\d월)|(?<=\d월\s)|(?<=달)|(?<=달\s))(?P<day>[일이삼사오육칠팔구])일"
)
_DIGITS = {sign: place for place, sign in enumerate("일이삼사오육칠팔구십", start=1)}
_DIGITS |= {"유": 6, "시": 10, "십일": 11, "십이": 12, "": 0}


def in_figures(words: str) -> str:
    """Months and days in words, as they are said: 유월 삼십일, 시월 초, 이십오일까지."""
    if "월" not in words and "일" not in words:
        return words
    words = _SPELLED_MONTH.sub(lambda found: f"{_DIGITS[found['month']]}월", words)
    return _SPELLED_DAY.sub(_spelled_day, words)


def _spelled_day(found: re.Match[str]) -> str:
    if found["day"]:
        return f"{_DIGITS[found['day']]}일"
    tens = _DIGITS.get(found["tens"].removesuffix("십"), 0) or 1
    return f"{10 * tens + _DIGITS[found['ones']]}일"


def _weekday(found: re.Match[str], asked: Asked) -> date:
    """다음 금요일 is next week's, 오는 금요일 the coming one, 지난 금요일 the latest gone by."""
    weekday = _WEEKDAYS.index(found["weekday"])
    which = found["which"]
    if which is None:
        return nearest_weekday(asked, weekday)
    if which == "지난" or which == "저번":
        return nearest_weekday(Asked(shifted(asked.today, -1, Unit.DAY), past=True), weekday)
    if which == "이번":
        return this_weekday(asked, weekday)
    if which in ("다음", "담"):
        return weekday_of(asked.today, weekday, weeks=1)
    return nearest_weekday(Asked(asked.today), weekday)


def _week(found: re.Match[str], asked: Asked) -> date:
    """A day of a week so many weeks away; 이번 주 alone is its Friday, 다음 주 its Monday."""
    step = _STEPS[found["which"]]
    if found["weekday"]:
        return weekday_of(asked.today, _WEEKDAYS.index(found["weekday"]), weeks=step)
    if found["part"] == "말":
        return _weekend(asked, step)
    part = _PARTS.get(found["part"] or "")
    if step == 0 and part in (None, Part.END):
        return coming_end(asked, Unit.WEEK)
    return part_of(shifted(asked.today, step, Unit.WEEK), Unit.WEEK, part or Part.START)


def _weekend(asked: Asked, step: int) -> date:
    if step == 0 and not asked.past:
        return asked.today if asked.today.weekday() > FRIDAY else this_weekday(asked, SATURDAY)
    return weekday_of(asked.today, SATURDAY, weeks=step)


def _bare_weekend(_found: re.Match[str], asked: Asked) -> date:
    return _weekend(asked, 0)


def _span(found: re.Match[str], asked: Asked) -> date:
    """다음 달 alone is its first day, 이번 달 alone its last; with a part that part."""
    step, unit = _STEPS[found["which"]], _SPANS[found["span"]]
    part = _PARTS.get(found["part"] or "")
    if step == 0 and part in (None, Part.END):
        return coming_end(asked, unit)
    return part_of(shifted(asked.today, step, unit), unit, part or Part.START)


def _bare_span(found: re.Match[str], asked: Asked) -> date:
    """월말, 분기말, 연말: of this one; 월초, 연초: of the next, as this one's is gone by."""
    unit = _SPANS[found.groupdict().get("span") or "월"]
    part = _PARTS[found["part"]]
    day = part_of(asked.today, unit, part)
    if day < asked.today and not asked.past:
        return part_of(shifted(asked.today, 1, unit), unit, part)
    return day


def _day_of_month(found: re.Match[str], asked: Asked) -> date | None:
    if int(found["day"]) > LONGEST_MONTH:
        return None  # how long something lasts: 납기 45일
    if found["which"] is None:
        return in_month(asked, int(found["day"]))
    month = shifted(asked.today.replace(day=1), _STEPS[found["which"]], Unit.MONTH)
    return month.replace(day=int(found["day"]))


def _day_of_year(found: re.Match[str], asked: Asked) -> date:
    years = {"올해": 0, "내년": 1, "작년": -1, "지난해": -1, "후년": 2}
    if found["named_year"]:
        year = asked.today.year + years[found["named_year"]]
        return in_year(asked, int(found["month"]), int(found["day"]), year)
    year_typed = int(found["year"]) if found["year"] else None
    return in_year(asked, int(found["month"]), int(found["day"]), year_typed)


def _named_span(found: re.Match[str], asked: Asked) -> date:
    part = _PARTS.get(found["part"] or "")
    year = int(found["year"]) if found["year"] else None
    if found["quarter"]:
        return named_span(asked, Unit.QUARTER, int(found["quarter"]), part, year)
    return named_span(asked, Unit.MONTH, int(found["month"]), part, year)


def _count(found: re.Match[str]) -> tuple[int, Unit]:
    if found["spelled"]:
        return _SPELLED_DAYS[found["spelled"]], Unit.DAY
    count = found["count"]
    return int(count) if count.isdecimal() else _NUMBERS[count], _UNITS[found["unit"]]


def _ahead(found: re.Match[str], asked: Asked) -> date:
    return shifted(asked.today, *_count(found))


def _ago(found: re.Match[str], asked: Asked) -> date:
    count, unit = _count(found)
    return shifted(asked.today, -count, unit)


def _year_part(found: re.Match[str], asked: Asked) -> date:
    step = {"올해": 0, "금년": 0, "작년": -1}.get(found["named_year"], 1)
    part = _PARTS.get(found["part"] or "", Part.END if step == 0 else Part.START)
    return part_of(shifted(asked.today, step, Unit.YEAR), Unit.YEAR, part)


def _dotted(found: re.Match[str], _asked: Asked) -> date:
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


_LENGTH = rf"(?:(?P<spelled>{_any(_SPELLED_DAYS)})|{_COUNT})"

_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Asked], date | None]], ...] = tuple(
    (re.compile(shape), read_shape)
    for shape, read_shape in (
        (rf"(?:(?P<which>이번|다음|담|지난|저번|오는|돌아오는)\s*)?{_WD}(?:요일|욜)", _weekday),
        (rf"{_WEEK}\s*(?:{_WD}(?:요일|욜)?|{_PART})?", _week),
        (r"주말", _bare_weekend),
        (rf"(?P<which>이번|이|다음|담|내|지난|저번|다다음|지지난)\s*(?P<span>달)\s*{_PART}?",
         _span),
        (rf"(?P<which>금|당|익|차|전)(?P<span>월)\s*{_PART}?", _span),
        (rf"(?P<which>이번|금|당|다음|차|지난|전)\s*(?P<span>분기)\s*{_PART}?", _span),
        (r"(?P<span>월|분기|연|년)\s*(?P<part>말|초|내)", _bare_span),
        (r"(?P<part>말일)", _bare_span),
        (rf"(?P<named_year>올해|금년|내년|다음\s*해|작년)\s*{_PART}?", _year_part),
        (rf"(?:{_YEAR}\s*)?(?P<month>\d{{1,2}})\s*월\s*(?P<day>\d{{1,2}})\s*일?", _day_of_year),
        (rf"(?:(?P<year>\d{{4}})\s*년\s*)?{_MONTH_OR_QUARTER}\s*{_PART}?", _named_span),
        (rf"(?:{_WHICH}\s*(?:달|월)\s*)?(?P<day>\d{{1,2}})\s*일", _day_of_month),
        (rf"{_LENGTH}\s*(?:후|뒤|이후|있다가|이내|내|안)", _ahead),
        (rf"{_LENGTH}\s*전", _ago),
        (r"(?P<year>\d{4})\s*[./-]\s*(?P<month>\d{1,2})\s*[./-]\s*(?P<day>\d{1,2})\.?", _dotted),
    )
)  # fmt: skip
_ANY_SHAPE = any_of(shape.pattern for shape, _ in _SHAPES)


def read(words: str, asked: Asked) -> date | None:
    """The day that these words are, as a whole. Raises ValueError for 2월 31일."""
    if words in _DAYS:
        return shifted(asked.today, _DAYS[words], Unit.DAY)
    if not _ANY_SHAPE.fullmatch(words):
        return None
    for shape, read_shape in _SHAPES:
        if (found := shape.fullmatch(words)) and (day := read_shape(found, asked)) is not None:
            return day
    return None
