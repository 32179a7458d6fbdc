"""Taking somebody's name, address and number out of texts."""

import re
from collections.abc import Sequence
from typing import Any

BLOTTED = "•••"
"""What stands where a name stood; the same in every language."""

SHORTEST = 2
"""A single letter is in every word."""


def words_of(name: str, email: str | None, phone: str | None) -> tuple[str, ...]:
    """What somebody is known by, the longest first."""
    known = (one.strip() for one in (name, email or "", phone or ""))
    return tuple(sorted((one for one in known if len(one) >= SHORTEST), key=len, reverse=True))


def blotted(text: str, words: Sequence[str]) -> str:
    """The text without the words, whatever their case; not where they are part of a longer word,
    but for the particles that follow a Korean name."""
    for word in words:
        behind = "" if "가" <= word[-1] <= "힣" else r"(?!\w)"
        text = re.sub(rf"(?<!\w){re.escape(word)}{behind}", BLOTTED, text, flags=re.IGNORECASE)
    return text


def blotted_within(document: Any, words: Sequence[str]) -> Any:
    """The same in every text of a JSON document; its names stay."""
    if isinstance(document, str):
        return blotted(document, words)
    if isinstance(document, list):
        return [blotted_within(one, words) for one in document]
    if isinstance(document, dict):
        return {name: blotted_within(one, words) for name, one in document.items()}
    return document
