"""What a message shortcut hands over is read whole: threads, files, bots, and very long texts."""

from typing import Any

from bot.domain.messages import LONGEST_TEXT, SaidMessage, read


def payload(**message: Any) -> dict[str, Any]:
    return {
        "team": {"id": "T1", "domain": "bluefin"},
        "channel": {"id": "C1"},
        "message": {"ts": "1772550000.000100", "text": "hello", "user": "U1", **message},
    }


def test_a_message_is_read_with_its_author_and_address() -> None:
    where = "https://bluefin.slack.com/archives/C1/p1772550000000100"
    assert read(payload()) == SaidMessage("hello", "U1", where)


def test_a_reply_stands_in_its_thread() -> None:
    link = read(payload(thread_ts="1772540000.000200")).permalink
    assert link.endswith("p1772550000000100?thread_ts=1772540000.000200&cid=C1")
    assert "?" not in read(payload(thread_ts="1772550000.000100")).permalink


def test_files_are_named_and_bots_too() -> None:
    said = read(payload(text="", user=None, username="Zoom", files=[{"name": "quote.pdf"}]))
    assert (said.text, said.by) == ("[quote.pdf]", "Zoom")
    said = read(payload(text="", attachments=[{"fallback": "Call ended"}]))
    assert said.text == "Call ended"


def test_a_long_text_is_cut_where_the_form_ends() -> None:
    assert len(read(payload(text="가" * 9_000)).text) == LONGEST_TEXT


def test_what_slack_escaped_is_as_it_was_written() -> None:
    assert (
        read(payload(text="a &lt; b &amp; <https://x.example|x.example>")).text
        == "a < b & x.example"
    )
