"""The deals of the last ten months that are decided: with a habit in their first weeks or without
it, won or lost, so that there is evidence to be told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot.sandbox import stories as told
from bot.sandbox.cast import DIEGO, DOYUN, HAEUN, HANNA, JIWOO, JONAS, MINJUN, PRIYA
from bot.sandbox.seed_telling import Plot, Telling

FIRST, LAST, LAST_OF_DOYUN = 296, 32, 95
"""Days ago on which the first of these deals was begun, and the last; Doyun has done nothing since
long ago."""

SPEAKS_AGAIN = timedelta(days=22)
"""From here on anything may be said of a deal: its first weeks are over."""

AFTERWARDS = timedelta(minutes=25)


@dataclass(frozen=True, slots=True)
class Record:
    """How many deals somebody has won and lost with the habit, and without it."""

    won_with: int
    lost_with: int
    won_without: int
    lost_without: int


RECORDS = {
    JONAS.slack_id: Record(13, 2, 4, 7),
    PRIYA.slack_id: Record(5, 3, 3, 6),
    HANNA.slack_id: Record(12, 2, 3, 2),
    DIEGO.slack_id: Record(2, 2, 4, 7),
    JIWOO.slack_id: Record(8, 4, 3, 7),
    MINJUN.slack_id: Record(4, 3, 3, 6),
    HAEUN.slack_id: Record(7, 4, 2, 4),
    DOYUN.slack_id: Record(2, 2, 2, 5),
}


def stories(telling: Telling) -> list[Iterator[datetime]]:
    record = RECORDS[telling.player.slack_id]
    fates = _spread(
        [
            ((True, True), record.won_with),
            ((True, False), record.lost_with),
            ((False, True), record.won_without),
            ((False, False), record.lost_without),
        ]
    )
    plots = _plots(telling)
    last = LAST_OF_DOYUN if telling.player is DOYUN else LAST
    every = (FIRST - last) / len(fates)
    return [
        _life(telling, next(plots), round(FIRST - number * every), has_habit, won=won)
        for number, (has_habit, won) in enumerate(fates)
    ]


def _spread(groups: list[tuple[tuple[bool, bool], int]]) -> list[tuple[bool, bool]]:
    """All of them in an order in which each kind comes evenly over time."""
    placed = [
        ((place + 0.5) / many, number, kind)
        for number, (kind, many) in enumerate(groups)
        for place in range(many)
    ]
    return [kind for _, _, kind in sorted(placed)]


def _plots(telling: Telling) -> Iterator[Plot]:
    """Accounts and products that nobody else has sold: each person goes through them from a
    different place."""
    accounts = told.KOREAN_ACCOUNTS if telling.korean else told.ENGLISH_ACCOUNTS
    products = told.KOREAN_PRODUCTS if telling.korean else told.ENGLISH_PRODUCTS
    ours = (
        [who for who in RECORDS if who in told.SELLS_IN_KOREAN]
        if telling.korean
        else [who for who in RECORDS if who not in told.SELLS_IN_KOREAN]
    )
    mine = ours.index(telling.player.slack_id)
    number = 0
    while True:
        account = accounts[(number + mine * 5) % len(accounts)]
        round_, unit = number // len(accounts), 1_000_000 if telling.korean else 1_000
        product = products[(mine + round_ * len(ours)) % len(products)]
        yield account, product, (8 + (number * 37 + mine * 11) % 90) * unit
        number += 1


def _life(
    telling: Telling, plot: Plot, age: int, has_habit: bool, *, won: bool
) -> Iterator[datetime]:
    chance = Random(f"past {plot[0]} {plot[1]}")
    begun = telling.work_hour(telling.now - timedelta(days=age), chance)
    shortest, longest = (26, 44) if won else (28, 60)
    days = min(chance.randint(shortest, longest), age - 4)
    decided = telling.work_hour(begun + timedelta(days=max(days, 25)), chance)
    yield begun
    deal_id = telling.create(plot, begun, days)
    telling.talks[deal_id] = begun + SPEAKS_AGAIN, decided
    heard = chance.randint(1, 2), chance.randint(8, 9), chance.randint(15, 16)
    for number, day in enumerate(heard if has_habit else (heard[0], heard[2])):
        at = telling.work_hour(begun + timedelta(days=day), chance)
        yield at
        telling.log(deal_id, number, at, chance, 8 if has_habit else 0)
        if number == 1:
            yield at + AFTERWARDS
            telling.advance(deal_id, chance.randint(1, 2), at + AFTERWARDS, chance)
    yield decided
    telling.close(deal_id, decided, chance, won=won)
