"""Days pass: the rep is asked about quiet deals, and the manager reads the week."""

from tests.journeys.stage import Stage, by_http, everything
from tests.journeys.test_rights import team_up


async def test_a_quiet_deal_is_asked_about_and_the_answer_settles_it_in_place(stage: Stage) -> None:
    await team_up(stage)
    home = stage.sandbox.dm("U1")
    await stage.let_pass(12)
    asked = [one for one in stage.seen("U1", home) if "went quiet" in one["text"]]
    assert len(asked) == 1
    assert "No activity and no change for 8 working days" in everything(asked[0])
    await stage.press("U1", asked[0], "Log")
    form = stage.sandbox.stack("U1")[-1]
    assert form["title"]["text"] == "Log an activity"
    await stage.fill("U1", note="they are back from holidays")
    settled = await stage.appears("U1", "All settled", home)
    assert settled["ts"] == asked[0]["ts"]
    assert "~Acme pilot~ logged" in everything(settled)


@by_http
async def test_hold_and_lost_stand_behind_the_three_dots(stage: Stage) -> None:
    await team_up(stage)
    home = stage.sandbox.dm("U1")
    await stage.let_pass(12)
    asked = await stage.appears("U1", "went quiet", home)
    await stage.press("U1", asked, "Hold")
    await stage.fill("U1", reason="budget round", until="2026-04-15")
    assert "~Acme pilot~ on hold" in everything(await stage.appears("U1", "All settled", home))


@by_http
async def test_the_manager_reads_the_week_on_monday_with_a_chart(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U1", "/log call Acme - all well")
    await stage.let_pass(7)
    digest = await stage.appears("U3", "rep was active", stage.sandbox.dm("U3"))
    kinds = [block["type"] for block in digest["blocks"]]
    assert "data_visualization" in kinds
    assert "Jonas" in everything(digest)
    await stage.sandbox.clock.advance(3_600)
    weekly = [one for one in stage.seen("U3", stage.sandbox.dm("U3")) if "active" in one["text"]]
    assert len(weekly) == 1


@by_http
async def test_behind_a_reps_line_in_the_digest_stand_words_and_their_deals(stage: Stage) -> None:
    await team_up(stage)
    await stage.let_pass(14)
    home = stage.sandbox.dm("U3")
    digest = await stage.appears("U3", "Talk to them first", home)
    assert "Fresh deals 0 of 80 (missed)" in everything(digest)
    await stage.press("U3", digest, "Coaching note")
    await stage.fill("U3", words="one call a day keeps silence away")
    assert await stage.appears("U3", "reads it", home)
    await stage.let_pass(1)
    note = await stage.appears("U1", "has a note on your week", stage.sandbox.dm("U1"))
    assert "one call a day keeps silence away" in everything(note)
    await stage.press("U1", note, "Answer")
    await stage.fill("U1", words="I call them on Thursday")
    assert await stage.appears("U1", "reads it", stage.sandbox.dm("U1"))
    await stage.let_pass(1)
    answer = await stage.appears("U3", "answers about the week", home)
    assert "I call them on Thursday" in everything(answer)
    await stage.press("U3", digest, "See deals")
    assert "Acme pilot" in everything(await stage.appears("U3", "'s open deals", home))
    await stage.press("U3", digest, "The week as a table")
    table = await stage.appears("U3", "the week before in brackets", home)
    assert table["ts"] != digest["ts"]
    [rows] = [one["rows"] for one in table["blocks"] if one["type"] == "data_table"]
    assert len(rows[0]) == 8
    assert await stage.appears("U3", "Talk to them first", home), "the digest stays as it was"
