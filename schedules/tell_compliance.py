"""Every Monday, in their working hours: each leader whose digest doesn't say so is told how the
teams stand."""

from sqlalchemy.orm import Session

from bot.domain.people import Person, Role
from bot.usecases import compliance
from schedules.digest_teams import first_working_day_of_the_week
from schedules.job import Job, one_by_one
from store import people


def leaders_in_slack(session: Session) -> list[Person]:
    return [
        person
        for person in people.everyone(session)
        if person.slack_user_id is not None and person.role is Role.LEADER
    ]


JOB = Job(
    "compliance",
    leaders_in_slack,
    first_working_day_of_the_week,
    one_by_one(compliance.tell),
    when_asked=one_by_one(compliance.tell_apart),
)
