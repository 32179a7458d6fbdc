"""Finding one's way in blocks: their interactive elements, the names Slack gives to nameless
ones, and the state of their inputs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.sandbox.wire import Json


@dataclass(frozen=True, slots=True)
class Stateful:
    """How an input's state is called, where it starts from, and what stands for nothing."""

    key: str
    initial: str | None
    nothing: Any = None

    def of(self, element: Json) -> Any:
        value = element.get(self.initial) if self.initial else None
        return self.nothing if value is None else value


_TYPED = Stateful("value", "initial_value")
_OPTION = Stateful("selected_option", "initial_option")
_OPTIONS = Stateful("selected_options", "initial_options", [])

STATEFUL: Mapping[str, Stateful] = {
    "plain_text_input": _TYPED,
    "email_text_input": _TYPED,
    "url_text_input": _TYPED,
    "number_input": _TYPED,
    "rich_text_input": Stateful("rich_text_value", "initial_value"),
    "static_select": _OPTION,
    "external_select": _OPTION,
    "radio_buttons": _OPTION,
    "multi_static_select": _OPTIONS,
    "multi_external_select": _OPTIONS,
    "checkboxes": _OPTIONS,
    "users_select": Stateful("selected_user", "initial_user"),
    "multi_users_select": Stateful("selected_users", "initial_users", []),
    "conversations_select": Stateful("selected_conversation", "initial_conversation"),
    "multi_conversations_select": Stateful("selected_conversations", "initial_conversations", []),
    "channels_select": Stateful("selected_channel", "initial_channel"),
    "multi_channels_select": Stateful("selected_channels", "initial_channels", []),
    "datepicker": Stateful("selected_date", "initial_date"),
    "timepicker": Stateful("selected_time", "initial_time"),
    "datetimepicker": Stateful("selected_date_time", "initial_date_time"),
    "file_input": Stateful("files", None, []),
}

STATELESS = frozenset({"button", "overflow", "workflow_button", "icon_button", "feedback_buttons"})
INTERACTIVE = STATELESS | frozenset(STATEFUL)

_NESTED = ("blocks", "child_blocks", "elements", "actions")


def elements(blocks: Sequence[Json]) -> Iterator[tuple[Json, Json]]:
    """Every interactive element with the block it stands in."""
    for block in blocks:
        for one in _parts(block):
            if one.get("type") in INTERACTIVE:
                yield block, one
            else:
                yield from elements([one])


def _parts(block: Json) -> Iterator[Json]:
    for key in ("accessory", "element"):
        if isinstance(block.get(key), dict):
            yield block[key]
    for key in _NESTED:
        if isinstance(block.get(key), list):
            yield from (one for one in block[key] if isinstance(one, dict))


def find(blocks: Sequence[Json], block_id: str, action_id: str) -> tuple[Json, Json] | None:
    """The block and element of these names."""
    for block, element in elements(blocks):
        if block.get("block_id") == block_id and element.get("action_id") == action_id:
            return block, element
    return None


def all_blocks(blocks: Sequence[Json] | None, attachments: Sequence[Json] | None) -> list[Json]:
    """A message's blocks together with those of its attachments."""
    inner = [block for one in attachments or [] for block in one.get("blocks") or []]
    return [*(blocks or []), *inner]


def dressed(blocks: Sequence[Json], new_name: Callable[[], str]) -> list[Json]:
    """The blocks as Slack hands them back: each with a block_id, each element with an
    action_id."""
    return [_dress_block(block, new_name) for block in blocks]


def _dress_block(block: Json, new_name: Callable[[], str]) -> Json:
    worn = {**block, "block_id": block.get("block_id") or new_name()}
    for key in ("accessory", "element"):
        if isinstance(worn.get(key), dict):
            worn[key] = _dress_element(worn[key], new_name)
    for key in _NESTED:
        if isinstance(worn.get(key), list):
            worn[key] = [_dress_part(one, new_name) for one in worn[key]]
    return worn


def _dress_part(part: Any, new_name: Callable[[], str]) -> Any:
    if not isinstance(part, dict):
        return part
    if part.get("type") in INTERACTIVE:
        return _dress_element(part, new_name)
    has_parts = any(isinstance(part.get(key), list) for key in _NESTED)
    is_inline = str(part.get("type", "")).startswith("rich_text_")
    return _dress_block(part, new_name) if has_parts and not is_inline else part


def _dress_element(element: Json, new_name: Callable[[], str]) -> Json:
    if element.get("type") not in INTERACTIVE or element.get("action_id"):
        return element
    return {**element, "action_id": new_name()}


Values = dict[str, dict[str, Json]]


def state(blocks: Sequence[Json], touched: Mapping[str, Mapping[str, Json]]) -> Values:
    """`state.values`: every input, touched or not, the untouched with what they started from."""
    values: Values = {}
    for block, element in elements(blocks):
        kind = STATEFUL.get(element["type"])
        if kind is None:
            continue
        known = touched.get(block["block_id"], {}).get(element["action_id"], {})
        value = known[kind.key] if kind.key in known else kind.of(element)
        if value == "":
            value = None
        one: Json = {"type": element["type"], kind.key: value}
        if element["type"] == "timepicker" and "timezone" in element:
            one["timezone"] = element["timezone"]
        values.setdefault(block["block_id"], {})[element["action_id"]] = one
    return values


def is_empty(value: Json) -> bool:
    """Whether an input's state holds nothing."""
    kind = STATEFUL[value["type"]]
    return value.get(kind.key) in (None, "", [])
