"""What comes near to words that name nothing: plain words, names, and a name not there yet."""

import re
from collections.abc import Collection, Iterable, Sequence

from rapidfuzz import fuzz, process

from bot.domain.names import (
    MOST_NEAREST,
    Candidate,
    Clear,
    Nothing,
    Several,
    choose,
    key_of,
    letters_of,
    words_of,
)

MOST_NAME_WORDS = 3
SHORTEST_NEAR = 4
_NEAR_IN_A_SENTENCE = 70
_WORD = re.compile(r"[^\W_]+")
_CAPITALISED = re.compile(r"[A-Z][\w&'.-]*(?:\s+[A-Z][\w&'.-]*)*")
_HANGUL_WORD = re.compile("[\uac00-\ud7a3]{2,}")


def alike(text: str, words: Iterable[str]) -> list[str]:
    """Those of some plain words that are meant by what was typed, the likeliest first: begun so,
    holding it, or within a typo's reach."""
    known = list(dict.fromkeys(words))
    choice = choose(text, [Candidate(n, word, key_of(word), "", 0) for n, word in enumerate(known)])
    match choice:
        case Clear():
            return [choice.candidate.name]
        case Several():
            return [one.name for one in choice.candidates]
    return []


def nearest(text: str, words: Iterable[str]) -> list[str]:
    """Those alike; where none is, what has most letters in common with what was typed."""
    known = list(dict.fromkeys(words))
    found = alike(text, known)
    if found:
        return found
    choice = choose(text, [Candidate(n, word, key_of(word), "", 0) for n, word in enumerate(known)])
    return [one.name for one in choice.nearest] if isinstance(choice, Nothing) else []


def nearest_in(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The names that some words of a sentence come nearest to, at most three."""
    words, found = _WORD.findall(text), dict[int, float]()
    for count in range(1, MOST_NAME_WORDS + 1):
        spelled = [letters_of("".join(words_of(one.name)[:count])) for one in candidates]
        for start in range(len(words) - count + 1):
            key = letters_of(key_of("".join(words[start : start + count])))
            if len(key) < SHORTEST_NEAR:
                continue
            for _, score, index in process.extract(
                key, spelled, scorer=fuzz.ratio, score_cutoff=_NEAR_IN_A_SENTENCE, limit=5
            ):
                found[index] = max(score, found.get(index, 0))
    ranked = sorted(found, key=lambda index: (-found[index], -candidates[index].weight))
    return [candidates[index] for index in ranked[:MOST_NEAREST]]


def likeness(text: str, name: str) -> float:
    """How many letters two names have in common, of 100."""
    return float(fuzz.ratio(letters_of(key_of(text)), letters_of(key_of(name))))


def name_in(text: str, said: Collection[str]) -> str:
    """What may be the name of something new: the words with a capital, else the first Korean one;
    `said` are the words that mean something else."""
    for found in _CAPITALISED.findall(text):
        words = found.split()
        while words and words[0].casefold() in said:
            del words[0]
        if words:
            return " ".join(words).strip(".'-")
    korean = (word for word in _HANGUL_WORD.findall(text) if word not in said)
    return next(korean, "")
