"""`pipekeeper run` against any server that speaks Slack's Web API, nothing of the sandbox near."""

import asyncio
import hashlib
import hmac
import json
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
from aiohttp import web

SECRET = "process"


@dataclass
class PlainSlack:
    """As little of Slack as answers a bot: who it is, and who people are."""

    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    url: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given = await request.json() if "json" in request.content_type else await request.post()
        told: dict[str, Any] = {**request.query, **given}
        self.calls.append((method, told))
        if method == "auth.test":
            return web.json_response({"ok": True, "team_id": "T9", "user_id": "UB", "bot_id": "B"})
        if method == "users.info":
            user = {"id": told["user"], "team_id": "T9", "real_name": "Rita", "tz": "Asia/Seoul"}
            return web.json_response({"ok": True, "user": {**user, "locale": "en-US"}})
        return web.json_response({"ok": True, "channel": "D1", "ts": "1.2"})


@asynccontextmanager
async def plain_slack() -> AsyncIterator[PlainSlack]:
    slack = PlainSlack()
    app = web.Application()
    app.router.add_route("*", "/api/{method}", slack.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    slack.url = f"http://127.0.0.1:{port}/api"
    yield slack
    await runner.cleanup()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Bot:
    base: str
    process: asyncio.subprocess.Process
    http: aiohttp.ClientSession

    async def command(self, line: str, **change: str) -> tuple[int, str]:
        command, _, text = line.partition(" ")
        body = urlencode(
            {
                "command": command,
                "text": text,
                "user_id": "U1",
                "team_id": "T9",
                "trigger_id": "1.1",
                "response_url": f"{self.base}/nowhere",
            }
        )
        return await self.send(body.encode(), **change)

    async def send(
        self,
        body: bytes,
        kind: str = "application/x-www-form-urlencoded",
        at: str | None = None,
        secret: str = SECRET,
    ) -> tuple[int, str]:
        at = str(int(time.time())) if at is None else at
        digest = hmac.new(secret.encode(), f"v0:{at}:".encode() + body, hashlib.sha256)
        headers = {
            "content-type": kind,
            "x-slack-request-timestamp": at,
            "x-slack-signature": f"v0={digest.hexdigest()}",
        }
        async with self.http.post(f"{self.base}/slack/events", data=body, headers=headers) as said:
            return said.status, await said.text()

    async def get(self, path: str) -> tuple[int, str]:
        async with self.http.get(f"{self.base}{path}") as said:
            return said.status, await said.text()


@asynccontextmanager
async def running_bot(slack: PlainSlack, database_url: str) -> AsyncIterator[Bot]:
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "SLACK_BOT_TOKEN": "xoxb-9",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": slack.url,
        "DATABASE_URL": database_url,
        "PORT": str(port),
        "LOG_FORMAT": "json",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    async for line in process.stderr:
        if b'"running"' in line:
            break
    async with aiohttp.ClientSession() as http:
        bot = Bot(f"http://127.0.0.1:{port}", process, http)
        try:
            yield bot
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


@pytest.fixture
async def bot(empty_database_url: str) -> AsyncIterator[Bot]:
    async with plain_slack() as slack, running_bot(slack, empty_database_url) as found:
        yield found


async def test_it_answers_what_slack_signed_logs_no_word_of_it_and_ends_well(bot: Bot) -> None:
    """One life for all of it: a process takes seconds to begin."""
    await _it_answers(bot)
    await _it_refuses_what_slack_did_not_sign(bot)
    assert (await bot.command("/log call Zanzibar - confidential", secret="wrong"))[0] == 401
    assert (await bot.command("/log call Zanzibar - confidential"))[0] == 200
    bot.process.send_signal(signal.SIGTERM)
    assert bot.process.stderr is not None
    logged = await asyncio.wait_for(bot.process.stderr.read(), 10)
    assert await asyncio.wait_for(bot.process.wait(), 10) == 0
    assert b"stopping" in logged
    assert b"Zanzibar" not in logged
    assert b"xoxb-9" not in logged


async def _it_answers(bot: Bot) -> None:
    status, said = await bot.command("/deal new Acme pilot for Acme 12,000 USD closes next friday")
    assert status == 200
    assert json.loads(said)["response_type"] == "ephemeral"
    assert "Acme pilot" in said
    status, said = await bot.command("/log call Acme - they like the pilot &gt; send quote friday")
    assert (status, "send quote" in said) == (200, True)
    assert "Acme pilot" in (await bot.command("/crm find pilot"))[1]
    assert (await bot.get("/healthz"))[0] == 200
    status, checks = await bot.get("/readyz")
    assert (status, json.loads(checks)) == (200, {"database": True, "slack": True})
    assert "pipekeeper_request_seconds" in (await bot.get("/metrics"))[1]


async def _it_refuses_what_slack_did_not_sign(bot: Bot) -> None:
    assert (await bot.command("/crm today", secret="wrong"))[0] == 401
    assert (await bot.command("/crm today", at=str(int(time.time()) - 301)))[0] == 401
    assert (await bot.command("/crm today", at="yesterday"))[0] == 401
    assert (await bot.command("/crm today", at=""))[0] == 401
    assert (await bot.send(b"\xff\xfe=1"))[0] == 401
    assert (await bot.send(b"payload=%7Bhalf"))[0] == 400
    assert (await bot.send(b'{"half":', "application/json"))[0] == 400


@pytest.mark.parametrize(
    ("setting", "says"),
    [({}, "SLACK_BOT_TOKEN"), ({"SLACK_BOT_TOKEN": "xoxb-9"}, "SLACK_SIGNING_SECRET")],
)
async def test_what_is_missing_is_said_in_one_line(
    setting: dict[str, str], says: str, tmp_path: Path
) -> None:
    environment = {"PATH": os.environ["PATH"], **setting}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        env=environment,
        cwd=tmp_path,
        stderr=asyncio.subprocess.PIPE,
    )
    _, told = await process.communicate()
    assert process.returncode == 1
    assert says in told.decode()
    assert len(told.decode().strip().splitlines()) == 1
