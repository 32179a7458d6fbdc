"""Reports on request: a page with table and chart, told otherwise by a tap, or as a file."""

import asyncio
import io
import re
from datetime import date, datetime
from typing import Any

from slack_bolt.async_app import AsyncApp
from sqlalchemy.orm import Session

from bot.domain.adoption import monday_of
from bot.domain.measuring import Effect, Measured
from bot.domain.parsing_report import ReportQuery, read_report
from bot.domain.parsing_slack import Mention, find_mention
from bot.domain.people import Actor, Role
from bot.domain.periods import Period
from bot.domain.refusal import Refusal
from bot.domain.reporting import Averages, Grouping, Lines
from bot.domain.trust import Notes
from bot.ids import CRM, EVIDENCE_SHOW, ME_SHOW, REPORT_FILE, REPORT_SHOW, TEAM_SHOW
from bot.usecases import (
    compliance,
    evidence,
    exports,
    habits,
    report_lines,
    report_nudges,
    reports,
)
from bot.usecases.reports import Asked
from bot.views import (
    carry,
    compliance_notes,
    evidence_page,
    habits_page,
    nudge_effect,
    report_chart,
    report_page,
)
from bot.views.blocks import page
from bot.views.chart import Chart
from handlers.asking import Asking
from handlers.commands import line_of, says
from store import people


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("report")])(command)
    app.command(CRM, matchers=[says("forecast")])(forecast)
    app.command(CRM, matchers=[says("me")])(me)
    app.command(CRM, matchers=[says("team")])(team)
    app.action(ME_SHOW)(me)
    app.action(TEAM_SHOW)(show_team)
    app.action(re.compile(rf"^{re.escape(REPORT_SHOW)}\."))(press)
    app.action(EVIDENCE_SHOW)(show_evidence)
    app.action(re.compile(rf"^{re.escape(REPORT_FILE)}\."))(send_file)


async def command(asking: Asking) -> None:
    today = asking.now.astimezone(asking.actor.workspace.zone).date()
    query = read_report(line_of(asking.body), today)
    name = _name(query)
    grouping = query.grouping or reports.USUAL.get(name, Grouping.MONTH)
    if name == "evidence" and query.form is None:
        await show_evidence(asking)
    elif query.form is not None:
        await _file(asking, name, query.period, grouping, query.form)
    else:
        await _show(asking, name, query.period, grouping, replace=False)


async def show_evidence(asking: Asking) -> None:
    found = await asking.read(evidence.look, asking.actor, asking.now)
    await asking.answer(evidence_page.build(found, asking.t))


async def me(asking: Asking) -> None:
    told = await asking.read(habits.mine, asking.actor, asking.now)
    await asking.answer(habits_page.mine(told, asking.t))


async def team(asking: Asking) -> None:
    await _team(asking, find_mention(line_of(asking.body)))


async def show_team(asking: Asking) -> None:
    await _team(asking, None)


async def _team(asking: Asking, mention: Mention | None) -> None:
    """This week of a team: a table for whoever leads it, averages for a rep."""
    manager, told = await asking.read(habits.team, asking.actor, mention, asking.now)
    if isinstance(told, Averages):
        await asking.answer(habits_page.averages(told, asking.t))
        return
    lines = await asking.read(
        report_lines.with_names, report_lines.adoption(told), asking.t.language
    )
    today = asking.now.astimezone(asking.actor.workspace.zone).date()
    period = Period(monday_of(today), today)
    whose = "all" if manager is None else "team"
    rich, plain = report_page.build(
        "adoption", lines, period, Grouping.WEEK, whose, frozenset(), asking.t
    )
    await asking.answer_richly(rich, plain)


async def forecast(asking: Asking) -> None:
    """The open deals by forecast category, weighted; other ways to see them are a tap away."""
    today = asking.now.astimezone(asking.actor.workspace.zone).date()
    query = read_report(line_of(asking.body), today)
    grouping = query.grouping or Grouping.CATEGORY
    await _show(asking, "pipeline", query.period, grouping, replace=False)


def _name(query: ReportQuery) -> str:
    """The report that was meant. Raises Refusal with those there are."""
    names = tuple(sorted(reports.BY))
    if query.name is None:
        raise Refusal("report-which", reports=names)
    if query.name not in reports.BY:
        raise Refusal("report-not-yet", report=query.name, reports=names)
    if query.unknown:
        raise Refusal("report-words-unknown", words=query.unknown)
    return query.name


async def press(asking: Asking) -> None:
    held = carry.unpack(asking.value)
    period = Period(date.fromisoformat(held["first"]), date.fromisoformat(held["last"]))
    await _show(asking, held["report"], period, Grouping(held["by"]), replace=True)


async def send_file(asking: Asking) -> None:
    held = carry.unpack(asking.value)
    period = Period(date.fromisoformat(held["first"]), date.fromisoformat(held["last"]))
    form = str(asking.body["actions"][0]["action_id"]).rsplit(".", 1)[-1]
    await _file(asking, held["report"], period, Grouping(held["by"]), form)


async def _show(asking: Asking, name: str, period: Period, by: Grouping, *, replace: bool) -> None:
    lines, whose = await _lines(asking, name, period, by)
    lines = await asking.read(report_lines.with_names, lines, asking.t.language)
    also, trend = await _also(asking, name, period, by)
    rich, plain = report_page.build(
        name, lines, period, by, whose, reports.BY[name], asking.t, also, trend
    )
    await asking.answer_richly(rich, plain, replace=replace)


async def _also(
    asking: Asking, name: str, period: Period, by: Grouping
) -> tuple[list[dict[str, Any]], Chart | None]:
    """What a report says besides its table, and draws where its table can't be drawn."""
    if name == "nudges":
        return await _nudges(asking, period), None
    if name == "compliance":
        told = await asking.read(_notes, asking.actor, period, asking.now)
        trend = compliance_notes.trend(told.weeks, asking.t) if by is Grouping.TEAM else None
        return compliance_notes.blocks(told, asking.t), trend
    return [], None


def _notes(session: Session, actor: Actor, period: Period, now: datetime) -> Notes:
    only, _ = _scope(session, actor)
    return compliance.notes(session, period, now, only)


async def _nudges(asking: Asking, period: Period) -> list[dict[str, Any]]:
    """Whether asking helps, and which kinds of question are worth quieting."""
    effect, proposed = await asking.read(_judged, asking.actor, period)
    workspace, is_admin = asking.actor.workspace, asking.actor.role is Role.ADMIN
    return nudge_effect.blocks(effect, workspace.holds_back, proposed, is_admin, asking.t)


def _judged(session: Session, actor: Actor, period: Period) -> tuple[Effect, list[Measured]]:
    only, _ = _scope(session, actor)
    asked = Asked(period, only=only)
    return report_nudges.effect(session, asked), report_nudges.worth_quieting(session, asked)


async def _lines(asking: Asking, name: str, period: Period, by: Grouping) -> tuple[Lines, str]:
    """The report's lines, as far as the asker may see them, and whose they are."""
    return await asking.read(_question, asking.actor, name, period, by, asking.now)


def _question(
    session: Session, actor: Actor, name: str, period: Period, by: Grouping, now: Any
) -> tuple[Lines, str]:
    only, whose = _scope(session, actor)
    return report_lines.of(session, name, Asked(period, by, only), now), whose


def _scope(session: Session, actor: Actor) -> tuple[frozenset[int] | None, str]:
    """Reps see their own figures, managers their team's, leaders and admins everybody's."""
    if actor.role in (Role.LEADER, Role.ADMIN):
        return None, "all"
    if actor.role is Role.MANAGER:
        team = {one.id for one in people.team_of(session, actor.id)}
        return frozenset(team | {actor.id}), "team"
    return frozenset({actor.id}), "own"


async def _file(asking: Asking, name: str, period: Period, by: Grouping, form: str) -> None:
    """Answers first, then brings the file into the asker's own conversation with the bot."""
    lines, _ = await _lines(asking, name, period, by)
    if form == "chart" and name not in report_chart.DRAWN:
        raise Refusal("report-undrawn", report=name)
    await asking.answer(page(asking.t.md("report-file-comes")))
    asking.behind.start(_send(asking, name, lines, form), "report")


async def _send(asking: Asking, name: str, lines: Lines, form: str) -> None:
    content = await asyncio.to_thread(_content, asking, name, lines, form)
    user = str(asking.actor.person.slack_user_id)
    opened = await asking.client.conversations_open(users=user)
    ending = "png" if form == "chart" else form
    await asking.client.files_upload_v2(
        channel=opened["channel"]["id"],
        filename=f"{name}.{ending}",
        title=asking.t(f"report-{name}"),
        content=content,
    )


def _content(asking: Asking, name: str, lines: Lines, form: str) -> bytes:
    if form == "chart":
        return report_chart.picture(name, lines, asking.t)
    out = io.BytesIO()
    exports.write(lines.columns, iter(lines.rows), form, out)
    return out.getvalue()
