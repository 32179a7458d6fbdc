"""What people say is read right, whatever they say it like, and never breaks anything."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.saying import SURE, SaidAct
from bot.domain.saying_rules import RuleReader
from tests.domain.phrases_read import BATCHES, differences, known, phrases

READER = RuleReader()
KNOWN = known()
_LATIN = "called|Acme|send quote|friday|move|to proposal|next:|12k|won|hold until|31 February|<@U3>"
_KOREAN = "한빛전자|통화함|금요일까지|보내기로|제안 단계로|1.2억|실주|2월 31일|내 딜|했고|다음:"
_SIGNS = "?|>|\n|@|\ue000|\ue100|'|…|🎉|,"
PIECES = st.sampled_from([*_LATIN.split("|"), *_KOREAN.split("|"), *_SIGNS.split("|")])


@pytest.mark.parametrize("language", ["english", "korean"])
def test_phrases_are_read_as_people_mean_them(language: str) -> None:
    every = [one for batch in BATCHES[language] for one in phrases(batch)]
    wrong = {
        one.said: told
        for one in every
        if (told := differences(READER.read(one.said, KNOWN), one.wanted))
    }
    assert len(every) >= 900
    assert len(wrong) <= len(every) * 0.03, wrong


def test_a_sentence_names_its_deal_wherever_it_stands() -> None:
    for said in ("the CFO of Acme called", "Acme called", "got a call from Acme", "Acme랑 통화함"):
        [subject] = READER.read(said, KNOWN).subjects
        assert subject.name == "Acme"


def test_what_is_not_said_surely_is_asked_back() -> None:
    for said in ("blue bicycle", "음", "hmm ok", "Acme", "초록 자전거"):
        assert READER.read(said, KNOWN).confidence < SURE


def test_hopes_are_no_wins() -> None:
    for said in (
        "Acme will sign on Friday",
        "we hope to win Globex",
        "if Initech signs we party",
        "Hooli signed the NDA",
        "한빛전자 계약 예정",
        "다온물산 수주 가능성 높음",
    ):
        assert READER.read(said, KNOWN).act not in (SaidAct.WON, SaidAct.LOST)


def test_another_amount_or_closing_day_is_no_next_step() -> None:
    for said in (
        "Initech support is now 21k and should close Dec 18",
        "Initech support 금액 2만1천 달러로 바뀌었고 12월 18일 마감 예정",
    ):
        reading = READER.read(said, KNOWN)
        assert (reading.act, reading.next_step) == (SaidAct.EDIT, "")
        assert reading.closes_on == date(2026, 12, 18)
        assert reading.amount is not None
        assert reading.amount.value == 21_000
    for said in ("called Initech, their budget is now 21k", "Initech 통화함 금액 2만 달러로 조정"):
        assert READER.read(said, KNOWN).act is SaidAct.LOG


def test_of_two_names_alike_neither_is_taken_for_the_one_meant() -> None:
    for said in ("had lunch with Globex and Acme people", "한빛전자랑 미래에셋 같이 미팅함"):
        assert len(READER.read(said, KNOWN).subjects) == 2
    [subject] = READER.read("met Acme, they know Globex and like it", KNOWN).subjects
    assert subject.name == "Acme"


@pytest.mark.parametrize(
    ("said", "note", "step"),
    [
        ("called Acme this morning. they want a discount", "they want a discount", ""),
        ("한빛전자 통화했고 견적 다시 보내기로 했어요 금요일까지", "", "견적 다시 보내기"),
        ("Acme 12월 중순에 결정한대요", "Acme 12월 중순에 결정한대요", ""),
    ],
)
def test_a_note_keeps_what_was_told_and_nothing_else(said: str, note: str, step: str) -> None:
    reading = READER.read(said, KNOWN)
    assert (reading.note, reading.next_step, reading.occurred_on) == (note, step, None)


def test_a_name_nearly_spelled_is_found_among_thousands() -> None:
    everything = known(tuple(f"Name {number} Ltd" for number in range(10_000)))
    for said in ("called Glbex, all fine", "미래에샛 통화함"):
        [subject] = READER.read(said, everything).subjects
        assert subject.name in ("Globex", "미래에셋")


_MIXED = st.builds(
    lambda pieces, by: by.join(pieces),
    st.lists(PIECES, max_size=14),
    st.sampled_from([" ", "", ", "]),
)


@given(_MIXED | _MIXED | st.text(max_size=300))
@settings(max_examples=240, deadline=None)
def test_anything_is_read_without_a_fault(text: str) -> None:
    reading = READER.read(text, KNOWN)
    assert reading.act in SaidAct
    assert 0 <= reading.confidence <= 1
    if reading.act is SaidAct.LOG:
        assert reading.occurred_on is None or reading.occurred_on <= KNOWN.today


@pytest.mark.parametrize(
    "said",
    [
        "called Name 4711 Ltd, CFO likes the pilot, send quote Friday",
        "어제 누구랑 통화했는데 견적서 보내기로 했어요 금요일까지",
        "word " * 700,
        "called send by friday " * 180,
        "했고 " * 900,
    ],
)
def test_ten_thousand_names_are_no_hindrance(said: str) -> None:
    everything = known(tuple(f"Name {number} Ltd" for number in range(10_000)))
    assert READER.read(said, everything).act in SaidAct


def test_today_is_the_speakers_own_day() -> None:
    reading = READER.read("call Acme tomorrow", known(today=date(2026, 12, 31)))
    assert reading.due == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("said", "act", "day", "step"),
    [
        ("Hooli meeting moved to Thursday", SaidAct.NEXT, 5, "meeting"),
        ("Wayne asked to move the call from Friday to Monday 3pm", SaidAct.NEXT, 9, "call 3pm"),
        ("Globex can't do Thursday, let's make it Friday", SaidAct.NEXT, 6, ""),
        ("called Hooli, the demo moved to Friday", SaidAct.LOG, 6, "demo"),
        ("대성테크 데모가 다음 주 수요일로 밀렸어요", SaidAct.NEXT, 11, "데모"),
        ("누리소프트가 미팅을 목요일에서 월요일로 옮겨달라고 함", SaidAct.NEXT, 9, "미팅"),
        ("대성테크 통화했고 데모는 금요일로 밀렸어요", SaidAct.LOG, 6, "데모"),
    ],
)  # fmt: skip
def test_tidings_of_another_day_are_the_next_step(
    said: str, act: SaidAct, day: int, step: str
) -> None:
    reading = READER.read(said, KNOWN)
    assert (reading.act, reading.due, reading.next_step) == (act, date(2026, 3, day), step)


def test_what_waits_for_our_own_demo_is_not_held() -> None:
    said = "met Acme, they wanted to wait until after the demo on Friday"
    assert READER.read(said, KNOWN).act is SaidAct.LOG
    assert READER.read("Acme wants to wait until April 1", KNOWN).act is SaidAct.HOLD


def test_the_video_of_a_demo_is_no_demo() -> None:
    for said in ("sent Acme the demo recording", "대성테크에 데모 영상 공유"):
        reading = READER.read(said, KNOWN)
        assert (reading.act, reading.kind) == (SaidAct.LOG, "email")
    assert READER.read("Acme demo went well", KNOWN).kind == "demo"


def test_a_stage_that_has_begun_is_offered() -> None:
    for said in ("started negotiating with Hooli", "누리소프트랑 협상 시작했어요"):
        reading = READER.read(said, KNOWN)
        assert (reading.act, reading.stage) == (SaidAct.MOVE, "negotiation")
    for said in ("started the proposal for Hooli", "they're negotiating with Globex' rival"):
        assert READER.read(said, KNOWN).act is not SaidAct.MOVE


def test_a_word_that_nobody_says_is_not_looked_into_and_not_lost() -> None:
    link = "https://drive.example.com/" + "spec/" * 40
    reading = READER.read(f"called Acme, the specs are in {link}, send quote Friday", KNOWN)
    assert (reading.act, reading.next_step) == (SaidAct.LOG, "send quote")
    assert link.rstrip("/") in reading.note
    row = "통화함<@U3>!" * 400  # took three minutes where every sign was looked at
    began = process_time()
    READER.read(row, KNOWN)
    READER.read("미팅 실주 했고 " * 400, KNOWN)
    assert process_time() - began < 5


def test_a_company_called_like_a_common_word_is_meant_where_it_is_written_out() -> None:
    names = known(("Demo Corp", "May Company"))
    for said in ("called Demo Corp, all fine", "May Company signed, 50k"):
        assert [one.name for one in READER.read(said, names).subjects] in (
            ["Demo Corp"],
            ["May Company"],
        )
    assert READER.read("demo went well", names).subjects == ()
