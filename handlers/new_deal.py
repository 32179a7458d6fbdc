"""A new deal, and the facts of one that is there: a typed line or a form."""

import re

from slack_bolt.async_app import AsyncApp

from bot.domain.outcomes import Done, Edited
from bot.domain.parsing_money import read_amount
from bot.domain.refusal import Refusal
from bot.ids import (
    ACCOUNT_ANEW,
    ACCOUNT_MEANT,
    DEAL,
    DEAL_EDIT,
    DEAL_NEW,
    EDIT_FORM,
    LOG,
    NEW_FORM,
    SHORTCUT_NEW,
)
from bot.usecases import deals, lines, placing, retyping, saying_new
from bot.usecases.deals import Draft
from bot.views import carry, deal_form, done, saying
from bot.views.blocks import Block, Page
from handlers import type_again, typed
from handlers.asking import Asking
from handlers.commands import line_of, says
from handlers.forms import deal_of
from store import stages


def register(app: AsyncApp) -> None:
    async def submit(asking: Asking) -> None:
        """A new deal; where a line or a sentence asked for one, that goes on."""
        line_id, heard_id = (carry.number(asking.value, name) for name in ("draft", "heard"))
        if line_id is not None:
            await _go_on_with_line(app, asking, line_id)
        elif heard_id is not None:
            await _go_on_with_sentence(asking, heard_id)
        else:
            made = await asking.transact(deals.create, asking.actor, _draft(asking), asking.now)
            await asking.answer(done.created(made, asking.t, asking.today))

    app.command(DEAL, matchers=[says("new", "")])(command)
    app.command(DEAL, matchers=[says("edit")])(edit)
    app.action(DEAL_NEW)(open_form)
    app.global_shortcut(SHORTCUT_NEW)(open_form)
    app.action(DEAL_EDIT)(open_edit)
    app.action(re.compile(rf"^{re.escape(ACCOUNT_MEANT)}\."))(mean_account)
    app.action(ACCOUNT_ANEW)(make_account)
    app.view(NEW_FORM)(submit)
    app.view(EDIT_FORM)(submit_edit)


def _edited_page(made: Done, asking: Asking) -> Page:
    return done.edited(made, asking.t, asking.today)


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
    """Empty, or with the name that a typed line gave to nothing that is there."""
    currency = asking.actor.workspace.currency
    playbook = await asking.read(stages.in_force)
    draft_id = carry.number(asking.value, "draft")
    begun = None
    if draft_id is not None:
        kept = await asking.read(retyping.look, asking.actor, draft_id)
        begun = deal_form.Begun(kept.typed)
    carried = asking.carried(draft=draft_id)
    await asking.open(deal_form.new(asking.t, playbook, currency, carried, begun))


async def open_edit(asking: Asking) -> None:
    edited = await asking.read(lines.to_edit, asking.actor, deal_of(asking))
    await asking.open(_edit_form(edited, asking))


async def _go_on_with_line(app: AsyncApp, asking: Asking, line_id: int) -> None:
    """What was logged is logged on the new deal at once; any other line is a tap away, since it
    may open a form."""
    made, line_id = await asking.transact(
        retyping.create_for, asking.actor, _draft(asking), line_id, asking.now
    )
    page = done.created(made, asking.t, asking.today)
    kept = await asking.read(retyping.look, asking.actor, line_id)
    command, line = kept.with_(made.deal.name)
    if command == LOG:
        await asking.transact(retyping.take, asking.actor, line_id, 0)
        logged = await type_again.go_on(app, asking, command, line) or page
        page = {"text": logged["text"], "blocks": page["blocks"] + logged["blocks"]}
    else:
        page["blocks"].append(done.go_on(f"{command} {line}", line_id, asking.t))
    await asking.answer(page)


async def _go_on_with_sentence(asking: Asking, heard_id: int) -> None:
    """The card of plain words is about the new deal from now on, and still waits for its yes."""
    made, told = await asking.transact(
        saying_new.create_for, asking.actor, _draft(asking), heard_id, asking.now
    )
    card = saying.build(told, asking.t, asking.today)
    created = done.created(made, asking.t, asking.today)
    await asking.answer({"text": card["text"], "blocks": created["blocks"] + card["blocks"]})


async def mean_account(asking: Asking) -> None:
    """Not a new account, but one that was there."""
    account_id = carry.number(asking.value, "account") or 0
    made_id = carry.number(asking.value, "made") or 0
    made = await asking.transact(
        placing.into_another, asking.actor, deal_of(asking), account_id, made_id, asking.now
    )
    await asking.answer(done.placed(made, asking.t), replace=True)


async def make_account(asking: Asking) -> None:
    """Not the account that was there, but a new one of the name typed."""
    draft_id = carry.number(asking.value, "draft") or 0
    made = await asking.transact(
        placing.into_new, asking.actor, deal_of(asking), draft_id, asking.now
    )
    await asking.answer(done.placed(made, asking.t), replace=True)


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
