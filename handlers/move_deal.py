"""Moving a deal to another stage: a typed line, a button, a form that asks what is missing."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.domain.deal import Status
from bot.domain.outcomes import Done, Lacking, Step
from bot.ids import DEAL, DEAL_MOVE, MOVE_FORM, MOVE_STAGE
from bot.usecases import lines, moving
from bot.usecases.moving import Order
from bot.views import advance_form, carry, closing_forms, criteria_fields, done
from bot.views.blocks import Block, Page
from handlers import typed
from handlers.asking import Asking
from handlers.commands import line_of, says
from handlers.forms import deal_of


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("move")])(command)
    app.action(DEAL_MOVE)(open_form)
    app.action(MOVE_STAGE)(choose_stage)
    app.view(MOVE_FORM)(submit)


def _page(made: Done, asking: Asking) -> Page:
    if made.deal.status is Status.WON:
        return done.won(made, asking.t)
    if made.deal.status is Status.LOST:
        return done.lost(made, asking.t)
    return done.moved(made, asking.t, asking.today)


def form(wants: Step | Lacking, asking: Asking) -> Block:
    """What a move still wants, as the form for it; a won or lost deal has a form of its own."""
    carried = asking.carried(deal=wants.deal.id, stage=wants.deal.stage_key)
    if isinstance(wants, Lacking):
        return closing_forms.lost(asking.t, wants.deal, wants.stages, carried, wants.typed)
    if wants.to.ends:
        return closing_forms.won(wants, asking.t, asking.today, carried)
    return advance_form.build(wants, asking.t, carried)


_STORY = typed.story("move", lines.move, _page, form)


async def command(asking: Asking) -> None:
    await typed.run(_STORY, line_of(asking.body), asking)


async def open_form(asking: Asking) -> None:
    step = await asking.read(moving.look, asking.actor, deal_of(asking), None)
    await asking.open(form(step, asking))


async def choose_stage(asking: Asking) -> None:
    """Draws the open form anew with what the stage chosen wants."""
    view: dict[str, Any] = asking.body["view"]
    held = str(view["private_metadata"])
    stage = advance_form.read_stage(view["state"]["values"])
    deal_id = carry.number(held, "deal") or 0
    step = await asking.read(moving.look, asking.actor, deal_id, stage)
    drawn = advance_form.build(step, asking.t, held)
    await asking.client.views_update(view_id=view["id"], view=drawn)
    await asking.ack()


async def submit(asking: Asking) -> None:
    values = asking.body["view"]["state"]["values"]
    order = Order(
        to=advance_form.read_stage(values),
        reason=advance_form.read_reason(values),
        filled=criteria_fields.filled(values),
        stood_in=carry.unpack(asking.value).get("stage"),
    )
    made = await asking.transact(moving.move, asking.actor, deal_of(asking), order, asking.now)
    if isinstance(made, Step):
        await asking.redraw(form(made, asking))
    else:
        await asking.answer(_page(made, asking))
