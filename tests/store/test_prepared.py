"""What is prepared once is bound to the workspace too, or refused when its module is read."""

from typing import Any

import pytest
from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, or_, select
from sqlalchemy.orm import Session

from store import prepared, scope
from store.engine import Store
from store.prepared import Prepared, here, table_of
from store.schema import AccountRow, DealRow
from tests.makers import START, Team, make_deal, make_team

DEALS, ACCOUNTS = table_of(DealRow), table_of(AccountRow)
OTHERS = DEALS.alias()
NAMES = Prepared(select(DEALS.c.name).where(*here(DEALS)))


def names(session: Session) -> list[str]:
    return list(NAMES.run(session).scalars())


def same_account() -> ColumnElement[bool]:
    return ACCOUNTS.c.id == DEALS.c.account_id


LOOSE: dict[str, Select[Any] | CompoundSelect[Any]] = {
    "nothing": select(DEALS.c.name),
    "one of two joined": select(DEALS.c.name).join(ACCOUNTS, same_account()).where(*here(DEALS)),
    "an inner query": select(DEALS.c.name).where(
        *here(DEALS), DEALS.c.account_id.in_(select(ACCOUNTS.c.id))
    ),
    "an inner query on the same table": select(DEALS.c.name).where(
        *here(DEALS), DEALS.c.id.in_(select(DEALS.c.id).where(DEALS.c.amount > 0))
    ),
    "a table by another name": select(OTHERS.c.name).where(*here(DEALS)),
    "one side of an or": select(DEALS.c.name).where(or_(here(DEALS)[0], DEALS.c.amount > 0)),
    "the left of an outer join, in its condition": select(DEALS.c.name).outerjoin(
        ACCOUNTS, and_(same_account(), *here(ACCOUNTS), *here(DEALS))
    ),
    "half of a union": select(DEALS.c.name).where(*here(DEALS)).union(select(ACCOUNTS.c.name)),
    "a fixed workspace": select(DEALS.c.name).where(DEALS.c.workspace_id == 1),
}


@pytest.mark.parametrize("statement", LOOSE.values(), ids=LOOSE)
def test_a_statement_that_leaves_a_table_unbound_is_refused(
    statement: Select[Any] | CompoundSelect[Any],
) -> None:
    with pytest.raises(scope.UnboundQuery):
        Prepared(statement)


HELD: dict[str, Select[Any] | CompoundSelect[Any]] = {
    "a join": select(DEALS.c.name).join(ACCOUNTS, same_account()).where(*here(DEALS, ACCOUNTS)),
    "an outer join": select(DEALS.c.name)
    .outerjoin(ACCOUNTS, and_(same_account(), *here(ACCOUNTS)))
    .where(*here(DEALS)),
    "a union": select(DEALS.c.name)
    .where(*here(DEALS))
    .union(select(ACCOUNTS.c.name).where(*here(ACCOUNTS))),
    "an inner query": select(select(DEALS.c.name).where(*here(DEALS)).subquery().c.name),
}


@pytest.mark.parametrize("statement", HELD.values(), ids=HELD)
def test_a_statement_that_holds_every_table_is_taken(
    statement: Select[Any] | CompoundSelect[Any],
) -> None:
    Prepared(statement)


def test_a_statement_reads_its_sessions_workspace_alone(store: Store, team: Team) -> None:
    theirs = make_team(store, "T_OTHER")
    make_deal(store, team.rep, "Acme pilot")
    make_deal(store, theirs.rep, "Globex rollout")
    for whose, name in ((team, "Acme pilot"), (theirs, "Globex rollout")):
        assert store.ask(whose.id, names) == [name]


def test_a_statement_refuses_a_session_without_a_workspace(store: Store) -> None:
    with pytest.raises(scope.UnboundQuery):
        store.ask(None, names)


def test_a_statement_does_not_see_what_was_removed(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep)

    def remove(session: Session) -> list[str]:
        session.get_one(DealRow, deal.id).removed_at = START
        return names(session)

    assert store.run(team.id, remove) == []


def test_a_row_added_is_the_sessions_own(store: Store, team: Team) -> None:
    row = AccountRow(name="Acme", name_key="acme", created_at=START)
    row_id = store.run(team.id, prepared.add, row)
    kept = store.ask(team.id, lambda session: session.get_one(AccountRow, row_id))
    assert (kept.name, kept.workspace_id) == ("Acme", team.id)


def test_a_row_of_another_workspace_is_not_added(store: Store, team: Team) -> None:
    theirs = make_team(store, "T_OTHER")
    row = AccountRow(name="A", name_key="a", created_at=START, workspace_id=theirs.id)
    with pytest.raises(scope.UnboundQuery):
        store.run(team.id, prepared.add, row)


def test_a_row_of_another_workspace_is_not_changed(store: Store, team: Team) -> None:
    theirs = make_team(store, "T_OTHER")
    deal = make_deal(store, theirs.rep)
    changed = store.run(
        team.id, prepared.change, DealRow, deal.id, deal.version, {"name": "Ours now"}
    )
    assert changed is False
