"""The playbook as a YAML file: taken out, checked, put in force."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.cli.opening import opened_store, read_playbook
from bot.cli.trouble import speak, told
from bot.cli.workspace import workspace_of
from bot.clock import system_clock
from bot.domain import playbook_diff, playbook_yaml
from bot.domain.playbook_document import Document, json_schema
from bot.domain.trying import Trial
from bot.i18n import Mrkdwn
from bot.usecases import playbooks
from bot.views import playbook_changes
from store import playbooks as kept
from store import stages
from store.engine import Store

Team = Annotated[str | None, typer.Option("--team")]


def register(app: typer.Typer) -> None:
    t = speak()
    group = typer.Typer(no_args_is_help=True, help=t("playbook-help"))
    group.command(help=t("playbook-help-export"))(export)
    group.command(help=t("playbook-help-check"))(check)
    group.command("import", help=t("playbook-help-import"))(import_)
    group.command(help=t("playbook-help-schema"))(schema)
    app.add_typer(group, name="playbook")


def export(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]")] = "-",
    version: Annotated[int | None, typer.Option("--version")] = None,
    team: Team = None,
) -> None:
    with told(), opened_store() as store:
        workspace = workspace_of(store, team)
        number = version or store.ask(workspace.id, stages.version_in_force)
        document = store.ask(workspace.id, kept.document, number)
        text = playbook_yaml.write(document, store.ask(workspace.id, kept.source, number))
        _write(file, text)


def schema(file: Annotated[str, typer.Argument(metavar="[FILE|-]")] = "-") -> None:
    with told():
        _write(file, json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


def _write(file: str, text: str) -> None:
    if file == "-":
        sys.stdout.write(text)
    else:
        Path(file).write_text(text, encoding="utf-8")


def check(file: Path) -> None:
    with told():
        document, _ = read_playbook(file)
        every = [one for pipeline in document.pipelines for one in pipeline.stages]
        print(
            speak()(
                "playbook-fine",
                pipelines=len(document.pipelines),
                stages=len(every),
                criteria=sum(len(one.exit) for one in every),
            )
        )


def import_(
    file: Path,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    note: Annotated[str, typer.Option("--note")] = "",
    team: Team = None,
) -> None:
    t = speak()
    with told(), opened_store() as store:
        document, source = read_playbook(file)
        workspace_id = workspace_of(store, team).id
        base = store.ask(workspace_id, stages.version_in_force)
        changes = playbook_diff.between(store.ask(workspace_id, kept.document, base), document)
        if not changes:
            print(t("playbook-same"))
            return
        print(t("playbook-would"))
        _print(playbook_changes.lines(changes, t))
        head, *found = playbook_changes.found(_tried(store, workspace_id, document), t)
        print(_plain(head))
        _print(found)
        if not dry_run:
            act = playbooks.replace_at_once
            version = store.run(workspace_id, act, document, source, note, system_clock())
            print(t("playbook-imported", version=str(version)))


def _tried(store: Store, workspace_id: int, document: Document) -> Trial:
    trying = store.ask(workspace_id, playbooks.begin_trial, document, system_clock())
    with _progress() as bar:
        task = bar.add_task(speak()("playbook-trying"), total=trying.total)
        last = 0
        while (taken := store.ask(workspace_id, playbooks.try_on, last)).known:
            trying.take(taken.known)
            last = taken.last
            bar.advance(task, len(taken.known))
    return trying.result()


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _print(told_lines: list[Mrkdwn]) -> None:
    for one in told_lines:
        print(f"  - {_plain(one)}")


def _plain(line: Mrkdwn) -> str:
    """A line for a terminal: without Slack's bold signs and escapes."""
    bare = line.replace("*", "")
    return bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
