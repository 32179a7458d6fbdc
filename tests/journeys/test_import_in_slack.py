"""An admin drops a spreadsheet into the bot's conversation, looks, agrees, and takes it back."""

from typing import Any

from bot.usecases import bringing
from store import import_records, workspaces
from tests.journeys.stage import TUESDAY, Stage, by_http, everything
from tests.journeys.test_export import files
from tests.journeys.test_reports import begin

ADMIN = "U4"
SHEET = """Deal,Company,Sales agent,Deal stage,Value,Close date
Harbour cranes,Nordwind GmbH,Jonas,Simmering,"1,200.50",2026-05-31
Nuts <!channel>,=SUM(A1),Jonas,Won,300,2026-01-15
Bolts,Ostwind KG,Somebody Else,Lost,400,2026-02-10
Screws,Ostwind KG,Jonas,Won,not much,2026-02-10
"""
STAGE_KNOWN = SHEET.replace("Simmering", "Proposal")


async def drop(stage: Stage, person: str, name: str, content: str) -> None:
    """A file, dropped into one's conversation with the bot."""
    file = stage.sandbox.platform.uploads.store(name, content.encode(), person)
    said = await stage.sandbox.act(
        as_=person,
        kind="message",
        channel=stage.sandbox.dm(person),
        text="",
        files=[file["id"]],
    )
    assert said["ok"], said


async def card(stage: Stage, words: str, person: str = ADMIN) -> dict[str, Any]:
    return await stage.appears(person, words, stage.sandbox.dm(person))


async def test_a_sheet_is_looked_at_agreed_to_and_taken_back(stage: Stage) -> None:
    await begin(stage)
    await drop(stage, ADMIN, "deals.csv", STAGE_KNOWN)
    looked = await card(stage, "It would create")
    told = everything(looked)
    shown = ("create *3*", "skip *1*", "Deal stage", "Harbour cranes", "Somebody Else", "not much")
    assert [one for one in shown if one not in told] == []
    assert "<!channel>" not in told
    assert "$1,200.50 · Jonas · Sun, May 31, 2026" in told, "as its reader writes it"
    assert "name no currency are taken as USD" in told
    assert "Harbour cranes" not in everything(await stage.type(ADMIN, "/crm find harbour"))
    await stage.press(ADMIN, looked, "Bring it in")
    done = await card(stage, "is in: created *3*")
    assert done["ts"] == looked["ts"], "it is told in the place of the card"
    assert "Harbour cranes" in everything(await stage.type("U1", "/deal show Harbour cranes"))
    await stage.press(ADMIN, done, "Skipped rows")
    assert (await files(stage, ADMIN, 2))[-1]["name"].startswith("skipped-")
    await stage.press(ADMIN, done, "Undo")
    assert "removes *3*" in str(stage.sandbox.stack(ADMIN)[-1])
    await stage.fill(ADMIN)
    await card(stage, "is taken back")
    assert "Harbour cranes" not in everything(await stage.type("U1", "/crm find harbour"))
    assert "Nothing was found" in everything(await stage.type(ADMIN, "/crm find nordwind"))
    assert "taken back" in everything(await stage.type(ADMIN, "/crm import"))


@by_http
async def test_what_no_column_says_is_said_and_a_currency_is_chosen(stage: Stage) -> None:
    await begin(stage)
    await drop(stage, ADMIN, "odd.csv", "Client,Who,Worth\nNordwind,Jonas,1200\n")
    looked = await card(stage, "No column was found for: Deal, Owner, Stage, Amount, and Expected")
    assert "would be called by its account" in everything(looked)
    await stage.press(ADMIN, looked, "Change how it is read")
    await stage.fill(ADMIN, **{"field-name": "0", "field-owner": "1", "field-amount": "2"})
    again = await card(stage, "No column was found for: Stage and Expected close")
    assert "Nordwind · $1,200 · Jonas" in everything(again)
    await stage.press(ADMIN, again, "Change how it is read")
    await stage.fill(ADMIN, currency="EUR")
    chosen = await card(stage, "are taken as EUR")
    assert "Nordwind · €1,200 · Jonas" in everything(chosen)
    await stage.press(ADMIN, chosen, "Bring it in")
    await card(stage, "is in: created *1*")
    assert "€1,200" in everything(await stage.type("U1", "/deal show Nordwind"))


@by_http
async def test_an_unknown_stage_and_an_owner_are_said_in_a_form(stage: Stage) -> None:
    await begin(stage)
    await drop(stage, ADMIN, "deals.csv", SHEET)
    looked = await card(stage, "Stages that I don't know: Simmering")
    assert "Bring it in" not in everything(looked)
    await stage.press(ADMIN, looked, "Change how it is read")
    assert stage.fields(ADMIN)[:2] == ["stage-0", "owner-0"], "what only she knows goes first"
    said = await stage.fill(ADMIN, **{"stage-0": "proposal", "owner-0": "U2"})
    assert said["ok"], said
    ready = await card(stage, "Bring it in")
    assert "Stages that I don't know" not in everything(ready)
    assert "Not in Slack" not in everything(ready)
    await stage.press(ADMIN, ready, "Bring it in")
    await card(stage, "is in: created *3*")
    assert "<@U2>" in everything(await stage.type("U1", "/deal show Bolts"))


@by_http
async def test_more_stages_than_a_form_bears_are_said_one_form_after_the_other(
    stage: Stage,
) -> None:
    await begin(stage)
    rows = [f"Deal {place},Acme,Jonas,Odd {place},10,2026-05-31" for place in range(28)]
    await drop(stage, ADMIN, "deals.csv", "\n".join([SHEET.splitlines()[0], *rows]))
    looked = await card(stage, "Stages that I don't know: Odd 0")
    await stage.press(ADMIN, looked, "Change how it is read")
    assert "3 more are unknown" in str(stage.sandbox.stack(ADMIN)[-1]["blocks"])
    await stage.fill(ADMIN, **{f"stage-{place}": "proposal" for place in range(25)})
    looked = await card(stage, "Stages that I don't know: Odd 25, Odd 26, and Odd 27")
    await stage.press(ADMIN, looked, "Change how it is read")
    await stage.fill(ADMIN, **{f"stage-{place}": "won" for place in range(3)})
    await stage.press(ADMIN, await card(stage, "Bring it in"), "Bring it in")
    await card(stage, "is in: created *28*")


@by_http
async def test_a_column_far_to_the_right_is_not_lost_in_the_form(stage: Stage) -> None:
    await begin(stage)
    names = ["Deal", *(f"Column {place}" for place in range(90)), "Company"]
    row = ["Harbour cranes", *("x" for _ in range(90)), "Nordwind GmbH"]
    await drop(stage, ADMIN, "wide.csv", "\n".join((",".join(names), ",".join(row))))
    await stage.press(ADMIN, await card(stage, "It would create"), "Change how it is read")
    form = stage.sandbox.stack(ADMIN)[-1]
    chosen = [
        block["element"]["initial_option"]["text"]["text"]
        for block in form["blocks"]
        if block["type"] == "input" and block["element"].get("initial_option")
    ]
    assert {"Deal", "Company"} <= set(chosen)
    shown = str(form["blocks"])
    assert "42 columns are not offered above: Column" in shown


@by_http
async def test_two_who_take_it_back_at_once_are_told_what_became_of_it(stage: Stage) -> None:
    await begin(stage)
    await drop(stage, ADMIN, "deals.csv", STAGE_KNOWN)
    await stage.press(ADMIN, await card(stage, "It would create"), "Bring it in")
    done = await card(stage, "is in: created *3*")
    await stage.press(ADMIN, done, "Undo")
    workspace = await stage.store.read(None, workspaces.by_team, "T1")
    assert workspace is not None
    (one,) = await stage.store.read(workspace.id, import_records.newest, 1)
    await stage.store.transact(workspace.id, bringing.undo, one.id, None, TUESDAY)
    await stage.fill(ADMIN)
    assert "was taken back already" in str(stage.sandbox.stack(ADMIN)[-1])


@by_http
async def test_the_same_sheet_again_changes_nothing(stage: Stage) -> None:
    await begin(stage)
    for count in ("create *3*", "create *0*"):
        await drop(stage, ADMIN, f"deals {count[8]}.csv", STAGE_KNOWN)
        looked = await card(stage, count)
        await stage.press(ADMIN, looked, "Bring it in")
        await card(stage, "is in: created *" + count[8])


@by_http
async def test_what_is_no_sheet_and_who_is_no_admin_are_told_so(stage: Stage) -> None:
    await begin(stage)
    await drop(stage, ADMIN, "picture.png", "not a sheet")
    await card(stage, "no sheet that I can read")
    await drop(stage, ADMIN, "empty.csv", "")
    await card(stage, "empty.csv is empty")
    await drop(stage, "U1", "deals.csv", STAGE_KNOWN)
    refused = await card(stage, "admin", "U1")
    assert "Harbour" not in everything(refused)
    assert "admin" in everything(await stage.type("U1", "/crm import"))


@by_http
async def test_a_discarded_sheet_writes_nothing(stage: Stage) -> None:
    await begin(stage)
    await drop(stage, ADMIN, "deals.csv", STAGE_KNOWN)
    looked = await card(stage, "It would create")
    await stage.press(ADMIN, looked, "Discard")
    discarded = await card(stage, "is discarded")
    assert "Bring it in" not in everything(discarded)
    assert "Harbour cranes" not in everything(await stage.type(ADMIN, "/crm find harbour"))
