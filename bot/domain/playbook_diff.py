"""What differs between two versions of a playbook, in an order in which people read it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.criteria import Criterion
from bot.domain.playbook_document import Document, stages_of
from bot.domain.stages import Reason, Stage, Stages


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `key` names its sentence (`diff-<key>`), `facts` what it tells."""

    key: str
    facts: Mapping[str, object] = field(default_factory=dict)


def between(was: Document, now: Document) -> tuple[Change, ...]:
    """Everything that differs, from the pipelines down to the weights."""
    before, after = stages_of(was, 0), stages_of(now, 0)
    return (
        *_pipelines(before, after),
        *_stages(before, after),
        *_fields(was, now),
        *_reasons("lost", before.lost_reasons, after.lost_reasons),
        *_reasons("won", before.won_reasons, after.won_reasons),
        *_kinds(was, now),
        *_numbers("target", was.targets.model_dump(), now.targets.model_dump()),
        *_numbers("weight", was.weights.model_dump(), now.weights.model_dump()),
        *_numbers("agreement", was.agreement.model_dump(), now.agreement.model_dump()),
    )


def _pipelines(before: Stages, after: Stages) -> Iterator[Change]:
    old = {one.key: one for one in before.pipelines}
    new = {one.key: one for one in after.pipelines}
    for key, pipeline in new.items():
        if key not in old:
            yield Change("pipeline-added", {"pipeline": pipeline})
        elif old[key] != pipeline:
            yield Change("pipeline-renamed", {"was": old[key], "pipeline": pipeline})
    for key in old.keys() - new.keys():
        yield Change("pipeline-removed", {"pipeline": old[key]})


def _stages(before: Stages, after: Stages) -> Iterator[Change]:
    for stage in before.all:
        if not after.has(stage.key):
            yield Change("stage-removed", {"stage": stage})
    for stage in after.all:
        if before.has(stage.key):
            yield from _stage(before.get(stage.key), stage)
        else:
            yield _added(after, stage)
            yield from _criteria(stage, (), stage.exit)
    if _order(before, after) != _order(after, before):
        yield Change("stages-reordered", {"stages": after.open})


def _added(stages: Stages, stage: Stage) -> Change:
    before = [one for one in stages.within(stage.pipeline).all if one.position < stage.position]
    if not before:
        return Change("stage-added-first", {"stage": stage})
    return Change("stage-added", {"stage": stage, "behind": before[-1]})


def _order(these: Stages, those: Stages) -> list[str]:
    return [stage.key for stage in these.all if those.has(stage.key)]


_TOLD = ("probability", "expected_days", "silent_after")


def _stage(was: Stage, now: Stage) -> Iterator[Change]:
    if was.names != now.names:
        yield Change("stage-renamed", {"was": was, "stage": now})
    if was.pipeline != now.pipeline:
        yield Change("stage-rerouted", {"stage": now})
    if was.kind is not now.kind:
        yield Change("stage-ends", {"stage": now})
    if was.purpose != now.purpose:
        yield Change("stage-purpose", {"stage": now})
    for name in _TOLD:
        before, after = getattr(was, name), getattr(now, name)
        if before != after:
            key = f"stage-{name.replace('_', '-')}"
            yield Change(key, {"stage": now, "was": before, "now": after})
    if was.forecast != now.forecast:
        facts = {"stage": now, "was": was.forecast, "now": now.forecast}
        yield Change("stage-forecast", facts)
    if set(was.aliases) != set(now.aliases):
        yield Change("stage-aliases", {"stage": now})
    yield from _criteria(now, was.exit, now.exit)


def _criteria(stage: Stage, was: Sequence[Criterion], now: Sequence[Criterion]) -> Iterator[Change]:
    old, new = {one.key: one for one in was}, {one.key: one for one in now}
    for key, criterion in new.items():
        if key not in old:
            yield Change("criterion-added", {"stage": stage, "criterion": criterion})
        elif old[key] != criterion:
            yield Change("criterion-changed", {"stage": stage, "criterion": criterion})
    for key, criterion in old.items():
        if key not in new:
            yield Change("criterion-archived", {"stage": stage, "criterion": criterion})


def _fields(was: Document, now: Document) -> Iterator[Change]:
    old, new = {one.key: one for one in was.fields}, {one.key: one for one in now.fields}
    for key, part in new.items():
        if key not in old:
            yield Change("field-added", {"field": part.names.en or part.names.ko or key})
        elif old[key] != part:
            yield Change("field-changed", {"field": part.names.en or part.names.ko or key})
    for key, part in old.items():
        if key not in new:
            yield Change("field-archived", {"field": part.names.en or part.names.ko or key})


def _reasons(kind: str, was: Sequence[Reason], now: Sequence[Reason]) -> Iterator[Change]:
    old, new = {one.key: one for one in was}, {one.key: one for one in now}
    for key, reason in new.items():
        if key not in old:
            yield Change(f"{kind}-reason-added", {"reason": reason})
        elif reason.archived and not old[key].archived:
            yield Change(f"{kind}-reason-archived", {"reason": reason})
        elif old[key] != reason:
            yield Change(f"{kind}-reason-changed", {"reason": reason})
    for key, reason in old.items():
        if key not in new and not reason.archived:
            yield Change(f"{kind}-reason-archived", {"reason": reason})


def _kinds(was: Document, now: Document) -> Iterator[Change]:
    if was.activity_kinds != now.activity_kinds:
        yield Change("kinds", {})


def _numbers(sort: str, was: Mapping[str, int], now: Mapping[str, int]) -> Iterator[Change]:
    for name, value in now.items():
        if was[name] != value:
            yield Change(f"{sort}-{name.replace('_', '-')}", {"was": was[name], "now": value})
