"""How far deals come and how fast: counted by hand, and told again by the reports."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from bot.domain.periods import Period
from bot.domain.reporting import Grouping
from bot.usecases import moving, report_lines
from bot.usecases.report_asked import Asked
from store.engine import Store
from tests.makers import START, Team, make_deal, move_deal
from tests.reports.test_reports import win

SPRING = Period(date(2026, 3, 1), date(2026, 6, 30))
LATER = START + timedelta(days=60)
DAY = timedelta(days=1)
WAY = ("qualification", "discovery", "proposal", "negotiation")


def told(store: Store, team: Team, name: str, by: Grouping, only: int | None = None) -> list[tuple]:
    who = None if only is None else frozenset({only})
    return list(store.ask(team.id, report_lines.of, name, Asked(SPRING, by, who), LATER).rows)


def test_the_funnel_tells_how_far_deals_came_and_what_became_of_them(
    store: Store, team: Team
) -> None:
    still, lost, won, _new = (make_deal(store, team.rep, name) for name in "ABCD")
    for deal in (still, lost, won):
        move_deal(store, team.rep, deal.id, "discovery", START + 4 * DAY)
    move_deal(store, team.rep, won.id, "proposal", START + 10 * DAY)
    store.run(team.id, moving.lose, team.rep, lost.id, START + 6 * DAY, reason="budget")
    win(store, team, won.id, START + 20 * DAY)
    assert told(store, team, "funnel", Grouping.STAGE) == [
        ("qualification", 4, Decimal("0.75"), 0, 1, Decimal("4.0")),
        ("discovery", 3, Decimal("0.333333"), 1, 1, Decimal("4.0")),
        ("proposal", 1, Decimal(1), 0, 0, Decimal("10.0")),
        ("negotiation", 1, Decimal(1), 0, 0, None),
        ("won", 1, Decimal(0), 0, 0, None),
    ]
    assert told(store, team, "funnel", Grouping.STAGE, team.korean.id)[0][1] == 0


def test_a_deal_that_went_back_is_counted_by_the_furthest_it_came(store: Store, team: Team) -> None:
    deal = make_deal(store, team.rep)
    move_deal(store, team.rep, deal.id, "proposal", START + DAY)
    move_deal(store, team.rep, deal.id, "discovery", START + 2 * DAY)
    reached = {row[0]: row[1] for row in told(store, team, "funnel", Grouping.STAGE)}
    assert reached == dict.fromkeys(("qualification", "discovery", "proposal"), 1) | {
        "negotiation": 0,
        "won": 0,
    }


def test_the_funnel_of_random_deals_equals_a_count_of_their_stories(
    store: Store, team: Team
) -> None:
    chance = Random(7)
    reached: defaultdict[str, int] = defaultdict(int)
    stays: defaultdict[str, list[int]] = defaultdict(list)
    for number in range(30):
        deal = make_deal(store, team.rep, f"Deal {number}")
        at, place = START, 0
        while place < 3 and chance.random() < 0.6:
            stay = chance.randrange(1, 9)
            stays[WAY[place]].append(stay)
            at, place = at + stay * DAY, place + 1
            move_deal(store, team.rep, deal.id, WAY[place], at)
        for key in WAY[: place + 1]:
            reached[key] += 1
    for key, count, _, _, _, days in told(store, team, "funnel", Grouping.STAGE)[:4]:
        assert count == reached[key]
        mean = sum(stays[key]) / len(stays[key]) if stays[key] else None
        assert (days is None) == (mean is None)
        assert mean is None or abs(float(days) - mean) <= 0.05


def test_velocity_is_what_wins_bring_for_each_day_of_their_cycle(store: Store, team: Team) -> None:
    for amount, days in ((1_000, 10), (3_000, 30)):
        deal = make_deal(store, team.rep, f"Deal {days}", amount=amount)
        win(store, team, deal.id, START + days * DAY)
    lost = make_deal(store, team.rep, "Lost")
    store.run(team.id, moving.lose, team.rep, lost.id, START + 6 * DAY, reason="budget")
    (march, april, *_) = told(store, team, "velocity", Grouping.MONTH)
    assert march == ("2026-03", 2, None, Decimal(1000), Decimal(10), Decimal(100), "USD")
    assert april[1:4] == (1, None, Decimal(3000))
    by_rep = {row[0]: row for row in told(store, team, "velocity", Grouping.REP)}
    mine = by_rep[str(team.rep.person.slack_user_id)]
    assert mine[3:6] == (Decimal(2000), Decimal(20), Decimal(200))
    assert by_rep[str(team.korean.person.slack_user_id)][1:6] == (0, None, None, None, None)
