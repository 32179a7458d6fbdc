"""Whatever an app sends, the limits judge it and never stumble."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.limits import check_ack, check_message, check_view
from bot.sandbox.limits_blocks import BLOCKS
from bot.sandbox.limits_elements import ELEMENTS

_TYPES = st.sampled_from([*BLOCKS, *ELEMENTS, "plain_text", "mrkdwn", "pie", "bar", "raw_text"])
_NAMES = st.sampled_from(
    [
        "text", "elements", "element", "accessory", "label", "options", "option_groups", "rows",
        "chart", "segments", "series", "axis_config", "blocks", "fields", "value", "block_id",
        "action_id", "initial_option", "initial_options", "child_blocks", "title", "submit",
        "caption", "tasks", "external_id", "private_metadata", "attachments", "errors", "view",
        "response_action",
    ]
)  # fmt: skip
_LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | _TYPES
_JSON: Any = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.builds(
            lambda kind, rest: {"type": kind, **rest},
            _TYPES,
            st.dictionaries(_NAMES, inner, max_size=4),
        )
    ),
    max_leaves=20,
)


@given(blocks=_JSON, attachments=_JSON, words=_JSON)
def test_a_message_is_judged(blocks: Any, attachments: Any, words: Any) -> None:
    check_message({"blocks": blocks, "attachments": attachments, "text": words})


@given(view=_JSON, blocks=_JSON, kind=st.sampled_from(["modal", "home"]))
def test_a_view_is_judged(view: Any, blocks: Any, kind: str) -> None:
    check_view(view)
    check_view({"type": kind, "title": {"type": "plain_text", "text": "T"}, "blocks": blocks})


@given(body=_JSON)
def test_an_acknowledgement_is_judged(body: Any) -> None:
    check_ack("command", body)
    check_ack("view_submission", body)
    check_ack("block_suggestion", body)
    check_ack("other", body)
