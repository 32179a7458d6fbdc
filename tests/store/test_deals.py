"""Deals change under their version, are listed a page at a time, and never mix currencies."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.domain.deal import Deal, Status
from bot.domain.refusal import Refusal
from store import deals, history, visible
from store.deals import Wanted
from store.engine import Store
from store.schema import DealRow
from tests.makers import START, Team, make_deal, playbook


def change(session: Session, team: Team, deal: Deal, changes: dict[str, object]) -> Deal:
    act = history.begin(session, team.rep.id, "deal.edit", START)
    return deals.change(act, deal, changes)


def names(store: Store, team: Team, wanted: Wanted, **order: object) -> list[str]:
    asked: dict[str, object] = {"sort": "name", "descending": False, "offset": 0, "limit": 50}
    page = store.ask(team.id, deals.page, wanted, **(asked | order))  # type: ignore[arg-type] # any
    return [deal.name for deal in page]


def test_a_new_deal_stands_open_in_its_stage_and_has_a_history(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep, account="Acme", stage="discovery")
    assert (deal.status, deal.stage_key, deal.probability) == (Status.OPEN, "discovery", 25)
    assert (deal.account_name, deal.owner_name) == ("Acme", "Rob Rep")
    assert deal.created_at == deal.stage_entered_at == deal.last_touch_at == START
    (first,) = store.ask(team.id, deals.stage_history, deal.id)
    assert (first.from_stage, first.to_stage, first.changed_by) == (None, "discovery", "Rob Rep")


def test_a_change_of_stage_is_written_into_the_history(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep)

    def enter(session: Session) -> None:
        act = history.begin(session, team.rep.id, "deal.move", START + timedelta(days=1))
        to = playbook(session).get("proposal")
        deals.enter_stage(act, deal, to, {"stage_key": to.key})

    store.run(team.id, enter)
    changes = store.ask(team.id, deals.stage_history, deal.id)
    assert [(one.from_stage, one.to_stage) for one in changes] == [
        (None, "qualification"),
        ("qualification", "proposal"),
    ]


def test_a_change_of_what_has_changed_meanwhile_is_refused(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep)
    store.run(team.id, change, team, deal, {"name": "First"})
    with pytest.raises(Refusal, match="deal-changed"):
        store.run(team.id, change, team, deal, {"name": "Second"})
    assert store.ask(team.id, visible.deal, deal.id).name == "First"


def test_every_change_raises_the_version(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep)
    changed = store.run(team.id, change, team, deal, {"name": "Renamed"})
    assert changed.version == deal.version + 1


def test_two_who_change_one_deal_at_the_same_moment_are_not_both_told_yes(
    store: Store, team: Team
) -> None:
    """On PostgreSQL both read the old version; the second to write must find out."""
    deal = make_deal(store, team.rep)
    both_ready = Barrier(2, timeout=20)
    told: list[str] = []

    def act(name: str) -> None:
        if not store.is_sqlite:
            both_ready.wait()
        try:
            told.append(store.run(team.id, change, team, deal, {"name": name}).name)
        except Refusal as refusal:
            told.append(refusal.key)

    threads = [Thread(target=act, args=(name,)) for name in ("First", "Second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = store.ask(team.id, visible.deal, deal.id).name
    assert sorted(told) == sorted(["deal-changed", kept])


def test_a_write_that_slipped_in_between_reading_and_writing_is_noticed(
    store: Store, team: Team
) -> None:
    deal = make_deal(store, team.rep)

    def overtaken(session: Session) -> None:
        session.get_one(DealRow, deal.id)
        session.execute(
            update(DealRow).values(version=DealRow.version + 1),
            execution_options={"synchronize_session": False},
        )
        change(session, team, deal, {"name": "Renamed"})

    with pytest.raises(Refusal, match="deal-changed"):
        store.run(team.id, overtaken)


@pytest.fixture
def some(store: Store, team: Team) -> None:
    day = timedelta(days=1)
    make_deal(store, team.rep, "Bolt", amount=300, closes_on=date(2026, 5, 1), at=START)
    make_deal(
        store, team.rep, "Acme", amount=None, account="Acme", stage="proposal", at=START - day
    )
    make_deal(store, team.korean, "한빛", amount=100, currency="KRW", closes_on=date(2026, 4, 1))
    closed = make_deal(store, team.rep, "Closed", amount=900)
    store.run(team.id, change, team, closed, {"status": Status.WON, "closed_at": START})


@pytest.mark.usefixtures("some")
def test_a_list_shows_the_deals_that_are_wanted(store: Store, team: Team) -> None:
    assert names(store, team, Wanted()) == ["Acme", "Bolt", "한빛"]
    assert names(store, team, Wanted(open_only=False)) == ["Acme", "Bolt", "Closed", "한빛"]
    assert names(store, team, Wanted(owner_ids=(team.rep.id,))) == ["Acme", "Bolt"]
    assert names(store, team, Wanted(owner_ids=())) == []
    assert names(store, team, Wanted(stage_key="proposal")) == ["Acme"]
    assert names(store, team, Wanted(ids=())) == []


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize(
    ("sort", "descending", "expected"),
    [
        ("amount", False, ["한빛", "Bolt", "Acme"]),
        ("amount", True, ["Bolt", "한빛", "Acme"]),
        ("closes", False, ["한빛", "Bolt", "Acme"]),
        ("closes", True, ["Bolt", "한빛", "Acme"]),
        ("name", True, ["한빛", "Bolt", "Acme"]),
        ("touched", False, ["Acme", "Bolt", "한빛"]),
    ],
)
def test_a_list_is_sorted_with_those_that_lack_the_value_last(
    store: Store, team: Team, sort: str, descending: bool, expected: list[str]
) -> None:
    assert names(store, team, Wanted(), sort=sort, descending=descending) == expected


@pytest.mark.usefixtures("some")
def test_a_list_comes_a_page_at_a_time(store: Store, team: Team) -> None:
    assert names(store, team, Wanted(), limit=2) == ["Acme", "Bolt"]
    assert names(store, team, Wanted(), offset=2, limit=2) == ["한빛"]
    assert store.ask(team.id, deals.count, Wanted()) == 3


@pytest.mark.usefixtures("some")
def test_sums_are_one_line_per_currency(store: Store, team: Team) -> None:
    assert store.ask(team.id, deals.sums, Wanted()) == [
        ("KRW", 1, Decimal(100)),
        ("USD", 2, Decimal(300)),
    ]


@pytest.mark.usefixtures("some")
def test_a_sum_of_no_amounts_is_nothing_and_not_missing(store: Store, team: Team) -> None:
    assert store.ask(team.id, deals.sums, Wanted(stage_key="proposal")) == [("USD", 1, Decimal(0))]


def test_a_moment_of_another_zone_is_the_same_moment(store: Store, team: Team) -> None:
    seoul = datetime.fromisoformat("2026-03-02T18:00:00+09:00")
    assert make_deal(store, team.korean, at=seoul).created_at == datetime(2026, 3, 2, 9, tzinfo=UTC)
