"""How much slower is the work than an empty answer? Medians over signed HTTP, one client."""

import hashlib
import hmac
import statistics
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from rich.console import Console
from rich.table import Table

from bench.server import DEALS, SECRET

PORT = 8791
ROUNDS = 300
MOST_TIMES = 8
"""What the issue allows `/log` against a bare /ping."""


def _signed(command: str, text: str) -> tuple[bytes, dict[str, str]]:
    fields = {
        "command": command,
        "text": text,
        "user_id": "U1",
        "team_id": "T1",
        "channel_id": "C1",
        "trigger_id": "1.1",
        "response_url": f"http://127.0.0.1:{PORT}/api/response",
    }
    body = urlencode(fields)
    at = str(int(time.time()))
    digest = hmac.new(SECRET.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
    return body.encode(), {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": at,
        "x-slack-signature": f"v0={digest}",
    }


def _measure(connection: HTTPConnection, path: str, command: str, texts: list[str]) -> float:
    """The median milliseconds of an answer."""
    took = []
    for text in texts:
        body, headers = _signed(command, text)
        begun = time.perf_counter()
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        said = answer.read()
        took.append((time.perf_counter() - begun) * 1000)
        if answer.status != 200 or b"broke" in said:
            raise SystemExit(f"{command} {text}: {answer.status} {said[:200]!r}")
    return statistics.median(took)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [sys.executable, "-m", "bench.server", str(PORT), str(Path(folder) / "bench.db")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert server.stdout is not None
        server.stdout.readline()
        try:
            rows = _all(HTTPConnection("127.0.0.1", PORT))
        finally:
            server.terminate() if server.stdin is None else server.stdin.close()
            server.wait(20)
    return _report(rows)


def _all(connection: HTTPConnection) -> dict[str, float]:
    numbers = [number * 37 % DEALS for number in range(ROUNDS)]
    exact = [
        f"call Deal {n:05d} Account {n % 500:04d} - all well > send quote friday" for n in numbers
    ]
    for warm in (["ping"] * 50, exact[:20]):
        path, command = ("/ping", "/ping") if warm[0] == "ping" else ("/slack/events", "/log")
        _measure(connection, path, command, warm)
    # Turn about, so that whatever else the machine does slows both alike.
    pings, logs = [], []
    for text in exact:
        pings.append(_measure(connection, "/ping", "/ping", ["x"]))
        logs.append(_measure(connection, "/slack/events", "/log", [text]))
    return {
        "/ping (bare Bolt)": statistics.median(pings),
        "/log, whole name": statistics.median(logs),
        "/log, no separator": _measure(
            connection, "/slack/events", "/log", [f"call Deal {n:05d} all is well" for n in numbers]
        ),
        "/log, a typo": _measure(
            connection, "/slack/events", "/log", [f"call Daal {n:05d} - hm" for n in numbers[:30]]
        ),
        "/deal show": _measure(
            connection, "/slack/events", "/deal", [f"show Deal {n:05d}" for n in numbers]
        ),
        "/deal list mine": _measure(connection, "/slack/events", "/deal", ["list mine"] * 50),
        "/crm find": _measure(connection, "/slack/events", "/crm", ["find 0042"] * 50),
    }


def _report(rows: dict[str, float]) -> int:
    ping = rows["/ping (bare Bolt)"]
    table = Table("", "median ms", "× /ping", title=f"Signed HTTP, {DEALS:,} deals, SQLite")
    for name, took in rows.items():
        table.add_row(name, f"{took:.2f}", f"{took / ping:.1f}")
    Console().print(table)
    times = rows["/log, whole name"] / ping
    print(f"/log takes {times:.1f} × a bare /ping (at most {MOST_TIMES})")
    return 0 if times <= MOST_TIMES else 1


if __name__ == "__main__":
    raise SystemExit(main())
