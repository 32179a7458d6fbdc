"""A deal's room: a channel made for it, or tied to it where one is; asked about, and untied."""

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext

from bot import channels
from bot.domain.rooms import Standing, Tied
from bot.ids import DEAL, ROOM_FORM, ROOM_OPEN, ROOM_UNTIE
from bot.usecases import rooms
from bot.views import carry, room_form, room_pages
from bot.views.blocks import Page
from handlers import typed
from handlers.asking import Asking
from handlers.commands import line_of, says
from handlers.forms import deal_of


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("room")])(command)
    app.action(ROOM_OPEN)(open_form)
    app.view(ROOM_FORM)(submit)
    app.action(ROOM_UNTIE)(untie)


def _page(made: Tied, asking: Asking) -> Page:
    return room_pages.tied(made, asking.t)


async def _tie_here(meant: Tied, asking: Asking, replace: bool) -> None:
    """Slack is asked about the channel first: what it refuses must leave no trace with us."""
    channel = await channels.enter(asking.client, asking.channel)
    made = await asking.transact(rooms.tie, asking.actor, meant.deal.id, channel, (), asking.now)
    await asking.answer(_page(made, asking), replace=replace)


_STORY = typed.story("room", rooms.meant, _page, goes_on=_tie_here)


async def command(asking: Asking) -> None:
    line = line_of(asking.body)
    if line:
        await typed.run(_STORY, line, asking)
        return
    one = await asking.read(rooms.look, asking.actor, asking.channel)
    await asking.answer(room_pages.standing(one, asking.t))


async def open_form(asking: Asking) -> None:
    """The form for a new room; what there is to say of the one that the deal has."""
    found = await asking.read(rooms.proposal, asking.actor, deal_of(asking))
    if isinstance(found, Standing):
        await asking.answer(room_pages.standing(found, asking.t))
        return
    carried = asking.carried(deal=found.deal.id)
    await asking.open(room_form.build(found, asking.t, carried))


async def submit(asking: Asking, context: AsyncBoltContext) -> None:
    """Checked, made in Slack, tied. Should we die before the last, the empty channel is taken up
    by the next try; whom to invite is kept with the tie and done by bot.rooms."""
    deal_id = deal_of(asking)
    wanted = room_form.read(asking.body["view"]["state"]["values"])
    planned = await asking.read(rooms.plan, asking.actor, deal_id, wanted)
    channel = await channels.create(
        asking.client, str(context.bot_user_id), planned.name, planned.is_private
    )
    made = await asking.transact(
        rooms.tie, asking.actor, deal_id, channel, planned.invited, asking.now
    )
    await asking.answer(room_pages.made(made, asking.t))


async def untie(asking: Asking) -> None:
    room_id = carry.number(asking.value, "room") or 0
    done = await asking.transact(rooms.untie, asking.actor, room_id, asking.now)
    await asking.answer(room_pages.untied(done, asking.t), replace=True)
