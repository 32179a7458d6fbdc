"""Acts are whole or nothing, and two at once lose nothing."""

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from bot.domain.refusal import Overtaken, Refusal
from store import deals, history, visible
from store.engine import Store
from store.schema import AccountRow, ActRow, AuditRow, DealRow
from tests.makers import START, Team, make_deal, make_team

THREADS, UPDATES = 8, 400


def _add_one(session: Session, deal_id: int) -> None:
    """Reads and then writes what it read plus one: lost wherever two read the same."""
    row = session.get_one(DealRow, deal_id)
    assert row.amount is not None
    row.amount = row.amount + 1


def _amount(session: Session, deal_id: int) -> Decimal | None:
    return session.get_one(DealRow, deal_id).amount


def test_eight_threads_that_read_then_write_lose_no_update_on_sqlite(sqlite_store: Store) -> None:
    team = make_team(sqlite_store)
    deal = make_deal(sqlite_store, team.rep, amount=0)
    with ThreadPoolExecutor(THREADS) as threads:
        done = [
            threads.submit(sqlite_store.run, team.id, _add_one, deal.id) for _ in range(UPDATES)
        ]
        for one in done:
            one.result()
    assert sqlite_store.ask(team.id, _amount, deal.id) == UPDATES


async def test_many_transactions_at_once_lose_no_update_on_sqlite(sqlite_store: Store) -> None:
    team = make_team(sqlite_store)
    deal = make_deal(sqlite_store, team.rep, amount=0)
    await asyncio.gather(
        *(sqlite_store.transact(team.id, _add_one, deal.id) for _ in range(UPDATES))
    )
    assert await sqlite_store.read(team.id, _amount, deal.id) == UPDATES


def _one_more(session: Session, team: Team, deal_id: int) -> None:
    deal = visible.deal(session, deal_id)
    act = history.begin(session, team.rep.id, "deal.edit", START)
    deals.change(act, deal, {"amount": (deal.amount or Decimal(0)) + 1})


def test_acts_on_the_same_deal_all_get_through(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, amount=0)
    with ThreadPoolExecutor(THREADS) as threads:
        work = [threads.submit(store.run, team.id, _one_more, team, deal.id) for _ in range(40)]
        for done in work:
            done.result()
    assert store.ask(team.id, _amount, deal.id) == 40


def test_an_act_that_is_overtaken_is_made_anew_and_leaves_nothing_of_the_first(
    sqlite_store: Store,
) -> None:
    team, tries = make_team(sqlite_store), []

    def overtaken_twice(session: Session) -> None:
        act = history.begin(session, team.rep.id, "account.create", START)
        history.create(act, AccountRow(name="A", name_key="a", created_at=START))
        tries.append(act.id)
        if len(tries) < 3:
            raise Overtaken("deal-changed", deal="A")

    def always_overtaken(_session: Session) -> None:
        raise Overtaken("deal-changed", deal="A")

    sqlite_store.run(team.id, overtaken_twice)
    assert len(tries) == 3
    count = select(func.count()).select_from(AccountRow)
    assert sqlite_store.ask(team.id, lambda session: session.scalar(count)) == 1
    with pytest.raises(Refusal, match="deal-changed"):
        sqlite_store.run(team.id, always_overtaken)


def test_an_act_that_fails_leaves_nothing(store: Store, team: Team) -> None:
    def fails(session: Session) -> None:
        act = history.begin(session, team.rep.id, "account.create", START)
        history.create(act, AccountRow(name="A", name_key="a", created_at=START))
        raise Refusal("changed-my-mind")

    with pytest.raises(Refusal):
        store.run(team.id, fails)

    def rows(session: Session) -> list[int | None]:
        tables = (AccountRow, ActRow, AuditRow)
        return [session.scalar(select(func.count()).select_from(table)) for table in tables]

    assert store.ask(team.id, rows) == [0, 0, 0]


async def test_what_an_act_returns_is_told_after_its_commit(store: Store, team: Team) -> None:
    def add(session: Session) -> int:
        row = AccountRow(name="A", name_key="a", created_at=START)
        session.add(row)
        session.flush()
        return row.id

    account_id = await store.transact(team.id, add)
    name = await store.read(
        team.id, lambda session: session.scalar(select(AccountRow.name).filter_by(id=account_id))
    )
    assert name == "A"


async def test_a_question_changes_nothing(store: Store, team: Team) -> None:
    def sly(session: Session) -> None:
        session.add(AccountRow(name="A", name_key="a", created_at=START))
        session.flush()

    await store.read(team.id, sly)
    names = await store.read(
        team.id, lambda session: session.scalars(select(AccountRow.name)).all()
    )
    assert names == []


async def test_a_reader_does_not_wait_for_a_writer_on_sqlite(sqlite_store: Store) -> None:
    team = make_team(sqlite_store)
    deal = make_deal(sqlite_store, team.rep, amount=5)
    writing, go_on = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(session: Session) -> None:
        _add_one(session, deal.id)
        session.flush()
        loop.call_soon_threadsafe(writing.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result()

    act = asyncio.create_task(sqlite_store.transact(team.id, slow))
    await writing.wait()
    assert await sqlite_store.read(team.id, _amount, deal.id) == 5
    go_on.set()
    await act
    assert await sqlite_store.read(team.id, _amount, deal.id) == 6


async def test_the_context_of_the_request_goes_along_into_the_thread(
    store: Store, team: Team
) -> None:
    request: ContextVar[str] = ContextVar("request")
    request.set("R1")
    assert await store.transact(team.id, lambda _session: request.get()) == "R1"


def test_foreign_keys_are_kept(store: Store, team: Team) -> None:
    def orphan(session: Session) -> None:
        session.add(AccountRow(name="A", name_key="a", owner_id=999_999, created_at=START))

    with pytest.raises(IntegrityError):
        store.run(team.id, orphan)


def test_sqlite_keeps_what_it_has_committed(sqlite_store: Store) -> None:
    """WAL with full synchronisation: neither a crash nor a power cut takes a commit back."""
    with sqlite_store.engine.connect() as connection:
        told = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    full = 2
    assert told == ["wal", full, 1]


def test_a_database_that_is_not_there_is_told_and_not_made(tmp_path: object) -> None:
    store = Store(f"sqlite:///{tmp_path}/no-such-folder/pipekeeper.db")
    try:
        with pytest.raises(OperationalError) as trouble:
            store.ask(None, lambda session: session.connection())
        assert isinstance(trouble.value.orig, sqlite3.OperationalError)
    finally:
        store.close()
