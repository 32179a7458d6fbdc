"""Every working day, in their working hours: each person is asked once about their stale deals."""

from datetime import date

from sqlalchemy.orm import Session

from bot.domain.people import Person
from bot.usecases import nudges
from schedules.job import Job
from store import people


def everyone_in_slack(session: Session) -> list[Person]:
    return [person for person in people.everyone(session) if person.slack_user_id is not None]


def each_working_day(person: Person, day: date) -> bool:
    return person.works_on(day)


JOB = Job("nudges", everyone_in_slack, each_working_day, nudges.ask, at_once=500)
