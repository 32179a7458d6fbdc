"""Slack's channels as rooms need them: one made, one entered; what Slack refuses, in our words."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.refusal import Refusal
from bot.domain.rooms import Channel
from bot.unsent import Limited, Refused, Unreachable, Unsent, answered

PATIENCE_SECONDS = 2.4
"""Whoever asks waits for the answer, and Slack waits three seconds for ours."""

ON_A_PAGE = 999
MOST_PAGES = 4

_MAY_NOT = frozenset(
    {"restricted_action", "cannot_create_channel", "user_is_restricted", "not_allowed_token_type"}
)
_NOT_SEEN = frozenset(
    {"channel_not_found", "not_in_channel", "method_not_supported_for_channel_type"}
)


async def create(client: AsyncWebClient, bot_user_id: str, name: str, is_private: bool) -> Channel:
    """A new channel with nobody but the bot in it. Raises Refusal.

    One that we made and did not come to tie (the process died between) is taken for it.
    """
    async with _in_time():
        try:
            call = client.conversations_create(name=name, is_private=is_private)
            told = await answered("conversations.create", call)
        except Refused as refused:
            if str(refused) != "name_taken":
                raise _refusal(refused) from refused
            left = await _left_over(client, bot_user_id, name, is_private=is_private)
            if left is None:
                raise Refusal("room-name-taken", channel=name, field="name") from refused
            return left
        except Unsent as failed:
            raise _refusal(failed) from failed
    return _channel(told["channel"])


async def _left_over(
    client: AsyncWebClient, bot_user_id: str, name: str, *, is_private: bool
) -> Channel | None:
    """A channel of the name that the bot made, and in which there is nobody else."""
    cursor = ""
    for _page in range(MOST_PAGES):
        call = client.conversations_list(
            types="private_channel" if is_private else "public_channel",
            exclude_archived=True,
            limit=ON_A_PAGE,
            cursor=cursor,
        )
        told = await _or_refusal("conversations.list", call)
        for one in told["channels"]:
            alone = int(one.get("num_members") or 0) <= 1
            if one.get("name") == name and one.get("creator") == bot_user_id and alone:
                return _channel(one)
        cursor = (told.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            break
    return None


async def enter(client: AsyncWebClient, channel_id: str) -> Channel:
    """A channel that is there, with the bot in it from now on. Raises Refusal."""
    async with _in_time():
        told = await _or_refusal(
            "conversations.info", client.conversations_info(channel=channel_id)
        )
        one = told["channel"]
        if one.get("is_im") or one.get("is_mpim"):
            raise Refusal("room-not-here")
        if one.get("is_archived"):
            raise Refusal("room-archived")
        if one.get("is_ext_shared") or one.get("is_pending_ext_shared"):
            raise Refusal("room-shared")
        if not one.get("is_member"):
            if one.get("is_private"):
                raise Refusal("room-invite-me")
            await _or_refusal("conversations.join", client.conversations_join(channel=channel_id))
    return _channel(one)


async def _or_refusal(method: str, call: Awaitable[Any]) -> Any:
    try:
        return await answered(method, call)
    except Unsent as failed:
        raise _refusal(failed) from failed


def _refusal(failed: Unsent) -> Refusal:
    code = str(failed)
    if isinstance(failed, Limited):
        return Refusal("room-slack-busy")
    if isinstance(failed, Unreachable):
        return Refusal("room-slack-away")
    if code == "missing_scope":
        return Refusal("room-scope")
    if code in _MAY_NOT:
        return Refusal("room-restricted")
    if code in _NOT_SEEN:
        return Refusal("room-invite-me")
    if code == "is_archived":
        return Refusal("room-archived")
    if code.startswith("invalid_name"):
        return Refusal("room-name-odd", field="name")
    return Refusal("room-refused", reason=code)


class _in_time:  # noqa: N801 - reads as a word at its use
    """A block that must end before Slack gives up on us; a late one is a refusal."""

    def __init__(self) -> None:
        self._timeout = asyncio.timeout(PATIENCE_SECONDS)

    async def __aenter__(self) -> None:
        await self._timeout.__aenter__()

    async def __aexit__(self, kind: Any, fault: Any, traceback: Any) -> None:
        try:
            await self._timeout.__aexit__(kind, fault, traceback)
        except TimeoutError as late:
            raise Refusal("room-slack-away") from late


def _channel(told: dict[str, Any]) -> Channel:
    return Channel(str(told["id"]), str(told.get("name") or ""), bool(told.get("is_private")))
