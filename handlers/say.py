"""Plain words to the bot, in its direct messages or where it is mentioned: understood, shown, and
done only after a yes."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.domain.outcomes import Card, Done, Finds, Lacking, Listing, Logged, Step, Target, Today
from bot.domain.parsing_slack import unescape
from bot.domain.refusal import Refusal
from bot.domain.saying import SaidAct
from bot.domain.saying_outcomes import Doings, Draft, Helped, Promises, Understood
from bot.ids import SAY_AS, SAY_CONFIRM, SAY_DISCARD, SAY_EDIT, SAY_NEW, SAY_ON
from bot.usecases import saying, saying_done, saying_fill, saying_new
from bot.usecases.saying_answers import Answer
from bot.views import (
    advance_form,
    carry,
    closing_forms,
    deal_card,
    deal_form,
    deal_list,
    done,
    found,
    log_form,
    logged,
    step_forms,
    today,
)
from bot.views import saying as pages
from bot.views.blocks import Block, Page
from handlers.asking import Asking
from handlers.said import is_for_us, said_in
from store import stages


def register(app: AsyncApp) -> None:
    app.event("app_mention", matchers=[is_for_us])(hear)
    app.event("message", matchers=[is_for_us])(hear)
    app.event("app_mention")(leave)
    app.event("message")(leave)
    app.action(SAY_CONFIRM)(confirm)
    app.action(SAY_EDIT)(edit)
    app.action(SAY_DISCARD)(discard)
    app.action(re.compile(rf"^{re.escape(SAY_AS)}\."))(mean_act)
    app.action(re.compile(rf"^{re.escape(SAY_ON)}\."))(mean_deal)
    app.action(SAY_NEW)(open_new)


async def leave(asking: Asking) -> None:
    """Edits, joins, other bots and messages with files are nothing said to us."""
    await asking.ack()


async def hear(asking: Asking) -> None:
    said = said_in(asking.body["event"])
    text = unescape(said.text)
    heard = await asking.transact(
        saying.hear, asking.actor, text, said.place, asking.now, said.channel
    )
    await asking.ack()
    if heard is not None:
        page = _card(heard, asking) if isinstance(heard, Understood) else _answer(heard, asking)
        answer = asking.client.chat_postMessage(**said.answered(page))
        asking.behind.start(answer, "say")


async def confirm(asking: Asking) -> None:
    made = await asking.transact(saying_done.confirm, asking.actor, _draft(asking), asking.now)
    if isinstance(made.made, Step | Lacking):
        await asking.open(_form(made.draft, made.draft_id, made.made, asking))
        told = await asking.transact(saying.show, asking.actor, made.draft_id)
        _redraw(asking, _card(told, asking))
        return
    await asking.ack()
    _redraw(asking, _done_page(made.draft, made.made, asking))


async def edit(asking: Asking) -> None:
    """Opens the form that fits, filled in as understood. The card stays as it is, since Slack does
    not say when a form is closed; whichever does it first uses the draft up for both."""
    filled = await asking.read(saying_fill.look, asking.actor, _draft(asking))
    await asking.open(_filled_form(filled, _draft(asking), asking))


async def discard(asking: Asking) -> None:
    await asking.transact(saying.discard, asking.actor, _draft(asking))
    await asking.ack()
    _redraw(asking, pages.discarded(asking.t))


async def mean_act(asking: Asking) -> None:
    act = SaidAct(carry.unpack(asking.value)["act"])
    told = await asking.transact(saying.meant_as, asking.actor, _draft(asking), act)
    await asking.ack()
    _redraw(asking, _card(told, asking))


async def mean_deal(asking: Asking) -> None:
    target = Target(carry.number(asking.value, "deal"), carry.number(asking.value, "account"))
    told = await asking.transact(saying.meant_on, asking.actor, _draft(asking), target)
    await asking.ack()
    _redraw(asking, _card(told, asking))


async def open_new(asking: Asking) -> None:
    """The form of a deal that is not there yet; sent, it is what the sentence is about."""
    name = await asking.read(saying_new.name_for, asking.actor, _draft(asking))
    playbook = await asking.read(stages.in_force)
    carried = carry.pack(heard=_draft(asking), card=_place_of_card(asking))
    currency = asking.actor.workspace.currency
    await asking.open(deal_form.new(asking.t, playbook, currency, carried, deal_form.Begun(name)))


def _draft(asking: Asking) -> int:
    draft_id = carry.number(asking.value, "draft")
    if draft_id is None:
        raise Refusal("draft-gone")
    return draft_id


def _redraw(asking: Asking, page: Page) -> None:
    """The card lies in a conversation, so it is changed there, for all who see it."""
    container: dict[str, Any] = asking.body["container"]
    update = asking.client.chat_update(
        channel=container["channel_id"], ts=container["message_ts"], **page
    )
    asking.behind.start(update, "card")


def _card(told: Understood, asking: Asking) -> Page:
    return pages.build(told, asking.t, asking.today)


def _answer(answer: Answer, asking: Asking) -> Page:
    t = asking.t
    match answer:
        case Helped():
            return pages.examples(t, thanked=answer.thanked)
        case Promises():
            return pages.promises(answer, t)
        case Doings():
            return pages.doings(answer, t)
        case Card():
            return deal_card.build(answer, t, asking.today)
        case Finds():
            return found.build(answer, t)
        case Listing():
            return deal_list.build(answer, t)
        case Today():
            return today.build(answer, t)


def _done_page(draft: Draft, made: Logged | Done, asking: Asking) -> Page:
    t, day = asking.t, asking.today
    if isinstance(made, Logged):
        return logged.build(made, t, day)
    match draft.reading.act:
        case SaidAct.NEW:
            return done.created(made, t, day)
        case SaidAct.NEXT:
            return done.stepped(made, t, day)
        case SaidAct.HOLD:
            return done.held(made, t, day)
        case SaidAct.ASSIGN:
            return done.assigned(made, t)
        case SaidAct.EDIT:
            return done.edited(made, t, day)
        case SaidAct.REOPEN:
            return done.reopened(made, t, day)
        case SaidAct.WON:
            return done.won(made, t)
        case SaidAct.LOST:
            return done.lost(made, t)
    return done.moved(made, t, day)


def _carried(asking: Asking, draft_id: int, **ids: int | str) -> str:
    """What a form brings back that is opened from a card: which draft it does, and where that
    lies, to be changed into what was done."""
    return asking.carried(said=draft_id, card=_place_of_card(asking), **ids)


def _place_of_card(asking: Asking) -> str:
    container: dict[str, Any] = asking.body["container"]
    return f"{container['channel_id']}:{container['message_ts']}"


def _filled_form(filled: saying_fill.ToFill, draft_id: int, asking: Asking) -> Block:
    reading, carried = filled.draft.reading, _carried(asking, draft_id)
    if reading.act is SaidAct.NEW:
        amount = "" if reading.amount is None else f"{reading.amount.value:,f}"
        if reading.amount is not None and reading.amount.currency:
            amount = f"{amount} {reading.amount.currency}"
        begun = deal_form.Begun(reading.name, reading.account, amount, reading.closes_on)
        currency = asking.actor.workspace.currency
        return deal_form.new(asking.t, filled.stages, currency, carried, begun)
    if filled.known is not None:
        deal = filled.known.deal
        carried = _carried(asking, draft_id, deal=deal.id, version=deal.version)
        return deal_form.edit(asking.t, filled.known, filled.stages, carried)
    if filled.step is None:
        report = saying_done.report_of(reading)
        return log_form.build(
            asking.t, filled.stages, asking.today, carried, filled.deal, report, filled.account
        )
    return _form(filled.draft, draft_id, filled.step, asking)


def _form(draft: Draft, draft_id: int, wants: Step | Lacking, asking: Asking) -> Block:
    t, deal, reading = asking.t, wants.deal, draft.reading
    carried = _carried(asking, draft_id, deal=deal.id, stage=deal.stage_key)
    if isinstance(wants, Step):
        if wants.to.ends:
            return closing_forms.won(wants, t, asking.today, carried)
        return advance_form.build(wants, t, carried)
    match wants.form:
        case "lost":
            return closing_forms.lost(t, deal, wants.stages, carried, wants.typed)
        case "hold":
            return step_forms.hold(t, deal, asking.today, carried, wants.until, wants.typed)
        case "assign":
            return step_forms.assign(t, deal, carried)
    return step_forms.next_step(
        t, deal, asking.today, carried, wants.typed, reading.due, reading.at
    )
