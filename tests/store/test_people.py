"""People and workspaces: met once, found again, and grown out of what an import brought."""

from datetime import timedelta

from sqlalchemy.orm import Session

from bot.domain.people import Role
from store import history, people, workspaces
from store.engine import Store
from tests.makers import JOINED, START, Team, make_person, make_team


def test_a_workspace_is_met_once(store: Store) -> None:
    first = store.run(None, workspaces.meet, "T1", "Acme", START)
    again = store.run(None, workspaces.meet, "T1", "Acme", START + timedelta(days=1))
    other = store.run(None, workspaces.meet, "T2", "Globex", START)
    assert first == again
    assert store.ask(None, workspaces.all_of_them) == [first, other]
    assert store.ask(None, workspaces.by_team, "T2") == other
    assert store.ask(None, workspaces.by_team, "T3") is None


def test_the_first_team_takes_over_what_was_imported_before_it(store: Store) -> None:
    imported = store.run(None, workspaces.meet, None, "", START)
    met = store.run(None, workspaces.meet, "T1", "Acme", START)
    assert (met.id, met.slack_team_id, met.name) == (imported.id, "T1", "Acme")
    second = store.run(None, workspaces.meet, "T2", "Globex", START)
    assert second.id != imported.id


def test_a_person_is_found_by_their_slack_id_and_by_their_name(store: Store, team: Team) -> None:
    slack_id = team.korean.person.slack_user_id
    assert slack_id is not None
    assert store.ask(team.id, people.by_slack_id, slack_id) == team.korean.person
    assert store.ask(team.id, people.by_name, "김 하늘") == [team.korean.person]
    assert store.ask(team.id, people.by_name, "rob REP") == [team.rep.person]
    assert store.ask(team.id, people.matching, "major") == [team.manager.person]


def test_another_workspaces_people_are_strangers(store: Store, team: Team) -> None:
    theirs = make_team(store, "T_OTHER").rep.person
    assert theirs.slack_user_id is not None
    assert store.ask(team.id, people.by_slack_id, theirs.slack_user_id) is None
    assert store.ask(team.id, people.find, theirs.id) is None
    assert len(store.ask(team.id, people.everyone)) == len(team.everyone)


def test_a_team_is_those_who_have_the_manager(store: Store, team: Team) -> None:
    names = {person.name for person in store.ask(team.id, people.team_of, team.manager.id)}
    assert names == {"Rob Rep", "김하늘"}
    assert store.ask(team.id, people.managers) == [team.manager.person]


def test_who_is_gone_is_in_nobodys_team(store: Store, team: Team) -> None:
    def leave(session: Session, person_id: int, barred: str | None) -> None:
        people.refresh_profile(
            session,
            person_id,
            name="Rob Rep",
            locale="en-US",
            tz="UTC",
            email=None,
            barred=barred,
            now=START,
        )

    store.run(team.id, leave, team.rep.id, "gone")
    gone = store.ask(team.id, people.get, team.rep.id)
    assert (gone.gone_on, gone.role) == (START.date(), Role.REP)
    assert gone not in store.ask(team.id, people.everyone)
    assert [one.name for one in store.ask(team.id, people.team_of, team.manager.id)] == ["김하늘"]
    store.run(team.id, leave, team.rep.id, None)
    assert store.ask(team.id, people.get, team.rep.id).gone_on is None


def test_someone_an_import_brought_becomes_the_slack_user(store: Store, team: Team) -> None:
    def bring(session: Session) -> int:
        return people.add(
            session,
            name="Darcel Schlecht",
            slack_user_id=None,
            role=Role.REP,
            locale="en-US",
            tz="UTC",
            joined_on=JOINED,
        ).id

    person_id = store.run(team.id, bring)
    store.run(team.id, people.adopt, person_id, "U777", Role.REP)
    adopted = store.ask(team.id, people.by_slack_id, "U777")
    assert adopted is not None
    assert (adopted.id, adopted.name) == (person_id, "Darcel Schlecht")


def test_a_change_of_role_is_recorded(store: Store, team: Team) -> None:
    def promote(session: Session) -> Role:
        person = make_person(session, "Nia New")
        act = history.begin(session, team.admin.id, "person.set", START)
        return people.change(act, person.id, {"role": Role.MANAGER, "team": "West"}).role

    assert store.run(team.id, promote) is Role.MANAGER
    assert store.ask(team.id, history.last_act_of, team.admin.id) is not None
