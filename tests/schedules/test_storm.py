"""Real processes on PostgreSQL, killed at random moments, against a Slack that fails at random."""

import pytest

from bench.storm import Storm, rage
from tests.databases import PostgresServerOfTests


@pytest.mark.postgres
async def test_in_a_storm_every_message_arrives_once_and_no_limit_is_exceeded(
    postgres_databases: PostgresServerOfTests,
) -> None:
    """`python -m bench.outbox` plays the same with 20,000."""
    url = postgres_databases.copy()
    storm = Storm(messages=300, channels=100, speed=20, lull=3)
    out = await rage(url, storm, patience=120)
    postgres_databases.drop(url)
    assert out.arrived == {f"storm:{number}": 1 for number in range(storm.messages)}
    assert out.states == {"sent": storm.messages}
    assert out.exceeded == {}
    assert out.most_in_a_minute <= 320
    assert out.deaths >= 2
    assert all(out.faults[fault] for fault in ("429", "500", "taken, no answer"))
