"""The only queries a person's request may start from: what they may see, and may change."""

from typing import Any

from sqlalchemy import Select, and_, bindparam, func, select
from sqlalchemy.orm import Session

from bot.domain import people as rights
from bot.domain.deal import Account, Activity, Deal, Status
from bot.domain.people import Actor, Person
from bot.domain.refusal import Refusal
from store import people, prepared
from store.schema import AccountRow, ActivityRow, DealRow, PersonRow, WorkspaceRow

_DEALS, _ACCOUNTS, _PEOPLE = (prepared.table_of(row) for row in (DealRow, AccountRow, PersonRow))
_WORKSPACES = prepared.table_of(WorkspaceRow)
_ONE_DEAL = prepared.Prepared(
    select(
        _DEALS,
        _ACCOUNTS.c.name.label("account"),
        _PEOPLE.c.name.label("owner"),
        _PEOPLE.c.slack_user_id.label("owner_slack_id"),
        func.coalesce(_PEOPLE.c.own_tz, _PEOPLE.c.tz, _WORKSPACES.c.tz).label("owner_tz"),
    )
    .select_from(
        _DEALS.outerjoin(
            _ACCOUNTS, and_(_ACCOUNTS.c.id == _DEALS.c.account_id, *prepared.here(_ACCOUNTS))
        )
        .outerjoin(_PEOPLE, and_(_PEOPLE.c.id == _DEALS.c.owner_id, *prepared.here(_PEOPLE)))
        .join(_WORKSPACES, _WORKSPACES.c.id == _DEALS.c.workspace_id)
    )
    .where(_DEALS.c.id == bindparam("deal_id"), *prepared.here(_DEALS))
)


OWNER_TZ = func.coalesce(PersonRow.own_tz, PersonRow.tz, WorkspaceRow.tz)
"""The zone by whose clock a deal's next step is meant."""


def deals() -> Select[DealRow, str | None, str | None, str | None, str]:
    """Every deal of the workspace with its account's and owner's names and the owner's zone: all
    may read all."""
    return (
        select(DealRow, AccountRow.name, PersonRow.name, PersonRow.slack_user_id, OWNER_TZ)
        .outerjoin(AccountRow, AccountRow.id == DealRow.account_id)
        .outerjoin(PersonRow, PersonRow.id == DealRow.owner_id)
        .join(WorkspaceRow, WorkspaceRow.id == DealRow.workspace_id)
    )


def deal(session: Session, deal_id: int) -> Deal:
    """One deal to look at. Raises Refusal("deal-gone") where there is none (any more)."""
    found = deal_if_there(session, deal_id)
    if found is None:
        raise Refusal("deal-gone")
    return found


def deal_if_there(session: Session, deal_id: int) -> Deal | None:
    """The same for one that may have been taken away."""
    row = _ONE_DEAL.run(session, deal_id=deal_id).first()
    if row is None:
        return None
    return deal_value(row, row.account, row.owner, row.owner_slack_id, row.owner_tz)


def owner_of(session: Session, actor: Actor, found: Deal) -> Person | None:
    """Whose a deal is, without asking where it is the actor's own."""
    if found.owner_id == actor.id:
        return actor.person
    return people.find(session, found.owner_id)


def deal_to_change(session: Session, actor: Actor, deal_id: int) -> Deal:
    """One deal to edit, move, close or reopen; refused where it is not the actor's to change."""
    found = deal(session, deal_id)
    rights.require_change_of_deal(actor, owner_of(session, actor, found))
    return found


def deal_to_assign(session: Session, actor: Actor, deal_id: int) -> Deal:
    found = deal(session, deal_id)
    rights.require_assignment(actor, owner_of(session, actor, found))
    return found


def account(session: Session, account_id: int) -> Account:
    row = session.get(AccountRow, account_id)
    if row is None or row.removed_at is not None:
        raise Refusal("account-gone")
    return Account(row.id, row.name, row.owner_id)


def activities() -> Select[ActivityRow, str, str | None]:
    """Every activity of the workspace with its author's name."""
    return select(ActivityRow, PersonRow.name, PersonRow.slack_user_id).join(
        PersonRow, PersonRow.id == ActivityRow.author_id
    )


def deal_value(
    row: Any,
    account_name: str | None,
    owner_name: str | None,
    owner_slack_id: str | None,
    owner_tz: str | None = None,
) -> Deal:
    return Deal(
        id=row.id,
        name=row.name,
        account_id=row.account_id,
        account_name=account_name,
        owner_id=row.owner_id,
        owner_name=owner_name,
        owner_slack_id=owner_slack_id,
        stage_key=row.stage_key,
        status=Status(row.status),
        amount=row.amount,
        currency=row.currency,
        closes_on=row.closes_on,
        next_step=row.next_step,
        next_step_due_on=row.next_step_due_on,
        created_at=row.created_at,
        stage_entered_at=row.stage_entered_at,
        last_touch_at=row.last_touch_at,
        last_activity_at=row.last_activity_at,
        closed_at=row.closed_at,
        close_reason=row.close_reason,
        held_until=row.held_until,
        hold_reason=row.hold_reason,
        probability=row.probability,
        playbook_version=row.playbook_version,
        external_id=row.external_id,
        version=row.version,
        closed_rate=row.closed_rate,
        closed_base=row.closed_base,
        next_step_rule=row.next_step_rule,
        next_step_time=row.next_step_time,
        owner_tz=owner_tz,
    )


def activity_value(row: ActivityRow, author: str, author_slack_id: str | None) -> Activity:
    return Activity(
        id=row.id,
        deal_id=row.deal_id,
        account_id=row.account_id,
        author_id=row.author_id,
        author_name=author,
        author_slack_id=author_slack_id,
        kind=row.kind,
        occurred_at=row.occurred_at,
        logged_at=row.logged_at,
        note=row.note,
        source=row.source,
        said_by=row.said_by,
        permalink=row.permalink,
    )
