"""Words as anybody may type them, and what pages make of them."""

import json
import re
from typing import Any

from hypothesis import strategies as st

from bot.sandbox.limits import check_message, check_view

NASTY = st.sampled_from([
    "<!channel>", "<!here|here>", "<@U4>", "<#C1|sales>", "<https://evil.example|bank>", "&amp;",
    "&lt;!channel&gt;", "=1+1", '=cmd|"/c calc"!A1', "+49 30", "@here", "*b* _i_ ~s~ `c`", "{0}",
    "{ $x }", "%s", "%(x)s", "\\n", "'; DROP TABLE deals; --", "\ue0000\ue001", "\u202eabc",
    "\u200b", "\u0301", "각", "ㅎㅂ", "👩‍👩‍👧", "\x00", "\x07", "\x85", "new:x", "deal=1", "…",
])  # fmt: skip
WORDS = st.one_of(
    st.text(min_size=1, max_size=80),
    st.lists(NASTY | st.text(max_size=10), min_size=1, max_size=6).map(" ".join),
    st.builds(lambda words, times: (words * times)[:3000], NASTY, st.integers(1, 3000)),
)
LINES = st.builds("{}\n{}".format, WORDS, WORDS).map(lambda words: words[:3000]) | WORDS

_OURS = re.compile(r"<@U\w+>|<https://[^<>|]*\|[^<>]*>|<!date\^[^<>]*>")
_SIGN = re.compile(r"&(?!(amp|lt|gt);)|[<>]")


def kept(words: str) -> str:
    """What is kept of them: no blanks around, and no signs that PostgreSQL has no room for."""
    return re.sub("[\x00\ud800-\udfff]", "", words).strip()


def harmless(page: dict[str, Any]) -> None:
    """Slack takes the page, and nothing that people typed links or pings in it."""
    is_view = page.get("type") in ("modal", "home")
    problems = check_view(page) if is_view else check_message(page)
    assert problems == [], problems
    unmarked(page)


def unmarked(page: dict[str, Any]) -> None:
    """Nothing that people typed links or pings."""
    for text in markdown(page):
        assert not _SIGN.search(_OURS.sub("", text)), text


def markdown(page: Any) -> list[str]:
    """Every text of a page that Slack reads as its own markup."""
    found = (
        [str(page["text"])]
        if isinstance(page, dict) and "blocks" in page and "text" in page
        else []
    )
    return found + _within(page)


def _within(node: Any) -> list[str]:
    if isinstance(node, list):
        return [text for one in node for text in _within(one)]
    if not isinstance(node, dict):
        return []
    if node.get("type") == "mrkdwn":
        return [str(node["text"])]
    return [text for one in node.values() for text in _within(one)]


def field_of(view: dict[str, Any], name: str) -> str:
    """What a text field of a form holds when it opens."""
    block = next(one for one in view["blocks"] if one.get("block_id") == name)
    return str(block["element"].get("initial_value") or "")


def filled(view: dict[str, Any], **words: Any) -> dict[str, dict[str, Any]]:
    """A form's state as Slack hands it back: as it opened, but for what is typed over."""
    values = {}
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        element = block["element"]
        state = {
            "value": words.get(block["block_id"], element.get("initial_value")),
            "selected_option": element.get("initial_option"),
            "selected_date": element.get("initial_date"),
        }
        values[block["block_id"]] = {element["action_id"]: state}
    return json.loads(json.dumps(values))
