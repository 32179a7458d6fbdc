"""Goals: set by leaders and admins, seen beside what was won, told of when a mark is reached."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from bot.domain import goals as rules
from bot.domain.deal import Deal, Money, Status
from bot.domain.goals import Goal, Outlook, Whose
from bot.domain.names import key_of
from bot.domain.parsing_goal import GoalLine
from bot.domain.people import Actor, Person, Role
from bot.domain.periods import Period
from bot.domain.refusal import Refusal
from bot.usecases import roster
from bot.usecases.deals import checked
from store import goals, history, outbox, people, reports, stages, workspaces
from store.reports import Sum
from store.slices import Slice

REACHED = "goal.reached"
TOLD_FOR = timedelta(days=3)
CLOSED = (Status.WON, Status.LOST)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A goal as a form brings it."""

    whose: Whose
    period: str
    money: Money | None
    slack_user_id: str = ""
    team: str = ""
    person_id: int | None = None


Kept = tuple[Goal, str]
"""A goal as it was set, and whose it is by name."""


def choose(session: Session, actor: Actor, wanted: Wanted, now: datetime) -> tuple[int, Goal, str]:
    """Sets a goal. Returns the act's id, the goal, and whose it is by name."""
    act_id, [(goal, name)] = choose_all(session, actor, [wanted], now)
    return act_id, goal, name


def choose_all(
    session: Session, actor: Actor, wanted: Sequence[Wanted], now: datetime
) -> tuple[int, list[Kept]]:
    """Sets some goals in one act: all of them, or none where one can't be set."""
    rules.require_setting(actor)
    act = history.begin(session, actor.id, "goal.set", now)
    return act.id, [_settle(act, one) for one in wanted]


def type_in(
    session: Session, actor: Actor, lines: Sequence[GoalLine], now: datetime
) -> tuple[int, list[Kept]]:
    """The same from typed lines."""
    rules.require_setting(actor)
    if not lines:
        raise Refusal("goal-line-empty")
    wanted = [_typed(session, one, actor.workspace.currency) for one in lines]
    return choose_all(session, actor, wanted, now)


def _typed(session: Session, line: GoalLine, currency: str) -> Wanted:
    if line.amount is None:
        raise Refusal("goal-line-amount", line=line.typed)
    money = Money(line.amount.value, line.amount.currency or currency)
    if line.person is not None:
        words = line.name.split()
        person = roster.named_in_full(session, line.person, words)
        if words and person is None:
            raise Refusal("goal-line-words", line=line.typed, words=line.name)
        person = person or roster.mentioned(session, line.person)
        return Wanted(Whose.REP, line.period, money, person_id=person.id)
    if line.is_all and key_of(line.name) not in {key_of(one) for one in teams(session)}:
        return Wanted(Whose.WORKSPACE, line.period, money)
    return _named(session, line, money)


def _named(session: Session, line: GoalLine, money: Money) -> Wanted:
    """A team's, else somebody's whose name it is."""
    if not line.name:
        raise Refusal("goal-line-whose", line=line.typed)
    known = {key_of(one): one for one in teams(session)}
    if team := known.get(key_of(line.name)):
        return Wanted(Whose.TEAM, line.period, money, team=team)
    if person := people.by_slack_id(session, line.name):
        return Wanted(Whose.REP, line.period, money, person_id=person.id)
    found = people.by_name(session, line.name)
    if len(found) != 1:
        raise Refusal(
            "goal-line-unknown", line=line.typed, name=line.name, teams=tuple(known.values())
        )
    return Wanted(Whose.REP, line.period, money, person_id=found[0].id)


def _settle(act: history.Act, wanted: Wanted) -> Kept:
    session = act.session
    rules.span_of(wanted.period)
    amount = checked(wanted.money.value) if wanted.money else None
    if amount is None or wanted.money is None:
        raise Refusal("goal-amount", field="amount")
    person = _rep(session, wanted) if wanted.whose is Whose.REP else None
    if wanted.whose is Whose.TEAM and not wanted.team:
        raise Refusal("goal-team", field="team")
    goal = goals.settle(
        act,
        whose=wanted.whose,
        person_id=person.id if person else None,
        team=wanted.team if wanted.whose is Whose.TEAM else "",
        period=wanted.period,
        money=Money(amount, wanted.money.currency),
    )
    return goal, person.name if person else goal.team


def _rep(session: Session, wanted: Wanted) -> Person:
    if wanted.person_id is not None:
        return people.get(session, wanted.person_id)
    person = people.by_slack_id(session, wanted.slack_user_id) if wanted.slack_user_id else None
    if person is None:
        raise Refusal("goal-person", field="whom")
    return person


def teams(session: Session) -> list[str]:
    return sorted({one.team for one in people.everyone(session) if one.team})


def look(session: Session, actor: Actor, now: datetime) -> list[Outlook]:
    """The month and the quarter as they stand for whomever the actor answers for: a rep for
    themselves, a manager for the team, leaders and admins for everybody. First those with a goal;
    where there is none, the quarter alone."""
    today = now.astimezone(actor.workspace.zone).date()
    whose, person_id, team = _answers_for(actor)
    held = {
        one.period: one
        for one in goals.of_periods(session, rules.periods_of(today))
        if (one.whose, one.person_id, one.team) == (whose, person_id, team)
    }
    month, quarter = rules.periods_of(today)
    shown = [period for period in (month, quarter) if period in held] or [quarter]
    name = team or (actor.person.name if whose is Whose.REP else "")
    return [
        _outlook(session, whose, name, period, held.get(period), (person_id, team), now)
        for period in shown
    ]


def beneath(session: Session, actor: Actor, now: datetime) -> list[Outlook]:
    """Every other goal of this month and quarter that the actor may see: a manager their reps',
    leaders and admins all."""
    if actor.role is Role.REP:
        return []
    today = now.astimezone(actor.workspace.zone).date()
    own = _answers_for(actor)
    theirs = set(people.ids_of_team(session, actor.id))
    names = {one.id: one.name for one in people.everyone(session, gone_too=True)}
    return [
        _outlook(
            session,
            one.whose,
            names.get(one.person_id or 0, one.team),
            one.period,
            one,
            (one.person_id, one.team),
            now,
        )
        for one in goals.of_periods(session, rules.periods_of(today))
        if (one.whose, one.person_id, one.team) != own
        and (actor.role is not Role.MANAGER or one.person_id in theirs)
    ]


def coming(session: Session, actor: Actor, now: datetime) -> list[Kept]:
    """The goals of months and quarters that are yet to begin, as far as the actor may see them."""
    today = now.astimezone(actor.workspace.zone).date()
    own = _answers_for(actor)
    theirs = set(people.ids_of_team(session, actor.id)) if actor.role is Role.MANAGER else set()
    sees_all = actor.role in (Role.LEADER, Role.ADMIN)
    names = {one.id: one.name for one in people.everyone(session, gone_too=True)}
    return [
        (one, names.get(one.person_id or 0, one.team))
        for one in sorted(goals.every(session), key=lambda one: (one.period, one.id))
        if rules.span_of(one.period).first > today
        and (sees_all or (one.whose, one.person_id, one.team) == own or one.person_id in theirs)
    ]


def example(session: Session) -> rules.Example:
    rep = next((one for one in people.everyone(session) if one.role is Role.REP), None)
    return rules.Example(rep.name if rep else "", next(iter(teams(session)), ""))


def _answers_for(actor: Actor) -> tuple[Whose, int | None, str]:
    if actor.role in (Role.LEADER, Role.ADMIN):
        return Whose.WORKSPACE, None, ""
    if actor.role is Role.MANAGER and actor.person.team:
        return Whose.TEAM, None, actor.person.team
    return Whose.REP, actor.id, ""


def _owners(
    session: Session, whose: Whose, person_id: int | None, team: str
) -> frozenset[int | None] | None:
    if whose is Whose.WORKSPACE:
        return None
    if whose is Whose.REP:
        return frozenset({person_id})
    every = people.everyone(session, gone_too=True)
    return frozenset(one.id for one in every if one.team == team)


def _outlook(
    session: Session,
    whose: Whose,
    name: str,
    period: str,
    goal: Goal | None,
    of: tuple[int | None, str],
    now: datetime,
) -> Outlook:
    workspace, playbook = workspaces.bound(session), stages.in_force(session)
    owners, span = _owners(session, whose, *of), rules.span_of(period)
    won = _won(session, owners, span)
    standing = Slice(statuses=(Status.OPEN,), owner_ids=owners, closes=(span.first, span.last))
    expected = reports.sums(session, standing, ["stage_key", "probability"])
    if goal is not None:
        currency = goal.money.currency
    else:
        currency = _usual(won, expected) or workspace.currency
    categories: defaultdict[str, Decimal] = defaultdict(Decimal)
    weighted = Decimal(0)
    for one in expected:
        if one.currency == currency:
            categories[playbook.get(str(one.stage_key)).forecast] += one.amount
            weighted += one.amount * (one.probability or 0) / 100
    year = Period(*_year_to(now.astimezone(workspace.zone)))
    closed = Slice(statuses=CLOSED, owner_ids=owners, closed=year.moments(workspace.zone))
    counts: defaultdict[str | None, int] = defaultdict(int)
    for one in reports.sums(session, closed, ["status"]):
        counts[one.status] += one.deals
    return Outlook(
        whose=whose,
        name=name,
        period=period,
        goal=goal,
        closed=Money(won.pop(currency, Decimal(0)), currency),
        by_category=dict(categories),
        weighted=weighted.quantize(Decimal("0.01")),
        won=counts[Status.WON],
        lost=counts[Status.LOST],
        others=tuple(Money(amount, other) for other, amount in sorted(won.items())),
    )


def _usual(won: Mapping[str, Decimal], expected: Sequence[Sum]) -> str | None:
    """The currency of most of somebody's deals, where no goal says in which to count."""
    deals = Counter(dict.fromkeys(won, 1))
    for one in expected:
        deals[one.currency] += one.deals
    return max(deals, key=lambda currency: (deals[currency], currency), default=None)


def _year_to(now: datetime) -> tuple[datetime, datetime]:
    return (now + timedelta(days=1) - relativedelta(years=1)), now


def _won(
    session: Session, owners: frozenset[int | None] | None, span: Period
) -> dict[str, Decimal]:
    """What was won in a span, per currency."""
    moments = span.moments(workspaces.bound(session).zone)
    wanted = Slice(statuses=(Status.WON,), owner_ids=owners, closed=moments)
    return {one.currency: one.amount for one in reports.sums(session, wanted, [])}


def tell_reached(act: history.Act, deal: Deal) -> None:
    """A deal was won: whoever has a goal that it brought to a mark hears of it, once."""
    session = act.session
    if deal.closed_at is None or not deal.amount:
        return
    zone = workspaces.bound(session).zone
    periods = rules.periods_of(deal.closed_at.astimezone(zone).date())
    for goal in goals.of_periods(session, periods):
        owners = _owners(session, goal.whose, goal.person_id, goal.team)
        if goal.money.currency != deal.currency or not (owners is None or deal.owner_id in owners):
            continue
        mark = rules.mark_passed(goal.money, *_around(session, goal, owners, deal.amount))
        for reader in _readers(session, goal) if mark else []:
            outbox.promise(
                session,
                recipient_id=reader.id,
                kind=REACHED,
                facts={"goal_id": goal.id, "mark": mark, "deal_id": deal.id},
                dedup_key=f"{REACHED}:{goal.id}:{mark}:{reader.id}",
                now=act.at,
                expires_at=act.at + TOLD_FOR,
            )


def _around(
    session: Session, goal: Goal, owners: frozenset[int | None] | None, amount: Decimal
) -> tuple[Decimal, Decimal]:
    """What was won before a deal, and with it."""
    won = _won(session, owners, rules.span_of(goal.period))
    after = won.get(goal.money.currency, Decimal(0))
    return after - amount, after


def _readers(session: Session, goal: Goal) -> list[Person]:
    """Whom a goal is told to: the person, everybody of the team, the leaders."""
    everyone = people.everyone(session)
    match goal.whose:
        case Whose.REP:
            meant = [one for one in everyone if one.id == goal.person_id]
        case Whose.TEAM:
            meant = [one for one in everyone if one.team == goal.team]
        case Whose.WORKSPACE:
            meant = [one for one in everyone if one.role is Role.LEADER]
    return [one for one in meant if one.slack_user_id is not None]


@dataclass(frozen=True, slots=True)
class Reached:
    """A mark of a goal as it is told: `share` as it stands now."""

    goal: Goal
    name: str
    mark: int
    closed: Money

    @property
    def still_holds(self) -> bool:
        return self.closed.value * 100 >= self.goal.money.value * self.mark


def reached(session: Session, goal_id: int, mark: int) -> Reached | None:
    """A mark that was reached, as it stands now; None where the goal holds no more."""
    goal = goals.find(session, goal_id)
    if goal is None:
        return None
    owners = _owners(session, goal.whose, goal.person_id, goal.team)
    won = _won(session, owners, rules.span_of(goal.period))
    person = people.find(session, goal.person_id)
    closed = Money(won.get(goal.money.currency, Decimal(0)), goal.money.currency)
    return Reached(goal, person.name if person else goal.team, mark, closed)
