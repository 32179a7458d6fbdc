"""Every name that Slack hands back has a listener, and every listener a name of its own."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.kwargs_injection.async_args import AsyncArgs

import handlers
from bot import ids
from tests.house.source import Source, called, calls, sources

LISTENERS = frozenset(
    {"action", "command", "view", "view_closed", "options", "shortcut", "global_shortcut"}
    | {"message_shortcut", "block_action", "block_suggestion", "view_submission", "event"}
)
"""The words by which Bolt is told what to listen for."""

ONLY_READ = frozenset({"VALUE"})
"""Names of inputs that come back inside a form and are listened for by nobody."""

OUR_CONTEXT = frozenset({"asking", "language", "noticing"})
"""What handlers.introduce puts beside Bolt's own arguments."""

BOLTS_OWN = frozenset(inspect.signature(AsyncArgs.__init__).parameters) | {"args", "error"}

NAMES = {name: value for name, value in vars(ids).items() if isinstance(value, str)}
NAMES = {name: value for name, value in NAMES.items() if name.isupper()}

STORIES = [
    module
    for found in pkgutil.iter_modules(handlers.__path__)
    if hasattr(module := importlib.import_module(f"handlers.{found.name}"), "register")
]


def test_no_name_is_given_twice() -> None:
    values = list(NAMES.values())
    assert {value for value in values if values.count(value) > 1} == set()


def test_every_name_has_a_listener() -> None:
    heard = {name for source in sources("handlers") for name in _names_heard(source)}
    assert sorted(NAMES.keys() - heard - ONLY_READ) == []


def test_every_listener_uses_a_name_of_bot_ids() -> None:
    """Slack's own events carry names of Slack's; everything else is ours."""
    strays = [
        source.at(call)
        for source in sources("handlers")
        for call in _listeners(source)
        if called(call) != "event" and not _named_in(call)
    ]
    assert not strays


def test_pages_name_their_actions_by_bot_ids() -> None:
    values = {value for value in NAMES.values() if re.fullmatch(r"\w+\.\w+", value)}
    strays = [
        source.at(node)
        for source in sources("bot/views", "handlers")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and node.value in values
    ]
    assert not strays


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_bolt_knows_every_argument_that_a_listener_asks_for(story: ModuleType) -> None:
    """A name that Bolt does not know becomes None without a word."""
    app = AsyncApp(token="xoxb-played", signing_secret="played")
    story.register(app)
    asked = {
        (str(listener.ack_function.__qualname__), str(name))
        for listener in app._async_listeners
        for part in _parts(listener)
        for name in part.arg_names
    }
    assert asked
    assert {one for one in asked if one[1] not in BOLTS_OWN | OUR_CONTEXT} == set()


def _parts(listener: Any) -> list[Any]:
    """A listener and the matchers of ours: all that Bolt calls with arguments by their names."""
    ours = [matcher for matcher in listener.matchers if hasattr(matcher, "arg_names")]
    return [listener, *ours]


def _listeners(source: Source) -> Iterator[ast.Call]:
    for call in calls(source):
        match call.func:
            case ast.Attribute(value=ast.Name(id="app"), attr=kind) if kind in LISTENERS:
                yield call


def _names_heard(source: Source) -> Iterator[str]:
    for call in _listeners(source):
        yield from _named_in(call)


def _named_in(call: ast.Call) -> list[str]:
    """The names of bot.ids that a listener's first argument is made of."""
    return [
        node.id
        for node in ast.walk(call.args[0])
        if isinstance(node, ast.Name) and node.id in NAMES
    ]
