"""Acts of the past as their readers see them: those on one thing, and one's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.stages import Stages

ACTS_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose history it is: `kind` is deal, account or contact."""

    kind: str
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row, as the record holds it; `is_new` where the act made the row. `asked` is
    the key of the question that an answer answers."""

    subject: str
    field: str
    before: str | None
    after: str | None
    is_new: bool
    currency: str | None = None
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """An act of the past; `by` is None for what the bot did by itself. `about` names the deal, the
    account or the contact that it was on. `hindrance` is the refusal that stands in the way of
    undo, None where nothing does."""

    id: int
    action: str
    by: str | None
    by_slack_id: str | None
    at: datetime
    undone_at: datetime | None
    changes: tuple[Change, ...]
    about: str = ""
    hindrance: str | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """A page of acts, the newest first; of a subject, or (None) of the reader's own.

    `names` tells people, accounts and contacts by "person:3".
    """

    subject: Subject | None
    acts: tuple[Remembered, ...]
    first: int
    total: int
    names: Mapping[str, str]
    stages: Stages
