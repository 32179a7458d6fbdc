"""Who people are to us, and what the contract's table of rights lets each of them do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.refusal import Refusal


class Role(StrEnum):
    """The four roles of the contract, from the fewest rights to the most."""

    REP = "rep"
    MANAGER = "manager"
    LEADER = "leader"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Person:
    """Anyone the bot has met, or whom an import brought (then `slack_user_id` is None).

    `working_days` are ISO weekdays (1 Monday … 7 Sunday); the hours are local to `tz`.
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

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.tz)

    def today(self, now: datetime) -> date:
        """The person's own calendar day at `now` (aware)."""
        return now.astimezone(self.zone).date()

    def works_on(self, day: date) -> bool:
        return day.isoweekday() in self.working_days

    def at_work(self, now: datetime) -> bool:
        """Whether `now` lies in the person's working hours of a working day."""
        local = now.astimezone(self.zone)
        return self.works_on(local.date()) and self.workday_start <= local.time() < self.workday_end


@dataclass(frozen=True, slots=True)
class Workspace:
    """One Slack workspace (`slack_team_id`), or one not yet connected (None).

    `wins_channel` is the Slack channel where won deals are announced, None for nowhere.
    """

    id: int
    slack_team_id: str | None
    name: str
    locale: str
    tz: str
    currency: str
    wins_channel: str | None = None

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
    """Handing a deal over is for the owner's manager, leaders and admins."""
    if actor.role is Role.REP:
        raise Refusal("rights-assign")
    require_change_of_deal(actor, owner)


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


def require_admin(actor: Actor) -> None:
    if actor.role is not Role.ADMIN:
        raise Refusal("rights-admin-only")


def working_days_since(start: date, end: date, working_days: Iterable[int]) -> int:
    """Working days after `start` up to and including `end` (0 when `end` is not later).

    Monday to the Monday after counts 5 in a Monday-to-Friday week, as a person would count.
    """
    if end <= start:
        return 0
    wanted = frozenset(working_days)
    weeks, rest = divmod((end - start).days, 7)
    tail = (end - timedelta(days=offset) for offset in range(rest))
    return weeks * len(wanted) + sum(day.isoweekday() in wanted for day in tail)
