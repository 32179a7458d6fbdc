"""The report on nudges: what came of them, whether they help, and a kind quieted by a tap."""

from sqlalchemy.orm import Session

from store import workspaces
from store.schema import NudgeItemRow as Item
from tests.journeys.stage import Stage, by_http, everything
from tests.journeys.test_rights import team_up


@by_http
async def test_what_came_of_the_questions_is_told_to_each_as_far_as_they_may_see(
    stage: Stage,
) -> None:
    await team_up(stage)
    home = stage.sandbox.dm("U1")
    await stage.let_pass(12)
    asked = await stage.appears("U1", "went quiet", home)
    await stage.press("U1", asked, "Log")
    await stage.fill("U1", note="they are back from holidays")
    await stage.appears("U1", "All settled", home)
    await stage.type("U1", "/crm report nudges")
    told = everything(await stage.appears("U1", "*Nudges*"))
    assert "your own" in told
    assert "Silent" in told
    assert "can have a tenth of the silent deals held back" in told
    await stage.type("U1", "/crm report nudges by stage")
    assert "Qualification" in everything(await stage.appears("U1", "Qualification"))
    await stage.type("U1", "/crm report nudges by month")
    assert "can't be told by" in everything(await stage.appears("U1", "can't be told by"))


@by_http
async def test_an_admin_quiets_a_kind_that_hardly_helps_and_takes_it_back(stage: Stage) -> None:
    await team_up(stage)
    await stage.let_pass(12)
    await stage.appears("U1", "went quiet", stage.sandbox.dm("U1"))
    stage.store.run(1, _as_often_as, 40)
    await stage.type("U4", "/crm report nudges")
    report = await stage.appears("U4", "*Nudges*")
    assert "These questions hardly help" in everything(report)
    await stage.press("U4", report, "Stop these questions")
    answer = await stage.appears("U4", "Nobody is asked about this any more")
    assert stage.store.ask(1, _quieted) == {"silent"}
    await stage.press("U4", answer, "Undo")
    await stage.appears("U4", "the questions come again")
    assert stage.store.ask(1, _quieted) == set()


def _as_often_as(session: Session, times: int) -> None:
    """The one question as if it had been asked so many times."""
    (item,) = session.query(Item).all()
    for _ in range(times - 1):
        session.add(
            Item(
                nudge_id=item.nudge_id,
                deal_id=item.deal_id,
                stage_key=item.stage_key,
                kinds=item.kinds,
                signals=item.signals,
                times_asked=2,
            )
        )


def _quieted(session: Session) -> set[str]:
    return set(workspaces.bound(session).quieted)
