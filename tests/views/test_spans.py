"""Months, quarters and weeks as people say them."""

import pytest

from bot.i18n import translator
from bot.views import phrases


@pytest.mark.parametrize(
    ("key", "english", "korean"),
    [
        ("2026-Q4", "Q4 2026", "2026년 4분기"),
        ("2026-11", "Nov 2026", "2026년 11월"),
        ("2026-11-23", "week of Nov 23", "11월 23일 주"),
        ("2026-11-24", None, None),
        ("2026-Q5", None, None),
        ("North", None, None),
        ("none", None, None),
    ],
)
def test_a_span_is_said_in_the_readers_words(
    key: str, english: str | None, korean: str | None
) -> None:
    for locale, words in (("en-US", english), ("ko-KR", korean)):
        said = phrases.span(key, translator(locale))
        assert said == words
