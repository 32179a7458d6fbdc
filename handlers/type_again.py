"""A line that named nothing goes in once more, mended by a tap, by the door that all lines take."""

import json
import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.domain.parsing_slack import escaped
from bot.domain.refusal import Refusal
from bot.ids import LINE_AGAIN
from bot.usecases import retyping
from bot.views import carry
from handlers.asking import Asking


def register(app: AsyncApp) -> None:
    async def press(asking: Asking) -> None:
        draft_id = carry.number(asking.value, "draft")
        if draft_id is None:
            raise Refusal("draft-gone")
        nth = carry.number(asking.value, "nth") or 0
        command, line = await asking.transact(retyping.take, asking.actor, draft_id, nth)
        answer = await go_on(app, asking, command, line)
        if answer is None:
            await asking.ack()
        else:
            await asking.answer(answer, replace=True)

    app.action(re.compile(rf"^{re.escape(LINE_AGAIN)}\."))(press)


async def go_on(app: AsyncApp, asking: Asking, command: str, line: str) -> dict[str, Any] | None:
    """What the bot answers to the line as if it had been typed here and now; None where it opened
    a form, or answers by itself."""
    body = asking.body
    typed = {
        "command": command,
        "text": escaped(line),
        "team_id": asking.actor.workspace.slack_team_id,
        "team_domain": (body.get("team") or {}).get("domain") or "",
        "user_id": asking.actor.person.slack_user_id,
        "channel_id": asking.channel,
        "trigger_id": body.get("trigger_id"),
        "response_url": asking.reply_to,
    }
    said = await app.async_dispatch(AsyncBoltRequest(body=typed, mode="socket_mode"))
    return json.loads(said.body) if said.body else None
