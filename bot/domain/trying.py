"""What a new playbook would mean for the deals of today: who would lack what, who turn stale."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.criteria import Criterion, Known, is_met
from bot.domain.people import Person
from bot.domain.signals import findings, is_stale
from bot.domain.stages import Stage, Stages


@dataclass(frozen=True, slots=True)
class Lack:
    """So many open deals in a stage would lack a criterion that is new to them."""

    stage: Stage
    criterion: Criterion
    deals: int


@dataclass(frozen=True, slots=True)
class Trial:
    """What was found so far: `seen` of `total` open deals.

    `gone` are deals in stages that there would be no more: they stay there until they move.
    """

    total: int
    seen: int
    lacks: tuple[Lack, ...]
    turn_stale: int
    turn_fresh: int
    gone: tuple[tuple[Stage, int], ...]


@dataclass(slots=True)
class Trying:
    """Counts deal by deal; the deals come in slices, so that nothing is held up meanwhile."""

    current: Stages
    proposed: Stages
    pinned: Mapping[int, Stages]
    owners: Mapping[int, Person]
    now: datetime
    total: int
    _seen: int = 0
    _lacking: Counter[tuple[str, str]] = field(default_factory=Counter)
    _gone: Counter[str] = field(default_factory=Counter)
    _stale: int = 0
    _fresh: int = 0

    def take(self, deals: Iterable[Known]) -> None:
        for known in deals:
            self._seen += 1
            key = known.deal.stage_key
            if not self.proposed.has(key):
                self._gone[key] += 1
                continue
            self._lacks(known, self.proposed.get(key))
            self._turns(known, self.current.get(key), self.proposed.get(key))

    def _lacks(self, known: Known, proposed: Stage) -> None:
        held = self.pinned.get(known.deal.playbook_version, self.current)
        asked = {one.key for one in held.get(proposed.key).exit} if held.has(proposed.key) else ()
        for criterion in proposed.exit:
            if criterion.key not in asked and not is_met(criterion, known):
                self._lacking[proposed.key, criterion.key] += 1

    def _turns(self, known: Known, current: Stage, proposed: Stage) -> None:
        """Thresholds hold for every deal as soon as the version is in force."""
        owner = self.owners.get(known.deal.owner_id or 0)
        same = (current.silent_after, current.expected_days) == (
            proposed.silent_after,
            proposed.expected_days,
        )
        if owner is None or same:
            return
        today = owner.today(self.now)
        was = is_stale(findings(known.deal, current, owner, today))
        will = is_stale(findings(known.deal, proposed, owner, today))
        self._stale += will and not was
        self._fresh += was and not will

    def result(self) -> Trial:
        lacks = [
            Lack(stage, criterion, self._lacking[stage.key, criterion.key])
            for stage in self.proposed.open
            for criterion in stage.exit
            if self._lacking[stage.key, criterion.key]
        ]
        gone = tuple((self.current.get(key), count) for key, count in self._gone.items())
        return Trial(self.total, self._seen, tuple(lacks), self._stale, self._fresh, gone)
