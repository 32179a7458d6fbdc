"""What Slack demands of each kind of block, and on which surface it takes it."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox import limits_data
from bot.sandbox.limits_core import (
    Check,
    Place,
    Surface,
    any_text,
    array,
    boolean,
    identifier,
    needs_one_of,
    number,
    one_of,
    plain_text,
    shape,
    text,
    url,
)
from bot.sandbox.limits_elements import ELEMENTS, image
from bot.sandbox.limits_rich_text import only_rich_text, rich_text
from bot.sandbox.wire import Json

MOST_MARKDOWN = 12_000

_SELECTS = frozenset(
    {"static_select", "external_select", "users_select", "conversations_select", "channels_select"}
)
_MULTI_SELECTS = frozenset(f"multi_{one}" for one in _SELECTS)
_CHOICES = frozenset({"checkboxes", "radio_buttons", "datepicker", "timepicker"})
_ACTIONS = _SELECTS | _CHOICES | {"button", "overflow", "datetimepicker", "workflow_button"}
_ACCESSORIES = (
    _SELECTS | _MULTI_SELECTS | _CHOICES | {"button", "overflow", "workflow_button", "image"}
)
_INPUTS = _SELECTS | _MULTI_SELECTS | _CHOICES | {
    "datetimepicker", "plain_text_input", "email_text_input", "url_text_input", "number_input",
    "rich_text_input", "file_input",
}  # fmt: skip
_ONLY_IN_MODALS = frozenset({"file_input"})

_block_id: Mapping[str, Check] = {"block_id": identifier}


def _element(allowed: frozenset[str]) -> Check:
    def check(value: Any, place: Place) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        if kind not in allowed or (kind in _ONLY_IN_MODALS and place.surface != "modal"):
            place.into("type").complain(f"unsupported type: {kind}")
            return
        if "focus_on_load" in value and place.surface == "message":
            place.complain("focus_on_load is not supported in messages")
        ELEMENTS[kind](value, place)

    return check


def _action_ids_differ(block: Json, place: Place) -> None:
    seen = set()
    for index, element in enumerate(block["elements"]):
        action_id = element.get("action_id")
        if not isinstance(action_id, str):  # complained of by the element itself
            continue
        if action_id in seen:
            place.into("elements").into(index).into("action_id").complain(
                f"`action_id` {action_id} already exists"
            )
        seen.add(action_id)


def _context_part(value: Any, place: Place) -> None:
    if isinstance(value, dict) and value.get("type") == "image":
        image(value, place)
    else:
        any_text(2000)(value, place)


def _image_element(value: Any, place: Place) -> None:
    _element(frozenset({"image"}))(value, place)


def _under(most: int) -> Check:
    """Slack's "less than": the limit itself is already too long."""
    return plain_text(most - 1)


_card = shape(
    {},
    {
        **_block_id,
        "title": any_text(150),
        "subtitle": any_text(150),
        "body": any_text(200),
        "hero_image": _image_element,
        "icon": _image_element,
        "actions": array(_element(frozenset({"button"})), 1, 5),
    },
    needs_one_of("hero_image", "title", "actions", "body"),
)


def _card_block(value: Any, place: Place) -> None:
    if not isinstance(value, dict) or value.get("type") != "card":
        place.into("type").complain("unsupported type: only cards go into a carousel")
        return
    _card(value, place)


def _child_block(value: Any, place: Place) -> None:
    if isinstance(value, dict) and value.get("type") == "container":
        place.into("type").complain("unsupported type: container")
        return
    check_block(value, place)


_task_fields: Mapping[str, Check] = {
    **_block_id,
    "details": only_rich_text,
    "output": only_rich_text,
    "sources": array(shape({"url": url, "text": text(1, 3000)}, {}), 1, 100),
}
_status = one_of("pending", "in_progress", "complete", "error")
_task = shape({"task_id": identifier, "title": text(1, 3000), "status": _status}, _task_fields)

BLOCKS: Mapping[str, tuple[frozenset[Surface], Check]] = {
    "section": (
        frozenset({"message", "modal", "home"}),
        shape(
            {},
            {
                **_block_id,
                "text": any_text(3000),
                "fields": array(any_text(2000), 1, 10),
                "accessory": _element(_ACCESSORIES),
                "expand": boolean,
            },
            needs_one_of("text", "fields"),
        ),
    ),
    "header": (
        frozenset({"message", "modal", "home"}),
        shape({"text": plain_text(150)}, {**_block_id, "level": number(1, 4)}),
    ),
    "divider": (frozenset({"message", "modal", "home"}), shape({}, _block_id)),
    "image": (
        frozenset({"message", "modal", "home"}),
        shape(
            {"alt_text": text(1, 2000)},
            {
                **_block_id,
                "title": plain_text(2000),
                "image_url": url,
                "slack_file": shape({}, {"id": identifier, "url": url}, needs_one_of("id", "url")),
            },
            needs_one_of("image_url", "slack_file"),
        ),
    ),
    "actions": (
        frozenset({"message", "modal", "home"}),
        shape({"elements": array(_element(_ACTIONS), 1, 25)}, _block_id, _action_ids_differ),
    ),
    "context": (
        frozenset({"message", "modal", "home"}),
        shape({"elements": array(_context_part, 1, 10)}, _block_id),
    ),
    "context_actions": (
        frozenset({"message"}),
        shape(
            {"elements": array(_element(frozenset({"feedback_buttons", "icon_button"})), 1, 5)},
            _block_id,
        ),
    ),
    "input": (
        frozenset({"message", "modal", "home"}),
        shape(
            {"label": plain_text(2000), "element": _element(_INPUTS)},
            {
                **_block_id,
                "hint": plain_text(2000),
                "optional": boolean,
                "dispatch_action": boolean,
            },
        ),
    ),
    "rich_text": (frozenset({"message", "modal", "home"}), rich_text),
    "markdown": (
        frozenset({"message"}),
        shape({"text": text(1, MOST_MARKDOWN)}, _block_id),
    ),
    "table": (frozenset({"message"}), limits_data.table(identifier, rich_text)),
    "data_table": (
        frozenset({"message", "home"}),
        limits_data.data_table(identifier, rich_text),
    ),
    "data_visualization": (frozenset({"message"}), limits_data.data_visualization(identifier)),
    "card": (frozenset({"message", "home"}), _card),
    "carousel": (
        frozenset({"message", "home"}),
        shape({"elements": array(_card_block, 1, 10)}, _block_id),
    ),
    "container": (
        frozenset({"message"}),
        shape(
            {"child_blocks": array(_child_block, 1, 10)},
            {
                **_block_id,
                "title": plain_text(150),
                "rich_text_title": only_rich_text,
                "subtitle": any_text(150),
                "width": one_of("narrow", "standard", "wide", "full"),
                "icon": _image_element,
                "is_collapsible": boolean,
                "default_collapsed": boolean,
                "has_header_divider": boolean,
            },
            needs_one_of("title", "rich_text_title"),
        ),
    ),
    "alert": (
        frozenset({"modal"}),
        shape(
            {"text": any_text(3000)},
            {**_block_id, "level": one_of("default", "info", "warning", "error", "success")},
        ),
    ),
    "task_card": (frozenset({"message"}), _task),
    "plan": (
        frozenset({"message"}),
        shape({"title": text(1, 3000)}, {**_block_id, "tasks": array(_task, 1, 100)}),
    ),
    "video": (
        frozenset({"message", "modal", "home"}),
        shape(
            {
                "title": _under(200),
                "alt_text": text(1, 2000),
                "video_url": url,
                "thumbnail_url": url,
            },
            {
                **_block_id,
                "title_url": url,
                "description": plain_text(200),
                "author_name": text(1, 49),
                "provider_name": text(1, 49),
                "provider_icon_url": url,
            },
        ),
    ),
}


def check_block(value: Any, place: Place) -> None:
    """One block, on the place's surface."""
    kind = value.get("type") if isinstance(value, dict) else None
    known = BLOCKS.get(str(kind))
    if known is None or place.surface not in known[0]:
        place.into("type").complain(f"unsupported type: {kind}")
        return
    known[1](value, place)
