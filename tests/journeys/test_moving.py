"""A deal goes through its playbook: what is missing is asked in one form, which makes the move."""

from tests.journeys.stage import Stage, everything

ACME = "/deal new Acme pilot for Acme 12,000 USD closes next friday"
EVERYTHING = {
    "budget_holder": "Dana, their CFO",
    "success_criteria": "first line live in June",
    "decision_process": "the CFO signs",
}


async def advance(stage: Stage, person: str, line: str, **answers: str) -> None:
    """A move that asks, and is answered."""
    await stage.type(person, line)
    said = await stage.fill(person, **answers)
    assert said["ok"], said
    assert stage.sandbox.stack(person) == []
    await stage.appears(person, "moved from")


async def test_a_blocked_line_leads_by_one_form_to_the_made_move(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/deal move Acme pilot to discovery")
    assert stage.fields("U1") == ["stage", "budget_holder"]
    await stage.fill("U1", budget_holder="Dana, their CFO")
    assert stage.sandbox.stack("U1") == []
    assert await stage.appears("U1", "moved from Qualification to *Discovery*")
    card = await stage.type("U1", "/deal show acme")
    assert "To leave Discovery" in everything(card)
    assert ":white_large_square: Success criteria agreed in writing: which?" in everything(card)
    assert ":white_check_mark: Amount" in everything(card)


async def test_skipping_ahead_asks_for_every_stage_passed_over(stage: Stage) -> None:
    await stage.type("U1", "/deal new Globex rollout for Globex")
    await stage.type("U1", "/deal move Globex rollout to negotiation")
    asked = [
        "stage",
        "budget_holder",
        "amount",
        "success_criteria",
        "expected_close",
        "decision_process",
    ]
    assert stage.fields("U1") == asked
    answers = EVERYTHING | {"expected_close": "2026-06-30"}
    await stage.fill("U1", **answers, amount="a lot")
    assert "“a lot” is no amount" in stage.errors("U1")["amount"]
    await stage.fill("U1", **(answers | {"budget_holder": " "}), amount="48k")
    assert stage.errors("U1") == {"budget_holder": "This is still missing."}
    await stage.fill("U1", **answers, amount="48k")
    assert await stage.appears("U1", "moved from Qualification to *Negotiation*")
    card = everything(await stage.type("U1", "/deal show globex"))
    assert "$48,000" in card
    assert "Jun 30" in card


async def test_choosing_another_stage_draws_the_form_anew(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/deal move acme")
    assert stage.fields("U1") == ["stage", "budget_holder"]
    await stage.choose("U1", "stage", "proposal")
    assert stage.fields("U1") == ["stage", "budget_holder", "success_criteria"]
    await stage.fill("U1", budget_holder="Dana", success_criteria="live in June")
    assert await stage.appears("U1", "moved from Qualification to *Proposal*")


async def test_going_back_needs_a_reason_which_the_history_keeps(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await advance(stage, "U1", "/deal move acme to proposal", **EVERYTHING)
    await stage.type("U1", "/deal move acme to discovery")
    assert stage.fields("U1") == ["stage", "reason"]
    await stage.fill("U1", reason=" ")
    assert "needs a reason" in stage.errors("U1")["reason"]
    await stage.fill("U1", reason="they froze the project")
    assert await stage.appears("U1", "moved from Proposal to *Discovery*")
    way = await stage.type("U1", "/deal stage-history acme")
    assert "back because: they froze the project" in everything(way)
    straight = await stage.type("U1", "/deal move acme to qualification - wrong buyer")
    assert "moved from Discovery to *Qualification*" in straight["text"]


async def test_a_rep_may_not_do_without_but_the_manager_may_with_a_reason(stage: Stage) -> None:
    for person in ("U1", "U3", "U4"):
        await stage.type(person, "/crm today")
    await stage.type("U4", "/crm people set @Marta role:manager manager:@Ada team:West")
    await stage.type("U4", "/crm people set @Jonas manager:@Marta team:West")
    await stage.type("U1", ACME)
    await stage.type("U1", "/deal move acme to discovery")
    assert "override" not in stage.fields("U1")
    await stage.fill("U1", budget_holder=" ")
    assert stage.errors("U1") == {"budget_holder": "This is still missing."}
    await stage.type("U3", "/deal move acme to discovery")
    await stage.fill("U3")
    assert stage.errors("U3") == {"budget_holder": "This is still missing."}
    await stage.fill("U3", override="the CEO vouches for it")
    assert await stage.appears("U3", "moved from Qualification to *Discovery*")
    told = await stage.appears("U4", "without Budget holder named", stage.sandbox.dm("U4"))
    assert "the CEO vouches for it" in everything(told)
    way = everything(await stage.type("U4", "/deal stage-history acme"))
    assert "without Budget holder named, because: the CEO vouches for it" in way


async def test_of_two_who_move_one_deal_the_second_is_told(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U4", "/crm today")
    await stage.type("U4", "/deal move acme to proposal")
    await advance(stage, "U1", "/deal move acme to discovery", budget_holder="Dana")
    await stage.fill("U4", **EVERYTHING)
    assert "Jonas was first: Acme pilot is in Discovery" in str(stage.errors("U4"))
    assert "Discovery" in everything(await stage.type("U3", "/deal show acme"))


async def test_winning_asks_for_what_is_missing_and_tells_the_channel(stage: Stage) -> None:
    await stage.type("U1", "/deal new Globex rollout for Globex")
    await stage.type("U1", "/deal won Globex rollout")
    assert stage.fields("U1")[:2] == ["amount", "won_on"]
    assert "amount" not in stage.fields("U1")[2:]
    answers = EVERYTHING | {"expected_close": "2026-06-30"}
    await stage.fill("U1", **answers, amount="a lot")
    assert "“a lot” is no amount" in stage.errors("U1")["amount"]
    await stage.fill("U1", **answers, amount="48k", won_on="2026-03-30")
    assert "today or earlier" in stage.errors("U1")["won_on"]
    won = {"amount": "48k", "won_on": "2026-03-02", "reason": "value", "channel": "C1"}
    await stage.fill("U1", **answers, **won)
    assert "only there since" in stage.errors("U1")["won_on"]
    await stage.fill("U1", **answers, **(won | {"won_on": "2026-03-03"}))
    assert await stage.appears("U1", "*Globex rollout* won: $48,000")
    told = await stage.appears("U2", "won *Globex rollout* with Globex: $48,000")
    assert "Why: Best value" in everything(told)


async def test_a_deal_that_has_everything_is_won_by_its_line(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await advance(stage, "U1", "/deal move acme to negotiation", **EVERYTHING)
    won = await stage.type("U1", "/deal won acme 15,000 great champion")
    assert "*Acme pilot* won: $15,000" in won["text"]
    assert "the deal is open again" in (await stage.type("U1", "/deal undo"))["text"]


async def test_a_lost_deal_needs_a_reason_and_other_needs_a_word(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/deal lost acme pilot")
    await stage.fill("U1", reason="other")
    assert stage.errors("U1") == {"note": "“Other” needs a word on what it was."}
    await stage.fill("U1", reason="competitor")
    assert stage.errors("U1") == {"note": "Competitor: who was it?"}
    await stage.fill("U1", reason="other", note="they merged")
    assert await stage.appears("U1", "closed as lost: Other: they merged")
    reopened = await stage.type("U1", "/deal reopen acme")
    assert "open again, in Qualification" in reopened["text"]
    lost = await stage.type("U1", "/deal lost acme price too high")
    assert "closed as lost: Pricing: price too high" in lost["text"]


async def test_an_accounts_open_deal_is_said_to_be_open_when_it_is_to_be_reopened(
    stage: Stage,
) -> None:
    await stage.type("U1", ACME)
    told = await stage.type("U1", "/deal reopen acme")
    assert "Acme pilot is open already" in told["text"]
    await stage.type("U2", "/deal 새 한빛 파일럿 고객사 서울물산")
    told = await stage.type("U2", "/deal 다시열기 서울물산")
    assert "한빛 파일럿은 이미 진행 중" in told["text"]


async def test_a_list_of_a_stage_that_ends_deals_shows_the_closed_ones(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/deal lost acme pilot pricing")
    told = await stage.type("U1", "/deal list stage:lost")
    assert "Your deals, in Lost: *1*" in everything(told)
    assert "Acme pilot" in everything(told)
    korean = await stage.type("U2", "/deal 목록 모두 단계:실주")
    assert "모든 딜" in everything(korean)
    assert "Acme pilot" in everything(korean)
    assert "All open deals: *0*" in everything(await stage.type("U1", "/deal list all"))


async def test_a_line_that_names_a_competitor_asks_who_it_was(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await stage.type("U1", "/deal lost acme competitor")
    await stage.fill("U1", note="Bluefin")
    assert await stage.appears("U1", "closed as lost: Competitor: Bluefin")


async def test_a_reasons_word_before_a_colon_is_no_part_of_the_name(stage: Stage) -> None:
    await stage.type("U1", ACME)
    for line, told in (
        ("/deal lost acme pilot other: they merged", "Other: they merged"),
        ("/deal lost Acme competitor: Bluefin", "Competitor: Bluefin"),
        ("/deal 실주 acme pilot 경쟁사: 블루핀", "Competitor: 블루핀"),
    ):
        lost = await stage.type("U1", line)
        assert f"closed as lost: {told}" in lost["text"], lost["text"]
        await stage.type("U1", "/deal reopen acme pilot")
    await stage.type("U1", "/deal new Price for Acme 5k")
    await stage.type("U1", "/deal new Acme budget for Acme 5k")
    lost = await stage.type("U1", "/deal lost Acme budget: price too high")
    assert "*Acme budget* closed as lost: Pricing" in lost["text"]


async def test_undo_takes_back_the_move_and_its_evidence(stage: Stage) -> None:
    await stage.type("U1", ACME)
    await advance(stage, "U1", "/deal move acme to discovery", budget_holder="Dana")
    await stage.type("U1", "/deal undo")
    await stage.type("U1", "/deal move acme to discovery")
    assert stage.fields("U1") == ["stage", "budget_holder"]


async def test_the_whole_of_it_is_korean_for_a_korean_reader(stage: Stage) -> None:
    await stage.type("U2", "/deal 새 한빛 파일럿 고객사 한빛전자 300만원")
    await stage.type("U2", "/deal 이동 한빛 파일럿 제안으로")
    said = str(stage.sandbox.stack("U2")[-1]["blocks"])
    assert "자격 검토 및 요구 파악 단계를 떠나려면 2가지가 더 필요합니다" in said
    assert "예산 책임자는 누구입니까?" in said
    await stage.fill("U2", budget_holder="구매팀장", success_criteria="6월 가동")
    assert await stage.appears("U2", "자격 검토에서 *제안* 단계로 옮겼습니다")
    card = everything(await stage.type("U2", "/deal 보기 한빛"))
    assert "제안 단계를 떠나려면" in card
