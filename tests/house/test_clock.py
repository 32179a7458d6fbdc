"""The moment and the settings are handed in: one file reads the clock, one the environment."""

import ast

from tests.house.source import Source, fits, sources

CLOCK = ("bot/clock.py",)
ENVIRONMENT = ("bot/settings.py",)

_CLOCK_READINGS = frozenset({"now", "utcnow", "today"})
_CLOCK_OWNERS = frozenset({"datetime", "date"})
_ENVIRONMENT = frozenset({"environ", "getenv", "environb", "putenv", "unsetenv"})


def test_only_bot_clock_asks_the_machine_for_the_time() -> None:
    strays = [
        source.at(node)
        for source in sources()
        if not fits(source.name, CLOCK)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and _reads_clock(node)
    ]
    assert not strays


def test_only_bot_settings_reads_the_environment() -> None:
    strays = [
        source.at(node)
        for source in sources()
        if not fits(source.name, ENVIRONMENT)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and _reads_environment(node)
    ]
    assert not strays


def test_nobody_takes_the_clock_or_the_environment_apart() -> None:
    """`from time import time` would hide a reading from the two promises above."""
    strays = [
        f"{source.name}: from {module} import {name}"
        for source in sources()
        for module, name in _imported(source)
        if (module, name) == ("time", "time") or (module == "os" and name in _ENVIRONMENT)
    ]
    assert not strays


def _reads_clock(node: ast.Attribute) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id="time"), attr="time" | "time_ns" | "localtime"):
            return True
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=reading):
            return owner in _CLOCK_OWNERS and reading in _CLOCK_READINGS
    return False


def _reads_environment(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "os" and node.attr in _ENVIRONMENT


def _imported(source: Source) -> list[tuple[str | None, str]]:
    return [
        (node.module, one.name)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom)
        for one in node.names
    ]
