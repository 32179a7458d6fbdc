"""What acts and questions hand back to be shown: frozen values for the pages."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.contacts import Contact
from bot.domain.criteria import Answer, ContactRole, Criterion, Known, RoleOnDeal
from bot.domain.deal import Account, Activity, Deal, Money, StageChange
from bot.domain.links import Link
from bot.domain.moving import Direction
from bot.domain.people import Person
from bot.domain.playbook_agreement import Version
from bot.domain.reporting import Figure, Part
from bot.domain.rooms import Room
from bot.domain.signals import Finding
from bot.domain.stages import Stage, Stages
from bot.domain.tellings import FollowupPage


@dataclass(frozen=True, slots=True)
class Target:
    """What a line is about: a deal, or an account when it has no deal to speak of. `unless_named`
    where that is only what a room is about, and a name in the line goes before it."""

    deal_id: int | None = None
    account_id: int | None = None
    unless_named: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The one meant, the words behind its name, and its deal where that was read on the way."""

    target: Target
    rest: str
    deal: Deal | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Several could be meant; `account` is offered too where one may log on it."""

    typed: str
    rest: str
    deals: tuple[Deal, ...]
    account: tuple[int, str] | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What someone says has happened, with whom, and what they promise to do next, by their own
    clock.

    With a known contact (`contact_id`) or with somebody named, who may have to be met first. Where
    it is logged from a message, `said_by` and `permalink` are the activity's.
    """

    kind: str
    note: str
    occurred_on: date | None = None
    next_step: str = ""
    next_step_due_on: date | None = None
    contact_id: int | None = None
    contact_name: str = ""
    said_by: str | None = None
    permalink: str | None = None
    next_step_time: time | None = None


@dataclass(frozen=True, slots=True)
class Logged:
    """What was logged; `kept_next_step` is true where the deal's own next step was left as it
    was, because the deal is another's or closed: the promise then stands in the note. `replaced`
    is the step in whose place another was set."""

    act_id: int
    report: Report
    occurred_on: date
    deal: Deal | None
    account: Account | None
    kept_next_step: bool
    stages: Stages
    contact: str | None = None
    contact_id: int | None = None
    contact_is_new: bool = False
    promise: "Promise | None" = None
    replaced: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """A next step that a logged line seems to say and that was not set, kept in a draft to be set
    by a tap; with words that are no day (`unread`) where a day was meant, and then it is asked."""

    draft_id: int
    what: str
    due_on: date | None = None
    at: time | None = None
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """How a new deal came by its account: `typed` was meant for another name (which can be made
    after all from the draft), or was made (`made_id`) and may have meant one of `near`."""

    typed: str
    draft_id: int | None = None
    made_id: int | None = None
    near: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """An act made: the deal as it stands now and as it stood before."""

    act_id: int
    deal: Deal
    before: Deal | None
    stages: Stages
    placed: Placed | None = None


@dataclass(frozen=True, slots=True)
class Lacking:
    """The line named a deal but lacks the rest: `form` is what to ask with, `at` a time of day
    that was typed without a step."""

    form: str
    deal: Deal
    stages: Stages
    typed: str = ""
    until: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A move that is still to be made: what it wants first, and who may do without.

    `lacking` are the criteria still unfulfilled, `met` those that are; `passed` the stages left
    and passed over; `reason` is what was typed already about why.
    """

    deal: Deal
    to: Stage
    stages: Stages
    direction: Direction
    lacking: tuple[Criterion, ...]
    met: tuple[Criterion, ...]
    known: Known
    may_override: bool
    passed: tuple[Stage, ...] = ()
    reason: str = ""
    amount: Money | None = None
    channel: str | None = None

    @property
    def needs_reason(self) -> bool:
        return self.direction in (Direction.BACKWARD, Direction.ACROSS)


@dataclass(frozen=True, slots=True)
class Edited:
    """A deal to be edited, with its answers to the playbook's custom fields."""

    known: Known
    stages: Stages


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """A criterion of the stage a deal stands in, and what there is to show for it."""

    criterion: Criterion
    is_met: bool
    answer: Answer | None
    contact: RoleOnDeal | None


@dataclass(frozen=True, slots=True)
class Card:
    """A deal with its story; `more` counts the activities not shown, `exit` is what it needs to
    leave its stage, `answered` what was answered to leave earlier ones; `may_change` whether its
    reader may move and close it."""

    deal: Deal
    stages: Stages
    activities: tuple[Activity, ...]
    more: int
    findings: tuple[Finding, ...]
    exit: tuple[Fulfilment, ...] = ()
    people: tuple[tuple[Contact, ContactRole], ...] = ()
    rooms: tuple[Room, ...] = ()
    links: tuple[Link, ...] = ()
    answered: tuple[Fulfilment, ...] = ()
    may_change: bool = True


@dataclass(frozen=True, slots=True)
class Way:
    """How a deal went through its stages."""

    deal: Deal
    stages: Stages
    changes: tuple[StageChange, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A deal of a list and what it is silently saying."""

    deal: Deal
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A list as asked for, in ids: it travels with the buttons that page it."""

    scope: str = "mine"
    person_id: int | None = None
    stage_key: str | None = None
    stale: bool = False
    undated: bool = False
    sort: str = "touched"
    descending: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Behind:
    """Some of the deals behind a figure; `sums` are those of all of them, per currency. Where its
    line counts several things `parts` are all of them, the one that is looked at by the figure's
    own `part`; `gone` of its deals were taken back since."""

    figure: Figure
    lines: tuple[Line, ...]
    total: int
    offset: int
    page_size: int
    sums: tuple[Money, ...]
    stages: Stages
    today: date
    parts: tuple[Part, ...] = ()
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """One page: the lines shown, how many there are, and their sums per currency."""

    asked: Asked
    lines: tuple[Line, ...]
    total: int
    page_size: int
    sums: tuple[Money, ...]
    stages: Stages
    person: Person | None
    today: date
    may_give_owners: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """A person's day: promises overdue and due, those of the coming week, stale deals, and those
    on hold, which stand nowhere else."""

    today: date
    overdue: tuple[Line, ...]
    due: tuple[Line, ...]
    coming: tuple[Line, ...]
    stale: tuple[Line, ...]
    without_step: int
    open_deals: int
    sums: tuple[Money, ...]
    stages: Stages
    held: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """An activity found by its note, with the names of its deal and account."""

    activity: Activity
    deal_name: str | None
    account_name: str | None


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account in a list: how many open deals and contacts it has, and when any activity on it
    was last (UTC)."""

    account: Account
    open_deals: int
    contacts: int
    contacted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A deal or account to pick in a form, with what tells it from its like."""

    target: Target
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Finds:
    """What a search found: accounts, contacts, deals (by way of their accounts too) and notes, or
    nearest names. The `beyond_` ones were found too and are not shown, as are `more` deals."""

    words: str
    accounts: tuple[AccountLine, ...]
    contacts: tuple[Contact, ...]
    lines: tuple[Line, ...]
    more: int
    notes: tuple[Note, ...]
    nearest: tuple[Suggestion, ...]
    stages: Stages
    today: date
    beyond_accounts: int = 0
    beyond_contacts: int = 0
    beyond_notes: int = 0


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the act's name, the deal it was about where it still stands and the
    name of one that does not, and the act's number where it can be done again."""

    action: str
    deal: Deal | None
    stages: Stages
    gone: str | None = None
    redo_id: int | None = None


@dataclass(frozen=True, slots=True)
class Redone:
    """What was done again: the new act and its name, and the deal it was about."""

    act_id: int
    action: str
    deal: Deal | None
    stages: Stages


@dataclass(frozen=True, slots=True)
class NudgeLine:
    """A deal of a bundle, why it was asked about, how many times in a row, and how the question
    was settled (None while it waits)."""

    deal: Deal
    findings: tuple[Finding, ...]
    times: int
    answer: str | None


@dataclass(frozen=True, slots=True)
class NudgePage:
    """A bundle of questions as it stands now; `more` deals wait beyond those shown.

    `beside` are the next steps of the day that stand in the same message;
    `without_step` open deals have no dated next step; `manager` is who hears of questions that
    stay without an answer; `has_champion` tells whether somebody who shows the way can be asked.
    """

    nudge_id: int
    lines: tuple[NudgeLine, ...]
    more: int
    stages: Stages
    today: date
    without_step: int = 0
    manager: str | None = None
    has_champion: bool = False
    beside: FollowupPage | None = None


@dataclass(frozen=True, slots=True)
class Overridden:
    """How often an owner's deals left a stage without its criteria."""

    stage: Stage
    person: str
    times: int


@dataclass(frozen=True, slots=True)
class PlaybookPage:
    """The playbook in force, its story, and whether its reader may propose another."""

    stages: Stages
    version: Version
    may_propose: bool
    overrides: tuple[Overridden, ...]
