"""People: rows in, Person values out."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Row, bindparam, func, or_, select
from sqlalchemy.orm import Session

from bot.domain.names import key_of
from bot.domain.people import Person, Role
from bot.domain.preferences import Choices, Message, Reminding
from bot.domain.working_days import DaysOff, country_of_zone
from store import history, prepared, scope
from store.among import among
from store.schema import PersonRow, WorkspaceRow

_PEOPLE, _WORKSPACES = prepared.table_of(PersonRow), prepared.table_of(WorkspaceRow)
_PERSON = select(_PEOPLE, _WORKSPACES.c.country).join(
    _WORKSPACES, _WORKSPACES.c.id == _PEOPLE.c.workspace_id
)
_BY_ID = prepared.Prepared(
    _PERSON.where(_PEOPLE.c.id == bindparam("person_id"), *prepared.here(_PEOPLE))
)
_BY_SLACK_ID = prepared.Prepared(
    _PERSON.where(_PEOPLE.c.slack_user_id == bindparam("slack_user_id"), *prepared.here(_PEOPLE))
)

_EVERYONE = _PERSON.where(*prepared.here(_PEOPLE)).order_by(_PEOPLE.c.name, _PEOPLE.c.id)
_EVER = prepared.Prepared(_EVERYONE)
_PRESENT = prepared.Prepared(_EVERYONE.where(_PEOPLE.c.gone_on.is_(None)))


def get(session: Session, person_id: int) -> Person:
    row = _BY_ID.run(session, person_id=person_id).one()
    return _person(row, row.country)


def find(session: Session, person_id: int | None) -> Person | None:
    row = None if person_id is None else _BY_ID.run(session, person_id=person_id).first()
    return _person(row, row.country) if row else None


def by_slack_id(session: Session, slack_user_id: str) -> Person | None:
    row = _BY_SLACK_ID.run(session, slack_user_id=slack_user_id).first()
    return _person(row, row.country) if row else None


def with_ids(session: Session, person_ids: Sequence[int]) -> list[Person]:
    """Those with the ids, in the order of these."""
    found = {person.id: person for person in _all(session, among(PersonRow.id, person_ids))}
    return [found[person_id] for person_id in person_ids]


def slack_ids(session: Session, person_ids: Collection[int]) -> dict[int, str]:
    """By their ids, the Slack ids of those who have one."""
    lines = session.execute(
        select(PersonRow.id, PersonRow.slack_user_id).where(
            PersonRow.id.in_(person_ids), PersonRow.slack_user_id.is_not(None)
        )
    )
    return {person_id: str(slack_id) for person_id, slack_id in lines}


def by_email(session: Session, email: str) -> Person | None:
    """The one person with that address, however it is written."""
    found = _all(session, func.lower(PersonRow.email) == email.strip().lower())
    return found[0] if len(found) == 1 else None


def by_name(session: Session, name: str) -> list[Person]:
    """Those whose name is `name`, however it is spaced or written."""
    return _all(session, PersonRow.name_key == key_of(name))


def everyone(session: Session, *, gone_too: bool = False) -> list[Person]:
    """Everyone who may use the bot, by name."""
    return [_told(row) for row in (_EVER if gone_too else _PRESENT).run(session)]


def team_of(session: Session, manager_id: int) -> list[Person]:
    return _all(session, PersonRow.manager_id == manager_id, PersonRow.gone_on.is_(None))


def ids_of_team(session: Session, manager_id: int) -> list[int]:
    """The same by their ids alone, by name."""
    return list(
        session.scalars(
            select(PersonRow.id)
            .where(PersonRow.manager_id == manager_id, PersonRow.gone_on.is_(None))
            .order_by(PersonRow.name, PersonRow.id)
        )
    )


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
    workspace = session.get_one(WorkspaceRow, scope.workspace_of(session))
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
        working_days=workspace.working_days,
        joined_on=joined_on,
    )
    session.add(row)
    session.flush()
    return get(session, row.id)


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
    return get(session, row.id)


def adopt(session: Session, person_id: int, slack_user_id: str, role: Role) -> Person:
    """Someone whom an import brought turns out to be this Slack user."""
    row = session.get_one(PersonRow, person_id)
    row.slack_user_id, row.role = slack_user_id, role
    session.flush()
    return get(session, person_id)


def change(act: history.Act, person_id: int, changes: dict[str, object]) -> Person:
    row = act.session.get_one(PersonRow, person_id)
    history.change(act, row, changes)
    return get(act.session, row.id)


def follow_week(act: history.Act, was: str, now: str) -> None:
    """Whoever had the workspace's working week until now goes on having it."""
    for row in act.session.scalars(select(PersonRow).where(PersonRow.working_days == was)).all():
        history.change(act, row, {"working_days": now})


def _all(session: Session, *conditions: object) -> list[Person]:
    lines = session.execute(
        select(PersonRow, WorkspaceRow.country)
        .join(WorkspaceRow, WorkspaceRow.id == PersonRow.workspace_id)
        .where(*conditions)  # type: ignore[arg-type] # conditions and True alike
        .order_by(PersonRow.name, PersonRow.id)
    ).all()
    return [_person(row, country) for row, country in lines]


def _person(row: Any, workspaces_country: str | None) -> Person:
    """What someone chose goes before what Slack says and what the workspace has."""
    tz = row.own_tz or row.tz
    country = row.own_country if row.own_country is not None else workspaces_country
    return Person(
        id=row.id,
        slack_user_id=row.slack_user_id,
        name=row.name,
        role=Role(row.role),
        manager_id=row.manager_id,
        team=row.team,
        locale=row.own_locale or row.locale,
        tz=tz,
        workday_start=row.workday_start,
        workday_end=row.workday_end,
        working_days=_week(row.working_days),
        joined_on=row.joined_on,
        gone_on=row.gone_on,
        barred=row.barred,
        profile_at=row.profile_at,
        country=country_of_zone(tz) if country is None else country,
        days_off=_days_off(row.days_off),
        morning_at=row.morning_at,
        muted=_muted(row.muted),
        reminding=Reminding.SINGLE if row.single_reminders else Reminding.DIGEST,
        own_locale=row.own_locale,
        own_tz=row.own_tz,
        own_country=row.own_country,
        team_channel=row.team_channel,
        remind_before=row.remind_before,
    )


@lru_cache(maxsize=1 << 15)
def _told(row: Row[Any]) -> Person:
    """The same values are the same person: of ten thousand, few have changed since they were last
    asked for."""
    return _person(row, row.country)


@cache
def _week(kept: str) -> frozenset[int]:
    return frozenset(int(day) for day in kept)


@cache
def _muted(kept: str) -> frozenset[Message]:
    return frozenset(Message(one) for one in kept.split())


def choose(act: history.Act, person_id: int, choices: Choices) -> Person:
    """Takes over what someone chose for themselves."""
    return change(
        act,
        person_id,
        {
            "own_locale": choices.locale,
            "own_tz": choices.tz,
            "own_country": choices.country,
            "workday_start": choices.workday_start,
            "workday_end": choices.workday_end,
            "working_days": week_as_kept(choices.working_days),
            "morning_at": choices.morning_at,
            "days_off": " ".join(
                f"{one.first.isoformat()}/{one.last.isoformat()}" for one in choices.days_off
            ),
            "muted": " ".join(sorted(choices.muted)),
            "single_reminders": choices.reminding is Reminding.SINGLE,
            "team_channel": choices.team_channel,
            "remind_before": choices.remind_before,
        },
    )


def week_as_kept(days: frozenset[int]) -> str:
    return "".join(str(day) for day in sorted(days))


@lru_cache(10_000)
def _days_off(kept: str) -> tuple[DaysOff, ...]:
    spans = (span.split("/") for span in kept.split())
    return tuple(DaysOff(date.fromisoformat(a), date.fromisoformat(b)) for a, b in spans)
