"""A session sees and changes its own workspace's rows, and nobody else's, whatever is asked."""

from collections.abc import Callable

import pytest
from sqlalchemy import Executable, delete, func, insert, select, update
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session, aliased

from bot.domain.deal import Deal
from bot.domain.refusal import Refusal
from store import deals, history, outbox, scope, visible
from store.engine import Store
from store.schema import AccountRow, Base, DealRow, OutboxRow, PersonRow, PlaybookRow
from tests.makers import START, Team, make_deal, make_team


@pytest.fixture
def theirs(store: Store) -> Team:
    return make_team(store, "T_OTHER")


@pytest.fixture
def our_deal(store: Store, team: Team) -> Deal:
    return make_deal(store, team.rep, "Acme pilot", account="Acme")


@pytest.fixture
def their_deal(store: Store, theirs: Team) -> Deal:
    return make_deal(store, theirs.rep, "Globex rollout", account="Globex")


def test_get_does_not_find_another_workspaces_row(
    store: Store, team: Team, their_deal: Deal
) -> None:
    assert store.ask(team.id, lambda session: session.get(DealRow, their_deal.id)) is None
    with pytest.raises(NoResultFound):
        store.ask(team.id, lambda session: session.get_one(DealRow, their_deal.id))


DEALS = Base.metadata.tables["deals"]

SELECTS: dict[str, Callable[[Session], list[str]]] = {
    "rows": lambda session: [row.name for row in session.scalars(select(DealRow))],
    "columns": lambda session: list(session.scalars(select(DealRow.name))),
    "an alias": lambda session: list(session.scalars(select(aliased(DealRow).name))),
    "a subquery": lambda session: list(
        session.scalars(select(select(DealRow.name).subquery().c.name))
    ),
    "a common table expression": lambda session: list(
        session.scalars(select(select(DealRow.name).cte().c.name))
    ),
    "a union": lambda session: list(
        session.scalars(select(DealRow.name).where(DealRow.id > 0).union(select(DealRow.name)))
    ),
    "a condition that asks for the other": lambda session: list(
        session.scalars(
            select(DealRow.name).where((DealRow.workspace_id > 0) | (DealRow.name == "Acme pilot"))
        )
    ),
    "a join": lambda session: list(
        session.scalars(select(DealRow.name).join(AccountRow, AccountRow.id == DealRow.account_id))
    ),
    "an inner query": lambda session: list(
        session.scalars(
            select(DealRow.name).where(
                DealRow.account_id.in_(select(AccountRow.id)), DealRow.owner_id.is_not(None)
            )
        )
    ),
    "the deals a person may see": lambda session: [
        line[0].name for line in session.execute(visible.deals())
    ],
}


@pytest.mark.parametrize("way", SELECTS)
@pytest.mark.usefixtures("our_deal", "their_deal")
def test_a_select_gives_ones_own_rows_alone(store: Store, team: Team, way: str) -> None:
    assert store.ask(team.id, SELECTS[way]) == ["Acme pilot"]


@pytest.mark.usefixtures("our_deal", "their_deal")
def test_a_count_counts_ones_own_rows_alone(store: Store, team: Team) -> None:
    def counted(session: Session) -> int | None:
        return session.scalar(select(func.count()).select_from(DealRow))

    assert store.ask(team.id, counted) == 1


@pytest.mark.usefixtures("our_deal")
def test_an_outer_join_onto_another_workspaces_row_finds_nothing(
    store: Store, team: Team, theirs: Team
) -> None:
    """Even where a row of ours had come to point at one of theirs."""

    def point_across(session: Session) -> None:
        session.execute(update(DealRow).values(owner_id=theirs.rep.id))

    store.run(team.id, point_across)
    (line,) = store.ask(team.id, lambda session: session.execute(visible.deals()).all())
    assert line[0].name == "Acme pilot"
    assert line[2] is None


@pytest.mark.usefixtures("our_deal")
def test_an_update_without_condition_leaves_the_others_alone(
    store: Store, team: Team, theirs: Team, their_deal: Deal
) -> None:
    store.run(team.id, lambda session: session.execute(update(DealRow).values(name="Ours")))
    assert store.ask(theirs.id, SELECTS["columns"]) == [their_deal.name]
    assert store.ask(team.id, SELECTS["columns"]) == ["Ours"]


def test_a_delete_without_condition_leaves_the_others_alone(
    store: Store, team: Team, theirs: Team
) -> None:
    store.run(team.id, lambda session: session.execute(delete(PlaybookRow)))

    def left(session: Session) -> int | None:
        return session.scalar(select(func.count()).select_from(PlaybookRow))

    assert store.ask(team.id, left) == 0
    assert store.ask(theirs.id, left) == 1


@pytest.mark.parametrize(
    "query",
    [
        select(DealRow),
        select(DealRow.name),
        select(func.count()).select_from(DealRow),
        update(DealRow).values(name="x"),
        delete(DealRow),
        select(PersonRow).join(DealRow, DealRow.owner_id == PersonRow.id),
    ],
    ids=["rows", "columns", "count", "update", "delete", "join"],
)
def test_a_session_without_a_workspace_refuses(store: Store, query: Executable) -> None:
    with pytest.raises(scope.UnboundQuery):
        store.run(None, lambda session: session.execute(query))


def test_a_session_without_a_workspace_saves_no_row(store: Store, team: Team) -> None:
    with pytest.raises(scope.UnboundQuery):
        store.run(None, history.begin, team.rep.id, "deal.create", START)


def test_a_session_without_a_workspace_promises_no_message(store: Store, team: Team) -> None:
    with pytest.raises(scope.UnboundQuery):
        store.run(None, _promise, team)


def test_a_new_row_belongs_to_the_sessions_workspace(
    store: Store, team: Team, our_deal: Deal
) -> None:
    def owned_by(session: Session) -> int:
        return session.get_one(DealRow, our_deal.id).workspace_id

    assert store.ask(team.id, owned_by) == team.id


def test_a_row_stamped_for_another_workspace_is_refused(
    store: Store, team: Team, theirs: Team
) -> None:
    def smuggle(session: Session) -> None:
        session.add(
            AccountRow(
                name="Smuggled", name_key="smuggled", created_at=START, workspace_id=theirs.id
            )
        )

    with pytest.raises(scope.UnboundQuery):
        store.run(team.id, smuggle)


def test_a_row_cannot_be_handed_to_another_workspace(
    store: Store, team: Team, theirs: Team, our_deal: Deal
) -> None:
    def hand_over(session: Session) -> None:
        session.get_one(DealRow, our_deal.id).workspace_id = theirs.id

    with pytest.raises(scope.UnboundQuery):
        store.run(team.id, hand_over)


def test_a_bulk_insert_is_bound_like_any_other(store: Store, team: Team, theirs: Team) -> None:
    rows = [{"name": "Acme", "name_key": "acme", "created_at": START}]
    smuggled = [row | {"workspace_id": theirs.id} for row in rows]
    store.run(team.id, scope.insert_all, AccountRow, smuggled)

    def names(session: Session) -> list[str]:
        return list(session.scalars(select(AccountRow.name)))

    assert store.ask(team.id, names) == ["Acme"]
    assert store.ask(theirs.id, names) == []


def test_a_bulk_insert_past_the_stamp_is_refused(store: Store, team: Team, theirs: Team) -> None:
    row = {"name": "A", "name_key": "a", "created_at": START, "workspace_id": theirs.id}
    with pytest.raises(scope.UnboundQuery):
        store.run(team.id, lambda session: session.execute(insert(AccountRow), [row]))


def test_an_insert_that_says_its_values_itself_is_refused(
    store: Store, team: Team, theirs: Team
) -> None:
    """What stands inside the statement cannot be checked: rows are handed in beside it."""
    query = insert(AccountRow).values(
        name="A", name_key="a", created_at=START, workspace_id=theirs.id
    )
    with pytest.raises(scope.UnboundQuery):
        store.run(team.id, lambda session: session.execute(query))


def test_an_update_by_key_is_refused(store: Store, team: Team, their_deal: Deal) -> None:
    """SQLAlchemy adds no condition to it, so it would reach every workspace."""
    rows = [{"id": their_deal.id, "name": "Ours now"}]
    with pytest.raises(scope.UnboundQuery):
        store.run(team.id, lambda session: session.execute(update(DealRow), rows))


@pytest.mark.parametrize(
    "query",
    [
        select(DEALS),
        select(func.count()).select_from(DEALS),
        select(DEALS.alias()),
        update(DEALS).values(name="x"),
        delete(DEALS),
        insert(DEALS).values(name="x"),
    ],
    ids=["select", "count", "alias", "update", "delete", "insert"],
)
def test_a_query_past_the_mapped_classes_is_refused(
    store: Store, team: Team, query: Executable
) -> None:
    with pytest.raises(scope.UnboundQuery):
        store.run(team.id, lambda session: session.execute(query))


def test_a_session_is_bound_once(store: Store, team: Team, theirs: Team) -> None:
    with pytest.raises(scope.UnboundQuery):
        store.run(team.id, lambda session: scope.bind(session, theirs.id))


def test_what_was_removed_is_not_seen_any_more(store: Store, team: Team, our_deal: Deal) -> None:
    def remove(session: Session) -> None:
        session.get_one(DealRow, our_deal.id).removed_at = START

    def seen(session: Session) -> int | None:
        return session.scalar(select(func.count()).select_from(DealRow))

    def seen_when_asked_for(session: Session) -> int | None:
        query = select(func.count()).select_from(DealRow)
        return session.scalar(query, execution_options=scope.INCLUDE_REMOVED)

    store.run(team.id, remove)
    assert store.ask(team.id, lambda session: session.get(DealRow, our_deal.id)) is None
    assert store.ask(team.id, seen) == 0
    assert store.ask(team.id, seen_when_asked_for) == 1


def test_one_query_is_bound_anew_for_every_workspace(
    store: Store, team: Team, theirs: Team, our_deal: Deal, their_deal: Deal
) -> None:
    """SQLAlchemy caches compiled queries: the workspace must not be cached with them."""
    for _ in range(3):
        assert store.ask(team.id, SELECTS["columns"]) == [our_deal.name]
        assert store.ask(theirs.id, SELECTS["columns"]) == [their_deal.name]


def test_another_workspaces_deal_cannot_be_changed(
    store: Store, team: Team, theirs: Team, their_deal: Deal
) -> None:
    def change(session: Session) -> None:
        act = history.begin(session, team.rep.id, "deal.edit", START)
        deals.change(act, their_deal, {"name": "Ours now"})

    with pytest.raises(Refusal):
        store.run(team.id, change)
    assert store.ask(theirs.id, visible.deal, their_deal.id) == their_deal


def test_another_workspaces_deal_cannot_be_looked_at(
    store: Store, team: Team, their_deal: Deal
) -> None:
    with pytest.raises(Refusal, match="deal-gone"):
        store.ask(team.id, visible.deal, their_deal.id)


def test_the_same_message_can_be_promised_in_two_workspaces(
    store: Store, team: Team, theirs: Team
) -> None:
    assert store.run(team.id, _promise, team) is not None
    assert store.run(theirs.id, _promise, theirs) is not None
    own = store.ask(team.id, lambda session: session.scalars(select(OutboxRow)).all())
    assert [row.recipient_id for row in own] == [team.rep.id]


def _promise(session: Session, team: Team) -> int | None:
    return outbox.promise(
        session,
        recipient_id=team.rep.id,
        kind="nudge",
        facts={},
        dedup_key="nudge:1",
        now=START,
        expires_at=START.replace(year=2027),
    )
