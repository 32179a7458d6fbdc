"""Activities: what happened on a deal or an account."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from bot.domain.deal import Activity
from bot.domain.outcomes import Note
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
    contact_id: int | None = None,
    said_by: str | None = None,
    permalink: str | None = None,
) -> int:
    row = ActivityRow(
        deal_id=deal_id,
        account_id=account_id,
        contact_id=contact_id,
        author_id=act.actor_id,
        kind=kind,
        occurred_at=occurred_at,
        logged_at=act.at,
        note=note,
        source=source,
        said_by=said_by,
        permalink=permalink,
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
    session: Session, words: Sequence[str], account_ids: Collection[int], limit: int
) -> list[Note]:
    """Activities whose note holds all the words, and those with a note on some accounts, newest
    first."""
    told_of = _mentioning(words, account_ids)
    lines = session.execute(
        noted().where(told_of).order_by(ActivityRow.occurred_at.desc()).limit(limit)
    )
    return [note_value(*line) for line in lines]


def count_mentioning(
    session: Session, words: Sequence[str], account_ids: Collection[int], most: int
) -> int:
    """How many those are; no further than `most`."""
    found = select(ActivityRow.id).where(_mentioning(words, account_ids)).limit(most)
    return session.scalar(select(func.count()).select_from(found.subquery())) or 0


def _mentioning(words: Sequence[str], account_ids: Collection[int]) -> ColumnElement[bool]:
    holding = and_(*(ActivityRow.note.icontains(word, autoescape=True) for word in words))
    theirs = and_(ActivityRow.account_id.in_(account_ids), ActivityRow.note != "")
    return or_(holding, theirs)


def noted() -> Select[ActivityRow, str, str | None, str | None, str | None]:
    """Activities with their author, and the name of their deal and account."""
    return (
        select(ActivityRow, PersonRow.name, PersonRow.slack_user_id, DealRow.name, AccountRow.name)
        .join(PersonRow, PersonRow.id == ActivityRow.author_id)
        .outerjoin(DealRow, DealRow.id == ActivityRow.deal_id)
        .outerjoin(AccountRow, AccountRow.id == ActivityRow.account_id)
    )


def note_value(
    row: ActivityRow, author: str, slack_id: str | None, deal: str | None, account: str | None
) -> Note:
    return Note(visible.activity_value(row, author, slack_id), deal, account)


def newest_where(session: Session, told_of: ColumnElement[bool], limit: int) -> list[Note]:
    order = (ActivityRow.occurred_at.desc(), ActivityRow.id.desc())
    lines = session.execute(noted().where(told_of).order_by(*order).limit(limit))
    return [note_value(*line) for line in lines]


def told_by(
    session: Session, author_id: int, since: datetime, until: datetime, limit: int
) -> list[Note]:
    """What one person logged as happened in a stretch of time, oldest first, with the deal's and
    account's name."""
    lines = session.execute(
        noted()
        .where(
            ActivityRow.author_id == author_id,
            ActivityRow.occurred_at >= since,
            ActivityRow.occurred_at < until,
        )
        .order_by(ActivityRow.occurred_at, ActivityRow.id)
        .limit(limit)
    )
    return [note_value(*line) for line in lines]


def with_addresses(session: Session, told_of: ColumnElement[bool], limit: int) -> list[Activity]:
    """The newest activities that a message or a note with an address in it was logged with."""
    names_one = or_(ActivityRow.permalink.is_not(None), ActivityRow.note.icontains("://"))
    return [one.activity for one in newest_where(session, and_(told_of, names_one), limit)]


def addresses_on(session: Session, deal_id: int, limit: int) -> list[Activity]:
    return with_addresses(session, ActivityRow.deal_id == deal_id, limit)


def count_on(session: Session, deal_id: int) -> int:
    return session.scalar(select(func.count()).where(ActivityRow.deal_id == deal_id)) or 0
