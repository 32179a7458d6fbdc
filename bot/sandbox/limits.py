"""Whether Slack would take a message, a view, or an acknowledgement; pure, for tests of our own
pages as well.

    assert check_message({"text": "…", "blocks": [...]}) == []
    assert check_view({"type": "modal", ...}) == []
    assert check_ack("view_submission", {"response_action": "errors", ...}, view) == []
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from bot.sandbox.anatomy import all_blocks, elements
from bot.sandbox.limits_blocks import MOST_MARKDOWN, check_block
from bot.sandbox.limits_core import (
    INVALID_BLOCKS,
    Place,
    Problem,
    Surface,
    array,
    boolean,
    plain_text,
    shape,
    text,
)
from bot.sandbox.limits_elements import MOST_OPTIONS, option_groups, options
from bot.sandbox.wire import Json

MOST_BLOCKS = 50
MOST_VIEW_BLOCKS = 100
MOST_ATTACHMENTS = 100
MOST_TEXT = 40_000
MOST_UPDATE_TEXT = 4_000
MOST_VIEW_BYTES = 250_000
MOST_CHARTS = 2

INVALID_ARGUMENTS = "invalid_arguments"

AckKind = Literal["command", "view_submission", "block_suggestion", "other"]


def check_message(payload: Json, *, update: bool = False) -> list[Problem]:
    """What Slack would say to these `text`, `blocks`, `attachments`, `markdown_text`."""
    problems: list[Problem] = []
    place = Place("message", "", problems)
    blocks, attachments = payload.get("blocks"), payload.get("attachments")
    if blocks is not None:
        _check_blocks(blocks, place.into("blocks"), MOST_BLOCKS)
    if attachments is not None:
        _check_attachments(attachments, place.into("attachments"))
    if problems:
        return problems
    _check_whole_message(payload, all_blocks(blocks, attachments), place)
    _check_text(payload, place, update=update)
    return problems


def check_blocks(blocks: Any, surface: Surface) -> list[Problem]:
    """Blocks by themselves, as `blocks.validate` looks at them."""
    problems: list[Problem] = []
    most = MOST_BLOCKS if surface == "message" else MOST_VIEW_BLOCKS
    _check_blocks(blocks, Place(surface, "/blocks", problems), most)
    return problems


def check_view(view: Any) -> list[Problem]:
    """What Slack would say to a modal or a Home tab; views complain of invalid_arguments."""
    problems: list[Problem] = []
    kind = view.get("type") if isinstance(view, dict) else None
    if kind not in ("modal", "home"):
        return [Problem(INVALID_ARGUMENTS, "/view/type", "must be a valid enum value")]
    if len(json.dumps(view, ensure_ascii=False).encode()) > MOST_VIEW_BYTES:
        return [Problem("view_too_large", "/view", "must be less than 250 KB")]
    place = Place(kind, "/view", problems)
    (_modal if kind == "modal" else _home)(view, place)
    if not problems:
        _check_focus(view["blocks"], place.into("blocks"))
    return [Problem(INVALID_ARGUMENTS, one.pointer, one.text) for one in problems]


def check_ack(kind: AckKind, body: Any, view: Json | None = None) -> list[Problem]:
    """What is wrong with an acknowledgement: real Slack would be silent about it, and the person
    would see that something "didn't connect"."""
    if body in (None, "", {}):
        return []
    if kind == "command":
        return _check_reply({"text": body} if isinstance(body, str) else body)
    if kind == "view_submission":
        return _check_submission_answer(body, view)
    if kind == "block_suggestion":
        return _check_suggestions(body)
    return []


def _check_reply(body: Any) -> list[Problem]:
    """A body without words, blocks or attachments says nothing, which is fine."""
    if not isinstance(body, dict):
        return [Problem("invalid_payload", "", "must be an object")]
    says_something = any(body.get(name) for name in ("text", "blocks", "attachments"))
    return check_message(body) if says_something else []


def _check_blocks(blocks: Any, place: Place, most: int) -> None:
    if not isinstance(blocks, list):
        place.complain("must be an array", "invalid_blocks_format")
        return
    array(check_block, 0, most)(blocks, place)
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id") if isinstance(block, dict) else None
        if not isinstance(block_id, str):  # complained of by the block itself
            continue
        if block_id in seen:
            place.into(index).into("block_id").complain(f"`block_id` {block_id} already exists")
        seen.add(block_id)


def _check_attachments(attachments: Any, place: Place) -> None:
    if not isinstance(attachments, list):
        place.complain("must be an array", "invalid_attachments")
        return
    if len(attachments) > MOST_ATTACHMENTS:
        place.complain(f"no more than {MOST_ATTACHMENTS} items allowed", "too_many_attachments")
    for index, one in enumerate(attachments):
        if not isinstance(one, dict):
            place.into(index).complain("must be an object", "invalid_attachments")
        elif "blocks" in one:
            _check_blocks(one["blocks"], place.into(index).into("blocks"), MOST_BLOCKS)


def _flat(blocks: Sequence[Json]) -> Iterator[Json]:
    for block in blocks:
        yield block
        yield from _flat(block.get("child_blocks") or [])


def _check_whole_message(payload: Json, blocks: Sequence[Json], place: Place) -> None:
    """The rules about all blocks together."""
    kinds = [block["type"] for block in _flat(blocks)]
    place = place.into("blocks")
    if len(blocks) > MOST_BLOCKS:
        place.complain(f"no more than {MOST_BLOCKS} items allowed")
    if kinds.count("table") + kinds.count("data_table") > 1:
        code = INVALID_BLOCKS if payload.get("blocks") else "invalid_attachments"
        place.complain("only_one_table_allowed", code)
    if kinds.count("data_visualization") > MOST_CHARTS:
        place.complain(f"no more than {MOST_CHARTS} data_visualization blocks allowed")
    markdown = sum(len(one["text"]) for one in _flat(blocks) if one["type"] == "markdown")
    if markdown > MOST_MARKDOWN:
        place.complain(
            f"must be less than {MOST_MARKDOWN + 1} characters in all markdown blocks",
            "msg_blocks_too_long",
        )


def _check_text(payload: Json, place: Place, *, update: bool) -> None:
    words, markdown = payload.get("text"), payload.get("markdown_text")
    if markdown is not None and not isinstance(markdown, str):
        place.into("markdown_text").complain("must provide a string", INVALID_ARGUMENTS)
        return
    if markdown:
        if words or payload.get("blocks"):
            place.complain(
                "markdown_text cannot be used with text or blocks", "markdown_text_conflict"
            )
        if len(markdown) > MOST_MARKDOWN:
            place.into("markdown_text").complain("too long", "msg_too_long")
        return
    if words is not None and not isinstance(words, str):
        place.into("text").complain("must provide a string", INVALID_ARGUMENTS)
        return
    if update and words and len(words) > MOST_UPDATE_TEXT:
        place.into("text").complain("too long", "msg_too_long")
    if not words and not payload.get("blocks") and not payload.get("attachments"):
        place.complain("no text, no blocks and no attachments", "no_text")


def _view_blocks(value: Any, place: Place) -> None:
    _check_blocks(value, place, MOST_VIEW_BLOCKS)


_kept = {
    "private_metadata": text(0, 3000),
    "callback_id": text(0, 255),
    "external_id": text(0, 255),
}


def _inputs_need_submit(view: Json, place: Place) -> None:
    has_input = any(block["type"] == "input" for block in view["blocks"])
    if has_input and not view.get("submit"):
        place.complain("missing required field: submit")


_modal = shape(
    {"title": plain_text(24), "blocks": _view_blocks},
    {
        **_kept,
        "submit": plain_text(24),
        "close": plain_text(24),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
    _inputs_need_submit,
)
_home = shape({"blocks": _view_blocks}, _kept)


def _check_focus(blocks: Sequence[Json], place: Place) -> None:
    if sum(bool(element.get("focus_on_load")) for _, element in elements(blocks)) > 1:
        place.complain("only one element may set focus_on_load")


def _check_submission_answer(body: Any, view: Json | None) -> list[Problem]:
    action = body.get("response_action") if isinstance(body, dict) else None
    if action == "clear":
        return []
    if action in ("update", "push"):
        return check_view(body.get("view"))
    if action == "errors":
        return _check_errors(body.get("errors"), view)
    return [Problem("invalid_response_action", "/response_action", f"unknown answer: {action!r}")]


def _check_errors(errors: Any, view: Json | None) -> list[Problem]:
    if not isinstance(errors, dict) or not errors:
        return [Problem("invalid_errors", "/errors", "must name at least one block")]
    inputs = {
        one.get("block_id") for one in (view or {}).get("blocks", []) if one["type"] == "input"
    }
    return [
        Problem("invalid_errors", f"/errors/{block_id}", "no input block has this block_id")
        for block_id in errors
        if view is not None and block_id not in inputs
    ] + [
        Problem("invalid_errors", f"/errors/{block_id}", "must provide a string")
        for block_id, words in errors.items()
        if not isinstance(words, str) or not words
    ]


def _check_suggestions(body: Any) -> list[Problem]:
    problems: list[Problem] = []
    place = Place("message", "", problems)
    if not isinstance(body, dict) or not ({"options", "option_groups"} & body.keys()):
        place.complain("must define either `options` or `option_groups`", "invalid_options")
        return problems
    for name, check in (("options", options), ("option_groups", option_groups)):
        if body.get(name):
            check(body[name], place.into(name))
    return [Problem("invalid_options", one.pointer, one.text) for one in problems]


__all__ = [
    "MOST_OPTIONS",
    "AckKind",
    "Problem",
    "check_ack",
    "check_blocks",
    "check_message",
    "check_view",
]
