"""What is kept of deals' ways is what their history says, whatever becomes of them; and so the
funnel is the one that is counted straight from the log."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.domain.giving import Filled
from bot.domain.importing import columns
from bot.domain.periods import Period
from bot.domain.refusal import Refusal
from bot.domain.reporting import Grouping
from bot.usecases import deals, facts, imports, moving, report_lines, undoing
from bot.usecases.imports import Options
from bot.usecases.moving import Order, Win
from bot.usecases.report_asked import Asked
from store import backup, history, import_undo, migrate, ways
from store import facts as kept
from store.engine import Store
from store.schema import DealRow, StageChangeRow
from tests.databases import SqliteFiles
from tests.makers import ANSWERS, START, Team, make_deal, make_team, move_deal

ALL = Period(date(2025, 1, 1), date(2026, 12, 31))
WEEK = Period(date(2026, 3, 2), date(2026, 3, 8))
WAY = ("qualification", "discovery", "proposal", "negotiation", "won")
HEADERS = ("id", "name", "owner", "stage", "amount", "created", "closed")
FILLED = Filled({key: told for key, told in ANSWERS.items() if key != "amount"})


def wrong(store: Store, team: Team) -> list[object]:
    return store.ask(team.id, lambda session: list(ways.differences(session)))


def counted_from_the_log(session: Session, owner: int | None = None) -> list[tuple]:
    return list(_counted(session, owner))


def _counted(session: Session, owner: int | None) -> Iterator[tuple]:
    """Each stage with how many deals came as far, and the mean days of the stays that are over."""
    theirs = session.scalars(select(DealRow)).all()
    reached: defaultdict[str, int] = defaultdict(int)
    stays: defaultdict[str, list[Fraction]] = defaultdict(list)
    for deal in theirs:
        if owner is not None and deal.owner_id != owner:
            continue
        steps = session.scalars(
            select(StageChangeRow)
            .where(StageChangeRow.deal_id == deal.id)
            .order_by(StageChangeRow.changed_at, StageChangeRow.id)
        ).all()
        for step, later in pairwise(steps):
            lasted = Fraction((later.changed_at - step.changed_at) // timedelta(milliseconds=1))
            stays[step.to_stage].append(lasted / 86_400_000)
        far = [WAY.index(step.to_stage) for step in steps if step.to_stage in WAY[:-1]]
        for stage in WAY if deal.status == "won" and far else WAY[: max(far, default=-1) + 1]:
            reached[stage] += 1
    for stage in WAY:
        mean = sum(stays[stage], Fraction(0)) / len(stays[stage]) if stays[stage] else None
        yield stage, reached[stage], None if mean is None else _tenth(mean)


def _tenth(days: Fraction) -> Decimal:
    exact = Decimal(days.numerator) / days.denominator
    return exact.quantize(Decimal("0.1"), ROUND_HALF_EVEN)


def told(store: Store, team: Team, by: Grouping = Grouping.STAGE) -> list[tuple]:
    asked = Asked(ALL, by)
    rows = store.ask(team.id, report_lines.of, "funnel", asked, START).rows
    return [(*row[:-4], row[-1]) for row in rows]  # key, (stage,) reached, days


@dataclass
class Lives:
    """A team at work, by a die that always falls alike."""

    store: Store
    team: Team
    dice: Random
    now: datetime = START
    acts: list[int] = field(default_factory=list)
    brought: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for number in range(3):
            make_deal(self.store, self.team.rep, f"Deal {number}")

    def go_on(self) -> None:
        self.now += timedelta(seconds=self.dice.randrange(200_000), microseconds=123_456)
        moves, undos = [self.move] * 3, [self.take_back] * 2
        others = [self.close, self.reopen, self.hand_over, self.create]
        doing = self.dice.choice([*moves, *undos, *others, self.bring_in, self.bring_back])
        doing()

    def act(self, act: Callable[..., object], *given: object, **words: object) -> None:
        try:
            done = self.store.run(self.team.id, act, self.team.rep, *given, **words)
        except Refusal:
            return
        self.acts.append(getattr(done, "act_id", 0))

    @property
    def deal_id(self) -> int:
        return self.dice.choice(self.store.ask(self.team.id, _ids))

    def create(self) -> None:
        draft = deals.Draft(f"New {self.now:%j%H%M%S}", "", None, "USD", None)
        self.act(deals.create, draft, self.now)

    def move(self) -> None:
        """Now and then by a clock that is behind: the move comes before one that is there."""
        late = timedelta(days=20 if self.dice.random() < 0.5 else 0)
        order = Order(self.dice.choice(WAY[:-1]), "because", Filled(ANSWERS))
        self.act(moving.move, self.deal_id, order, self.now - late)

    def close(self) -> None:
        if self.dice.random() < 0.5:
            won = Win(amount=Decimal(10), filled=FILLED)
            self.act(moving.win, self.deal_id, won, self.now)
        else:
            self.act(moving.lose, self.deal_id, self.now, reason="budget")

    def reopen(self) -> None:
        self.act(moving.reopen, self.deal_id, self.now)

    def hand_over(self) -> None:
        to, deal_id = self.dice.choice((self.team.rep, self.team.korean)).person, self.deal_id

        def give(session: Session) -> None:
            act = history.begin(session, self.team.rep.id, "deal.assign", self.now)
            history.change(act, session.get_one(DealRow, deal_id), {"owner_id": to.id})

        self.store.run(self.team.id, give)

    def take_back(self) -> None:
        if self.acts:
            self.act(undoing.undo, self.acts.pop(self.dice.randrange(len(self.acts))), self.now)

    def bring_in(self) -> None:
        """The same few deals again and again, elsewhere each time."""
        rows = []
        for number in range(3):
            stage, made = self.dice.choice((*WAY, "lost")), date(2026, 1, 5 + number)
            ends = made + timedelta(days=self.dice.randrange(80))
            closed = ends.isoformat() if stage in ("won", "lost") else ""
            cells = (f"s{number}", f"Sheet {number}", "Rob Rep", stage, "10", str(made), closed)
            rows.append((number + 2, dict(zip(HEADERS, cells, strict=True))))
        options = Options(columns(HEADERS, {}))
        self.store.run(self.team.id, imports.run, rows, options, self.now, lambda _done: None)
        self.brought.append(self.store.ask(self.team.id, kept.newest_act))

    def bring_back(self) -> None:
        if not self.brought:
            return
        act_id = self.brought.pop()

        def undo(session: Session) -> None:
            import_undo.undo(history.begin(session, None, "undo.import", self.now), act_id)

        self.store.run(self.team.id, undo)


def _ids(session: Session) -> list[int]:
    return list(session.scalars(select(DealRow.id).order_by(DealRow.id)))


@pytest.mark.parametrize("seed", range(2))
def test_the_funnel_of_random_lives_is_the_one_counted_straight_from_the_log(
    store: Store, team: Team, seed: int
) -> None:
    lives = Lives(store, team, Random(seed))
    for _ in range(60):
        lives.go_on()
        assert wrong(store, team) == []
    assert told(store, team) == store.ask(team.id, counted_from_the_log)
    by_rep = told(store, team, Grouping.REP)
    for rep in (team.rep, team.korean):
        mine = [row[1:] for row in by_rep if row[0] == rep.person.slack_user_id]
        assert mine == store.ask(team.id, counted_from_the_log, rep.id)
    assert sum(row[1] for row in told(store, team)) > 10


def test_a_move_by_a_clock_that_is_behind_ends_the_stay_that_it_falls_into(
    store: Store, team: Team
) -> None:
    deal = make_deal(store, team.rep)
    move_deal(store, team.rep, deal.id, "proposal", START + timedelta(days=9))
    move_deal(store, team.rep, deal.id, "discovery", START + timedelta(days=5))
    assert wrong(store, team) == []
    days = {row[0]: row[-1] for row in told(store, team)}
    assert (days["qualification"], days["discovery"]) == (Decimal("5.0"), Decimal("4.0"))
    assert days["proposal"] is None


def test_what_was_changed_behind_its_back_is_found_and_mended(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep)
    move_deal(store, team.rep, deal.id, "discovery", START + timedelta(days=2))
    store.run(team.id, facts.rebuild, WEEK, START + timedelta(days=3))
    assert store.ask(team.id, facts.check, WEEK) == []

    def forge(session: Session) -> None:
        session.execute(update(DealRow).values(stood_in=" proposal "))
        session.execute(update(StageChangeRow).values(lasted=9, deal_made_at=START))

    other = make_team(store, "T9")
    make_deal(store, other.rep)
    store.run(team.id, forge)
    assert wrong(store, other) == []
    found = store.ask(team.id, facts.check, WEEK)
    assert [(one.what, one.kept, one.told) for one in found[-3:]] == [
        (f"{deal.name}, qualification", {"lasted": 9}, {"lasted": 172_800_000}),
        (f"{deal.name}, discovery", {"lasted": 9}, {"lasted": None}),
        (
            deal.name,
            {"stood_in": " proposal "},
            {"stood_in": " qualification discovery "},
        ),
    ]
    store.run(team.id, facts.rebuild, WEEK, START + timedelta(days=3))
    assert wrong(store, team) == []


def test_a_migration_fills_it_in_for_what_was_there(
    empty_database_url: str,
) -> None:
    old = Store(empty_database_url)
    migrate.upgrade(old.engine)
    team = make_team(old)
    deal = make_deal(old, team.rep)
    move_deal(old, team.rep, deal.id, "proposal", START + timedelta(days=2, microseconds=1_999))
    move_deal(old, team.rep, deal.id, "discovery", START + timedelta(days=3))
    migrate.downgrade(old.engine, "0017")
    migrate.upgrade(old.engine)
    assert wrong(old, team) == []
    by_stage = {row[0]: row[1:] for row in told(old, team)}
    assert by_stage["qualification"] == (1, Decimal("2.0"))
    assert by_stage["proposal"] == (1, Decimal("1.0"))
    old.close()


def test_it_comes_along_with_a_backup(
    sqlite_store: Store, sqlite_databases: SqliteFiles, tmp_path: Path
) -> None:
    team = make_team(sqlite_store)
    lives = Lives(sqlite_store, team, Random(5))
    for _ in range(20):
        lives.go_on()
    backup.save(sqlite_store.engine, tmp_path / "all.gz")
    restored = Store(sqlite_databases.copy())
    backup.load(restored.engine, tmp_path / "all.gz")
    assert wrong(restored, team) == []
    assert told(restored, team) == told(sqlite_store, team)
    restored.close()
