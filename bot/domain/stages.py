"""Stages and the ways a deal goes through them: move, win, lose, reopen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.deal import Deal, Status, later
from bot.domain.names import key_of
from bot.domain.refusal import Refusal


class StageKind(StrEnum):
    OPEN = "open"
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the playbook.

    `probability` is in percent; `expected_days` are calendar days, `silent_after` working days of
    the owner. `names` holds a name per language; `aliases` are other words people use for it.
    """

    key: str
    names: dict[str, str]
    aliases: tuple[str, ...]
    kind: StageKind
    position: int
    probability: int
    expected_days: int
    silent_after: int
    forecast: str
    playbook_version: int

    def name(self, language: str) -> str:
        return self.names.get(language) or self.names["en"]


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages in force, in order."""

    all: tuple[Stage, ...]

    @property
    def open(self) -> tuple[Stage, ...]:
        return tuple(stage for stage in self.all if stage.kind is StageKind.OPEN)

    @property
    def first(self) -> Stage:
        return self.open[0]

    @property
    def won(self) -> Stage:
        return next(stage for stage in self.all if stage.kind is StageKind.WON)

    @property
    def lost(self) -> Stage:
        return next(stage for stage in self.all if stage.kind is StageKind.LOST)

    def get(self, key: str) -> Stage:
        return next(stage for stage in self.all if stage.key == key)

    def find(self, words: str) -> Stage | None:
        """The stage that `words` mean, in any language: a name, an alias, or the start of one."""
        wanted = key_of(words).removesuffix("단계").removesuffix("stage")
        spoken = [(stage, key_of(name)) for stage in self.all for name in _words_for(stage)]
        for fits in (str.__eq__, str.startswith):
            found = {stage.key: stage for stage, name in spoken if wanted and fits(name, wanted)}
            if len(found) == 1:
                return next(iter(found.values()))
        return None

    def named(self, words: str) -> Stage:
        """The same, where there must be one; else Refusal("stage-unknown") with those there are."""
        found = self.find(words)
        if found is None:
            raise Refusal("stage-unknown", stage=words.strip(), stages=self.all)
        return found


def _words_for(stage: Stage) -> Sequence[str]:
    return (stage.key, *stage.names.values(), *stage.aliases)


def advance(deal: Deal, to: Stage, now: datetime) -> dict[str, object]:
    """The changes that a move to another open stage makes. A move is a touch."""
    if not deal.is_open:
        raise Refusal("move-closed", deal=deal.name)
    if to.key == deal.stage_key:
        raise Refusal("move-same-stage", deal=deal.name, stage=to, field="stage")
    return _entered(to, now) | {"last_touch_at": later(deal.last_touch_at, now)}


def win(
    deal: Deal, won: Stage, now: datetime, amount: Decimal | None, currency: str | None, reason: str
) -> dict[str, object]:
    """The changes that winning makes; a won deal needs its amount."""
    _require_open(deal)
    final = deal.amount if amount is None else amount
    if final is None:
        raise Refusal("won-needs-amount", deal=deal.name, field="amount")
    changes = _entered(won, now) | _closed(deal, Status.WON, now, reason)
    return changes | {"amount": final, "currency": currency or deal.currency}


def lose(deal: Deal, lost: Stage, now: datetime, reason: str) -> dict[str, object]:
    """The changes that losing makes; a lost deal needs a reason."""
    _require_open(deal)
    if not reason:
        raise Refusal("lost-needs-reason", deal=deal.name, field="reason")
    return _entered(lost, now) | _closed(deal, Status.LOST, now, reason)


def reopen(deal: Deal, into: Stage, now: datetime) -> dict[str, object]:
    """The changes that take a closed deal back into an open stage."""
    if deal.is_open:
        raise Refusal("reopen-open", deal=deal.name)
    return _entered(into, now) | {
        "status": Status.OPEN,
        "closed_at": None,
        "close_reason": None,
        "last_touch_at": later(deal.last_touch_at, now),
    }


def hold(
    deal: Deal, until: date, reason: str, today: date, most_days: int = 90
) -> dict[str, object]:
    """The changes that a hold makes: a reason and an end, at most 90 days ahead."""
    if not deal.is_open:
        raise Refusal("hold-closed", deal=deal.name)
    if until <= today:
        raise Refusal("hold-past", field="until")
    if (until - today).days > most_days:
        raise Refusal("hold-too-long", days=most_days, field="until")
    if not reason:
        raise Refusal("hold-needs-reason", deal=deal.name, field="reason")
    return {"held_until": until, "hold_reason": reason}


def _require_open(deal: Deal) -> None:
    if not deal.is_open:
        raise Refusal("close-closed", deal=deal.name)


def _entered(stage: Stage, now: datetime) -> dict[str, object]:
    return {
        "stage_key": stage.key,
        "stage_entered_at": now,
        "probability": stage.probability,
        "playbook_version": stage.playbook_version,
    }


def _closed(deal: Deal, status: Status, now: datetime, reason: str) -> dict[str, object]:
    return {
        "status": status,
        "closed_at": now,
        "close_reason": reason or None,
        "next_step": None,
        "next_step_due_on": None,
        "held_until": None,
        "hold_reason": None,
        "last_touch_at": later(deal.last_touch_at, now),
    }
