"""Block Kit in small words; everything else on a page is made of these."""

from collections.abc import Container, Mapping, Sequence
from datetime import date, time
from typing import Any

from bot.domain.parsing_slack import storable
from bot.i18n import Mrkdwn, Translator

Block = dict[str, Any]
Page = dict[str, Any]
"""A message: `text` (a full sentence, for notifications and screen readers) and `blocks`."""

MOST_BLOCKS = 50
MOST_SECTION = 3000
MOST_BUTTON = 75
MOST_OPTION = 75
MOST_TITLE = 24
MOST_HEADER = 150


MOST_SIGNS = 9_000
"""Of the 10,000 signs that a table may hold, the heads' share left out."""


def clip(text: str, most: int) -> str:
    """Cut to Slack's limit, marked with an ellipsis; give it plain text, never escaped."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def plain(text: str, most: int = MOST_SECTION) -> Block:
    return {"type": "plain_text", "text": clip(text, most), "emoji": True}


def mrkdwn(text: Mrkdwn) -> Block:
    return {"type": "mrkdwn", "text": text}


def page(text: Mrkdwn, *blocks: Block) -> Page:
    """A message; without blocks the text itself is shown."""
    shown = list(blocks) or [section(text)]
    return {"text": text, "blocks": shown}


def section(text: Mrkdwn, accessory: Block | None = None) -> Block:
    block: Block = {"type": "section", "text": mrkdwn(text)}
    return block if accessory is None else block | {"accessory": accessory}


def fields(*texts: Mrkdwn) -> Block:
    return {"type": "section", "fields": [mrkdwn(text) for text in texts]}


def quote(text: str) -> Block:
    """People's own words, in a form that Slack never parses."""
    return {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_quote",
                "elements": [{"type": "text", "text": clip(text, MOST_SECTION)}],
            }
        ],
    }


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, MOST_HEADER)}


def context(*texts: Mrkdwn) -> Block:
    return {"type": "context", "elements": [mrkdwn(text) for text in texts]}


def divider() -> Block:
    return {"type": "divider"}


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def fitting(rows: Sequence[list[Block]]) -> list[list[Block]]:
    """As many rows of plain cells as Slack takes signs in one table."""
    left, found = MOST_SIGNS, list[list[Block]]()
    for row in rows:
        left -= sum(len(cell["text"]) for cell in row)
        if left < 0:
            break
        found.append(row)
    return found


def button(
    label: str,
    action_id: str,
    value: str = "",
    *,
    style: str | None = None,
    confirm: Block | None = None,
) -> Block:
    element: Block = {
        "type": "button",
        "text": plain(label, MOST_BUTTON),
        "action_id": action_id,
    }
    if value:
        element["value"] = value
    if style:
        element["style"] = style
    if confirm:
        element["confirm"] = confirm
    return element


def confirm(title: str, text: str, yes: str, no: str) -> Block:
    return {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain(no, 30),
    }


def option(label: str, value: str, description: str = "") -> Block:
    made: Block = {"text": plain(label, MOST_OPTION), "value": value}
    return made | {"description": plain(description, MOST_OPTION)} if description else made


def overflow(action_id: str, *options: Block) -> Block:
    return {"type": "overflow", "action_id": action_id, "options": list(options)}


def select(
    action_id: str,
    options: Sequence[Block],
    *,
    chosen: str | None = None,
    placeholder: str = "",
) -> Block:
    element: Block = {"type": "static_select", "action_id": action_id, "options": list(options)}
    initial = next((one for one in options if one["value"] == chosen), None)
    if initial is not None:
        element["initial_option"] = initial
    if placeholder:
        element["placeholder"] = plain(placeholder, 150)
    return element


def external_select(action_id: str, placeholder: str, chosen: Block | None = None) -> Block:
    element: Block = {
        "type": "external_select",
        "action_id": action_id,
        "placeholder": plain(placeholder, 150),
        "min_query_length": 0,
    }
    return element if chosen is None else element | {"initial_option": chosen}


def text_input(
    action_id: str, *, value: str = "", lines: bool = False, placeholder: str = ""
) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": action_id, "max_length": 3000}
    if lines:
        element["multiline"] = True
    if value:
        element["initial_value"] = clip(value, 3000)
    if placeholder:
        element["placeholder"] = plain(placeholder, 150)
    return element


def number_input(action_id: str, value: str = "") -> Block:
    element: Block = {
        "type": "number_input",
        "action_id": action_id,
        "is_decimal_allowed": True,
    }
    return element | {"initial_value": value} if value else element


def channel_input(action_id: str, chosen: str | None = None) -> Block:
    element: Block = {"type": "channels_select", "action_id": action_id}
    return element | {"initial_channel": chosen} if chosen else element


def date_input(action_id: str, chosen: date | None = None) -> Block:
    element: Block = {"type": "datepicker", "action_id": action_id}
    return element if chosen is None else element | {"initial_date": chosen.isoformat()}


def time_input(action_id: str, chosen: time | None = None) -> Block:
    element: Block = {"type": "timepicker", "action_id": action_id}
    return element if chosen is None else element | {"initial_time": f"{chosen:%H:%M}"}


def checkboxes(action_id: str, options: Sequence[Block], chosen: Container[str]) -> Block:
    element: Block = {"type": "checkboxes", "action_id": action_id, "options": list(options)}
    initial = [one for one in options if one["value"] in chosen]
    return element | {"initial_options": initial} if initial else element


def field(
    name: str, label: str, element: Block, *, optional: bool = False, hint: str = ""
) -> Block:
    """An input of a modal; its block is named for the field that a refusal stands beside."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label, 2000),
        "element": element,
        "optional": optional,
    }
    return block | {"hint": plain(hint, 2000)} if hint else block


def modal(
    t: Translator,
    callback_id: str,
    title: str,
    blocks: Sequence[Block],
    *,
    submit: str,
    carried: str = "",
) -> Block:
    """A form; `carried` are the ids it brings back (views.carry)."""
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(title, MOST_TITLE),
        "submit": plain(submit, MOST_TITLE),
        "close": plain(t("form-cancel"), MOST_TITLE),
        "blocks": list(blocks),
        "private_metadata": carried,
    }


Values = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""A modal's `state.values`."""


def typed(values: Values, name: str) -> str:
    """What stands in a text field, "" where it was left empty."""
    return storable(next(iter(values.get(name, {}).values()), {}).get("value") or "")


def chosen(values: Values, name: str) -> str:
    """The value of a select's option, the user or the channel chosen; "" where none."""
    state = next(iter(values.get(name, {}).values()), {})
    option_ = state.get("selected_option") or {}
    return option_.get("value") or state.get("selected_user") or state.get("selected_channel") or ""


def checked(values: Values, name: str) -> frozenset[str]:
    """The values of the boxes that are ticked."""
    state = next(iter(values.get(name, {}).values()), {})
    return frozenset(one["value"] for one in state.get("selected_options") or ())


def picked_time(values: Values, name: str) -> time | None:
    state = next(iter(values.get(name, {}).values()), {})
    picked = state.get("selected_time")
    return time.fromisoformat(picked) if picked else None


def picked_date(values: Values, name: str) -> date | None:
    state = next(iter(values.get(name, {}).values()), {})
    picked = state.get("selected_date")
    return date.fromisoformat(picked) if picked else None
