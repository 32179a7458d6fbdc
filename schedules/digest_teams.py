"""Every Monday, in their working hours: each manager is told the team's week that ended, and each
leader the teams'."""

from datetime import date

from sqlalchemy.orm import Session

from bot.domain.adoption import monday_of
from bot.domain.people import Person, Role
from bot.usecases import digests
from schedules.job import Job, one_by_one
from store import people


def managers_in_slack(session: Session) -> list[Person]:
    """Those with people, and those who are to have some."""
    leading = {person.id for person in people.managers(session)}
    return [
        person
        for person in people.everyone(session)
        if person.slack_user_id is not None
        and (person.id in leading or person.role in (Role.MANAGER, Role.LEADER))
    ]


def first_working_day_of_the_week(person: Person, day: date) -> bool:
    """Monday, or for someone who is off then the next day that they work."""
    return person.calendar.first_from(monday_of(day)) == day


JOB = Job("digest", managers_in_slack, first_working_day_of_the_week, one_by_one(digests.tell))
