"""Slack tells of someone new, or of a change in someone's profile: we know them at once."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.usecases import roster
from handlers.asking import Asking


def register(app: AsyncApp) -> None:
    app.event("team_join")(take_over)
    app.event("user_change")(take_over)


async def take_over(asking: Asking, event: dict[str, Any]) -> None:
    workspace = asking.actor.workspace
    team_id = str(workspace.slack_team_id)
    profile = roster.profile_of(event["user"], frozenset({team_id}), workspace.tz)
    await asking.transact(roster.meet, team_id, "", profile, profile.slack_user_id, asking.now)
