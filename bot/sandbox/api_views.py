"""views.* and blocks.validate: modals opened, pushed, changed; Home tabs published."""

import json
from typing import Any

from bot.sandbox import limits
from bot.sandbox.api_call import Call, Method, Methods, invalid_arguments, refuse
from bot.sandbox.surfaces import View
from bot.sandbox.tickets import Trigger
from bot.sandbox.wire import Json, SlackSaysNo


def _checked(call: Call, kind: str) -> Json:
    view: Any = call.args.get("view")
    if isinstance(view, str):
        try:
            view = json.loads(view)
        except json.JSONDecodeError:
            raise invalid_arguments(["[ERROR] the view is no JSON [json-pointer:/view]"]) from None
    if view is None:
        raise invalid_arguments(["[ERROR] missing required field: view"])
    refuse(limits.check_view(view))
    if view["type"] != kind:
        raise invalid_arguments(["[ERROR] must be a valid enum value [json-pointer:/view/type]"])
    checked: Json = view
    return checked


def _answer(call: Call, view: View) -> Json:
    return {"ok": True, "view": call.platform.payloads.view(view)}


def _trigger_id(call: Call) -> str:
    return call.text("trigger_id") or call.required("interactivity_pointer")[0]


def open_(call: Call) -> Json:
    trigger_id = _trigger_id(call)
    content = _checked(call, "modal")
    trigger = call.platform.ws.tickets.exchange(trigger_id)
    _warn_inside_modal(call, trigger)
    return _answer(call, call.platform.ws.surfaces.open(trigger.user, content))


def _warn_inside_modal(call: Call, trigger: Trigger) -> None:
    """It works by chance: some of Slack's clients show nothing (bolt-js #1072)."""
    if any(one.id == trigger.view_id for one in call.platform.ws.surfaces.stack(trigger.user)):
        call.platform.ws.changes.tell(
            "toast",
            level="warning",
            text="views.open inside a modal: some clients show nothing; push or update instead.",
        )


def push(call: Call) -> Json:
    trigger_id = _trigger_id(call)
    content = _checked(call, "modal")
    trigger = call.platform.ws.tickets.exchange(trigger_id)
    surfaces = call.platform.ws.surfaces
    stack = surfaces.stack(trigger.user)
    if trigger.view_id is None or all(one.id != trigger.view_id for one in stack):
        raise SlackSaysNo("invalid_trigger_id")  # a push needs a modal to stand on
    return _answer(call, surfaces.push(trigger.user, content))


def update(call: Call) -> Json:
    surfaces = call.platform.ws.surfaces
    view_id, external_id = call.text("view_id"), call.text("external_id")
    if not view_id and not external_id:
        raise invalid_arguments(["[ERROR] missing required field: view_id"])
    view = surfaces.by_id(view_id) if view_id else surfaces.by_external_id(external_id)
    if view is None:
        raise SlackSaysNo("not_found")
    content = _checked(call, "home" if view.is_home else "modal")
    return _answer(call, surfaces.update(view, content, call.text("hash")))


def publish(call: Call) -> Json:
    (user,) = call.required("user_id")
    if user not in call.platform.ws.members:
        raise invalid_arguments(["[ERROR] user_not_found [json-pointer:/user_id]"])
    content = _checked(call, "home")
    return _answer(call, call.platform.ws.surfaces.publish(user, content, call.text("hash")))


def validate(call: Call) -> Json:
    """blocks.validate: the blocks, a message, or a view, and nothing is shown to anyone."""
    if "view" in call.args:
        refuse(limits.check_view(call.args["view"]))
    elif "message" in call.args:
        refuse(limits.check_message(call.args["message"]))
    else:
        refuse(limits.check_blocks(call.args.get("blocks"), "message"))
    return {"ok": True}


METHODS: Methods = {
    "views.open": Method(open_, None, 4),
    "views.push": Method(push, None, 4),
    "views.update": Method(update, None, 4),
    "views.publish": Method(publish, None, 4),
    "blocks.validate": Method(validate, None, 4),
}
