"""Every working day, from the hour they chose on: each person is told their next steps due."""

from bot.usecases import followups
from schedules.job import Job, one_by_one
from schedules.nudge_stale import each_working_day, everyone_in_slack

JOB = Job("followups", everyone_in_slack, each_working_day, one_by_one(followups.remind))
