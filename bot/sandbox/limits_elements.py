"""What Slack demands of the elements of blocks: buttons, selects, pickers, inputs."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox.limits_core import (
    Check,
    Place,
    any_text,
    array,
    boolean,
    calendar_date,
    clock_time,
    identifier,
    matching,
    needs_one_of,
    not_both,
    number,
    one_of,
    plain_text,
    shape,
    text,
    url,
)
from bot.sandbox.wire import Json

MOST_OPTIONS = 100

_id: Mapping[str, Check] = {"action_id": identifier}
_focus: Mapping[str, Check] = {"focus_on_load": boolean}
_placeholder: Mapping[str, Check] = {"placeholder": plain_text(150)}
_style = one_of("primary", "danger")

confirm = shape(
    {
        "title": plain_text(100),
        "text": any_text(300),
        "confirm": plain_text(30),
        "deny": plain_text(30),
    },
    {"style": _style},
)
_asks: Mapping[str, Check] = {**_id, "confirm": confirm}

option = shape(
    {"text": plain_text(75), "value": text(1, 150)},
    {"description": plain_text(75)},
)
_marked_option = shape({"text": any_text(75), "value": text(1, 150)}, {"description": any_text(75)})
_overflow_option = shape(
    {"text": plain_text(75), "value": text(1, 150)}, {"description": plain_text(75), "url": url}
)
options = array(option, 1, MOST_OPTIONS)
option_groups = array(shape({"label": plain_text(75), "options": options}, {}), 1, MOST_OPTIONS)


def _all_options(element: Json) -> list[Json]:
    grouped = [one for group in element.get("option_groups") or [] for one in group["options"]]
    return [*(element.get("options") or []), *grouped]


def _essence(one: Json) -> tuple[Any, Any]:
    return one["value"], one["text"]["text"]


def _initial_is_offered(element: Json, place: Place) -> None:
    """Slack refuses an initial option that is not, to the letter, among the options."""
    offered = {_essence(one) for one in _all_options(element)}
    if "initial_option" in element and _essence(element["initial_option"]) not in offered:
        place.into("initial_option").complain("initial_option must be one of the options")
    for index, one in enumerate(element.get("initial_options") or []):
        if _essence(one) not in offered:
            place.into("initial_options").into(index).complain(
                "initial_options must be among the options"
            )


def _static(initial: Mapping[str, Check], more: Mapping[str, Check]) -> Check:
    return shape(
        {},
        {
            **_asks, **_focus, **_placeholder, **initial, **more,
            "options": options, "option_groups": option_groups,
        },
        needs_one_of("options", "option_groups"),
        not_both("options", "option_groups"),
        _initial_is_offered,
    )  # fmt: skip


_several: Mapping[str, Check] = {"max_selected_items": number(1)}
_one_option: Mapping[str, Check] = {"initial_option": option}
_more_options: Mapping[str, Check] = {"initial_options": array(option, 1, MOST_OPTIONS)}
_query: Mapping[str, Check] = {"min_query_length": number(0)}
_respond: Mapping[str, Check] = {"response_url_enabled": boolean}
_which: Mapping[str, Check] = {
    "default_to_current_conversation": boolean,
    "filter": shape(
        {},
        {
            "include": array(one_of("im", "mpim", "private", "public"), 1, 4),
            "exclude_external_shared_channels": boolean,
            "exclude_bot_users": boolean,
        },
    ),
}


def _picker(*fields: Mapping[str, Check]) -> Check:
    optional: dict[str, Check] = {**_asks, **_focus, **_placeholder}
    for more in fields:
        optional |= more
    return shape({}, optional)


def _names(initial: str) -> Mapping[str, Check]:
    return {initial: array(identifier, 1, MOST_OPTIONS)}


def _shortest_fits(element: Json, place: Place) -> None:
    if element.get("min_length", 0) > element.get("max_length", 3000):
        place.complain("min_length must be less than or equal to max_length")
    initial = element.get("initial_value")
    if isinstance(initial, str) and len(initial) > element.get("max_length", 3000):
        place.into("initial_value").complain(
            f"must be less than {element.get('max_length', 3000) + 1} characters"
        )


_dispatch: Mapping[str, Check] = {
    "dispatch_action_config": shape(
        {},
        {"trigger_actions_on": array(one_of("on_enter_pressed", "on_character_entered"), 1, 2)},
    )
}
_typed: Mapping[str, Check] = {**_id, **_focus, **_placeholder, **_dispatch}
_choices: Mapping[str, Check] = {"options": array(_marked_option, 1, 10)}
_numeral = matching(r"-?\d+(\.\d+)?", "must be a number in a string")

image = shape(
    {"alt_text": text(0, 2000)},
    {
        "image_url": url,
        "slack_file": shape({}, {"id": identifier, "url": url}, needs_one_of("id", "url")),
        "fallback": text(0, 2000),
        "image_width": number(0),
        "image_height": number(0),
        "image_bytes": number(0),
    },
    needs_one_of("image_url", "slack_file"),
    not_both("image_url", "slack_file"),
)

_button = shape(
    {"text": plain_text(75)},
    {
        **_asks,
        "value": text(0, 2000),
        "url": url,
        "style": _style,
        "accessibility_label": text(1, 75),
        "agent_prompt": text(1, 4000),
    },
)
_feedback = shape(
    {"text": plain_text(75), "value": text(1, 2000)}, {"accessibility_label": text(1, 75)}
)

ELEMENTS: Mapping[str, Check] = {
    "button": _button,
    "workflow_button": shape(
        {"text": plain_text(75), "workflow": lambda _value, _place: None},
        {**_id, "style": _style, "accessibility_label": text(1, 75)},
    ),
    "overflow": shape({"options": array(_overflow_option, 1, 5)}, _asks),
    "checkboxes": shape(
        _choices,
        {**_asks, **_focus, "initial_options": array(_marked_option, 1, 10)},
        _initial_is_offered,
    ),
    "radio_buttons": shape(
        _choices, {**_asks, **_focus, "initial_option": _marked_option}, _initial_is_offered
    ),
    "static_select": _static(_one_option, {}),
    "multi_static_select": _static(_more_options, _several),
    "external_select": _picker(_one_option, _query),
    "multi_external_select": _picker(_more_options, _query, _several),
    "users_select": _picker({"initial_user": identifier}),
    "multi_users_select": _picker(_names("initial_users"), _several),
    "conversations_select": _picker({"initial_conversation": identifier}, _which, _respond),
    "multi_conversations_select": _picker(_names("initial_conversations"), _which, _several),
    "channels_select": _picker({"initial_channel": identifier}, _respond),
    "multi_channels_select": _picker(_names("initial_channels"), _several),
    "datepicker": _picker({"initial_date": calendar_date}),
    "timepicker": _picker({"initial_time": clock_time, "timezone": identifier}),
    "datetimepicker": shape(
        {}, {**_asks, **_focus, "initial_date_time": number(1_000_000_000, 9_999_999_999)}
    ),
    "plain_text_input": shape(
        {},
        {
            **_typed,
            "initial_value": text(0, 3000),
            "multiline": boolean,
            "min_length": number(0, 3000),
            "max_length": number(1, 3000),
        },
        _shortest_fits,
    ),
    "email_text_input": shape({}, {**_typed, "initial_value": text(0, 3000)}),
    "url_text_input": shape({}, {**_typed, "initial_value": text(0, 3000)}),
    "number_input": shape(
        {"is_decimal_allowed": boolean},
        {**_typed, "initial_value": _numeral, "min_value": _numeral, "max_value": _numeral},
    ),
    "rich_text_input": shape(
        {},
        {
            **_typed,
            "initial_value": lambda _value, _place: None,
            "min_lines": number(1),
            "max_lines": number(1),
        },
    ),
    "file_input": shape(
        {}, {**_id, "filetypes": array(text(1, 50), 1, 100), "max_files": number(1, 10)}
    ),
    "feedback_buttons": shape({"positive_button": _feedback, "negative_button": _feedback}, _id),
    "icon_button": shape(
        {"icon": one_of("trash"), "text": plain_text(75)},
        {
            **_asks,
            "value": text(1, 2000),
            "visible_to_user_ids": array(identifier, 1, 100),
            "accessibility_label": text(1, 75),
        },
    ),
    "image": image,
}
