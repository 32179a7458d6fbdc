"""Who is who: met on their first word, kept current, set to a role by an admin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy.orm import Session

from bot.domain import people as rights
from bot.domain.importing import names_of
from bot.domain.names import key_of
from bot.domain.nearness import nearest
from bot.domain.parsing_slack import Mention
from bot.domain.people import Actor, Person, Role, Workspace
from bot.domain.refusal import Instead, Refusal, Unknown
from store import history, people, scope, workspaces

LONGEST_TEAM = 80
PROFILE_LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Profile:
    """What Slack says of someone (users.info)."""

    slack_user_id: str
    name: str
    locale: str
    tz: str
    email: str | None
    is_admin: bool
    barred: str | None
    real_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Met:
    """A workspace and, where they have been met before, the person."""

    workspace: Workspace
    person: Person | None


def profile_of(user: Mapping[str, Any], team_ids: frozenset[str], fallback_tz: str) -> Profile:
    """Reads Slack's user object; whoever may not use the bot gets the reason in `barred`."""
    told = user.get("profile") or {}
    tz = user.get("tz") or fallback_tz
    return Profile(
        slack_user_id=str(user.get("id", "")),
        name=told.get("display_name")
        or told.get("real_name")
        or user.get("real_name")
        or user.get("name")
        or "",
        locale=user.get("locale") or "",
        tz=tz if _is_zone(tz) else fallback_tz,
        email=told.get("email"),
        is_admin=bool(user.get("is_admin") or user.get("is_owner") or user.get("is_primary_owner")),
        barred=_barred(user, team_ids),
        real_names=tuple(filter(None, (told.get("real_name"), user.get("real_name")))),
    )


def _barred(user: Mapping[str, Any], team_ids: frozenset[str]) -> str | None:
    if user.get("deleted"):
        return "gone"
    if user.get("is_bot") or user.get("id") == "USLACKBOT":
        return "bot"
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return "guest"
    if user.get("is_stranger") or (user.get("team_id") and user["team_id"] not in team_ids):
        return "stranger"
    return None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True


def who(session: Session, team_id: str, slack_user_id: str) -> Met | None:
    """Whom we know by these ids; None for a workspace never seen."""
    workspace = workspaces.by_team(session, team_id)
    if workspace is None:
        return None
    scope.bind(session, workspace.id)
    return Met(workspace, people.by_slack_id(session, slack_user_id))


def meet(
    session: Session,
    team_id: str,
    team_name: str,
    profile: Profile | None,
    slack_user_id: str,
    now: datetime,
) -> Met:
    """Meets someone, or takes over what Slack says of them now.

    Slack's owners and admins are admins at first, everyone else a rep; someone whom an import
    brought is recognised by name or address. Without a profile (Slack did not answer) they are
    met as a rep in the workspace's zone, and asked about again at their next word.
    """
    workspace = workspaces.meet(session, team_id, team_name, now)
    scope.bind(session, workspace.id)
    known = people.by_slack_id(session, slack_user_id)
    if known is None and profile is not None and profile.barred is None:
        known = _imported(session, profile)
    if known is None:
        known = people.add(
            session,
            name=(profile.name if profile else "") or slack_user_id,
            slack_user_id=slack_user_id,
            role=Role.ADMIN if profile and profile.is_admin else Role.REP,
            locale=(profile.locale if profile else "") or workspace.locale,
            tz=profile.tz if profile else workspace.tz,
            joined_on=now.date(),
        )
    if profile is not None:
        known = people.refresh_profile(
            session,
            known.id,
            name=profile.name or known.name,
            locale=profile.locale or known.locale,
            tz=profile.tz,
            email=profile.email,
            barred=profile.barred,
            now=now,
        )
    return Met(workspace, known)


def meet_once(session: Session, team_id: str, profile: Profile, now: datetime) -> Met:
    """Meets someone who was not met before; whoever was stays as they are."""
    met = who(session, team_id, profile.slack_user_id)
    if met is not None and met.person is not None:
        return met
    return meet(session, team_id, "", profile, profile.slack_user_id, now)


def _imported(session: Session, profile: Profile) -> Person | None:
    """The one whom an import brought under any of their names, however a sheet turns or dresses
    it, or under their address."""
    names = {key_of(name) for name in (profile.name, *profile.real_names, profile.email or "")}
    named = [
        one
        for one in people.everyone(session, gone_too=True)
        if one.slack_user_id is None and names & {key_of(name) for name in names_of(one.name)}
    ]
    if len(named) != 1:
        return None
    role = Role.ADMIN if profile.is_admin else named[0].role
    return people.adopt(session, named[0].id, profile.slack_user_id, role)


def mentioned(session: Session, mention: Mention) -> Person:
    """The person meant by `<@U123>` or `@name`; refused where nobody or several are."""
    found, typed = meant(session, mention), mention.name or ""
    if len(found) == 1:
        return found[0]
    if mention.user_id is not None:
        raise Refusal("person-not-met", person=typed or mention.user_id)
    if not found:
        near = nearest_to(session, typed)
        raise Unknown("person-unknown", typed=f"@{typed}", instead=_instead(near), person=typed)
    names = tuple(person.name for person in found[:5])
    raise Unknown("person-several", typed=f"@{typed}", instead=_instead(found[:5]), people=names)


def meant(session: Session, mention: Mention) -> list[Person]:
    """Whoever may be meant by a mention."""
    if mention.user_id is not None:
        person = people.by_slack_id(session, mention.user_id)
        return [] if person is None else [person]
    name = mention.name or ""
    return people.by_name(session, name) or people.matching(session, name)


def nearest_to(session: Session, name: str) -> list[Person]:
    """Those whose names come nearest to one that nobody has."""
    named = {person.name: person for person in people.everyone(session)}
    return [named[one] for one in nearest(name, named)]


def _instead(found: Sequence[Person]) -> list[Instead]:
    """People as a line can mention them: those whom Slack knows."""
    return [
        Instead(f"<@{person.slack_user_id}>", person.name)
        for person in found
        if person.slack_user_id is not None
    ]


def named_in_full(session: Session, mention: Mention, rest: Sequence[str]) -> Person | None:
    """Somebody not in Slack, typed as "@Moses Frase": the words behind the first may be theirs."""
    if mention.user_id is not None or not rest:
        return None
    found = people.by_name(session, f"{mention.name} {' '.join(rest)}")
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Placement:
    """What an admin sets of someone; None leaves it as it is."""

    role: Role | None = None
    manager: Mention | None = None
    no_manager: bool = False
    team: str | None = None


def place(
    session: Session, actor: Actor, person: Person, placement: Placement, now: datetime
) -> Person:
    """Sets role, manager and team: for admins. Nobody manages themselves or in a circle, and
    the last admin stays one."""
    rights.require_admin(actor)
    changes: dict[str, object] = {}
    if placement.role is not None:
        _keep_an_admin(session, person, placement.role)
        changes["role"] = placement.role
    if placement.manager is not None:
        changes["manager_id"] = _manager(session, person, placement.manager).id
    if placement.no_manager:
        changes["manager_id"] = None
    if placement.team is not None:
        if len(placement.team) > LONGEST_TEAM:
            raise Refusal("new-name-too-long", most=LONGEST_TEAM)
        changes["team"] = placement.team
    if not changes:
        raise Refusal("people-set-nothing")
    act = history.begin(session, actor.id, "person.set", now)
    return people.change(act, person.id, changes)


def _manager(session: Session, person: Person, mention: Mention) -> Person:
    manager = above = mentioned(session, mention)
    while True:
        if above.id == person.id:
            raise Refusal("people-own-manager", person=person.name)
        if above.manager_id is None:
            return manager
        above = people.get(session, above.manager_id)


def _keep_an_admin(session: Session, person: Person, role: Role) -> None:
    if person.role is Role.ADMIN and role is not Role.ADMIN:
        admins = [one for one in people.everyone(session) if one.role is Role.ADMIN]
        if len(admins) < 2:
            raise Refusal("people-last-admin", person=person.name)


def everyone(session: Session) -> list[Person]:
    return people.everyone(session)


def of_slack_ids(session: Session, slack_ids: Sequence[str]) -> list[int]:
    """Those of them whom we know and who may be dealt with."""
    found = (people.by_slack_id(session, one) for one in slack_ids)
    return [one.id for one in found if one is not None and one.barred is None]
