"""What App Home counts, added up in the database, however many deals somebody has."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session

from bot.domain.cutoffs import Cutoff, cutoffs
from bot.domain.deal import Deal, Status
from bot.domain.homes import Counted, News, NewsKind
from bot.domain.people import Person
from bot.domain.signals import PROMISE_DAYS
from bot.domain.stages import Stage
from store import visible
from store.schema import ActRow, AuditRow, DealRow
from store.speaking import not_held

AT_ONCE = 40
"""Calendars judged in one statement."""

TOLD_OF = {"deal.win": NewsKind.WON, "deal.move": NewsKind.MOVED}


def counted(session: Session, owner: Person, stages: tuple[Stage, ...], today: date) -> Counted:
    """How one owner's open deals stand on their own day."""
    due, awake = DealRow.next_step_due_on, not_held(today)
    row = session.execute(
        select(
            func.count(),
            func.count().filter(due < today, awake),
            func.count().filter(due == today, awake),
            func.count().filter(due.is_(None), awake),
            func.count().filter(_stale(cutoffs(stages, owner, today), today)),
            func.count().filter(DealRow.held_until > today),
        )
        .select_from(DealRow)
        .where(DealRow.status == Status.OPEN, DealRow.owner_id == owner.id)
    ).one()
    return Counted(*row)


def due(session: Session, owner_id: int, today: date, most: int) -> list[Deal]:
    """The first of an owner's open deals whose next step is due or overdue, none on hold."""
    lines = session.execute(
        visible.deals()
        .where(
            DealRow.status == Status.OPEN,
            DealRow.owner_id == owner_id,
            DealRow.next_step_due_on <= today,
            not_held(today),
        )
        .order_by(
            DealRow.next_step_due_on,
            DealRow.next_step_time.is_(None),
            DealRow.next_step_time,
            DealRow.id,
        )
        .limit(most)
    )
    return [visible.deal_value(*line) for line in lines]


def held(session: Session, owner_id: int, today: date, most: int) -> list[Deal]:
    """The first of an owner's open deals to come back from hold."""
    lines = session.execute(
        visible.deals()
        .where(
            DealRow.status == Status.OPEN,
            DealRow.owner_id == owner_id,
            DealRow.held_until > today,
        )
        .order_by(DealRow.held_until, DealRow.id)
        .limit(most)
    )
    return [visible.deal_value(*line) for line in lines]


def stale(
    session: Session,
    owners: Sequence[Person],
    stages: tuple[Stage, ...],
    now: datetime,
    most: int,
    but: Collection[int] = (),
) -> list[Deal]:
    """The stale deals of some owners that have gone untouched for longest."""
    found: list[Deal] = []
    for group in _groups(owners, stages, now):
        lines = session.execute(
            visible.deals()
            .where(DealRow.status == Status.OPEN, group, DealRow.id.not_in(but))
            .order_by(DealRow.last_touch_at, DealRow.id)
            .limit(most)
        )
        found += [visible.deal_value(*line) for line in lines]
    return sorted(found, key=lambda deal: (deal.last_touch_at, deal.id))[:most]


def open_and_stale(
    session: Session, owners: Sequence[Person], stages: tuple[Stage, ...], now: datetime
) -> dict[int, tuple[int, int]]:
    """Per owner how many open deals there are, and how many of them are stale on the owner's own
    day; those without any are left out."""
    every = session.execute(
        select(DealRow.owner_id, func.count())
        .where(DealRow.status == Status.OPEN, DealRow.owner_id.in_([one.id for one in owners]))
        .group_by(DealRow.owner_id)
    )
    open_deals = {row[0]: row[1] for row in every if row[0] is not None}
    stale_ones: dict[int, int] = {}
    for group in _groups(owners, stages, now):
        rows = session.execute(
            select(DealRow.owner_id, func.count())
            .where(DealRow.status == Status.OPEN, group)
            .group_by(DealRow.owner_id)
        )
        stale_ones |= {row[0]: row[1] for row in rows if row[0] is not None}
    return {one: (held, stale_ones.get(one, 0)) for one, held in open_deals.items()}


def _groups(
    owners: Sequence[Person], stages: tuple[Stage, ...], now: datetime
) -> list[ColumnElement[bool]]:
    """The stale deals of the owners, those who share a zone and a calendar judged together."""
    alike: defaultdict[tuple[object, ...], list[Person]] = defaultdict(list)
    for one in owners:
        alike[(one.tz, one.calendar)].append(one)
    conditions = [
        and_(
            DealRow.owner_id.in_([one.id for one in those]),
            _stale(cutoffs(stages, those[0], (today := those[0].today(now))), today),
        )
        for those in alike.values()
    ]
    return [
        or_(*conditions[start : start + AT_ONCE]) for start in range(0, len(conditions), AT_ONCE)
    ]


def _stale(told: tuple[Cutoff, ...], today: date) -> ColumnElement[bool]:
    """What bot.domain.signals calls stale: silent or stuck, and not on hold."""
    due = DealRow.next_step_due_on
    unpromised = or_(due.is_(None), due < today, due > today + timedelta(days=PROMISE_DAYS))
    return and_(
        not_held(today),
        or_(
            false(),
            *(
                and_(
                    DealRow.stage_key == one.stage_key,
                    or_(
                        false()
                        if one.touched is None
                        else and_(DealRow.last_touch_at < one.touched, unpromised),
                        DealRow.stage_entered_at < one.entered,
                    ),
                )
                for one in told
            ),
        ),
    )


def news(
    session: Session,
    owner_ids: Collection[int] | None,
    but: int,
    since: datetime,
    most: int,
) -> list[News]:
    """The newest wins and moves of deals of some owners (None: of all) but the reader, as far as
    they still stand; each deal once."""
    newest = (
        select(func.max(ActRow.id))
        .join(AuditRow, and_(AuditRow.act_id == ActRow.id, AuditRow.subject_type == "deal"))
        .where(ActRow.at >= since, ActRow.undone_at.is_(None), ActRow.action.in_(list(TOLD_OF)))
        .group_by(AuditRow.subject_id)
    )
    theirs = (
        or_(DealRow.owner_id.is_(None), DealRow.owner_id != but)
        if owner_ids is None
        else DealRow.owner_id.in_(set(owner_ids) - {but})
    )
    lines = session.execute(
        visible.deals()
        .add_columns(ActRow.action, ActRow.at, AuditRow.after)
        .join(AuditRow, and_(AuditRow.subject_id == DealRow.id, AuditRow.subject_type == "deal"))
        .join(ActRow, ActRow.id == AuditRow.act_id)
        .where(
            ActRow.id.in_(newest),
            or_(ActRow.action != "deal.win", DealRow.status == Status.WON),
            theirs,
        )
        .order_by(ActRow.at.desc(), ActRow.id.desc())
        .limit(most)
    )
    return [
        News(TOLD_OF[action], at, visible.deal_value(*deal), (after or {}).get("stage_key"))
        for *deal, action, at, after in lines
    ]
