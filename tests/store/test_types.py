"""Amounts stay exact, moments stay aware, and what cannot be kept so is refused."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from store import scope
from store.engine import Store
from store.schema import AccountRow, DealRow
from tests.databases import Databases
from tests.makers import START, Team, make_team

AMOUNTS = st.decimals(
    min_value=Decimal("-99999999999999.9999"),
    max_value=Decimal("99999999999999.9999"),
    places=4,
    allow_nan=False,
    allow_infinity=False,
)
# what 64 bits hold of their sum: a handful of the largest, or thousands of ordinary ones
SUMMED = st.lists(AMOUNTS, min_size=1, max_size=9)

ZONES = st.integers(min_value=-14 * 60, max_value=14 * 60).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)
MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001 - Hypothesis adds the zone itself
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone itself
    timezones=ZONES,
)


@pytest.fixture(scope="module")
def shared(databases: Databases) -> Iterator[tuple[Store, Team]]:
    """One store for all of Hypothesis's examples; each takes its rows away again."""
    url = databases.copy()
    opened = Store(url)
    yield opened, make_team(opened)
    opened.close()
    databases.drop(url)


@given(amounts=SUMMED)
def test_amounts_come_back_exactly_and_add_up_exactly(
    shared: tuple[Store, Team], amounts: list[Decimal]
) -> None:
    store, team = shared

    def kept(session: Session) -> tuple[list[Decimal | None], Decimal | None]:
        _insert_deals(session, team, amounts)
        back = list(session.scalars(select(DealRow.amount).order_by(DealRow.id)))
        total = session.scalar(select(func.sum(DealRow.amount)))
        session.rollback()
        return back, total

    back, total = store.run(team.id, kept)
    assert back == amounts
    assert total == sum(amounts)


@pytest.mark.parametrize(
    "amount", [Decimal("0.00001"), Decimal(10) ** 14, -(Decimal(10) ** 14), Decimal("NaN")]
)
def test_an_amount_that_cannot_be_kept_exactly_is_refused(
    store: Store, team: Team, amount: Decimal
) -> None:
    with pytest.raises(StatementError):
        store.run(team.id, _insert_deals, team, [amount])


@pytest.mark.parametrize(
    ("amount", "written"),
    [("12000", "12000"), ("12000.00", "12000"), ("0.5000", "0.5"), ("0", "0"), ("1E+3", "1000")],
)
def test_an_amount_comes_back_without_idle_zeros(
    store: Store, team: Team, amount: str, written: str
) -> None:
    store.run(team.id, _insert_deals, team, [Decimal(amount)])
    assert (
        str(store.ask(team.id, lambda session: session.scalar(select(DealRow.amount)))) == written
    )


@given(moment=MOMENTS)
def test_moments_come_back_as_the_same_moment_in_utc(
    shared: tuple[Store, Team], moment: datetime
) -> None:
    store, team = shared

    def kept(session: Session) -> datetime | None:
        session.add(AccountRow(name="A", name_key="a", created_at=moment))
        session.flush()
        back = session.scalar(select(AccountRow.created_at))
        session.rollback()
        return back

    back = store.run(team.id, kept)
    assert back == moment
    assert back is not None
    assert back.tzinfo is UTC


def test_a_naive_moment_is_refused(store: Store, team: Team) -> None:
    naive = START.replace(tzinfo=None)
    with pytest.raises(StatementError, match="naive"):
        store.run(team.id, lambda session: _add_account(session, naive))


def test_a_naive_moment_is_refused_in_a_question_too(store: Store, team: Team) -> None:
    naive = START.replace(tzinfo=None)
    query = select(AccountRow.id).where(AccountRow.created_at > naive)
    with pytest.raises(StatementError, match="naive"):
        store.ask(team.id, lambda session: session.execute(query))


def _add_account(session: Session, at: datetime) -> None:
    session.add(AccountRow(name="A", name_key="a", created_at=at))


def _insert_deals(session: Session, team: Team, amounts: list[Decimal]) -> None:
    rows = [
        {
            "name": f"Deal {place}",
            "name_key": f"deal{place}",
            "owner_id": team.rep.id,
            "stage_key": "discovery",
            "status": "open",
            "amount": amount,
            "currency": "USD",
            "created_at": START,
            "stage_entered_at": START,
            "last_touch_at": START,
            "probability": 25,
            "playbook_version": 1,
            "version": 1,
        }
        for place, amount in enumerate(amounts)
    ]
    scope.insert_all(session, DealRow, rows)
