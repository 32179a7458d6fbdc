"""Logging a message to a deal, from the message's own menu: its words, who wrote it, and where."""

from slack_bolt.async_app import AsyncApp

from bot.domain import messages
from bot.domain.deal import ActivityKind
from bot.domain.outcomes import Report
from bot.ids import SHORTCUT_MESSAGE
from bot.usecases import rooms, seeking
from bot.views import log_form
from handlers.asking import Asking
from store import stages


def register(app: AsyncApp) -> None:
    app.message_shortcut(SHORTCUT_MESSAGE)(open_form)


async def open_form(asking: Asking) -> None:
    """The form, with the message's words as the note, and the deal that they clearly name, or that
    the room is about."""
    said = messages.read(asking.body)
    deal = await asking.read(seeking.deal_named_in, asking.actor, said.text)
    if deal is None:
        deal = await asking.read(rooms.deal_of, asking.channel)
    playbook = await asking.read(stages.in_force)
    form = log_form.build(
        asking.t,
        playbook,
        asking.today,
        asking.carried(by=said.by, at=said.permalink),
        deal,
        Report(kind=ActivityKind.NOTE.value, note=said.text),
        title=asking.t("log-message-title"),
    )
    await asking.open(form)
