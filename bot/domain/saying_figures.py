"""Days that are said in words, put in figures: "march nineteenth", 삼월 십구일."""

import re

_ONES = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_TEENS = "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
_ORDINALS = {word: place for place, word in enumerate(f"{_ONES} {_TEENS}".split(), start=1)}
_ORDINALS |= {
    f"twenty{gap}{word}": 20 + _ORDINALS[word] for gap in " -" for word in _ONES.split()[:9]
}
_ORDINALS |= {"thirtieth": 30, "thirty first": 31, "thirty-first": 31}
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_IN_ENGLISH = re.compile(
    rf"\b(?:(?P<before>{_MONTH})\s+(?:the\s+)?(?P<day>{_ORDINAL})"
    rf"|(?:the\s+)?(?P<first>{_ORDINAL})\s+(?:of\s+)?(?P<behind>{_MONTH}))\b",
    re.IGNORECASE,
)
_ON_THE = re.compile(
    rf"\b(?P<on>(?:by|on|until|till|before|for|to|from|due)\s+the)\s+(?P<day>{_ORDINAL})\b"
    r"(?=\s*(?:[,.;!?]|$|\s(?:and|so|but|i|we|they|he|she|at|in)\b))",
    re.IGNORECASE,
)
_DIGITS = {digit: place for place, digit in enumerate("일이삼사오육칠팔구", start=1)}
_MONTHS = {**_DIGITS, "유": 6, "시": 10, "십": 10, "십일": 11, "십이": 12}
_DAY = r"[이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구]"
_IN_KOREAN = re.compile(
    rf"(?<![가-힣\d])(?P<month>십[일이]?|[일이삼사오육유칠팔구시])월\s?(?P<day>{_DAY})일(?!정)"
)
_DAY_ALONE = re.compile(
    r"(?<![가-힣\d])(?P<day>[이삼]?십[일이삼사오육칠팔구]?)일(?=까지|에|날|쯤|\s?(?:전|오[전후]))"
)
_WEEKDAY_ALONE = re.compile(r"(?<=[가-힣]\s)(?P<day>[월화수목금])(?=\s*(?:[.,!]|까지|$))")


def figures(text: str) -> str:
    """The text with the days of months in figures and 금 for 금요일 written out."""
    text = _IN_ENGLISH.sub(_english, text)
    text = _ON_THE.sub(lambda one: f"{one['on']} {_ORDINALS[one['day'].lower()]}th", text)
    text = _IN_KOREAN.sub(lambda one: f"{_MONTHS[one['month']]}월 {_counted(one['day'])}일", text)
    text = _DAY_ALONE.sub(lambda one: f"{_counted(one['day'])}일", text)
    return _WEEKDAY_ALONE.sub(r"\g<day>요일", text)


def _english(found: re.Match[str]) -> str:
    day = _ORDINALS[(found["day"] or found["first"]).lower()]
    return f"{found['before'] or found['behind']} {day}"


def _counted(digits: str) -> int:
    """이십삼 as 23."""
    tens, ten, ones = digits.rpartition("십")
    return (10 * (_DIGITS[tens] if tens else 1) if ten else 0) + (_DIGITS[ones] if ones else 0)
