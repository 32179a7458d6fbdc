"""What Slack's own form checks before it lets a person submit."""

import re
from collections.abc import Callable, Mapping

from bot.sandbox import anatomy
from bot.sandbox.surfaces import View
from bot.sandbox.wire import Json

REQUIRED = "Please complete this required field."
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"[a-zA-Z][\w+.-]*://\S+")


def faults(view: View) -> dict[str, str]:
    """The words beside each field that stops the submission."""
    values, found = view.values, {}
    for block, element in anatomy.elements(view.blocks):
        if block["type"] != "input":
            continue
        state = values[block["block_id"]][element["action_id"]]
        if anatomy.is_empty(state):
            if not block.get("optional"):
                found[block["block_id"]] = REQUIRED
            continue
        words = _CHECKS.get(element["type"], _nothing)(element, str(state.get("value") or ""))
        if words:
            found[block["block_id"]] = words
    return found


def _nothing(_element: Json, _typed: str) -> str:
    return ""


def _text(element: Json, typed: str) -> str:
    if len(typed) < element.get("min_length", 0):
        return f"Please enter at least {element['min_length']} characters."
    if len(typed) > element.get("max_length", 3000):
        return f"Please enter at most {element.get('max_length', 3000)} characters."
    return ""


def _number(element: Json, typed: str) -> str:
    try:
        value = float(typed)
    except ValueError:
        return "Please enter a number."
    if not element["is_decimal_allowed"] and not value.is_integer():
        return "Please enter a whole number."
    if "min_value" in element and value < float(element["min_value"]):
        return f"Please enter a number of at least {element['min_value']}."
    if "max_value" in element and value > float(element["max_value"]):
        return f"Please enter a number of at most {element['max_value']}."
    return ""


def _email(_element: Json, typed: str) -> str:
    return "" if _EMAIL.fullmatch(typed) else "Please enter a valid email address."


def _url(_element: Json, typed: str) -> str:
    return "" if _URL.fullmatch(typed) else "Please enter a valid URL."


_CHECKS: Mapping[str, Callable[[Json, str], str]] = {
    "plain_text_input": _text,
    "number_input": _number,
    "email_text_input": _email,
    "url_text_input": _url,
}
