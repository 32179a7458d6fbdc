"""An import names people before they come: their first word makes the deals theirs."""

from typing import Any

import pytest

from bot.domain.people import Role
from bot.usecases import roster
from store import people
from store.engine import Store
from tests.makers import START, Team, make_team

SLACK_TEAM = frozenset({"T1"})


def _user(**change: Any) -> dict[str, Any]:
    profile = {"display_name": "ricky", "real_name": "Rick Rep", "email": "Rick@Example.com"}
    return {"id": "U77", "team_id": "T1", "tz": "Asia/Seoul", "profile": profile, **change}


def _brought(store: Store, team: Team, name: str) -> int:
    def add(session: Any) -> int:
        made = people.add(
            session,
            name=name,
            slack_user_id=None,
            role=Role.REP,
            locale="en",
            tz="UTC",
            joined_on=START.date(),
        )
        return made.id

    return store.run(team.id, add)


def _met(store: Store, team: Team, user: dict[str, Any]) -> Any:
    slack_team = str(team.rep.workspace.slack_team_id)
    profile = roster.profile_of(user, SLACK_TEAM, "UTC")
    return store.run(None, roster.meet, slack_team, "", profile, "U77", START).person


@pytest.mark.parametrize(
    "name",
    ["Rick Rep", "rick@example.com", "Rep, Rick", "Rick Rep (West)", "ricky", "RICK  REP", "릭"],
)
def test_whoever_a_sheet_named_is_recognised(sqlite_store: Store, name: str) -> None:
    team = make_team(sqlite_store)
    there = _brought(sqlite_store, team, name)
    met = _met(sqlite_store, team, _user())
    assert (met.id == there) == (name != "릭")
    assert (met.slack_user_id, met.role, met.name) == ("U77", Role.REP, "ricky")


def test_slacks_admin_is_an_admin_though_a_sheet_named_them(sqlite_store: Store) -> None:
    team = make_team(sqlite_store)
    there = _brought(sqlite_store, team, "Rick Rep")
    met = _met(sqlite_store, team, _user(is_admin=True))
    assert (met.id, met.role) == (there, Role.ADMIN)


def test_of_two_of_the_same_name_nobody_is_taken_for_the_other(sqlite_store: Store) -> None:
    team = make_team(sqlite_store)
    there = {_brought(sqlite_store, team, name) for name in ("Rick Rep", "Rep, Rick")}
    assert _met(sqlite_store, team, _user()).id not in there
