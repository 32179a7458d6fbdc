"""Somebody agrees to show the way, is asked about a deal from a nudge, and takes it back."""

from sqlalchemy.orm import Session

from store import champions, history, people
from tests.journeys.stage import TUESDAY, Stage, everything
from tests.journeys.test_rights import team_up


def _asked(session: Session) -> None:
    """The question to 지우, as the job puts it."""
    jiwoo = people.by_slack_id(session, "U2")
    assert jiwoo is not None
    champions.add(history.begin(session, None, "champion.invite", TUESDAY), jiwoo.id)


async def test_a_champion_is_asked_from_a_nudge_and_can_leave(stage: Stage) -> None:
    await team_up(stage)
    none = everything(await stage.type("U1", "/crm champions"))
    assert "Nobody shows the way yet" in none
    assert "best quarter by win rate" in none
    stage.store.run(1, _asked)
    assert "지우" not in everything(await stage.type("U4", "/crm champions"))
    own = await stage.type("U2", "/crm 챔피언")
    await stage.press("U2", own, "네, 보여 주세요")
    await stage.appears("U2", "고맙습니다")
    await stage.let_pass(12)
    asked = await stage.appears("U1", "went quiet", stage.sandbox.dm("U1"))
    await stage.press("U1", asked, "Ask a champion colleague")
    assert stage.fields("U1") == ["champion", "deal", "words"]
    empty = await stage.fill("U1", words="  ")
    assert "words" in stage.errors("U1"), empty
    await stage.fill("U1", words="How do you get a CFO to answer?")
    await stage.appears("U1", "reads it", stage.sandbox.dm("U1"))
    await stage.let_pass(1)
    letter = await stage.appears("U2", "챔피언께", stage.sandbox.dm("U2"))
    said = everything(letter)
    assert "How do you get a CFO to answer?" in said
    assert "Acme pilot" in said
    await stage.press("U2", letter, "이제 보이지 않기")
    await stage.appears("U2", "아무것도 보이지 않으며", stage.sandbox.dm("U2"))
    assert "Nobody shows the way yet" in everything(await stage.type("U1", "/crm champions"))


async def test_nobody_answers_for_who_was_not_asked_and_the_leader_sees_the_weeks(
    stage: Stage,
) -> None:
    await team_up(stage)
    stage.store.run(1, _asked)
    own = await stage.type("U2", "/crm champions")
    await stage.press("U2", own, "네, 보여 주세요")
    await stage.appears("U2", "고맙습니다")
    for_leader = everything(await stage.type("U4", "/crm champions"))
    assert "data_visualization" in for_leader
    assert "Others" not in for_leader, "of so few others the sum would be one of them"
    assert "data_visualization" not in everything(await stage.type("U1", "/crm champions"))
