"""Reading the playbook: the way at a glance, its versions, and one version in full."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.domain.parsing_verbs import PLAYBOOK_VERBS, not_understood, split_verb
from bot.domain.people import may_start_playbook
from bot.domain.playbook_agreement import Shown
from bot.ids import CRM, PLAYBOOK_HISTORY, PLAYBOOK_SHOW
from bot.usecases import playbooks
from bot.views import carry, playbook_page
from bot.views.blocks import Block, Page
from handlers import agree_playbook, edit_playbook
from handlers.asking import Asking
from handlers.commands import line_of, says


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("playbook")])(command)
    app.action(PLAYBOOK_HISTORY)(history)
    app.action(re.compile(rf"^{re.escape(PLAYBOOK_SHOW)}(\.|$)"))(press)


async def command(asking: Asking) -> None:
    verb, rest = split_verb(line_of(asking.body), PLAYBOOK_VERBS)
    match verb:
        case "edit":
            await edit_playbook.open_draft(asking)
        case "propose":
            await agree_playbook.open_proposal(asking)
        case "agree":
            await agree_playbook.answer_waiting(asking, rest)
        case "history":
            await history(asking)
        case _ if rest and verb is None:
            command = f"{asking.body['command']} playbook"
            raise not_understood(command, rest, PLAYBOOK_VERBS)
        case _:
            await show(asking)


async def show(asking: Asking) -> None:
    shown = await asking.read(playbooks.look, asking.actor, asking.now)
    await asking.answer(playbook_page.build(shown, asking.t, asking.today))


async def history(asking: Asking) -> None:
    versions = await asking.read(playbooks.history_of)
    await asking.answer(playbook_page.history(versions, asking.t, asking.today))


async def press(asking: Asking) -> None:
    version = carry.number(asking.value, "version") or 0
    shown, newest = await asking.read(playbooks.shown_with_newest, version)
    await asking.answer(page_of(shown, newest, asking))


def page_of(shown: Shown, newest: int, asking: Asking) -> Page:
    """A version with the buttons that fit its reader."""
    said = playbook_page.headline(shown.version, asking.t, asking.today, newest)
    return playbook_page.version(shown, said, asking.t, *_buttons(shown, asking))


def _buttons(shown: Shown, asking: Asking) -> list[Block]:
    one, t = shown.version, asking.t
    buttons: list[dict[str, Any]] = []
    if one.waits_for(asking.actor.id):
        buttons += playbook_page.asking(one.version, t)
    if one.is_open and one.is_agreed and may_start_playbook(asking.actor):
        buttons.append(playbook_page.starting(one.version, t))
    if one.is_open and playbooks.may_withdraw(asking.actor, one):
        buttons.append(playbook_page.withdrawing(one.version, t))
    return buttons
