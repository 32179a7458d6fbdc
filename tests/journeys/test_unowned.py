"""Deals that nobody owns are seen by those who may give them an owner."""

from sqlalchemy.orm import Session

from store import deals, history, visible
from store.deals import Wanted
from tests.journeys.stage import Stage, by_http, everything
from tests.journeys.test_home import opened, says, team_up, text


def disown(session: Session) -> None:
    [deal] = deals.all_matching(session, Wanted())
    act = history.begin(session, deal.owner_id, "deal.assign", deal.created_at)
    deals.change(act, visible.deal(session, deal.id), {"owner_id": None})


@by_http
async def test_a_manager_sees_them_at_home_and_gives_them_to_the_team(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    assert "No owner" not in text(await opened(stage, "U3"))
    stage.store.run(1, disown)
    assert "No owner" not in text(await opened(stage, "U1")), "a rep has nobody to give it to"
    view = await opened(stage, "U3")
    assert "*No owner*: 1 open deal." in text(view)
    assert "담당자 정하기" not in everything(await stage.type("U2", "/deal 목록 미배정"))
    listed = await stage.type("U3", "/deal list unowned")
    assert "Open deals without an owner" in listed["text"]
    await stage.press("U3", listed, "Give an owner")
    await stage.fill("U3", owner="U2")
    assert "give a deal without an owner to your own team" in stage.errors("U3")["owner"]
    await stage.fill("U3", owner="U1")
    given = await stage.appears("U3", "now belongs to")
    assert "Every open deal has an owner" in everything(
        await stage.type("U3", "/deal list unowned")
    )
    await stage.press("U3", given, "Undo")
    await says(stage, "U3", "*No owner*: 1 open deal.")


@by_http
async def test_one_that_stood_still_for_long_is_among_the_stale(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    stage.store.run(1, disown)
    await stage.let_pass(40)
    assert "Acme pilot" in everything(await stage.type("U3", "/deal list all stale"))
    assert "Acme pilot" not in everything(await stage.type("U1", "/deal list mine stale"))
