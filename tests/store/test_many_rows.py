"""Many rows at once are kept as one by one, and many ids asked for as a few."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from store import history, people, scope
from store.among import among
from store.engine import Store
from store.schema import AccountRow, AuditRow, DealRow, OutboxRow, PersonRow
from tests.databases import Databases
from tests.makers import START, Team, make_team

# what both engines take: no NUL, and no half of a pair
WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60)
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def shared(databases: Databases) -> Iterator[tuple[Store, Team]]:
    """One store for all of Hypothesis's examples; each takes its rows away again."""
    url = databases.copy()
    opened = Store(url)
    yield opened, make_team(opened)
    opened.close()
    databases.drop(url)


@given(names=st.lists(WORDS, min_size=2, max_size=4))
def test_any_words_come_back_as_they_were(shared: tuple[Store, Team], names: list[str]) -> None:
    store, team = shared
    rows = [
        {"name": name, "name_key": f"{place}", "created_at": START}
        for place, name in enumerate(names)
    ]

    def kept(session: Session) -> list[str]:
        scope.insert_all(session, AccountRow, rows)
        back = list(session.scalars(select(AccountRow.name).order_by(AccountRow.id)))
        session.rollback()
        return back

    assert store.run(team.id, kept) == names


@given(documents=st.lists(st.dictionaries(WORDS, DOCUMENTS, max_size=3), min_size=2, max_size=4))
def test_documents_come_back_as_they_were(
    shared: tuple[Store, Team], documents: list[dict[str, Any]]
) -> None:
    store, team = shared
    rows = [_letter(team, place, facts) for place, facts in enumerate(documents)]

    def kept(session: Session) -> list[dict[str, Any]]:
        scope.insert_all_once(session, OutboxRow, rows, unique=("dedup_key",), known_by="dedup_key")
        back = list(session.scalars(select(OutboxRow.facts).order_by(OutboxRow.dedup_key)))
        session.rollback()
        return back

    assert store.run(team.id, kept) == documents


def test_what_a_row_leaves_out_is_what_its_table_says(store: Store, team: Team) -> None:
    rows = [_letter(team, place, {}) for place in range(2)]
    store.run(team.id, scope.insert_all, OutboxRow, rows)
    kept = store.ask(team.id, _all_of, OutboxRow)
    assert [(row.state, row.attempts, row.slack_ts) for row in kept] == [("waiting", 0, None)] * 2


def test_amounts_days_and_moments_are_kept_exactly(store: Store, team: Team) -> None:
    moment = START + timedelta(microseconds=1)
    amounts = [Decimal("0.0001"), None, Decimal("99999999999999.9999")]
    store.run(team.id, scope.insert_all, DealRow, [_deal(team, one, moment) for one in amounts])
    kept = store.ask(team.id, _all_of, DealRow)
    assert [row.amount for row in kept] == amounts
    assert {row.created_at for row in kept} == {moment}
    assert {row.closes_on for row in kept} == {START.date()}
    assert {row.workspace_id for row in kept} == {team.id}


def test_a_naive_moment_among_many_is_refused(store: Store, team: Team) -> None:
    naive = _deal(team, Decimal(1), START.replace(tzinfo=None))
    # wrapped where the driver is handed rows, bare where they are made one document
    with pytest.raises((SQLAlchemyError, ValueError), match="naive"):
        store.run(team.id, scope.insert_all, DealRow, [naive, naive])
    assert store.ask(team.id, _all_of, DealRow) == []


def test_no_document_comes_back_as_none(store: Store, team: Team) -> None:
    documents = [None, {"stage_key": None}]

    def kept(session: Session) -> list[dict[str, Any] | None]:
        act = history.begin(session, team.rep.id, "deal.import", START)
        told = {"act_id": act.id, "subject_type": "deal", "subject_id": 1, "after": {}}
        scope.insert_all(session, AuditRow, [told | {"before": one} for one in documents])
        return [row.before for row in _all_of(session, AuditRow)]

    assert store.run(team.id, kept) == documents


@pytest.mark.parametrize("count", [0, 1, 40_000])
def test_any_number_of_ids_can_be_asked_for(store: Store, team: Team, count: int) -> None:
    ids = range(team.rep.id, team.rep.id + count)
    asked = select(PersonRow.id).where(among(PersonRow.id, ids))
    found = store.ask(team.id, lambda session: set(session.scalars(asked)))
    assert found == {one.id for one in store.ask(team.id, people.everyone)} & set(ids)
    assert bool(found) is bool(count)


def _letter(team: Team, place: int, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "recipient_id": team.rep.id,
        "kind": "nudge",
        "facts": facts,
        "dedup_key": f"letter:{place}",
        "created_at": START,
        "not_before": START,
        "expires_at": START + timedelta(days=1),
    }


def _deal(team: Team, amount: Decimal | None, moment: datetime) -> dict[str, Any]:
    return {
        "name": "Pilot",
        "name_key": "pilot",
        "owner_id": team.rep.id,
        "stage_key": "discovery",
        "status": "open",
        "amount": amount,
        "currency": "USD",
        "closes_on": START.date(),
        "created_at": moment,
        "stage_entered_at": moment,
        "last_touch_at": moment,
        "probability": 25,
        "playbook_version": 1,
        "version": 1,
    }


def _all_of(session: Session, table: Any) -> list[Any]:
    return list(session.scalars(select(table).order_by(table.id)))
