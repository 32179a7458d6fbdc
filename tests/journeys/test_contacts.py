"""People and companies: met while logging, found by anything, made one where doubled, forgotten."""

import json
from typing import Any

from sqlalchemy import select

from store.schema import ActivityRow, AuditRow, ContactRow, DealRow
from tests.journeys.stage import Stage, everything
from tests.journeys.test_rights import team_up

ACME = "/deal new Acme pilot for Acme 12,000 USD closes next friday"
HANBIT = "/deal 새 한빛 파일럿 고객사 한빛전자 300만원"


async def test_somebody_is_met_while_logging_and_known_from_then_on(stage: Stage) -> None:
    await stage.type("U1", ACME)
    logged = await stage.type("U1", "/log call Acme with Jane Roe - they like the pilot")
    assert "logged on *Acme pilot*" in logged["text"]
    assert "With Jane Roe, who is among the contacts now" in everything(logged)
    again = await stage.type("U1", "/log call Acme with Jane - signed off")
    assert "With Jane Roe" in everything(again)
    assert "among the contacts now" not in everything(again)
    found = await stage.type("U3", "/crm find jane")
    assert "1 contact" in found["text"]
    assert "*Jane Roe* · Acme" in everything(found)
    await stage.press("U3", found, "Open")
    card = await stage.appears("U3", "Contact: Jane Roe")
    assert "signed off" in everything(card)
    assert "they like the pilot" in everything(card)


async def test_a_part_somebody_plays_is_not_taken_for_a_name(stage: Stage) -> None:
    await stage.type("U1", ACME)
    logged = await stage.type("U1", "/log call Acme with their CFO - budget is fine")
    assert "with their CFO: budget is fine" in everything(logged)
    assert "among the contacts" not in everything(logged)


async def test_a_korean_name_is_met_with_its_title_and_found_by_its_initials(
    stage: Stage,
) -> None:
    await stage.type("U2", HANBIT)
    logged = await stage.type("U2", "/log 미팅 한빛전자 김민수 부장님과 - 견적 검토 완료")
    assert "함께한 사람: 김민수 (새 고객 담당자로 등록)" in everything(logged)
    found = await stage.type("U2", "/crm 찾기 ㄱㅁㅅ")
    assert "*김민수* 부장 · 한빛전자" in everything(found)
    found = await stage.type("U2", "/crm 찾기 ㅎㅂㅈㅈ")
    assert "*한빛전자*" in everything(found)
    assert "견적 검토 완료" in everything(found)


async def test_the_form_takes_somebody_new_and_undo_takes_them_back(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/log")
    offered = await stage.options("U1", "contact", "Jane Roe")
    assert [one["text"]["text"] for one in offered] == ["New: Jane Roe"]
    deal = (await stage.options("U1", "target", "Acme pilot"))[0]
    await stage.fill("U1", target=deal, contact=offered[0], note="hello")
    logged = await stage.appears("U1", "who is among the contacts now")
    await stage.press("U1", logged, "Undo")
    assert await stage.appears("U1", "the activity is no longer logged")
    assert "Nothing was found" in (await stage.type("U1", "/crm find jane"))["text"]


async def test_a_role_on_a_deal_is_given_changed_and_shown(stage: Stage) -> None:
    made = await stage.type("U1", ACME)
    await stage.press("U1", made, "Open")
    card = await stage.appears("U1", "Acme pilot: $12,000")
    await stage.press("U1", card, "Who is who")
    jane = (await stage.options("U1", "contact", "Jane Roe"))[0]
    await stage.fill("U1", contact=jane, role="champion")
    given = await stage.appears("U1", "*Jane Roe* on Acme pilot: Supporter at the customer")
    card = await stage.type("U3", "/deal show acme")
    assert "Jane Roe · Supporter at the customer · not spoken to yet" in everything(card)
    await stage.press("U1", given, "Undo")
    assert await stage.appears("U1", "the role is as it was")
    assert "Jane Roe" not in everything(await stage.type("U1", "/deal show acme"))


async def test_a_role_is_not_offered_on_anothers_deal_and_refused_on_one_handed_over(
    stage: Stage,
) -> None:
    await team_up(stage)
    others = await stage.type("U2", "/deal show Acme pilot")
    assert not _offers(others, "고객 담당자")
    card = await stage.type("U1", "/deal show Acme pilot")
    assert _offers(card, "Who is who")
    await stage.type("U3", "/deal assign Acme pilot @Marta")
    await stage.press("U1", card, "Who is who")
    assert await stage.appears("U1", "This deal belongs to Marta")
    assert _count(stage, ContactRow) == 0


def _offers(card: dict[str, Any], label: str) -> bool:
    """Whether a button of a card says so, or an option behind its three dots."""
    elements = [one for block in card["blocks"] for one in block.get("elements", [])]
    options = [option for one in elements for option in one.get("options", [])]
    buttons = [one for one in elements if one.get("type") == "button"]
    return any(one["text"]["text"] == label for one in buttons + options)


async def test_two_accounts_are_made_one_after_a_look_at_what_it_means(stage: Stage) -> None:
    await stage.type("U1", ACME)
    rollout = await stage.type("U1", "/deal new Acme rollout for Acme Inc. 5k")
    await stage.press("U1", rollout, "New account “Acme Inc.”")
    await stage.appears("U1", "is now a deal for *Acme Inc.*")
    await stage.type("U1", "/log call Acme rollout with Jane Roe - kickoff")
    found = await stage.type("U1", "/crm find acme")
    await stage.press("U1", found, "Open")
    card = await stage.appears("U1", "looks like the same account")
    await stage.press("U1", card, "Make them one")
    sure = stage.sandbox.stack("U1")[-1]
    assert "with it: 1 deal, 1 contact, 1 activity" in str(sure["blocks"])
    await stage.fill("U1")
    merged = await stage.appears("U1", "are one now")
    found = await stage.type("U1", "/crm find acme")
    assert "1 account, 2 deals" in found["text"]
    later = await stage.type("U1", "/deal new Acme extra for Acme Inc. 1k")
    assert "Acme extra" in everything(later)
    assert "1 account, 3 deals" in (await stage.type("U1", "/crm find acme"))["text"]
    await stage.type("U1", "/deal undo")
    await stage.press("U1", merged, "Undo")
    assert await stage.appears("U1", "they are two accounts again")
    assert "2 accounts, 2 deals" in (await stage.type("U1", "/crm find acme"))["text"]


async def test_two_contacts_are_made_one_and_what_one_lacked_is_taken_over(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/log call Acme with Jane Roe - first")
    await stage.type("U1", "/log call Acme with Janet Rowe - second")
    found = await stage.type("U1", "/crm find janet")
    await stage.press("U1", found, "Open")
    card = await stage.appears("U1", "Contact: Janet Rowe")
    await stage.press("U1", card, "Edit")
    await stage.fill("U1", name="Janet Rowe", account="Acme", email="jane@acme.example")
    await stage.appears("U1", "*Janet Rowe* is changed")
    found = await stage.type("U1", "/crm find jane roe")
    await stage.press("U1", found, "Open")
    card = await stage.appears("U1", "Contact: Jane Roe")
    await stage.press("U1", card, "Same as…")
    other = (await stage.options("U1", "other", "Janet"))[0]
    await stage.fill("U1", other=other)
    assert "takes over from Janet Rowe: e-mail" in str(stage.sandbox.stack("U1")[-1]["blocks"])
    await stage.fill("U1")
    await stage.appears("U1", "are one now")
    found = await stage.type("U1", "/crm find jane@acme.example")
    await stage.press("U1", found, "Open")
    card = await stage.appears("U1", "*E-mail*")
    assert "first" in everything(card)
    assert "second" in everything(card)


async def test_only_admins_have_somebody_forgotten_and_then_nothing_names_them(
    stage: Stage,
) -> None:
    await stage.type("U1", ACME)
    await stage.type(
        "U1", "/log call Acme with Jane Roe - Jane Roe likes it > call Jane Roe friday"
    )
    refused = await stage.type("U1", "/crm forget Jane Roe")
    assert "Only admins" in refused["text"]
    planned = await stage.type("U4", "/crm forget jane")
    assert "In 2 texts" in planned["text"]
    await stage.press("U4", planned, "Forget for good")
    assert await stage.appears("U4", "Forgotten.")
    assert "Nothing was found" in (await stage.type("U4", "/crm find jane"))["text"]
    assert "Jane" not in _everything_kept(stage)
    card = await stage.type("U1", "/deal show acme")
    assert "••• likes it" in everything(card)
    nothing = await stage.type("U4", "/deal undo")
    assert "Jane" not in everything(nothing)


def _count(stage: Stage, table: Any) -> int:
    return len(stage.store.ask(1, lambda session: session.scalars(select(table)).all()))


def _everything_kept(stage: Stage) -> str:
    """All that the store's texts hold."""

    def held(session: Any) -> str:
        told = [
            [getattr(row, column.key) for column in table.__mapper__.column_attrs]
            for table in (ActivityRow, AuditRow, ContactRow, DealRow)
            for row in session.scalars(select(table).execution_options(include_removed=True))
        ]
        return json.dumps(told, default=str, ensure_ascii=False)

    return str(stage.store.ask(1, held))
