"""Stages and the ways a deal goes through them: move, win, lose, reopen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.criteria import Criterion, Names, named
from bot.domain.deal import Deal, Status, later
from bot.domain.names import key_of
from bot.domain.nearness import alike
from bot.domain.refusal import Instead, Refusal, Unknown

MOST_STAGES_OFFERED = 8


class StageKind(StrEnum):
    OPEN = "open"
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the playbook.

    `probability` is in percent; `expected_days` are calendar days, `silent_after` working days of
    the owner. `names` and `purpose` hold a text per language; `aliases` are other words people use
    for it; `exit` is what must be fulfilled to leave it.
    """

    key: str
    names: Names
    aliases: tuple[str, ...]
    kind: StageKind
    position: int
    probability: int
    expected_days: int
    silent_after: int
    forecast: str
    playbook_version: int
    pipeline: str = "sales"
    purpose: Names | None = None
    exit: tuple[Criterion, ...] = ()

    def name(self, language: str) -> str:
        return named(self.names, language)

    @property
    def ends(self) -> bool:
        """Whether it closes a deal."""
        return self.kind is not StageKind.OPEN


class Needs(StrEnum):
    """What a reason wants said beside it."""

    NOTE = "note"
    COMPETITOR = "competitor"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a deal was won or lost; `words` are what people type for it. An archived one is read
    where it was given, and offered no more."""

    key: str
    names: Names
    words: tuple[str, ...] = ()
    needs: Needs | None = None
    archived: bool = False

    def name(self, language: str) -> str:
        return named(self.names, language)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of activity, and the words people type for it."""

    key: str
    names: Names
    words: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        return named(self.names, language)


@dataclass(frozen=True, slots=True)
class Pipeline:
    key: str
    names: Names

    def name(self, language: str) -> str:
        return named(self.names, language)


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of a playbook, in order, the reasons that close a deal, the kinds of activity and
    the custom fields.

    `retired` are stages and reasons of earlier versions that this one no longer has: deals may
    still stand in them or have been closed for them, so they can be looked up and are never
    offered.
    """

    all: tuple[Stage, ...]
    pipelines: tuple[Pipeline, ...] = (Pipeline("sales", {"en": "Sales", "ko": "영업"}),)
    lost_reasons: tuple[Reason, ...] = ()
    won_reasons: tuple[Reason, ...] = ()
    retired: tuple[Stage, ...] = ()
    retired_reasons: tuple[Reason, ...] = ()
    kinds: tuple[Kind, ...] = ()
    fields: tuple[Criterion, ...] = ()

    @property
    def open(self) -> tuple[Stage, ...]:
        return tuple(stage for stage in self.all if stage.kind is StageKind.OPEN)

    @property
    def ever_open(self) -> tuple[Stage, ...]:
        """The open stages and the retired ones, where deals may still stand."""
        gone = tuple(one for one in self.retired if one.kind is StageKind.OPEN)
        return self.open + gone

    @property
    def first(self) -> Stage:
        return self.open[0]

    @property
    def won(self) -> Stage:
        return next(stage for stage in self.all if stage.kind is StageKind.WON)

    @property
    def lost(self) -> Stage:
        return next(stage for stage in self.all if stage.kind is StageKind.LOST)

    def has(self, key: str) -> bool:
        return any(stage.key == key for stage in self.all)

    def get(self, key: str) -> Stage:
        """The stage of that key, a retired one too."""
        return next(stage for stage in (*self.all, *self.retired) if stage.key == key)

    def within(self, pipeline: str) -> "Stages":
        """One pipeline's stages alone; the first one's where there is none of that key any more."""
        known = {one.key for one in self.pipelines}
        wanted = pipeline if pipeline in known else self.pipelines[0].key
        return replace(self, all=tuple(stage for stage in self.all if stage.pipeline == wanted))

    def of(self, deal: Deal) -> "Stages":
        """The stages of the deal's own pipeline."""
        return self.within(self.get(deal.stage_key).pipeline)

    def pipeline(self, key: str) -> Pipeline:
        return next(one for one in self.pipelines if one.key == key)

    def kind(self, key: str) -> Kind | None:
        return next((one for one in self.kinds if one.key == key), None)

    def kind_words(self) -> dict[str, str]:
        """The playbook's own words for its kinds of activity, to the kind's key."""
        return {
            word.casefold(): one.key
            for one in self.kinds
            for word in (one.key, *one.names.values(), *one.words)
            if " " not in word
        }

    def criterion(self, key: str) -> Criterion | None:
        """A criterion of any stage, the retired ones' too."""
        every = (one for stage in (*self.all, *self.retired) for one in stage.exit)
        return next((one for one in every if one.key == key), None)

    def reason(self, key: str) -> Reason | None:
        """A reason to win or lose, an archived or retired one too."""
        every = (*self.lost_reasons, *self.won_reasons, *self.retired_reasons)
        return next((one for one in every if one.key == key), None)

    @property
    def offered_lost_reasons(self) -> tuple[Reason, ...]:
        return tuple(one for one in self.lost_reasons if not one.archived)

    @property
    def offered_won_reasons(self) -> tuple[Reason, ...]:
        return tuple(one for one in self.won_reasons if not one.archived)

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
        found = self.find(words) or self.meant(words)
        if found is None:
            raise self.unknown(words)
        return found

    def meant(self, words: str) -> Stage | None:
        """The one stage within a typo's reach."""
        near = self._near(words)
        return near[0] if len(near) == 1 else None

    def unknown(self, words: str) -> Unknown:
        """There is no such stage: those there are, the nearest first."""
        near = self._near(words)
        offered = [*near, *(one for one in self.all if one not in near)][:MOST_STAGES_OFFERED]
        instead = [Instead(stage.key, stage) for stage in offered]
        typed = words.strip()
        return Unknown("stage-unknown", typed=typed, instead=instead, stage=typed, stages=self.all)

    def _near(self, words: str) -> list[Stage]:
        spoken = {name: stage for stage in self.all for name in _words_for(stage)}
        return list({spoken[name].key: spoken[name] for name in alike(words, spoken)}.values())


def spoken_names(stages: Stages) -> dict[str, str]:
    """Every word for a stage, in small letters, with the stage's key."""
    return {name.lower(): stage.key for stage in stages.all for name in _words_for(stage)}


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
    """The changes that winning makes; a won deal needs its amount.

    `now` is the moment it was won: it may lie in the past, where a signature is told of late.
    """
    require_open(deal)
    final = deal.amount if amount is None else amount
    if final is None:
        raise Refusal("won-needs-amount", deal=deal.name, field="amount")
    changes = _entered(won, now) | _closed(deal, Status.WON, now, reason)
    return changes | {"amount": final, "currency": currency or deal.currency}


def lose(deal: Deal, lost: Stage, now: datetime, reason: str) -> dict[str, object]:
    """The changes that losing makes; a lost deal needs a reason."""
    require_open(deal)
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
        "closed_rate": None,
        "closed_base": None,
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


def require_open(deal: Deal) -> None:
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
        "next_step_time": None,
        "held_until": None,
        "hold_reason": None,
        "last_touch_at": later(deal.last_touch_at, now),
    }
