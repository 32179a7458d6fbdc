"""Looks at everything the bot needs, and says what to do about each fault."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from aiohttp import ClientError
from rich.console import Console
from rich.table import Table
from slack_sdk.errors import SlackApiError
from sqlalchemy.exc import SQLAlchemyError

from bot.cli.opening import read_playbook
from bot.cli.trouble import speak
from bot.clock import system_clock
from bot.domain.playbook_check import BrokenPlaybook
from bot.domain.refusal import Refusal
from bot.manifest import scopes
from bot.settings import Settings
from bot.slack import Slack
from store import dead_letters, migrate, outbox, workspaces
from store.engine import Store

OVERDUE = timedelta(minutes=10)
"""No pace and no back-off keeps a letter waiting for so long."""


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    is_ok: bool
    says: str


async def examine(settings: Settings) -> bool:
    """Prints a table of findings; True where there is no fault."""
    t = speak()
    findings = [
        Finding("doctor-settings", True, t("doctor-settings-ok")),
        _playbook(settings.pipekeeper_playbook),
        *await asyncio.to_thread(_database, settings),
        _door(settings),
        *await _slack(settings),
    ]
    table = Table(show_header=False, box=None)
    for finding in findings:
        sign = "[green]✓[/]" if finding.is_ok else "[red]✗[/]"
        word = t("doctor-ok") if finding.is_ok else t("doctor-fault")
        table.add_row(sign, t(finding.what), word, finding.says)
    Console().print(table)
    return all(finding.is_ok for finding in findings)


def _database(settings: Settings) -> list[Finding]:
    t = speak()
    try:
        store = Store(settings.database_url)
        with store.engine.connect():
            current = migrate.is_current(store.engine)
        sending = [_outbox(store)] if current else []
        store.close()
    except SQLAlchemyError as fault:
        reason = str(getattr(fault, "orig", None) or fault).strip().splitlines()[0]
        return [Finding("doctor-database", False, t("cli-database-unreachable", reason=reason))]
    key = "doctor-database-ok" if current else "doctor-database-old"
    return [Finding("doctor-database", current, t(key)), *sending]


def _outbox(store: Store) -> Finding:
    """Whether letters go out at all; one that Slack refused is no fault of the installation."""
    t, now = speak(), system_clock()
    dead = 0
    for workspace in store.ask(None, workspaces.all_of_them):
        due = store.ask(workspace.id, outbox.next_due, now)
        if due is not None and due.since < now - OVERDUE:
            since = speak(workspace.tz).moment(due.since)
            return Finding("doctor-outbox", False, t("doctor-outbox-late", since=since))
        dead += store.ask(workspace.id, dead_letters.counts).get("dead", 0)
    says = t("doctor-outbox-dead", count=dead) if dead else t("doctor-outbox-ok")
    return Finding("doctor-outbox", True, says)


def _playbook(named: str | None) -> Finding:
    """Whether the playbook that new workspaces start with can be read; its faults, line by line,
    are told on standard error."""
    t = speak()
    if not named:
        return Finding("doctor-playbook", True, t("doctor-playbook-own"))
    try:
        read_playbook(Path(named))
    except OSError as fault:
        says = t("doctor-playbook-unreadable", file=named, reason=fault.strerror or str(fault))
        return Finding("doctor-playbook", False, says)
    except (BrokenPlaybook, Refusal):
        return Finding("doctor-playbook", False, t("doctor-playbook-broken", file=named))
    return Finding("doctor-playbook", True, t("doctor-playbook-ok", file=named))


def _door(settings: Settings) -> Finding:
    t = speak()
    if settings.by_socket:
        return Finding("doctor-door", True, t("doctor-door-socket"))
    if settings.slack_signing_secret is not None:
        return Finding("doctor-door", True, t("doctor-door-http"))
    return Finding("doctor-door", False, t("cli-secret-missing"))


async def _slack(settings: Settings) -> list[Finding]:
    t = speak()
    if settings.slack_bot_token is None:
        return [Finding("doctor-token", False, t("cli-token-missing"))]
    slack = Slack(settings.api_url, settings.slack_bot_token.get_secret_value())
    try:
        told = await slack.client.auth_test()
        findings = [
            Finding(
                "doctor-token",
                True,
                t("doctor-token-ok", bot=told.get("user") or "", team=told.get("team") or ""),
            ),
            _scopes(told.headers.get("x-oauth-scopes"), settings.pipekeeper_link_domain),
        ]
        if settings.slack_app_token is not None:
            findings.append(await _app_token(slack, settings.slack_app_token.get_secret_value()))
    except SlackApiError as refused:
        reason = str(refused.response.get("error"))
        findings = [Finding("doctor-token", False, t("doctor-token-refused", reason=reason))]
    except (ClientError, TimeoutError) as fault:
        says = t("doctor-slack-unreachable", url=settings.api_url, reason=str(fault))
        findings = [Finding("doctor-token", False, says)]
    finally:
        await slack.close()
    return findings


async def _app_token(slack: Slack, token: str) -> Finding:
    t = speak()
    try:
        await slack.client.apps_connections_open(app_token=token)
    except SlackApiError as refused:
        reason = str(refused.response.get("error"))
        return Finding("doctor-app-token", False, t("doctor-app-token-refused", reason=reason))
    return Finding("doctor-app-token", True, t("doctor-app-token-ok"))


def _scopes(told: str | None, link_domain: str | None) -> Finding:
    t = speak()
    if told is None:
        return Finding("doctor-scopes", True, t("doctor-scopes-unknown"))
    missing = sorted(set(scopes(link_domain)) - {scope.strip() for scope in told.split(",")})
    if missing:
        return Finding("doctor-scopes", False, t("doctor-scopes-missing", scopes=missing))
    return Finding("doctor-scopes", True, t("doctor-scopes-ok"))
