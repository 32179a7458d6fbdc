"""A team's week as all of it may read it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.deal import Deal


@dataclass(frozen=True, slots=True)
class Together:
    """What a team did together, as its channel may read it: sums of less than one a head are None,
    shares in percent are told in rough steps and None without open deals. The week before is told
    where it was the `same` people's: beside another team's, the difference would be one person's.
    """

    people: int
    activities: int | None
    activities_before: int | None
    moved: int | None
    open_deals: int
    with_step: Decimal | None
    stale: Decimal | None
    same: bool = True


@dataclass(frozen=True, slots=True)
class TeamNews:
    """`sums` are None where the team is so small that they would be one person's, or not the same
    people's all week; of the deals won in the week those that are won still, the latest first."""

    monday: date
    team: str
    sums: Together | None
    won: tuple[Deal, ...]
