"""The funnel and the velocity: how far deals come, how fast, and what that brings in a day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache

from sqlalchemy.orm import Session

from bot.domain.deal import Status
from bot.domain.reporting import Grouping, Wins
from bot.usecases import reports
from bot.usecases.report_asked import Asked, Keys, require
from store import funnel as store_funnel

TENTH = Decimal("0.1")
MILLISECONDS_A_DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the funnel of one line: of the deals made in the period, how many came as far
    (or further), how many of these came on, were lost here, or are still open here; `days` is the
    mean length of the stays that are over, in calendar days. None where there is nothing to divide.
    """

    key: str
    stage: str
    reached: int
    went_on: int
    lost: int
    open: int
    days: Decimal | None

    @property
    def conversion(self) -> Decimal | None:
        """Came on ÷ came as far, a fraction; the deals still open here have not come on yet."""
        return Decimal(self.went_on) / self.reached if self.reached else None


@dataclass(slots=True)
class _Counted:
    """Deals by how far they came and how they stand, and by stage how many stays are over and the
    milliseconds that they lasted: whole numbers, as there are ten thousand lines of these."""

    furthest: defaultdict[tuple[int, str], int]
    stays: dict[str, tuple[int, int]]


def _nothing() -> _Counted:
    return _Counted(defaultdict(int), {})


def funnel(session: Session, asked: Asked) -> list[Step]:
    """The stages in order, the won deals last, once for every line. A deal that skipped a stage
    came past it; one that went back is counted by the furthest it ever came."""
    require("funnel", asked.by)
    keys = Keys(session, asked)
    order = [stage.key for stage in keys.playbook.open]
    places = {key: place for place, key in enumerate(order)}
    by_owner = asked.by in (Grouping.REP, Grouping.MANAGER, Grouping.TEAM)
    counted: defaultdict[str, _Counted] = defaultdict(_nothing)
    line_of = cache(lambda owner_id: keys.who.group(owner_id, asked.by))
    for key, span in keys.spans():
        wanted = replace(reports.made(span), owner_ids=asked.owner_ids)
        for one in store_funnel.came(session, wanted, places, by_owner=by_owner):
            line = counted[line_of(one.owner_id) if by_owner else key]
            place = len(order) if one.status == Status.WON else one.furthest
            line.furthest[place, one.status] += one.deals
        for stay in store_funnel.stayed(session, wanted, by_owner=by_owner):
            line = counted[line_of(stay.owner_id) if by_owner else key]
            times, lasted = line.stays.get(stay.stage_key, (0, 0))
            line.stays[stay.stage_key] = (times + stay.times, lasted + stay.lasted)
    lines = [""] if asked.by is Grouping.STAGE else [key for key, _ in keys.lines(_bare(counted))]
    every = [*order, keys.playbook.won.key]
    return [step for key in lines for step in _steps(key, every, counted[key])]


def _bare(counted: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((key, "") for key in counted)


def _steps(key: str, every: Sequence[str], counted: _Counted) -> Iterator[Step]:
    ended, held = [0] * len(every), counted.furthest.get
    for (at, _), deals in counted.furthest.items():
        ended[at] += deals
    reached = sum(ended)
    for place, stage in enumerate(every):
        went_on = reached - ended[place]
        lost, still = held((place, Status.LOST), 0), held((place, Status.OPEN), 0)
        days = _mean(*counted.stays[stage]) if stage in counted.stays else None
        yield Step(key or stage, stage, reached, went_on, lost, still, days)
        reached = went_on


def _mean(times: int, lasted: int) -> Decimal:
    """Of so many stays, in calendar days."""
    return (Decimal(lasted) / (times * MILLISECONDS_A_DAY)).quantize(TENTH, ROUND_HALF_EVEN)


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
