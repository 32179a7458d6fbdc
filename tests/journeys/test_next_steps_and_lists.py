"""A morning: next steps are settled from their message, and a manager writes about a quiet deal."""

from datetime import timedelta

from sqlalchemy.orm import Session

from bot.domain.people import Actor
from store import people, workspaces
from tests.journeys.stage import TUESDAY, Stage, by_http, everything
from tests.journeys.test_rights import team_up
from tests.makers import make_deal

DAY = 86_400


async def test_done_from_the_reminder_asks_for_the_next_one(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal next Acme pilot send quote tomorrow")
    await stage.sandbox.clock.advance(DAY)
    home = stage.sandbox.dm("U1")
    reminder = await stage.appears("U1", "One thing you planned is up today", home)
    assert "*send quote*, today" in everything(reminder)
    await stage.press("U1", reminder, "Done")
    await stage.fill("U1", note="they said yes", what="call the CFO")
    assert "By when" in stage.errors("U1")["due"]
    await stage.fill("U1", what="call the CFO next tuesday", repeats="weekly")
    settled = await stage.appears("U1", "All that you planned for this day is settled", home)
    assert settled["ts"] == reminder["ts"]
    assert "call the CFO" in everything(settled)
    card = await stage.type("U1", "/deal show Acme pilot")
    assert "they said yes" in everything(card)


async def test_tomorrow_is_one_tap(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal next Acme pilot send quote tomorrow")
    await stage.sandbox.clock.advance(DAY)
    home = stage.sandbox.dm("U1")
    reminder = await stage.appears("U1", "One thing you planned", home)
    await stage.press("U1", reminder, "Tomorrow")
    await stage.appears("U1", "By Thu, Mar 5", home)


@by_http
async def test_a_question_is_set_aside_where_it_does_not_help(stage: Stage) -> None:
    await team_up(stage)
    home = stage.sandbox.dm("U1")
    await stage.sandbox.clock.advance(12 * DAY)
    asked = await stage.appears("U1", "went quiet", home)
    await stage.press("U1", asked, "Not helpful")
    settled = await stage.appears("U1", "All settled", home)
    assert "set aside" in everything(settled)
    answer = await stage.appears("U1", "rests for eight working days", home)
    await stage.press("U1", answer, "Undo")
    assert "went quiet" in (await stage.appears("U1", "went quiet", home))["text"]


@by_http
async def test_what_nobody_answers_is_the_managers_to_ask_about_or_reassign(stage: Stage) -> None:
    await team_up(stage)
    jonas = stage.store.ask(1, _actor, "U1")
    for name in ("Globex rollout", "Initech support"):
        make_deal(stage.store, jonas, name, at=TUESDAY - timedelta(days=40))
    boss, home = stage.sandbox.dm("U3"), stage.sandbox.dm("U1")
    await stage.sandbox.clock.advance(9 * DAY)
    listed = await stage.appears("U3", "2 deals of your people need you", boss)
    await stage.press("U3", listed, "Ask")
    await stage.fill("U3", words="is <!channel> still on?")
    given = await stage.appears("U3", "reads it", boss)
    assert "still on?" in everything(given)
    question = await stage.appears("U1", "asks about", home)
    await stage.press("U1", question, "Log")
    await stage.fill("U1", note="all on")
    answered = await stage.appears("U3", "One deal of your people needs you", boss)
    await stage.press("U3", answered, "Reassign")
    await stage.fill("U3", owner="U3")
    settled = await stage.appears("U3", "Every deal on this list", boss)
    assert "now someone else" in everything(settled)
    await stage.press("U3", settled, "Praise")
    await stage.fill("U3", words="good call")
    await stage.appears("U1", "praises your work", home)


def _actor(session: Session, slack_id: str) -> Actor:
    person = people.by_slack_id(session, slack_id)
    assert person is not None
    return Actor(person, workspaces.bound(session))
