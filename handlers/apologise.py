"""The one door for everything that did not work: a refusal is answered, a fault apologised for."""

import secrets
from collections.abc import Callable
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.behind import Behind
from bot.domain.parsing_slack import unescape
from bot.domain.refusal import Refusal, Refusals, Unknown
from bot.i18n import Translator, translator
from bot.usecases import retyping
from bot.views import sheet, sorry
from bot.views.blocks import Page
from handlers.asking import Asking
from handlers.said import is_file, is_said, said_in
from store.workspaces import DEFAULT_LOCALE

log = structlog.get_logger(__name__)

TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_expired"})
"""What Slack says to a form opened later than three seconds after the tap."""


class Apologise:
    """Turns what was raised into words beside the field, in the reply, or with a reference."""

    def __init__(self, behind: Behind, webhook: Callable[[str], AsyncWebhookClient]) -> None:
        self._behind = behind
        self._webhook = webhook

    def register(self, app: AsyncApp) -> None:
        app.error(self.apologise)

    async def apologise(
        self, error: Exception, body: dict[str, Any], context: AsyncBoltContext
    ) -> BoltResponse:
        t = translator(context.get("language") or DEFAULT_LOCALE)
        refusal = _refusal(error)
        if refusal is None:
            reference = secrets.token_hex(4).upper()
            log.error("fault", reference=reference, exc_info=error)
            refusal = Refusal("fault", reference=reference)
        if body.get("type") == "view_submission":
            return BoltResponse(status=200, body=_beside_field(refusal, body, t))
        if body.get("type") == "block_suggestion":
            return BoltResponse(status=200, body={"options": []})
        page = sorry.build(refusal, t, _typed(body), await _kept(refusal, body, context))
        if "command" in body:
            return BoltResponse(status=200, body={"response_type": "ephemeral", **page})
        if "response_url" in body:
            self._behind.start(self._respond(body["response_url"], page), "refusal")
        elif _is_talk(body.get("event") or {}) and context.client is not None:
            said = said_in(body["event"])
            self._behind.start(context.client.chat_postMessage(**said.answered(page)), "refusal")
        return BoltResponse(status=200, body="")

    async def _respond(self, url: str, page: Page) -> None:
        await self._webhook(url).send_dict(
            {"response_type": "ephemeral", "replace_original": False, **page}
        )


def _is_talk(event: dict[str, Any]) -> bool:
    return is_said(event) or is_file(event)


def _refusal(error: Exception) -> Refusal | None:
    if isinstance(error, Refusal):
        return error
    if isinstance(error, SlackApiError) and error.response.get("error") in TOO_LATE:
        return Refusal("form-too-late")
    return None


def _typed(body: dict[str, Any]) -> str:
    """What was typed behind a command, to be handed back with the refusal."""
    if "command" not in body:
        return ""
    return f"{body['command']} {unescape(body.get('text') or '')}".strip()


async def _kept(refusal: Refusal, body: dict[str, Any], context: AsyncBoltContext) -> int | None:
    """The number under which a line is kept that names nothing, so that a tap goes on with it."""
    asking: Asking | None = context.get("asking")
    if asking is None or "command" not in body or not isinstance(refusal, Unknown):
        return None
    puts = [one.put for one in refusal.instead]
    line = unescape(asking.text).strip()
    return await asking.transact(
        retyping.keep, asking.actor, body["command"], line, refusal.typed, puts, asking.now
    )


def _beside_field(refusal: Refusal, body: dict[str, Any], t: Translator) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = body["view"]["blocks"]
    inputs = [block["block_id"] for block in blocks if block["type"] == "input"]
    if not inputs:
        return {"response_action": "update", "view": sheet.build(sorry.build(refusal, t), t)}
    errors: dict[str, str] = {}
    for one in refusal.every if isinstance(refusal, Refusals) else (refusal,):
        place = one.field if one.field in inputs else inputs[0]
        errors.setdefault(str(place), sorry.sentence(one, t))
    return {"response_action": "errors", "errors": errors}
