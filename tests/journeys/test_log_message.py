"""A message is kept with a deal: its words, who wrote it, and where it stands."""

from bot.ids import SHORTCUT_MESSAGE
from tests.journeys.stage import SALES, Stage, everything

ACME = "/deal new Acme pilot for Acme 12,000 USD closes next friday"


async def _say(stage: Stage, person: str, text: str, thread_ts: str | None = None) -> str:
    place = {"thread_ts": thread_ts} if thread_ts else {}
    said = await stage.sandbox.act(as_=person, kind="message", channel=SALES, text=text, **place)
    assert said["ok"], said
    return str(stage.seen(person)[-1]["ts"]) if "ts" not in said else str(said["ts"])


async def _shortcut(stage: Stage, person: str, ts: str) -> None:
    said = await stage.sandbox.act(
        as_=person,
        kind="message_shortcut",
        callback_id=SHORTCUT_MESSAGE,
        channel=SALES,
        ts=ts,
    )
    assert said["ok"], said


async def test_a_message_is_logged_with_its_author_and_its_place(stage: Stage) -> None:
    await stage.type("U1", ACME)
    ts = await _say(stage, "U3", "Acme's CFO <signed> & wants the quote")
    await _shortcut(stage, "U1", ts)
    view = stage.sandbox.stack("U1")[-1]
    assert view["title"]["text"] == "Log to a deal"
    target = next(one for one in view["blocks"] if one["block_id"] == "target")
    assert target["element"]["initial_option"]["text"]["text"] == "Acme pilot"
    note = next(one for one in view["blocks"] if one["block_id"] == "note")
    assert note["element"]["initial_value"] == "Acme's CFO <signed> & wants the quote"
    await stage.fill(
        "U1",
        target=target["element"]["initial_option"],
        kind="note",
        note=note["element"]["initial_value"],
    )
    await stage.appears("U1", "logged on *Acme pilot*")
    card = await stage.type("U2", "/deal show acme")
    assert "CFO &lt;signed&gt; &amp; wants the quote" in everything(card)
    assert "<@U3> 님이 쓴 글" in everything(card)
    assert f"/archives/{SALES}/p{ts.replace('.', '')}|" in everything(card)


async def test_a_message_that_names_no_deal_leaves_the_choice(stage: Stage) -> None:
    await stage.type("U1", ACME)
    ts = await _say(stage, "U3", "lunch?")
    await _shortcut(stage, "U1", ts)
    view = stage.sandbox.stack("U1")[-1]
    target = next(one for one in view["blocks"] if one["block_id"] == "target")
    assert "initial_option" not in target["element"]
