"""Every week, in the second half of their day: top performers are asked whether they would show the
way. In the morning they may have had a message about their deals."""

from sqlalchemy.orm import Session

from bot.domain.people import Person, Role
from bot.usecases import champions
from schedules.digest_teams import first_working_day_of_the_week
from schedules.job import Job, afternoon
from store import people


def reps_in_slack(session: Session) -> list[Person]:
    return [
        person
        for person in people.everyone(session)
        if person.slack_user_id is not None and person.role is Role.REP
    ]


JOB = Job(
    "champions",
    reps_in_slack,
    first_working_day_of_the_week,
    champions.invite,
    at_once=500,
    hours=afternoon,
)
