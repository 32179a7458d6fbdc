"""What the README tells people to type is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT

DOCUMENTS = [
    path
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"))
    if path.is_file()
]
_CODE = re.compile(r"```\w*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
_WORDS_OF_MAKE = re.compile(r"^([a-z]+):", re.MULTILINE)


def typed(document: Path) -> Iterator[list[str]]:
    """Every line of code in a document, as words."""
    for block, inline in _CODE.findall(document.read_text(encoding="utf-8")):
        for line in (block or inline).splitlines():
            yield line.removeprefix("$ ").split()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_word_of_make_is_there(document: Path) -> None:
    there = set(_WORDS_OF_MAKE.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    told = {words[1] for words in typed(document) if words[:1] == ["make"] and len(words) > 1}
    assert {word for word in told if word.isalpha()} - there == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_is_there(document: Path) -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "bot" / "cli").glob("*.py"))
    )
    told = {
        words[1]
        for words in typed(document)
        if words and words[0].rpartition("/")[2] == "pipekeeper" and len(words) > 1
    }
    missing = {
        word
        for word in told
        if word.isalpha() and not re.search(rf"""\bdef {word}\b|["']{word}["']""", source)
    }
    assert missing == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_is_linked_is_there(document: Path) -> None:
    links = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
