"""`/crm settings`: everyone's own choices in one form, and the workspace's calendar for admins."""

import re

from slack_bolt.async_app import AsyncApp

from bot.domain.people import Role
from bot.i18n import translator
from bot.ids import CRM, PICK_COUNTRY, PICK_ZONE, SETTINGS_FORM, SETTINGS_OPEN
from bot.usecases import settings as acts
from bot.views import settings
from handlers.asking import Asking
from handlers.commands import says


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("settings")])(command)
    app.action(re.compile(rf"^{re.escape(SETTINGS_OPEN)}\."))(command)
    app.view(SETTINGS_FORM)(submit)
    app.options(PICK_ZONE)(suggest_zones)
    app.options(PICK_COUNTRY)(suggest_countries)


async def command(asking: Asking) -> None:
    actor = asking.actor
    workspace = actor.workspace if actor.role is Role.ADMIN else None
    await asking.open(settings.form(actor.person, workspace, asking.carried(), asking.t))


async def submit(asking: Asking) -> None:
    filled = settings.read(asking.body["view"]["state"]["values"], asking.today)
    act_id, person = await asking.transact(
        acts.choose, asking.actor, filled.choices, filled.ours, asking.now
    )
    await asking.answer(settings.kept(person, act_id, translator(person.locale, person.tz)))


async def suggest_zones(asking: Asking) -> None:
    words = str(asking.body.get("value") or "")
    await asking.ack(options=settings.offered_zones(words, asking.t))


async def suggest_countries(asking: Asking) -> None:
    words = str(asking.body.get("value") or "")
    await asking.ack(options=settings.offered_countries(words, asking.t))
