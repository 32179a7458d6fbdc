"""Every working day: each manager is shown the deals whose third question went unanswered."""

from bot.usecases import escalations
from schedules.digest_teams import managers_in_slack
from schedules.job import Job, one_by_one
from schedules.nudge_stale import each_working_day

JOB = Job("escalations", managers_in_slack, each_working_day, one_by_one(escalations.tell))
