"""Which process is at work on something, and whether it still lives."""

import os
import socket
from datetime import datetime, timedelta
from uuid import uuid4

PATIENCE = timedelta(minutes=2)
"""How long a process that can't be looked at may keep silent before it is taken for dead."""

_TOKEN = uuid4().hex[:12]
"""Tells this process from an earlier one with the same number, as in containers."""


def myself() -> str:
    return f"{socket.gethostname()[:64]}:{os.getpid()}:{_TOKEN}"


def is_alive(runner: str, heard_at: datetime, now: datetime) -> bool:
    """Whether a process of this machine runs, or one elsewhere was heard of lately."""
    if runner == myself():
        return True
    if now - heard_at > PATIENCE:
        return False
    host, number, _token = runner.rsplit(":", 2)
    if host != socket.gethostname()[:64]:
        return True
    return int(number) != os.getpid() and _runs(int(number))


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
