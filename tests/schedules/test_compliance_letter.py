"""What leaders read on Monday of how the teams stand: measures, and what to make of them."""

from datetime import UTC, datetime, timedelta

from tests.makers import make_deal
from tests.schedules.stage import Stage

MONDAY = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


async def test_the_leader_reads_who_needs_help_and_how_far_to_trust_it(played: Stage) -> None:
    make_deal(played.store, played.team.rep, "Acme", at=MONDAY - timedelta(days=80))
    await played.at(MONDAY)
    letters = [str(one["blocks"]) for one in played.inbox(played.team.leader)]
    (said,) = [one for one in letters if "Compliance" in one and "How far to trust it" in one]
    assert "*North*: " in said
    assert "a next step on 1 more open deal" in said
    assert "1 stale deal touched, held or closed" in said
    assert "0% of 1 open deals were touched within the last 30 days" in said
    assert "'type': 'line'" in said
    assert "Over 12 whole weeks" in said
