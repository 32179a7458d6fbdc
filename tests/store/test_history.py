"""Every change leaves a note of both sides, and one's own act can be taken back whole."""

from datetime import date
from decimal import Decimal
from threading import Thread

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind, Deal
from bot.domain.refusal import Refusal
from store import accounts, activities, deals, history, visible
from store.engine import Store
from store.schema import ActRow, AuditRow, DealRow
from tests.makers import START, FakeClock, Team, make_deal, playbook

Note = tuple[str, int, dict[str, object] | None, dict[str, object] | None]


@pytest.fixture
def deal(store: Store, team: Team) -> Deal:
    return make_deal(store, team.rep, amount=500, closes_on=date(2026, 4, 30))


def change(
    store: Store, team: Team, deal_id: int, changes: dict[str, object], action: str = "deal.edit"
) -> int:
    """An edit by the rep, as the deal stands now; gives the act."""

    def act(session: Session) -> int:
        doing = history.begin(session, team.rep.id, action, START)
        deals.change(doing, visible.deal(session, deal_id), changes)
        return doing.id

    return store.run(team.id, act)


def undo(store: Store, team: Team, act_id: int) -> history.Undone:
    return store.run(team.id, lambda session: history.undo(session, team.rep.id, act_id, START)[1])


def notes_of(store: Store, team: Team, act_id: int) -> list[Note]:
    def read(session: Session) -> list[Note]:
        rows = session.scalars(
            select(AuditRow).where(AuditRow.act_id == act_id).order_by(AuditRow.id)
        )
        return [(row.subject_type, row.subject_id, row.before, row.after) for row in rows]

    return store.ask(team.id, read)


def last_act(store: Store, team: Team) -> int | None:
    return store.ask(team.id, history.last_act_of, team.rep.id)


def test_a_change_notes_what_changed_and_only_that(store: Store, team: Team, deal: Deal) -> None:
    act_id = change(
        store,
        team,
        deal.id,
        {"amount": Decimal("750.5"), "currency": "USD", "closes_on": date(2026, 5, 31)},
    )
    assert notes_of(store, team, act_id) == [
        (
            "deal",
            deal.id,
            {"amount": "500", "closes_on": "2026-04-30"},
            {"amount": "750.5", "closes_on": "2026-05-31"},
        )
    ]


def test_a_creation_notes_what_the_row_was_born_with(store: Store, team: Team, deal: Deal) -> None:
    act_id = last_act(store, team)
    assert act_id is not None
    (made, entered) = notes_of(store, team, act_id)
    assert made[:3] == ("deal", deal.id, None)
    assert made[3] is not None
    assert made[3]["name"] == "Acme pilot"
    assert made[3]["amount"] == "500"
    assert "workspace_id" not in made[3]
    assert entered[0] == "stage_change"


def test_the_act_says_who_did_what_and_when(store: Store, team: Team, deal: Deal) -> None:
    act_id = change(store, team, deal.id, {"name": "Acme rollout"})

    def read(session: Session) -> tuple[int | None, str, object]:
        row = session.get_one(ActRow, act_id)
        return row.actor_id, row.action, row.at

    assert store.ask(team.id, read) == (team.rep.id, "deal.edit", START)


def test_setting_what_stands_there_already_leaves_no_note(
    store: Store, team: Team, deal: Deal
) -> None:
    act_id = change(store, team, deal.id, {"name": deal.name, "amount": Decimal("500.00")})
    assert notes_of(store, team, act_id) == []


CHANGES: dict[str, dict[str, object]] = {
    "a name": {"name": "Acme rollout"},
    "an amount": {"amount": Decimal("0.0001")},
    "an amount taken away": {"amount": None},
    "a date": {"closes_on": date(2027, 1, 1)},
    "a moment": {"last_touch_at": START.replace(month=7), "last_activity_at": START},
    "a next step": {"next_step": "견적서 보내기", "next_step_due_on": date(2026, 3, 6)},
    "a number": {"probability": 90},
}


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_undo_puts_back_what_was(
    store: Store, team: Team, deal: Deal, changes: dict[str, object]
) -> None:
    act_id = change(store, team, deal.id, changes)
    undone = undo(store, team, act_id)
    assert undone == history.Undone("deal.edit", (deal.id,))
    again = store.ask(team.id, visible.deal, deal.id)
    assert {name: getattr(again, name) for name in changes} == {
        name: getattr(deal, name) for name in changes
    }


def test_a_name_that_was_taken_back_is_found_again(store: Store, team: Team, deal: Deal) -> None:
    undo(store, team, change(store, team, deal.id, {"name": "Zenith"}))
    key = store.ask(
        team.id, lambda session: session.scalar(select(DealRow.name_key).filter_by(id=deal.id))
    )
    assert key == "acmepilot"


def test_undoing_a_creation_takes_the_deal_away_without_forgetting_it(
    store: Store, team: Team, deal: Deal
) -> None:
    act_id = last_act(store, team)
    assert act_id is not None
    undo(store, team, act_id)
    with pytest.raises(Refusal, match="deal-gone"):
        store.ask(team.id, visible.deal, deal.id)
    assert store.ask(team.id, deals.stage_history, deal.id) == []


def test_undo_refuses_where_someone_has_changed_the_same_since(
    store: Store, team: Team, deal: Deal
) -> None:
    act_id = change(store, team, deal.id, {"amount": Decimal(750)})
    change(store, team, deal.id, {"amount": Decimal(800)})
    with pytest.raises(Refusal, match="undo-changed-since"):
        undo(store, team, act_id)
    assert store.ask(team.id, visible.deal, deal.id).amount == 800


def test_undo_goes_through_where_something_else_was_changed_since(
    store: Store, team: Team, deal: Deal
) -> None:
    act_id = change(store, team, deal.id, {"amount": Decimal(750)})
    change(store, team, deal.id, {"name": "Acme rollout"})
    undo(store, team, act_id)
    again = store.ask(team.id, visible.deal, deal.id)
    assert (again.name, again.amount) == ("Acme rollout", Decimal(500))


def test_a_refused_undo_takes_nothing_back(store: Store, team: Team, deal: Deal) -> None:
    def two_things(session: Session) -> int:
        act = history.begin(session, team.rep.id, "deal.edit", START)
        other = deals.add(
            act,
            name="Second",
            account_id=None,
            owner_id=team.rep.id,
            stage=playbook(session).first,
            amount=None,
            currency="USD",
            closes_on=None,
        )
        deals.change(act, visible.deal(session, deal.id), {"name": "Renamed"})
        second.append(other.id)
        return act.id

    second: list[int] = []
    act_id = store.run(team.id, two_things)
    change(store, team, second[0], {"name": "Changed since"})
    with pytest.raises(Refusal, match="undo-changed-since"):
        undo(store, team, act_id)
    assert store.ask(team.id, visible.deal, deal.id).name == "Renamed"


def test_an_act_is_undone_once(store: Store, team: Team, deal: Deal) -> None:
    act_id = change(store, team, deal.id, {"name": "Renamed"})
    undo(store, team, act_id)
    with pytest.raises(Refusal, match="undo-already"):
        undo(store, team, act_id)


def test_nobody_undoes_anothers_act(store: Store, team: Team, deal: Deal) -> None:
    act_id = change(store, team, deal.id, {"name": "Renamed"})
    with pytest.raises(Refusal, match="undo-not-yours"):
        store.run(team.id, history.undo, team.admin.id, act_id, START)


def test_an_undo_leaves_its_own_note(store: Store, team: Team, deal: Deal) -> None:
    act_id = change(store, team, deal.id, {"name": "Renamed"})
    taking_back = store.run(
        team.id, lambda session: history.undo(session, team.rep.id, act_id, START)[0].id
    )
    assert notes_of(store, team, taking_back) == [
        ("deal", deal.id, {"name": "Renamed"}, {"name": "Acme pilot"})
    ]


def test_the_newest_act_is_the_newest_that_still_stands(
    store: Store, team: Team, deal: Deal
) -> None:
    creation = last_act(store, team)
    renaming = change(store, team, deal.id, {"name": "Renamed"})
    assert last_act(store, team) == renaming
    undo(store, team, renaming)
    assert last_act(store, team) == creation
    assert creation is not None
    undo(store, team, creation)
    assert last_act(store, team) is None


def test_an_account_made_in_passing_goes_with_the_deal_that_made_it(
    store: Store, team: Team
) -> None:
    make_deal(store, team.rep, "Globex rollout", account="Globex")
    act_id = last_act(store, team)
    assert act_id is not None
    undo(store, team, act_id)
    assert store.ask(team.id, accounts.named, "Globex") is None


def test_an_account_stays_where_something_else_has_come_to_hang_on_it(
    store: Store, team: Team
) -> None:
    make_deal(store, team.rep, "Globex rollout", account="Globex")
    act_id = last_act(store, team)
    make_deal(store, team.other_rep, "Globex renewal", account="Globex")
    assert act_id is not None
    undo(store, team, act_id)
    assert store.ask(team.id, accounts.named, "Globex") is not None


def test_an_activity_taken_back_is_not_listed_any_more(
    store: Store, team: Team, deal: Deal, clock: FakeClock
) -> None:
    def log(session: Session) -> int:
        act = history.begin(session, team.rep.id, "activity.log", clock())
        activities.add(
            act,
            deal_id=deal.id,
            account_id=None,
            kind=ActivityKind.CALL,
            occurred_at=clock(),
            note="they like it",
            source="slack",
        )
        return act.id

    act_id = store.run(team.id, log)
    assert [one.note for one in store.ask(team.id, activities.newest_on, deal.id, 5)] == [
        "they like it"
    ]
    undo(store, team, act_id)
    assert store.ask(team.id, activities.newest_on, deal.id, 5) == []


def test_what_the_bot_did_by_itself_is_nobodys_to_undo(store: Store, team: Team) -> None:
    """What an import or a job did carries no actor, so no person's undo reaches it."""

    def by_nobody(session: Session) -> int:
        act = history.begin(session, None, "import", START)
        accounts.add(act, "Initech", None)
        return act.id

    act_id = store.run(team.id, by_nobody)
    with pytest.raises(Refusal, match="undo-not-yours"):
        undo(store, team, act_id)


def test_two_taps_on_undo_at_the_same_moment_take_back_once(
    store: Store, team: Team, deal: Deal
) -> None:
    act_id = change(store, team, deal.id, {"name": "Renamed"})
    told: list[str] = []

    def tap() -> None:
        try:
            told.append(undo(store, team, act_id).action)
        except Refusal as refusal:
            told.append(refusal.key)

    taps = [Thread(target=tap) for _ in range(4)]
    for one in taps:
        one.start()
    for one in taps:
        one.join()
    assert sorted(told) == ["deal.edit", *["undo-already"] * 3]
    assert store.ask(team.id, visible.deal, deal.id).name == "Acme pilot"
