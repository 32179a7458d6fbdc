"""Words as they were meant: typos, dictated punctuation, hesitation, numbers in words.

Only the words that the rules go by are put right; names were found before and stay as typed.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.domain import saying_english_spelling as english
from bot.domain import saying_korean as korean
from bot.domain.saying_common import COMMON
from bot.domain.saying_figures import figures

_KNOWN = frozenset(english.WELL_KNOWN.split())
_USUAL = dict(pair.split("=") for pair in english.SLIPS.split())
_REAL = frozenset(english.REAL.split())
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_SPOKEN = re.compile(r"(?<![\w'])(?:uh+|um+|uhm+|erm+|er|hmm+)(?![\w'])[,.…]*\s*", re.IGNORECASE)
_SPOKEN_KOREAN = re.compile(
    r"(?<![가-힣])(?:음+|어+|으음|그\s?뭐[냐지더라]+|뭐[였더]?더라|그니까|저기요?"
    r"|아\s?참)(?=[\s,.…])[,.…]*\s+(?!\?)"
)
_DICTATED = (
    (re.compile(r"\s+new (?:paragraph|line)\s+", re.IGNORECASE), ". "),
    (re.compile(r"(?<=\w)\s+comma\s+(?=\w)", re.IGNORECASE), ", "),
    (re.compile(r"(?<=\w)\s+question mark(?=\s|$)", re.IGNORECASE), "?"),
    (
        re.compile(
            r"(?<=\w)\s+(?:period|full stop)(?=\s*$|\s+(?:i|we|they|he|she|next|send|need)\b)",
            re.IGNORECASE,
        ),
        ". ",
    ),
    (re.compile(r"(?<=\d)(?:\s?)만[언웡]"), "만원"),
    (re.compile(r"(?<=\w)\s+STOP(?=\s|$)"), ". "),
    (re.compile(r"(?<=[가-힣])\s+(?:마침표|점)(?=\s|$)"), ". "),
    (re.compile(r"(?<=[가-힣])\s+(?:쉼표|콤마)\s+"), ", "),
    (re.compile(r"(?<=[가-힣])\s+물음표(?=\s|$)"), "?"),
)
_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {name: place for place, name in enumerate(_ONES.split())} | {"a": 1, "fourty": 40}
_NUMBERS |= {name: 10 * place for place, name in enumerate(_TENS.split(), start=2)}
_IN_WORDS = re.compile(
    rf"\b(?:(?:{'|'.join(_NUMBERS)}|hundred|and)[\s-]+){{1,12}}(?=(?:thousand|million|grand|billion"
    rf"|dollars|euros|pounds|bucks|k)\b)",
    re.IGNORECASE,
)
_SLOPPY: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(wrong), "" if right == "-" else right.replace("_", " "))
    for wrong, _, right in (line.partition(" => ") for line in korean.SLIPS.strip().splitlines())
)


_HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
_WITH = re.compile(r"(?<![\w/'])w(?=\s+[a-z])")
_SHORT = ("demo", "deal", "call", "lost", "hold", "move", "next", "need", "sign", "sent", "send")


def spoken(text: str) -> str:
    """The text without dictated signs and hesitation, its amounts in figures."""
    for pattern, sign in _DICTATED:
        text = pattern.sub(sign, text)
    text = _SPOKEN_KOREAN.sub("", _SPOKEN.sub("", text)) or text
    return figures(_IN_HANGUL.sub(_won, _IN_WORDS.sub(_number, text)))


def spelled(text: str, kept: frozenset[str]) -> tuple[str, list[tuple[str, str]]]:
    """The text with its usual words as they were meant, and which were typed otherwise; words in
    `kept` are of names."""
    changed: list[tuple[str, str]] = []

    def word(found: re.Match[str]) -> str:
        meant = found[0] if found[0].lower() in kept else _word(found[0])
        if meant != found[0]:
            changed.append((found[0], meant))
        return meant

    if _HANGUL.search(text):
        for wrong, right in _SLOPPY:
            text = wrong.sub(right, text)
    if _WITH.search(text):
        text = _WITH.sub("with", text)
        changed.append(("w", "with"))
    return _WORD.sub(word, text), changed


def as_typed(words: str, changed: list[tuple[str, str]], typed: str) -> str:
    """Words for a note, as they were typed."""
    for before, meant in changed:
        if meant not in typed:
            words = words.replace(meant, before, 1)
    return words


_KINDS = (
    r"call|meeting|demo|email|mtg|visit|lunch|coffee|zoom|monday|tuesday|wednesday|thursday|friday"
    r"|yesterday|today|tomorrow|won|lost|discovery|proposal|negotiation|qualification|\ue000"
    r"|\ue001"
)
_REPAIRED = re.compile(
    rf"\b(?:{_KINDS})\b[\s,.…-]*(?:no,? sorry|sorry,? no|no,? wait|wait,? no|i mean|scratch that"
    rf"|or rather|correction|actually no|make that|sorry,? i meant)[\s,:]+"
    rf"(?=(?:it was |on |a |an |the )*(?:{_KINDS})\b)",
    re.IGNORECASE,
)
_REPAIRED_KOREAN = re.compile(
    r"(?:전화|통화|미팅|회의|데모|메일|이메일|방문|시연|어제|오늘|내일"
    r"|[월화수목금]요일)\S{0,2}[\s,.]*(?:아니(?:다|고|라|지)?)[\s,.]+"
    r"(?=(?:전화|통화|미팅|회의|데모|메일|이메일|방문|시연|어제|오늘|내일|[월화수목금]요일))"
)


def repaired(masked: str) -> str:
    """Without what was put right in the same breath: "a call no sorry a meeting"."""
    return _REPAIRED_KOREAN.sub("", _REPAIRED.sub("", masked))


_IN_HANGUL = re.compile(
    r"(?<![가-힣\d])(?=[일이삼사오육칠팔구십백천만억\s]{0,12}[만억천백])"
    r"[일이삼사오육칠팔구십백천만억]+(?:\s[일이삼사오육칠팔구십백천만억]+)*(?=\s?원)"
)
_DIGITS = {digit: place for place, digit in enumerate("일이삼사오육칠팔구", start=1)}


def _won(found: re.Match[str]) -> str:
    """천오백만 in figures, ahead of 원."""
    total = section = digit = 0
    for sign in found[0].replace(" ", ""):
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in "만억":
            total += ((section + digit) or 1) * (10**4 if sign == "만" else 10**8)
            section = digit = 0
        else:
            section += (digit or 1) * {"십": 10, "백": 100, "천": 1000}[sign]
            digit = 0
    return str(total + section + digit)


def _number(found: re.Match[str]) -> str:
    total = 0
    for word in re.split(r"[\s-]+", found[0].lower().strip(" -")):
        total = max(total, 1) * 100 if word == "hundred" else total + _NUMBERS.get(word, 0)
    return f"{total} " if total else found[0]


@lru_cache(maxsize=1 << 14)
def _word(typed: str) -> str:
    word = typed.lower()
    meant = _USUAL.get(word) or _near(word)
    if meant is None:
        return typed
    return meant.upper() if typed.isupper() and len(typed) > 1 else meant


def _near(word: str) -> str | None:
    """The word that is a slip of the finger away: swapped, doubled or left out letters; in long
    words any two."""
    if len(word) == 4 and word not in COMMON and word not in _REAL:
        return next((one for one in _SHORT if _swapped(one, word)), None)
    if len(word) < 5 or word in COMMON or word in _REAL or word in _KNOWN:
        return None
    if word[:-1] in _KNOWN or word.removesuffix("'s") in _KNOWN:
        return None
    for known in sorted(_KNOWN):
        if known[0] != word[0] and sorted(known[:2]) != sorted(word[:2]):
            continue
        reach = 2 if min(len(known), len(word)) >= 10 else 1
        distance = OSA.distance(word, known, score_cutoff=reach)
        if distance > reach or (len(known) == len(word) <= 6 and sorted(known) != sorted(word)):
            continue
        return known
    return None


def _swapped(meant: str, typed: str) -> bool:
    """Whether two letters beside each other changed places: "dmeo"."""
    return sorted(meant) == sorted(typed) and OSA.distance(meant, typed, score_cutoff=1) == 1
