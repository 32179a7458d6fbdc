"""Whom a sheet means by an owner: by Slack id, e-mail or name, in whichever order it is written."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy.orm import Session

from bot.domain.importing import names_of
from bot.domain.people import Person
from store import people


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


def strangers(session: Session, owners: Iterable[str], given: Mapping[str, str]) -> Iterator[str]:
    """Those of a sheet's owners who are not in Slack."""
    for owner in owners:
        found = find(session, owner, given)
        if found is None or found.slack_user_id is None:
            yield owner
