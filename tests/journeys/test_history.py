"""What happened to a deal is told in sentences, and one's own acts are taken back from a list."""

from tests.journeys.stage import Stage, by_http, everything
from tests.journeys.test_rights import team_up


async def test_a_deals_history_tells_who_changed_what_from_what_to_what(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal next Acme pilot send <!channel> quote tomorrow")
    await stage.type("U3", "/deal assign Acme pilot @지우")
    told = await stage.type("U1", "/deal history Acme pilot")
    assert "the newest first" in told["text"]
    lines = everything(told)
    assert "*Owner changed* · <@U3> · Tue, Mar 3 10:00 AM" in lines
    assert "Owner: Jonas → 지우" in lines
    assert "Next step: nothing → send &lt;!channel&gt; quote" in lines
    assert "Amount: $12,000" in lines
    assert lines.index("Owner changed") < lines.index("Next step set") < lines.index("Deal created")
    korean = everything(await stage.type("U2", "/deal 이력 Acme pilot"))
    assert "*담당자 변경* · <@U3>" in korean
    assert "담당자: Jonas → 지우" in korean


async def test_a_new_deal_is_told_once_and_its_closing_day_with_it(stage: Stage) -> None:
    await stage.type("U1", "/deal new Acme pilot for Acme 12,000 USD closes apr 30")
    told = everything(await stage.type("U1", "/deal history Acme pilot"))
    assert "Thu, Apr 30" in told
    assert told.count("Owner: ") == 1
    assert told.count("Name: ") == 1
    own = everything(await stage.type("U1", "/crm history"))
    assert own.count("Owner: ") == 1
    assert "Thu, Apr 30" in own
    assert "more changes" not in own


async def test_an_answer_is_told_with_its_question_on_the_card_and_in_history(
    stage: Stage,
) -> None:
    await stage.type("U1", "/deal new Acme pilot for Acme 12,000 USD closes apr 30")
    await stage.type("U1", "/deal move acme pilot to discovery")
    await stage.fill("U1", budget_holder="Ines Ortiz")
    await stage.appears("U1", "moved from")
    card = everything(await stage.type("U1", "/deal show acme pilot"))
    history = everything(await stage.type("U1", "/deal history acme pilot"))
    assert "Ines Ortiz" in card
    assert "Evidence: " not in history
    assert ": Ines Ortiz" in history


async def test_history_is_one_tap_from_the_card_and_shows_what_was_taken_back(
    stage: Stage,
) -> None:
    await team_up(stage)
    await stage.type("U1", "/log call Acme - they like it")
    await stage.type("U1", "/deal undo")
    card = await stage.type("U1", "/deal show Acme pilot")
    await stage.press("U1", card, "History")
    told = everything(await stage.appears("U1", "What happened to *Acme pilot*"))
    assert "Note: they like it" in told
    assert "taken back Tue, Mar 3" in told
    assert "*Taken back: Activity logged*" in told


async def test_own_acts_are_listed_with_an_undo_each_and_a_reason_where_there_is_none(
    stage: Stage,
) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal next Acme pilot call tomorrow")
    await stage.type("U1", "/deal next Acme pilot write friday")
    own = await stage.type("U1", "/crm history")
    assert "It was changed again since" in everything(own)
    await stage.press("U1", own, "Undo")
    undone = await stage.appears("U1", "Taken back: the next step")
    await stage.press("U1", undone, "My recent changes")
    again = await stage.appears("U1", "_taken back Tue")
    await stage.press("U1", again, "Undo")
    card = await stage.type("U1", "/deal show Acme pilot")
    assert "No next step planned" in everything(card)
    theirs = everything(await stage.type("U2", "/crm 이력"))
    assert "딜 등록" in theirs
    assert "Acme" not in theirs


async def test_undo_repeated_steps_back_through_ones_own_acts_alone(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/deal next Acme pilot call tomorrow")
    await stage.type("U2", "/log call Acme - 도와줬음")
    await stage.type("U1", "/log email Acme - sent it")
    assert "no longer logged" in (await stage.type("U1", "/deal undo"))["text"]
    assert "next step is as it was" in (await stage.type("U1", "/deal undo"))["text"]
    # The colleague's call would be left without its deal.
    assert "Something was logged" in (await stage.type("U1", "/deal undo"))["text"]
    await stage.type("U2", "/deal undo")
    assert "never made" in (await stage.type("U1", "/deal undo"))["text"]
    assert "nothing of yours" in (await stage.type("U1", "/deal undo"))["text"]


@by_http
async def test_a_long_history_is_paged_in_place(stage: Stage) -> None:
    await team_up(stage)
    for number in range(20):
        await stage.type("U1", f"/log note Acme - number {number}")
    first = await stage.type("U1", "/deal history Acme pilot")
    assert "1–8 of 21" in everything(first)
    await stage.press("U1", first, "Older →")
    older = await stage.appears("U1", "9–16 of 21")
    assert older["ts"] == first["ts"]
    await stage.press("U1", older, "Older →")
    last = await stage.appears("U1", "17–21 of 21")
    assert "Deal created" in everything(last)
    assert "Older" not in everything(last)


@by_http
async def test_accounts_and_contacts_have_their_histories_too(stage: Stage) -> None:
    await team_up(stage)
    found = await stage.type("U1", "/crm find Acme")
    await stage.press("U1", found, "Open")
    card = await stage.appears("U1", "Account: ")
    await stage.press("U1", card, "Rename")
    await stage.fill("U1", name="Acme Works")
    await stage.press("U1", card, "Add a contact")
    await stage.fill("U1", name="Jane Roe", title="CFO")
    await stage.press("U1", card, "History")
    told = everything(await stage.appears("U1", "What happened to *Acme Works*"))
    assert "Name: Acme → Acme Works" in told
    assert "Title: CFO" in told
