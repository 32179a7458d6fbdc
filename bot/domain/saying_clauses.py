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
    NAME,
    NEXT,
    NOT_BEFORE,
    PAST,
    STEP_INSIDE,
    STEP_LEAD,
    STRONG_INSIDE,
)

MOST_CLAUSES = 40
_BREAK = re.compile(
    r"\s*(?:[;!\n]+|\s/(?=\s)|,(?!\d{3})|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+[^\W\d])|\.\.+|…|。"
    r"|\s[-–—]{1,2}\s|—|\s>+\s*|:\s+)\s*"
)
_NEXT_SIGNS = re.compile(
    r"(?:\b(?:next(?:\s+(?:steps?|touch|up))?|to-?do|tasks?|reminder|action(?:\s+item)?s?|ai)"
    r"|(?:다음\s*(?:행동|단계"
    r"|할\s*일|스텝|액션)?|할\s?일|투두))"
    r"\s*[:\uff1a]\s*|(?:(?<=\s)|^)(?:>+|→)\s*(?=\S)",
    re.IGNORECASE,
)
_UNSPACED = re.compile(
    r"까지(?=[가-힣])(?!지|는|만|도|요|라|의|이|가)|(?<=[가-힣]{2}했음)(?=[가-힣])"
)
"""Where speakers in a hurry leave out a space: 내일까지견적서."""
_HANGUL = re.compile("[가-힣]")
_THEN = re.compile(r"\s+(?=(?:and then|then)\s)", re.IGNORECASE)
_REPORTED = re.compile(
    r"(?:[한된는싶준온간낸단본선긴란린난]대(?=[\s.,!~]|요|$)|다고|라고|답니다|다네)(?:요|함|했|하)?|(?:결정|검토)\s?(?:한|하|할|될|된"
    r"|예정|중)|고객|그쪽|저쪽"
)
_HEARD = re.compile(
    r"[했한된준온간낸할될]대(?:요)?[\s.,!~]*$|(?:[했한된준]|기로\s?했)다(?:고|네|더라)\S*\s?(?:함|했음|하심|하네|들음)?[\s.,!~]*$"
)
"""What somebody else said they would do."""
_THIRD = re.compile(r"\b(?:they|he|she|who|cfo|ceo|cto|legal|procurement|board)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:decision|decides?|answer|budget|go-?live|launch|expects?|approval)\b", re.IGNORECASE
)
_PLANNED = re.compile(r"있음|있어요?|있습니다|잡혔|잡힘|잡음|잡았")
_HANGING = re.compile(
    r"^(?:and|so|then|but|also|그리고|근데|그래서|이제)\s+|\s+(?:and|so|then|but)$", re.IGNORECASE
)


_WENT_WELL = """
ok okay good great well done fine positive happy interested keen yes nice booked agreed ok.
👍 👌 ✅ 🎉 🙌 🔥
"""
_WENT = frozenset(_WENT_WELL.split())
"""How something went, where it is said in a word."""

_PART_OF_DAY = re.compile(
    r"\s*\b(?:(?:in|on) the |this |that |by |at )?"
    r"(?:morning|afternoon|evening|eod|eob|cob|end of day|first thing|noon|lunch)$"
    r"|\s*(?:오전|오후|아침|저녁)$|^(?:오전|오후|아침|저녁|점심)(?:에|까지)?\s+|^(?:중|안|내)(?:에|으로)?\s+",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(
    r"(?:(?:in|by|from|until|since|till|around|for)\s+)?(?:\d{1,2}월\S*"
    r"|(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?)",
    re.IGNORECASE,
)
_LONG_AGO = 45
"""Days after which a month that is named alone is rather the coming one."""
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
    chosen = next(
        (one for one in promises if one[2] is not None and _is_said_so(clauses[one[0]])),
        next((one for one in promises if one[2] is not None), promises[0]),
    )
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


def _is_said_so(clause: str) -> bool:
    """Whether a promise has a verb or a sign of its own, and not only a day."""
    return (STEP_LEAD.match(clause) or KOREAN_STEP.search(clause) or NEXT in clause) is not None


def _split(text: str, today: date) -> list[str]:
    text = _IN_PARENS.sub(lambda found: _opened(found, today), text)
    text = _UNSPACED.sub(r"\g<0> ", _NEXT_SIGNS.sub(f"; {NEXT} ", text))
    pieces = [piece for one in _BREAK.split(text) for piece in _THEN.split(one)]
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
        if take_leading_date(clauses[place], today) == ("", _only_day(clauses[place], today)):
            clauses[place - 1 : place + 1] = [f"{clauses[place - 1]} {clauses[place]}"]
    return clauses[:MOST_CLAUSES]


_IN_PARENS = re.compile(r"\(([^()]{2,30})\)")


def _opened(found: re.Match[str], today: date) -> str:
    """A day in brackets is said of what stands before it."""
    is_day = read_date(found[1], today) or read_date(found[1], today, past=True)
    return f" {found[1]} " if is_day else found[0]


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
    if (parted := _terse(piece, today)) is not None:
        return parted
    for found in STRONG_INSIDE.finditer(piece):
        before = piece[: found.start()].rsplit(maxsplit=1)[-1].lower()
        behind = piece[found.end() :]
        if before in NOT_BEFORE or (before.startswith("\ue000") and found.start() < 2):
            continue
        if PAST.search(piece[: found.start()]) or find_date(behind, today) is not None:
            return [piece[: found.start()], behind]
    return [piece]


def _terse(piece: str, today: date) -> list[str] | None:
    """ "call ok quote fri": what is due stands without a verb behind how it went."""
    rest, due = take_trailing_date(piece, today)
    if due is None or due <= today:
        return None
    words = rest.split()
    for place in range(len(words) - 1, max(0, len(words) - 5), -1):
        promised = " ".join(words[place:])
        if PAST.search(promised) or _THIRD.search(promised):
            continue
        if words[place - 1].lower().strip(".,!") in _WENT:
            start = piece.rindex(words[place])
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
        if before and PAST.search(before):
            return [before, piece[found.start :]]
    return clauses


def _is_reason(tokens: list[str], place: int) -> bool:
    """싶다고 해서, 필요하대 그래서: what stands before is a reason, what comes next its outcome."""
    is_why = re.fullmatch(r"(?:해서|하니까|하길래|하는데|그래서)[.,]*", tokens[place])
    return bool(is_why and place and re.search(r"(?:고|대)$", tokens[place - 1]))


def _goes_on(tokens: list[str], place: int) -> bool:
    """Whether the word behind belongs to this verb: 보내기로 했음, 다고 함, 해야 함."""
    token, following = tokens[place], tokens[place + 1]
    if re.match(r"리마인드|알려|알림|말해", following):
        return True
    if re.match(
        r"(?:함|했|하|한다|합|됨|돼|싶|있|없|보|봐|줬|말|전|해|요)", following
    ) and re.search(r"(?:고|라고|다고|로|야|음)$", token):
        return True
    return token.endswith("하고") and place == 0


def _promise(clause: str, today: date, *, first: bool) -> tuple[str, date | None] | None:
    """The promise of a clause and its day; None where it promises nothing."""
    if _HANGUL.search(clause) and (found_step := _korean_promise(clause, today)) is not None:
        return found_step
    behind = _behind_name(clause) if first else ""
    if (begun := STEP_LEAD.match(behind)) and begun["lead"] is None:
        step, due = _dated(behind, today)
        if due is not None and due > today and take_trailing_date(behind, today)[1] == due:
            return step, due
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
    found = find_date(clause, today)
    said = clause[found.start : found.end] if found else ""
    by_then = re.match(r"(?:by|due|before|target|eod|til)\b", said, re.IGNORECASE) is not None
    if by_then and not _OTHERS.search(clause):
        return _dated(clause, today)
    if due > today and (_DOING.match(clause) or (not first and _is_short_promise(clause, today))):
        return _dated(clause, today)
    return _dated(clause, today) if DUE_NOUN.match(clause) and due > today else None


_DOING = re.compile(
    r"^\W*(?:and |so |then |i'm |we're |am |are )*(?:sending|delivering|preparing|calling"
    r"|following up|drafting|scheduling|booking"
    r"|getting|meeting|shipping|sharing|visiting|writing|emailing|pinging|reviewing|presenting"
    r"|working on|finali[sz]ing|coming back|going back|demoing)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:is|are|will|would|has|have|isn't|not|no|if|until|till|away|out of|vacation|leave|holiday"
    r"|meets|decides?|starts?|launch\w*|goes|says|wants?|expects?|needs?|returns?|comes?|back|ends?"
    r"|replies|moves?|their|live|renews?|expires?)\b",
    re.IGNORECASE,
)
MOST_SHORT = 6
"""Words of a promise without a verb: "snd contrct tmrw"."""


def _is_short_promise(clause: str, today: date) -> bool:
    rest, due = take_trailing_date(clause, today)
    words = rest.split()
    day = clause[len(rest) :].strip(" ,.;") if due else ""
    if _MONTH_ALONE.fullmatch(day):
        return False
    return (
        due is not None
        and 0 < len(words) <= MOST_SHORT
        and not _GOES_ON.search(rest)
        and (not _OTHERS.search(rest) and NAME_ONLY.fullmatch(rest) is None)
    )


def _behind_name(clause: str) -> str:
    """ "umbrella fup thurs": what is to be done stands behind the name alone."""
    found = re.match(rf"\W*{NAME}[\s:,-]+", clause)
    return clause[found.end() :] if found else ""


NAME_ONLY = re.compile(rf"\W*{NAME}\W*")


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
    if _HEARD.search(words) and not re.search(r"드[린릴리]", words):
        return None
    if KOREAN_STEP.search(words) and not re.search(r"하고 싶|필요하다고|필요하대", words):
        return step, due
    if due is not None and due > today and _PLANNED.search(words):
        return step, due
    if due is None or _REPORTED.search(words) or _was(clause, due, today):
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
            return tidy(_PART_OF_DAY.sub("", tidy(rest))) or words, due
    found = find_date(words, today)
    if found is None:
        return words, None
    before = _PART_OF_DAY.sub("", words[: found.start].rstrip())
    behind = _PART_OF_DAY.sub("", words[found.end :].lstrip())
    return tidy(f"{before} {behind}") or words, found.day


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
    is_month = _MONTH_ALONE.fullmatch(clause[found.start : found.end].strip(" ,.;"))
    if is_month and (today - found.day).days > _LONG_AGO:
        return clause, None  # "want to start in april"
    ahead_ = find_date(clause, today)
    on_it = clause[found.start : found.end].lower().startswith("on ")
    sure = ahead_ is not None and (ahead_.day <= today or _was(clause, ahead_.day, today))
    if sure or (PAST.search(clause) and (not found.marked or on_it)):
        return tidy(f"{clause[: found.start].rstrip()} {clause[found.end :].lstrip()}"), found.day
    return clause, None


def tidy(words: str) -> str:
    bare = _HANGING.sub("", words.lstrip(" \t\n,.;:!>-–—~→").rstrip(" \t\n,.;:!-–—~→"))
    return (bare if re.search(r"<@\w+>$", bare) else bare.rstrip(">")).strip(" ,;:-")
