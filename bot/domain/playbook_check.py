"""What is wrong with a playbook: each problem, where it stands, and what to do about it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from rapidfuzz import process

from bot.domain.criteria import AnswerKind, ContactRole
from bot.domain.giving import DUE
from bot.domain.playbook_document import (
    OUR_FIELDS,
    CriterionPart,
    Document,
    Ends,
    FieldPart,
    PipelinePart,
    StagePart,
    known_keys,
)
from bot.domain.refusal import Refusal

MOST_CRITERIA = 40
"""Of one pipeline: a form that asks for all of them at once must fit into Slack's 100 blocks."""

RESERVED = frozenset(
    {
        *("stage", "reason", "override", "note", "won_on", "channel", DUE),
        *("name", "account", "amount", "closes_on", "pipeline"),
    }
)
"""Fields that the forms of a deal have besides the playbook's."""

Place = tuple[str | int, ...]
"""The way into the document: keys of mappings and numbers of list items."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: `key` names its sentence (`playbook-problem-<key>`), `line` counts from 1."""

    key: str
    place: Place
    facts: dict[str, object]
    line: int = 0


class BrokenPlaybook(Refusal):
    """The document cannot be a playbook; `problems` are all that was found, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(
            "playbook-broken", line=first.line, problem=first.key, count=len(self.problems)
        )


def checked(told: object) -> Document:
    """The document, where nothing is wrong with it. Raises BrokenPlaybook."""
    try:
        document = Document.model_validate(told)
    except ValidationError as failed:
        raise BrokenPlaybook(_misshapen(failed)) from failed
    problems = list(problems_of(document))
    if problems:
        raise BrokenPlaybook(problems)
    return document


_WRONG_TYPE = {
    "int": "whole-number",
    "string": "text",
    "list": "list",
    "bool": "yes-no",
    "model": "mapping",
    "dict": "mapping",
}


def _misshapen(failed: ValidationError) -> Iterator[Problem]:
    for error in failed.errors(include_url=False):
        place = tuple(error["loc"])
        name = str(place[-1]) if place else ""
        kind = error["type"]
        context: dict[str, Any] = error.get("ctx") or {}
        if kind == "extra_forbidden":
            nearest = _nearest(name)
            key = "unknown-key-nearest" if nearest else "unknown-key"
            facts: dict[str, object] = {"name": name}
            yield Problem(key, place, facts | ({"nearest": nearest} if nearest else {}))
        elif kind == "missing":
            yield Problem("missing-key", place[:-1], {"name": name})
        elif kind in ("enum", "literal_error"):
            expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
            yield Problem("not-one-of", place, {"name": name, "expected": expected})
        elif kind in ("greater_than_equal", "less_than_equal"):
            most = context.get("le", context.get("ge"))
            key = "too-much" if "le" in context else "too-little"
            yield Problem(key, place, {"name": name, "limit": str(most)})
        elif kind == "string_pattern_mismatch":
            yield Problem("bad-key", place, {"name": name, "typed": str(error["input"])[:60]})
        elif kind in ("string_too_short", "string_too_long"):
            most = str(context.get("max_length", context.get("min_length")))
            yield Problem("length", place, {"name": name, "limit": most})
        else:
            expected = next(
                (told for begin, told in _WRONG_TYPE.items() if kind.startswith(begin)), ""
            )
            yield Problem("wrong-type", place, {"name": name, "expected": expected or "other"})


def _nearest(name: str) -> str:
    """The key that its writer may have meant; "" where none is alike."""
    found = process.extractOne(name, sorted(known_keys()), score_cutoff=70)
    return found[0] if found else ""


def problems_of(document: Document) -> Iterator[Problem]:
    """What a well-shaped document can still get wrong."""
    yield from _fields(document.fields)
    if not document.pipelines:
        yield Problem("no-pipeline", ("pipelines",), {})
    yield from _twice([one.key for one in document.pipelines], ("pipelines",), "pipeline-twice")
    yield from _stages_twice(document)
    for number, pipeline in enumerate(document.pipelines):
        yield from _pipeline(pipeline, ("pipelines", number), {one.key for one in document.fields})
    yield from _evidence_asked_alike(document)
    for name in ("lost_reasons", "won_reasons"):
        reasons = getattr(document, name)
        yield from _twice([one.key for one in reasons], (name,), "reason-twice")
        for number, reason in enumerate(reasons):
            yield from _nameless(reason.names, (name, number, "names"))
    yield from _twice(
        [one.key for one in document.activity_kinds], ("activity_kinds",), "kind-twice"
    )
    if not any(not one.archived for one in document.lost_reasons):
        yield Problem("no-lost-reason", ("lost_reasons",) if document.lost_reasons else (), {})
    if sum(document.weights.model_dump().values()) != 100:
        total = sum(document.weights.model_dump().values())
        yield Problem("weights", ("weights",), {"total": str(total)})


def _fields(fields: list[FieldPart]) -> Iterator[Problem]:
    yield from _twice([one.key for one in fields], ("fields",), "field-twice")
    for number, field in enumerate(fields):
        place: Place = ("fields", number)
        yield from _nameless(field.names, (*place, "names"))
        if field.key in OUR_FIELDS | RESERVED | set(ContactRole):
            yield Problem("field-taken", (*place, "key"), {"name": field.key})
        yield from _choices(field.kind, field, place)


def _choices(kind: AnswerKind, part: FieldPart | CriterionPart, place: Place) -> Iterator[Problem]:
    wants = kind is AnswerKind.CHOICE
    if wants and not part.choices:
        yield Problem("no-choices", place, {})
    if part.choices and not wants:
        yield Problem("idle-choices", (*place, "choices"), {})
    yield from _twice([one.key for one in part.choices], (*place, "choices"), "choice-twice")


def _stages_twice(document: Document) -> Iterator[Problem]:
    """A stage's key is its own in the whole playbook; come upon again in one pipeline, the way
    would lead round in a circle."""
    seen: dict[str, tuple[int, int]] = {}
    for outer, pipeline in enumerate(document.pipelines):
        for inner, stage in enumerate(pipeline.stages):
            place: Place = ("pipelines", outer, "stages", inner, "key")
            before = seen.setdefault(stage.key, (outer, inner))
            if before == (outer, inner):
                continue
            circular = before[0] == outer and inner - before[1] > 1
            key = "stage-circular" if circular else "stage-twice"
            yield Problem(key, place, {"name": stage.key})


def _pipeline(pipeline: PipelinePart, place: Place, fields: set[str]) -> Iterator[Problem]:
    facts: dict[str, object] = {"name": pipeline.key}
    yield from _nameless(pipeline.names, (*place, "names"))
    if all(stage.ends for stage in pipeline.stages):
        yield Problem("pipeline-empty", (*place, "stages"), facts)
    for end, missing, several in (
        (Ends.WON, "no-way-to-win", "won-twice"),
        (Ends.LOST, "no-way-to-lose", "lost-twice"),
    ):
        ends = [number for number, one in enumerate(pipeline.stages) if one.ends is end]
        if not ends:
            yield Problem(missing, (*place, "stages"), facts)
        for number in ends[1:]:
            yield Problem(several, (*place, "stages", number, "ends"), facts)
    criteria = sum(len(stage.exit) for stage in pipeline.stages)
    if criteria > MOST_CRITERIA:
        limit = facts | {"limit": str(MOST_CRITERIA)}
        yield Problem("too-many-criteria", (*place, "stages"), limit)
    for number, stage in enumerate(pipeline.stages):
        yield from _stage(stage, (*place, "stages", number), fields)


def _stage(stage: StagePart, place: Place, fields: set[str]) -> Iterator[Problem]:
    yield from _nameless(stage.names, (*place, "names"))
    if stage.ends is not None and stage.exit:
        yield Problem("end-with-exit", (*place, "exit"), {"name": stage.key})
    keys: Counter[str] = Counter()
    for number, criterion in enumerate(stage.exit):
        where = (*place, "exit", number)
        yield from _criterion(criterion, where, fields)
        key = criterion.field or criterion.contact or criterion.evidence or ""
        keys[key] += 1
        if key and keys[key] == 2:
            yield Problem("criterion-twice", where, {"name": str(key)})


def _criterion(one: CriterionPart, place: Place, fields: set[str]) -> Iterator[Problem]:
    if sum(part is not None for part in (one.field, one.contact, one.evidence)) != 1:
        yield Problem("criterion-of-one-sort", place, {})
    if one.evidence is not None and one.ask is None:
        yield Problem("evidence-unasked", place, {"name": one.evidence})
    if one.ask is not None:
        yield from _nameless(one.ask, (*place, "ask"))
    if one.field is not None and one.field not in OUR_FIELDS | fields:
        known = ", ".join(sorted(OUR_FIELDS | fields))
        yield Problem("field-unknown", (*place, "field"), {"name": one.field, "known": known})
    if one.evidence is not None:
        yield from _choices(one.answer, one, place)


def _evidence_asked_alike(document: Document) -> Iterator[Problem]:
    """A key of evidence means one question, wherever it is asked; it is no field's or role's."""
    asked: dict[str, CriterionPart] = {}
    taken = OUR_FIELDS | RESERVED | set(ContactRole) | {one.key for one in document.fields}
    for outer, pipeline in enumerate(document.pipelines):
        for inner, stage in enumerate(pipeline.stages):
            for number, one in enumerate(stage.exit):
                if one.evidence is None:
                    continue
                place: Place = ("pipelines", outer, "stages", inner, "exit", number, "evidence")
                if one.evidence in taken:
                    yield Problem("evidence-taken", place, {"name": one.evidence})
                if asked.setdefault(one.evidence, one) != one:
                    yield Problem("evidence-differs", place, {"name": one.evidence})


def _nameless(part: Any, place: Place) -> Iterator[Problem]:
    if not (part.en or part.ko):
        yield Problem("nameless", place, {})


def _twice(keys: list[str], place: Place, problem: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, key in enumerate(keys):
        if key in seen:
            yield Problem(problem, (*place, number, "key"), {"name": key})
        seen.add(key)
