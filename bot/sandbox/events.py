"""Events on their way to the app: only those it subscribed to, retried as Slack retries."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.sandbox.agenda import Agenda
from bot.sandbox.app_manifest import InstalledApp
from bot.sandbox.delivery import Courier, Parcel, Undelivered
from bot.sandbox.messages import Message
from bot.sandbox.payloads import Payloads
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Channel, Workspace

RETRY_AFTER = (timedelta(), timedelta(minutes=1), timedelta(minutes=5))


class Events:
    """Told what happens in the workspace, tells the app."""

    def __init__(
        self,
        ws: Workspace,
        app: InstalledApp,
        payloads: Payloads,
        courier: Courier,
        agenda: Agenda,
    ) -> None:
        self._ws = ws
        self._app = app
        self._payloads = payloads
        self._courier = courier
        self._agenda = agenda
        self._under_way: set[asyncio.Task[None]] = set()

    def tell(self, event: Json, subscription: str | None = None) -> asyncio.Task[None] | None:
        """Sends the event behind the scenes, if the app has asked for its kind."""
        if (subscription or event["type"]) not in self._app.events:
            return None
        event = {"event_ts": self._ws.new_ts(), **event}
        title = f"event {event['type']}" + (f" {event['subtype']}" if "subtype" in event else "")
        parcel = Parcel("events_api", self._payloads.event(event), title, answerable=False)
        return self._begin(parcel)

    def posted(self, message: Message) -> None:
        """A new message: to those who listen to its kind of channel, and to whom it mentions."""
        channel = self._ws.channels[message.channel]
        if message.is_ephemeral or self._app.bot_user_id not in channel.members:
            return
        event = self._payloads.message(message) | _in(channel)
        self.tell(event, _subscription(channel))
        if f"<@{self._app.bot_user_id}" in message.text and not channel.is_im:
            self.tell(event | {"type": "app_mention"})
        self._tell_links(message)

    def changed(self, message: Message) -> None:
        channel = self._ws.channels[message.channel]
        if not message.is_ephemeral and self._app.bot_user_id in channel.members:
            told = {
                "type": "message",
                "subtype": "message_changed",
                "message": self._payloads.message(message),
                "hidden": True,
                "ts": message.edited_ts or message.ts,
            }
            self.tell(told | _in(channel), _subscription(channel))

    def deleted(self, message: Message) -> None:
        channel = self._ws.channels[message.channel]
        if not message.is_ephemeral and self._app.bot_user_id in channel.members:
            told = {
                "type": "message",
                "subtype": "message_deleted",
                "deleted_ts": message.ts,
                "previous_message": self._payloads.message(message),
                "hidden": True,
                "ts": self._ws.new_ts(),
            }
            self.tell(told | _in(channel), _subscription(channel))

    async def settled(self) -> None:
        """Returns when no event is under way (retries of later minutes are not waited for)."""
        while self._under_way:
            await asyncio.gather(*self._under_way)

    async def stop(self) -> None:
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    def _tell_links(self, message: Message) -> None:
        links = [
            {"domain": domain, "url": url}
            for url in _urls(message.text)
            for domain in self._app.unfurl_domains
            if f"//{domain}" in url or f".{domain}" in url
        ]
        if links:
            self.tell(
                {
                    "type": "link_shared",
                    "channel": message.channel,
                    "user": message.user,
                    "message_ts": message.ts,
                    "links": links,
                }
            )

    def _begin(self, parcel: Parcel) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(self._send(parcel), name=parcel.title)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task

    async def _send(self, parcel: Parcel) -> None:
        try:
            await self._courier.deliver(parcel)
        except Undelivered as trouble:
            self._plan_retry(parcel, trouble)

    def _plan_retry(self, parcel: Parcel, trouble: Undelivered) -> None:
        if trouble.no_retry or parcel.retry_num >= len(RETRY_AFTER):
            return
        again = replace(parcel, retry_num=parcel.retry_num + 1, retry_reason=trouble.reason)
        after = RETRY_AFTER[parcel.retry_num]
        if not after:
            self._begin(again)
            return

        async def retry() -> None:
            self._begin(again)

        self._agenda.put(self._ws.clock() + after, retry)


def _in(channel: Channel) -> Json:
    return {"channel": channel.id, "channel_type": "im" if channel.is_im else "channel"}


def _subscription(channel: Channel) -> str:
    if channel.is_im:
        return "message.im"
    return "message.groups" if channel.is_private else "message.channels"


def _urls(text: str) -> list[str]:
    parts = text.split("<")
    found = [part.split(">")[0].split("|")[0] for part in parts[1:]]
    return [one for one in found if one.startswith("http")]
