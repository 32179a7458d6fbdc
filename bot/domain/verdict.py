"""What a job decided for one person: how much to tell them, or why nothing."""

from dataclasses import dataclass

from bot.domain.people import Person


@dataclass(frozen=True, slots=True)
class Verdict:
    """`told` counts what the promised message is about (deals asked about, reps told of).

    0 means that nothing was promised, and `because` is the key of the reason.
    """

    person: Person
    told: int
    because: str = ""
