"""Who was asked to show the way and agreed, and how they work."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.champions import WITHIN_AN_HOUR
from bot.domain.deal import ActivityKind, Status
from store import history
from store.schema import ActivityRow, ActRow, AuditRow, ChampionRow, DayFactRow, DealRow

SPOKEN = (ActivityKind.CALL, ActivityKind.MEETING, ActivityKind.DEMO)


@dataclass(frozen=True, slots=True)
class Asked:
    """The newest question to somebody, and the answer."""

    id: int
    person_id: int
    asked_at: datetime
    consents: bool | None
    answered_at: datetime | None


def newest(session: Session, person_id: int | None = None) -> dict[int, Asked]:
    """Per person the newest question; of one person alone where that is asked."""
    last = select(func.max(ChampionRow.id)).group_by(ChampionRow.person_id)
    if person_id is not None:
        last = last.where(ChampionRow.person_id == person_id)
    rows = session.scalars(select(ChampionRow).where(ChampionRow.id.in_(last)))
    return {
        row.person_id: Asked(row.id, row.person_id, row.asked_at, row.consents, row.answered_at)
        for row in rows
    }


def add(act: history.Act, person_id: int) -> int:
    row = ChampionRow(person_id=person_id, asked_at=act.at, consents=None, answered_at=None)
    history.create(act, row)
    return row.id


def answer(act: history.Act, asked_id: int, *, consents: bool) -> None:
    row = act.session.get_one(ChampionRow, asked_id, with_for_update=True)
    history.change(act, row, {"consents": consents, "answered_at": act.at})


def results(session: Session, begins: datetime, ends: datetime) -> dict[int, tuple[int, int]]:
    """Per owner the deals won and those closed in a span."""
    won = func.count().filter(DealRow.status == Status.WON)
    rows = session.execute(
        select(DealRow.owner_id, won, func.count())
        .where(
            DealRow.status != Status.OPEN,
            DealRow.closed_at >= begins,
            DealRow.closed_at < ends,
            DealRow.owner_id.is_not(None),
        )
        .group_by(DealRow.owner_id)
    )
    return {owner_id or 0: (won_deals, closed) for owner_id, won_deals, closed in rows}


def active_days(session: Session, first: date, last: date) -> dict[int, dict[date, int]]:
    """Per person and week, from the Mondays `first` to `last`, the days with a meaningful act."""
    rows = session.execute(
        select(DayFactRow.person_id, DayFactRow.week, func.count(func.distinct(DayFactRow.day)))
        .where(DayFactRow.week.between(first, last), DayFactRow.acts > 0)
        .group_by(DayFactRow.person_id, DayFactRow.week)
    )
    found: defaultdict[int, dict[date, int]] = defaultdict(dict)
    for person_id, week, days in rows:
        found[person_id][week] = days
    return dict(found)


def delays(session: Session, person_id: int, first: date, last: date) -> list[int]:
    """Minutes from happening to logging, of every activity of somebody's weeks, in order."""
    rows = session.scalars(
        select(DayFactRow.delays).where(
            DayFactRow.person_id == person_id, DayFactRow.week.between(first, last)
        )
    )
    return sorted(minutes for day in rows for minutes in day)


def spoken(
    session: Session, person_id: int, begins: datetime, ends: datetime
) -> list[tuple[int, datetime]]:
    """The deals that somebody called or met about, and when they wrote it down."""
    rows = session.execute(
        select(ActivityRow.deal_id, ActivityRow.logged_at).where(
            ActivityRow.author_id == person_id,
            ActivityRow.kind.in_(SPOKEN),
            ActivityRow.deal_id.is_not(None),
            ActivityRow.occurred_at >= begins,
            ActivityRow.occurred_at < ends,
        )
    )
    return [(deal_id or 0, at) for deal_id, at in rows]


def followed_within_an_hour(
    session: Session, person_id: int, begins: datetime, ends: datetime
) -> tuple[int, int]:
    """Of somebody's calls and meetings in a span: how many there were, and after how many they set
    the deal's next step within the hour of writing them down."""
    due = AuditRow.after["next_step_due_on"].as_string()
    steps = session.execute(
        select(AuditRow.subject_id, ActRow.at)
        .join(ActRow, ActRow.id == AuditRow.act_id)
        .where(
            ActRow.actor_id == person_id,
            ActRow.at >= begins,
            ActRow.at < ends + timedelta(days=1),
            ActRow.undone_at.is_(None),
            AuditRow.subject_type == "deal",
            due.is_not(None),
        )
    )
    set_at: defaultdict[int, list[datetime]] = defaultdict(list)
    for deal_id, at in steps:
        set_at[deal_id].append(at)
    calls = spoken(session, person_id, begins, ends)
    followed = sum(
        any(logged_at <= at <= logged_at + WITHIN_AN_HOUR for at in set_at[deal_id])
        for deal_id, logged_at in calls
    )
    return len(calls), followed
