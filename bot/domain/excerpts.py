"""The part of a long text that was looked for."""

from collections.abc import Sequence

LEAD = 60
"""So many signs before what was looked for are shown with it."""


def excerpt(text: str, words: Sequence[str], most: int) -> str:
    """The text from a little before the first of the words that it holds, cut at `most` signs;
    its beginning where it holds none of them."""
    bare = " ".join(text.split())
    folded = bare.casefold()
    places = [place for word in words if (place := folded.find(word.casefold())) >= 0]
    start = min(places, default=0) - LEAD
    if len(bare) <= most or start <= 0:
        return bare if len(bare) <= most else f"{bare[: most - 1].rstrip()}…"
    start = min(bare.find(" ", start) + 1 or start, *places)
    cut = bare[start : start + most - 2]
    return f"…{cut.strip()}{'…' if start + most - 2 < len(bare) else ''}"
