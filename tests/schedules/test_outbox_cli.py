"""`pipekeeper outbox`: what waits, what died of what, and what is sent again."""

from datetime import timedelta

import pytest

from bot.messenger import LEASE
from tests.makers import START
from tests.schedules.promises import POST, doubts, posted, promise, states
from tests.schedules.stage import Stage
from tests.schedules.test_jobs_cli import environment, pipekeeper

__all__ = ["environment"]

Printed = pytest.CaptureFixture[str]


async def died(played: Stage, reason: str = "user_disabled", key: str = "1") -> int:
    letter_id = promise(played, key, lasts=timedelta(days=36_500))
    played.sandbox.faults.refuse(POST, reason)
    await played.messenger.drain()
    return letter_id


async def died_in_doubt(played: Stage) -> int:
    letter_id = promise(played)
    await posted(played)
    played.clock.advance(seconds=LEASE.total_seconds())
    played.sandbox.faults.refuse("conversations.history", "missing_scope")
    await played.messenger.drain()
    return letter_id


async def test_the_list_counts_all_and_names_what_waits_and_what_died(
    played: Stage, environment: pytest.MonkeyPatch, capsys: Printed
) -> None:
    environment.setenv("COLUMNS", "160")
    await died(played)
    promise(played, "2")
    await played.messenger.drain()
    promise(played, "3")
    assert await pipekeeper("outbox", "list") == 0
    told = capsys.readouterr().out
    assert "waiting 1, sent 1, could not be sent 1, expired 0, no longer needed 0" in told
    assert "user_disabled" in told
    assert told.count("Rob Rep") == 2
    assert await pipekeeper("outbox", "list", "--state", "sent") == 0
    assert capsys.readouterr().out.count("Rob Rep") == 1


async def test_a_dead_letter_is_explained_with_what_can_be_done(
    played: Stage, environment: object, capsys: Printed
) -> None:
    letter_id = await died(played)
    assert await pipekeeper("outbox", "show", str(letter_id)) == 0
    told = capsys.readouterr().out
    assert "user_disabled" in told
    assert "Slack lets nobody write to this person" in told
    assert f"`pipekeeper outbox resend {letter_id}`" in told


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("is_archived", "cannot write in this channel"),
        ("missing_scope", "lacks a permission"),
        ("msg_too_long", "a fault of ours"),
        ("team_access_not_granted", "all that is known"),
    ],
)
async def test_every_reason_has_its_advice(
    played: Stage, environment: object, capsys: Printed, reason: str, says: str
) -> None:
    letter_id = await died(played, reason)
    assert await pipekeeper("outbox", "show", str(letter_id)) == 0
    assert says in capsys.readouterr().out


async def test_what_may_have_arrived_is_said_to(
    played: Stage, environment: pytest.MonkeyPatch, capsys: Printed
) -> None:
    letter_id = await died_in_doubt(played)
    assert await pipekeeper("outbox", "show", str(letter_id)) == 0
    assert "Look there yourself" in capsys.readouterr().out
    environment.setenv("LANG", "ko_KR.UTF-8")
    assert await pipekeeper("outbox", "show", str(letter_id)) == 0
    assert "직접 확인하시고" in capsys.readouterr().out


async def test_a_dead_letter_is_sent_again(
    played: Stage, environment: object, capsys: Printed
) -> None:
    letter_id = await died(played)
    assert await pipekeeper("outbox", "resend", str(letter_id)) == 0
    assert f"{letter_id}: sent" in capsys.readouterr().out
    assert states(played) == [("sent", None)]
    assert len(played.inbox(played.team.rep)) == 1


async def test_what_dies_again_ends_the_command_with_one(
    played: Stage, environment: object, capsys: Printed
) -> None:
    letter_id = await died(played)
    played.sandbox.faults.refuse(POST, "user_disabled")
    assert await pipekeeper("outbox", "resend", str(letter_id)) == 1
    told = capsys.readouterr()
    assert f"{letter_id}: could not be sent (user_disabled)" in told.out
    assert "1 letter was not sent" in told.err


async def test_all_leaves_out_what_may_have_arrived(
    played: Stage, environment: object, capsys: Printed
) -> None:
    doubtful = await died_in_doubt(played)
    await died(played, key="2")
    assert await pipekeeper("outbox", "resend", "--all") == 0
    assert [state for state, _ in states(played)] == ["dead", "sent"]
    assert doubts(played) == [True, False]
    assert await pipekeeper("outbox", "resend", str(doubtful)) == 0
    assert [state for state, _ in states(played)] == ["sent", "sent"]
    assert await pipekeeper("outbox", "resend", "--all") == 0
    assert "nothing that could not be sent" in capsys.readouterr().out


async def test_an_expired_letter_can_be_sent_all_the_same(
    played: Stage, environment: object
) -> None:
    letter_id = promise(played, lasts=timedelta(hours=1))
    played.clock.set(START + timedelta(hours=2))
    await played.messenger.drain()
    assert states(played) == [("expired", None)]
    assert await pipekeeper("outbox", "resend", str(letter_id)) == 0
    assert states(played) == [("sent", None)]


async def test_what_was_sent_is_not_sent_again(
    played: Stage, environment: object, capsys: Printed
) -> None:
    letter_id = promise(played)
    await played.messenger.drain()
    assert await pipekeeper("outbox", "resend", str(letter_id)) == 1
    assert f"letter {letter_id} cannot be sent again" in capsys.readouterr().err
    assert len(played.inbox(played.team.rep)) == 1


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (("show", "99"), 1),
        (("resend", "99"), 1),
        (("resend",), 2),
        (("resend", "1", "--all"), 2),
        (("list", "--state", "lost"), 2),
        (("show", "one"), 2),
    ],
)
async def test_what_is_not_there_and_wrong_usage_end_as_elsewhere(
    played: Stage, environment: object, capsys: Printed, line: tuple[str, ...], status: int
) -> None:
    assert await pipekeeper("outbox", *line) == status
    assert "Traceback" not in capsys.readouterr().err


async def test_without_a_token_nothing_is_put_back(
    played: Stage, environment: pytest.MonkeyPatch
) -> None:
    letter_id = await died(played)
    environment.delenv("SLACK_BOT_TOKEN")
    assert await pipekeeper("outbox", "resend", str(letter_id)) == 1
    assert states(played) == [("dead", "user_disabled")]


async def test_the_doctor_tells_of_what_died_and_of_what_nobody_sends(
    played: Stage, environment: pytest.MonkeyPatch, capsys: Printed
) -> None:
    environment.setenv("COLUMNS", "200")
    environment.setenv("SLACK_SIGNING_SECRET", "secret")
    await died(played)
    assert await pipekeeper("doctor") == 0
    assert "1 letter could not be sent; `pipekeeper outbox list` says why." in (
        capsys.readouterr().out
    )
    promise(played, "2")
    assert await pipekeeper("doctor") == 1
    assert "Letters have been overdue since" in capsys.readouterr().out
