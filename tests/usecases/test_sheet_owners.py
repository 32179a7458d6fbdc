"""An owner who is called by a part of a name is proposed where one person alone fits."""

from sqlalchemy.orm import Session

from bot.domain.people import Role
from bot.usecases import sheet_owners
from store.engine import Store
from tests.makers import Team, make_person


def test_a_given_name_that_one_person_alone_has_is_proposed(store: Store, team: Team) -> None:
    def look(session: Session) -> tuple[dict[str, str], list[str]]:
        written = ["Rob", "rob@old-company.test", "하늘", "Robin", "Somebody Else", "R", ""]
        return (
            sheet_owners.proposals(session, written),
            list(sheet_owners.strangers(session, ["Rob", "Rob Rep"], {})),
        )

    found, strangers = store.ask(team.id, look)
    assert team.rep.person.role is Role.REP
    rob, haneul = team.rep.person.slack_user_id, team.korean.person.slack_user_id
    assert found == {"Rob": rob, "rob@old-company.test": rob, "하늘": haneul}
    assert strangers == ["Rob"], "proposed, and taken for nobody before it is confirmed"


def test_a_name_that_several_have_is_proposed_for_none(store: Store, team: Team) -> None:
    store.run(team.id, lambda session: make_person(session, "Rob Roe", slack_user_id="UROE"))
    assert store.ask(team.id, sheet_owners.proposals, ["Rob"]) == {}
