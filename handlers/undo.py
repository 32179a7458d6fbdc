"""Taking back: by the button under an answer, or `/deal undo` step by step; and doing again."""

import re

from slack_bolt.async_app import AsyncApp

from bot.ids import DEAL, REDO, UNDO
from bot.usecases import redoing, undoing
from bot.views import carry, done
from handlers.asking import Asking
from handlers.commands import says


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("undo")])(command)
    app.action(re.compile(rf"^{re.escape(UNDO)}(\.|$)"))(press)
    app.action(REDO)(redo)


async def command(asking: Asking) -> None:
    undone = await asking.transact(undoing.undo, asking.actor, None, asking.now)
    await asking.answer(done.undone(undone, asking.t, asking.today))


async def press(asking: Asking) -> None:
    act_id = carry.number(asking.value, "act")
    undone = await asking.transact(undoing.undo, asking.actor, act_id, asking.now)
    await asking.answer(done.undone(undone, asking.t, asking.today), replace=True)


async def redo(asking: Asking) -> None:
    act_id = carry.number(asking.value, "act") or 0
    redone = await asking.transact(redoing.redo, asking.actor, act_id, asking.now)
    await asking.answer(done.redone(redone, asking.t, asking.today), replace=True)
