"""The pages of settings, of steps that are done, and of words about a deal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from bot.domain.deal import Deal
from bot.domain.people import Person, Role, Workspace
from bot.domain.preferences import Message
from bot.domain.recurring import Recurrence
from bot.domain.tellings import FeedbackKind, Proposal
from bot.domain.working_days import DaysOff
from bot.i18n import Translator
from bot.views import feedback, settings, step_done_form

WORKSPACE = Workspace(1, "T1", "Acme", "en-US", "UTC", "USD", country="DE")


def pages(
    t: Translator, deal: Deal, rep: Person, day: date
) -> Iterator[tuple[str, dict[str, Any]]]:
    weekly = replace(deal, next_step_rule=Recurrence.WEEKLY.value)
    again = Proposal(weekly, day + timedelta(days=7))
    yield "form.step_done", step_done_form.build(t, again, "deal=7")
    for kind in (one for one in FeedbackKind if one is not FeedbackKind.ADVICE):
        yield f"form.feedback.{kind.value}", feedback.form(deal, rep, kind, "deal=7", t)
        yield f"form.feedback.week.{kind.value}", feedback.form(None, rep, kind, "person=7", t)
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
