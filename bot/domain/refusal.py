"""A rule's "no": a key and its facts, turned into a sentence only where a person reads it."""

from collections.abc import Sequence
from dataclasses import dataclass


class Refusal(Exception):
    """A rule said no.

    `key` names a sentence of the catalogue, `field` the input it belongs beside (a modal's
    block), and `facts` are what the sentence tells. Nothing has been changed when it is raised.
    """

    def __init__(self, key: str, *, field: str | None = None, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.field = field
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={fact!r}" for name, fact in self.facts.items())
        return f"{self.key}({told})"


class Overtaken(Refusal):
    """Another act changed the same thing between this one's look at it and its change: the store
    begins it anew, and only one that is overtaken every time is told so."""


class Refusals(Refusal):
    """Several at once, each beside its own field; spoken of alone, it is the first."""

    def __init__(self, every: Sequence[Refusal]) -> None:
        first = every[0]
        super().__init__(first.key, field=first.field, **first.facts)
        self.every = tuple(every)


@dataclass(frozen=True, slots=True)
class Instead:
    """What may have been meant: `put` takes the place of the words typed, `shown` tells of it (a
    stage and a report are told in their reader's language)."""

    put: str
    shown: object = ""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """The command that shows a report, as its reader types it."""

    word: str


class Unknown(Refusal):
    """Nothing is called so. Each of `instead` goes on with the line that was typed, with other
    words in the place of `typed`; `is_deal` where a new deal may bear that name."""

    def __init__(
        self,
        key: str,
        *,
        typed: str,
        instead: Sequence[Instead] = (),
        is_deal: bool = False,
        **facts: object,
    ) -> None:
        super().__init__(key, field=None, typed=typed, **facts)
        self.typed = typed
        self.instead = tuple(instead)
        self.is_deal = is_deal
