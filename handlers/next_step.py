"""The next step of a deal, and the hold that quiets it: a typed line, a button, a form."""

from slack_bolt.async_app import AsyncApp

from bot.domain.outcomes import Done, Lacking
from bot.domain.refusal import Refusal
from bot.ids import DEAL, DEAL_HOLD, DEAL_NEXT, HOLD_FORM, NEXT_FORM, STEP_HEARD
from bot.usecases import deals, lines, promising
from bot.views import carry, done, step_forms
from bot.views.blocks import Block, Page
from handlers import typed
from handlers.asking import Asking
from handlers.commands import line_of, says
from handlers.forms import deal_of, lacking


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("next")])(command)
    app.command(DEAL, matchers=[says("hold")])(hold)
    app.action(DEAL_NEXT)(open_form)
    app.action(STEP_HEARD)(set_heard)
    app.action(DEAL_HOLD)(open_hold)
    app.view(NEXT_FORM)(submit)
    app.view(HOLD_FORM)(submit_hold)


def _page(made: Done, asking: Asking) -> Page:
    return done.stepped(made, asking.t, asking.today)


def _held_page(made: Done, asking: Asking) -> Page:
    return done.held(made, asking.t, asking.today)


def _form(lack: Lacking, asking: Asking) -> Block:
    carried = asking.carried(deal=lack.deal.id)
    return step_forms.next_step(asking.t, lack.deal, asking.today, carried, lack.typed, at=lack.at)


def _hold_form(lack: Lacking, asking: Asking) -> Block:
    carried = asking.carried(deal=lack.deal.id)
    return step_forms.hold(asking.t, lack.deal, asking.today, carried, lack.until, lack.typed)


_NEXT = typed.story("next", lines.next_step, _page, _form)
_HOLD = typed.story("hold", lines.hold, _held_page, _hold_form)


async def command(asking: Asking) -> None:
    await typed.run(_NEXT, line_of(asking.body), asking)


async def hold(asking: Asking) -> None:
    await typed.run(_HOLD, line_of(asking.body), asking)


async def open_form(asking: Asking) -> None:
    await asking.open(_form(await lacking(asking, "next"), asking))


async def set_heard(asking: Asking) -> None:
    """A next step that a logged line seemed to say."""
    draft_id = carry.number(asking.value, "draft") or 0
    made = await asking.transact(
        promising.settle, asking.actor, deal_of(asking), draft_id, asking.now
    )
    if isinstance(made, Lacking):
        await asking.open(_form(made, asking))
    else:
        await asking.answer(_page(made, asking))


async def open_hold(asking: Asking) -> None:
    await asking.open(_hold_form(await lacking(asking, "hold"), asking))


async def submit(asking: Asking) -> None:
    values = asking.body["view"]["state"]["values"]
    filled = step_forms.read_next_step(values)
    made = await asking.transact(
        deals.set_next_step,
        asking.actor,
        deal_of(asking),
        filled.words,
        filled.on,
        asking.now,
        step_forms.read_repeats(values),
        filled.at,
    )
    await asking.answer(_page(made, asking))


async def submit_hold(asking: Asking) -> None:
    filled = step_forms.read_hold(asking.body["view"]["state"]["values"])
    if filled.on is None:
        raise Refusal("hold-past", field="until")
    made = await asking.transact(
        deals.hold, asking.actor, deal_of(asking), filled.on, filled.words, asking.now
    )
    await asking.answer(_held_page(made, asking))
