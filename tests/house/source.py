"""The source as the house's promises read it: files, their trees, the texts within."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "schedules", "store")


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file; `name` is its path from the repository's root."""

    name: str
    text: str
    tree: ast.Module

    def at(self, node: ast.expr | ast.stmt) -> str:
        return f"{self.name}:{node.lineno}"


@cache
def sources(*packages: str) -> tuple[Source, ...]:
    """Every Python file of the packages (all four where none is named), in order."""
    paths = [
        path for package in packages or PACKAGES for path in sorted((ROOT / package).rglob("*.py"))
    ]
    return tuple(_read(path) for path in paths)


@cache
def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(str(path.relative_to(ROOT)), text, ast.parse(text, str(path)))


def texts(source: Source) -> Iterator[ast.Constant]:
    """Every string that the program uses: no docstrings, and no notes standing alone."""
    alone = {
        node.value
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in alone:
            yield node


def calls(source: Source) -> Iterator[ast.Call]:
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The last word of what is called: `md` for `t.md(…)`, `t` for `t(…)`."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def fits(name: str, places: tuple[str, ...]) -> bool:
    """Whether a file is one of the places, or lies below one that ends in a slash."""
    return any(name.startswith(place) if place.endswith("/") else name == place for place in places)
