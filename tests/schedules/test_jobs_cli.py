"""`pipekeeper jobs`: what there is, and one run by hand for any moment, decided and sent."""

import asyncio
import logging
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
import structlog

from bot.__main__ import main
from tests.makers import START, make_deal
from tests.schedules.stage import Stage, runs

LONG_AGO = START - timedelta(days=40)


@pytest.fixture
def environment(
    played: Stage, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[pytest.MonkeyPatch]:
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("SLACK_API_URL", played.api_url)
    monkeypatch.setenv("SLACK_BOT_TOKEN", played.sandbox.tokens.bot)
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield monkeypatch
    root.handlers = handlers
    root.setLevel(level)
    structlog.reset_defaults()


async def pipekeeper(*line: str) -> int:
    """The exit status of a command, run beside the played Slack's own loop."""

    def run() -> int:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["pipekeeper", *line])
            with pytest.raises(SystemExit) as ended:
                main()
        return int(ended.value.code or 0)

    return await asyncio.to_thread(run)


async def test_a_job_is_run_for_any_moment_and_what_it_decides_is_sent(
    played: Stage, environment: object, capsys: pytest.CaptureFixture[str]
) -> None:
    make_deal(played.store, played.team.rep, "Acme pilot", at=LONG_AGO)
    assert await pipekeeper("jobs", "run", "nudges", "--at", "2026-03-02T09:30:00-05:00") == 0
    told = capsys.readouterr().out
    assert "Rob Rep: asked about 1 deal" in told
    assert "김하늘: not now; it is Mon, Mar 2, 2026 23:30 in Asia/Seoul" in told
    assert "1 message sent." in told
    assert len(played.inbox(played.team.rep)) == 1
    assert ("nudges", datetime(2026, 3, 2, 14, 30, tzinfo=UTC), 1) in runs(
        played.store, played.team.id
    )


async def test_the_same_again_sends_nothing_and_says_why(
    played: Stage, environment: object, capsys: pytest.CaptureFixture[str]
) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    line = ("jobs", "run", "nudges", "--at", "2026-03-02T14:30:00")
    assert [await pipekeeper(*line), await pipekeeper(*line)] == [0, 0]
    told = capsys.readouterr().out
    assert "Rob Rep: asked today already" in told
    assert "Nothing was sent." in told
    assert len(played.inbox(played.team.rep)) == 1


async def test_the_digest_is_made_up_at_any_moment_of_a_managers_monday(
    played: Stage, environment: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await pipekeeper("jobs", "run", "digest", "--at", "2026-03-16T17:59:00Z") == 0
    assert "Mona Major: told the week" in capsys.readouterr().out
    assert len(played.inbox(played.team.manager)) == 1
    assert await pipekeeper("jobs", "run", "digest", "--at", "2026-03-17T09:00:00Z") == 0
    assert "Mona Major: not now; it is Tue, Mar 17, 2026 09:00 in UTC" in capsys.readouterr().out


async def test_a_slack_that_refuses_makes_the_run_fail_in_one_line(
    played: Stage, environment: object, capsys: pytest.CaptureFixture[str]
) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    played.sandbox.faults.revoke_token()
    assert await pipekeeper("jobs", "run", "nudges", "--at", "2026-03-02T14:30:00Z") == 1
    complaint = [
        line for line in capsys.readouterr().err.splitlines() if line.startswith("pipekeeper:")
    ]
    assert complaint == ["pipekeeper: 1 message could not be sent: token_revoked"]


@pytest.mark.parametrize(
    "line", [("nudges", "--at", "half past nine"), ("gardening",), ("nudges", "--when", "now")]
)
async def test_wrong_usage_ends_with_two(
    played: Stage, environment: object, capsys: pytest.CaptureFixture[str], line: tuple[str, ...]
) -> None:
    assert await pipekeeper("jobs", "run", *line) == 2
    assert "Traceback" not in capsys.readouterr().err


async def test_without_a_token_nothing_is_decided(
    played: Stage, environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    environment.delenv("SLACK_BOT_TOKEN")
    assert await pipekeeper("jobs", "run", "nudges", "--at", "2026-03-02T14:30:00Z") == 1
    assert "SLACK_BOT_TOKEN is not set" in capsys.readouterr().err
    assert played.outbox() == []


async def test_the_list_says_what_runs_next_in_which_zone(
    played: Stage, environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.setenv("COLUMNS", "160")
    assert await pipekeeper("jobs", "list") == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("nudges", "digest", "Asia/Seoul", "America/New_York"))
    environment.setenv("LANG", "ko_KR.UTF-8")
    assert await pipekeeper("jobs", "list") == 0
    assert "다음 실행" in capsys.readouterr().out


async def test_leaders_are_told_how_the_teams_stand(
    played: Stage, environment: object, capsys: pytest.CaptureFixture[str]
) -> None:
    make_deal(played.store, played.team.rep, "Quiet", at=LONG_AGO)
    assert await pipekeeper("jobs", "run", "compliance", "--at", "2026-03-09T12:00:00Z") == 0
    assert "Lena Lead: told how the teams stand" in capsys.readouterr().out
    (told,) = played.inbox(played.team.leader)
    assert told["text"].startswith("*Compliance*")
    said = str(told["blocks"])
    assert "North" in said
    assert "missed" in said
    assert await pipekeeper("jobs", "run", "compliance", "--at", "2026-03-09T13:00:00Z") == 0
    assert "told this week already" in capsys.readouterr().out
    assert len(played.inbox(played.team.leader)) == 1


async def test_asked_for_by_name_it_comes_though_the_digest_told_of_it(
    played: Stage, environment: object
) -> None:
    make_deal(played.store, played.team.rep, "Quiet", at=LONG_AGO)
    assert await pipekeeper("jobs", "run", "digest", "--at", "2026-03-09T12:00:00Z") == 0
    assert await pipekeeper("jobs", "run", "compliance", "--at", "2026-03-09T12:00:00Z") == 0
    digest, told = played.inbox(played.team.leader)
    assert "How far to trust it" in str(digest["blocks"])
    assert told["text"].startswith("*Compliance*")


@pytest.mark.parametrize("name", ["nudges", "digest", "followups", "escalations", "compliance"])
async def test_every_job_of_the_contract_runs(
    played: Stage, environment: object, name: str
) -> None:
    assert await pipekeeper("jobs", "run", name, "--at", "2026-03-09T12:00:00Z") == 0


async def test_every_run_is_listed_with_what_was_sent_and_who_was_skipped_why(
    played: Stage, environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.setenv("COLUMNS", "200")
    assert await pipekeeper("jobs", "history") == 0
    assert "No job has run yet" in capsys.readouterr().out
    make_deal(played.store, played.team.rep, at=LONG_AGO)
    await pipekeeper("jobs", "run", "nudges", "--at", "2026-03-02T14:30:00")
    await pipekeeper("jobs", "run", "digest", "--at", "2026-03-02T14:30:00")
    capsys.readouterr()
    assert await pipekeeper("jobs", "history", "nudges") == 0
    (line,) = [one for one in capsys.readouterr().out.splitlines() if "nudges" in one]
    cells = [cell.strip() for cell in line.strip("│").split("│")]
    assert cells[4:6] == ["1", "1"]
    assert cells[6] == "nothing stale 4 · outside their hours 1"
    assert await pipekeeper("jobs", "history", "naps") == 2
    assert "there is no job naps" in capsys.readouterr().err


async def test_followups_send_before_its_time_exactly_what_is_due_at_the_moment(
    played: Stage, environment: object, capsys: pytest.CaptureFixture[str]
) -> None:
    make_deal(
        played.store,
        played.team.rep,
        "Acme pilot",
        next_step="call back",
        next_step_due_on=date(2026, 3, 1),
        next_step_time=time(20),
        at=LONG_AGO,
    )
    for at, sent in (("19:29", 0), ("19:30", 1), ("19:31", 0)):
        assert await pipekeeper("jobs", "run", "followups", "--at", f"2026-03-01T{at}-05:00") == 0
        told = capsys.readouterr().out
        assert ("Rob Rep: reminded of a next step before its time" in told) == bool(sent), at
        assert len(played.inbox(played.team.rep)) == (at != "19:29")
