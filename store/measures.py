"""What came of what was told: who saw it, who acted on the deal, which questions were held back."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Select,
    String,
    bindparam,
    false,
    func,
    literal,
    select,
    true,
    union_all,
    update,
)
from sqlalchemy.orm import Session

from bot.domain.measuring import ACTED_WITHIN, ASKED_ABOUT, HeldBack, Told
from bot.domain.nudging import UNHELPFUL
from store import history, people, prepared, scope
from store.schema import (
    Acted,
    EscalationItemRow,
    EscalationRow,
    FollowupItemRow,
    FollowupRow,
    HeldBackRow,
    NudgeItemRow,
    NudgeRow,
    OutboxRow,
)

WAITED_FOR = timedelta(days=60)
"""What was told longer ago waits for no act any more; three working days pass within that even
for somebody who is on leave."""

_NUDGE_ITEMS, _NUDGES, _FOLLOWUP_ITEMS, _FOLLOWUPS, _LIST_ITEMS, _LISTS, _HELD, _OUTBOX = (
    prepared.table_of(row)
    for row in (
        NudgeItemRow,
        NudgeRow,
        FollowupItemRow,
        FollowupRow,
        EscalationItemRow,
        EscalationRow,
        HeldBackRow,
        OutboxRow,
    )
)
_ACTED: dict[str, type[Acted]] = {
    "nudge": NudgeItemRow,
    "followup": FollowupItemRow,
    "escalation": EscalationItemRow,
    "held": HeldBackRow,
}


def _waiting(of: str, items: Any, heads: Any, link: Any, person: Any, on: Any) -> Select[Any]:
    """What tells of a deal in one of the tables, and was not acted on yet."""
    tables = {items, heads}
    joined = items if heads is items else items.join(heads, heads.c.id == link)
    return (
        select(
            literal(of, String).label("of"),
            items.c.id.label("id"),
            person.label("person_id"),
            on.label("told_on"),
        )
        .select_from(joined)
        .where(
            items.c.deal_id == bindparam("deal_id"),
            items.c.acted_after.is_(None),
            on >= bindparam("since"),
            *prepared.here(*tables),
        )
    )


_UNTOUCHED = prepared.Prepared(
    union_all(
        _waiting(
            "nudge",
            _NUDGE_ITEMS,
            _NUDGES,
            _NUDGE_ITEMS.c.nudge_id,
            _NUDGES.c.person_id,
            _NUDGES.c.asked_on,
        ),
        _waiting(
            "followup",
            _FOLLOWUP_ITEMS,
            _FOLLOWUPS,
            _FOLLOWUP_ITEMS.c.followup_id,
            _FOLLOWUPS.c.person_id,
            _FOLLOWUPS.c.told_on,
        ),
        _waiting(
            "escalation",
            _LIST_ITEMS,
            _LISTS,
            _LIST_ITEMS.c.escalation_id,
            _LISTS.c.manager_id,
            _LISTS.c.told_on,
        ),
        _waiting("held", _HELD, _HELD, None, _HELD.c.person_id, _HELD.c.held_on),
    )
)


def note_touch(act: history.Act, deal_id: int) -> None:
    """Somebody did something about a deal: whatever told of it was acted on, after so many of its
    reader's working days."""
    since = act.at.date() - WAITED_FOR
    for row in _UNTOUCHED.run(act.session, deal_id=deal_id, since=since).all():
        person = people.get(act.session, row.person_id)
        after = person.calendar.days_since(row.told_on, person.today(act.at))
        table = _ACTED[row.of]
        act.session.execute(
            update(table)
            .where(table.id == row.id)  # type: ignore[attr-defined] # every table has one
            .values(acted_after=after, acted_act_id=act.id)
            .execution_options(synchronize_session=False)
        )


def forget_touch(session: Session, act_id: int, deal_ids: Collection[int]) -> None:
    """An act that was undone was none."""
    for table in _ACTED.values() if deal_ids else ():
        session.execute(
            update(table)
            .where(
                table.deal_id.in_(deal_ids),  # type: ignore[attr-defined]
                table.acted_act_id == act_id,
            )
            .values(acted_after=None, acted_act_id=None)
            .execution_options(synchronize_session=False)
        )


Head = NudgeRow | FollowupRow | EscalationRow
_HEADS: dict[str, tuple[type[Head], str]] = {
    "nudge": (NudgeRow, "nudge_id"),
    "followup": (FollowupRow, "followup_id"),
    "escalation": (EscalationRow, "escalation_id"),
}
_AT_PLACE = prepared.Prepared(
    select(_OUTBOX.c.id, _OUTBOX.c.seen_at).where(
        _OUTBOX.c.slack_ts == bindparam("ts"),
        _OUTBOX.c.slack_channel == bindparam("channel"),
        *prepared.here(_OUTBOX),
    )
)


def unseen_at(session: Session, channel: str, ts: str) -> int | None:
    """The message at a place in Slack, where nothing in it was pressed before."""
    rows = _AT_PLACE.run(session, ts=ts, channel=channel)
    return next((row.id for row in rows if row.seen_at is None), None)


def mark_seen(session: Session, message_id: int, now: datetime) -> None:
    """Its reader has pressed something in a message: they have seen it, and what it tells of."""
    message = session.get(OutboxRow, message_id)
    if message is None or message.seen_at is not None:
        return
    message.seen_at = now
    if message.kind in _HEADS:
        table, fact = _HEADS[message.kind]
        head = _head(session, table, message.facts[fact])
        for told in (head, _beside(session, head)):
            if told is not None and told.seen_at is None:
                told.seen_at = now


def _head(session: Session, table: Any, row_id: int) -> Head | None:
    found: Head | None = session.get(table, row_id)
    return found


def _beside(session: Session, head: Head | None) -> Head | None:
    """The reminders that stand in the message with a bundle of questions."""
    if not isinstance(head, NudgeRow):
        return None
    return session.scalar(
        select(FollowupRow).where(
            FollowupRow.person_id == head.person_id,
            FollowupRow.told_on == head.asked_on,
            FollowupRow.is_beside.is_(True),
        )
    )


def held_back(session: Session, deal_ids: Collection[int]) -> dict[int, HeldBack]:
    """The newest silence of each deal that was held back."""
    newest = (
        select(func.max(HeldBackRow.id))
        .where(HeldBackRow.deal_id.in_(deal_ids))
        .group_by(HeldBackRow.deal_id)
    )
    rows = session.scalars(select(HeldBackRow).where(HeldBackRow.id.in_(newest)))
    return {row.deal_id: HeldBack(row.since, row.held_on) for row in rows}


def hold_back(
    session: Session,
    person_id: int,
    resting: Mapping[int, HeldBack],
    stage_keys: Mapping[int, str],
    now: datetime,
) -> None:
    """Writes down what is held back from today on; what is known already stays."""
    scope.insert_all_once(
        session,
        HeldBackRow,
        [
            {
                "person_id": person_id,
                "deal_id": deal_id,
                "stage_key": stage_keys[deal_id],
                "since": one.since,
                "held_on": one.held_on,
                "held_at": now,
            }
            for deal_id, one in resting.items()
        ],
        unique=("deal_id", "since"),
        known_by="deal_id",
    )


@dataclass(frozen=True, slots=True)
class Sum:
    """What came of one kind at one stage with one person; `is_first` are first questions."""

    kind: Told
    stage_key: str
    person_id: int
    is_first: bool
    asked: int
    seen: int
    answered: int
    acted: int
    unhelpful: int


def sums(session: Session, first: date, last: date) -> list[Sum]:
    """What was told on the days from `first` to `last` of whoever was told. A question that names
    two signals counts for each."""
    return [
        Sum(kind, *rest)
        for kinds, *rest in _summed(session, first, last)
        for kind in _kinds(str(kinds))
    ]


def _kinds(kinds: str) -> Iterator[Told]:
    return (Told(kind) for kind in kinds.split(",") if kind)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was told of one deal, and what came of it."""

    deal_id: int
    stage_key: str
    person_id: int
    is_first: bool
    was_seen: bool
    was_answered: bool
    was_acted_on: bool
    was_unhelpful: bool


def items(session: Session, first: date, last: date) -> Iterator[tuple[Told, Item]]:
    """What `sums` counts, one by one."""
    for source in _sources(first, last):
        table, told = source.table, source
        rows = session.execute(
            told.among(
                select(
                    told.kinds,
                    table.deal_id,
                    table.stage_key,
                    told.person_id,
                    told.is_first,
                    _holds(told.seen_at),
                    _holds(told.answer),
                    func.coalesce(table.acted_after <= ACTED_WITHIN, false()),
                    false() if told.answer is None else func.coalesce(told.is_unhelpful, false()),
                )
            )
        )
        for kinds, *facts in rows:
            for kind in _kinds(str(kinds)):
                yield kind, Item(*facts)


def _holds(column: Any) -> Any:
    return false() if column is None else column.is_not(None)


@dataclass(frozen=True, slots=True)
class _Source:
    """A table that tells what people were told, and where its rows say so. What can't be seen or
    answered was not."""

    table: Any
    kinds: Any
    person_id: Any
    on: Any
    span: tuple[date, date]
    head: Any = None
    link: Any = None
    is_first: Any = field(default_factory=false)
    seen_at: Any = None
    answer: Any = None

    @property
    def is_unhelpful(self) -> Any:
        return self.answer == UNHELPFUL

    def among(self, wanted: Select[Any]) -> Select[Any]:
        joined = wanted.select_from(self.table)
        if self.head is not None:
            joined = joined.join(self.head, self.head.id == self.link)
        return joined.where(self.on.between(*self.span))


def _sources(first: date, last: date) -> tuple[_Source, ...]:
    item, followed, listed, held = NudgeItemRow, FollowupItemRow, EscalationItemRow, HeldBackRow
    span = (first, last)
    return (
        _Source(
            item, item.kinds, NudgeRow.person_id, NudgeRow.asked_on, span,
            NudgeRow, item.nudge_id, item.times_asked == 1, NudgeRow.seen_at, item.answer,
        ),
        _Source(
            followed, literal(Told.NEXT_STEP.value), FollowupRow.person_id, FollowupRow.told_on,
            span, FollowupRow, followed.followup_id, seen_at=FollowupRow.seen_at,
        ),
        _Source(
            listed, literal(Told.MANAGERS_LIST.value), EscalationRow.manager_id,
            EscalationRow.told_on, span, EscalationRow, listed.escalation_id,
            seen_at=EscalationRow.seen_at,
        ),
        _Source(
            held, literal(Told.HELD_BACK.value), held.person_id, held.held_on, span,
            is_first=true(),
        ),
    )  # fmt: skip


def _summed(session: Session, first: date, last: date) -> Iterator[Any]:
    nothing = literal(0)
    for told in _sources(first, last):
        table = told.table
        by = [table.stage_key, told.person_id]
        by += [told.kinds, told.is_first] if table is NudgeItemRow else []
        wanted = select(
            told.kinds,
            table.stage_key,
            told.person_id,
            told.is_first,
            func.count(),
            nothing if told.seen_at is None else func.count(told.seen_at),
            nothing if told.answer is None else func.count(told.answer),
            func.count().filter(table.acted_after <= ACTED_WITHIN),
            nothing if told.answer is None else func.count().filter(told.is_unhelpful),
        )
        yield from session.execute(told.among(wanted).group_by(*by))


def asked_in(session: Session, first: date, last: date) -> dict[int, dict[str, int]]:
    """Per person the questions asked in some days, those answered, and those acted on in time."""
    item = NudgeItemRow
    rows = session.execute(
        select(
            NudgeRow.person_id,
            func.count(),
            func.count(item.answer),
            func.count().filter(item.acted_after <= ACTED_WITHIN),
        )
        .join(NudgeRow, NudgeRow.id == item.nudge_id)
        .where(NudgeRow.asked_on.between(first, last))
        .group_by(NudgeRow.person_id)
    )
    return {
        person_id: {"asked": asked, "answered": answered, "acted": acted}
        for person_id, asked, answered, acted in rows
    }


def kinds_of(signals: Collection[str]) -> str:
    """The signals that a question is about, as one word for sums."""
    return ",".join([kind for kind in ASKED_ABOUT if kind in signals])
