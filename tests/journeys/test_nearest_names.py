"""What names nothing comes back with the nearest names as buttons; nobody types a line twice."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from store.engine import Store
from tests.journeys.stage import Stage, everything, find, play
from tests.journeys.test_rights import team_up

ACME = "/deal new Acme pilot for Acme 12,000 USD"
HANBIT = "/deal 새 한빛 파일럿 고객사 한빛전자 300만원"


MENDED = [
    ("U1", "/deal Acme pilot", "/deal show Acme pilot", "No activity logged yet"),
    ("U1", "/deal frobnicate", "/deal help", "/deal"),
    ("U1", "/crm help gaols", "/crm help goals", "to be won this month"),
    ("U2", "/crm 도움말 플레이븍", "/crm 도움말 플레이북", "합의한 영업 방식"),
    ("U1", "/crm Acme", "/crm find Acme", "1 account and 1 deal"),
    ("U2", "/deal 복록", "/deal 목록", "내 진행 중인 딜"),
    ("U2", "/crm 플레이븍", "/crm 플레이북", "자격 검토"),
    ("U1", "/crm playbook histroy", "/crm playbook history", "ersion"),
    ("U1", "/deal list stage:zzz", "Discovery", "in Discovery: *0*"),
    ("U1", "/deal list al", "all", "Acme pilot"),
    ("U1", "/deal list sort:amuont", "amount", "Acme pilot"),
    ("U3", "/deal assign Acme pilot @jnas", "Jonas", "belongs to Jonas already"),
    ("U3", "/deal list @jnas", "Jonas", "Acme pilot"),
    ("U4", "/crm people set @jonas role:mangaer", "Manager", "Manager"),
    ("U4", "/crm people set @jonass role:rep", "Jonas", "is set: Rep"),
    ("U1", "/crm report opportunites", "/crm report opportunities", "New opportunities"),
    ("U1", "/crm report", "/crm report wins", "Wins"),
    ("U2", "/crm 보고서", "/crm 보고서 수주", "수주와 실주"),
    ("U1", "/crm report wins by mnth", "month", "Wins"),
    ("U4", "/crm export dels", "deals", "file"),
    ("U1", "/deal mvoe Acme pilot to lost", "/deal move", ""),
    ("U3", "/deal move Acme pilot to sold", "Won", ""),
]
"""Who types what, which button mends it, and what is then read (or a form opens)."""


@pytest.fixture
async def stage(sqlite_store: Store) -> AsyncIterator[Stage]:
    async with play(sqlite_store, "http") as playing:
        yield playing


def buttons(message: dict[str, Any]) -> list[str]:
    return [
        element["text"]["text"]
        for block in message["blocks"]
        for element in [*block.get("elements", []), block.get("accessory") or {}]
        if element.get("type") == "button"
    ]


async def tapped(stage: Stage, person: str, line: str, label: str) -> str:
    """The line is refused; the tap that should mend it is made, and what it led to is read: in
    the refusal's place, or (a report) behind it."""
    refused = await stage.type(person, line)
    before = {(one["ts"], one["text"]) for one in stage.seen(person)}
    await stage.press(person, refused, label)

    def mended() -> str:
        news = [one for one in stage.seen(person) if (one["ts"], one["text"]) not in before]
        return everything(news[-1]) if news else ""

    return await stage.sandbox.until(mended)


async def test_a_deals_nearest_name_goes_on_with_the_rest_of_the_line(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U2", HANBIT)
    line = "/log call Acorn pilto - a < b & c > send quote friday"
    refused = await stage.type("U1", line)
    assert "No deal or account is called “Acorn pilto”" in refused["text"]
    assert buttons(refused)[0] == "Acme pilot"
    told = await tapped(stage, "U1", line, "Acme pilot")
    assert "logged on *Acme pilot*" in told
    assert "a < b & c" in told
    assert "By Fri, Mar 6: send quote" in told
    told = await tapped(stage, "U2", "/deal 다음 한바다 파일렷 견적서 금요일", "한빛 파일럿")
    assert "3월 6일 (금)까지: 견적서" in told


async def test_a_line_is_gone_on_with_once(stage: Stage) -> None:
    await stage.type("U1", ACME)
    refused = await stage.type("U1", "/deal move Acorn pilto to discovery")
    await stage.press("U1", refused, "Acme pilot")
    await stage.fill("U1", budget_holder="Dana")
    await stage.appears("U1", "moved from")
    await stage.press("U1", refused, "Acme pilot")
    assert await stage.appears("U1", "done or discarded already")


async def test_a_deal_that_is_not_there_is_made_and_logged_on(stage: Stage) -> None:
    refused = await stage.type("U1", "/log call Initrode - they like it > send quote friday")
    assert buttons(refused) == ["New deal “Initrode”"]
    await stage.press("U1", refused, "New deal “Initrode”")
    form = stage.sandbox.stack("U1")[-1]
    assert form["blocks"][0]["element"]["initial_value"] == "Initrode"
    await stage.fill("U1", name="Initrode licences", account="Initrode")
    told = everything(await stage.appears("U1", "logged on *Initrode licences*"))
    assert "*Initrode licences* created" in told
    assert "By Fri, Mar 6: send quote" in told


async def test_any_other_line_for_a_new_deal_is_a_tap_away(stage: Stage) -> None:
    refused = await stage.type("U2", "/deal 이동 초록물산 요구 파악 단계로")
    await stage.press("U2", refused, "새 딜 “초록물산”")
    await stage.fill("U2", name="초록물산")
    made = await stage.appears("U2", "이어서: /deal 이동 초록물산 요구 파악 단계로")
    await stage.press("U2", made, "이어서: /deal 이동 초록물산 요구 파악 단계로")
    await stage.fill("U2", budget_holder="구매팀장")
    assert await stage.appears("U2", "자격 검토에서 *요구 파악* 단계로 옮겼습니다")


async def test_whatever_names_nothing_is_a_tap_away(stage: Stage) -> None:
    await team_up(stage)
    for person, line, label, then in MENDED:
        if then:
            assert then in await tapped(stage, person, line, label), line
        else:
            await stage.press(person, await stage.type(person, line), label)
            await stage.sandbox.settled()
            assert stage.sandbox.stack(person), line


async def test_what_was_sought_opens_by_its_nearest_name(stage: Stage) -> None:
    await stage.type("U1", ACME)
    found = await stage.type("U1", "/crm find Akkme pilots")
    await stage.press("U1", found, "Acme pilot")
    assert await stage.appears("U1", "No activity logged yet")


async def test_a_sentence_about_something_unknown_offers_the_nearest_and_a_new_deal(
    stage: Stage,
) -> None:
    await team_up(stage)
    home = stage.sandbox.dm("U1")
    await stage.sandbox.act(
        as_="U1", kind="message", channel=home, text="called Akkmee, CFO likes the pilot"
    )
    card = await stage.appears("U1", "Which deal or account is this about?", home)
    assert "Acme pilot" in str(find(card["blocks"], "This one")[0])
    await stage.sandbox.act(
        as_="U1", kind="message", channel=home, text="called Zyxwv Foods, they like the demo"
    )
    card = await stage.appears("U1", "'text': 'called Zyxwv Foods", home)
    await stage.press("U1", card, "A new deal…")
    form = stage.sandbox.stack("U1")[-1]
    assert form["blocks"][0]["element"]["initial_value"] == "Zyxwv Foods"
    await stage.fill("U1", name="Zyxwv Foods")
    card = await stage.appears("U1", "an activity on *Zyxwv Foods*. Shall I log it?", home)
    await stage.press("U1", card, "Confirm")
    assert await stage.appears("U1", "logged on *Zyxwv Foods*", home)


async def test_a_person_nobody_knows_is_chosen_in_the_form(stage: Stage) -> None:
    await team_up(stage)
    home = stage.sandbox.dm("U3")
    await stage.sandbox.act(
        as_="U3", kind="message", channel=home, text="assign Acme pilot to @jnas"
    )
    card = await stage.appears("U3", "another owner", home)
    await stage.press("U3", card, "Confirm")
    await stage.sandbox.settled()
    assert [view["title"]["text"] for view in stage.sandbox.stack("U3")] == ["Assign deal"]
