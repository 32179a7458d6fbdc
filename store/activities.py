"""Activities: what happened on a deal or an account."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.deal import Activity
from store import history, visible
from store.schema import AccountRow, ActivityRow, DealRow, PersonRow


def add(
    act: history.Act,
    *,
    deal_id: int | None,
    account_id: int | None,
    kind: str,
    occurred_at: datetime,
    note: str,
    source: str,
) -> int:
    row = ActivityRow(
        deal_id=deal_id,
        account_id=account_id,
        author_id=act.actor_id,
        kind=kind,
        occurred_at=occurred_at,
        logged_at=act.at,
        note=note,
        source=source,
    )
    history.create(act, row)
    return row.id


def newest_on(session: Session, deal_id: int, limit: int) -> list[Activity]:
    lines = session.execute(
        visible.activities()
        .where(ActivityRow.deal_id == deal_id)
        .order_by(ActivityRow.occurred_at.desc(), ActivityRow.id.desc())
        .limit(limit)
    )
    return [visible.activity_value(*line) for line in lines]


def mentioning(
    session: Session, words: str, limit: int
) -> list[tuple[Activity, str | None, str | None]]:
    """Activities whose note holds the words, newest first, with the deal's and account's name."""
    lines = session.execute(
        select(ActivityRow, PersonRow.name, PersonRow.slack_user_id, DealRow.name, AccountRow.name)
        .join(PersonRow, PersonRow.id == ActivityRow.author_id)
        .outerjoin(DealRow, DealRow.id == ActivityRow.deal_id)
        .outerjoin(AccountRow, AccountRow.id == ActivityRow.account_id)
        .where(ActivityRow.note.icontains(words, autoescape=True))
        .order_by(ActivityRow.occurred_at.desc())
        .limit(limit)
    )
    return [
        (visible.activity_value(row, author, slack_id), deal, account)
        for row, author, slack_id, deal, account in lines
    ]


def told_by(
    session: Session, author_id: int, since: datetime, until: datetime, limit: int
) -> list[tuple[Activity, str | None, str | None]]:
    """What one person logged as happened in a stretch of time, oldest first, with the deal's and
    account's name."""
    lines = session.execute(
        select(ActivityRow, PersonRow.name, PersonRow.slack_user_id, DealRow.name, AccountRow.name)
        .join(PersonRow, PersonRow.id == ActivityRow.author_id)
        .outerjoin(DealRow, DealRow.id == ActivityRow.deal_id)
        .outerjoin(AccountRow, AccountRow.id == ActivityRow.account_id)
        .where(
            ActivityRow.author_id == author_id,
            ActivityRow.occurred_at >= since,
            ActivityRow.occurred_at < until,
        )
        .order_by(ActivityRow.occurred_at, ActivityRow.id)
        .limit(limit)
    )
    return [
        (visible.activity_value(row, author, slack_id), deal, account)
        for row, author, slack_id, deal, account in lines
    ]


def count_on(session: Session, deal_id: int) -> int:
    return session.scalar(select(func.count()).where(ActivityRow.deal_id == deal_id)) or 0
