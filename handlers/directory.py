"""Who is in a Slack workspace, for names that were typed and that nobody met so far has."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.names import key_of

log = structlog.get_logger(__name__)

PAGE, MOST_PAGES = 1_000, 5
"""Slack gives at most a thousand people a page; in a larger workspace Slack's own mentions help."""

PATIENCE_SECONDS = 1.5
"""The answer to a command has to come within three seconds."""

LASTS = timedelta(minutes=10)


class Directory:
    """Slack's list of people, read when a name asks for it and kept for a while."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[datetime, list[dict[str, Any]]]] = {}

    async def called(
        self, client: AsyncWebClient, team_id: str, name: str, now: datetime
    ) -> list[dict[str, Any]]:
        """Slack's user objects of whoever is called so: by display name, real name or handle, the
        whole of it or its first word. Nobody where Slack does not answer in time."""
        at, users = self._read.get(team_id, (None, []))
        if at is None or not timedelta() <= now - at < LASTS:
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    users = await _everyone(client)
            except (SlackApiError, ClientError, TimeoutError) as failed:
                reason = (str(failed) or type(failed).__name__).splitlines()[0]
                log.warning("directory.unanswered", reason=reason)
                return []
            self._read[team_id] = now, users
        return [user for user in users if key_of(name) in _keys(user)]


async def _everyone(client: AsyncWebClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor = ""
    for _ in range(MOST_PAGES):
        told = await client.users_list(limit=PAGE, cursor=cursor, include_locale=True)
        found += told.get("members") or []
        cursor = (told.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            break
    return found


def _keys(user: dict[str, Any]) -> set[str]:
    return {key_of(name) for name in _names(user)}


def _names(user: dict[str, Any]) -> Iterator[str]:
    told = user.get("profile") or {}
    for name in (told.get("display_name"), told.get("real_name"), user.get("name")):
        if name:
            yield name
            yield from name.split()[:1]
