"""A playbook of one's own: several pipelines, custom fields, contacts' roles, kinds of activity."""

from datetime import UTC, datetime

from bot.domain import playbook_yaml
from bot.usecases import playbooks
from store import workspaces
from tests.journeys.stage import Stage, everything

OWN = """
pipekeeper_playbook: 1
fields:
  - {key: plants, names: {en: Plants, ko: 공장 수}, kind: number}
  - key: sector
    names: {en: Sector, ko: 업종}
    kind: choice
    choices: [{key: food, names: {en: Food, ko: 식품}}, {key: steel, names: {en: Steel, ko: 철강}}]
pipelines:
  - key: sales
    names: {en: Sales, ko: 영업}
    stages:
      - key: lead
        names: {en: Lead, ko: 리드}
        exit: [{field: plants}, {contact: decision_maker}, {field: next_step}, {field: account}]
      - {key: offer, names: {en: Offer, ko: 제안}}
      - {key: won, names: {en: Won, ko: 수주}, ends: won}
      - {key: lost, names: {en: Lost, ko: 실주}, ends: lost}
  - key: renewal
    names: {en: Renewals, ko: 갱신}
    stages:
      - {key: due, names: {en: Due, ko: 도래}}
      - {key: renewed, names: {en: Renewed, ko: 갱신 완료}, ends: won}
      - {key: churned, names: {en: Churned, ko: 이탈}, ends: lost}
lost_reasons: [{key: price, names: {en: Price, ko: 가격}}]
activity_kinds:
  - {key: call, names: {en: Call, ko: 통화}}
  - {key: plant_visit, names: {en: Plant visit, ko: 공장 방문}, words: [tour, 견학]}
"""
LATER = datetime(2026, 3, 3, 16, 0, tzinfo=UTC)
"""After the workspace got its first playbook."""


async def begin(stage: Stage) -> None:
    await stage.type("U1", "/crm today")
    [workspace] = stage.store.ask(None, workspaces.all_of_them)
    own = playbook_yaml.read(OWN)
    stage.store.run(workspace.id, playbooks.replace_at_once, own, OWN, "", LATER)


async def test_fields_roles_and_next_step_are_asked_in_the_form(stage: Stage) -> None:
    await begin(stage)
    await stage.type("U1", "/deal new Steel works rollout")
    await stage.type("U1", "/deal move steel works to offer")
    asked = ["stage", "plants", "decision_maker", "next_step", "next_step_due"]
    asked += ["next_step_at", "account"]
    assert stage.fields("U1") == asked
    answers = {
        "plants": "3",
        "decision_maker": "Ines Ortiz",
        "next_step": "send quote",
        "next_step_due": "2026-03-09",
        "next_step_at": "15:30",
        "account": "Steel Works",
    }
    await stage.fill("U1", **answers)
    assert await stage.appears("U1", "moved from Lead to *Offer*")
    await stage.type("U1", "/deal move steel works to lead - wrong budget")
    card = everything(await stage.type("U1", "/deal show steel works"))
    assert ":white_check_mark: Plants 3 · <@U1>" in card
    assert ":white_check_mark: Decision maker Ines Ortiz" in card
    assert "By Mon, Mar 9, 3:30 PM: send quote" in card


async def test_custom_fields_are_edited_with_the_deal(stage: Stage) -> None:
    await begin(stage)
    await stage.type("U1", "/deal new Steel works rollout")
    await stage.type("U1", "/deal edit steel works")
    assert stage.fields("U1")[-2:] == ["plants", "sector"]
    await stage.fill("U1", plants="12", sector="steel")
    await stage.appears("U1", "saved")
    await stage.type("U1", "/deal edit steel works")
    blocks = {one.get("block_id"): one for one in stage.sandbox.stack("U1")[-1]["blocks"]}
    assert blocks["plants"]["element"]["initial_value"] == "12"
    assert blocks["sector"]["element"]["initial_option"]["value"] == "steel"


async def test_a_second_pipeline_has_a_way_of_its_own(stage: Stage) -> None:
    await begin(stage)
    await stage.type("U1", "/deal")
    await stage.fill("U1", name="Globex renewal", amount="9k", pipeline="renewal")
    await stage.appears("U1", "created, in Due")
    won = await stage.type("U1", "/deal won Globex renewal")
    assert "won: $9,000" in won["text"]
    history = everything(await stage.type("U1", "/deal stage-history Globex renewal"))
    assert "Due → Renewed" in history
    page = everything(await stage.type("U1", "/crm playbook"))
    assert "*Renewals*" in page


async def test_changing_the_pipeline_needs_a_reason(stage: Stage) -> None:
    await begin(stage)
    await stage.type("U1", "/deal new Globex rollout for Globex")
    await stage.type("U1", "/deal move Globex rollout to due")
    assert stage.fields("U1") == ["stage", "reason"]
    await stage.fill("U1", reason="it is a renewal after all")
    assert await stage.appears("U1", "moved from Lead to *Due*")


async def test_kinds_of_activity_are_the_playbooks(stage: Stage) -> None:
    await begin(stage)
    await stage.type("U1", "/deal new Globex rollout for Globex")
    logged = await stage.type("U1", "/log tour Globex - saw line 3")
    assert "*Plant visit* logged on *Globex rollout*" in logged["text"]
    korean = await stage.type("U2", "/log 견학 Globex - 3라인")
    assert "공장 방문" in korean["text"]
    await stage.type("U1", "/log")
    assert "Plant visit" in str(stage.sandbox.stack("U1")[-1]["blocks"])
