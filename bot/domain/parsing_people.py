"""What is typed behind /crm people: whom to set to which role, manager and team."""

import re
from dataclasses import dataclass

from bot.domain.parsing_slack import Mention, find_mention
from bot.domain.people import Role

_VERB = re.compile(r"\s*(?:set|설정|지정)(?:\s+|$)", re.IGNORECASE)
_KEY = re.compile(
    r"(?:^|(?<=\s))(?P<key>role|manager|team|역할|직책|팀장|매니저|상사|팀)\s*[:=\uff1a]\s*",
    re.IGNORECASE,
)
_KEYS = {
    "역할": "role", "직책": "role", "팀장": "manager", "매니저": "manager", "상사": "manager",
    "팀": "team",
}  # fmt: skip
_ROLES = {
    word: role
    for role, words in (
        (Role.REP, "rep sales 담당자 영업 영업담당 영업담당자 담당"),
        (Role.MANAGER, "manager lead 팀장 매니저"),
        (Role.LEADER, "leader head director 본부장 리더 임원"),
        (Role.ADMIN, "admin administrator 관리자 어드민"),
    )
    for word in words.split()
}
_NOBODY = frozenset({"none", "nobody", "-", "없음", "없이"})
_QUOTES = "\"'\u201c\u201d\u2018\u2019"


@dataclass(frozen=True, slots=True)
class PeopleSet:
    """Who is to be set to what; None leaves a thing as it is.

    `role` is one of Role, or as typed when there is no such. `no_manager` takes the manager away.
    `unknown` are the other words that could not be read.
    """

    person: Mention | None
    role: str | None
    manager: Mention | None
    no_manager: bool
    team: str | None
    unknown: tuple[str, ...]


def read_people_set(text: str) -> PeopleSet:
    """`[set] @person [role:<role>] [manager:@person|none] [team:<name>]`, in any order; a team's
    name goes on to the next key, or stands in quotes."""
    line = text[found.end() :] if (found := _VERB.match(text)) else text
    keys = list(_KEY.finditer(line))
    ends = [key.start() for key in keys[1:]] + [len(line)] * bool(keys)
    typed = {
        _KEYS.get(key["key"].casefold(), key["key"].casefold()): line[key.end() : end].strip(" ,;")
        for key, end in zip(keys, ends, strict=True)
    }
    head = line[: keys[0].start()] if keys else line
    person, unknown = _person(head)
    role, manager = typed.get("role", "").strip(_QUOTES), typed.get("manager")
    boss = find_mention(manager) if manager else None
    no_manager = manager is not None and manager.casefold() in _NOBODY
    if manager and boss is None and not no_manager:
        unknown.append(f"manager:{manager}")
    team = typed.get("team", "").strip(_QUOTES).strip()
    return PeopleSet(
        person,
        _ROLES.get(role.casefold(), role) or None,
        boss,
        no_manager,
        team or None,
        tuple(unknown),
    )


def _person(head: str) -> tuple[Mention | None, list[str]]:
    """The person the line begins with, and the words around that say nothing."""
    person = find_mention(head)
    around = f"{head[: person.start]} {head[person.end :]}" if person else head
    return person, around.split()
