"""Names are found as people type them, and only what is clear is taken as meant."""

import random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import initials
from bot.domain.names import (
    MOST_NEAREST,
    MOST_OFFERED,
    Candidate,
    Clear,
    How,
    Nothing,
    Several,
    choose,
    core_key,
    key_of,
)


def named(*names: str) -> list[Candidate]:
    return [Candidate(place, name, key_of(name), "deal", 0.0) for place, name in enumerate(names)]


CRM = named(
    "Acme",
    "Acme pilot",
    "Globex Corporation",
    "Globex renewal 2026",
    "Café Zürich",
    "Pilot for Initech",
    "Umbrella",
    "(주)한빛전자",
    "한빛전자 파일럿",
    "대한물산 ERP 도입",
    "미래에셋",
    "AT&T",
    "3M",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("한빛 전자", "한빛전자"),
        ("한빛전자", "한빛전자"),
        ("Café Zürich", "cafe zurich"),
        ("\uff21\uff23\uff2d\uff25", "acme"),
        ("ACME-pilot", "acme pilot"),
        ("Straße", "STRASSE"),
        ("Łódź Søren", "lodz soren"),
        ("㈜한빛전자", "(주)한빛전자"),
    ],
)  # fmt: skip
def test_one_name_has_one_key_however_it_is_typed(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("full", "core"),
    [
        ("Acme Inc.", "Acme"),
        ("Acme, Inc", "Acme"),
        ("Acme Co., Ltd.", "Acme"),
        ("Acme GmbH", "Acme"),
        ("Acme S.A.", "Acme"),
        ("(주)한빛전자", "한빛전자"),
        ("㈜한빛전자", "한빛전자"),
        ("주식회사 한빛전자", "한빛전자"),
        ("한빛전자 주식회사", "한빛전자"),
        ("유한회사 한빛", "한빛"),
    ],
)
def test_the_legal_form_does_not_count(full: str, core: str) -> None:
    assert core_key(full) == key_of(core)


def test_a_name_that_is_a_legal_form_keeps_it() -> None:
    assert core_key("Co") == "co"
    assert core_key("주식회사") == "주식회사"
    assert key_of("!!!") == "!!!"


@pytest.mark.parametrize(
    ("typed", "name", "how"),
    [
        ("Acme", "Acme", How.EXACT),
        ("acme PILOT", "Acme pilot", How.EXACT),
        ("Acme Inc", "Acme", How.CORE),
        ("cafe zurich", "Café Zürich", How.EXACT),
        ("globex", "Globex Corporation", How.CORE),
        ("globex ren", "Globex renewal 2026", How.PREFIX),
        ("umbr", "Umbrella", How.PREFIX),
        ("initech", "Pilot for Initech", How.PREFIX),
        ("initech pilot", "Pilot for Initech", How.WORDS),
        ("2026 globex", "Globex renewal 2026", How.WORDS),
        ("Globxe renewal", "Globex renewal 2026", How.LIKE),
        ("Umbrela", "Umbrella", How.LIKE),
        ("Ubmrella", "Umbrella", How.LIKE),
        ("한빛전자", "(주)한빛전자", How.CORE),
        ("㈜ 한빛 전자", "(주)한빛전자", How.EXACT),
        ("한빛전자파일럿", "한빛전자 파일럿", How.EXACT),
        ("한빛전쟈", "(주)한빛전자", How.LIKE),
        ("한빛전자 파일롯", "한빛전자 파일럿", How.LIKE),
        ("대한", "대한물산 ERP 도입", How.PREFIX),
        ("에셋", "미래에셋", How.WORDS),
        ("at&t", "AT&T", How.EXACT),
        ("3m", "3M", How.EXACT),
    ],
)
def test_one_clear_name_is_chosen(typed: str, name: str, how: How) -> None:
    choice = choose(typed, CRM)
    assert isinstance(choice, Clear), choice
    assert (choice.candidate.name, choice.how) == (name, how)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("acm", {"Acme", "Acme pilot"}),
        ("pilot", {"Acme pilot", "Pilot for Initech"}),
        ("한빛", {"(주)한빛전자", "한빛전자 파일럿"}),
    ],
)
def test_several_are_offered(typed: str, names: set[str]) -> None:
    choice = choose(typed, named("Acme", "Acme pilot", "(주)한빛전자", "한빛전자 파일럿"))
    if typed == "pilot":
        choice = choose(typed, named("Acme pilot", "Umbrella pilot", "Globex"))
        names = {"Acme pilot", "Umbrella pilot"}
    assert isinstance(choice, Several)
    assert {candidate.name for candidate in choice.candidates} == names


@pytest.mark.parametrize("typed", ["Wayne Enterprises", "삼진화학", "they like it", "", "!"])
def test_nothing_is_chosen_where_nothing_is_meant(typed: str) -> None:
    assert isinstance(choose(typed, CRM), Nothing)


def test_the_nearest_are_told_where_none_is_meant() -> None:
    choice = choose("Umbrella Holdings Korea", CRM)
    assert isinstance(choice, Nothing)
    assert "Umbrella" in [candidate.name for candidate in choice.nearest]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ㅎㅂㅈㅈ ㅍㅇㄹ", "한빛전자 파일럿"),
        ("ㅎㅂㅈㅈ", "(주)한빛전자"),
        ("ㄷㅎㅁㅅ", "대한물산 ERP 도입"),
        ("ㅁㄹㅇㅅ", "미래에셋"),
        ("ㅇㅅ", "미래에셋"),
    ],
)
def test_initial_consonants_find_a_korean_name(typed: str, name: str) -> None:
    choice = choose(typed, CRM)
    assert isinstance(choice, Clear)
    assert choice.candidate.name == name


def test_consonants_that_the_keyboard_joined_are_read_as_two() -> None:
    assert initials.read("ㅄ") == "ㅂㅅ"
    assert isinstance(choose("ㅄㅈㅈ", named("부산전자")), Clear)


def test_one_consonant_offers_and_never_takes() -> None:
    assert isinstance(choose("ㅁ", CRM), Several)
    assert choose("ㅋㅋㅋ", CRM) == Nothing(())


@pytest.mark.parametrize("typed", ["Acme a", "Globex to", "Globex we", "Acme pilot is"])
def test_a_word_behind_the_name_is_not_taken_for_a_typo(typed: str) -> None:
    names = named("Acme", "Acme Global", "Globex", "Globex Korea", "Acme pilot")
    assert isinstance(choose(typed, names), Nothing)


def test_a_typo_in_the_first_words_finds_the_longer_name() -> None:
    names = named("Acme pilot 2026", "Globex Korea", "한빛전자 파일럿 확장")
    for typed, name in (("acme pilto", 0), ("Glbex", 1), ("한빛전쟈", 2), ("한빛전자 파일롯", 2)):
        assert choose(typed, names) == Clear(names[name], How.LIKE)


def test_a_single_letter_is_offered_and_never_taken() -> None:
    assert isinstance(choose("u", CRM), Several)


def test_weight_orders_and_decides_only_where_that_is_asked_for() -> None:
    mine = Candidate(1, "Acme pilot", "acmepilot", "deal", 3.0)
    others = Candidate(2, "Acme renewal", "acmerenewal", "deal", 1.0)
    assert choose("acme", [others, mine]) == Several((mine, others))
    assert choose("acme", [others, mine], decisive=2.0) == Clear(mine, How.PREFIX)
    assert choose("acme", [others, mine], decisive=2.5) == Several((mine, others))


def test_weight_never_lifts_a_name_over_a_surer_one() -> None:
    exact = Candidate(1, "Acme", "acme", "account", 0.0)
    mine = Candidate(2, "Acme pilot", "acmepilot", "deal", 9.0)
    assert choose("acme", [mine, exact], decisive=1.0) == Clear(exact, How.EXACT)


def test_no_more_than_five_are_offered() -> None:
    choice = choose("acme", named(*(f"Acme {number}" for number in range(20))))
    assert isinstance(choice, Several)
    assert len(choice.candidates) == MOST_OFFERED


def test_twenty_thousand_names_are_searched_in_a_blink() -> None:
    luck = random.Random(7)
    starts = ["Acme", "Globex", "Initech", "한빛", "대한", "미래"]
    ends = ["pilot", "renewal", "파일럿", "갱신"]
    many = named(
        *(f"{luck.choice(starts)}{luck.randint(1, 999)} {luck.choice(ends)}" for _ in range(20_000))
    )
    many += named("Zylotech Inc.", "세종전자")
    for typed in ("Zyltoech", "세종전쟈", "Zylotech"):
        choose(typed, many)
        start = perf_counter()
        choice = choose(typed, many)
        seconds = perf_counter() - start
        assert isinstance(choice, Clear)
        # 10 ms on a quiet machine; a shared one may be slower.
        assert seconds < 0.2


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)


@given(st.text(), st.lists(st.text(min_size=1), max_size=8))
def test_no_text_can_make_it_fail(typed: str, names: list[str]) -> None:
    choice = choose(typed, named(*names))
    if isinstance(choice, Several):
        assert 1 <= len(choice.candidates) <= MOST_OFFERED
    if isinstance(choice, Nothing):
        assert len(choice.nearest) <= MOST_NEAREST


@given(st.lists(st.text(alphabet="abc 한빛전자", min_size=1), min_size=1, max_size=8))
def test_a_name_typed_in_full_is_always_found_exactly(names: list[str]) -> None:
    wanted = names[0]
    choice = choose(wanted, named(*names))
    if key_of(wanted):
        found = [choice.candidate] if isinstance(choice, Clear) else []
        found += list(choice.candidates) if isinstance(choice, Several) else []
        assert all(candidate.key == key_of(wanted) for candidate in found)
        assert found
