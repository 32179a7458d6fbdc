"""Where a deal is to go: "Acme pilot to proposal", 한빛전자 파일럿 제안 단계로."""

import re
from dataclasses import dataclass

_ARROW = re.compile(r"\s*(?:->|=>|→|➔)\s*|\s+>\s+")
_TO = re.compile(r"\s+(?:into|onto|to)\s+", re.IGNORECASE)
_STAGE_COLON = re.compile(r"\s+(?:to\s+)?(?:stage|단계)\s*[:=\uff1a]\s*", re.IGNORECASE)
_MOVED = re.compile(r"(?:\s*단계)?(?:으로|로)(?:\s*(?:이동|변경|옮기기|옮겨줘|넘기기|전환))?$")
_STAGE_WORD = re.compile(r"(?:\s+stage|\s*단계)$", re.IGNORECASE)
_HANGING = re.compile(r"(?:->|=>|[→➔>:]|\b(?:to|into|onto))$", re.IGNORECASE)
_LEADING = re.compile(r"^(?:->|=>|[→➔>]|(?:to|into|onto)\b)", re.IGNORECASE)
_BEFORE_STAGE = re.compile(r"^(?:the|a)\s+", re.IGNORECASE)
_HANGUL_FIRST, _FINALS = 0xAC00, 28
MOST_STAGE_WORDS = 3
MOST_READINGS = 12


@dataclass(frozen=True, slots=True)
class Move:
    """A deal's name and a stage's, both as typed."""

    deal: str
    stage: str


def read_move(text: str) -> list[Move]:
    """The ways to read the line, the likeliest first; none when it names no stage.

    An arrow or "stage:" parts without a doubt, so the last comes first; then the last " to ",
    and the ones before it, since names hold "to" as well. A Korean line ends in (으)로: its stage
    is the last word, or the last two or three.
    """
    line = " ".join(text.split())
    moves = [
        Move(line[: found.start()].strip(), _stage(line[found.end() :]))
        for mark in (_STAGE_COLON, _ARROW, _TO)
        for found in list(mark.finditer(line))[: -MOST_READINGS - 1 : -1]
    ]
    if _MOVED.search(line):
        moves += _with_last_words(_MOVED.sub("", line))
    return _told_apart(moves)


def guess_move(text: str) -> list[Move]:
    """For a line that marks no stage: its last words may be one ("Acme pilot proposal"). To be
    followed only where there is such a stage."""
    return _told_apart(_with_last_words(" ".join(text.split())))


def read_goal(text: str) -> str:
    """The stage of a line that names nothing else: "to proposal", "제안 단계로"."""
    line = " ".join(text.split())
    return _stage(_LEADING.sub("", line))


def _told_apart(moves: list[Move]) -> list[Move]:
    readings = [
        Move(deal, move.stage)
        for move in moves
        if move.stage
        for deal in _without_object(move.deal)
    ]
    return [
        move
        for move in dict.fromkeys(readings)
        if move.deal and not _HANGING.search(move.deal) and not _LEADING.search(move.stage)
    ]


def _stage(words: str) -> str:
    bare = _MOVED.sub("", words.strip())
    return _BEFORE_STAGE.sub("", _STAGE_WORD.sub("", bare)).strip(" .!\"'")


def _with_last_words(line: str) -> list[Move]:
    words = line.split()
    return [
        Move(" ".join(words[:-count]), _stage(" ".join(words[-count:])))
        for count in range(1, min(MOST_STAGE_WORDS, len(words) - 1) + 1)
    ]


def _without_object(deal: str) -> list[str]:
    """A deal's name without the 을 or 를 that makes it the object, and as it is."""
    if len(deal) > 2 and deal[-1] in "을를" and _HANGUL_FIRST <= ord(deal[-2]) <= 0xD7A3:
        closed = (ord(deal[-2]) - _HANGUL_FIRST) % _FINALS > 0
        if closed == (deal[-1] == "을"):
            return [deal[:-1], deal]
    return [deal]
