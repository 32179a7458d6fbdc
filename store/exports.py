"""What each table looks like from outside: the contract's columns, streamed in order of id."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session, aliased

from store.schema import (
    AccountRow,
    ActivityRow,
    ActRow,
    AuditRow,
    ContactRow,
    DealRow,
    GoalRow,
    PersonRow,
    StageChangeRow,
    WorkspaceRow,
)
from store.visible import OWNER_TZ

AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class View:
    """A table's columns, as they are named outside, the question that fills them, and what is
    to be done with each of its rows first."""

    columns: tuple[str, ...]
    question: Select[*tuple[Any, ...]]
    told: Callable[[Sequence[Any]], Sequence[Any]] = tuple


_OWNER = func.coalesce(PersonRow.slack_user_id, PersonRow.name)


def _deals() -> View:
    columns = (
        "id,name,account,owner,stage,status,amount,currency,expected_close,next_step,"
        "next_step_due,created_at,stage_entered_at,last_activity_at,closed_at,close_reason,"
        "external_id,next_step_at"
    )
    question = (
        select(
            DealRow.id,
            DealRow.name,
            AccountRow.name,
            _OWNER,
            DealRow.stage_key,
            DealRow.status,
            DealRow.amount,
            DealRow.currency,
            DealRow.closes_on,
            DealRow.next_step,
            DealRow.next_step_due_on,
            DealRow.created_at,
            DealRow.stage_entered_at,
            DealRow.last_activity_at,
            DealRow.closed_at,
            DealRow.close_reason,
            DealRow.external_id,
            DealRow.next_step_time,
            OWNER_TZ,
            DealRow.next_step_due_on,
        )
        .outerjoin(AccountRow, AccountRow.id == DealRow.account_id)
        .outerjoin(PersonRow, PersonRow.id == DealRow.owner_id)
        .join(WorkspaceRow, WorkspaceRow.id == DealRow.workspace_id)
        .order_by(DealRow.id)
    )
    return View(tuple(columns.split(",")), question, _with_moment)


def _with_moment(row: Sequence[Any]) -> Sequence[Any]:
    """A deal with the moment of its next step in the place of what it is reckoned from."""
    *told, at, tz, due_on = row
    return (*told, _moment(due_on, at, tz))


def _moment(due_on: date | None, at: time | None, tz: str) -> datetime | None:
    if due_on is None or at is None:
        return None
    return datetime.combine(due_on, at, ZoneInfo(tz)).astimezone(UTC)


def _accounts() -> View:
    question = (
        select(
            AccountRow.id, AccountRow.name, _OWNER, AccountRow.created_at, AccountRow.external_id
        )
        .outerjoin(PersonRow, PersonRow.id == AccountRow.owner_id)
        .order_by(AccountRow.id)
    )
    return View(("id", "name", "owner", "created_at", "external_id"), question)


def _contacts() -> View:
    columns = ("id", "name", "account", "title", "email", "phone", "created_at", "external_id")
    question = (
        select(
            ContactRow.id,
            ContactRow.name,
            AccountRow.name,
            ContactRow.title,
            ContactRow.email,
            ContactRow.phone,
            ContactRow.created_at,
            ContactRow.external_id,
        )
        .outerjoin(AccountRow, AccountRow.id == ContactRow.account_id)
        .order_by(ContactRow.id)
    )
    return View(columns, question)


def _activities() -> View:
    columns = (
        "id", "deal", "account", "contact", "author", "kind", "occurred_at", "logged_at", "note",
        "source",
    )  # fmt: skip
    question = (
        select(
            ActivityRow.id,
            DealRow.name,
            AccountRow.name,
            ContactRow.name,
            _OWNER,
            ActivityRow.kind,
            ActivityRow.occurred_at,
            ActivityRow.logged_at,
            ActivityRow.note,
            ActivityRow.source,
        )
        .outerjoin(DealRow, DealRow.id == ActivityRow.deal_id)
        .outerjoin(AccountRow, AccountRow.id == ActivityRow.account_id)
        .outerjoin(ContactRow, ContactRow.id == ActivityRow.contact_id)
        .outerjoin(PersonRow, PersonRow.id == ActivityRow.author_id)
        .order_by(ActivityRow.id)
    )
    return View(columns, question)


def _stage_changes() -> View:
    columns = (
        "id", "deal", "from_stage", "to_stage", "changed_by", "changed_at", "playbook_version",
        "override_reason", "reason",
    )  # fmt: skip
    question = (
        select(
            StageChangeRow.id,
            DealRow.name,
            StageChangeRow.from_stage,
            StageChangeRow.to_stage,
            _OWNER,
            StageChangeRow.changed_at,
            StageChangeRow.playbook_version,
            StageChangeRow.override_reason,
            StageChangeRow.reason,
        )
        .join(DealRow, DealRow.id == StageChangeRow.deal_id)
        .outerjoin(PersonRow, PersonRow.id == StageChangeRow.changed_by_id)
        .order_by(StageChangeRow.id)
    )
    return View(columns, question)


def _audit() -> View:
    actor = aliased(PersonRow)
    question = (
        select(
            AuditRow.id,
            ActRow.at,
            func.coalesce(actor.slack_user_id, actor.name),
            ActRow.action,
            AuditRow.subject_type,
            AuditRow.subject_id,
            AuditRow.before,
            AuditRow.after,
        )
        .join(ActRow, ActRow.id == AuditRow.act_id)
        .outerjoin(actor, actor.id == ActRow.actor_id)
        .order_by(AuditRow.id)
    )
    columns = ("id", "at", "actor", "action", "subject_type", "subject_id", "before", "after")
    return View(columns, question)


def _goals() -> View:
    """The goals that hold, as `/crm goals set` reads them again."""
    same = (GoalRow.scope, GoalRow.person_id, GoalRow.team, GoalRow.period)
    newest = select(func.max(GoalRow.id)).group_by(*same)
    setter = aliased(PersonRow)
    whose = case(
        (GoalRow.scope == "rep", _OWNER), (GoalRow.scope == "team", GoalRow.team), else_="workspace"
    )
    question = (
        select(
            whose,
            GoalRow.period,
            GoalRow.amount,
            GoalRow.currency,
            GoalRow.scope,
            func.coalesce(setter.slack_user_id, setter.name),
            GoalRow.set_at,
        )
        .outerjoin(PersonRow, PersonRow.id == GoalRow.person_id)
        .outerjoin(setter, setter.id == GoalRow.set_by_id)
        .where(GoalRow.id.in_(newest), GoalRow.amount > Decimal(0))
        .order_by(GoalRow.period, GoalRow.id)
    )
    columns = ("whose", "period", "amount", "currency", "scope", "set_by", "set_at")
    return View(columns, question)


VIEWS = {
    "deals": _deals(),
    "accounts": _accounts(),
    "contacts": _contacts(),
    "activities": _activities(),
    "stage_changes": _stage_changes(),
    "audit": _audit(),
    "goals": _goals(),
}


def rows(session: Session, view: View) -> Iterator[Sequence[Any]]:
    """The table's rows, fetched some at a time."""
    for row in session.execute(view.question.execution_options(yield_per=AT_ONCE)):
        yield view.told(row)
