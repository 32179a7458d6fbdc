"""Reports on request: a page with table and chart, told otherwise by a tap, or as a file."""

import asyncio
import io
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from slack_bolt.async_app import AsyncApp
from sqlalchemy.orm import Session

from bot.domain import goals as rules
from bot.domain.adoption import monday_of
from bot.domain.measuring import Effect, Measured
from bot.domain.parsing_report import WORDS, ReportQuery, read_report, which_report
from bot.domain.parsing_slack import Mention, find_mention
from bot.domain.parsing_verbs import not_a_word
from bot.domain.people import Actor, Role
from bot.domain.periods import Period, last_months
from bot.domain.refusal import Refusal
from bot.domain.reporting import Attention, Averages, Grouping, Lines, Question
from bot.domain.trust import Notes
from bot.ids import CRM, EVIDENCE_SHOW, ME_SHOW, REPORT_FILE, REPORT_SHOW, REPORT_WHOLE, TEAM_SHOW
from bot.usecases import (
    compliance,
    evidence,
    exports,
    goals,
    habits,
    report_asked,
    report_attention,
    report_lines,
    report_nudges,
)
from bot.usecases import report_deals as deals_behind
from bot.usecases.report_asked import Asked, scope
from bot.views import (
    compliance_notes,
    evidence_page,
    goals_page,
    habits_page,
    nudge_effect,
    report_chart,
    report_deals,
    report_page,
)
from bot.views.blocks import page
from bot.views.chart import Chart
from handlers.asking import Asking
from handlers.commands import line_of, says


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("report")])(command)
    app.command(CRM, matchers=[says("forecast")])(forecast)
    app.command(CRM, matchers=[says("me")])(me)
    app.command(CRM, matchers=[says("team")])(team)
    app.action(ME_SHOW)(me)
    app.action(TEAM_SHOW)(show_team)
    app.action(re.compile(rf"^{re.escape(REPORT_SHOW)}\."))(press)
    app.action(EVIDENCE_SHOW)(show_evidence)
    app.action(REPORT_WHOLE)(show_whole)
    app.action(re.compile(rf"^{re.escape(REPORT_FILE)}\."))(send_file)


async def command(asking: Asking) -> None:
    today = asking.now.astimezone(asking.actor.workspace.zone).date()
    query = read_report(line_of(asking.body), today)
    name = _name(query)
    asked = await _asked(asking, query, name)
    if name == "evidence" and query.form is None:
        await _evidence(asking, query)
    elif query.form is not None:
        await _file(asking, asked, query.form)
    else:
        await _show(asking, asked, replace=False)


async def _asked(asking: Asking, query: ReportQuery, name: str) -> Question:
    """The report in full: what it is told by where nothing was said, and which custom field."""
    grouping = query.grouping or report_asked.USUAL.get(name, Grouping.MONTH)
    if query.grouping is not None or name != "evidence":
        report_asked.require(name, grouping)
    report_asked.require_span(name, grouping, query.period)
    field, period = "", query.period
    if name in report_asked.MONTHS and not query.is_dated:
        period = last_months(query.period.last, report_asked.MONTHS[name])
    if name == "compliance" and not query.is_dated:
        period = await asking.read(compliance.usual, grouping, query.period.last)
    if grouping is Grouping.FIELD:
        field = await asking.read(report_asked.field_named, query.field)
    return Question(name, period, grouping, field)


async def show_evidence(asking: Asking) -> None:
    await _evidence_of(asking, None, None)


async def _evidence(asking: Asking, query: ReportQuery) -> None:
    """Of the time that was typed, else as far back as it usually looks."""
    await _evidence_of(asking, query.period if query.is_dated else None, query.grouping)


async def _evidence_of(
    asking: Asking, period: Period | None, by: Grouping | None, *, replace: bool = False
) -> None:
    found = await asking.read(evidence.look, asking.actor, asking.now, period, by)
    usual = await asking.read(evidence.usual, asking.now)
    asked = Question("evidence", period or usual, by or Grouping.REP)
    await asking.answer(evidence_page.build(found, asking.t, period, asked), replace=replace)


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
    asked = Question("adoption", period, Grouping.WEEK)
    rich, plain = report_page.build(asked, lines, whose, frozenset(), asking.t)
    await asking.answer_richly(rich, plain)


async def forecast(asking: Asking) -> None:
    """The open deals by forecast category, weighted; other ways to see them are a tap away."""
    today = asking.now.astimezone(asking.actor.workspace.zone).date()
    query = read_report(line_of(asking.body), today)
    query = replace(query, grouping=query.grouping or Grouping.CATEGORY)
    await _show(asking, await _asked(asking, query, "pipeline"), replace=False)


def _name(query: ReportQuery) -> str:
    """The report that was meant. Raises Refusal with those there are."""
    names = tuple(report_asked.BY)
    if query.name is None:
        raise which_report(query, names)
    if query.name not in report_asked.BY:
        raise Refusal("report-not-yet", report=query.name, reports=names)
    if query.unknown:
        raise not_a_word("report-words-unknown", query.unknown, WORDS)
    return query.name


async def press(asking: Asking) -> None:
    """Another telling takes the place of the report whose button it is; what opens elsewhere (a
    digest, say) leaves its message as it is."""
    asked = report_deals.question(asking.value)
    report_asked.require_span(asked.name, asked.by, asked.period)
    pressed = str(asking.body["actions"][0]["action_id"])
    stays = pressed.startswith(f"{REPORT_SHOW}.open.")
    if asked.name == "evidence":
        await _evidence_of(asking, asked.period, None, replace=not stays)
    else:
        await _show(asking, asked, replace=not stays)


async def show_whole(asking: Asking) -> None:
    """All columns of a report's table, below what a phone has room for."""
    asked = report_deals.question(asking.value)
    if asked.name == "attention":
        found, beyond, whose = await asking.read(_attention, asking.actor, asking.now)
        raw = report_lines.attention(found, beyond)
    else:
        raw, whose = await _lines(asking, asked)
    lines = await asking.read(report_lines.with_names, raw, asking.t.language)
    await asking.answer_richly(*report_page.whole(asked, lines, whose, asking.t))


async def send_file(asking: Asking) -> None:
    form = str(asking.body["actions"][0]["action_id"]).rsplit(".", 1)[-1]
    await _file(asking, report_deals.question(asking.value), form)


async def _show(asking: Asking, asked: Question, *, replace: bool) -> None:
    if asked.name == "attention":
        found, beyond, whose = await asking.read(_attention, asking.actor, asking.now)
        raw = report_lines.attention(found, beyond)
        also, trend = report_deals.offer_deals(found, asking.t), None
    else:
        raw, whose = await _lines(asking, asked)
        also, trend = await _also(asking, asked)
    lines = await asking.read(report_lines.with_names, raw, asking.t.language)
    behind = report_deals.figures(asked, raw) if asked.name in deals_behind.TOLD else []
    rich, plain = report_page.build(
        asked, lines, whose, report_asked.BY[asked.name], asking.t, also, behind, trend
    )
    await asking.answer_richly(rich, plain, replace=replace)


async def _also(asking: Asking, asked: Question) -> tuple[list[dict[str, Any]], Chart | None]:
    """What a report says besides its table, and draws where its table can't be drawn."""
    name, period, by = asked.name, asked.period, asked.by
    if name == "nudges":
        return await _nudges(asking, period), None
    if name == "pipeline":
        outlooks = await asking.read(goals.look, asking.actor, asking.now)
        return [
            block
            for one in outlooks
            for block in goals_page.outlook(one, asking.t, may_set=rules.may_set(asking.actor))
        ], None
    if name == "compliance":
        told = await asking.read(_notes, asking.actor, period, asking.now)
        trend = compliance_notes.trend(told.weeks, asking.t) if by is Grouping.TEAM else None
        return compliance_notes.blocks(told, asking.t), trend
    return [], None


def _attention(session: Session, actor: Actor, now: datetime) -> tuple[list[Attention], int, str]:
    """As much of it as a page shows, how much there is beyond, and whose it is."""
    only, whose = scope(session, actor)
    found, total = report_attention.first(session, now, only, report_page.MOST_ROWS)
    return found, total - len(found), whose


def _notes(session: Session, actor: Actor, period: Period, now: datetime) -> Notes:
    only, _ = scope(session, actor)
    return compliance.notes(session, period, now, only)


async def _nudges(asking: Asking, period: Period) -> list[dict[str, Any]]:
    """Whether asking helps, and which kinds of question are worth quieting."""
    effect, proposed = await asking.read(_judged, asking.actor, period)
    workspace, is_admin = asking.actor.workspace, asking.actor.role is Role.ADMIN
    return nudge_effect.blocks(effect, workspace.holds_back, proposed, is_admin, asking.t)


def _judged(session: Session, actor: Actor, period: Period) -> tuple[Effect, list[Measured]]:
    only, _ = scope(session, actor)
    asked = Asked(period, only=only)
    return report_nudges.effect(session, asked), report_nudges.worth_quieting(session, asked)


async def _lines(asking: Asking, asked: Question) -> tuple[Lines, str]:
    """The report's lines, as far as the asker may see them, and whose they are."""
    return await asking.read(_question, asking.actor, asked, asking.now)


def _question(session: Session, actor: Actor, asked: Question, now: datetime) -> tuple[Lines, str]:
    only, whose = scope(session, actor)
    question = Asked(asked.period, asked.by, only, asked.field)
    return report_lines.of(session, asked.name, question, now), whose


async def _file(asking: Asking, asked: Question, form: str) -> None:
    """Answers first, then brings the file into the asker's own conversation with the bot."""
    lines, _ = await _lines(asking, asked)
    if form == "chart" and asked.name not in report_chart.DRAWN:
        raise Refusal("report-undrawn", report=asked.name)
    await asking.answer(page(asking.t.md("report-file-comes")))
    asking.behind.start(send(asking, asked.name, lines, form), "report")


async def send(asking: Asking, name: str, lines: Lines, form: str) -> None:
    """A file, into the asker's own conversation with the bot."""
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
