"""The names of a workspace, laid out so that a sentence meets only those it may mean.

A sentence is read against all names there are; going through thousands of them for each would
take longer than the reading.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.names import core_key, key_of, letters_of

_WORD = re.compile(r"[^\W_]+")
MOST_WORKSPACES = 16
"""As many are kept laid out; each is as large as its names."""
SHORTEST_MISSPELT = 4
MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Shape:
    """The key of a name without its legal form, and the words of the name as keys."""

    core: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Places of names in their list: by every key that one may be said with, by the first two
    letters, and by length what they and their first words are spelled like."""

    shapes: tuple[Shape, ...]
    said: Mapping[str, tuple[int, ...]]
    begun: Mapping[str, tuple[int, ...]]
    spelled: Mapping[int, Mapping[str, tuple[int, ...]]]
    firsts: Mapping[int, Mapping[str, tuple[int, ...]]]

    def within(self, keys: Iterable[str], beginnings: Iterable[str]) -> list[int]:
        """The names that any of the keys may mean, in the order of the list."""
        found = {place for key in keys for place in self.said.get(key, ())}
        found.update(place for two in beginnings for place in self.begun.get(two, ()))
        return sorted(found)

    def near(self, typed: str, reach: int, *, first: bool) -> Iterator[tuple[int, int]]:
        """How far and where names (or their first words) are that come within reach."""
        by_length = self.firsts if first else self.spelled
        for length in range(max(SHORTEST_MISSPELT, len(typed) - reach), len(typed) + reach + 1):
            choices = by_length.get(length)
            if choices is None:
                continue
            for spelling, distance, _ in process.extract(
                typed, choices.keys(), scorer=OSA.distance, score_cutoff=reach, limit=MOST_NEAR
            ):
                for place in choices[spelling][:MOST_NEAR]:
                    yield int(distance), place


@lru_cache(maxsize=1 << 16)
def shape_of(name: str) -> Shape:
    return Shape(core_key(name), tuple(key_of(word) for word in _WORD.findall(name)))


@lru_cache(maxsize=MOST_WORKSPACES)
def index_of(names: tuple[str, ...]) -> Index:
    shapes = tuple(map(shape_of, names))
    said: dict[str, list[int]] = defaultdict(list)
    begun: dict[str, list[int]] = defaultdict(list)
    for place, (name, shape) in enumerate(zip(names, shapes, strict=True)):
        parts = {"".join(shape.words[:count]) for count in range(1, len(shape.words))}
        for key in {shape.core, key_of(name), *parts}:
            said[key].append(place)
        begun[shape.core[:2]].append(place)
    return Index(
        shapes,
        _kept(said),
        _kept(begun),
        _by_length(shape.core for shape in shapes),
        _by_length((shape.words or ("",))[0] for shape in shapes),
    )


def _by_length(keys: Iterable[str]) -> dict[int, dict[str, tuple[int, ...]]]:
    found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, key in enumerate(keys):
        spelling = letters_of(key)
        found[len(spelling)][spelling].append(place)
    return {length: _kept(spellings) for length, spellings in found.items()}


def _kept(places: Mapping[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(each) for key, each in places.items()}
