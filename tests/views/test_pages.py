"""Every page in both languages: within Slack's limits, and word for word as reviewed."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.i18n import LANGUAGES, translator
from bot.sandbox.limits import check_ack, check_message, check_view
from tests.views import gallery
from tests.views.cast import Scale

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
LONGEST = 3000


def as_it_is(words: str) -> str:
    return words


def stretched(words: str) -> str:
    """The longest and most awkward that people may type: markup, pings, wide signs."""
    return (f"{words} <!channel> *& " * LONGEST)[:LONGEST]


def problems(page: dict[str, Any]) -> list[Any]:
    return list(check_view(page) if page.get("type") in ("modal", "home") else check_message(page))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [as_it_is, stretched])
def test_slack_takes_every_page_however_long_the_names(language: str, scale: Scale) -> None:
    t = translator(language)
    refused = {name: found for name, page in gallery.pages(t, scale) if (found := problems(page))}
    assert refused == {}
    assert check_ack("block_suggestion", {"options": gallery.options(t, scale)}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_lets_peoples_words_ping_a_channel(language: str) -> None:
    for name, page in gallery.pages(translator(language), stretched):
        for markdown in re.findall(r'"type": "mrkdwn", "text": "([^"]*)"', json.dumps(page)):
            assert "<!channel>" not in markdown, name
        assert "<!channel>" not in page.get("text", ""), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_a_sentence_for_screen_readers(language: str) -> None:
    for name, page in gallery.pages(translator(language), as_it_is):
        if page.get("type") not in ("modal", "home"):
            assert page["text"].strip(), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_read_as_they_were_reviewed(language: str) -> None:
    """After a wanted change: `python -m tests.views.review`, and read the difference."""
    kept = json.loads((SNAPSHOTS / f"pages.{language}.json").read_text(encoding="utf-8"))
    shown = dict(gallery.pages(translator(language), as_it_is))
    assert shown.keys() == kept.keys()
    for name, page in shown.items():
        assert page == kept[name], name
