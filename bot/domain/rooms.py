"""Deal rooms: a channel in which one deal is talked about, and what Slack takes for its name."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.domain.deal import Activity, Deal
from bot.domain.people import Person
from bot.domain.stages import Stages

LONGEST_CHANNEL = 80
"""Signs that Slack takes in a channel's name."""

MOST_INVITED = 30


def channel_name(words: str) -> str:
    """The words as Slack takes them for a channel's name: small letters and digits of any script,
    parted by hyphens; "" where there are none."""
    whole = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words).lower())
    kept = "".join(sign if _may_stand(sign) else "-" for sign in whole)
    name = "-".join(part for part in kept.split("-") if any(map(str.isalnum, part)))
    return name[:LONGEST_CHANNEL].strip("-_")


def _may_stand(sign: str) -> bool:
    """Letters without a capital form left, their marks, digits, and the underscore."""
    kind = unicodedata.category(sign)
    return sign == "_" or kind in ("Ll", "Lo", "Lm", "Mn", "Mc", "Nd")


@dataclass(frozen=True, slots=True)
class Room:
    """A channel and the deal it is tied to."""

    id: int
    channel_id: str
    name: str
    deal_id: int


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as Slack tells of it."""

    id: str
    name: str
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the form for a new room begins with: a name, and whom to invite by their Slack ids."""

    deal: Deal
    name: str
    invited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A new room as somebody wants it."""

    name: str
    is_private: bool
    invited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tied:
    """A channel that was just tied to a deal, or untied from it."""

    act_id: int
    deal: Deal
    room: Room


@dataclass(frozen=True, slots=True)
class Standing:
    """What a room is about, for whoever asks; whether they may untie it."""

    deal: Deal
    room: Room
    stages: Stages
    may_untie: bool


@dataclass(frozen=True, slots=True)
class News:
    """What one act changed on a room's deal: before and after by field, what was logged, and what
    is no longer logged since the act took it back."""

    by: Person | None
    action: str
    deal: Deal
    stages: Stages
    today: date
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    logged: tuple[Activity, ...] = ()
    withdrawn: tuple[Activity, ...] = ()
    owners: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_undo(self) -> bool:
        return self.action.startswith("undo.")

    def changed(self, *names: str) -> bool:
        return any(name in self.after for name in names)


@dataclass(frozen=True, slots=True)
class Kept:
    """A room with its pinned card, as the store has it: whom still to invite, under which key the
    card was promised, where it stands, what it says in short, and the newest act it knows of."""

    id: int
    channel_id: str
    deal_id: int | None
    tied_by_id: int | None
    inviting: tuple[str, ...]
    card_key: str | None
    card_ts: str | None
    card_digest: str
    card_act_id: int
    drawn_at: datetime | None
    is_pinned: bool
