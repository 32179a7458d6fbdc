"""Names are found however they are spaced or written, in one's own workspace alone."""

import pytest

from store import deals, history, lookup, visible
from store.engine import Store
from tests.makers import START, Team, make_deal, make_team


@pytest.fixture(autouse=True)
def some(store: Store, team: Team) -> None:
    make_deal(store, team.rep, "Acme pilot", account="Acme Inc.")
    make_deal(store, team.other_rep, "Acme rollout", account="Acme Inc.")
    make_deal(store, team.korean, "한빛 전자 파일럿", account="한빛전자")
    make_deal(store, team.rep, "100% Café_Zürich")
    theirs = make_team(store, "T_OTHER")
    make_deal(store, theirs.rep, "Acme secret", account="Acme Secret Ltd")


def beginning(store: Store, team: Team, words: str) -> list[str]:
    found = store.ask(team.id, lookup.beginning_with, words, team.rep.id)
    return sorted(one.name for one in found)


def containing(store: Store, team: Team, words: str) -> list[str]:
    found = store.ask(team.id, lookup.containing, words, team.rep.id)
    return sorted(one.name for one in found)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("acme", ["Acme Inc.", "Acme pilot", "Acme rollout"]),
        ("ACME  Pi", ["Acme pilot"]),
        ("한빛전자", ["한빛 전자 파일럿", "한빛전자"]),
        ("한 빛", ["한빛 전자 파일럿", "한빛전자"]),
        ("pilot", []),
        ("", []),
        ("   ", []),
        ("%", []),
    ],
)
def test_names_that_begin_with_the_words(
    store: Store, team: Team, typed: str, expected: list[str]
) -> None:
    assert beginning(store, team, typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pilot", ["Acme pilot"]),
        ("파일럿", ["한빛 전자 파일럿"]),
        ("cafe", ["100% Café_Zürich"]),
        ("zurich", ["100% Café_Zürich"]),
        ("secret", []),
        ("", []),
    ],
)
def test_names_that_hold_the_words(
    store: Store, team: Team, typed: str, expected: list[str]
) -> None:
    assert containing(store, team, typed) == expected


def test_ones_own_open_deal_weighs_most(store: Store, team: Team) -> None:
    found = store.ask(team.id, lookup.beginning_with, "acme", team.rep.id)
    heaviest = max(found, key=lambda one: one.weight)
    assert heaviest.name == "Acme pilot"


def test_every_name_is_ones_own_workspaces(store: Store, team: Team) -> None:
    found = store.ask(team.id, lookup.all_names, team.rep.id)
    assert len(found) == 6
    assert "Acme secret" not in {one.name for one in found}


def test_the_deals_of_an_account_come_by_status(store: Store, team: Team) -> None:
    accounts = store.ask(team.id, lookup.beginning_with, "acme inc", team.rep.id)
    (account,) = [one.id for one in accounts if one.kind == "account"]
    first, *_ = store.ask(team.id, lookup.deal_ids_of, [account], is_open=True)

    def close() -> None:
        store.run(
            team.id,
            lambda session: deals.change(
                history.begin(session, team.rep.id, "deal.win", START),
                visible.deal(session, first),
                {"status": "won"},
            ),
        )

    close()
    assert store.ask(team.id, lookup.deal_ids_of, [account], is_open=False) == [first]
    assert len(store.ask(team.id, lookup.deal_ids_of, [account], is_open=True)) == 1
    assert len(store.ask(team.id, lookup.deal_ids_of, [account], is_open=None)) == 2
