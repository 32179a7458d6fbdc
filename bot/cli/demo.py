"""`pipekeeper demo`: the sandbox, with a sample team and the real bot behind it."""

import asyncio
import webbrowser
from typing import Annotated

import typer
import uvloop

from bot.cli.trouble import Trouble, speak, told
from bot.log import configure
from bot.sandbox.demo import Door, stage
from bot.settings import forget_proxies


def register(app: typer.Typer) -> None:
    app.command(help=speak()("cli-help-demo"))(demo)


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8700,
    browser: Annotated[bool, typer.Option("--browser/--no-browser")] = True,
    door: Annotated[
        Door, typer.Option(help="How the bot is reached: socket or http")
    ] = Door.SOCKET,
) -> None:
    with told():
        configure("warning", "text")
        forget_proxies()

        def ready(url: str) -> None:
            print(speak()("cli-demo-ready", url=url), flush=True)
            if browser:
                webbrowser.open(url)

        try:
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                runner.run(stage(port, door, ready))
        except OSError as taken:
            reason = taken.strerror or ""
            raise Trouble(speak()("cli-demo-port-taken", port=str(port), reason=reason)) from taken
