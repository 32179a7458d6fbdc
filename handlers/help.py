"""Help with examples, on a command or on one word of it, and a kind word for a line that nobody
understands."""

from slack_bolt.async_app import AsyncApp

from bot.domain.help_topics import Topic, no_topic, topic_of
from bot.domain.parsing_slack import unescape
from bot.domain.parsing_verbs import not_understood
from bot.domain.people import Role
from bot.ids import CRM, DEAL
from bot.views import help
from handlers.asking import Asking
from handlers.commands import VERBS_OF, line_of, says

LOOKS_UP = {DEAL: "show", CRM: "find"}
"""What a line without a verb may have meant: its words may be a name."""


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("help")])(show)
    app.command(CRM, matchers=[says("help")])(show)
    app.command(DEAL)(refuse)
    app.command(CRM)(refuse)


async def show(asking: Asking) -> None:
    line, command = line_of(asking.body), asking.body["command"]
    topic = topic_of(line, command.removeprefix("/"))
    if topic is None:
        typed = f"{command} {unescape(asking.text).strip().removesuffix(line).strip()}"
        is_admin = asking.actor.person.role is Role.ADMIN
        raise no_topic(line, typed, asking.t.language, is_admin=is_admin)
    await tell(asking, topic)


async def tell(asking: Asking, topic: Topic) -> None:
    await asking.answer(help.build(topic, asking.t, asking.actor.person.role))


async def refuse(asking: Asking) -> None:
    command = asking.body["command"]
    line = unescape(asking.text).strip()
    raise not_understood(command, line, VERBS_OF[command], LOOKS_UP[command])
