"""The names that a sentence mentions, wherever they stand in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.names import Candidate, key_of, letters_of, typos_allowed
from bot.domain.saying_common import COMMON
from bot.domain.saying_index import Index, index_of
from bot.domain.saying_words import KOREAN_TAILS

MOST_TOKENS, MOST_GRAM = 80, 6
_TOKEN = re.compile(r"[^\s,;:!?()\[\]{}<>\"…~|/\\=*]+")
_POSSESSIVE = re.compile(r"(?:'s|s')$", re.IGNORECASE)
_HANGUL = re.compile("[가-힣]")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Names that stand at text[start:end]; several where they are equally likely."""

    candidates: tuple[Candidate, ...]
    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class _Gram:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Hit:
    candidate: Candidate
    gram: _Gram
    letters: int
    whole: bool

    @property
    def rank(self) -> tuple[int, bool]:
        return self.letters, self.whole


def grams_of(text: str) -> dict[str, tuple[int, int]]:
    """Every run of a few words by its key, with the place where it stands first."""
    return {key: (gram.start, gram.end) for key, gram in _grams(text, _tokens(text)).items()}


def _tokens(text: str) -> list[tuple[int, int]]:
    return [(found.start(), found.end()) for found in _TOKEN.finditer(text)][:MOST_TOKENS]


def mentioned(text: str, names: Sequence[Candidate]) -> list[Mentioned]:
    """The names in the text in the order they stand there; without any, the nearest typo."""
    tokens = _tokens(text)
    grams = _grams(text, tokens)
    if hits := list(_hits(grams, names)):
        return _apart(hits)
    return _typos(text, tokens, names)


def _grams(text: str, tokens: list[tuple[int, int]]) -> dict[str, _Gram]:
    """Every run of up to six words by its key; the first place of each counts."""
    grams: dict[str, _Gram] = {}
    keys = [key_of(text[start:end].strip(".-'")) for start, end in tokens]
    for first in range(len(tokens)):
        before = ""
        for last in range(first, min(first + MOST_GRAM, len(tokens))):
            for variant, end in _variants(text, *tokens[last]):
                grams.setdefault(before + variant, _Gram(tokens[first][0], end))
            before += keys[last]
    grams.pop("", None)
    return grams


def _variants(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """A word as it is, and without what is glued behind a name: 's, 이랑, 에서, 통화."""
    word = text[start:end].rstrip(".-'")
    yield key_of(word), start + len(word)
    if found := _POSSESSIVE.search(word):
        yield key_of(word[: found.start()]), start + found.start()
    if _HANGUL.search(word):
        for place in range(max(1, len(word) - 12), len(word)):
            if KOREAN_TAILS.fullmatch(word, place):
                yield key_of(word[:place]), start + place


def _index(names: Sequence[Candidate]) -> Index:
    return index_of(tuple(one.name for one in names))


def _hits(grams: dict[str, _Gram], names: Sequence[Candidate]) -> Iterator[_Hit]:
    starts: dict[str, list[str]] = {}
    for key in grams:
        if len(key) >= 2 and _HANGUL.match(key) and key not in COMMON:
            starts.setdefault(key[:2], []).append(key)
    index = _index(names)
    for place in index.within(grams, starts):
        candidate, shape = names[place], index.shapes[place]
        core, words = shape.core, shape.words
        whole = grams.get(candidate.key) if candidate.key != core else None
        if whole is not None and not _is_name(core):
            yield _Hit(candidate, whole, len(candidate.key), whole=True)  # "Demo Corp" in full
        elif (gram := grams.get(core) or whole) and _is_name(core):
            yield _Hit(candidate, gram, len(core), whole=True)
        elif (found := _beginning(grams, words)) is not None:
            yield _Hit(candidate, found[0], found[1], whole=False)
        elif core[:2] in starts and (longest := _longest(core, starts[core[:2]])):
            yield _Hit(candidate, grams[longest], len(longest), whole=False)


def _is_name(core: str) -> bool:
    """A deal called "Demo" is not meant wherever the word stands."""
    return core not in COMMON and (len(core) > 1 or not core.isascii()) and not core.isdigit()


def _beginning(grams: dict[str, _Gram], words: tuple[str, ...]) -> tuple[_Gram, int] | None:
    """The first words of a name, and how many letters of it stand in the sentence in all."""
    for count in range(len(words) - 1, 0, -1):
        begun = "".join(words[:count])
        if len(begun) < 2 or begun in COMMON or begun.isdigit() or begun not in grams:
            continue
        if begun.isascii() and len(begun) < 3:
            continue
        rest = sum(len(word) for word in words[count:] if len(word) > 2 and word in grams)
        return grams[begun], len(begun) + rest
    return None


def _longest(core: str, grams: list[str]) -> str:
    return max((gram for gram in grams if core.startswith(gram)), key=len, default="")


def _apart(hits: list[_Hit]) -> list[Mentioned]:
    """The hits by the place where they stand; where two overlap, the one with more letters."""
    hits.sort(key=lambda hit: (hit.rank, -hit.gram.start), reverse=True)
    groups: list[list[_Hit]] = []
    for hit in hits:
        group = next((one for one in groups if _overlap(one[0].gram, hit.gram)), None)
        if group is None:
            groups.append([hit])
        elif group[0].rank == hit.rank:
            group.append(hit)
    groups.sort(key=lambda group: group[0].gram.start)
    return [
        Mentioned(
            tuple(sorted((hit.candidate for hit in group), key=lambda c: (-c.weight, c.name))),
            group[0].gram.start,
            group[0].gram.end,
            sure=True,
        )
        for group in groups
    ]


def _overlap(one: _Gram, other: _Gram) -> bool:
    return one.start < other.end and other.start < one.end


def _typos(text: str, tokens: list[tuple[int, int]], names: Sequence[Candidate]) -> list[Mentioned]:
    """The name that a word or two of the sentence come nearest to, within a typo's reach."""
    index = _index(names)
    best: tuple[float, int, list[int], int, int] | None = None
    for start, end, key in _unknown(text, tokens):
        typed = letters_of(key)
        reach = typos_allowed(len(typed))
        for first, extra in ((False, 0.0), (True, 0.5)):
            for distance, place in index.near(typed, reach, first=first):
                found = (distance + extra, -len(typed))
                if best is None or found < best[:2]:
                    best = (*found, [place], start, end)
                elif found == best[:2] and start == best[3] and place not in best[2]:
                    best[2].append(place)
    if best is None:
        return []
    return [Mentioned(tuple(names[index] for index in best[2]), best[3], best[4], sure=False)]


def _unknown(text: str, tokens: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Words that are no common ones, with and without what is glued behind them, and pairs."""
    fresh = 0
    for place, (start, end) in enumerate(tokens):
        if fresh > 12:
            return
        if key_of(text[start:end]) in COMMON:
            continue
        fresh += 1
        for key, stop in _variants(text, start, end):
            if key not in COMMON and not key.isdigit():
                yield start, stop, key
        if place + 1 < len(tokens):
            following = tokens[place + 1]
            key = key_of(text[start : following[1]])
            if len(key) > 7:
                yield start, following[1], key
