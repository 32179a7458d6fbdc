"""What people type behind the verbs of /deal, read on a Wednesday."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_deal import (
    read_assign,
    read_closing_rest,
    read_hold,
    read_lost,
    read_new,
    read_next,
    read_won,
)
from bot.domain.parsing_money import Amount
from bot.domain.parsing_move import guess_move, read_move

TODAY = date(2026, 11, 25)


def money(value: str, currency: str | None = None) -> Amount:
    return Amount(Decimal(value), currency)


@pytest.mark.parametrize(
    ("typed", "name", "account", "amount", "closes"),
    [
        ("Acme pilot for Acme 12,000 USD closes next friday",
         "Acme pilot", "Acme", money("12000", "USD"), "2026-12-04"),
        ("Acme pilot", "Acme pilot", None, None, None),
        ("Acme pilot for Acme", "Acme pilot", "Acme", None, None),
        ("Acme pilot 12k", "Acme pilot", None, money("12000"), None),
        ("Acme pilot for Acme $1.2m", "Acme pilot", "Acme", money("1200000", "USD"), None),
        ("Acme pilot $5k for Acme", "Acme pilot", "Acme", money("5000", "USD"), None),
        ("Acme pilot for Acme 15000", "Acme pilot", "Acme", money("15000"), None),
        ("Acme pilot for Acme worth 900 closing 12/5",
         "Acme pilot", "Acme", money("900"), "2026-12-05"),
        ("Acme pilot for Acme closes eoq 12k", "Acme pilot", "Acme", money("12000"), "2026-12-31"),
        ("Acme pilot for Acme 12k next friday", "Acme pilot", "Acme", money("12000"), "2026-12-04"),
        ("Acme pilot closes on Dec 5th", "Acme pilot", None, None, "2026-12-05"),
        ("Acme pilot, 12k, closes: 2026-12-05", "Acme pilot", None, money("12000"), "2026-12-05"),
        ("Acme pilot for Acme by friday", "Acme pilot", "Acme", None, "2026-11-27"),
        ("Acme pilot for Acme by friday 12k", "Acme pilot", "Acme", money("12000"), "2026-11-27"),
        ("Acme pilot closes Dec 5 5000", "Acme pilot", None, money("5000"), "2026-12-05"),
        ("Project Friday", "Project Friday", None, None, None),
        ("Acme pilot closes Q1", "Acme pilot", None, None, "2027-03-31"),
        ("Acme pilot expected close end of january", "Acme pilot", None, None, "2027-01-31"),
        ("Globex 2026 renewal for Globex 1.2m", "Globex 2026 renewal", "Globex",
         money("1200000"), None),
        ("Phase 2 for 3M 20,000", "Phase 2", "3M", money("20000"), None),
        ("Phase 2 for 3M", "Phase 2", "3M", None, None),
        ("License for life for Acme 12k", "License for life", "Acme", money("12000"), None),
        ("Close the gap for Acme", "Close the gap", "Acme", None, None),
        ("“Acme pilot” for 'Acme'", "Acme pilot", "Acme", None, None),
        ("한빛전자 파일럿 고객사 한빛전자 300만원 마감 다음 주 금요일",
         "한빛전자 파일럿", "한빛전자", money("3000000", "KRW"), "2026-12-04"),
        ("한빛전자 파일럿 고객사: 한빛전자 금액 300만원 마감일: 12월 5일",
         "한빛전자 파일럿", "한빛전자", money("3000000", "KRW"), "2026-12-05"),
        ("한빛전자 파일럿 1.2억 12월 5일 마감",
         "한빛전자 파일럿", None, money("120000000", "KRW"), "2026-12-05"),
        ("한빛전자 파일럿 1.2억 예상 마감 월말",
         "한빛전자 파일럿", None, money("120000000", "KRW"), "2026-11-30"),
        ("한빛전자 파일럿 1억 2천만 원 다음 달 5일까지",
         "한빛전자 파일럿", None, money("120000000", "KRW"), "2026-12-05"),
    ],
)  # fmt: skip
def test_a_new_deal_is_read(
    typed: str, name: str, account: str | None, amount: Amount | None, closes: str | None
) -> None:
    read = read_new(typed, TODAY)
    assert (read.name, read.account, read.amount) == (name, account, amount)
    assert read.closes_on == (closes and date.fromisoformat(closes))
    assert read.unread_date == ""


def test_a_close_date_that_cannot_be_read_is_handed_back() -> None:
    read = read_new("Acme pilot closes sometime soon", TODAY)
    assert (read.name, read.closes_on, read.unread_date) == ("Acme pilot", None, "sometime soon")


@pytest.mark.parametrize(
    ("typed", "deal", "stage"),
    [
        ("Acme pilot to proposal", "Acme pilot", "proposal"),
        ("Acme pilot to the proposal stage", "Acme pilot", "proposal"),
        ("Acme pilot -> proposal", "Acme pilot", "proposal"),
        ("Acme pilot → Proposal", "Acme pilot", "Proposal"),
        ("Acme pilot > proposal", "Acme pilot", "proposal"),
        ("Acme pilot stage:proposal", "Acme pilot", "proposal"),
        ("Road to cloud to negotiation", "Road to cloud", "negotiation"),
        ("한빛전자 파일럿 제안 단계로", "한빛전자 파일럿", "제안"),
        ("한빛전자 파일럿 제안으로", "한빛전자 파일럿", "제안"),
        ("한빛전자 파일럿을 협상으로 이동", "한빛전자 파일럿", "협상"),
        ("한빛전자 파일럿 → 제안", "한빛전자 파일럿", "제안"),
        ("한빛전자를 제안 단계로 옮기기", "한빛전자", "제안"),
        ("한빛마을 제안으로", "한빛마을", "제안"),
    ],
)
def test_the_likeliest_reading_of_a_move_comes_first(typed: str, deal: str, stage: str) -> None:
    first = read_move(typed)[0]
    assert (first.deal, first.stage) == (deal, stage)


def test_a_name_that_holds_to_has_its_reading_too() -> None:
    readings = [(move.deal, move.stage) for move in read_move("Road to cloud to closed won")]
    assert ("Road to cloud", "closed won") in readings
    assert ("Road", "cloud to closed won") in readings


def test_a_move_without_a_stage_is_not_made_up_but_may_be_guessed() -> None:
    assert read_move("Acme pilot") == []
    assert [(m.deal, m.stage) for m in guess_move("Acme pilot proposal")] == [
        ("Acme pilot", "proposal"),
        ("Acme", "pilot proposal"),
    ]


@pytest.mark.parametrize(
    ("typed", "subject", "amount", "reason", "separated"),
    [
        ("Acme pilot", "Acme pilot", None, "", False),
        ("Acme pilot great champion", "Acme pilot great champion", None, "", False),
        ("Acme pilot 12,000 USD", "Acme pilot", money("12000", "USD"), "", True),
        ("Acme pilot for 12k great champion", "Acme pilot", money("12000"), "great champion", True),
        ("Acme pilot 15000 they loved it", "Acme pilot", money("15000"), "they loved it", True),
        ("Acme 12k beat a rival's $15k", "Acme", money("12000"), "beat a rival's $15k", True),
        ("Acme pilot - great champion", "Acme pilot", None, "great champion", True),
        ("Acme pilot: 12k, great", "Acme pilot", money("12000"), "great", True),
        ("Acme pilot because of the price", "Acme pilot", None, "the price", True),
        ("Globex 2026 renewal", "Globex 2026 renewal", None, "", False),
        ("3M pilot 12k", "3M pilot", money("12000"), "", True),
        ("한빛전자 1.2억 기능 우위", "한빛전자", money("120000000", "KRW"), "기능 우위", True),
        ("한빛전자 파일럿 3,000,000원", "한빛전자 파일럿", money("3000000", "KRW"), "", True),
    ],
)
def test_a_win_is_read(
    typed: str, subject: str, amount: Amount | None, reason: str, separated: bool
) -> None:
    read = read_won(typed)
    assert (read.subject, read.amount, read.reason) == (subject, amount, reason)
    assert read.separated is separated


def test_behind_a_known_name_any_number_is_the_amount() -> None:
    assert read_closing_rest("900 great champion") == (money("900"), "great champion")
    assert read_closing_rest("for 2,026 - great") == (money("2026"), "great")
    assert read_closing_rest("1억 2천만 원 기능 우위") == (money("120000000", "KRW"), "기능 우위")
    assert read_closing_rest("great champion") == (None, "great champion")


@pytest.mark.parametrize(
    ("typed", "subject", "reason"),
    [
        ("Acme pilot pricing", "Acme pilot pricing", ""),
        ("Acme pilot - too expensive", "Acme pilot", "too expensive"),
        ("Acme pilot: too expensive", "Acme pilot", "too expensive"),
        ("Acme pilot because of budget", "Acme pilot", "budget"),
        ("Acme pilot reason: budget", "Acme pilot", "budget"),
        ("Good Reason pilot", "Good Reason pilot", ""),
        ("한빛전자 사유: 예산 부족", "한빛전자", "예산 부족"),
        ("한빛전자 - 예산 부족", "한빛전자", "예산 부족"),
    ],
)
def test_a_loss_is_read(typed: str, subject: str, reason: str) -> None:
    read = read_lost(typed)
    assert (read.subject, read.reason, read.separated) == (subject, reason, bool(reason))


@pytest.mark.parametrize(
    ("typed", "subject", "due"),
    [
        ("Acme send quote friday", "Acme send quote", "2026-11-27"),
        ("Acme pilot book the demo by next tue", "Acme pilot book the demo", "2026-12-01"),
        ("Acme send quote by friday to the CFO", "Acme send quote to the CFO", "2026-11-27"),
        ("Acme send to May", "Acme send to May", None),
        ("한빛전자 견적서 보내기 금요일", "한빛전자 견적서 보내기", "2026-11-27"),
        ("한빛전자 금요일까지 견적서 보내기", "한빛전자 견적서 보내기", "2026-11-27"),
        ("한빛전자 다음 주 화요일 데모까지", "한빛전자 다음 주 화요일 데모까지", None),
    ],
)
def test_a_next_step_is_read(typed: str, subject: str, due: str | None) -> None:
    read = read_next(typed, TODAY)
    assert (read.subject, read.due) == (subject, due and date.fromisoformat(due))


@pytest.mark.parametrize(
    ("typed", "subject", "until", "reason"),
    [
        ("Acme pilot until dec 5 budget freeze", "Acme pilot", "2026-12-05", "budget freeze"),
        ("Acme pilot until next friday - holidays", "Acme pilot", "2026-12-04", "holidays"),
        ("Acme pilot for 2 weeks: holidays", "Acme pilot", "2026-12-09", "holidays"),
        ("Acme until january budget", "Acme", "2027-01-31", "budget"),
        ("Acme budget freeze until next month", "Acme budget freeze", "2026-12-01", ""),
        ("Acme pilot", "Acme pilot", None, ""),
        ("한빛전자 12월 5일까지 예산 동결", "한빛전자", "2026-12-05", "예산 동결"),
        ("한빛전자 다음 달 말까지 예산 동결", "한빛전자", "2026-12-31", "예산 동결"),
    ],
)
def test_a_hold_is_read(typed: str, subject: str, until: str | None, reason: str) -> None:
    read = read_hold(typed, TODAY)
    assert (read.subject, read.reason) == (subject, reason)
    assert read.until == (until and date.fromisoformat(until))


@pytest.mark.parametrize(
    ("typed", "deal", "user_id", "name"),
    [
        ("Acme pilot <@U123|jane>", "Acme pilot", "U123", "jane"),
        ("Acme pilot to <@U123>", "Acme pilot", "U123", None),
        ("<@U123> Acme pilot", "Acme pilot", "U123", None),
        ("Acme pilot @jane.doe", "Acme pilot", None, "jane.doe"),
        ("Acme pilot to Jane Kim", "Acme pilot", None, "Jane Kim"),
        ("한빛전자 @김민수에게", "한빛전자", None, "김민수"),
        ("한빛전자 <@U123> 에게", "한빛전자", "U123", None),
    ],
)
def test_an_assignment_is_read(
    typed: str, deal: str, user_id: str | None, name: str | None
) -> None:
    read, mention = read_assign(typed)
    assert read == deal
    assert mention is not None
    assert (mention.user_id, mention.name) == (user_id, name)


def test_nobody_named_is_nobody_assigned() -> None:
    assert read_assign("Acme pilot") == ("Acme pilot", None)


PIECES = [
    "Acme", "for", "to", "12k", "$", "closes", "friday", "until", "-", ":", "->", "because", "\n",
    "한빛전자", "300만원", "마감", "12월", "5일까지", "으로", "을", "<@U1>", "@", "\"",
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_no_line_can_make_it_fail(text: str) -> None:
    read_new(text, TODAY)
    read_next(text, TODAY)
    read_hold(text, TODAY)
    for read in (read_won, read_lost, read_assign, read_closing_rest, read_move, guess_move):
        read(text)


@pytest.mark.parametrize(
    ("typed", "below_zero"),
    [
        ("Extra for Pied Piper -5000 USD closes friday", "-5000 USD"),
        ("Extra -$5,000 for Pied Piper", "-$5,000"),
        ("Extra for Pied Piper $-5k", "$-5k"),
        ("Extra for Pied Piper \u22125000", "\u22125000"),
        ("증설 고객사 새한로봇 -300만원", "-300만원"),
        ("Extra for Pied Piper - phase 2", ""),
        ("Rollout Q4-10 for Acme 12k", ""),
        ("Rollout -2 for Acme", ""),
    ],
)
def test_an_amount_below_zero_is_no_part_of_a_name(typed: str, below_zero: str) -> None:
    assert read_new(typed, TODAY).below_zero == below_zero
