"""The pages of settings, of steps that are done, and of words about a deal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from bot.domain.deal import Deal
from bot.domain.following import Kind
from bot.domain.outcomes import NudgeLine, NudgePage
from bot.domain.people import Person, Role, Workspace
from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.preferences import Message
from bot.domain.recurring import Recurrence
from bot.domain.signals import Finding, Signal
from bot.domain.tellings import (
    Feedback,
    FeedbackKind,
    FollowupLine,
    FollowupPage,
    Proposal,
    StepPage,
)
from bot.domain.working_days import DaysOff
from bot.i18n import Day, Translator
from bot.views import (
    feedback,
    followup,
    nudge,
    phrases,
    settings,
    step_done_form,
    step_forms,
    step_reminder,
)
from bot.views.blocks import page

WORKSPACE = Workspace(1, "T1", "Acme", "en-US", "UTC", "USD", country="DE")


def _timed(t: Translator, deal: Deal, day: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """A next step with a time of day: told before it, settled, in a list and in its form."""
    timed = replace(deal, next_step_due_on=day, next_step_time=time(15), owner_tz="UTC")
    due_at = timed.next_step_at
    assert due_at is not None
    told = StepPage(timed, timed.next_step or "", due_at, False, False, DEFAULT_STAGES, day)
    yield "step.reminder", step_reminder.build(told, t)
    earlier = replace(told, today=day - timedelta(days=1))
    yield "step.reminder.other_day", step_reminder.build(earlier, t)
    later = replace(timed, next_step_due_on=day + timedelta(days=2))
    yield (
        "step.reminder.settled",
        step_reminder.build(replace(told, deal=later, is_settled=True), t),
    )
    put_off = replace(told, deal=later, is_settled=True, is_put_off=True)
    yield "step.reminder.put_off", step_reminder.build(put_off, t)
    line = FollowupLine(timed, Kind.DUE, timed.next_step or "", day, False)
    yield "followup.timed", followup.build(FollowupPage((line,), 0, DEFAULT_STAGES, day), t)
    alone = FollowupPage((), 0, DEFAULT_STAGES, day, brought=24)
    yield "followup.brought", followup.build(alone, t)
    due = FollowupPage((line,), 3, DEFAULT_STAGES, day, brought=1)
    asked = NudgeLine(deal, (Finding(Signal.SILENT, day, 9),), 1, None)
    morning = NudgePage(5, (asked,), 0, DEFAULT_STAGES, day, beside=due)
    yield "nudge.morning", nudge.build(morning, t)
    weekly = replace(timed, next_step_rule=Recurrence.WEEKLY.value)
    yield "deal.next_step.weekly", page(phrases.next_step(weekly, DEFAULT_STAGES, day, t))
    yield "form.next_step.timed", step_forms.next_step(t, timed, day, "deal=7")


def pages(
    t: Translator, deal: Deal, rep: Person, day: date
) -> Iterator[tuple[str, dict[str, Any]]]:
    weekly = replace(deal, next_step_rule=Recurrence.WEEKLY.value)
    again = Proposal(weekly, day + timedelta(days=7))
    yield "form.step_done", step_done_form.build(t, again, "deal=7")
    yield from _timed(t, deal, day)
    week = Day(day - timedelta(days=7), day)
    for kind in (FeedbackKind.QUESTION, FeedbackKind.PRAISE, FeedbackKind.NOTE):
        yield f"form.feedback.{kind.value}", feedback.form(deal, rep, kind, "deal=7", t)
        asked = feedback.form_on_week(week, rep, kind, "person=7", t, "Well done!")
        yield f"form.feedback.week.{kind.value}", asked
    question = Feedback(7, FeedbackKind.QUESTION, rep, rep, None, rep.name, date(2026, 3, 2))
    yield "form.feedback.answer", feedback.answer_form(question, "answers=7", t)
    choosy = replace(
        rep,
        country="KR",
        days_off=(DaysOff(day, day), DaysOff(date(2026, 12, 24), date(2027, 1, 2))),
        morning_at=time(10),
        muted=frozenset({Message.DIGEST}),
        own_locale="ko-KR",
        own_tz="Asia/Seoul",
        own_country="",
    )
    yield "form.settings", settings.form(rep, None, "", t)
    boss = replace(rep, role=Role.MANAGER, team_channel="C0SALES")
    yield "form.settings.manager", settings.form(boss, None, "", t)
    yield "form.settings.admin", settings.form(choosy, WORKSPACE, "", t)
    yield "settings.kept", settings.kept(choosy, 11, t)
