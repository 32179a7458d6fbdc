"""Makers of what tests speak about: a clock, a workspace, its people, their deals."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.deal import Deal
from bot.domain.giving import Filled
from bot.domain.outcomes import Done
from bot.domain.people import Actor, Person, Role, Workspace
from bot.domain.stages import Stages
from bot.usecases import moving
from bot.usecases.moving import Order
from store import accounts, deals, history, people, stages, workspaces
from store.engine import Store

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday, 09:00 in UTC: the moment at which tests begin."""

JOINED = date(2025, 1, 1)
TEAM_ID = "T0001"

_numbers = count(1)


class FakeClock:
    """A clock that stands still until it is told to move; called, it gives the moment."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, now: datetime) -> None:
        if now.tzinfo is None:
            raise ValueError("the clock shows aware moments alone")
        self.now = now.astimezone(UTC)

    def advance(self, **span: float) -> datetime:
        """Moves on by days=…, hours=…, minutes=… and gives the new moment."""
        self.now += timedelta(**span)
        return self.now


@dataclass(frozen=True, slots=True)
class Team:
    """A workspace with a person of every role: rep and Korean rep report to the manager."""

    workspace: Workspace
    rep: Actor
    other_rep: Actor
    korean: Actor
    manager: Actor
    leader: Actor
    admin: Actor

    @property
    def id(self) -> int:
        return self.workspace.id

    @property
    def everyone(self) -> tuple[Actor, ...]:
        return (self.rep, self.other_rep, self.korean, self.manager, self.leader, self.admin)


def make_team(store: Store, slack_team_id: str = TEAM_ID, now: datetime = START) -> Team:
    """A workspace named after its Slack team, with the default playbook and six people."""
    workspace = store.run(None, workspaces.meet, slack_team_id, f"Team {slack_team_id}", now)
    return store.run(workspace.id, _staff, workspace)


def _staff(session: Session, workspace: Workspace) -> Team:
    def hire(key: str, name: str, role: Role, **facts: Any) -> Actor:
        return Actor(
            make_person(session, name, role, slack_user_id=f"U{key}{workspace.id}", **facts),
            workspace,
        )

    leader = hire("LEADER", "Lena Lead", Role.LEADER)
    manager = hire("MANAGER", "Mona Major", Role.MANAGER, team="North")
    ours: dict[str, Any] = {"manager_id": manager.id, "team": "North"}
    return Team(
        workspace=workspace,
        leader=leader,
        manager=manager,
        admin=hire("ADMIN", "Ada Admin", Role.ADMIN),
        rep=hire("REP", "Rob Rep", Role.REP, tz="America/New_York", **ours),
        other_rep=hire("OTHER", "Olga Other", Role.REP),
        korean=hire("KOREAN", "김하늘", Role.REP, locale="ko-KR", tz="Asia/Seoul", **ours),
    )


def make_person(
    session: Session,
    name: str,
    role: Role = Role.REP,
    *,
    slack_user_id: str | None = None,
    **facts: Any,
) -> Person:
    """Someone of the bound workspace, in Slack under an id of their own unless told otherwise."""
    usual: dict[str, Any] = {"locale": "en-US", "tz": "UTC", "joined_on": JOINED}
    return people.add(
        session,
        name=name,
        role=role,
        slack_user_id=slack_user_id or f"U{next(_numbers):06}",
        **(usual | facts),
    )


def make_deal(
    store: Store,
    owner: Actor,
    name: str = "Acme pilot",
    *,
    account: str | None = None,
    amount: Decimal | int | None = 12_000,
    stage: str = "qualification",
    closes_on: date | None = None,
    next_step: str | None = None,
    next_step_due_on: date | None = None,
    next_step_time: time | None = None,
    currency: str = "USD",
    at: datetime = START,
) -> Deal:
    """An open deal of `owner`, made at the moment `at`."""

    def act(session: Session) -> Deal:
        doing = history.begin(session, owner.id, "deal.create", at)
        company = accounts.named_or_added(doing, account, owner.id) if account else None
        deal = deals.add(
            doing,
            name=name,
            account_id=company.id if company else None,
            owner_id=owner.id,
            stage=playbook(session).get(stage),
            amount=None if amount is None else Decimal(amount),
            currency=currency,
            closes_on=closes_on,
        )
        if next_step is None:
            return deal
        step = {"next_step": next_step, "next_step_due_on": next_step_due_on}
        return deals.change(doing, deal, step | {"next_step_time": next_step_time})

    return store.run(owner.workspace.id, act)


ANSWERS = {
    "budget_holder": "Dana, their CFO",
    "amount": "12000",
    "success_criteria": "first line live in June",
    "expected_close": "2026-06-30",
    "decision_process": "the CFO signs",
}
"""An answer for everything that the default playbook asks for."""


def move_deal(store: Store, actor: Actor, deal_id: int, stage: str, at: datetime) -> Done:
    """A deal moved by `actor` with all that the default playbook asks for."""
    order = Order(stage, "because", Filled(ANSWERS))
    made = store.run(actor.workspace.id, moving.move, actor, deal_id, order, at)
    assert isinstance(made, Done)
    return made


def playbook(session: Session) -> Stages:
    """The stages in force in the bound workspace."""
    return stages.in_force(session)
