"""Slack promises every delivery at least once: what comes twice is done once."""

import pytest
from sqlalchemy import func, select

from bot.once import delivery_of
from store.schema import ActivityRow, DealRow
from tests.journeys.stage import Stage, by_http


async def test_a_command_delivered_twice_is_done_once(stage: Stage) -> None:
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    await stage.type("U1", "/log call Acme - they like it")
    again = await stage.sandbox.deliver_again()
    assert "they like it" in str(again)
    assert await _count(stage, ActivityRow) == 1
    await stage.type("U1", "/log call Acme - they like it")
    assert await _count(stage, ActivityRow) == 2


@by_http
async def test_a_team_of_too_long_a_name_is_refused(stage: Stage) -> None:
    told = await stage.type("U4", f"/crm people set @Jonas team:{'x' * 200}")
    assert "at most 80" in str(told)
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    assert await _count(stage, DealRow) == 1


@pytest.mark.parametrize(
    ("body", "is_known"),
    [
        ({"event_id": "Ev1", "type": "event_callback"}, True),
        ({"command": "/log", "trigger_id": "133.738.8088ab"}, True),
        ({"command": "/log", "trigger_id": "1.1"}, False),
        ({"type": "block_suggestion"}, False),
        ({"event_id": None}, False),
    ],
)
def test_what_tells_a_delivery_apart(body: dict[str, str], is_known: bool) -> None:
    assert (delivery_of(body, {}) is not None) == is_known
    assert delivery_of(body, {}) == delivery_of(dict(body), {})
    if is_known and "event_id" not in body:
        assert delivery_of(body, {}) != delivery_of(body | {"text": "other words"}, {})


def test_the_same_typed_again_is_another_delivery() -> None:
    body = {"command": "/deal", "text": "list", "trigger_id": "133.738.8088ab"}
    first, later = ({"x-slack-signature": [f"v0={sign}"]} for sign in "ab")
    assert delivery_of(body, first) == delivery_of(dict(body), first)
    assert delivery_of(body, first) != delivery_of(body, later)
    assert delivery_of(body, first) != delivery_of(body | {"text": "list all"}, first)


async def _count(stage: Stage, row: type[ActivityRow | DealRow]) -> int | None:
    question = select(func.count()).select_from(row)
    return await stage.store.read(1, lambda session: session.scalar(question))
