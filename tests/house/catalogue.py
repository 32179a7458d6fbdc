"""The catalogues as the house's promises read them: sentences and the facts they name."""

from dataclasses import dataclass
from functools import cache

from fluent.syntax import FluentParser, ast, visitor

from bot.i18n import LOCALES


@dataclass(frozen=True, slots=True)
class Sentence:
    """One message of one language: where it stands, what it says, the facts it names."""

    file: str
    key: str
    said: str
    facts: frozenset[str]


@cache
def sentences(language: str) -> dict[str, Sentence]:
    """Every sentence of a language by its key. Raises where a key is said twice."""
    found: dict[str, Sentence] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Junk):
                raise ValueError(f"{language}/{path.name}: not Fluent: {entry.content}")
            if isinstance(entry, ast.Message):
                key = entry.id.name
                if key in found:
                    raise ValueError(f"{language}/{path.name}: {key} is said twice")
                found[key] = Sentence(path.name, key, _said(entry), _facts(entry))
    return found


def _said(message: ast.Message) -> str:
    """The sentence as text, its facts left out."""
    if message.value is None:
        return ""
    words = _Words()
    words.visit(message.value)
    return " ".join(words.found).strip()


def _facts(message: ast.Message) -> frozenset[str]:
    names = _Names()
    names.visit(message)
    return frozenset(names.found)


class _Words(visitor.Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - fluent's name
        self.found.append(node.value)

    def visit_StringLiteral(self, node: ast.StringLiteral) -> None:  # noqa: N802 - fluent's name
        self.found.append(node.value)


class _Names(visitor.Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - fluent's
        self.found.add(node.id.name)
