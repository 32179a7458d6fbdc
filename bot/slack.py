"""Slack's Web API as the bot reaches it: one HTTP session, one base URL, known faults retried."""

from enum import StrEnum
from http import HTTPStatus

import aiohttp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

TIMEOUT_SECONDS = 8
FETCH_SECONDS = 120
"""A file of 50 MB over a slow line."""


class Unfetched(StrEnum):
    """Why a file could not be had."""

    TOO_HEAVY = "too-heavy"
    UNREACHABLE = "unreachable"


class Slack:
    """The clients that share a session; made inside a running loop, closed at the end."""

    def __init__(self, base_url: str, token: str) -> None:
        self.session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=TIMEOUT_SECONDS), trust_env=False
        )
        self.client = AsyncWebClient(
            token=token, base_url=base_url, session=self.session, timeout=TIMEOUT_SECONDS
        )
        self.bare_client = AsyncWebClient(
            base_url=base_url, session=self.session, timeout=TIMEOUT_SECONDS
        )
        """For Bolt, which puts the token of each request's workspace into a copy of it."""
        self._token = token
        self._authorized: AuthorizeResult | None = None

    async def authorize(self) -> AuthorizeResult:
        """Whom the token belongs to, asked once: Bolt would otherwise ask at every request."""
        if self._authorized is None:
            told = await self.client.auth_test()
            self._authorized = AuthorizeResult(
                enterprise_id=told.get("enterprise_id"),
                team_id=told.get("team_id"),
                bot_token=self._token,
                bot_id=told.get("bot_id"),
                bot_user_id=told.get("user_id"),
            )
        return self._authorized

    def webhook(self, url: str) -> AsyncWebhookClient:
        """The client of one response_url; limited rates are waited out, nothing else retried."""
        return AsyncWebhookClient(
            url,
            session=self.session,
            timeout=TIMEOUT_SECONDS,
            retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=2)],
        )

    async def fetch(self, file_id: str, most: int) -> bytes | Unfetched:
        """A file's bytes, with our token (scope files:read), or why there are none."""
        try:
            told = (await self.client.files_info(file=file_id))["file"]
            if int(told.get("size") or 0) > most:
                return Unfetched.TOO_HEAVY
            url = str(told.get("url_private_download") or told.get("url_private"))
            headers = {"Authorization": f"Bearer {self._token}"}
            timeout = aiohttp.ClientTimeout(total=FETCH_SECONDS)
            async with self.session.get(url, headers=headers, timeout=timeout) as answer:
                is_page = answer.content_type == "text/html"  # Slack's sign-in, without the scope
                if answer.status != HTTPStatus.OK or is_page:
                    return Unfetched.UNREACHABLE
                return await answer.read()
        except (SlackApiError, aiohttp.ClientError, TimeoutError):
            return Unfetched.UNREACHABLE

    async def close(self) -> None:
        await self.session.close()
