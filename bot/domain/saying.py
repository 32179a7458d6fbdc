"""What somebody said to the bot in plain words, as far as it was understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Protocol

from bot.domain.contacts import Contact
from bot.domain.names import Candidate
from bot.domain.parsing_money import Amount
from bot.domain.parsing_slack import Mention


class SaidAct(StrEnum):
    """What a sentence wants done; ASK writes nothing, UNCLEAR is asked back."""

    LOG = "log"
    NEXT = "next"
    MOVE = "move"
    WON = "won"
    LOST = "lost"
    HOLD = "hold"
    NEW = "new"
    ASSIGN = "assign"
    EDIT = "edit"
    REOPEN = "reopen"
    ASK = "ask"
    UNCLEAR = "unclear"


class Question(StrEnum):
    """What can be asked; the answer is read only."""

    PROMISED = "promised"
    DID = "did"
    HOW = "how"
    NOTES = "notes"
    MINE = "mine"
    STALE = "stale"
    TODAY = "today"
    HELP = "help"
    THANKS = "thanks"


SURE = 0.6
"""Below this a reading is a guess: it is put as a question with the nearest readings."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, read. `subjects` are the names it may be about, the likeliest first; more than
    one means that they are equally likely. `others` are names it mentions beside.

    `at` is the next step's time of day. `contact` is the person at the account that it names
    (`contact_id` where we have met them).
    `typed` is what stands where a name should, as typed; `confidence` runs from 0 to 1, and
    `alternatives` are the other acts that may be meant.
    """

    act: SaidAct
    question: Question | None = None
    subjects: tuple[Candidate, ...] = ()
    others: tuple[Candidate, ...] = ()
    typed: str = ""
    kind: str = "note"
    note: str = ""
    occurred_on: date | None = None
    until: date | None = None
    next_step: str = ""
    due: date | None = None
    stage: str | None = None
    amount: Amount | None = None
    person: Mention | None = None
    name: str = ""
    account: str = ""
    closes_on: date | None = None
    contact: str = ""
    contact_id: int | None = None
    confidence: float = 1.0
    alternatives: tuple[SaidAct, ...] = ()
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader knows of the workspace: its names, the words for its stages (in small letters,
    to the stage's key) and for its own kinds of activity, the reader's own day, and the people at
    accounts whom we have met."""

    names: Sequence[Candidate]
    stages: Mapping[str, str]
    kinds: Mapping[str, str]
    today: date
    contacts: Sequence[Contact] = ()


class Reader(Protocol):
    """Whatever reads sentences: our rules, or one day a language model behind the same door.

    It only reads. What it makes of a sentence is shown and confirmed before anything is written.
    """

    def read(self, text: str, known: Known) -> Reading:
        """Never raises: what can't be understood is UNCLEAR."""
        ...
