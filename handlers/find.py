"""Finding anything by any words, and what is on today."""

from slack_bolt.async_app import AsyncApp

from bot.ids import CRM, FIND_FORM, FIND_OPEN
from bot.usecases import lists, seeking
from bot.views import find_form, found, hub, sheet, today
from handlers.asking import Asking
from handlers.commands import line_of, says


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("find")])(find)
    app.command(CRM, matchers=[says("today")])(show_today)
    app.command(CRM, matchers=[says("")])(open_hub)
    app.action(FIND_OPEN)(open_form)
    app.view(FIND_FORM)(submit)


async def find(asking: Asking) -> None:
    finds = await asking.read(seeking.find, asking.actor, line_of(asking.body), asking.now)
    await asking.answer(found.build(finds, asking.t))


async def open_form(asking: Asking) -> None:
    await asking.open(find_form.build(asking.t))


async def submit(asking: Asking) -> None:
    """What was found takes the place of the form."""
    words = find_form.read(asking.body["view"]["state"]["values"])
    finds = await asking.read(seeking.find, asking.actor, words, asking.now)
    await asking.redraw(sheet.build(found.build(finds, asking.t), asking.t, "find"))


async def show_today(asking: Asking) -> None:
    day = await asking.read(lists.today, asking.actor, asking.now)
    await asking.answer(today.build(day, asking.t))


async def open_hub(asking: Asking) -> None:
    day = await asking.read(lists.today, asking.actor, asking.now)
    await asking.open(hub.modal(day, asking.t))
