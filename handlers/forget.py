"""`/crm forget`: who is meant, what it would mean, and then for good."""

from slack_bolt.async_app import AsyncApp

from bot.ids import CONTACT_FORGET, CRM
from bot.usecases import forgetting
from bot.views import carry, contact_forms, forget_page
from handlers.asking import Asking
from handlers.commands import line_of, says


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("forget")])(command)
    app.action(CONTACT_FORGET)(press)


async def command(asking: Asking) -> None:
    found = await asking.read(forgetting.sought, asking.actor, line_of(asking.body))
    if len(found) > 1:
        await asking.answer(forget_page.whom(found, asking.t, asking.today))
        return
    planned = await asking.read(forgetting.preview, asking.actor, found[0].id)
    await asking.answer(forget_page.build(planned, asking.t))


async def press(asking: Asking) -> None:
    contact_id = carry.number(asking.value, "contact") or 0
    done = await asking.transact(forgetting.forget, asking.actor, contact_id, asking.now)
    await asking.answer(contact_forms.forgotten(done, asking.t), replace=True)
