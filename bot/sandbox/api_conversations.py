"""conversations.*: channels and direct messages."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace

from bot.sandbox.api_call import Call, Method, Methods, invalid_arguments
from bot.sandbox.messages import Message
from bot.sandbox.wire import Json, SlackSaysNo
from bot.sandbox.workspace import Channel

LONGEST_NAME = 80

_READ = ("channels:read", "groups:read", "im:read", "mpim:read")


def for_api(call: Call, channel: Channel) -> Json:
    """Slack's conversation object."""
    bot = call.platform.app.bot_user_id
    shown: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_im": channel.is_im,
        "is_archived": channel.is_archived,
        "is_org_shared": False,
        "is_ext_shared": channel.is_ext_shared,
        "context_team_id": call.platform.ws.id,
    }
    if channel.is_im:
        return shown | {"user": channel.other(bot), "is_user_deleted": False}
    return shown | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_general": channel.name == "general",
        "is_member": bot in channel.members,
        "creator": channel.creator,
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "num_members": len(channel.members),
    }


def open_(call: Call) -> Json:
    if call.text("channel"):
        channel = call.channel()
        return {"ok": True, "channel": {"id": channel.id}}
    users = call.args.get("users")
    ids = users if isinstance(users, list) else [one for one in str(users or "").split(",") if one]
    if len(ids) != 1:
        raise SlackSaysNo("users_list_not_supplied" if not ids else "too_many_users")
    ws, bot = call.platform.ws, call.platform.app.bot_user_id
    member = ws.members.get(ids[0])
    if member is None:
        raise SlackSaysNo("user_not_found")
    if member.deleted:
        raise SlackSaysNo("user_disabled")
    known = any(one.is_im and one.members == {bot, member.id} for one in ws.channels.values())
    channel = ws.direct(bot, member.id)
    told = for_api(call, channel) if call.flag("return_im") else {"id": channel.id}
    return {"ok": True, "no_op": known, "already_open": known, "channel": told}


def list_(call: Call) -> Json:
    call.needs(*_READ)
    kinds = set((call.text("types") or "public_channel").split(","))
    bot = call.platform.app.bot_user_id
    seen = [one for one in call.platform.ws.channels.values() if _is_seen(one, kinds, bot)]
    shown, metadata = call.page(seen)
    return {
        "ok": True,
        "channels": [for_api(call, one) for one in shown],
        "response_metadata": metadata,
    }


def _is_seen(channel: Channel, kinds: set[str], bot: str) -> bool:
    if channel.is_im:
        return "im" in kinds and bot in channel.members
    if channel.is_private:
        return "private_channel" in kinds and bot in channel.members
    return "public_channel" in kinds


def info(call: Call) -> Json:
    call.needs(*_READ)
    return {"ok": True, "channel": for_api(call, call.channel())}


def members(call: Call) -> Json:
    call.needs(*_READ)
    shown, metadata = call.page(sorted(call.channel().members))
    return {"ok": True, "members": shown, "response_metadata": metadata}


def _history_scope(channel: Channel) -> str:
    if channel.is_im:
        return "im:history"
    return "groups:history" if channel.is_private else "channels:history"


def _moment(call: Call, name: str, default: float) -> float:
    try:
        return float(call.text(name) or default)
    except ValueError:
        raise SlackSaysNo(f"invalid_ts_{name}") from None


def _read(call: Call, wanted: Callable[[Message], bool]) -> Json:
    channel = call.channel()
    call.needs(_history_scope(channel))
    if call.platform.app.bot_user_id not in channel.members:
        raise SlackSaysNo("not_in_channel")
    oldest, latest = _moment(call, "oldest", 0), _moment(call, "latest", 9_999_999_999)
    found = [
        one
        for one in call.platform.ws.messages(channel.id)
        if wanted(one) and oldest <= float(one.ts) <= latest
    ]
    newest_first = call.method == "conversations.history"
    shown, metadata = call.page(found[::-1] if newest_first else found)
    return {
        "ok": True,
        "messages": [_told(call, one) for one in shown],
        "has_more": bool(metadata["next_cursor"]),
        "response_metadata": metadata,
    }


def _told(call: Call, message: Message) -> Json:
    """A message, without its metadata unless all of it is asked for."""
    told = call.platform.payloads.message(message)
    if not call.flag("include_all_metadata"):
        told.pop("metadata", None)
    return told


def history(call: Call) -> Json:
    return _read(call, lambda one: one.is_top_level)


def replies(call: Call) -> Json:
    (ts,) = call.required("ts")
    answer = _read(call, lambda one: ts in (one.ts, one.thread_ts))
    if not answer["messages"]:
        raise SlackSaysNo("thread_not_found")
    return answer


def join(call: Call) -> Json:
    channel = call.channel()
    if channel.is_archived:
        raise SlackSaysNo("is_archived")
    if channel.is_im or channel.is_private:
        raise SlackSaysNo("method_not_supported_for_channel_type")
    return {"ok": True, "channel": for_api(call, _with(call, channel, [_bot(call)]))}


def invite(call: Call) -> Json:
    channel = call.channel()
    users = call.args.get("users")
    ids = users if isinstance(users, list) else [one for one in str(users or "").split(",") if one]
    if not ids:
        raise invalid_arguments(["[ERROR] missing required field: users"])
    if any(one not in call.platform.ws.members for one in ids):
        raise SlackSaysNo("user_not_found")
    if all(one in channel.members for one in ids):
        raise SlackSaysNo("already_in_channel")
    return {"ok": True, "channel": for_api(call, _with(call, channel, ids))}


def leave(call: Call) -> Json:
    channel = call.channel()
    call.platform.ws.change_channel(replace(channel, members=channel.members - {_bot(call)}))
    return {"ok": True}


def create(call: Call) -> Json:
    (name,) = call.required("name")
    ws, is_private = call.platform.ws, call.flag("is_private")
    call.needs("groups:write" if is_private else "channels:manage")
    if any(one.name == name for one in ws.channels.values()):
        raise SlackSaysNo("name_taken")
    if len(name) > LONGEST_NAME:
        raise SlackSaysNo("invalid_name_maxlength")
    if name != name.lower() or not all(
        one.isalnum() or one in "-_" or _is_mark(one) for one in name
    ):
        raise SlackSaysNo("invalid_name_specials")
    if not any(one.isalnum() for one in name):
        raise SlackSaysNo("invalid_name_punctuation")
    channel = ws.add_channel(
        ws.names.new("C"),
        name,
        [_bot(call)],
        is_private=is_private,
        creator=_bot(call),
        created=int(ws.clock().timestamp()),
    )
    return {"ok": True, "channel": for_api(call, channel)}


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def archive(call: Call) -> Json:
    channel = call.channel()
    if channel.is_archived:
        raise SlackSaysNo("already_archived")
    call.platform.archive(channel, _bot(call))
    return {"ok": True}


def set_topic(call: Call) -> Json:
    channel = call.channel()
    topic = call.text("topic")
    if len(topic) > 250:
        raise SlackSaysNo("too_long")
    changed = call.platform.ws.change_channel(replace(channel, topic=topic))
    return {"ok": True, "channel": for_api(call, changed)}


def _bot(call: Call) -> str:
    return call.platform.app.bot_user_id


def _with(call: Call, channel: Channel, newcomers: list[str]) -> Channel:
    changed = replace(channel, members=channel.members | frozenset(newcomers))
    call.platform.ws.change_channel(changed)
    for user in sorted(changed.members - channel.members):
        call.platform.events.tell(
            {
                "type": "member_joined_channel",
                "user": user,
                "channel": channel.id,
                "channel_type": "G" if channel.is_private else "C",
                "team": call.platform.ws.id,
            }
        )
    return changed


METHODS: Methods = {
    "conversations.open": Method(open_, "im:write", 3),
    "conversations.list": Method(list_, None, 2),
    "conversations.info": Method(info, None, 3),
    "conversations.members": Method(members, None, 4),
    "conversations.history": Method(history, None, 3),
    "conversations.replies": Method(replies, None, 3),
    "conversations.join": Method(join, "channels:join", 3),
    "conversations.leave": Method(leave, "channels:manage", 3),
    "conversations.create": Method(create, None, 2),
    "conversations.archive": Method(archive, "channels:manage", 2),
    "conversations.invite": Method(invite, "channels:manage", 3),
    "conversations.setTopic": Method(set_topic, "channels:manage", 2),
}
