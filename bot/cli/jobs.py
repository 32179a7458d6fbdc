"""The jobs that run by themselves: listed, or run once by hand for any moment."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.opening import opened_store
from bot.cli.sending import send_due
from bot.cli.trouble import Trouble, settings, speak, told
from bot.cli.workspace import workspace_of
from bot.clock import Clock, system_clock
from bot.domain.people import Person
from bot.domain.verdict import Verdict
from bot.i18n import Translator
from bot.log import configure
from bot.settings import Settings, forget_proxies
from schedules import timetable
from schedules.job import Job, decide_for, decide_to_the_minute, skipped, turns_of
from store import job_runs, workspaces
from store.engine import Store
from store.job_runs import Run


def register(app: typer.Typer) -> None:
    t = speak()
    jobs = typer.Typer(no_args_is_help=True, help=t("jobs-help"))
    jobs.command("list", help=t("jobs-help-list"))(list_jobs)
    jobs.command("run", help=t("jobs-help-run"))(run_job)
    jobs.command("history", help=t("jobs-help-history"))(history)
    app.add_typer(jobs, name="jobs")


def list_jobs() -> None:
    with told(), opened_store() as store:
        t, now = speak(), system_clock()
        heads = ("jobs-name", "jobs-what", "jobs-zone", "jobs-next", "jobs-people")
        table = Table(*(t(head) for head in heads))
        for job in timetable.TIMETABLE:
            people = [
                person for one in _workspaces(store) for person in store.ask(one, job.audience)
            ]
            for row in _rows(job, people, now, t):
                table.add_row(*row)
        Console().print(table)


def _rows(
    job: Job, people: list[Person], now: datetime, t: Translator
) -> Iterator[tuple[str, ...]]:
    """A line per zone: when its first people are served next, by their own clock."""
    what = (job.name, t(f"jobs-{job.name}"))
    zones: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        zones[person.tz].append(person)
    if not zones:
        yield (*what, "-", t(f"jobs-nobody-{job.name}"), "0")
    for zone, those in sorted(zones.items()):
        begin = timetable.next_begin(job, those, now)
        local = speak(zone)
        yield (*what, zone, local.moment(begin) if begin else "-", str(len(those)))
        what = ("", "")


def history(
    name: Annotated[str | None, typer.Argument(metavar="NAME")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000)] = 20,
    team: Annotated[str | None, typer.Option("--team", metavar="TEAM_ID")] = None,
) -> None:
    if name is not None:
        _named(name)
    with told(), opened_store() as store:
        workspace = workspace_of(store, team)
        t = speak(workspace.tz)
        runs = store.ask(workspace.id, job_runs.newest, limit, name)
        if not runs:
            print(t("jobs-no-runs"))
            return
        heads = ("name", "moment", "started", "took", "decided", "sent-column", "skipped")
        table = Table(*(t(f"jobs-{head}") for head in heads))
        for run in runs:
            table.add_row(*_ran(run, t))
        Console().print(table)


def _ran(run: Run, t: Translator) -> tuple[str, ...]:
    took = t("jobs-cut-short")
    if run.ended_at is not None:
        took = f"{(run.ended_at - run.started_at).total_seconds():.1f} s"
    sent = t.number(run.sent) if not run.unsent else f"{run.sent} / {run.sent + run.unsent}"
    why = [f"{t(f'jobs-skip-{reason}')} {count}" for reason, count in sorted(run.skipped.items())]
    at, started = t.moment(run.moment), t.moment(run.started_at)
    return run.job, at, started, took, t.number(run.decided), sent, " · ".join(why) or "–"


def _named(name: str) -> Job:
    job = timetable.job(name)
    if job is None:
        names = [one.name for one in timetable.TIMETABLE]
        raise typer.BadParameter(speak()("jobs-unknown", name=name, names=names), param_hint="NAME")
    return job


def run_job(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    at: Annotated[str | None, typer.Option(metavar="ISO-TIME")] = None,
) -> None:
    moment, job = _moment(at), _named(name).by_name()
    with told():
        wanted = settings()
        if wanted.slack_bot_token is None:
            raise Trouble(speak()("cli-token-missing"))
        configure("error", wanted.log_format)
        forget_proxies()
        with opened_store(wanted) as store:
            print(speak()("jobs-at", name=job.name, moment=moment))
            for workspace_id in _workspaces(store):
                _decide(store, workspace_id, job, moment)
            _send(wanted, store, moment)


def _moment(at: str | None) -> datetime:
    if at is None:
        return system_clock()
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as wrong:
        raise typer.BadParameter(speak()("jobs-at-wrong", at=at), param_hint="--at") from wrong
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _workspaces(store: Store) -> list[int]:
    return [workspace.id for workspace in store.ask(None, workspaces.all_of_them)]


def _decide(store: Store, workspace_id: int, job: Job, moment: datetime) -> None:
    """Everyone's turn, as if it were that moment; told line by line."""
    t = speak()
    people = store.ask(workspace_id, job.audience)
    if not people:
        print(t(f"jobs-nobody-{job.name}"))
        return
    run_id = store.run(
        workspace_id, job_runs.claim, job.name, timetable.floored(moment), system_clock()
    )
    verdicts = [
        verdict
        for ids in turns_of(job, [one.id for one in people])
        for verdict in store.run(workspace_id, decide_for, job, ids, moment, run_id)
    ]
    for verdict in verdicts:
        print(_line(job, verdict, moment, t))
    timed = store.run(workspace_id, decide_to_the_minute, job, moment, run_id)
    for verdict in timed:
        print(t("jobs-told-before-time", person=verdict.person.name))
    verdicts += timed
    if run_id is not None:
        served = sum(verdict.told > 0 for verdict in verdicts)
        why = skipped(verdicts)
        store.run(workspace_id, job_runs.end, run_id, served, why, system_clock())


def _line(job: Job, verdict: Verdict, moment: datetime, t: Translator) -> str:
    person = verdict.person
    facts = {"person": person.name, "zone": person.tz}
    if verdict.because:
        local = moment.astimezone(ZoneInfo(person.tz))
        at = f"{t.day(local.date())} {local:%H:%M}"
        return t(f"jobs-because-{verdict.because}", at=at, **facts)
    return t(f"jobs-told-{job.name}", count=verdict.told, **facts)


def _send(wanted: Settings, store: Store, moment: datetime) -> None:
    tally = asyncio.run(send_due(wanted, store, _clock_from(moment)))
    t = speak()
    print(t("jobs-sent", count=tally.sent))
    if tally.unsent:
        reasons = sorted(set(tally.unsent.values()))
        raise Trouble(t("jobs-unsent", count=len(tally.unsent), reasons=reasons))


def _clock_from(moment: datetime) -> Clock:
    """A clock that is set to the moment, and goes on from there."""
    begun = system_clock()
    return lambda: moment + (system_clock() - begun)
