"""Agreeing on a playbook: proposed with a dry run, agreed or objected to, put in force."""

import asyncio
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.domain.refusal import Refusal
from bot.domain.trying import Trying
from bot.i18n import Mrkdwn
from bot.ids import (
    OBJECT_FORM,
    PLAYBOOK_AGREE,
    PLAYBOOK_OBJECT,
    PLAYBOOK_PROPOSE,
    PLAYBOOK_START,
    PLAYBOOK_WITHDRAW,
    PROPOSE_FORM,
    START_FORM,
)
from bot.usecases import playbooks, roster
from bot.usecases.playbooks import Editing
from bot.views import carry, playbook_changes, playbook_forms, playbook_page
from handlers.asking import Asking

AT_ONCE = 2
"""Slices tried before the form opens: its ticket lasts three seconds."""

REDRAW_EVERY = 1.0
"""Seconds between two looks at the bar."""


def register(app: AsyncApp) -> None:
    app.action(PLAYBOOK_PROPOSE)(open_proposal)
    app.action(PLAYBOOK_AGREE)(agree)
    app.action(PLAYBOOK_OBJECT)(open_objection)
    app.action(PLAYBOOK_START)(open_start)
    app.action(PLAYBOOK_WITHDRAW)(withdraw)
    app.view(PROPOSE_FORM)(propose)
    app.view(OBJECT_FORM)(object_to)
    app.view(START_FORM)(start)


async def open_proposal(asking: Asking) -> None:
    """The diff and the dry run; where that takes long, its bar goes on in the open form."""
    now = await asking.read(playbooks.editing, asking.actor)
    if not now.changes:
        raise Refusal("playbook-nothing-new")
    trying = await asking.read(playbooks.begin_trial, now.draft.document, asking.now)
    asked = await asking.read(playbooks.usually_asked)
    ids = [str(one.slack_user_id) for one in asked]
    last, is_done = await _try_some(asking, trying, 0, AT_ONCE)
    view_id = await asking.open(_form(now, ids, _told(trying, asking, is_done), asking))
    if not is_done:
        asking.behind.start(_go_on(asking, trying, last, view_id, now, ids), "trial")


async def _try_some(asking: Asking, trying: Trying, last: int, slices: int) -> tuple[int, bool]:
    """The next slices; the id to go on behind, and whether there are no more."""
    for _ in range(slices):
        taken = await asking.read(playbooks.try_on, last)
        if not taken.known:
            return last, True
        await asyncio.to_thread(trying.take, taken.known)
        last = taken.last
    return last, False


async def _go_on(
    asking: Asking, trying: Trying, last: int, view_id: str, now: Editing, ids: list[str]
) -> None:
    clock = asyncio.get_running_loop().time
    drawn, is_done = clock(), False
    while not is_done:
        last, is_done = await _try_some(asking, trying, last, 1)
        if is_done or clock() - drawn >= REDRAW_EVERY:
            drawn = clock()
            view = _form(now, ids, _told(trying, asking, is_done), asking)
            await asking.client.views_update(view_id=view_id, view=view)


def _told(trying: Trying, asking: Asking, is_done: bool) -> Mrkdwn:
    if not is_done:
        return playbook_changes.running(trying.result(), asking.t)
    head, *found = playbook_changes.found(trying.result(), asking.t)
    keeps = asking.t.md("trial-keeps")
    return Mrkdwn(f"{head}\n{playbook_changes.bulleted(found)}\n{keeps}")


def _form(now: Editing, ids: list[str], trial: Mrkdwn, asking: Asking) -> dict[str, Any]:
    share = now.draft.document.agreement.share
    return playbook_forms.propose(now.changes, trial, ids, share, asking.t)


async def propose(asking: Asking) -> None:
    told = playbook_forms.read_proposal(asking.body["view"]["state"]["values"])
    people = await asking.read(roster.of_slack_ids, told.people)
    made = await asking.transact(
        playbooks.propose_draft, asking.actor, told.note, people, told.share, asking.now
    )
    await asking.ack(response_action="clear")
    page = {"text": asking.t.md("playbook-proposed", version=made.version, asked=len(made.voices))}
    asking.behind.start(_post(asking, page), "answer")


async def _post(asking: Asking, page: dict[str, Any]) -> None:
    await asking.client.chat_postMessage(channel=str(asking.actor.person.slack_user_id), **page)


async def answer_waiting(asking: Asking, comment: str) -> None:
    """What waits for the asker's word, the oldest first; a comment behind the command agrees."""
    waiting = await asking.read(playbooks.waiting_for, asking.actor)
    if not waiting:
        await asking.answer({"text": asking.t.md("playbook-nothing-waits")})
        return
    one = waiting[0]
    if comment:
        await _agree(asking, one.version.version, comment)
        return
    said = playbook_page.headline(one.version, asking.t, asking.today, 0)
    buttons = playbook_page.asking(one.version.version, asking.t)
    await asking.answer(playbook_page.version(one, said, asking.t, *buttons))


async def agree(asking: Asking) -> None:
    await _agree(asking, _version(asking), "")


async def _agree(asking: Asking, version: int, comment: str) -> None:
    shown = await asking.transact(
        playbooks.say, asking.actor, version, asking.now, agrees=True, comment=comment
    )
    said = asking.t.md("playbook-you-agreed", version=version)
    await asking.answer(playbook_page.version(shown, said, asking.t), replace=True)


async def open_objection(asking: Asking) -> None:
    await asking.open(playbook_forms.object_to(asking.carried(version=_version(asking)), asking.t))


async def object_to(asking: Asking) -> None:
    comment = playbook_forms.read_comment(asking.body["view"]["state"]["values"])
    version = _version(asking)
    shown = await asking.transact(
        playbooks.say, asking.actor, version, asking.now, agrees=False, comment=comment
    )
    by = shown.version.proposed_by or "-"
    said = asking.t.md("playbook-you-objected", version=version, by=by)
    await asking.answer(playbook_page.version(shown, said, asking.t))


async def open_start(asking: Asking) -> None:
    today = playbooks.today_of(asking.actor.workspace, asking.now)
    version = _version(asking)
    carried = asking.carried(version=version)
    await asking.open(playbook_forms.start(version, today, asking.t, carried))


async def start(asking: Asking) -> None:
    today = playbooks.today_of(asking.actor.workspace, asking.now)
    on = playbook_forms.read_start(asking.body["view"]["state"]["values"]) or today
    made = await asking.transact(playbooks.start, asking.actor, _version(asking), on, asking.now)
    if made.in_force_at is not None:
        said = asking.t.md("playbook-in-force-now", version=made.version)
    else:
        said = asking.t.md("playbook-planned", version=made.version, day=on)
    await asking.answer({"text": said})


async def withdraw(asking: Asking) -> None:
    made = await asking.transact(playbooks.withdraw, asking.actor, _version(asking), asking.now)
    await asking.answer(
        {"text": asking.t.md("playbook-withdrawn-now", version=made.version)}, replace=True
    )


def _version(asking: Asking) -> int:
    return carry.number(asking.value, "version") or 0
