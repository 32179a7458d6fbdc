"""The addresses in a deal's notes: found as people write them, and told by where they lead."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deal import Activity
from bot.domain.links import MOST_LINKS, links_in, shown
from tests.makers import START


def said(note: str, days: int = 0, permalink: str | None = None) -> Activity:
    at = START + timedelta(days=days)
    return Activity(1, 1, 1, 1, "Rob", None, "note", at, at, note, "slack", None, permalink)


@pytest.mark.parametrize(
    ("note", "urls"),
    [
        ("see https://docs.example.com/a/quote.pdf.", ["https://docs.example.com/a/quote.pdf"]),
        ("(https://a.example/b) and http://c.example", ["https://a.example/b", "http://c.example"]),
        ("https://en.example/wiki/A_(b)", ["https://en.example/wiki/A_(b)"]),
        ("견적서 https://a.example/q?x=1&y=2를 보냄", ["https://a.example/q?x=1&y=2"]),
        ("https://a.example/한빛", ["https://a.example/한빛"]),
        ("https://a.example/x, https://a.example/x", ["https://a.example/x"]),
        ("<https://a.example/x|bank>", ["https://a.example/x"]),
        ("javascript://a.example/x ftp://a.example https://", []),
        ("https://[::1 http://:80/ https://a b", ["https://a"]),
    ],
)
def test_addresses_are_found_as_people_write_them(note: str, urls: list[str]) -> None:
    assert [one.url for one in links_in([said(note)])] == urls


def test_the_newest_five_are_told_and_messages_among_them() -> None:
    notes = [said(f"https://a.example/{day}", day) for day in (1, 3, 5, 7, 9, 11)]
    notes.append(said("hello", 8, "https://t.slack.com/archives/C1/p1"))
    told = links_in(notes)
    assert len(told) == MOST_LINKS
    assert [one.url[-2:] for one in told] == ["11", "/9", "p1", "/7", "/5"]
    assert [one.is_message for one in told] == [False, False, True, False, False]


def test_an_address_is_shown_by_the_host_it_really_leads_to() -> None:
    assert shown("https://bank.example@evil.example:8443/in?x=1#y") == "evil.example/in"
    assert shown("https://WWW.A.example/") == "a.example"


@given(st.text() | st.text().map("https://{}".format))
def test_any_note_is_read(note: str) -> None:
    for one in links_in([said(note)]):
        assert not set(one.url) & set("<>| \n")
        assert shown(one.url)
