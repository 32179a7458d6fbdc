"""Help with examples, and a kind word for a line that nobody understands."""

from slack_bolt.async_app import AsyncApp

from bot.domain.parsing_slack import unescape
from bot.domain.parsing_verbs import not_understood
from bot.ids import CRM, DEAL
from bot.views import help
from handlers.asking import Asking
from handlers.commands import VERBS_OF, says

LOOKS_UP = {DEAL: "show", CRM: "find"}
"""What a line without a verb may have meant: its words may be a name."""


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("help")])(show)
    app.command(CRM, matchers=[says("help")])(show)
    app.command(DEAL)(refuse)
    app.command(CRM)(refuse)


async def show(asking: Asking) -> None:
    command = asking.body["command"].removeprefix("/")
    await asking.answer(help.build(command, asking.t, asking.actor.person.role))


async def refuse(asking: Asking) -> None:
    command = asking.body["command"]
    line = unescape(asking.text).strip()
    raise not_understood(command, line, VERBS_OF[command], LOOKS_UP[command])
