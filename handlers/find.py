"""Finding anything by any words, and what is on today."""

from slack_bolt.async_app import AsyncApp

from bot.ids import CRM
from bot.usecases import lists, seeking
from bot.views import found, hub, today
from handlers.asking import Asking
from handlers.commands import line_of, says


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("find")])(find)
    app.command(CRM, matchers=[says("today")])(show_today)
    app.command(CRM, matchers=[says("")])(open_hub)
    app.event("app_home_opened")(open_home)


async def find(asking: Asking) -> None:
    finds = await asking.read(seeking.find, asking.actor, line_of(asking.body), asking.now)
    await asking.answer(found.build(finds, asking.t))


async def show_today(asking: Asking) -> None:
    day = await asking.read(lists.today, asking.actor, asking.now)
    await asking.answer(today.build(day, asking.t))


async def open_hub(asking: Asking) -> None:
    day = await asking.read(lists.today, asking.actor, asking.now)
    await asking.open(hub.modal(day, asking.t))


async def open_home(asking: Asking) -> None:
    if asking.body["event"].get("tab") != "home":
        return
    day = await asking.read(lists.today, asking.actor, asking.now)
    await asking.client.views_publish(
        user_id=str(asking.actor.person.slack_user_id), view=hub.home(day, asking.t)
    )
