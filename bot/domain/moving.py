"""Which stages a move passes, and what the deal must fulfil to leave them."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.criteria import Criterion, Known, unmet
from bot.domain.stages import Stage, StageKind, Stages


class Direction(StrEnum):
    FORWARD = "forward"
    BACKWARD = "backward"
    ACROSS = "across"
    """Into another pipeline."""
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Passage:
    """A move as the playbook sees it: the stages left and passed over, in order, each with the
    criteria that hold for this deal."""

    direction: Direction
    passed: tuple[Stage, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        return tuple({one.key: one for stage in self.passed for one in stage.exit}.values())

    @property
    def needs_reason(self) -> bool:
        """Going back, or over into another pipeline, wants a word why."""
        return self.direction in (Direction.BACKWARD, Direction.ACROSS)

    def lacking(self, known: Known) -> tuple[Criterion, ...]:
        return unmet(self.criteria, known)


def passage(stage_key: str, to: Stage, pinned: Stages, current: Stages) -> Passage:
    """How a deal goes from its stage to `to`, a stage of the playbook in force.

    A deal keeps to the version under which it entered its stage (`pinned`), in what it must fulfil
    to leave it and in the stages that lie between, wherever that version knows the way to `to`.
    Where it doesn't, since `to` is newer, the version in force says what lies between. Losing a
    deal asks for nothing; winning it passes every stage that is left.
    """
    here = pinned.get(stage_key)
    if to.kind is StageKind.LOST:
        return Passage(Direction.LOST, ())
    if to.pipeline != here.pipeline:
        before = [one for one in current.within(to.pipeline).open if _is_before(one, to)]
        return Passage(Direction.ACROSS, tuple(before))
    way = pinned if _leads(pinned, here, to) else current
    goal = way.get(to.key)
    start = way.get(here.key).position if way.has(here.key) else _place_of_gone(here, pinned, way)
    if goal.kind is StageKind.OPEN and goal.position <= start:
        return Passage(Direction.BACKWARD, ())
    between = tuple(
        one
        for one in way.within(here.pipeline).open
        if one.position > start and one.key != to.key and _is_before(one, goal)
    )
    return Passage(Direction.FORWARD, (here, *between))


def _leads(way: Stages, here: Stage, to: Stage) -> bool:
    """Whether the way knows `to` as what it is today."""
    if not way.has(to.key):
        return False
    goal = way.get(to.key)
    return goal.pipeline == here.pipeline and goal.kind is to.kind


def _is_before(stage: Stage, goal: Stage) -> bool:
    """Every open stage lies before the end of its pipeline, wherever that is written."""
    return goal.kind is not StageKind.OPEN or stage.position < goal.position


def _place_of_gone(gone: Stage, pinned: Stages, way: Stages) -> int:
    """Where a stage that is no longer on the way would stand: behind the nearest one before it
    that still is."""
    before = [
        way.get(one.key).position
        for one in pinned.within(gone.pipeline).open
        if one.position < gone.position and way.has(one.key)
    ]
    return max(before, default=0)
