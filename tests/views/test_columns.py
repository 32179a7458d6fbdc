"""What of a table a phone shows: what fits beside each other, the most telling first."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.views import columns


def cells(block: dict[str, Any]) -> list[list[str]]:
    return [[cell["text"] for cell in row] for row in block["rows"]]


def test_a_table_that_fits_is_shown_as_it_is() -> None:
    block, hidden = columns.table("New", ["Month", "New"], [["Jun 2026", "9"]], 12)
    assert (cells(block), hidden) == ([["Month", "New"], ["Jun 2026", "9"]], 0)


def test_what_a_phone_has_no_room_for_is_left_out_and_a_slim_column_behind_it_stands() -> None:
    heads = ["Rep", "Activities", "Recommendations", "Stale"]
    block, hidden = columns.table("Week", heads, [["Rob", "11", "Qualification", "2"]], 12)
    assert cells(block)[0] == ["Rep", "Activities", "Stale"]
    assert hidden == 1


HEADS = ["Rep", "Days", "Hygiene", "Stale"]


def test_names_are_cut_short_before_a_figure_is_left_out_and_never_alike() -> None:
    rows = [[name, "4", "45", "2"] for name in ("Al Featherstone", "김지우", "Bo Ek", "Bo Eck")]
    block, hidden = columns.table("Week", HEADS, rows, 12, named=(0,))
    assert [row[0] for row in cells(block)[1:]] == ["Al F.", "김지우", "Bo Ek", "Bo Eck"]
    assert hidden == 0
    assert columns.table("Week", HEADS, rows, 12)[1], "what is no name is not cut"


def test_names_stay_whole_where_there_is_room() -> None:
    block, _ = columns.table("Week", ["Rep", "Stale"], [["Al Featherstone", "2"]], 12, named=(0,))
    assert cells(block)[1] == ["Al Featherstone", "2"]


def test_a_word_without_an_end_leaves_room_for_a_figure() -> None:
    block, _ = columns.table("Deals", ["Deal", "Days"], [["a" * 60, "12"]], 12)
    name, days = cells(block)[1]
    assert name.endswith("…")
    assert days == "12"


def test_korean_letters_are_as_wide_as_they_are() -> None:
    heads = ["담당자", "수주", "실주", "수주 금액"]
    row = ["김지우", "4", "3", "₩457,000,000"]
    assert columns.table("수주", heads, [row], 12)[1] == 1


WORDS = st.text(max_size=60)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), min_size=1, max_size=9), WORDS)
def test_any_words_make_a_table_with_its_first_column(
    rows: list[tuple[str, str, str, str]], head: str
) -> None:
    block, hidden = columns.table("Any", [head, "B", "C", "D"], rows, 12, named=(0, 3))
    told = cells(block)
    assert told[0][0] == head
    assert {len(row) for row in told} == {4 - hidden}
