"""The command line, run in the test's own process on a database of its own."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bot.__main__ import main


@dataclass(frozen=True, slots=True)
class Said:
    """A command's exit status, and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def pipekeeper(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Run:
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def run(*line: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["pipekeeper", *line])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        return Said(int(ended.value.code or 0), out, err)

    return run
