"""Whom a sheet means by an owner: by Slack id, e-mail or name, in whichever order it is written."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy.orm import Session

from bot.domain.importing import names_of
from bot.domain.names import key_of
from bot.domain.people import Person
from store import people

_HANGUL_NAME = re.compile(r"[\uac00-\ud7a3]{3,4}")
"""A Korean name in one word: the family name is its first sign."""


def find(session: Session, owner: str, given: Mapping[str, str]) -> Person | None:
    """The person whom a sheet's owner, or what it was mapped to, means; None for nobody here."""
    meant = given.get(owner, owner).strip()
    known = people.by_slack_id(session, meant.removeprefix("@"))
    if known is None and "@" in meant:
        known = people.by_email(session, meant)
    if known is not None:
        return known
    for name in names_of(meant):
        if named := people.by_name(session, name):
            return named[0]
    return None


def proposals(session: Session, unknown: Iterable[str]) -> dict[str, str]:
    """The Slack ids of those whom a given name, or an address at another company, fits alone:
    "Jonas" where there is one Jonas; a Korean given name, too."""
    there = [one for one in people.everyone(session) if one.slack_user_id is not None]
    found: dict[str, str] = {}
    for owner in unknown:
        fitting = [one for one in there if _may_be(owner, one.name)]
        if len(fitting) == 1:
            found[owner] = fitting[0].slack_user_id or ""
    return found


def _may_be(owner: str, name: str) -> bool:
    """Whether a part of a name is what an owner's cell says, and all that it says."""
    meant = {key_of(one) for one in names_of(owner.partition("@")[0].replace(".", " "))}
    parts = {key_of(part) for part in name.split()}
    if _HANGUL_NAME.fullmatch(name):
        parts.add(key_of(name[1:]))
    return bool(meant & parts)


def strangers(session: Session, owners: Iterable[str], given: Mapping[str, str]) -> Iterator[str]:
    """Those of a sheet's owners who are not in Slack."""
    for owner in owners:
        found = find(session, owner, given)
        if found is None or found.slack_user_id is None:
            yield owner
