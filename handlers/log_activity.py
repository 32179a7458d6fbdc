"""Logging: one typed line, or a form."""

import re
from dataclasses import replace

from slack_bolt.async_app import AsyncApp

from bot.domain.help_topics import topic_asked
from bot.domain.outcomes import Logged
from bot.domain.parsing_slack import unescape
from bot.ids import DEAL_LOG, LOG, LOG_FORM, LOG_OPEN, PICK_TARGET, SHORTCUT_LOG
from bot.usecases import activities, rooms, seeking
from bot.views import carry, log_form, logged, suggestions
from bot.views.blocks import Page
from handlers import help, typed
from handlers.asking import Asking
from store import stages, visible


def register(app: AsyncApp) -> None:
    app.command(LOG)(command)
    app.action(re.compile(rf"^{re.escape(LOG_OPEN)}(\.|$)"))(open_form)
    app.global_shortcut(SHORTCUT_LOG)(open_form)
    app.action(DEAL_LOG)(open_form)
    app.view(LOG_FORM)(submit)
    app.options(PICK_TARGET)(suggest)


def _page(made: Logged, asking: Asking) -> Page:
    return logged.build(made, asking.t, asking.today)


_STORY = typed.story("log", activities.log_line, _page)


async def command(asking: Asking) -> None:
    line = unescape(asking.text).strip()
    if not line:
        await open_form(asking)
    elif topic := topic_asked(line, "log"):
        await help.tell(asking, topic)
    else:
        await typed.run(_STORY, line, asking)


async def open_form(asking: Asking) -> None:
    deal_id = carry.number(asking.value, "deal")
    account_id = carry.number(asking.value, "account")
    deal = None if deal_id is None else await asking.read(visible.deal, deal_id)
    if deal is None and account_id is None:
        deal = await asking.read(rooms.deal_of, asking.channel)
    account = None if account_id is None else await asking.read(visible.account, account_id)
    playbook = await asking.read(stages.in_force)
    carried = asking.carried()
    form = log_form.build(asking.t, playbook, asking.today, carried, deal, account=account)
    await asking.open(form)


async def submit(asking: Asking) -> None:
    filled = log_form.read(asking.body["view"]["state"]["values"])
    held = carry.unpack(asking.value)
    report = replace(filled.report, said_by=held.get("by"), permalink=held.get("at"))
    made = await asking.transact(activities.log, asking.actor, filled.target, report, asking.now)
    await asking.answer(_page(made, asking))


async def suggest(asking: Asking) -> None:
    words = str(asking.body.get("value") or "")
    found = await asking.read(seeking.suggest, asking.actor, words, accounts_too=True)
    await asking.ack(options=suggestions.build(found, asking.t))
