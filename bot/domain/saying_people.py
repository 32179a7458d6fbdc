"""The people at accounts whom a sentence names: met before, or for the first time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.contacts import TITLED, Contact, looks_like_name, split_title
from bot.domain.names import Candidate, key_of
from bot.domain.saying_common import COMMON
from bot.domain.saying_names import Mentioned, grams_of
from bot.domain.saying_words import KINDS

FEWEST_LETTERS = 3
"""A shorter name, or a first name alone, is taken for a contact beside their account only."""

_CAPITAL = r"[A-Z][a-z][\w'\u2019-]*"
_BEFORE = re.compile(
    rf"(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}})\s+(?:from|at|of|over at|@)\s+(?:the\s+)?$"
)
_BEHIND = re.compile(rf"\s*(?:,\s*)?\(?(?:with|w/)\s+(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}})")
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄"
    "채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
)
_DEPARTMENTS = (
    "구매|인사|전산|정보|재무|기획|홍보|마케|설계|연구|생산|총무|물류|해외|전략|기술|사업|운영|회계"
    "|법무|안전|품질|고객|현장|공장|상품|유통|제품|신임|지원|보안|경영|관리|국내|공공|심사|조달"
    "|외주"
)
_KOREAN = re.compile(
    rf"(?:의|에|에서|쪽|측)?\s*(?P<name>(?!{_DEPARTMENTS})(?=[{_SURNAMES}][가-힣]{{2}}){TITLED})"
    r"(?=이랑|랑|하고|과|와|한테|에게|께|이|가|은|는|을|를|의|도|[\s,.:;!?]|$)"
)
_TITLE_ALONE = re.compile(r"(?:씨|님|부장|과장|차장|대리|이사|상무|전무|대표|팀장|실장)")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody at an account; `contact_id` is None for whom nobody has met yet."""

    name: str
    contact_id: int | None = None


def with_people(
    line: str, found: Sequence[Mentioned], accounts: Sequence[Candidate], met: Sequence[Contact]
) -> tuple[list[Mentioned], Named | None]:
    """The mentions with the people who stand beside them made part of them, and the first of these.

    Somebody whom we know means their account, where the sentence names none itself.
    """
    known = _known(line, met)
    if known is not None:
        contact, start, end = known
        return _beside(line, list(found), accounts, contact, start, end)
    sure = [one for one in found if one.sure and one.candidates]
    if sure and (someone := _first_met(line, sure[0])):
        name, start, end = someone
        wider = replace(sure[0], start=min(start, sure[0].start), end=max(end, sure[0].end))
        return [wider if one is sure[0] else one for one in found], _named(name, sure[0], met)
    return list(found), None


def _known(line: str, met: Sequence[Contact]) -> tuple[Contact, int, int] | None:
    """The contact whose whole name stands in the line; None where it could be two."""
    if not met:
        return None
    grams = grams_of(line)
    hits: list[tuple[Contact, int, int]] = []
    for one in met:
        key = key_of(one.name)
        whole = " " in one.name.strip() if key.isascii() else len(key) >= FEWEST_LETTERS
        if whole and key not in COMMON and (place := grams.get(key)) is not None:
            hits.append((one, *place))
    return hits[0] if len(hits) == 1 else None


def _beside(
    line: str,
    found: list[Mentioned],
    accounts: Sequence[Candidate],
    contact: Contact,
    start: int,
    end: int,
) -> tuple[list[Mentioned], Named | None]:
    """Takes a known contact's name for one with their account's beside it, or for the account."""
    end = _behind_title(line, end)
    named = Named(contact.name, contact.id)
    apart = [one for one in found if one.end <= start or one.start >= end]
    theirs = [
        one for one in apart if any(_is_of(candidate, contact) for candidate in one.candidates)
    ]
    sure = [one for one in apart if one.sure]
    if theirs:
        near = theirs[0]
        gap = line[min(near.end, end) : max(near.start, start)]
        if len(gap) <= len(" over at ") and "," not in gap:
            wider = replace(near, start=min(near.start, start), end=max(near.end, end))
            return [wider if one is near else one for one in apart], named
        return apart, named
    account = next((one for one in accounts if one.id == contact.account_id), None)
    if sure or account is None:
        return list(found), (None if account is None else named) if not sure else None
    return [Mentioned((account,), start, end, sure=True)], named


def _is_of(candidate: Candidate, contact: Contact) -> bool:
    """Whether a name is the contact's account, or begins a deal's name with it."""
    if candidate.kind == "account":
        return candidate.id == contact.account_id
    return bool(contact.account_name) and candidate.key.startswith(
        key_of(contact.account_name or "")
    )


def _behind_title(line: str, end: int) -> int:
    title = re.match(r"\s?(?:[가-힣]{2,3}(?<=장|리|사|무|표|원|임|석))?님?", line[end:])
    if title and _TITLE_ALONE.search(title[0]):
        return end + title.end()
    return end


def _first_met(line: str, account: Mentioned) -> tuple[str, int, int] | None:
    """A name beside the account: "Dana from Umbrella", "Acme with Jane", 한빛전자 김민수 부장."""
    if found := _BEFORE.search(line[: account.start]):
        words = found["name"].split()
        while words and key_of(words[0]) in COMMON | _VERBS:
            words.pop(0)
        name = " ".join(words)
        begins = (
            not line[: account.start - len(found[0])].strip() and words == found["name"].split()
        )
        if (
            name
            and looks_like_name(name)
            and not (begins and len(words) == 1)
            and _is_no_kind(name)
        ):
            return name, account.start - len(found[0]) + found[0].index(name), account.end
    if (found := _BEHIND.match(line[account.end :])) and looks_like_name(found["name"]):
        return found["name"], account.start, account.end + found.end()
    if found := _KOREAN.match(line[account.end :]):
        return found["name"], account.start, account.end + found.end()
    return None


def _is_no_kind(name: str) -> bool:
    """Whether words are no kind of activity: "Coffee at Acme", "Follow Up at Acme"."""
    return not any(pattern.search(name) for _, pattern in KINDS)


_VERBS = frozenset(
    {"met", "called", "saw", "visited", "pinged", "texted", "phoned", "told", "heard"}
)


def _named(name: str, account: Mentioned, met: Sequence[Contact]) -> Named:
    """Somebody met before at this account, by their name or its beginning; else somebody new."""
    key = key_of(split_title(name)[0])
    ids = {one.id for one in account.candidates if one.kind == "account"}
    theirs = [
        one for one in met if one.account_id in ids and key_of(one.name).startswith(key) and key
    ]
    if len(theirs) == 1:
        return Named(theirs[0].name, theirs[0].id)
    return Named(name)
