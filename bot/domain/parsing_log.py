"""One typed line about what happened: its kind, on what, when, the notes, and the next step."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from rapidfuzz.distance import OSA

from bot.domain.contacts import TITLED
from bot.domain.names import key_of, letters_of
from bot.domain.parsing_dates import take_leading_date, take_trailing_date
from bot.domain.parsing_due import take_due

_KINDS = {
    "call": "call calls called phone phoned rang 통화 전화 콜 통화함 전화함 통화했음 전화했음",
    "meeting": "meeting meet met mtg visit visited lunch 미팅 회의 방문 면담 미팅함 회의함 방문함",
    "email": "email emailed e-mail mail mailed 이메일 메일 이메일함 메일함",
    "demo": "demo demoed demo'd presentation 데모 시연 시연함",
    "note": "note notes memo 메모 노트",
}
KINDS = {word: kind for kind, words in _KINDS.items() for word in words.split()}
"""The kinds of activity by the words for them."""

_KIND_FIRST = re.compile(
    r"\s*(?P<kind>[^\s:\uff1a,]+)\s*[:\uff1a]?(?:\s+[-\u2013\u2014](?=\s))?(?:\s+|$)"
)
_WITH = re.compile(r"(?:with|w/|to|from)\s+(?=\S)", re.IGNORECASE)
_KIND_LAST = re.compile(
    r"(?<=\S)\s+(?P<kind>통화|전화|콜|미팅|회의|방문|면담|이메일|메일|시연)(?:함|했음|완료)?$"
)
_SEPARATOR = re.compile(r"\s+(?:--|[-\u2013])(?:\s+|$)|\s*\u2014\s*|\s*[:\uff1a](?:\s+|$)|\s*\n\s*")
_NEXT_WORD = re.compile(
    r"(?:^|(?<=\s))(?:next(?:\s+steps?)?|다음(?:\s*(?:단계|행동|할\s*일))?)\s*[:\uff1a]\s*",
    re.IGNORECASE,
)
_NEXT_SIGN = re.compile(
    r"(?:^|(?<=\s))(?:>{1,2}|\uff1e)\s*(?=[^\s>=])"
    r"|(?<=[^\W\d_])(?:>\s+|\uff1e\s*)(?=[^\s>=<])"
)
_TAG = re.compile(r"<[^<>\s]*$")
_WITH_PERSON = re.compile(
    r"(?P<subject>.+?)\s+(?:with|w/)\s+(?P<person>[^\W\d_].{0,80})", re.IGNORECASE
)
_WITH_PERSON_KOREAN = re.compile(
    rf"(?P<subject>.+?)\s+(?P<person>{TITLED})"
    r"(?:(?:와|과|이랑|랑|하고)?\s*(?:같이|함께)|와|과|이랑|랑|하고)"
)
_QUANTITY = re.compile(
    r"[$€£¥₩]?\d[\d.,]*(?:%|[kKmMbB]n?\b|[천백십]?[만억조]|퍼센트|명|개)?(?=\s|$|[,;.)])"
)

_SHORTEST_MISSPELT = 3
_NOBODY = "\ufffc"
"""Stands where a name would."""

_BETWEEN = " \n-\u2013\u2014:\uff1a"
"""Signs between a name and what is said of it."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """What a line says.

    When not `separated`, `subject` holds the name and the notes behind it as typed; whoever
    knows the names finds where the one ends (`leading_candidates`) and gives the rest to
    `read_rest`. `kind` is None where none was typed.
    """

    kind: str | None
    subject: str
    separated: bool
    occurred_on: date | None
    notes: str
    next_step: str
    next_step_due: date | None
    next_step_time: time | None = None


def read_log(text: str, today: date, kinds: Mapping[str, str] = KINDS) -> LogLine:
    """Reads an unescaped line `[kind] <name> [date] [- notes] [> next step] [date]`; `kinds` are
    the words for a kind of activity, in small letters.

    The notes begin at the first ` - ` (a dash of any length), `: ` or new line. The next step
    begins at the last `next:` or `다음:`, else at the last `>` that stands at a word's start (or
    clings to the word before it: "긍정적> 견적서"), has text behind it and is not the "more than"
    of a quantity ("revenue > 5m - they agreed"); one that would leave no subject before it does
    not count. A plain small number may begin a next step ("> 3 references by friday") unless it
    is all there is.
    """
    line, early = _take_early_day(text.strip(), today, kinds)
    kind, line = _take_kind(line, kinds)
    if early is None:
        line, early = _take_early_day(line, today, kinds)
    line, next_step = _take_next_step(line)
    subject, separated, notes = _split(line)
    if kind is None and separated:
        kind, subject = _take_last_kind(subject)
    subject, occurred_on = _take_occurrence(subject, separated, today)
    step = take_due(next_step, today)
    occurred_on = occurred_on or early
    return LogLine(kind, subject, separated, occurred_on, notes, step.words, step.day, step.at)


def with_kind_mended(text: str, kinds: Mapping[str, str] = KINDS) -> str | None:
    """The line with its first word as the kind that it misspells by a letter ("cal", 통하); None
    where it is none, or nearly two kinds. To be followed where the line names nothing as it is."""
    first, _, rest = text.strip().partition(" ")
    word = letters_of(key_of(first))
    if not rest.strip() or len(word) < _SHORTEST_MISSPELT:
        return None
    near = {
        kind: known
        for known, kind in kinds.items()
        if len(letters_of(known)) >= _SHORTEST_MISSPELT
        and OSA.distance(word, letters_of(known), score_cutoff=1) == 1
    }
    return f"{next(iter(near.values()))} {rest.strip()}" if len(near) == 1 else None


def read_nameless(text: str, today: date, kinds: Mapping[str, str] = KINDS) -> LogLine:
    """The same of a line without a name, where everybody knows which deal is talked about:
    "call - they like the pilot > send quote friday"."""
    line, early = _take_early_day(text.strip(), today, kinds)
    kind, line = _take_kind(line, kinds)
    if early is None:
        line, early = _take_early_day(line, today, kinds)
    line, next_step = _take_next_step(f"{_NOBODY} {line}")
    notes = without_lead(line.removeprefix(_NOBODY))
    step = take_due(next_step, today)
    return LogLine(kind, "", True, early, notes, step.words, step.day, step.at)


def other_readings(text: str, first: LogLine) -> list[LogLine]:
    """For names that hold a separator ("Acme - Phase 2"): the line read with the separation at
    the second, third… place, the longest name first. To be followed where such a name exists.

    `first` is what `read_log` made of the line.
    """
    places = list(_SEPARATOR.finditer(first.notes)) if first.separated else []
    if not places:
        return []
    between = next(
        (found[0] for found in _SEPARATOR.finditer(text) if text[: found.start()].strip()), " "
    )
    return [
        replace(
            first,
            subject=f"{first.subject}{between}{first.notes[: place.start()]}".strip(),
            notes=first.notes[place.end() :].strip(),
        )
        for place in reversed(places)
        if first.notes[: place.start()].strip()
    ]


def take_person(subject: str) -> tuple[str, str] | None:
    """The name and the person in "Acme with Jane Roe" or "한빛전자 김민수 부장과"; None where there
    is no person. To be followed where the whole is nobody's name."""
    for pattern in (_WITH_PERSON, _WITH_PERSON_KOREAN):
        found = pattern.fullmatch(subject.strip())
        if found:
            return found["subject"], found["person"]
    return None


def leading_candidates(subject: str, most: int = 8) -> list[tuple[str, str]]:
    """The ways to split leading words from the rest, the most words first; a dash or colon
    between them belongs to neither."""
    ends = [word.end() for word in re.finditer(r"\S+", subject)][:most]
    return [(subject[:end].strip(), without_lead(subject[end:])) for end in reversed(ends)]


def without_lead(words: str) -> str:
    """Words without the dash or colon that parts them from a name."""
    return words.lstrip(_BETWEEN).rstrip()


def read_rest(rest: str, today: date) -> tuple[str, date | None]:
    """The notes behind a name in a line without a separator, and when it happened.

    "yesterday kickoff" happened yesterday; "tomorrow they decide" is a note, since what is still
    to come has not happened.
    """
    notes, day = take_leading_date(rest, today, past=True)
    return (notes, day) if day is not None and day <= today else (rest.strip(), None)


def _take_early_day(text: str, today: date, kinds: Mapping[str, str]) -> tuple[str, date | None]:
    """A day before the name that can only be gone by: "yesterday call Acme", "어제 통화 한빛전자".

    Today counts only before a kind: names begin with that word too.
    """
    rest, day = take_leading_date(text, today, past=True)
    if day is None or not rest or day > today or day != take_leading_date(text, today)[1]:
        return text, None
    if day == today and _take_kind(rest, kinds)[0] is None:
        return text, None
    return rest, day


def _take_kind(text: str, kinds: Mapping[str, str]) -> tuple[str | None, str]:
    """The kind typed first, and the words behind it without "with" or "to"."""
    found = _KIND_FIRST.match(text)
    kind = kinds.get(found["kind"].casefold()) if found else None
    if found is None or kind is None:
        return None, text
    rest = text[found.end() :].lstrip()
    with_word = _WITH.match(rest)
    return kind, rest[with_word.end() :] if with_word else rest


def _take_last_kind(subject: str) -> tuple[str | None, str]:
    """The kind behind the name, where Korean has its verb: "한빛전자 통화 - …"."""
    if found := _KIND_LAST.search(subject):
        return KINDS[found["kind"]], subject[: found.start()]
    return None, subject


def _take_next_step(line: str) -> tuple[str, str]:
    named = [found for found in _NEXT_WORD.finditer(line) if line[: found.start()].strip()]
    if named:
        return line[: named[-1].start()].rstrip(), line[named[-1].end() :].strip()
    for found in reversed(list(_NEXT_SIGN.finditer(line))):
        step = line[found.end() :].strip()
        before = line[: found.start()].strip()
        if before and not _is_comparison(before, step) and not _TAG.search(before):
            return line[: found.start()].rstrip(), step
    return line, ""


def _is_comparison(before: str, behind: str) -> bool:
    """Whether a `>` between these says "more than"."""
    found = _QUANTITY.match(behind)
    if found is None:
        return False
    alone = not behind[found.end() :].strip(" ,;.")
    compared = _QUANTITY.fullmatch(before.rsplit(maxsplit=1)[-1]) is not None
    return alone or compared or not found[0].isdecimal() or len(found[0]) > 2


def _split(line: str) -> tuple[str, bool, str]:
    """The name and the notes at the first separator that has a name before it."""
    for found in _SEPARATOR.finditer(line):
        if line[: found.start()].strip():
            return line[: found.start()].strip(), True, line[found.end() :].strip()
    return line.strip(), False, ""


def _take_occurrence(subject: str, separated: bool, today: date) -> tuple[str, date | None]:
    """The date at the end of the name, when it happened.

    Without a separator what stands at the end may be a note ("they want it friday"): there only
    a day that can't be meant otherwise counts, one that is gone by however it is read.
    """
    name, day = take_trailing_date(subject, today, past=True)
    if day is None or not name:
        return subject, None
    if separated:
        return name, day
    ahead = take_trailing_date(subject, today)[1]
    return (name, day) if ahead is not None and ahead < today else (subject, None)
