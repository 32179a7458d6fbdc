"""Data out and back: export, backup, restore."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from bot.cli.opening import opened_store
from bot.cli.trouble import Trouble, speak, told
from bot.cli.workspace import workspace_of
from bot.clock import system_clock
from bot.usecases import exports, takeaways
from store import backup as backups


def register(app: typer.Typer) -> None:
    t = speak()
    app.command("export", help=t("export-help"))(export)
    app.command("backup", help=t("backup-help"))(backup)
    app.command("restore", help=t("restore-help"))(restore)


def export(
    table: str,
    file: Annotated[str, typer.Argument(metavar="[FILE|-]")] = "-",
    form: Annotated[str | None, typer.Option("--format", metavar="csv|xlsx|jsonl")] = None,
    team: Annotated[str | None, typer.Option("--team")] = None,
) -> None:
    t = speak()
    chosen = form or (Path(file).suffix.lstrip(".").lower() if file != "-" else "csv") or "csv"
    if chosen not in exports.FORMATS:
        raise typer.BadParameter(
            t("export-format-wrong", form=chosen, forms=list(exports.FORMATS)),
            param_hint="--format",
        )
    if table not in takeaways.TABLES:
        raise typer.BadParameter(
            t("export-table-wrong", table=table, tables=list(takeaways.TABLES)),
            param_hint="TABLE",
        )
    with told(), opened_store() as store, _out(file) as out:
        workspace = workspace_of(store, team)
        store.ask(workspace.id, takeaways.write, table, chosen, out, system_clock())


@contextmanager
def _out(file: str) -> Iterator[BinaryIO]:
    if file == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with Path(file).open("wb") as out:
        yield out


def backup(file: Path, force: Annotated[bool, typer.Option("--force")] = False) -> None:
    with told():
        if file.exists() and not force:
            raise Trouble(speak()("backup-exists", file=str(file)))
        with opened_store() as store:
            count = backups.save(store.engine, file)
        print(speak()("backup-done", count=count, file=str(file)))


def restore(file: Path) -> None:
    with told(), opened_store() as store:
        count = backups.load(store.engine, file)
        print(speak()("restore-done", count=count, file=str(file)))
