"""Every working day, from the hour they chose on: each person is told their next steps due; and to
the minute, before its time of day, of each that has one."""

from bot.usecases import followups, step_reminders
from schedules.job import Job, ToTheMinute, one_by_one
from schedules.nudge_stale import each_working_day, everyone_in_slack

JOB = Job(
    "followups",
    everyone_in_slack,
    each_working_day,
    one_by_one(followups.remind),
    to_the_minute=ToTheMinute(step_reminders.due, step_reminders.remind),
)
