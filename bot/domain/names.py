"""Which deal or account a person means by the words they typed."""

import heapq
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.domain import initials

_LATIN_MARKS = re.compile("[\u0300-\u036f]")
_UNMARKED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Latin letters whose stroke or tie is not a combining mark, and so survives decomposition."""

_KOREAN_FORM = re.compile(
    r"[(\uff08]\s*[주유합재사]\s*[)\uff09]|[㈜㈲㈳]|주식회사|유한책임회사|유한회사|합자회사|합명회사|재단법인|사단법인"
)
_LATIN_FORMS = frozenset(
    {"inc", "incorporated", "ltd", "limited", "llc", "llp", "lp", "plc", "gmbh", "ag", "kg", "se"}
    | {"sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "oy", "aps", "kk", "pty", "pte"}
    | {"corp", "corporation", "co", "company"}
)
_KOREAN_FORM_KEYS = ("주식회사", "유한회사", "유한책임회사", "재단법인", "사단법인", *"주유합재사")
_FORM_KEYS = "|".join((*_KOREAN_FORM_KEYS, *sorted(_LATIN_FORMS)))
_WORD = re.compile(r"[^\W_]+")
_HANGUL = re.compile("[가-힣]+")

MOST_OFFERED = 5
MOST_NEAREST = 3
MOST_WEIGHED = 2_000
_LEAST_LIKENESS = 55
"""Below this share of letters in common (of 100) a name is not worth mentioning as near."""


class How(StrEnum):
    """By what a name was found, the surest first."""

    EXACT = "exact"
    CORE = "core"
    PREFIX = "prefix"
    WORDS = "words"
    LIKE = "like"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that could be meant. `key` is `key_of(name)`; a higher `weight` is likelier."""

    id: int
    name: str
    key: str
    kind: str
    weight: float


@dataclass(frozen=True, slots=True)
class Clear:
    """One name is meant."""

    candidate: Candidate
    how: How


@dataclass(frozen=True, slots=True)
class Several:
    """Any of these (at most five, the likeliest first) may be meant."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """None is meant; these (at most three) come nearest."""

    nearest: tuple[Candidate, ...]


Choice = Clear | Several | Nothing


def key_of(name: str) -> str:
    """The letters and digits of a name, alike for every way of typing it.

    Case, Latin accents, width, spaces and punctuation go; Hangul stays composed. A name without
    any letter or digit keeps its signs, so that only an empty name has an empty key.
    """
    # Folding a second time after composing settles the few letters that fold into accents.
    folded = name.lower() if name.isascii() else _fold(_fold(name))
    return "".join(filter(str.isalnum, folded)) or "".join(folded.split() or name.split())


def _fold(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_UNMARKED)
    bare = _LATIN_MARKS.sub("", unicodedata.normalize("NFKD", folded))
    return unicodedata.normalize("NFKC", bare)


def core_key(name: str) -> str:
    """The key without the legal form: "Acme Inc." and "Acme", "(주)한빛전자" and "한빛전자"."""
    words = _WORD.findall(_KOREAN_FORM.sub(" ", name).replace(".", ""))
    while len(words) > 1 and words[-1].casefold() in _LATIN_FORMS:
        words.pop()
    return key_of("".join(words)) or key_of(name)


def choose(text: str, candidates: Sequence[Candidate], *, decisive: float | None = None) -> Choice:
    """The candidate that the text means, several that it may mean, or none.

    The surest way of finding that finds anything decides: the same key, the same key without
    the legal form, the beginning of the name or of a word in it, all words somewhere in it, and
    a likeness within a typo's reach (in Korean counted in jamo). Weight orders what was found
    the same way; it decides between them only when `decisive` is given and the best is ahead by
    at least that much. A single letter never decides by its beginning alone. Korean consonants
    alone are read as the names' initials.
    """
    key = key_of(text)
    if not key:
        return Nothing(())
    consonants = initials.read(text)
    if consonants is not None and all(c.key != key for c in candidates):
        return _by_initials(consonants, candidates, decisive)
    core = core_key(text)
    hits = [candidate for candidate in candidates if core in candidate.key]
    for how, fitting in _surely(key, core, hits):
        if fitting:
            unsure = len(key) == 1 and key.isascii() and how is not How.EXACT
            return _settled(fitting, how, decisive, sure=not unsure)
    words = [key_of(word) for word in text.split() if any(map(str.isalnum, word))] or [key]
    scattered = [c for c in candidates if all(word in c.key for word in words)]
    if holding := [c for c in _likeliest(scattered) if _holds_words(c.name, words)]:
        return _settled(holding, How.WORDS, decisive)
    return _by_likeness(words, candidates, decisive)


def ranked(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that the text names, then those that begin with it, then those with a word that does,
    then the rest; the weightier first among alike, and otherwise as they came."""
    key, core = key_of(text), core_key(text)

    def place(one: Candidate) -> tuple[int, float]:
        if one.key == key or core_key(one.name) == core:
            return 0, -one.weight
        if one.key.startswith((key, core)):
            return 1, -one.weight
        return (2 if _begins_a_word(one.name, key) else 3), -one.weight

    return sorted(candidates, key=place)


def by_initials(consonants: str, candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Names with just these initials, names that begin with them, and names that hold them."""
    spelled = [
        (initials.initials_of(c.key), initials.initials_of(core_key(c.name)), c)
        for c in candidates
        if not c.key.isascii()
    ]
    same = [c for whole, core, c in spelled if consonants in (whole, core)]
    rest = [one for one in spelled if one[2] not in same]
    beginning = [
        c for whole, core, c in rest if whole.startswith(consonants) or core.startswith(consonants)
    ]
    holding = [c for whole, _, c in rest if consonants in whole and c not in beginning]
    return [same, beginning, holding]


def _by_initials(
    consonants: str, candidates: Sequence[Candidate], decisive: float | None
) -> Choice:
    hows = (How.CORE, How.PREFIX, How.WORDS)
    for how, fitting in zip(hows, by_initials(consonants, candidates), strict=True):
        if fitting:
            return _settled(fitting, how, decisive, sure=len(consonants) > 1)
    return Nothing(())


def _surely(
    key: str, core: str, hits: Sequence[Candidate]
) -> Iterator[tuple[How, list[Candidate]]]:
    """What is found by each sure way in turn, computed only when the ways before found none."""
    yield How.EXACT, [c for c in hits if c.key == key]
    with_form = re.compile(f"(?:{_FORM_KEYS})*{re.escape(core)}(?:{_FORM_KEYS})*").fullmatch
    yield How.CORE, [c for c in hits if with_form(c.key) and core_key(c.name) == core]
    beginning = [c for c in hits if c.key.startswith((key, core))]
    behind_form = [c for c in hits if c.key.startswith(_KOREAN_FORM_KEYS)]
    beginning += [
        c for c in behind_form if c not in beginning and core_key(c.name).startswith(core)
    ]
    yield How.PREFIX, beginning or [c for c in _likeliest(hits) if _begins_a_word(c.name, key)]


def _likeliest(found: Sequence[Candidate]) -> Sequence[Candidate]:
    """All, or the weightiest where more hold the words than anybody could choose from."""
    if len(found) <= MOST_WEIGHED:
        return found
    return heapq.nlargest(MOST_WEIGHED, found, key=lambda c: c.weight)


@lru_cache(maxsize=1 << 15)
def words_of(name: str) -> tuple[str, ...]:
    return tuple(key_of(word) for word in _WORD.findall(name))


def _begins_a_word(name: str, key: str) -> bool:
    """Whether the key begins somewhere in the name at the start of a word, spaces aside."""
    held = words_of(name)
    return any("".join(held[place:]).startswith(key) for place in range(len(held)))


def _holds_words(name: str, words: Sequence[str]) -> bool:
    """Whether every word begins one of the name's; a Korean one may stand inside, as compounds
    are written together, and a single letter must be a whole word."""
    held = words_of(name)
    return all(
        word in held
        or (len(word) > 1 and any(one.startswith(word) for one in held))
        or (len(word) > 1 and _HANGUL.match(word) is not None)
        for word in words
    )


def _settled(
    found: Sequence[Candidate], how: How, decisive: float | None, *, sure: bool = True
) -> Choice:
    ranked = sorted(found, key=lambda c: (-c.weight, len(c.key), c.key, c.id))
    if sure and _stands_out([c.weight for c in ranked[:2]], decisive):
        return Clear(ranked[0], how)
    return Several(tuple(ranked[:MOST_OFFERED]))


def _stands_out(weights: Sequence[float], decisive: float | None) -> bool:
    return len(weights) == 1 or (decisive is not None and weights[0] - weights[1] >= decisive)


@lru_cache(maxsize=1 << 16)
def letters_of(key: str) -> str:
    """The key in its smallest letters: Hangul syllables taken apart into jamo."""
    return key if key.isascii() else unicodedata.normalize("NFD", key)


def typos_allowed(letters: int) -> int:
    """How many letters may be wrong, missing, extra or swapped: about one in five."""
    if letters < 4:
        return 0
    return 1 if letters < 6 else min(letters // 4, 4)


def _by_likeness(
    words: Sequence[str], candidates: Sequence[Candidate], decisive: float | None
) -> Choice:
    """The nearest within a typo's reach; else, as nearest, what has most letters in common."""
    letters = letters_of("".join(words))
    spelled = [letters_of(_without_form(candidate)) for candidate in candidates]
    if distances := _distances(words, letters, spelled, candidates):
        nearest = min(distances.values())
        tied = [candidates[i] for i, distance in distances.items() if distance - nearest < 0.5]
        return _with_the_next(_settled(tied, How.LIKE, decisive), distances, candidates)
    near = process.extract(
        letters, spelled, scorer=fuzz.WRatio, score_cutoff=_LEAST_LIKENESS, limit=MOST_NEAREST
    )
    return Nothing(tuple(candidates[index] for _, _, index in near))


def _without_form(candidate: Candidate) -> str:
    """The key without a Korean legal form before it, which nobody types."""
    formal = candidate.key.startswith(_KOREAN_FORM_KEYS)
    return core_key(candidate.name) if formal else candidate.key


def _distances(
    words: Sequence[str], letters: str, spelled: Sequence[str], candidates: Sequence[Candidate]
) -> dict[int, float]:
    """Typos between what was typed and whole names, or as many of their first words.

    A typo in the first words counts half a letter more than one in the whole name, so that
    "Acmee" finds the account Acme before the deal Acme pilot.
    """
    reach = typos_allowed(len(letters))
    if not reach:
        return {}
    before_last = letters_of("".join(words[:-1]))
    # "Globex to" is Globex and another word rather than a Globex with two letters too many.
    found: dict[int, float] = {
        index: distance
        for name, distance, index in process.extract(
            letters, spelled, scorer=OSA.distance, score_cutoff=reach, limit=50
        )
        if not before_last or OSA.distance(before_last, name) >= distance
    }
    beginnings = [name[: len(letters)] for name in spelled]
    for _, _, index in process.extract(
        letters, beginnings, scorer=OSA.distance, score_cutoff=2 * reach, limit=200
    ):
        typos = _distance_of_first_words(words, candidates[index].name)
        if index not in found and typos <= reach:
            found[index] = typos + 0.5
    return found


def _distance_of_first_words(words: Sequence[str], name: str) -> float:
    """Typos between the words and as many first words of the name; the last word must itself
    lie within its reach, and short ones be right."""
    first = words_of(_KOREAN_FORM.sub(" ", name))[: len(words)]
    if len(first) < len(words):
        return math.inf
    last, typed = letters_of(first[-1]), letters_of(words[-1])
    if OSA.distance(last, typed) > typos_allowed(len(typed)):
        return math.inf
    return OSA.distance(letters_of("".join(first)), letters_of("".join(words)))


def _with_the_next(
    choice: Choice, distances: dict[int, float], candidates: Sequence[Candidate]
) -> Choice:
    """Several, filled up with what is a little less alike; anything else as it is."""
    if not isinstance(choice, Several):
        return choice
    ranked = sorted(distances, key=lambda i: (distances[i], -candidates[i].weight))
    rest = [candidates[i] for i in ranked if candidates[i] not in choice.candidates]
    return Several((*choice.candidates, *rest)[:MOST_OFFERED])
