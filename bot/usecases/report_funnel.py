"""The funnel and the velocity: how far deals come, how fast, and what that brings in a day."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.reporting import Wins
from bot.usecases import reports
from bot.usecases.reports import Asked, require
from store import funnel as counted
from store import stages, workspaces

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the funnel: of the deals made in the period, how many came as far (or further),
    how many of these came on, were lost here, or are still open here; `days` is the mean length of
    the stays that are over, in calendar days. None where there is nothing to divide."""

    key: str
    reached: int
    went_on: int
    lost: int
    open: int
    days: Decimal | None

    @property
    def conversion(self) -> Decimal | None:
        """Came on ÷ came as far, a fraction; the deals still open here have not come on yet."""
        return Decimal(self.went_on) / self.reached if self.reached else None


def funnel(session: Session, asked: Asked) -> list[Step]:
    """The stages in order, the won deals last. A deal that skipped a stage came past it; one that
    went back is counted by the furthest it ever came."""
    require("funnel", asked.by)
    zone, playbook = workspaces.bound(session).zone, stages.in_force(session)
    order = [stage.key for stage in playbook.open]
    places = {key: place for place, key in enumerate(order)}
    won = len(order)
    moments = asked.period.moments(zone)
    furthest: defaultdict[tuple[int, str], int] = defaultdict(int)
    for one in counted.came(session, *moments, places):
        if asked.only is None or one.owner_id in asked.only:
            place = won if one.status == Status.WON else one.furthest
            furthest[place, one.status] += one.deals
    stays: defaultdict[str, tuple[int, Decimal]] = defaultdict(lambda: (0, Decimal(0)))
    for stay in counted.stayed(session, *moments):
        if asked.only is None or stay.owner_id in asked.only:
            times, days = stays[stay.stage_key]
            stays[stay.stage_key] = (times + stay.times, days + stay.days)
    told: list[Step] = []
    for place, key in enumerate([*order, playbook.won.key]):
        reached = sum(deals for (at, _), deals in furthest.items() if at >= place)
        times, days = stays[key]
        told.append(
            Step(
                key=key,
                reached=reached,
                went_on=sum(deals for (at, _), deals in furthest.items() if at > place),
                lost=furthest[place, Status.LOST],
                open=furthest[place, Status.OPEN],
                days=(days / times).quantize(TENTH, ROUND_HALF_EVEN) if times else None,
            )
        )
    return told


@dataclass(frozen=True, slots=True)
class Velocity:
    """What the deals closed under one key brought: the mean won amount, the win rate, the mean
    days from creation to a win, and from these the won amount per day of the cycle."""

    wins: Wins

    @property
    def average(self) -> Decimal | None:
        if not self.wins.won:
            return None
        return (self.wins.won_amount / self.wins.won).quantize(Decimal("0.01"), ROUND_HALF_EVEN)

    @property
    def a_day(self) -> Decimal | None:
        """Closed deals × win rate × mean won amount ÷ mean cycle (the usual sales velocity), which
        comes to the won amount ÷ the mean cycle; None where a cycle took no day."""
        cycle = self.wins.avg_cycle_days
        if not cycle:
            return None
        return (self.wins.won_amount / cycle).quantize(Decimal("0.01"), ROUND_HALF_EVEN)


def velocity(session: Session, asked: Asked) -> list[Velocity]:
    require("velocity", asked.by)
    return [Velocity(one) for one in reports.wins(session, asked)]
