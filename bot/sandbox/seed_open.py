"""The deals that are open today: some fresh, some gone quiet, each at its own stage."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from bot.domain.criteria import ContactRole
from bot.sandbox import stories as told
from bot.sandbox.cast import DIEGO, DOYUN, HAEUN, HANNA, JONAS, MINJUN
from bot.sandbox.seed_telling import Plot, Telling
from bot.usecases import contacts

OLDEST = 90
QUIET_FOR = (0, 0, 1, 3, 12, 17)
"""Days for which nobody has spoken of a deal, one of these by chance."""

LONG_QUIET = 34
"""Doyun's are forgotten."""

KEEN = (JONAS, HANNA, HAEUN)
"""Who promises a next step nearly always."""

HASTY = (DIEGO, MINJUN, DOYUN)
"""Who does not write down who decides."""


def stories(telling: Telling) -> list[Iterator[datetime]]:
    plots = told.OPEN_DEALS[telling.player.slack_id]
    return [_life(telling, number, plot) for number, plot in enumerate(plots)]


def _life(telling: Telling, number: int, plot: Plot) -> Iterator[datetime]:
    chance = Random(f"open {plot[0]} {plot[1]}")
    age = 4 + (number * 41 + 13) % (OLDEST - 6)
    at = telling.work_hour(telling.now - timedelta(days=age), chance)
    quiet = LONG_QUIET if telling.player is DOYUN else chance.choice(QUIET_FOR)
    quiet_since = telling.now - timedelta(days=quiet)
    yield at
    deal_id = telling.create(plot, at, chance.randint(40, 75))
    telling.talks[deal_id] = at, quiet_since
    step, stage = chance.randrange(3), 0
    while (
        at := telling.work_hour(at + timedelta(days=chance.randint(2, 6)), chance)
    ) < quiet_since:
        yield at
        promises = chance.random() < (0.95 if telling.player in KEEN else 0.8)
        telling.log(deal_id, step, at, chance, chance.randint(4, 14) if promises else 0)
        step += 1
        if step % 4 == 3 and telling.player not in HASTY:
            name = chance.choice(told.KOREAN_PEOPLE if telling.korean else told.ENGLISH_PEOPLE)
            role = ContactRole.DECISION_MAKER
            contacts.set_role(telling.session, telling.actor, deal_id, None, name, role, at)
        if step % 4 == 0 and stage + 1 < len(telling.playbook.open):
            later = at + timedelta(minutes=20)
            yield later
            stage += 1
            telling.advance(deal_id, stage, later, chance)
