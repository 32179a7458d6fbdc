"""Who people are to us, and what the contract's table of rights lets each of them do."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.preferences import REMIND_BEFORE, Choices, Message, Reminding
from bot.domain.refusal import Refusal
from bot.domain.working_days import NO_COUNTRY, Calendar, DaysOff


class Role(StrEnum):
    """The four roles of the contract, from the fewest rights to the most."""

    REP = "rep"
    MANAGER = "manager"
    LEADER = "leader"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Person:
    """Anyone the bot has met, or whom an import brought (then `slack_user_id` is None).

    `working_days` are ISO weekdays (1 Monday … 7 Sunday); the hours are local to `tz`. `locale`,
    `tz` and `country` are what holds for them, `own_…` what they chose themselves (None: as Slack
    says, and the workspace's country). Messages come from `morning_at` on, None for the start of
    their hours, and none of the kinds in `muted`; of a next step with a time of day they are
    reminded `remind_before` minutes earlier, 0 for not at all.
    """

    id: int
    slack_user_id: str | None
    name: str
    role: Role
    manager_id: int | None
    team: str
    locale: str
    tz: str
    workday_start: time
    workday_end: time
    working_days: frozenset[int]
    joined_on: date
    gone_on: date | None
    barred: str | None
    profile_at: datetime | None
    country: str = NO_COUNTRY
    days_off: tuple[DaysOff, ...] = ()
    morning_at: time | None = None
    muted: frozenset[Message] = frozenset()
    reminding: Reminding = Reminding.DIGEST
    own_locale: str | None = None
    own_tz: str | None = None
    own_country: str | None = None
    team_channel: str | None = None
    remind_before: int = REMIND_BEFORE

    @property
    def choices(self) -> Choices:
        """What they have chosen for themselves."""
        return Choices(
            locale=self.own_locale,
            tz=self.own_tz,
            country=self.own_country,
            workday_start=self.workday_start,
            workday_end=self.workday_end,
            working_days=self.working_days,
            morning_at=self.morning_at,
            days_off=self.days_off,
            muted=self.muted,
            reminding=self.reminding,
            team_channel=self.team_channel,
            remind_before=self.remind_before,
        )

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.tz)

    @property
    def calendar(self) -> Calendar:
        return Calendar(self.working_days, self.country, self.days_off)

    @property
    def morning(self) -> time:
        """From when on the bot may write: the hour chosen, never outside the working hours."""
        chosen = self.morning_at or self.workday_start
        return chosen if self.workday_start <= chosen < self.workday_end else self.workday_start

    def wants(self, message: Message) -> bool:
        return message not in self.muted

    def today(self, now: datetime) -> date:
        """The person's own calendar day at `now` (aware)."""
        return now.astimezone(self.zone).date()

    def works_on(self, day: date) -> bool:
        return self.calendar.works_on(day)

    def end_of_work(self, day: date) -> datetime:
        """The moment at which the working hours of a day end."""
        return datetime.combine(day, self.workday_end, self.zone).astimezone(UTC)

    def at_work(self, now: datetime) -> bool:
        """Whether `now` lies in the person's working hours of a working day."""
        local = now.astimezone(self.zone)
        return self.works_on(local.date()) and self.workday_start <= local.time() < self.workday_end

    def next_at_work(self, now: datetime) -> datetime:
        """`now` within the working hours, else the moment at which the next ones begin; `now` too
        for somebody who never works."""
        if self.at_work(now):
            return now
        today = self.today(now)
        over = now >= self.end_of_work(today)
        day = self.calendar.first_from(today + timedelta(days=1) if over else today)
        if day is None:
            return now
        begins = datetime.combine(day, self.workday_start, self.zone).astimezone(UTC)
        return max(begins, now)


@dataclass(frozen=True, slots=True)
class Workspace:
    """One Slack workspace (`slack_team_id`), or one not yet connected (None).

    `wins_channel` is the Slack channel where won deals are announced, None for nowhere. Of
    `country` are the public holidays of all who chose none (None: that of each one's time zone);
    `working_days` is the week of whoever comes new. Nobody is asked about the signals that are
    `quieted`; where it `holds_back`, a tenth of the silences are not asked about for some days, for
    comparison.
    """

    id: int
    slack_team_id: str | None
    name: str
    locale: str
    tz: str
    currency: str
    wins_channel: str | None = None
    country: str | None = None
    working_days: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    quieted: frozenset[str] = frozenset()
    holds_back: bool = False

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.tz)


@dataclass(frozen=True, slots=True)
class Actor:
    """The person asking now, in their workspace."""

    person: Person
    workspace: Workspace

    @property
    def id(self) -> int:
        return self.person.id

    @property
    def role(self) -> Role:
        return self.person.role

    def today(self, now: datetime) -> date:
        return self.person.today(now)


def may_change_deal(actor: Actor, owner: Person | None) -> bool:
    """Own deals: everyone. Another's: the manager of its owner, any leader, any admin."""
    if actor.role in (Role.LEADER, Role.ADMIN):
        return True
    if owner is None:
        return False
    return owner.id == actor.id or leads(actor, owner)


def leads(actor: Actor, person: Person) -> bool:
    """Whether `person` is on the actor's own team."""
    return actor.role is Role.MANAGER and person.manager_id == actor.id


def may_override(actor: Actor, owner: Person | None) -> bool:
    """Moving a deal past a criterion that is not fulfilled: the owner's manager, leaders, admins.
    Not a manager on a deal of their own: that takes a second pair of eyes."""
    if actor.role in (Role.LEADER, Role.ADMIN):
        return True
    return owner is not None and leads(actor, owner)


def require_change_of_deal(actor: Actor, owner: Person | None) -> None:
    if may_change_deal(actor, owner):
        return
    if owner is None:
        raise Refusal("rights-deal-unowned")
    raise Refusal("rights-deal-not-yours", owner=owner.name)


def require_assignment(actor: Actor, owner: Person | None) -> None:
    """Handing a deal over is for the owner's manager, leaders and admins; where it has no owner,
    for any manager."""
    if actor.role is Role.REP:
        raise Refusal("rights-assign")
    if owner is not None or actor.role is not Role.MANAGER:
        require_change_of_deal(actor, owner)


def require_taker(actor: Actor, owner: Person | None, taker: Person) -> None:
    """A manager gives what nobody owns to the own team, or takes it."""
    if (
        owner is None
        and actor.role is Role.MANAGER
        and actor.id not in (taker.id, taker.manager_id)
    ):
        raise Refusal("rights-assign-unowned", person=taker.name, field="owner")


def may_give_owners(actor: Actor) -> bool:
    return actor.role is not Role.REP


def may_propose_playbook(actor: Actor) -> bool:
    return actor.role is not Role.REP


def require_proposing(actor: Actor) -> None:
    """Changing the playbook is proposed by managers, leaders and admins."""
    if not may_propose_playbook(actor):
        raise Refusal("rights-playbook-propose")


def may_start_playbook(actor: Actor) -> bool:
    """An agreed version is put in force by a leader or an admin."""
    return actor.role in (Role.LEADER, Role.ADMIN)


def require_starting(actor: Actor) -> None:
    if not may_start_playbook(actor):
        raise Refusal("rights-playbook-start")


def require_feedback(actor: Actor, owner: Person) -> None:
    """Questions and praise about a deal come from whoever leads its owner."""
    if actor.role in (Role.LEADER, Role.ADMIN) and owner.id != actor.id:
        return
    if not leads(actor, owner):
        raise Refusal("rights-feedback", owner=owner.name)


def require_admin(actor: Actor) -> None:
    if actor.role is not Role.ADMIN:
        raise Refusal("rights-admin-only")
