"""A team's week as all of it may read it."""

from dataclasses import dataclass
from datetime import date

from bot.domain.adoption import RepWeek
from bot.domain.deal import Deal


@dataclass(frozen=True, slots=True)
class TeamNews:
    """`sums` are None where the team is so small that they would be one person's; of the deals won
    in the week those that are won still, the latest first."""

    monday: date
    team: str
    sums: RepWeek | None
    won: tuple[Deal, ...]
