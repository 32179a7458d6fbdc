"""A version of the playbook and its story: who proposed it, who agreed, since when it holds."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.playbook_diff import Change
from bot.domain.stages import Stages


@dataclass(frozen=True, slots=True)
class Voice:
    """What one person asked says: None while they have said nothing."""

    person_id: int
    name: str
    slack_id: str | None
    agrees: bool | None
    comment: str
    said_at: datetime | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the playbook and its story. Times are UTC; `starts_on` is a day of the
    workspace, `share` the percent of those asked who must agree."""

    id: int
    version: int
    note: str
    base_version: int | None
    share: int
    proposed_by_id: int | None
    proposed_by: str | None
    proposed_by_slack_id: str | None
    proposed_at: datetime
    withdrawn_at: datetime | None
    starts_on: date | None
    started_by: str | None
    started_by_slack_id: str | None
    in_force_at: datetime | None
    voices: tuple[Voice, ...]

    @property
    def is_open(self) -> bool:
        """Still to be agreed to, or agreed and waiting to be put in force."""
        return self.in_force_at is None and self.withdrawn_at is None

    @property
    def agreed(self) -> int:
        return sum(one.agrees is True for one in self.voices)

    @property
    def is_agreed(self) -> bool:
        """Whether the share of the people asked that was set for it has agreed."""
        return 100 * self.agreed >= self.share * len(self.voices)

    def waits_for(self, person_id: int) -> bool:
        """Whether someone was asked and has not said anything yet."""
        return self.is_open and any(
            one.person_id == person_id and one.agrees is None for one in self.voices
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """A version with what it says, and what it changes against the one it was made from."""

    version: Version
    stages: Stages
    changes: tuple[Change, ...]
