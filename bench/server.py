"""The server under measurement: the bot at 10,000 deals and a bare Bolt /ping, one process."""

import asyncio
import sys
from decimal import Decimal
from pathlib import Path

import uvloop
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from bot import doors
from bot.app import Pipekeeper
from bot.clock import system_clock
from bot.domain.people import Role
from bot.log import configure
from bot.serving import listen, serve
from bot.slack import Slack
from store import deals, history, migrate, people, scope, stages, workspaces
from store.accounts import add
from store.engine import Store

SECRET = "bench"
ACCOUNTS, DEALS = 500, 10_000


async def _slack_api(request: Request) -> Response:
    """As much of Slack as one command needs."""
    user = {"id": "U1", "team_id": "T1", "name": "rep", "tz": "Europe/Berlin", "locale": "en-US"}
    told: dict[str, dict[str, object]] = {
        "auth.test": {"team_id": "T1", "user_id": "UB", "bot_id": "B1"},
        "users.info": {"user": user},
    }
    return JSONResponse({"ok": True, **told.get(request.path_params["method"], {})})


def _bare_ping() -> AsyncApp:
    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None, team_id="T1", bot_token="xoxb-b", bot_user_id="UB"
        )

    app = AsyncApp(signing_secret=SECRET, authorize=authorize, process_before_response=True)

    async def ping(ack: AsyncAck) -> None:
        await ack("pong")

    app.command("/ping")(ping)
    return app


def fill(session: Session) -> None:
    now = system_clock()
    workspace = workspaces.meet(session, "T1", "Bench", now)
    scope.bind(session, workspace.id)
    rep = people.add(
        session,
        name="rep",
        slack_user_id="U1",
        role=Role.REP,
        locale="en-US",
        tz="Europe/Berlin",
        joined_on=now.date(),
    )
    act = history.begin(session, rep.id, "bench", now)
    accounts = [add(act, f"Account {number:04d}", rep.id) for number in range(ACCOUNTS)]
    first = stages.in_force(session).first
    for number in range(DEALS):
        deals.add(
            act,
            name=f"Deal {number:05d} {accounts[number % ACCOUNTS].name}",
            account_id=accounts[number % ACCOUNTS].id,
            owner_id=rep.id,
            stage=first,
            amount=Decimal(number),
            currency="USD",
            closes_on=None,
        )


async def main(port: int, database: str) -> None:
    configure("error", "text")
    store = Store(database)
    migrate.upgrade(store.engine)
    store.run(None, fill)
    listener = listen(port, "127.0.0.1")
    slack = Slack(f"http://127.0.0.1:{port}/api/", "xoxb-bench")
    bot = Pipekeeper(store, slack, system_clock)
    ping = AsyncSlackRequestHandler(_bare_ping())

    async def pong(request: Request) -> Response:
        answer: Response = await ping.handle(request)
        return answer

    app = Starlette(
        routes=[
            Route("/api/{method}", _slack_api, methods=["GET", "POST"]),
            Route("/ping", pong, methods=["POST"]),
            Mount("/", doors.build(doors.SlackDoor(bot.bolt, SECRET), bot.ready)),
        ]
    )
    async with serve(app, listener):
        await bot.start()
        print("ready", flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await bot.stop()
    store.close()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(int(sys.argv[1]), f"sqlite:///{Path(sys.argv[2])}"))
