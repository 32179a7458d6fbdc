"""Deals: made, changed under their version, listed a page at a time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.domain.deal import Deal, OpenDeal, StageChange, Status
from bot.domain.names import key_of
from bot.domain.refusal import Overtaken
from bot.domain.stages import Stage
from store import history, prepared, visible, ways
from store.among import among
from store.schema import AccountRow, ActivityRow, DealRow, PersonRow, StageChangeRow
from store.speaking import Watch, is_stale, not_held


def add(
    act: history.Act,
    *,
    name: str,
    account_id: int | None,
    owner_id: int | None,
    stage: Stage,
    amount: Decimal | None,
    currency: str,
    closes_on: date | None,
) -> Deal:
    """A new open deal in `stage`, and the first row of its history."""
    row = DealRow(
        name=name,
        name_key=key_of(name)[:255],
        account_id=account_id,
        owner_id=owner_id,
        stage_key=stage.key,
        status=Status.OPEN,
        amount=amount,
        currency=currency,
        closes_on=closes_on,
        created_at=act.at,
        stage_entered_at=act.at,
        last_touch_at=act.at,
        probability=stage.probability,
        playbook_version=stage.playbook_version,
        stood_in=ways.stood_in([stage.key]),
        version=1,
    )
    history.create(act, row)
    _record_stage(act, row.id, None, stage)
    return visible.deal(act.session, row.id)


def change(
    act: history.Act,
    deal: Deal,
    changes: Mapping[str, object],
    following: prepared.Following | None = None,
) -> Deal:
    """Changes a deal as it was read; raises Overtaken("deal-changed") if another came first.

    Another day for the next step has no time of day unless one is given with it.
    """
    if changes.get("next_step_due_on", deal.next_step_due_on) != deal.next_step_due_on:
        changes = {**changes, "next_step_time": changes.get("next_step_time")}
    was = {name: getattr(deal, name) for name in changes}
    now = {name: value for name, value in changes.items() if was[name] != value}
    if not now:
        return deal
    columns = now | ({"name_key": key_of(str(now["name"]))[:255]} if "name" in now else {})
    if not prepared.change(act.session, DealRow, deal.id, deal.version, columns, following):
        raise Overtaken("deal-changed", deal=deal.name)
    history.note_change(act, DealRow, deal.id, was, now)
    if "account_id" in now:
        _take_activities_along(act, deal, now["account_id"])
    if {"owner_id", "account_id"} & now.keys():
        return visible.deal(act.session, deal.id)
    return replace(deal, **now, version=deal.version + 1)  # type: ignore[arg-type] # its own fields


def _take_activities_along(act: history.Act, deal: Deal, account_id: object) -> None:
    """What was logged on a deal is its account's, also where that turns out to be another."""
    rows = act.session.scalars(
        select(ActivityRow).where(
            ActivityRow.deal_id == deal.id, ActivityRow.account_id == deal.account_id
        )
    )
    history.change_all(act, [(row, {"account_id": account_id}) for row in rows])


def enter_stage(
    act: history.Act,
    deal: Deal,
    to: Stage,
    changes: Mapping[str, object],
    *,
    reason: str | None = None,
    override_reason: str | None = None,
    overridden: Sequence[str] = (),
) -> Deal:
    """A change of stage with its row in the history: why it went back, where it did, and which
    criteria it did without, for which reason."""
    changed = change(act, deal, changes, ways.entering(to.key))
    was_last = ways.leave(act.session, deal.id, deal.created_at, act.at)
    _record_stage(act, deal.id, deal.stage_key, to, reason, override_reason, overridden)
    if not was_last:
        ways.follow(act.session, [deal.id])
    return changed


def _record_stage(
    act: history.Act,
    deal_id: int,
    was: str | None,
    to: Stage,
    reason: str | None = None,
    override_reason: str | None = None,
    overridden: Sequence[str] = (),
) -> None:
    history.create(
        act,
        StageChangeRow(
            deal_id=deal_id,
            from_stage=was,
            to_stage=to.key,
            changed_by_id=act.actor_id,
            changed_at=act.at,
            playbook_version=to.playbook_version,
            reason=reason,
            override_reason=override_reason,
            overridden=list(overridden) or None,
        ),
    )


def stage_history(session: Session, deal_id: int) -> list[StageChange]:
    """How a deal went through its stages, oldest first."""
    lines = session.execute(
        select(StageChangeRow, PersonRow.name)
        .outerjoin(PersonRow, PersonRow.id == StageChangeRow.changed_by_id)
        .where(StageChangeRow.deal_id == deal_id)
        .order_by(StageChangeRow.changed_at, StageChangeRow.id)
    )
    return [
        StageChange(
            id=row.id,
            deal_id=row.deal_id,
            from_stage=row.from_stage,
            to_stage=row.to_stage,
            changed_by=name,
            changed_at=row.changed_at,
            override_reason=row.override_reason,
            overridden=tuple(row.overridden or ()),
            reason=row.reason,
            playbook_version=row.playbook_version,
        )
        for row, name in lines
    ]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which deals a list shows: None means any; `unowned` those that nobody owns;
    `undated_on` a day: those that have no dated next step and are not on hold then; `stale` whose
    days those are told by that have gone quiet or stuck."""

    owner_ids: tuple[int, ...] | None = None
    account_id: int | None = None
    stage_key: str | None = None
    open_only: bool = True
    ids: tuple[int, ...] | None = None
    closed_in: tuple[datetime, datetime] | None = None
    undated_on: date | None = None
    unowned: bool = False
    stale: tuple[Watch, ...] | None = None


def usual_currency(session: Session, owner_id: int) -> str | None:
    """The currency of the newest deal of somebody's own that has an amount."""
    return session.scalars(
        select(DealRow.currency)
        .where(DealRow.owner_id == owner_id, DealRow.amount.is_not(None))
        .order_by(DealRow.id.desc())
        .limit(1)
    ).first()


def count(session: Session, wanted: Wanted) -> int:
    return (
        session.scalar(select(func.count()).select_from(DealRow).where(*_conditions(wanted))) or 0
    )


def page(
    session: Session, wanted: Wanted, *, sort: str, descending: bool, offset: int, limit: int
) -> list[Deal]:
    """One page of a list; deals without the sorted value come last. Their ids first: a sort of
    whole rows, of all that there are, takes twice as long."""
    column = _SORT_COLUMNS[sort]
    order = column.desc() if descending else column.asc()
    every = select(DealRow.id).where(*_conditions(wanted))
    if sort == "account":
        every = every.outerjoin(AccountRow, AccountRow.id == DealRow.account_id)
    if sort == "owner":
        every = every.outerjoin(PersonRow, PersonRow.id == DealRow.owner_id)
    ids = session.scalars(
        every.order_by(column.is_(None), order, DealRow.id).offset(offset).limit(limit)
    ).all()
    lines = session.execute(visible.deals().where(DealRow.id.in_(ids)))
    found = {deal.id: deal for deal in (visible.deal_value(*line) for line in lines)}
    return [found[deal_id] for deal_id in ids]


def all_matching(session: Session, wanted: Wanted) -> list[Deal]:
    """Every deal wanted, longest untouched first."""
    lines = session.execute(
        visible.deals().where(*_conditions(wanted)).order_by(DealRow.last_touch_at, DealRow.id)
    )
    return [visible.deal_value(*line) for line in lines]


def sums(session: Session, wanted: Wanted) -> list[tuple[str, int, Decimal]]:
    """Per currency: deals and the sum of their amounts; currencies are never mixed."""
    lines = session.execute(
        select(DealRow.currency, func.count(), func.sum(DealRow.amount))
        .where(*_conditions(wanted))
        .group_by(DealRow.currency)
        .order_by(DealRow.currency)
    )
    return [(currency, deals, amount or Decimal(0)) for currency, deals, amount in lines]


_SORT_COLUMNS: dict[str, InstrumentedAttribute[Any]] = {
    "touched": DealRow.last_touch_at,
    "amount": DealRow.amount,
    "closes": DealRow.closes_on,
    "name": DealRow.name_key,
    "account": AccountRow.name_key,
    "owner": PersonRow.name_key,
    "stage": DealRow.probability,
    "created": DealRow.created_at,
    "next": DealRow.next_step_due_on,
}


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.open_only:
        conditions.append(DealRow.status == Status.OPEN)
    if wanted.owner_ids is not None:
        conditions.append(DealRow.owner_id.in_(wanted.owner_ids))
    if wanted.unowned:
        conditions.append(DealRow.owner_id.is_(None))
    if wanted.account_id is not None:
        conditions.append(DealRow.account_id == wanted.account_id)
    if wanted.stage_key is not None:
        conditions.append(DealRow.stage_key == wanted.stage_key)
    if wanted.ids is not None:
        conditions.append(DealRow.id.in_(wanted.ids))
    if wanted.closed_in is not None:
        begins, ends = wanted.closed_in
        conditions += [DealRow.closed_at >= begins, DealRow.closed_at < ends]
    if wanted.undated_on is not None:
        conditions += [DealRow.next_step_due_on.is_(None), not_held(wanted.undated_on)]
    if wanted.stale is not None:
        conditions.append(is_stale(wanted.stale))
    return conditions


def due_of(session: Session, owner_id: int, today: date) -> list[Deal]:
    """An owner's open deals whose next step was due or whose hold ended by `today`."""
    lines = session.execute(
        visible.deals()
        .where(
            DealRow.status == Status.OPEN,
            DealRow.owner_id == owner_id,
            or_(DealRow.next_step_due_on <= today, DealRow.held_until <= today),
        )
        .order_by(DealRow.next_step_due_on, DealRow.id)
    )
    return [visible.deal_value(*line) for line in lines]


def quiet_of(
    session: Session,
    owner_ids: Collection[int],
    limits: Mapping[str, tuple[datetime, datetime]],
    today: date,
) -> list[OpenDeal]:
    """Open deals of some owners that may be stale: last touched before the first, or in their
    stage since before the second moment that is given for the stage; and those past their expected
    close. Longest untouched first.

    Holds that still last on the owners' `today` are left out. The partial indexes of open deals
    answer it, so that deals which need no attention cost nothing.
    """
    if not limits:
        return []
    theirs = among(DealRow.owner_id, owner_ids)
    quiet = or_(
        *(
            and_(
                DealRow.stage_key == stage_key,
                or_(DealRow.last_touch_at < touched, DealRow.stage_entered_at < entered),
            )
            for stage_key, (touched, entered) in limits.items()
        ),
        DealRow.closes_on < today,
    )
    # The widest limits, which indexes answer: only then are rows looked at one by one.
    touched, entered = (max(moments) for moments in zip(*limits.values(), strict=True))
    may_be = union(
        *(
            select(DealRow.id).where(DealRow.status == Status.OPEN, theirs, late)
            for late in (
                DealRow.last_touch_at < touched,
                DealRow.stage_entered_at < entered,
                DealRow.closes_on < today,
            )
        )
    ).subquery()
    lines = session.execute(
        select(*OPEN_DEAL)
        .select_from(may_be)
        .join(DealRow, DealRow.id == may_be.c.id)
        .where(quiet, not_held(today))
    )
    return sorted(
        (OpenDeal(*line) for line in lines), key=lambda deal: (deal.last_touch_at, deal.id)
    )


OPEN_DEAL = tuple(getattr(DealRow, name) for name in OpenDeal._fields)
