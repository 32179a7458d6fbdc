"""Files stay small enough to be read in one sitting, and each says what it is for."""

import ast
from pathlib import Path

import pytest

from tests.house.source import ROOT, Source, sources

THINK_AGAIN_AT = 300
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 60
"""40 is what we aim at; from here on nobody can hold it in their head."""

LONG_WITH_REASON = {
    "store/migrations/versions/0001_the_first_tables.py": "every table, each written out once",
    "tests/sandbox/test_limits.py": "one table with a line for every limit of Slack's",
    "tests/sandbox/test_web_api.py": "one test for each method of the played Web API",
}

CODE = ("bot", "handlers", "schedules", "store", "tests", "bench")


def test_no_file_is_too_long(capsys: pytest.CaptureFixture[str]) -> None:
    lengths = {source.name: source.text.count("\n") for source in _existing()}
    lengths = {name: lines for name, lines in lengths.items() if name not in LONG_WITH_REASON}
    long = {name: lines for name, lines in lengths.items() if lines > THINK_AGAIN_AT}
    with capsys.disabled():
        for name, lines in sorted(long.items()):
            print(f"\n{name}: {lines} lines; think again", end="")
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}


def test_every_reason_is_still_needed() -> None:
    lengths = {source.name: source.text.count("\n") for source in _existing()}
    assert [name for name in LONG_WITH_REASON if lengths.get(name, 0) <= MOST_LINES] == []


def test_no_function_is_too_long() -> None:
    long = {
        f"{source.at(node)} {node.name}": lines
        for source in sources()
        if source.name not in LONG_WITH_REASON
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    }
    assert not long


def test_every_file_says_in_a_sentence_what_it_is_for() -> None:
    silent = [
        source.name
        for source in _existing()
        if source.text.strip() and not ast.get_docstring(source.tree)
    ]
    assert not silent


def test_no_folder_or_file_has_a_name_that_accepts_everything() -> None:
    everything = {"utils", "util", "helpers", "helper", "common", "services", "manager", "misc"}
    strays = [
        source.name
        for source in sources()
        if everything & {Path(part).stem for part in Path(source.name).parts}
    ]
    assert not strays


def test_no_fault_is_caught_wholesale() -> None:
    strays = [
        source.at(handler.body[0])
        for source in sources()
        for handler in ast.walk(source.tree)
        if isinstance(handler, ast.ExceptHandler) and _catches_all(handler)
    ]
    assert not strays


def _existing() -> tuple[Source, ...]:
    return sources(*(package for package in CODE if (ROOT / package).is_dir()))


def _catches_all(handler: ast.ExceptHandler) -> bool:
    match handler.type:
        case None | ast.Name(id="Exception" | "BaseException"):
            return not any(isinstance(node, ast.Raise) for node in ast.walk(handler))
    return False
