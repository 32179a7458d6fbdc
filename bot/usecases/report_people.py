"""Who is who in a report: what names people, and under whom their deals are told."""

from sqlalchemy.orm import Session

from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.reporting import (
    NOBODY,
    Grouping,
    active,
)
from store import people


class Who:
    """People by id, and what names them in a report."""

    def __init__(self, session: Session) -> None:
        self.everyone = people.everyone(session, gone_too=True)
        self._by_id = {one.id: one for one in self.everyone}

    def get(self, person_id: int | None) -> Person | None:
        return self._by_id.get(person_id) if person_id is not None else None

    def key(self, person_id: int | None) -> str:
        """The Slack id where known, else the name imported."""
        person = self.get(person_id)
        return (person.slack_user_id or person.name) if person else NOBODY

    def group(self, owner_id: int | None, by: Grouping) -> str:
        person = self.get(owner_id)
        match by:
            case Grouping.MANAGER:
                return self.key(person.manager_id) if person else NOBODY
            case Grouping.TEAM:
                return (person.team or NOBODY) if person else NOBODY
        return self.key(owner_id)

    def keys(self, by: Grouping, period: Period, only: frozenset[int] | None) -> list[str]:
        """Every key that appears even where nothing happened: of those who were reps then."""
        reps = [one for one in active(self.everyone, period) if only is None or one.id in only]
        return sorted({self.group(one.id, by) for one in reps}, key=last_if_nobody)


def last_if_nobody(key: str) -> tuple[bool, str]:
    return (key == NOBODY, key)
