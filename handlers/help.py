"""Help with examples, and a kind word for a line that nobody understands."""

from slack_bolt.async_app import AsyncApp

from bot.domain.refusal import Refusal
from bot.ids import CRM, DEAL
from bot.views import help
from handlers.asking import Asking
from handlers.commands import says


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("help")])(show)
    app.command(CRM, matchers=[says("help")])(show)
    app.command(DEAL)(not_understood)
    app.command(CRM)(not_understood)


async def show(asking: Asking) -> None:
    await asking.answer(help.build(asking.body["command"].removeprefix("/"), asking.t))


async def not_understood(asking: Asking) -> None:
    raise Refusal("not-understood", command=asking.body["command"])
