"""Running the bot, and what an operator needs before: migrate, doctor, manifest."""

import asyncio
import json
from typing import Annotated

import typer
import uvloop

from bot import manifest as slack_manifest
from bot.cli import doctor as checks
from bot.cli.opening import opened_store
from bot.cli.trouble import Trouble, settings, speak, told
from bot.log import configure
from bot.running import until_told_to_stop
from bot.serving import listen
from bot.settings import Settings, forget_proxies
from store import migrate as migrations
from store.engine import Store


def register(app: typer.Typer) -> None:
    t = speak()
    app.command(help=t("cli-help-run"))(run)
    app.command(help=t("cli-help-migrate"))(migrate)
    app.command(help=t("cli-help-doctor"))(doctor)
    app.command(help=t("cli-help-manifest"))(manifest)


def run() -> None:
    with told():
        wanted = settings()
        _require_slack(wanted)
        configure(wanted.log_level, wanted.log_format)
        forget_proxies()
        with opened_store(wanted) as store:
            try:
                listener = listen(wanted.port)
            except OSError as taken:
                raise Trouble(
                    speak()("cli-port-taken", port=str(wanted.port), reason=taken.strerror or "")
                ) from taken
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                runner.run(until_told_to_stop(wanted, store, listener))


def _require_slack(wanted: Settings) -> None:
    if wanted.slack_bot_token is None:
        raise Trouble(speak()("cli-token-missing"))
    if not wanted.by_socket and wanted.slack_signing_secret is None:
        raise Trouble(speak()("cli-secret-missing"))


def migrate() -> None:
    with told():
        store = Store(settings().database_url)
        try:
            migrations.upgrade(store.engine)
        finally:
            store.close()
        print(speak()("cli-migrated"))


def doctor() -> None:
    with told():
        wanted = settings()
        forget_proxies()
        if not asyncio.run(checks.examine(wanted)):
            raise typer.Exit(1)


def manifest(
    request_url: Annotated[
        str | None, typer.Option(help="https://…/slack/events, for HTTP instead of Socket Mode")
    ] = None,
) -> None:
    with told():
        domain = settings().pipekeeper_link_domain
        made = slack_manifest.build(request_url, link_domain=domain)
        print(json.dumps(made, indent=2, ensure_ascii=False))
