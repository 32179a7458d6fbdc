"""A sentence taken apart: what happened, what is promised, and the days of both."""

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.parsing_dates import find_date, read_date, take_leading_date, take_trailing_date
from bot.domain.saying_days import led_by_day, occurrence
from bot.domain.saying_promises import HANGUL, THEIRS, THIRD, is_said_so, promise
from bot.domain.saying_words import (
    KINDS,
    KOREAN_DONE_WORD,
    KOREAN_NOT_DONE,
    NAME,
    NEXT,
    NOT_BEFORE,
    PAST,
    STEP_INSIDE,
    STRONG_INSIDE,
)

MOST_CLAUSES = 40
_BREAK = re.compile(
    r"\s*(?:(?<=[\U0001f300-\U0001faff\u2705\u270c])\ufe0f?\s+(?=[\w\ue000-\ue0ff])|[;!\n]+"
    r"|\s/(?=\s)|,(?!\d{3})|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+[^\W\d])|\.\.+|…|。"
    r"|\s[-–—|]{1,2}\s|—|\s>+\s*|:\s+)\s*"
)
_NEXT_SIGNS = re.compile(
    r"(?:\b(?:next(?:\s+(?:steps?|touch|up))?|to-?do|tasks?|reminder|action(?:\s+item)?s?|ai)"
    r"|(?:다음\s*(?:행동|단계|할\s*일|스텝|액션)?|할\s?일|투두))"
    rf"(?:\s+(?:(?:for|with|at|on)\s+)?{NAME}(?:'s)?)?"
    r"\s*[:\uff1a]\s*|(?:(?<=\s)|^)(?:>+|→)\s*(?=\S)",
    re.IGNORECASE,
)
_UNSPACED = re.compile(
    r"까지(?=[가-힣])(?!지|는|만|도|요|라|의|이|가)|(?<=[가-힣]{2}했음)(?=[가-힣])"
)
"""Where speakers in a hurry leave out a space: 내일까지견적서."""
_THEN = re.compile(r"\s+(?=(?:and then|then)\s)", re.IGNORECASE)
_WENT_WELL = """
ok okay good great well done fine positive happy interested keen yes nice booked agreed ok.
👍 👌 ✅ 🎉 🙌 🔥
"""
_WENT = frozenset(_WENT_WELL.split())
"""How something went, where it is said in a word."""

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
        step = promise(clause, today, first=place == 0)
        if step is not None and not _is_told_on(clauses, place):
            promises.append((place, *step))
            continue
        bare, day = occurrence(clause, today)
        occurred = occurred or day
        said.append((place, bare if day is not None else clause))
    promises, told = _sent_already(promises, clauses, today)
    said = sorted([*said, *told])
    if not promises:
        return Clauses(tuple(one for _, one in said), occurred, "", None)
    chosen = next(
        (one for one in promises if one[2] is not None and is_said_so(clauses[one[0]])),
        next((one for one in promises if one[2] is not None), promises[0]),
    )
    words, due = chosen[1], chosen[2]
    if _DUE_ALONE.fullmatch(words) and (before := [one for one in said if one[0] == chosen[0] - 1]):
        words, said = before[0][1], [one for one in said if one is not before[0]]
    rest = [(place, words) for place, words, _ in promises if place != chosen[0]]
    # A day that stands alone behind a promise is the promise's.
    if due is None:
        for place, clause in said:
            alone = take_leading_date(_DEADLINE.sub("", clause), today)
            if place == chosen[0] + 1 and alone[1] and not alone[0]:
                due, said = alone[1], [one for one in said if one[0] != place]
                break
    said = sorted([*said, *rest])
    return Clauses(tuple(one for _, one in said), occurred, words, due)


def _is_told_on(clauses: list[str], place: int) -> bool:
    """Whether a clause that only goes on (주말에 테스트하고, 연간 비용으로 정리) tells of what was:
    its verb has no time of its own, and another clause is past."""
    if _SETTLED.search(clauses[place]) and place and PAST.search(clauses[place - 1]):
        return True
    goes_on = _GOES_ON.search(clauses[place]) and not is_said_so(clauses[place])
    return bool(goes_on and place + 1 < len(clauses) and PAST.search(clauses[place + 1]))


_GOES_ON = re.compile(r"[가-힣](?<![광창재보참최])(?:고|며|면서)\W*$")
_SETTLED = re.compile(r"로\s(?:정리|합의|마무리|확정)\W*$")
_Promised = tuple[int, str, date | None]


def _sent_already(
    promises: list[_Promised], clauses: list[str], today: date
) -> tuple[list[_Promised], list[tuple[int, str]]]:
    """What ends in a bare noun ("견적 메일 발송") tells what was done today where another clause
    promises something for a later day."""
    later = [one[0] for one in promises if one[2] is not None and one[2] > today]
    if (
        len(promises) == 1
        and promises[0][2] is None
        and _IS_TELEGRAM.fullmatch(clauses[promises[0][0]])
    ):
        return [], [(promises[0][0], clauses[promises[0][0]])]
    done = [
        one
        for one in promises
        if later and one[0] < later[-1] and one[2] in (None, today)
        and _BARE_NOUN.search(clauses[one[0]])
    ]  # fmt: skip
    kept = [one for one in promises if one not in done]
    return kept, [(place, clauses[place]) for place, _, _ in done]


_IS_TELEGRAM = re.compile(
    rf"\W*{NAME}(?:쪽|측)?(?:에|에게|께|한테)?\s(?:\S+\s)+(?:회신|전달|공유|송부|발송)\W*"
)
_BARE_NOUN = re.compile(r"(?:제출|회신|전달|공유|송부|발송)\s*$")
_DEADLINE = re.compile(
    r"^\W*(?:and )?(?:the |my |our )?(?:deadline|due(?: date)?)(?: is| on|:)*\s+"
    r"|^\W*(?:기한|마감일?|납기)(?:은|는)?\s+",
    re.IGNORECASE,
)
_DUE_ALONE = re.compile(
    r"\W*(?:기한|마감일?|납기|(?:the |my )?(?:due|deadline|until|by|due date)(?: is| on|'s)?)"
    r"(?:은|는|이)?\W*",
    re.IGNORECASE,
)


def _split(text: str, today: date) -> list[str]:
    text = _IN_PARENS.sub(lambda found: _opened(found, today), text)
    text = _UNSPACED.sub(r"\g<0> ", _NEXT_SIGNS.sub(f"; {NEXT} ", text))
    pieces = [piece for one in _BREAK.split(text) for piece in _parted(one)]
    clauses: list[str] = []
    for piece in pieces:
        if piece.strip():
            clauses += _run_on(piece.strip(), today)
    for place in range(len(clauses) - 2, -1, -1):
        if re.fullmatch(rf"\s*{NEXT}\s*{NAME}\W*", clauses[place]):
            clauses[place : place + 2] = [f"{clauses[place]} {clauses[place + 1]}"]
    clauses = [
        one.replace(NEXT, "") if place and _only_day(one.replace(NEXT, ""), today) else one
        for place, one in enumerate(clauses)
    ]
    for place in range(len(clauses) - 1, 0, -1):
        so = is_said_so(clauses[place - 1])
        if take_leading_date(clauses[place], today) == (
            "",
            _only_day(clauses[place], today, or_today=so),
        ):
            clauses[place - 1 : place + 1] = [f"{clauses[place - 1]} {clauses[place]}"]
    if len(clauses) > 1 and _only_day(clauses[0], today):
        clauses[:2] = [f"{clauses[1]} {clauses[0]}"]
    return clauses[:MOST_CLAUSES]


def _parted(piece: str) -> list[str]:
    """A stretch parted before "then", and before a reason that tells of something that was."""
    parted = _THEN.split(piece)
    if (found := _WANTS.search(parted[-1])) and PAST.search(parted[-1][: found.start()]):
        parted[-1:] = [parted[-1][: found.start()], parted[-1][found.end() :]]
    if found := _BECAUSE.search(parted[-1]):
        before, behind = parted[-1][: found.start()], parted[-1][found.end() :]
        if PAST.search(behind) and any(words.search(behind) for _, words in KINDS):
            parted[-1:] = [before, behind]
    return parted


_WANTS = re.compile(
    r"\s+(?:and\s+(?:(?:they|he|she)\s+)?|(?:so\s+)?(?:they|he|she)\s+)(?=(?:wants?|needs?|expects?"
    r"|asked(?: for)?|requested)\b.*\b(?:by|before|until|till|on|next|tomorrow)\b)",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"\s(?:because|since|cuz|bc)\s", re.IGNORECASE)
_IN_PARENS = re.compile(r"\(([^()]{2,30})\)")


def _opened(found: re.Match[str], today: date) -> str:
    """A day in brackets is said of what stands before it."""
    is_day = read_date(found[1], today) or read_date(found[1], today, past=True)
    return f" {found[1]} " if is_day else found[0]


def _only_day(clause: str, today: date, *, or_today: bool = False) -> date | None:
    """The day ahead that a clause is and nothing else."""
    day = read_date(clause, today)
    if day is not None and (day > today or (or_today and day == today)):
        return day
    return None


def _run_on(piece: str, today: date) -> list[str]:
    """A stretch without punctuation, parted where a promise begins or a Korean verb ends."""
    if HANGUL.search(piece):
        return _korean_run_on(piece, today)
    rest, day = led_by_day(piece, today)
    if day is not None and day >= today and _I_DO.match(rest):
        return [piece]
    for found in STEP_INSIDE.finditer(piece):
        before = piece[: found.start()].rsplit(maxsplit=1)[-1].lower()
        if before not in _NOT_PARTED:
            return [piece[: found.start()], piece[found.end() :]]
    if (parted := _terse(piece, today)) is not None:
        return parted
    for found in STRONG_INSIDE.finditer(piece):
        before = piece[: found.start()].rsplit(maxsplit=1)[-1].lower()
        behind = piece[found.end() :]
        if before in NOT_BEFORE or (before.startswith("\ue000") and found.start() < 2):
            continue
        if before in ("and", "then") and THEIRS.search(piece[: found.start()]):
            continue  # "he'll talk to the CFO and get back to us": he does both
        if PAST.search(piece[: found.start()]) or find_date(behind, today) is not None:
            return [piece[: found.start()], behind]
    return [piece]


_WORD = re.compile(r"\S+")
_ITS_OWN = frozenset(
    ["to", "a", "an", "the", "on", "with", "for", "in", "at", "that", "our", "another"]
)
"""Behind these how it went goes on: "booked a meeting"."""
_I_DO = re.compile(
    r"(?:i|we) (?:must|will|should|need to|have to|shall)\b|(?:i|we)'ll\b", re.IGNORECASE
)


def _terse(piece: str, today: date) -> list[str] | None:
    """ "call ok quote fri": what is due stands without a verb behind how it went."""
    rest, due = take_trailing_date(piece, today)
    if due is None or due <= today:
        return None
    words = rest.split()
    for place in range(len(words) - 1, max(0, len(words) - 5), -1):
        promised = " ".join(words[place:])
        if PAST.search(promised) or THIRD.search(promised):
            continue
        if words[place - 1].lower().strip(".,!") in _WENT and words[place].lower() not in _ITS_OWN:
            start = [one.start() for one in _WORD.finditer(piece)][place]
            return [piece[:start], piece[start:]]
    return None


def _korean_run_on(piece: str, today: date) -> list[str]:
    clauses, words = [], []
    tokens = piece.split(" ")
    for place, token in enumerate(tokens):
        words.append(token)
        ends = KOREAN_DONE_WORD.search(token) and not KOREAN_NOT_DONE.search(token)
        ends = ends or _is_reason(tokens, place)
        if ends and place + 1 < len(tokens) and not _goes_on(tokens, place):
            clauses.append(" ".join(words))
            words = []
    if words:
        clauses.append(" ".join(words))
    if len(clauses) == 1 and (found := find_date(piece, today)) and found.marked:
        before = piece[: found.start].rstrip()
        wanted = _KIND_ALONE.fullmatch(before) and _WANTED_SO.search(piece, found.end)
        if before and (wanted or PAST.search(before)):
            return [before, piece[found.start :]]
    return clauses


_KIND_ALONE = re.compile(
    rf"\W*{NAME}\S*\s(?:\S+\s){{0,2}}?(?:통화|전화|미팅|회의|데모|시연|방문|콜)"
)
_WANTED_SO = re.compile(r"달래|달라|원[하해함]|요청|필요하[다대]|[한준난]대")
"""What was wanted in what stands before: 통화 월요일까지 제안서 달래."""


def _is_reason(tokens: list[str], place: int) -> bool:
    """싶다고 해서, 필요하대 그래서: what stands before is a reason, what comes next its outcome."""
    is_why = re.fullmatch(r"(?:해서|하니까|하길래|하는데|그래서)[.,]*", tokens[place])
    return bool(is_why and place and re.search(r"(?:고|대)$", tokens[place - 1]))


def _goes_on(tokens: list[str], place: int) -> bool:
    """Whether the word behind belongs to this verb: 보내기로 했음, 다고 함, 해야 함."""
    token, following = tokens[place], tokens[place + 1]
    if token.endswith("갔다") and re.match(r"[왔옴오]", following):
        return True
    if re.match(r"리마인드|알려|알림|말해", following):
        return True
    if re.match(
        r"(?:함|했|하|한다|합|됨|돼|싶|있|없|보|봐|줬|말|전|해|요)", following
    ) and re.search(r"(?:고|라고|다고|로|야|음)$", token):
        return True
    return token.endswith("하고") and place == 0
