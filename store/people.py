"""People: rows in, Person values out."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from bot.domain.names import key_of
from bot.domain.people import Person, Role
from store import history, prepared
from store.schema import PersonRow

_PEOPLE = prepared.table_of(PersonRow)
_BY_ID = prepared.Prepared(
    select(_PEOPLE).where(_PEOPLE.c.id == bindparam("person_id"), *prepared.here(_PEOPLE))
)
_BY_SLACK_ID = prepared.Prepared(
    select(_PEOPLE).where(
        _PEOPLE.c.slack_user_id == bindparam("slack_user_id"), *prepared.here(_PEOPLE)
    )
)


def get(session: Session, person_id: int) -> Person:
    return _person(session.get_one(PersonRow, person_id))


def find(session: Session, person_id: int | None) -> Person | None:
    row = None if person_id is None else _BY_ID.run(session, person_id=person_id).first()
    return _person(row) if row else None


def by_slack_id(session: Session, slack_user_id: str) -> Person | None:
    row = _BY_SLACK_ID.run(session, slack_user_id=slack_user_id).first()
    return _person(row) if row else None


def by_email(session: Session, email: str) -> Person | None:
    """The one person with that address, however it is written."""
    found = _all(session, func.lower(PersonRow.email) == email.strip().lower())
    return found[0] if len(found) == 1 else None


def by_name(session: Session, name: str) -> list[Person]:
    """Those whose name is `name`, however it is spaced or written."""
    return _all(session, PersonRow.name_key == key_of(name))


def everyone(session: Session, *, gone_too: bool = False) -> list[Person]:
    """Everyone who may use the bot, by name."""
    return _all(session, True if gone_too else PersonRow.gone_on.is_(None))


def team_of(session: Session, manager_id: int) -> list[Person]:
    return _all(session, PersonRow.manager_id == manager_id, PersonRow.gone_on.is_(None))


def managers(session: Session) -> list[Person]:
    """Those whom someone present has as a manager."""
    led = select(PersonRow.manager_id).where(
        PersonRow.manager_id.is_not(None), PersonRow.gone_on.is_(None)
    )
    return _all(session, PersonRow.id.in_(led), PersonRow.gone_on.is_(None))


def matching(session: Session, words: str) -> list[Person]:
    """Those present whose name begins with, or contains, the words."""
    key = key_of(words)
    return _all(
        session,
        PersonRow.gone_on.is_(None),
        or_(
            PersonRow.name_key.startswith(key, autoescape=True),
            PersonRow.name_key.contains(key, autoescape=True),
        ),
    )


def add(
    session: Session,
    *,
    name: str,
    slack_user_id: str | None,
    role: Role,
    locale: str,
    tz: str,
    joined_on: date,
    email: str | None = None,
    manager_id: int | None = None,
    team: str = "",
) -> Person:
    row = PersonRow(
        slack_user_id=slack_user_id,
        name=name,
        name_key=key_of(name),
        email=email,
        role=role,
        manager_id=manager_id,
        team=team,
        locale=locale,
        tz=tz,
        joined_on=joined_on,
    )
    session.add(row)
    session.flush()
    return _person(row)


def refresh_profile(
    session: Session,
    person_id: int,
    *,
    name: str,
    locale: str,
    tz: str,
    email: str | None,
    barred: str | None,
    now: datetime,
) -> Person:
    """Takes over what Slack says of someone; the role stays ours."""
    row = session.get_one(PersonRow, person_id)
    row.name, row.name_key = name, key_of(name)
    row.locale, row.tz, row.email = locale, tz, email or row.email
    row.barred, row.profile_at = barred, now
    if barred is None:
        row.gone_on = None
    elif row.gone_on is None:
        row.gone_on = now.date()
    session.flush()
    return _person(row)


def adopt(session: Session, person_id: int, slack_user_id: str) -> None:
    """Someone whom an import brought turns out to be this Slack user."""
    session.get_one(PersonRow, person_id).slack_user_id = slack_user_id
    session.flush()


def change(act: history.Act, person_id: int, changes: dict[str, object]) -> Person:
    row = act.session.get_one(PersonRow, person_id)
    history.change(act, row, changes)
    return _person(row)


def _all(session: Session, *conditions: object) -> list[Person]:
    rows: Sequence[PersonRow] = session.scalars(
        select(PersonRow).where(*conditions).order_by(PersonRow.name, PersonRow.id)  # type: ignore[arg-type] # conditions and True alike
    ).all()
    return [_person(row) for row in rows]


def _person(row: Any) -> Person:
    return Person(
        id=row.id,
        slack_user_id=row.slack_user_id,
        name=row.name,
        role=Role(row.role),
        manager_id=row.manager_id,
        team=row.team,
        locale=row.locale,
        tz=row.tz,
        workday_start=row.workday_start,
        workday_end=row.workday_end,
        working_days=frozenset(int(day) for day in row.working_days),
        joined_on=row.joined_on,
        gone_on=row.gone_on,
        barred=row.barred,
        profile_at=row.profile_at,
    )
