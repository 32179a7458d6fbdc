"""An admin quiets a kind of question that the report has shown to move nobody."""

import re

from slack_bolt.async_app import AsyncApp

from bot.domain.measuring import Told
from bot.ids import NUDGE_QUIET
from bot.usecases import report_nudges
from bot.views import carry, nudge_effect
from handlers.asking import Asking


def register(app: AsyncApp) -> None:
    app.action(re.compile(rf"^{re.escape(NUDGE_QUIET)}\."))(press)


async def press(asking: Asking) -> None:
    kind = Told(carry.unpack(asking.value)["kind"])
    act_id = await asking.transact(report_nudges.quiet, asking.actor, kind, asking.now)
    await asking.answer(nudge_effect.quieted(kind.value, act_id, asking.t))
