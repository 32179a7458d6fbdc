"""Several deals could be meant: the one chosen goes on with the line that was typed."""

import re

from slack_bolt.async_app import AsyncApp

from bot.domain.outcomes import Target
from bot.domain.refusal import Refusal
from bot.ids import CHOOSE
from bot.views import carry
from handlers import typed
from handlers.asking import Asking
from store import drafts


def register(app: AsyncApp) -> None:
    app.action(re.compile(rf"^{re.escape(CHOOSE)}\."))(choose)


async def choose(asking: Asking) -> None:
    draft_id = carry.number(asking.value, "draft")
    if draft_id is None:
        raise Refusal("draft-gone")
    verb, line = await asking.transact(drafts.take, asking.actor.id, draft_id)
    target = Target(carry.number(asking.value, "deal"), carry.number(asking.value, "account"))
    await typed.run(typed.STORIES[verb], line, asking, target, replace=True)
