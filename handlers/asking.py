"""Who asks, from where, and the one way to answer them."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient
from sqlalchemy.orm import Session

from bot.behind import Behind
from bot.bringing import Bringing
from bot.domain.outcomes import Lacking, Step
from bot.domain.people import Actor
from bot.i18n import Translator
from bot.slack import Unfetched
from bot.views import carry, sheet
from store import drafts
from store.engine import Store

P = ParamSpec("P")
T = TypeVar("T")

MOST_IN_ACK = 19_000
"""Slack drops Socket Mode answers from 20 KB on without a word."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One request of one person. `t` speaks their language; `now` is the moment they asked; deals
    have links where there is a `link_domain`."""

    actor: Actor
    t: Translator
    now: datetime
    body: dict[str, Any]
    client: AsyncWebClient
    ack: AsyncAck
    store: Store
    behind: Behind
    webhook: Callable[[str], AsyncWebhookClient]
    bringing: Bringing
    fetch: Callable[[str, int], Awaitable[bytes | Unfetched]]
    link_domain: str | None = None

    @property
    def today(self) -> date:
        return self.actor.today(self.now)

    @property
    def text(self) -> str:
        """What stands behind a slash command."""
        return str(self.body.get("text") or "")

    @property
    def channel(self) -> str:
        """Where a command was typed or a message's button pressed; "" elsewhere."""
        told: str | None = self.body.get("channel_id")
        return str(told or (self.body.get("channel") or {}).get("id") or "")

    @property
    def value(self) -> str:
        """What the pressed button, chosen option or submitted form brings back."""
        if self._is_sent_form:
            return str(self.body["view"].get("private_metadata") or "")
        pressed: dict[str, Any] = (self.body.get("actions") or [{}])[0]
        picked = pressed.get("selected_option") or pressed
        return str(picked.get("value") or "")

    @property
    def reply_to(self) -> str | None:
        """The response_url to answer at: the request's own, or the one that a form carried."""
        own: str | None = self.body.get("response_url")
        return own or carry.unpack(self.value).get("reply")

    def carried(self, **ids: int | str | None) -> str:
        """A form's private_metadata: ids, where to answer once it is sent, and the card of plain
        words that it was opened from."""
        held = carry.unpack(self.value)
        card = {name: held[name] for name in ("said", "card") if name in held}
        return carry.pack(**(card | ids), reply=self.reply_to)

    async def transact(
        self, act: Callable[Concatenate[Session, P], T], *args: P.args, **facts: P.kwargs
    ) -> T:
        """Makes one act in one transaction; what it promised to tell is sent at once after.

        A form that was opened from a card of plain words uses its draft up with the act, so that
        it is done once, however often it is sent.
        """
        said = carry.number(self.value, "said") if self._is_sent_form else None
        if said is None:
            return await self.store.transact(self.actor.workspace.id, act, *args, **facts)

        def done_once(session: Session) -> T:
            made = act(session, *args, **facts)
            if not isinstance(made, Step | Lacking):
                drafts.take(session, self.actor.id, said)
            return made

        return await self.store.transact(self.actor.workspace.id, done_once)

    async def read(
        self, question: Callable[Concatenate[Session, P], T], *args: P.args, **facts: P.kwargs
    ) -> T:
        return await self.store.read(self.actor.workspace.id, question, *args, **facts)

    async def answer(self, page: dict[str, Any], *, replace: bool = False) -> None:
        """Shows a page to the asker alone, where they asked.

        A command is answered in its acknowledgement; a button or a form by its response_url
        (`replace` puts the page in the place of the message whose button was pressed), a button
        inside a modal or App Home by a sheet, and a form that knows no other way by a direct
        message.
        """
        is_command = "command" in self.body
        if is_command and len(json.dumps(page)) < MOST_IN_ACK:
            await self.ack({"response_type": "ephemeral", **page})
            return
        if "actions" in self.body and self.reply_to is None and "view" in self.body:
            await self._show_sheet(page)
            return
        await self.ack()
        self.behind.start(self._post(page, replace), "answer")

    async def answer_richly(
        self, page: dict[str, Any], plain: dict[str, Any], *, replace: bool = False
    ) -> None:
        """A page with Slack's newest blocks; its plain twin where a workspace refuses those."""
        if self.reply_to is None:
            await self.answer(plain, replace=replace)
            return
        await self.ack()
        self.behind.start(self._post_either(page, plain, replace), "answer")

    async def _post_either(
        self, page: dict[str, Any], plain: dict[str, Any], replace: bool
    ) -> None:
        webhook = self.webhook(str(self.reply_to))
        common = {"response_type": "ephemeral", "replace_original": replace}
        said = await webhook.send_dict({**common, **page})
        if said.status_code >= 400:
            await webhook.send_dict({**common, **plain})

    async def _show_sheet(self, page: dict[str, Any]) -> None:
        """On top of a form or App Home; in the place of another sheet, since Slack stacks no
        more than three."""
        about = str(self.body["actions"][0]["action_id"]).partition(".")[0]
        on_sheet = self._in_modal and not self.body["view"].get("submit")
        if on_sheet:
            view = sheet.build(page, self.t, about)
            await self.client.views_update(view_id=self.body["view"]["id"], view=view)
            await self.ack()
        else:
            await self.open(sheet.build(page, self.t, about))

    async def _post(self, page: dict[str, Any], replace: bool) -> None:
        card = carry.unpack(self.value).get("card") if self._is_sent_form else None
        if card is not None:
            channel, _, ts = card.partition(":")
            await self.client.chat_update(channel=channel, ts=ts, **page)
            return
        if self.reply_to is None:
            await self.client.chat_postMessage(channel=str(self.actor.person.slack_user_id), **page)
            return
        await self.webhook(self.reply_to).send_dict(
            {"response_type": "ephemeral", "replace_original": replace, **page}
        )

    async def open(self, view: dict[str, Any]) -> str:
        """Opens a form (on top of an open one, where a form's button was pressed); its id."""
        call: Callable[..., Awaitable[Any]] = self.client.views_open
        if self.body.get("container", {}).get("type") == "view" and self._in_modal:
            call = self.client.views_push
        opened = await call(trigger_id=self.body["trigger_id"], view=view)
        await self.ack()
        return str(opened["view"]["id"])

    async def redraw(self, view: dict[str, Any]) -> None:
        """Puts another form in the place of the one just sent, for what it still wants. A long
        one goes by the Web API behind a short one: Slack drops long answers to Socket Mode."""
        if len(json.dumps(view)) < MOST_IN_ACK:
            await self.ack(response_action="update", view=view)
            return
        short = sheet.build({"blocks": []}, self.t)
        await self.ack(response_action="update", view=short)
        view_id = self.body["view"]["id"]
        self.redraw_behind(view_id, view)

    def redraw_behind(self, view_id: str, view: dict[str, Any]) -> None:
        """Draws a form anew that lies below, or that goes on being filled in."""
        self.behind.start(self._update(view_id, view), "form")

    async def _update(self, view_id: str, view: dict[str, Any]) -> None:
        await self.client.views_update(view_id=view_id, view=view)

    @property
    def _is_sent_form(self) -> bool:
        return "view" in self.body and "actions" not in self.body

    @property
    def _in_modal(self) -> bool:
        return bool(self.body.get("view", {}).get("type") == "modal")
