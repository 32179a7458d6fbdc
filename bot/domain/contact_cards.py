"""What is shown of the people and companies we sell to, and of making one of two."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.contacts import Contact
from bot.domain.criteria import ContactRole
from bot.domain.deal import Account, Deal
from bot.domain.links import Link
from bot.domain.outcomes import Line, Note
from bot.domain.stages import Stages


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """What a contact is to a deal."""

    link_id: int
    role: ContactRole
    deal: Deal


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact with their deals and what was said with them; `doubles` are those who look like
    the same person, `may_forget` whether the reader may have them forgotten."""

    contact: Contact
    roles: tuple[RoleHeld, ...]
    notes: tuple[Note, ...]
    more: int
    doubles: tuple[Contact, ...]
    stages: Stages
    today: date
    may_forget: bool


@dataclass(frozen=True, slots=True)
class AccountCard:
    """An account with its deals, people and latest activities; `more_*` count what isn't shown."""

    account: Account
    deals: tuple[Line, ...]
    more_deals: int
    contacts: tuple[Contact, ...]
    more_contacts: int
    notes: tuple[Note, ...]
    more_notes: int
    contacted_at: datetime | None
    doubles: tuple[Account, ...]
    stages: Stages
    today: date
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Merging:
    """What it would mean to make one of two: what goes over to the one that is kept."""

    subject: str
    kept_id: int
    kept: str
    given_up_id: int
    given_up: str
    deals: int
    contacts: int
    activities: int
    filled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    act_id: int
    kept: str
    given_up: str
    subject: str


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Whom to forget, and how many texts name them."""

    contact: Contact
    deals: int
    activities: int
    texts: int
