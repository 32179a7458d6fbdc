"""Submitting and closing modals, and what the app's acknowledgement does to the stack."""

from typing import Any

from bot.sandbox import forms
from bot.sandbox.acting import CannotDo, complain, deliver
from bot.sandbox.anatomy import elements
from bot.sandbox.delivery import Parcel
from bot.sandbox.limits import check_ack
from bot.sandbox.limits_core import Problem
from bot.sandbox.people import Member
from bot.sandbox.platform import Platform
from bot.sandbox.surfaces import View
from bot.sandbox.wire import Json, SlackSaysNo


async def submit(platform: Platform, person: Member, request: Json) -> Json:
    surfaces = platform.ws.surfaces
    view = surfaces.fill(_modal(platform, person, request), request.get("values") or {})
    faults = forms.faults(view)
    if faults:
        surfaces.complain(view, faults)
        return {"ok": False, "error": "incomplete", "message": forms.REQUIRED, "errors": faults}
    if view.errors:
        surfaces.complain(view, None)
    payload = platform.payloads.view_submission(person, view, _response_urls(platform, view))
    title = f"view_submission {view.content.get('callback_id', '')}".strip()
    body = await deliver(platform, Parcel("interactive", payload, title))
    problems = check_ack("view_submission", body, view.content)
    if not problems:
        problems = _apply(platform, view, body)
    if problems:
        raise complain(platform, title, body, problems)
    return {"ok": True}


async def close(platform: Platform, person: Member, request: Json) -> Json:
    view = _modal(platform, person, request)
    surfaces = platform.ws.surfaces
    clears = bool(request.get("clear") or view.content.get("clear_on_close"))
    stack = surfaces.stack(person.id)
    gone = stack if clears else stack[stack.index(view) :]
    surfaces.set_stack(person.id, () if clears else stack[: stack.index(view)])
    for one in reversed(gone):
        if one.content.get("notify_on_close"):
            await _tell_closed(platform, person, one, is_cleared=clears)
    return {"ok": True}


async def _tell_closed(platform: Platform, person: Member, view: View, *, is_cleared: bool) -> None:
    payload = platform.payloads.view_closed(person, view, is_cleared=is_cleared)
    title = f"view_closed {view.content.get('callback_id', '')}".strip()
    await deliver(platform, Parcel("interactive", payload, title, answerable=False))


def _modal(platform: Platform, person: Member, request: Json) -> View:
    view = platform.ws.surfaces.by_id(str(request.get("view_id")))
    if view is None or view.user != person.id or view.is_home:
        raise CannotDo("view_not_found")
    return view


def _apply(platform: Platform, view: View, body: Any) -> list[Problem]:
    """Does to the stack what the acknowledgement asks for."""
    surfaces = platform.ws.surfaces
    answer = body if isinstance(body, dict) else {}
    now = surfaces.by_id(view.id)
    try:
        match answer.get("response_action"):
            case "errors" if now is not None:
                surfaces.complain(now, answer["errors"])
            case "update" if now is not None:
                surfaces.update(now, answer["view"])
            case "push":
                surfaces.push(view.user, answer["view"])
            case "clear":
                surfaces.set_stack(view.user, ())
            case None:
                _drop(platform, view)
    except SlackSaysNo as no:
        return [Problem(no.code, "/view", no.code)]
    return []


def _drop(platform: Platform, view: View) -> None:
    """The submitted view goes; one that the app put upon it meanwhile stays."""
    stack = platform.ws.surfaces.stack(view.user)
    left = [one for one in stack if one.id != view.id]
    if len(left) < len(stack):
        platform.ws.surfaces.set_stack(view.user, left)


def _response_urls(platform: Platform, view: View) -> list[Json]:
    """For selects of a conversation that ask to be answered in it."""
    found = []
    values = view.values
    for block, element in elements(view.blocks):
        if not element.get("response_url_enabled"):
            continue
        state = values[block["block_id"]][element["action_id"]]
        channel = state.get("selected_conversation") or state.get("selected_channel")
        if channel:
            key = platform.ws.tickets.response_url(channel, view.user)
            found.append(
                {
                    "block_id": block["block_id"],
                    "action_id": element["action_id"],
                    "channel_id": channel,
                    "response_url": platform.response_url(key),
                }
            )
    return found
