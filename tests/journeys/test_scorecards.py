"""A scorecard is seen by those whom the rights table lets see it, and by nobody else anywhere."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.people import Role
from store import history, people
from store.schema import ActRow
from tests.journeys.stage import TUESDAY, Stage, everything


async def _team(stage: Stage, *reps: str) -> None:
    """Marta leads the reps; everybody has been met."""
    for person in ("U1", "U2", "U3", "U4"):
        await stage.type(person, "/crm today")
    await stage.type("U4", "/crm people set <@U3> role:manager")
    for rep in reps:
        await stage.type("U4", f"/crm people set <@{rep}> manager:<@U3>")


async def test_ones_own_shows_the_weights_and_who_looked(stage: Stage) -> None:
    await _team(stage, "U1")
    own = await stage.type("U1", "/crm scorecard")
    assert "Your scorecard" in everything(own)
    assert "Nobody else has looked" in everything(own)
    assert "*Rhythm*" in everything(own)
    theirs = await stage.type("U3", "/crm scorecard <@U1>")
    assert "Scorecard of Jonas" in everything(theirs)
    assert "That you looked is noted" in everything(theirs)
    own = await stage.type("U1", "/crm scorecard last quarter")
    assert "Looked at by <@U3>" in everything(own)
    korean = await stage.type("U2", "/crm 스코어카드")
    assert "내 스코어카드" in everything(korean)


async def test_the_rights_table_holds_at_the_door(stage: Stage) -> None:
    await _team(stage, "U1")
    for reader, sees in (("U2", False), ("U3", True), ("U4", True)):
        answer = everything(await stage.type(reader, "/crm scorecard <@U1>"))
        assert ("Scorecard of" in answer or '님의 스코어카드"' in answer) is sees, answer
    refused = await stage.type("U2", "/crm scorecard <@U1>")
    assert "본인과 팀장" in refused["text"]
    # a manager of nobody of theirs, a peer, and a leader
    await stage.type("U4", "/crm people set <@U1> manager:none")
    lost = await stage.type("U3", "/crm scorecard <@U1>")
    assert "for themselves, their manager, leaders and admins" in lost["text"]
    await stage.type("U4", "/crm people set <@U3> role:leader")
    led = await stage.type("U3", "/crm scorecard <@U1>")
    assert "Scorecard of Jonas" in everything(led)


async def test_a_peer_sees_the_teams_averages_and_not_of_fewer_than_four(stage: Stage) -> None:
    await _team(stage, "U1", "U2")
    small = await stage.type("U2", "/crm scorecard <@U1>")
    assert "4" in small["text"]
    assert "평균" in small["text"]
    _hire(stage, 2)
    told = await stage.type("U2", "/crm scorecard <@U1>")
    assert "4명인 우리 팀의 평균" in told["text"]
    assert "Jonas" not in everything(told)


async def test_a_look_is_in_the_audit_and_nothing_to_undo(stage: Stage) -> None:
    await _team(stage, "U1")
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    await stage.type("U3", "/crm scorecard <@U1>")
    acts = stage.store.ask(1, lambda session: session.scalars(select(ActRow.action)).all())
    assert "scorecard.look" in acts
    undone = await stage.type("U3", "/deal undo")
    assert "Taken back" not in undone["text"]


def _id(stage: Stage, slack_id: str) -> int:
    found = stage.store.ask(1, people.by_slack_id, slack_id)
    assert found is not None
    return found.id


def _hire(stage: Stage, count: int) -> None:
    """More reps on Marta's team."""
    boss = _id(stage, "U3")

    def hire(session: Session) -> None:
        act = history.begin(session, boss, "person.set", TUESDAY)
        for number in range(count):
            person = people.add(
                session,
                name=f"Rep {number}",
                slack_user_id=f"U9{number}",
                role=Role.REP,
                locale="en-US",
                tz="UTC",
                joined_on=TUESDAY.date(),
            )
            people.change(act, person.id, {"manager_id": boss})

    stage.store.run(1, hire)
