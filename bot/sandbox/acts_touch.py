"""Pressing and choosing: actions of elements, options asked for, shortcuts, the Home tab."""

from typing import Any

from bot.sandbox import anatomy
from bot.sandbox.acting import CannotDo, channel_of, complain, deliver
from bot.sandbox.anatomy import STATEFUL
from bot.sandbox.delivery import Parcel
from bot.sandbox.limits import check_ack
from bot.sandbox.messages import Message
from bot.sandbox.people import Member
from bot.sandbox.platform import Platform
from bot.sandbox.surfaces import View
from bot.sandbox.wire import Json

_TOLD_OF_BUTTONS = ("text", "value", "style", "url")


async def block_action(platform: Platform, person: Member, request: Json) -> Json:
    surface = _surface(platform, person, request)
    block, element = _element(surface, request)
    given = request.get("action") or {}
    action = _action(block, element, given) | {"action_ts": platform.ws.new_ts()}
    touched = _touched(request, block, element, given)
    if isinstance(surface, View):
        place = platform.payloads.in_view(platform.ws.surfaces.fill(surface, touched))
    else:
        place = _in_message(platform, person, surface, with_url=True)
        blocks = anatomy.all_blocks(surface.blocks, surface.attachments)
        place["state"] = {"values": anatomy.state(blocks, touched)}
    payload = platform.payloads.block_actions(person, place, [action])
    title = f"block_actions {element['action_id']}"
    await deliver(platform, Parcel("interactive", payload, title, answerable=False))
    return {"ok": True}


async def options(platform: Platform, person: Member, request: Json) -> Json:
    surface = _surface(platform, person, request)
    _, element = _element(surface, request)
    if isinstance(surface, View):
        place = platform.payloads.in_view(surface)
    else:
        place = _in_message(platform, person, surface, with_url=False)
    typed = str(request.get("value") or "")
    if len(typed) < element.get("min_query_length", 3):
        return {"ok": True, "options": []}
    payload = platform.payloads.block_suggestion(
        person, place, request["block_id"], request["action_id"], typed
    )
    title = f"block_suggestion {element['action_id']}"
    body = await deliver(platform, Parcel("interactive", payload, title), "No result")
    problems = check_ack("block_suggestion", body or {"options": []})
    if problems:
        raise complain(platform, title, body, problems)
    name = "option_groups" if body and body.get("option_groups") else "options"
    return {"ok": True, name: (body or {}).get(name) or []}


async def shortcut(platform: Platform, person: Member, request: Json) -> Json:
    callback_id = str(request.get("callback_id"))
    if platform.app.shortcut(callback_id, "global") is None:
        raise CannotDo("unknown_shortcut")
    payload = platform.payloads.shortcut(person, callback_id)
    title = f"shortcut {callback_id}"
    await deliver(platform, Parcel("interactive", payload, title, answerable=False))
    return {"ok": True}


async def message_shortcut(platform: Platform, person: Member, request: Json) -> Json:
    callback_id = str(request.get("callback_id"))
    if platform.app.shortcut(callback_id, "message") is None:
        raise CannotDo("unknown_shortcut")
    channel = channel_of(platform, person, request)
    message = platform.ws.message(channel.id, str(request.get("ts")))
    if message is None or message.is_ephemeral:
        raise CannotDo("message_not_found")
    key = platform.ws.tickets.response_url(channel.id, person.id, message.thread_ts)
    payload = platform.payloads.message_action(
        person, callback_id, channel, message, platform.response_url(key)
    )
    title = f"message_action {callback_id}"
    await deliver(platform, Parcel("interactive", payload, title, answerable=False))
    return {"ok": True}


async def home_opened(platform: Platform, person: Member, request: Json) -> Json:
    tab = str(request.get("tab") or "home")
    event: Json = {
        "type": "app_home_opened",
        "user": person.id,
        "channel": platform.ws.direct(platform.app.bot_user_id, person.id).id,
        "tab": tab,
    }
    view = platform.ws.surfaces.home(person.id)
    if view is not None and tab == "home":
        event["view"] = platform.payloads.view(view)
    told = platform.events.tell(event)
    if told is not None:
        await told
    return {"ok": True}


def _surface(platform: Platform, person: Member, request: Json) -> View | Message:
    """The view or message that the container names, if the person sees it."""
    container = request.get("container") or {}
    if container.get("type") == "view":
        view = platform.ws.surfaces.by_id(str(container.get("view_id")))
        if view is None or view.user != person.id:
            raise CannotDo("view_not_found")
        return view
    channel = channel_of(platform, person, container)
    message = platform.ws.message(channel.id, str(container.get("ts")))
    if message is None or message.only_for not in (None, person.id):
        raise CannotDo("message_not_found")
    return message


def _element(surface: View | Message, request: Json) -> tuple[Json, Json]:
    if isinstance(surface, View):
        blocks = surface.blocks
    else:
        blocks = anatomy.all_blocks(surface.blocks, surface.attachments)
    names = str(request.get("block_id")), str(request.get("action_id"))
    found = anatomy.find(blocks, *names)
    if found is None:
        raise CannotDo("no_such_element", f"No element {names[1]} in block {names[0]}")
    return found


def _action(block: Json, element: Json, given: Json) -> Json:
    """The entry of `actions`, made from the element as it was posted and the person's choice."""
    kind = element["type"]
    action: Json = {
        "type": kind,
        "block_id": block["block_id"],
        "action_id": element["action_id"],
    }
    if kind in STATEFUL:
        state = STATEFUL[kind]
        _check_offered(element, given.get(state.key))
        initial = {state.initial: element[state.initial]} if state.initial in element else {}
        return action | initial | {state.key: given.get(state.key, state.nothing)}
    if kind == "overflow":
        _check_offered(element, given.get("selected_option"))
        return action | {"selected_option": given.get("selected_option")}
    if kind == "feedback_buttons":
        return action | {"value": given.get("value"), "text": given.get("text")}
    return action | {name: element[name] for name in _TOLD_OF_BUTTONS if name in element}


def _check_offered(element: Json, chosen: Any) -> None:
    """Only what is offered can be chosen; external lists are the app's own affair."""
    groups = element.get("option_groups") or []
    offered = [*(element.get("options") or []), *(one for g in groups for one in g["options"])]
    if not offered or chosen is None:
        return
    values = {one["value"] for one in offered}
    wanted = chosen if isinstance(chosen, list) else [chosen]
    if any(one.get("value") not in values for one in wanted):
        raise CannotDo("no_such_option")


def _touched(request: Json, block: Json, element: Json, given: Json) -> dict[str, dict[str, Json]]:
    """The inputs as the page tells them, the one just touched among them."""
    touched = {key: dict(inner) for key, inner in (request.get("values") or {}).items()}
    state = STATEFUL.get(element["type"])
    if state is not None:
        one = {"type": element["type"], state.key: given.get(state.key, state.nothing)}
        touched.setdefault(block["block_id"], {})[element["action_id"]] = one
    return touched


def _in_message(platform: Platform, person: Member, message: Message, *, with_url: bool) -> Json:
    channel = platform.ws.channels[message.channel]
    url = None
    if with_url:
        key = platform.ws.tickets.response_url(channel.id, person.id, message.thread_ts, message.ts)
        url = platform.response_url(key)
    return platform.payloads.in_message(channel, message, url)
