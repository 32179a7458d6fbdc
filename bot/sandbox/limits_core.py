"""Small words to say what a payload must look like; complaints read as Slack's own do."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal

from bot.sandbox.wire import Json

Surface = Literal["message", "modal", "home"]

INVALID_BLOCKS = "invalid_blocks"


@dataclass(frozen=True, slots=True)
class Problem:
    """What Slack would refuse: its error code, where, and why."""

    code: str
    pointer: str
    text: str

    def __str__(self) -> str:
        return f"[ERROR] {self.text} [json-pointer:{self.pointer}]"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the payload we are, and the list that complaints go to."""

    surface: Surface
    pointer: str
    problems: list[Problem]

    def into(self, step: str | int) -> "Place":
        return Place(self.surface, f"{self.pointer}/{step}", self.problems)

    def complain(self, text: str, code: str = INVALID_BLOCKS) -> None:
        self.problems.append(Problem(code, self.pointer, text))


Check = Callable[[Any, Place], None]


def text(least: int, most: int) -> Check:
    """A string of so many characters."""

    def check(value: Any, place: Place) -> None:
        if not isinstance(value, str):
            place.complain("must provide a string")
        elif len(value) > most:
            place.complain(f"must be less than {most + 1} characters")
        elif len(value) < least:
            place.complain(f"must be more than {least - 1} characters")

    return check


def number(least: float | None = None, most: float | None = None, *, whole: bool = True) -> Check:
    def check(value: Any, place: Place) -> None:
        kinds = (int,) if whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds):
            place.complain("must provide an integer" if whole else "must provide a number")
        elif least is not None and value < least:
            place.complain(f"must be greater than or equal to {least}")
        elif most is not None and value > most:
            place.complain(f"must be less than or equal to {most}")

    return check


def boolean(value: Any, place: Place) -> None:
    if not isinstance(value, bool):
        place.complain("must provide a boolean")


def one_of(*values: str) -> Check:
    def check(value: Any, place: Place) -> None:
        if value not in values:
            place.complain("must be a valid enum value")

    return check


def matching(pattern: str, words: str) -> Check:
    compiled = re.compile(pattern)

    def check(value: Any, place: Place) -> None:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            place.complain(words)

    return check


def calendar_date(value: Any, place: Place) -> None:
    try:
        date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        place.complain("must be a valid date in the format YYYY-MM-DD")


def clock_time(value: Any, place: Place) -> None:
    try:
        time.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        place.complain("must be a valid time in the format HH:mm")


def array(of: Check, least: int, most: int) -> Check:
    """A list of so many items, each as the check says."""

    def check(value: Any, place: Place) -> None:
        if not isinstance(value, list):
            place.complain("must be an array")
            return
        if len(value) > most:
            place.complain(f"no more than {most} items allowed")
        if len(value) < least:
            place.complain(f"no fewer than {least} items allowed")
        for index, one in enumerate(value):
            of(one, place.into(index))

    return check


def shape(required: Mapping[str, Check], optional: Mapping[str, Check], *rules: Check) -> Check:
    """An object with these fields and no others; `rules` look at it whole once it fits."""
    known = {**required, **optional}

    def check(value: Any, place: Place) -> None:
        if not isinstance(value, dict):
            place.complain("must be an object")
            return
        before = len(place.problems)
        for name in required:
            if value.get(name) is None:
                place.complain(f"missing required field: {name}")
        for name, one in value.items():
            if name == "type":
                continue
            if name not in known:
                place.complain(f"invalid additional property: {name}")
            elif one is not None:
                known[name](one, place.into(name))
        if len(place.problems) == before:
            for rule in rules:
                rule(value, place)

    return check


def needs_one_of(*names: str) -> Check:
    def check(value: Json, place: Place) -> None:
        if not any(value.get(name) is not None for name in names):
            words = " or ".join(f"`{name}`" for name in names)
            place.complain(f"must define either {words}")

    return check


def not_both(first: str, second: str) -> Check:
    def check(value: Json, place: Place) -> None:
        if value.get(first) is not None and value.get(second) is not None:
            place.complain(f"`{first}` and `{second}` cannot both be defined")

    return check


def either_type(**kinds: Check) -> Check:
    """An object told apart by its `type`."""

    def check(value: Any, place: Place) -> None:
        if not isinstance(value, dict):
            place.complain("must be an object")
            return
        kind = kinds.get(str(value.get("type")))
        if kind is None:
            place.into("type").complain(f"unsupported type: {value.get('type')}")
            return
        kind(value, place)

    return check


def _text_object(kinds: tuple[str, ...], most: int) -> Check:
    plain = shape({"text": text(1, most)}, {"emoji": boolean})
    rich = shape({"text": text(1, most)}, {"verbatim": boolean})

    def check(value: Any, place: Place) -> None:
        if not isinstance(value, dict) or value.get("type") not in kinds:
            place.complain(f"must be a text object of type {' or '.join(kinds)}")
            return
        (plain if value["type"] == "plain_text" else rich)(value, place)

    return check


def plain_text(most: int) -> Check:
    return _text_object(("plain_text",), most)


def any_text(most: int) -> Check:
    return _text_object(("plain_text", "mrkdwn"), most)


identifier = text(1, 255)
url = text(1, 3000)
