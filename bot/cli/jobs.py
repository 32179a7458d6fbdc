"""The jobs that run by themselves: listed, or run once by hand for any moment."""

import asyncio
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.trouble import Trouble, settings, speak, told
from bot.clock import system_clock
from bot.i18n import Translator
from bot.log import configure
from bot.messenger import Messenger
from bot.settings import Settings, forget_proxies
from bot.slack import Slack
from schedules import timetable
from store import migrate, workspaces
from store.engine import Store


def register(app: typer.Typer) -> None:
    t = speak()
    jobs = typer.Typer(no_args_is_help=True, help=t("jobs-help"))
    jobs.command("list", help=t("jobs-help-list"))(list_jobs)
    jobs.command("run", help=t("jobs-help-run"))(run_job)
    app.add_typer(jobs, name="jobs")


def list_jobs() -> None:
    t = speak()
    table = Table(t("jobs-name"), t("jobs-what"), t("jobs-when"), box=None)
    for job in timetable.TIMETABLE:
        table.add_row(job.name, t(f"jobs-{job.name}"), t(f"jobs-{job.name}-when"))
    Console().print(table)


def run_job(
    name: str,
    at: Annotated[str | None, typer.Option(metavar="ISO-TIME")] = None,
) -> None:
    moment = _moment(at)
    with told():
        job = timetable.job(name)
        if job is None:
            key = "jobs-later" if name in timetable.LATER else "jobs-unknown"
            raise Trouble(speak()(key, name=name, names=[one.name for one in timetable.TIMETABLE]))
        wanted = settings()
        if wanted.slack_bot_token is None:
            raise Trouble(speak()("cli-token-missing"))
        configure("warning", wanted.log_format)
        forget_proxies()
        asyncio.run(_run(job, wanted, moment))


def _moment(at: str | None) -> datetime:
    if at is None:
        return system_clock()
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as wrong:
        raise typer.BadParameter(speak()("jobs-at-wrong", at=at), param_hint="--at") from wrong
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


async def _run(job: timetable.Job, wanted: Settings, moment: datetime) -> None:
    """As if it were that moment: decided for every workspace, and sent."""
    assert wanted.slack_bot_token is not None  # noqa: S101 - the caller has looked
    t = speak()
    store = Store(wanted.database_url)
    migrate.upgrade(store.engine)
    slack = Slack(wanted.api_url, wanted.slack_bot_token.get_secret_value())
    try:
        for workspace in await store.read(None, workspaces.all_of_them):
            decisions = await store.transact(workspace.id, job.decide, moment)
            for one in decisions:
                print(_line(one, t))
        sent = await Messenger(store, slack.client, lambda: moment).drain()
        print(t("jobs-sent", count=sent))
    finally:
        await slack.close()
        store.close()


def _line(decision: Any, t: Translator) -> str:
    person = f"{decision.person.name} ({decision.person.tz})"
    if decision.because:
        return t(f"jobs-because-{decision.because.replace('_', '-')}", person=person)
    return t("jobs-decided", person=person)
