"""pins.*, bookmarks.* and reactions.*: what hangs on channels and messages."""

from collections.abc import Sequence

from bot.sandbox.api_call import Call, Method, Methods
from bot.sandbox.messages import Message
from bot.sandbox.wire import Json, SlackSaysNo

Reactions = Sequence[tuple[str, tuple[str, ...]]]


def _message(call: Call) -> Message:
    channel = call.channel()
    (ts,) = call.required("timestamp")
    message = call.platform.ws.message(channel.id, ts)
    if message is None or message.is_ephemeral:
        raise SlackSaysNo("message_not_found")
    return message


def pin(call: Call) -> Json:
    message = _message(call)
    pinned = call.platform.ws.pins.setdefault(message.channel, [])
    if message.ts in pinned:
        raise SlackSaysNo("already_pinned")
    pinned.append(message.ts)
    call.platform.ws.touch(message)
    return {"ok": True}


def unpin(call: Call) -> Json:
    message = _message(call)
    pinned = call.platform.ws.pins.get(message.channel, [])
    if message.ts not in pinned:
        raise SlackSaysNo("no_pin")
    pinned.remove(message.ts)
    call.platform.ws.touch(message)
    return {"ok": True}


def list_pins(call: Call) -> Json:
    channel = call.channel()
    ws = call.platform.ws
    found = [ws.message(channel.id, ts) for ts in ws.pins.get(channel.id, [])]
    return {
        "ok": True,
        "items": [
            {
                "type": "message",
                "channel": channel.id,
                "message": call.platform.payloads.message(one),
            }
            for one in found
            if one is not None
        ],
    }


def add_bookmark(call: Call) -> Json:
    channel = call.channel("channel_id")
    title, kind = call.required("title", "type")
    if kind != "link":
        raise SlackSaysNo("invalid_bookmark_type")
    bookmark = {
        "id": call.platform.ws.names.new("Bk"),
        "channel_id": channel.id,
        "title": title,
        "link": call.required("link")[0],
        "emoji": call.text("emoji"),
        "type": kind,
    }
    call.platform.ws.bookmarks.setdefault(channel.id, []).append(bookmark)
    return {"ok": True, "bookmark": bookmark}


def list_bookmarks(call: Call) -> Json:
    channel = call.channel("channel_id")
    return {"ok": True, "bookmarks": call.platform.ws.bookmarks.get(channel.id, [])}


def remove_bookmark(call: Call) -> Json:
    channel = call.channel("channel_id")
    (wanted,) = call.required("bookmark_id")
    kept = call.platform.ws.bookmarks.get(channel.id, [])
    if all(one["id"] != wanted for one in kept):
        raise SlackSaysNo("not_found")
    call.platform.ws.bookmarks[channel.id] = [one for one in kept if one["id"] != wanted]
    return {"ok": True}


def with_reaction(reactions: Reactions, name: str, user: str) -> Reactions:
    known = dict(reactions)
    return tuple((known | {name: (*known.get(name, ()), user)}).items())


def add_reaction(call: Call) -> Json:
    message = _message(call)
    (name,) = call.required("name")
    bot = call.platform.app.bot_user_id
    if bot in dict(message.reactions).get(name, ()):
        raise SlackSaysNo("already_reacted")
    call.platform.ws.change(message, reactions=with_reaction(message.reactions, name, bot))
    return {"ok": True}


def remove_reaction(call: Call) -> Json:
    message = _message(call)
    (name,) = call.required("name")
    bot, known = call.platform.app.bot_user_id, dict(message.reactions)
    if bot not in known.get(name, ()):
        raise SlackSaysNo("no_reaction")
    known[name] = tuple(one for one in known[name] if one != bot)
    left = tuple((key, users) for key, users in known.items() if users)
    call.platform.ws.change(message, reactions=left)
    return {"ok": True}


def get_reactions(call: Call) -> Json:
    message = _message(call)
    told = call.platform.payloads.message(message)
    return {"ok": True, "type": "message", "channel": message.channel, "message": told}


METHODS: Methods = {
    "pins.add": Method(pin, "pins:write", 2),
    "pins.remove": Method(unpin, "pins:write", 2),
    "pins.list": Method(list_pins, "pins:read", 2),
    "bookmarks.add": Method(add_bookmark, "bookmarks:write", 2),
    "bookmarks.list": Method(list_bookmarks, "bookmarks:read", 3),
    "bookmarks.remove": Method(remove_bookmark, "bookmarks:write", 2),
    "reactions.add": Method(add_reaction, "reactions:write", 3),
    "reactions.remove": Method(remove_reaction, "reactions:write", 2),
    "reactions.get": Method(get_reactions, "reactions:read", 3),
}
