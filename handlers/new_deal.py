"""A new deal, and the facts of one that is there: a typed line or a form."""

from slack_bolt.async_app import AsyncApp

from bot.domain.outcomes import Done, Edited
from bot.domain.parsing_money import read_amount
from bot.domain.refusal import Refusal
from bot.ids import DEAL, DEAL_EDIT, DEAL_NEW, EDIT_FORM, NEW_FORM, SHORTCUT_NEW
from bot.usecases import deals, lines
from bot.usecases.deals import Draft
from bot.views import carry, deal_form, done
from bot.views.blocks import Block, Page
from handlers import typed
from handlers.asking import Asking
from handlers.commands import line_of, says
from handlers.forms import deal_of
from store import stages


def register(app: AsyncApp) -> None:
    app.command(DEAL, matchers=[says("new", "")])(command)
    app.command(DEAL, matchers=[says("edit")])(edit)
    app.action(DEAL_NEW)(open_form)
    app.global_shortcut(SHORTCUT_NEW)(open_form)
    app.action(DEAL_EDIT)(open_edit)
    app.view(NEW_FORM)(submit)
    app.view(EDIT_FORM)(submit_edit)


def _edited_page(made: Done, asking: Asking) -> Page:
    return done.edited(made, asking.t)


def _edit_form(edited: Edited, asking: Asking) -> Block:
    deal = edited.known.deal
    carried = asking.carried(deal=deal.id, version=deal.version)
    return deal_form.edit(asking.t, edited.known, edited.stages, carried)


_EDIT = typed.story("edit", lines.edit, _edited_page, _edit_form)


async def command(asking: Asking) -> None:
    line = line_of(asking.body)
    if not line:
        await open_form(asking)
        return
    made = await asking.transact(lines.new, asking.actor, line, asking.now)
    await asking.answer(done.created(made, asking.t, asking.today))


async def edit(asking: Asking) -> None:
    await typed.run(_EDIT, line_of(asking.body), asking)


async def open_form(asking: Asking) -> None:
    currency = asking.actor.workspace.currency
    playbook = await asking.read(stages.in_force)
    await asking.open(deal_form.new(asking.t, playbook, currency, asking.carried()))


async def open_edit(asking: Asking) -> None:
    edited = await asking.read(lines.to_edit, asking.actor, deal_of(asking))
    await asking.open(_edit_form(edited, asking))


async def submit(asking: Asking) -> None:
    made = await asking.transact(deals.create, asking.actor, _draft(asking), asking.now)
    await asking.answer(done.created(made, asking.t, asking.today))


async def submit_edit(asking: Asking) -> None:
    version = carry.number(asking.value, "version") or 0
    made = await asking.transact(
        deals.edit, asking.actor, deal_of(asking), version, _draft(asking), asking.now
    )
    await asking.answer(_edited_page(made, asking))


def _draft(asking: Asking) -> Draft:
    """The form as a draft; an amount nobody can read is told beside its field."""
    filled = deal_form.read(asking.body["view"]["state"]["values"])
    amount = read_amount(filled.amount) if filled.amount.strip() else None
    if filled.amount.strip() and amount is None:
        raise Refusal("amount-unreadable", typed=filled.amount, field="amount")
    return Draft(
        name=filled.name,
        account=filled.account,
        amount=amount.value if amount else None,
        currency=amount.currency if amount else None,
        closes_on=filled.closes_on,
        pipeline=filled.pipeline,
        answers=filled.answers,
    )
