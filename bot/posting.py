"""One letter put into Slack, and found again where nobody knows whether it arrived."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog
from aiohttp import ClientError
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import pacing
from bot.letter import Letter
from bot.turns import Turns
from bot.unsent import BlocksRefused, Refused, Unknown, Unreachable, answered
from bot.views.blocks import Page
from bot.views.chart import Chart
from store.outbox import Delivery

log = structlog.get_logger(__name__)

EVENT = "pipekeeper_delivery"
"""The metadata by which a message can be found again in its conversation."""

ON_A_PAGE = 200
MOST_PAGES = 5
"""How far back a message is looked for: it is minutes old, or of before a long downtime."""


class TooFarBack(Refused):
    """The conversation has gone on for so long that the message could not be ruled out."""


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a message stands; `chart` is what a workspace without charts is still to be shown."""

    channel: str
    ts: str
    chart: Chart | None = None


class Post:
    """Slack's side of the outbox. Whoever calls has taken the turn for the call itself."""

    def __init__(self, client: AsyncWebClient, turns: Turns) -> None:
        self._client = _without_retries(client)
        self._turns = turns

    async def send(self, letter: Letter, target: str, delivery: Delivery) -> Posted:
        """Posts a message. Raises Unsent."""
        try:
            return Posted(*await self._message(target, letter.page, delivery))
        except BlocksRefused:
            if letter.plain_page is None:
                raise
        return Posted(*await self._message(target, letter.plain_page, delivery), letter.chart)

    async def quiet_until(
        self, workspace_id: int, user_ids: Sequence[str], now: datetime
    ) -> dict[str, datetime]:
        """Of those who want to be left alone just now (Slack's do-not-disturb), until when. Those
        whom Slack tells nothing of are not among them."""
        await self._turns.take(workspace_id, pacing.QUIET)
        told = await answered(pacing.QUIET, self._client.dnd_teamInfo(users=",".join(user_ids)))
        spans = {
            user_id: (int(one["next_dnd_start_ts"]), int(one["next_dnd_end_ts"]))
            for user_id, one in (told.get("users") or {}).items()
            if one.get("dnd_enabled")
        }
        return {
            user_id: datetime.fromtimestamp(ends, UTC)
            for user_id, (begins, ends) in spans.items()
            if begins <= now.timestamp() < ends
        }

    async def redraw(self, page: Page, channel: str, ts: str) -> None:
        """Changes a message that stands already: twice does no harm. Raises Unsent."""
        try:
            await answered(pacing.UPDATE, self._client.chat_update(channel=channel, ts=ts, **page))
        except Unknown as failed:
            raise Unreachable(str(failed)) from failed

    async def find(self, delivery: Delivery, target: str) -> Posted | None:
        """The delivery's message, if it stands there. Raises Unsent, TooFarBack."""
        workspace_id, channel = delivery.workspace_id, target
        if target[0] in "UW":
            await self._turns.take(workspace_id, pacing.OPEN)
            opened = await answered(pacing.OPEN, self._client.conversations_open(users=target))
            channel = str(opened["channel"]["id"])
        cursor = ""
        for _page in range(MOST_PAGES):
            await self._turns.take(workspace_id, pacing.HISTORY)
            told = await answered(
                pacing.HISTORY,
                self._client.conversations_history(
                    channel=channel, cursor=cursor, limit=ON_A_PAGE, include_all_metadata=True
                ),
            )
            for message in told["messages"]:
                if _is_of(message, delivery):
                    return Posted(channel, str(message["ts"]))
            cursor = (told.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return None
        raise TooFarBack(f"{target}: not among the newest {MOST_PAGES * ON_A_PAGE} messages")

    async def _message(self, target: str, page: Page, delivery: Delivery) -> tuple[str, str]:
        told = await answered(
            pacing.MESSAGE,
            self._client.chat_postMessage(
                channel=target,
                unfurl_links=False,
                unfurl_media=False,
                metadata=metadata(delivery),
                **page,
            ),
        )
        return str(told["channel"]), str(told["ts"])

    async def picture(self, chart: Chart, channel: str) -> None:
        """The chart below its message, as a picture: at most once, and the message stands
        without it too."""
        picture = await asyncio.to_thread(chart.picture)
        try:
            await self._client.files_upload_v2(
                channel=channel,
                filename="chart.png",
                title=chart.title,
                alt_txt=chart.title,
                content=picture,
            )
        except (SlackClientError, ClientError, TimeoutError) as failed:
            log.warning("picture.unsent", channel=channel, reason=str(failed).splitlines()[0])


def metadata(delivery: Delivery) -> dict[str, Any]:
    """The row's number and its key: a restored database may give a number out again."""
    payload = {"delivery": delivery.id, "key": delivery.key}
    return {"event_type": EVENT, "event_payload": payload}


def _is_of(message: dict[str, Any], delivery: Delivery) -> bool:
    told, ours = message.get("metadata") or {}, metadata(delivery)
    return all(told.get(name) == value for name, value in ours.items())


def _without_retries(client: AsyncWebClient) -> AsyncWebClient:
    """The outbox tries again by itself; the SDK's own second try could post a message twice."""
    return AsyncWebClient(
        token=client.token,
        base_url=client.base_url,
        timeout=client.timeout,
        session=client.session,
        retry_handlers=[],
    )
