"""A sentence taken apart: what happened, what is promised, and the days of both."""

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.parsing_dates import (
    find_date,
    read_date,
    take_leading_date,
    take_trailing_date,
)
from bot.domain.saying_words import (
    DUE_NOUN,
    KOREAN_DONE_WORD,
    KOREAN_NOT_DONE,
    KOREAN_STEP,
    KOREAN_STEP_LEAD,
    NEXT,
    NOT_BEFORE,
    PAST,
    STEP_INSIDE,
    STEP_LEAD,
    STRONG_INSIDE,
)

MOST_CLAUSES = 40
_BREAK = re.compile(
    r"\s*(?:[;!\n]+|,(?!\d{3})|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+[^\W\d])|\.\.+|…|。"
    r"|\s[-–—]{1,2}\s|—|\s>+\s*|:\s+)\s*"
)
_NEXT_SIGNS = re.compile(
    r"(?:\b(?:next(?:\s+steps?)?|to-?do|action(?:\s+item)?s?|ai)|(?:다음\s*(?:행동|단계"
    r"|할\s*일|스텝|액션)?|할\s?일|투두))"
    r"\s*[:\uff1a]\s*|(?:(?<=\s)|^)(?:>+|→)\s*(?=\S)",
    re.IGNORECASE,
)
_HANGUL = re.compile("[가-힣]")
_THEN = re.compile(r"\s+(?=(?:and then|then)\s)", re.IGNORECASE)
_REPORTED = re.compile(
    r"(?:[한된는싶]대|다고|라고|답니다|다네|결정|검토)(?:요|함|했|하)?|고객|그쪽|저쪽"
)
_THIRD = re.compile(r"\b(?:they|he|she|who|cfo|ceo|cto|legal|procurement|board)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:decision|decides?|answer|budget|go-?live|launch|expects?|approval)\b", re.IGNORECASE
)
_PLANNED = re.compile(r"있음|있어요?|있습니다|잡혔|잡힘|잡음|잡았")
_HANGING = re.compile(
    r"^(?:and|so|then|but|also|그리고|근데|그래서|이제)\s+|\s+(?:and|so|then|but)$", re.IGNORECASE
)


_PRONOUNS = "they he she who you that if will not said i we please would could and so then"
_NOT_PARTED = frozenset(_PRONOUNS.split())


@dataclass(frozen=True, slots=True)
class Clauses:
    """The said clauses in order, the promise in its own words, and the days."""

    said: tuple[str, ...]
    occurred_on: date | None
    step: str
    due: date | None


def take_apart(text: str, today: date) -> Clauses:
    """Which clauses say what happened and which promise; the last promise that has a day wins."""
    clauses = _split(text, today)
    promises: list[tuple[int, str, date | None]] = []
    said: list[tuple[int, str]] = []
    occurred: date | None = None
    for place, clause in enumerate(clauses):
        if (step := _promise(clause, today, first=place == 0)) is not None:
            promises.append((place, *step))
            continue
        bare, day = _occurrence(clause, today)
        occurred = occurred or day
        said.append((place, bare if day is not None else clause))
    if not promises:
        return Clauses(tuple(one for _, one in said), occurred, "", None)
    chosen = next((one for one in promises if one[2] is not None), promises[0])
    words, due = chosen[1], chosen[2]
    rest = [(place, words) for place, words, _ in promises if place != chosen[0]]
    # A day that stands alone behind a promise is the promise's.
    if due is None:
        for place, clause in said:
            alone = take_leading_date(clause, today)
            if place == chosen[0] + 1 and alone[1] and not alone[0]:
                due, said = alone[1], [one for one in said if one[0] != place]
                break
    said = sorted([*said, *rest])
    return Clauses(tuple(one for _, one in said), occurred, words, due)


def _split(text: str, today: date) -> list[str]:
    text = _NEXT_SIGNS.sub(f"; {NEXT} ", text)
    pieces = [piece for one in _BREAK.split(text) for piece in _THEN.split(one)]
    clauses: list[str] = []
    for piece in pieces:
        if piece.strip():
            clauses += _run_on(piece.strip(), today)
    for place in range(len(clauses) - 1, 0, -1):
        if take_leading_date(clauses[place], today) == ("", _only_day(clauses[place], today)):
            clauses[place - 1 : place + 1] = [f"{clauses[place - 1]} {clauses[place]}"]
    return clauses[:MOST_CLAUSES]


def _only_day(clause: str, today: date) -> date | None:
    """The day ahead that a clause is and nothing else."""
    day = read_date(clause, today)
    return day if day is not None and day > today else None


def _run_on(piece: str, today: date) -> list[str]:
    """A stretch without punctuation, parted where a promise begins or a Korean verb ends."""
    if _HANGUL.search(piece):
        return _korean_run_on(piece, today)
    for found in STEP_INSIDE.finditer(piece):
        before = piece[: found.start()].rsplit(maxsplit=1)[-1].lower()
        if before not in _NOT_PARTED:
            return [piece[: found.start()], piece[found.end() :]]
    for found in STRONG_INSIDE.finditer(piece):
        before = piece[: found.start()].rsplit(maxsplit=1)[-1].lower()
        behind = piece[found.end() :]
        if before in NOT_BEFORE or (before.startswith("\ue000") and found.start() < 2):
            continue
        if PAST.search(piece[: found.start()]) or find_date(behind, today) is not None:
            return [piece[: found.start()], behind]
    return [piece]


def _korean_run_on(piece: str, today: date) -> list[str]:
    clauses, words = [], []
    tokens = piece.split(" ")
    for place, token in enumerate(tokens):
        words.append(token)
        ends = KOREAN_DONE_WORD.search(token) and not KOREAN_NOT_DONE.search(token)
        if ends and place + 1 < len(tokens) and not _goes_on(tokens, place):
            clauses.append(" ".join(words))
            words = []
    if words:
        clauses.append(" ".join(words))
    if len(clauses) == 1 and (found := find_date(piece, today)) and found.marked:
        before = piece[: found.start].rstrip()
        if before and PAST.search(before):
            return [before, piece[found.start :]]
    return clauses


def _goes_on(tokens: list[str], place: int) -> bool:
    """Whether the word behind belongs to this verb: 보내기로 했음, 다고 함, 해야 함."""
    token, following = tokens[place], tokens[place + 1]
    if re.match(
        r"(?:함|했|하|한다|합|됨|돼|싶|있|없|보|봐|줬|말|전|해|요)", following
    ) and re.search(r"(?:고|라고|다고|로|야|음)$", token):
        return True
    return token.endswith("하고") and place == 0


def _promise(clause: str, today: date, *, first: bool) -> tuple[str, date | None] | None:
    """The promise of a clause and its day; None where it promises nothing."""
    if _HANGUL.search(clause) and (found_step := _korean_promise(clause, today)) is not None:
        return found_step
    lead = STEP_LEAD.match(clause)
    if lead is not None:
        words = clause[lead.end() :] if lead["lead"] else clause[lead.end() :].strip()
        step, due = _dated(words, today)
        past = find_date(clause, today, past=True)
        gone = past is not None and past.day < today and due is None
        if first and not lead["lead"] and (due is None or due < today):
            return None
        return None if gone else (step, due)
    due = _dated(clause, today)[1]
    if (
        due is None
        or due < today
        or _was(clause, due, today)
        or _THIRD.search(clause)
        or PAST.search(clause)
    ):
        return None
    by_then = re.search(r"\b(?:by|due|eod)\b", clause, re.IGNORECASE) is not None
    if by_then and not _OTHERS.search(clause):
        return _dated(clause, today)
    return _dated(clause, today) if DUE_NOUN.match(clause) and due > today else None


def _was(clause: str, due: date, today: date) -> bool:
    """Whether "on Feb 24", said in March, rather is a week ago than in a year."""
    past = find_date(clause, today, past=True)
    return past is not None and (due - today).days > 200 and (today - past.day).days < 120


def _korean_promise(clause: str, today: date) -> tuple[str, date | None] | None:
    lead = KOREAN_STEP_LEAD.match(clause)
    words = clause[lead.end() :] if lead else clause
    if not words.strip():
        return None
    step, due = _dated(words, today)
    due = due if due is None or due >= today else None
    if lead:
        return step, due
    if KOREAN_STEP.search(words) and not re.search(r"하고 싶|필요하다고|필요하대", words):
        return step, due
    if due is not None and due > today and _PLANNED.search(words):
        return step, due
    if due is None or _REPORTED.search(words):
        return None
    marked = re.search(r"까지|(?<!오)전에|안에", words) is not None
    return (step, due) if marked or (due > today and not PAST.search(words)) else None


def _dated(words: str, today: date) -> tuple[str, date | None]:
    """A promise without its day, and the day."""
    words = tidy(words)
    for take in (take_trailing_date, take_leading_date):
        rest, due = take(words, today)
        if due is not None:
            if re.search(r"\b(?:check|loop|fly|log|bring|chime|pull)$", rest, re.IGNORECASE):
                rest += " in"  # "check in next week": the word is the verb's, not the day's
            return tidy(rest) or words, due
    found = find_date(words, today)
    if found is None:
        return words, None
    rest = f"{words[: found.start].rstrip()} {words[found.end :].lstrip()}"
    return tidy(rest) or words, found.day


def _occurrence(clause: str, today: date) -> tuple[str, date | None]:
    """A clause without the day it happened on, where it names one that is gone by or is today."""
    for take in (take_leading_date, take_trailing_date):
        rest, day = take(clause, today, past=True)
        ahead = take(clause, today)[1]
        was = day is not None and ahead is not None and _was(clause, ahead, today)
        if day is not None and day <= today and (ahead == day or was or PAST.search(clause)):
            return tidy(rest), day
    found = find_date(clause, today, past=True)
    if found is None or found.day > today:
        return clause, None
    ahead_ = find_date(clause, today)
    on_it = clause[found.start : found.end].lower().startswith("on ")
    sure = ahead_ is not None and ahead_.day <= today
    if sure or (PAST.search(clause) and (not found.marked or on_it)):
        return tidy(f"{clause[: found.start].rstrip()} {clause[found.end :].lstrip()}"), found.day
    return clause, None


def tidy(words: str) -> str:
    bare = _HANGING.sub("", words.lstrip(" \t\n,.;:!>-–—~→").rstrip(" \t\n,.;:!-–—~→"))
    return (bare if re.search(r"<@\w+>$", bare) else bare.rstrip(">")).strip(" ,;:-")
