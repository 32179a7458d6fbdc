"""What a job is: whom it serves, in which hours of whose day, and what it decides for each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.people import Person
from bot.domain.verdict import Verdict
from store import job_runs, people

OFF_HOURS = "off-hours"


@dataclass(frozen=True, slots=True)
class Span:
    """The hours in which a job may serve someone on one of their days."""

    begins: datetime
    ends: datetime

    def holds(self, moment: datetime) -> bool:
        return self.begins <= moment < self.ends


@dataclass(frozen=True, slots=True)
class ToTheMinute:
    """What is due at a moment chosen by somebody: `is_due` asks cheaply, `decide` promises."""

    is_due: Callable[[Session, datetime], object]
    decide: Callable[[Session, datetime], list[Verdict]]


def working_hours(person: Person, day: date) -> Span:
    """A person's working hours of a day from the morning hour they chose on, as moments: a change
    of clocks moves them, and neither skips nor doubles them."""
    begins = datetime.combine(day, person.morning, person.zone)
    return Span(begins.astimezone(UTC), person.end_of_work(day))


def afternoon(person: Person, day: date) -> Span:
    """The second half of those hours, when what came in the morning has been read."""
    hours = working_hours(person, day)
    return Span(hours.begins + (hours.ends - hours.begins) / 2, hours.ends)


@dataclass(frozen=True, slots=True)
class Job:
    """`audience` are those it may ever serve; `serves_on` says on which of someone's own days,
    always within their working hours; `decide` promises their messages, or says why there are
    none, for up to `at_once` people in one transaction. `to_the_minute` is what it does beside
    that, whoever's hours it is; `hours` are those of a day in which it may serve them; `when_asked`
    decides instead where somebody runs this job by its name."""

    name: str
    audience: Callable[[Session], list[Person]]
    serves_on: Callable[[Person, date], bool]
    decide: Callable[[Session, Sequence[Person], datetime], list[Verdict]]
    at_once: int = 1
    to_the_minute: ToTheMinute | None = None
    hours: Callable[[Person, date], Span] = working_hours
    when_asked: Callable[[Session, Sequence[Person], datetime], list[Verdict]] | None = None

    def by_name(self) -> "Job":
        """The job as it is for whoever runs it by hand."""
        return replace(self, decide=self.when_asked or self.decide)

    def span(self, person: Person, moment: datetime) -> Span | None:
        """The span that holds `moment`, where one does."""
        found = next(self._spans(person, moment), None)
        return found if found is not None and found.holds(moment) else None

    def next_begin(self, person: Person, moment: datetime) -> datetime | None:
        """When the next span after `moment` begins; None for someone who never works."""
        begins = (span.begins for span in self._spans(person, moment))
        return next((begin for begin in begins if begin > moment), None)

    def _spans(self, person: Person, moment: datetime) -> Iterator[Span]:
        """The spans that end after `moment`, for a fortnight, in order."""
        today = person.today(moment)
        for ahead in range(15):
            day = today + timedelta(days=ahead)
            if self.serves_on(person, day):
                span = self.hours(person, day)
                if span.ends > moment:
                    yield span


def one_by_one(
    decide: Callable[[Session, Person, datetime], Verdict],
) -> Callable[[Session, Sequence[Person], datetime], list[Verdict]]:
    """A decision that is made for each person alone."""

    def each(session: Session, persons: Sequence[Person], moment: datetime) -> list[Verdict]:
        return [decide(session, person, moment) for person in persons]

    return each


def decide_for(
    session: Session,
    job: Job,
    person_ids: Sequence[int],
    moment: datetime,
    run_id: int | None = None,
) -> list[Verdict]:
    """Some people's turns, by how they are set now, in the run that is given."""
    job_runs.within(session, run_id)
    persons = people.with_ids(session, person_ids)
    there = [person for person in persons if job.span(person, moment) is not None]
    told = {verdict.person.id: verdict for verdict in job.decide(session, there, moment)}
    return [told.get(person.id, Verdict(person, 0, OFF_HOURS)) for person in persons]


def decide_to_the_minute(
    session: Session, job: Job, moment: datetime, run_id: int | None = None
) -> list[Verdict]:
    """What the job promises at this moment beside everyone's turns, in the run that is given."""
    job_runs.within(session, run_id)
    return job.to_the_minute.decide(session, moment) if job.to_the_minute else []


def turns_of(job: Job, person_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """As many at a time as the job decides for in one transaction."""
    return (
        person_ids[start : start + job.at_once] for start in range(0, len(person_ids), job.at_once)
    )


def skipped(verdicts: Iterable[Verdict]) -> Counter[str]:
    """How many are told nothing, by the reason."""
    return Counter(str(verdict.because) for verdict in verdicts if not verdict.told)
