"""Whom and what the gallery's pages are about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from bot.domain.deal import Deal, Status
from bot.domain.people import Person, Role
from bot.domain.signals import Finding, Signal

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
DAY = date(2026, 3, 4)

REP = Person(
    id=1,
    slack_user_id="U1",
    name="Rob Rep",
    role=Role.REP,
    manager_id=2,
    team="North",
    locale="en-US",
    tz="UTC",
    workday_start=time(9),
    workday_end=time(18),
    working_days=frozenset({1, 2, 3, 4, 5}),
    joined_on=date(2025, 1, 1),
    gone_on=None,
    barred=None,
    profile_at=None,
)
BOSS = replace(REP, id=2, slack_user_id=None, name="Mona <Major>", role=Role.MANAGER, team="")

DEAL = Deal(
    id=7,
    name="Acme pilot",
    account_id=3,
    account_name="Acme",
    owner_id=1,
    owner_name="Rob Rep",
    owner_slack_id="U1",
    stage_key="proposal",
    status=Status.OPEN,
    amount=Decimal("12000.50"),
    currency="USD",
    closes_on=date(2026, 4, 30),
    next_step="send quote",
    next_step_due_on=date(2026, 3, 2),
    created_at=NOW - timedelta(days=40),
    stage_entered_at=NOW - timedelta(days=20),
    last_touch_at=NOW - timedelta(days=12),
    last_activity_at=NOW - timedelta(days=12),
    closed_at=None,
    close_reason=None,
    held_until=None,
    hold_reason=None,
    probability=50,
    playbook_version=1,
    external_id=None,
    version=3,
)
SILENT = Finding(Signal.SILENT, date(2026, 2, 20), 8)
OVERDUE = Finding(Signal.NO_NEXT_STEP, date(2026, 3, 2), 2)

Scale = Callable[[str], str]
"""What is done to people's own words: nothing, or stretched to the longest there is."""
