"""Taking back: by the button under an answer, or `/deal undo` step by step."""

import re

from slack_bolt.async_app import AsyncApp

from bot.ids import DEAL, UNDO
from bot.usecases import undoing
from bot.views import carry, done
from handlers.asking import Asking
from handlers.commands import says


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("undo")])(command)
    app.action(re.compile(rf"^{re.escape(UNDO)}(\.|$)"))(press)


async def command(asking: Asking) -> None:
    undone = await asking.transact(undoing.undo, asking.actor, None, asking.now)
    await asking.answer(done.undone(undone, asking.t))


async def press(asking: Asking) -> None:
    act_id = carry.number(asking.value, "act")
    undone = await asking.transact(undoing.undo, asking.actor, act_id, asking.now)
    await asking.answer(done.undone(undone, asking.t), replace=True)
