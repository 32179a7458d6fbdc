"""Playbooks as YAML: read with the line of every fault, written with its author's comments kept."""

import io
from dataclasses import replace
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

from bot.domain.playbook_check import BrokenPlaybook, Place, Problem, checked
from bot.domain.playbook_document import Document, plain

MOST_SIGNS = 500_000


def read(text: str) -> Document:
    """The playbook that a YAML text holds. Raises BrokenPlaybook with the line of each fault."""
    tree = _tree(text)
    try:
        return checked(_bare(tree))
    except BrokenPlaybook as broken:
        placed = (replace(one, line=_line(tree, one.place)) for one in broken.problems)
        raise BrokenPlaybook(sorted(placed, key=lambda one: one.line)) from broken


def write(document: Document, source: str = "") -> str:
    """The document as YAML; where it was made from `source`, with that text's comments, order and
    way of writing wherever they still fit."""
    told = plain(document)
    if not source:
        return _dumped(_as_tree(told))
    tree = _tree(source)
    _merge(tree, document.model_dump(mode="json"), told)
    return _dumped(tree)


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(tree: Any) -> str:
    out = io.StringIO()
    _yaml().dump(tree, out)
    return out.getvalue()


def _tree(text: str) -> Any:
    if len(text) > MOST_SIGNS:
        raise BrokenPlaybook([Problem("too-long", (), {"limit": f"{MOST_SIGNS:,}"}, 1)])
    try:
        for event in _yaml().parse(io.StringIO(text)):
            if isinstance(event, AliasEvent):
                line = event.start_mark.line + 1
                raise BrokenPlaybook([Problem("alias", (), {"name": str(event.anchor)}, line)])
        tree = _yaml().load(text)
    except DuplicateKeyError as error:
        raise BrokenPlaybook([Problem("key-twice", (), {}, _marked(error))]) from error
    except MarkedYAMLError as error:
        told = str(error.problem or "").splitlines()
        facts: dict[str, object] = {"said": told[0] if told else ""}
        raise BrokenPlaybook([Problem("not-yaml", (), facts, _marked(error))]) from error
    except YAMLError as error:
        facts = {"said": str(error).splitlines()[0][:100]}
        raise BrokenPlaybook([Problem("not-yaml", (), facts, 1)]) from error
    if not isinstance(tree, CommentedMap):
        raise BrokenPlaybook([Problem("not-a-playbook", (), {}, 1)])
    return tree


def _marked(error: MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1


def _bare(node: Any) -> Any:
    """Plain lists and mappings, keys as texts, so that a fault is told of the text alone."""
    if isinstance(node, dict):
        return {str(key): _bare(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_bare(one) for one in node]
    if isinstance(node, bool) or node is None:
        return node
    if isinstance(node, int):
        return int(node)
    return float(node) if isinstance(node, float) else str(node)


def _line(tree: Any, place: Place) -> int:
    """The line of what stands at a place, or of the last thing on the way there."""
    node, line = tree, 1
    for step in place:
        try:
            if isinstance(node, CommentedMap):
                line = node.lc.key(step)[0] + 1
            elif isinstance(node, CommentedSeq):
                line = node.lc.item(step)[0] + 1
            node = node[step]
        except (KeyError, IndexError, TypeError):
            break
    return line


def _as_tree(told: Any) -> Any:
    """New mappings; short ones (names in two languages) on one line."""
    if isinstance(told, dict):
        tree = CommentedMap((key, _as_tree(value)) for key, value in told.items())
        if told.keys() <= {"en", "ko"}:
            tree.fa.set_flow_style()
        return tree
    if isinstance(told, list):
        seq = CommentedSeq(_as_tree(one) for one in told)
        if told and all(isinstance(one, str) for one in told):
            seq.fa.set_flow_style()
        return seq
    return told


def _merge(tree: CommentedMap, full: dict[str, Any], terse: dict[str, Any]) -> None:
    """Makes a tree say what `full` says, touching only what differs. What is new goes in tersely;
    a default that its author wrote out stays."""
    for key in list(tree):
        if full.get(str(key)) is None:
            del tree[key]
        else:
            tree[key] = _merged(tree[key], full[str(key)], terse.get(str(key)))
    for key, value in terse.items():
        if key not in tree:
            tree[key] = _as_tree(value)


def _merged(was: Any, full: Any, terse: Any) -> Any:
    if isinstance(full, dict):
        if isinstance(was, str) and full == {"en": was, "ko": was}:
            return was
        if not isinstance(was, CommentedMap):
            return _as_tree(terse)
        _merge(was, full, terse or {})
        return was
    if isinstance(full, list) and isinstance(was, CommentedSeq):
        return _merged_list(was, full, terse or [])
    return was if was == full and type(was) is not bool else _as_tree(full)


def _merged_list(was: CommentedSeq, full: list[Any], terse: list[Any]) -> CommentedSeq:
    """Items are known again by what names them; those in their old place keep their comments."""
    known = {_name(one): one for one in was}
    stays = list(known) == [_name(one) for one in terse]
    merged = [
        _merged(known.get(_name(short)), long, short)
        for long, short in zip(full, terse, strict=True)
    ]
    if stays:
        for number, one in enumerate(merged):
            was[number] = one
        return was
    comments = {_name(one): was.ca.items.get(number) for number, one in enumerate(was)}
    del was[:]
    for number, one in enumerate(merged):
        was.insert(number, one)
        comment = comments.get(_name(one))
        if comment is not None:
            was.ca.items[number] = comment
    return was


def _name(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    return next(
        (
            f"{name}:{item[name]}"
            for name in ("key", "field", "contact", "evidence")
            if name in item
        ),
        str(item),
    )
