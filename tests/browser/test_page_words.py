"""The page says everything in both languages, and holds no word that it doesn't say."""

import re

from bot.sandbox.server import STATIC

KEY = re.compile(r"^  (\w+): ", re.MULTILINE)
SOURCES = [
    path
    for path in STATIC.rglob("*.js")
    if not {"vendor", "words"} & set(path.relative_to(STATIC).parts[:-1])
]


def _keys(language: str) -> list[str]:
    return KEY.findall((STATIC / "words" / f"{language}.js").read_text("utf-8"))


def test_both_languages_have_the_same_words() -> None:
    assert _keys("en") == _keys("ko")


def test_both_languages_name_the_same_facts() -> None:
    english, korean = (
        (STATIC / "words" / f"{language}.js").read_text("utf-8").splitlines()
        for language in ("en", "ko")
    )
    facts = [
        [sorted(set(re.findall(r"\{(\w+)\}", line))) for line in one] for one in (english, korean)
    ]
    assert facts[0] == facts[1]


def test_every_word_that_is_asked_for_exists_and_every_word_is_asked_for() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCES)
    asked = set(re.findall(r'\bw\("(\w+)"', code))
    assert asked - set(_keys("en")) == set()
    assert [key for key in _keys("en") if f'"{key}"' not in code] == []


def test_nothing_is_fetched_from_elsewhere_and_no_data_becomes_html() -> None:
    for path in [*SOURCES, STATIC / "index.html"]:
        text = path.read_text("utf-8")
        assert not re.search(r"innerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|\beval\(", text)
        assert not re.search(r"""(?:src|href|from|import)\s*[=(]?\s*["']https?://""", text)
