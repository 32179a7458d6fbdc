"""What leaders read on Monday of how the teams stand: measures, and what to make of them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.usecases import compliance, digests
from tests.makers import make_deal
from tests.schedules.stage import Stage, settle_in

MONDAY = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


async def test_the_leader_reads_who_needs_help_and_how_far_to_trust_it(played: Stage) -> None:
    make_deal(played.store, played.team.rep, "Acme", at=MONDAY - timedelta(days=80))
    await played.at(MONDAY)
    (letter,) = played.inbox(played.team.leader)
    said = str(letter["blocks"])
    assert "*North*: " in said
    assert "a next step on 1 more open deal" in said
    assert "1 stale deal touched, held or closed" in said
    assert "0% of 1 open deals were touched within the last 30 days" in said
    assert "'type': 'line'" in said
    assert "Over 12 whole weeks" in said


async def test_a_leaders_monday_is_one_message(played: Stage) -> None:
    make_deal(played.store, played.team.rep, "Acme", at=MONDAY - timedelta(days=80))
    await played.at(MONDAY)
    await played.at(MONDAY + timedelta(hours=3))
    (letter,) = played.inbox(played.team.leader)
    kinds = [one["type"] for one in letter["blocks"]]
    assert letter["text"].startswith("2 teams: ")
    assert (kinds.count("data_table"), kinds.count("data_visualization")) == (1, 1)
    assert played.outbox("compliance") == []


async def test_who_wants_no_digest_is_told_how_the_teams_stand_alone(played: Stage) -> None:
    settle_in(played.store, played.team.leader, muted="digest")
    make_deal(played.store, played.team.rep, "Acme", at=MONDAY - timedelta(days=80))
    await played.at(MONDAY)
    (letter,) = played.inbox(played.team.leader)
    assert letter["text"].startswith("*Compliance*")


async def test_what_was_told_by_itself_is_not_told_again_in_the_digest(played: Stage) -> None:
    make_deal(played.store, played.team.rep, "Acme", at=MONDAY - timedelta(days=80))
    leader = played.team.leader.person
    played.store.run(played.team.id, compliance.tell, leader, MONDAY)
    await played.at(MONDAY)
    first, digest = played.inbox(played.team.leader)
    assert first["text"].startswith("*Compliance*")
    assert "How far to trust it" not in str(digest["blocks"])


async def test_where_it_takes_long_to_count_the_digest_does_not_wait_for_it(
    played: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "MOST_CARRIED", 0)
    make_deal(played.store, played.team.rep, "Acme", at=MONDAY - timedelta(days=80))
    await played.at(MONDAY)
    digest, behind = played.inbox(played.team.leader)
    assert "How far to trust it" not in str(digest["blocks"])
    assert behind["text"].startswith("*Compliance*")
