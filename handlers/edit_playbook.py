"""Changing the playbook in a draft of one's own: stages, criteria, reasons."""

import re
from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.domain import playbook_edits as edits
from bot.domain.playbook_document import Document
from bot.domain.refusal import Refusal
from bot.ids import (
    DRAFT_CRITERION_FORM,
    DRAFT_CRITERION_NEW,
    DRAFT_CRITERION_REMOVE,
    DRAFT_DROP,
    DRAFT_REASONS,
    DRAFT_REASONS_FORM,
    DRAFT_STAGE,
    DRAFT_STAGE_FORM,
    DRAFT_STAGE_NEW,
    PLAYBOOK_EDIT,
)
from bot.usecases import playbooks
from bot.usecases.playbooks import Editing
from bot.views import carry, playbook_draft
from handlers.asking import Asking

Change = Callable[[Document], dict[str, Any]]


def register(app: AsyncApp) -> None:
    app.action(PLAYBOOK_EDIT)(open_draft)
    app.action(DRAFT_STAGE)(stage_menu)
    app.action(DRAFT_STAGE_NEW)(new_stage)
    app.action(re.compile(rf"^{re.escape(DRAFT_REASONS)}\."))(open_reasons)
    app.action(DRAFT_CRITERION_NEW)(new_criterion)
    app.action(re.compile(rf"^{re.escape(DRAFT_CRITERION_REMOVE)}\."))(remove_criterion)
    app.action(DRAFT_DROP)(drop)
    app.view(DRAFT_STAGE_FORM)(submit_stage)
    app.view(DRAFT_CRITERION_FORM)(submit_criterion)
    app.view(DRAFT_REASONS_FORM)(submit_reasons)


def _drawn(now: Editing, asking: Asking) -> dict[str, Any]:
    return playbook_draft.build(now.stages, now.changes, asking.t)


async def open_draft(asking: Asking) -> None:
    await asking.open(_drawn(await asking.read(playbooks.editing, asking.actor), asking))


async def stage_menu(asking: Asking) -> None:
    picked = carry.unpack(asking.value)
    key, do = picked["stage"], picked["do"]
    if do in ("edit", "criteria"):
        now = await asking.read(playbooks.editing, asking.actor)
        if not now.stages.has(key):
            raise Refusal("playbook-draft-changed")
        stage = now.stages.get(key)
        form = (
            playbook_draft.stage_form(now.stages, stage, asking.t)
            if do == "edit"
            else playbook_draft.criteria(stage, asking.t)
        )
        await asking.open(form)
        return
    changes: dict[str, Change] = {
        "up": lambda document: edits.with_stage_moved(document, key, -1),
        "down": lambda document: edits.with_stage_moved(document, key, 1),
        "remove": lambda document: edits.without_stage(document, key),
    }
    await _changed_here(asking, changes[do])


async def _changed_here(asking: Asking, change: Change) -> None:
    """A change by a button of the draft itself, which is drawn anew."""
    now = await asking.transact(playbooks.change_draft, asking.actor, change, asking.now)
    await asking.ack()
    asking.redraw_behind(asking.body["view"]["id"], _drawn(now, asking))


async def new_stage(asking: Asking) -> None:
    now = await asking.read(playbooks.editing, asking.actor)
    await asking.open(playbook_draft.stage_form(now.stages, None, asking.t))


async def open_reasons(asking: Asking) -> None:
    now = await asking.read(playbooks.editing, asking.actor)
    kind = carry.unpack(asking.value).get("kind", "lost")
    lines = edits.reasons_as_lines(now.draft.document, kind)
    await asking.open(playbook_draft.reasons_form(kind, lines, asking.t))


async def new_criterion(asking: Asking) -> None:
    now = await asking.read(playbooks.editing, asking.actor)
    stage = now.stages.get(carry.unpack(asking.value)["stage"])
    await asking.open(playbook_draft.criterion_form(stage, now.customs, asking.t))


async def remove_criterion(asking: Asking) -> None:
    picked = carry.unpack(asking.value)
    key, criterion = picked["stage"], picked["criterion"]
    now = await asking.transact(
        playbooks.change_draft,
        asking.actor,
        lambda document: edits.without_criterion(document, key, criterion),
        asking.now,
    )
    await asking.ack()
    view = asking.body["view"]
    asking.redraw_behind(view["id"], playbook_draft.criteria(now.stages.get(key), asking.t))
    asking.redraw_behind(view["root_view_id"], _drawn(now, asking))


async def drop(asking: Asking) -> None:
    await asking.transact(playbooks.drop_draft, asking.actor)
    now = await asking.read(playbooks.editing, asking.actor)
    await asking.ack()
    asking.redraw_behind(asking.body["view"]["id"], _drawn(now, asking))


async def submit_stage(asking: Asking) -> None:
    facts = playbook_draft.read_stage(asking.body["view"]["state"]["values"])
    key = carry.unpack(asking.value).get("stage")
    pipeline = playbook_draft.read_pipeline(asking.body["view"]["state"]["values"])

    def change(document: Document) -> dict[str, Any]:
        if key is not None:
            return edits.with_stage(document, key, facts)
        return edits.with_new_stage(document, pipeline or document.pipelines[0].key, facts)

    await _submitted(asking, change)


async def submit_reasons(asking: Asking) -> None:
    values = asking.body["view"]["state"]["values"]
    reasons = playbook_draft.read_reasons(values, asking.value)
    await _submitted(
        asking, lambda document: edits.with_reasons(document, reasons.kind, reasons.lines)
    )


async def submit_criterion(asking: Asking) -> None:
    facts = playbook_draft.read_criterion(asking.body["view"]["state"]["values"])
    key = carry.unpack(asking.value)["stage"]
    now = await _submitted(asking, lambda document: edits.with_criterion(document, key, facts))
    before = asking.body["view"]["previous_view_id"]
    asking.redraw_behind(before, playbook_draft.criteria(now.stages.get(key), asking.t))


async def _submitted(asking: Asking, change: Change) -> Editing:
    """A change by a form that lies on the draft, which is drawn anew below it."""
    now = await asking.transact(playbooks.change_draft, asking.actor, change, asking.now)
    await asking.ack()
    asking.redraw_behind(asking.body["view"]["root_view_id"], _drawn(now, asking))
    return now
