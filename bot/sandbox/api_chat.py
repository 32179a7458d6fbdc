"""chat.*: messages posted, changed, deleted."""

from bot.sandbox import limits
from bot.sandbox.api_call import Call, Method, Methods, invalid_arguments, refuse
from bot.sandbox.limits_core import Problem
from bot.sandbox.messages import Message
from bot.sandbox.wire import Json, SlackSaysNo
from bot.sandbox.workspace import Channel

MOST_TEXT = 40_000


def check_content(call: Call, *, update: bool = False) -> Json:
    """The call's content as it may be posted: refused where Slack would, text cut where it
    would be."""
    problems = limits.check_message(call.args, update=update)
    refuse(problems)
    _check_metadata(call.args.get("metadata"))
    blocks = call.args.get("blocks")
    at = call.platform.unreadable_file(blocks)
    if at is not None:
        refuse([Problem("invalid_blocks", f"/blocks/{at}/slack_file", "invalid slack file")])
    return call.args | {"text": call.text("text")[:MOST_TEXT]}


def _check_metadata(metadata: object) -> None:
    if metadata is None:
        return
    if not isinstance(metadata, dict) or not {"event_type", "event_payload"} <= metadata.keys():
        raise SlackSaysNo("invalid_metadata_format")


def target(call: Call) -> Channel:
    """Where a message is to go; a person's id means the direct message with them."""
    (wanted,) = call.required("channel")
    ws, bot = call.platform.ws, call.platform.app.bot_user_id
    member = ws.members.get(wanted)
    if member is not None:
        if member.is_bot:
            raise SlackSaysNo("cannot_dm_bot")
        if member.deleted:
            raise SlackSaysNo("user_disabled")
        return ws.direct(bot, member.id)
    channel = call.channel()
    if channel.is_archived:
        raise SlackSaysNo("is_archived")
    may_anywhere = "chat:write.public" in call.platform.app.scopes and not channel.is_private
    if bot not in channel.members and not may_anywhere:
        raise SlackSaysNo("not_in_channel")
    return channel


def post_message(call: Call) -> Json:
    channel = target(call)
    content = check_content(call)
    wait = call.platform.rates.for_post(channel.id)
    if wait:
        raise SlackSaysNo("ratelimited", 429, retry_after=wait)
    message = call.platform.post_as_bot(channel.id, content)
    return {
        "ok": True,
        "channel": channel.id,
        "ts": message.ts,
        "message": call.platform.payloads.message(message),
    }


def post_ephemeral(call: Call) -> Json:
    (user,) = call.required("user")
    channel = call.channel()
    if user not in channel.members:
        raise SlackSaysNo("user_not_in_channel")
    if call.platform.app.bot_user_id not in channel.members:
        raise SlackSaysNo("not_in_channel")
    content = check_content(call)
    message = call.platform.post_as_bot(channel.id, content, only_for=user)
    return {"ok": True, "message_ts": message.ts}


def own_message(call: Call, refusal: str) -> Message:
    """The app's own message of channel and ts; ephemeral ones Slack can't find again."""
    channel = call.channel()
    (ts,) = call.required("ts")
    message = call.platform.ws.message(channel.id, ts)
    if message is None or message.is_ephemeral:
        raise SlackSaysNo("message_not_found")
    if message.bot_id != call.platform.app.bot_id:
        raise SlackSaysNo(refusal)
    return message


def update(call: Call) -> Json:
    message = own_message(call, "cant_update_message")
    content = check_content(call, update=True)
    if _is_rich(message.blocks) and content.get("blocks") and not _is_rich(content["blocks"]):
        raise SlackSaysNo("block_mismatch")
    changed = call.platform.update_as_bot(message, content)
    return {
        "ok": True,
        "channel": message.channel,
        "ts": message.ts,
        "text": changed.text,
        "message": call.platform.payloads.message(changed),
    }


def _is_rich(blocks: list[Json] | None) -> bool:
    """A message of nothing but one rich_text block can only become another such."""
    return bool(blocks) and [one["type"] for one in blocks or []] == ["rich_text"]


def delete(call: Call) -> Json:
    message = own_message(call, "cant_delete_message")
    call.platform.delete(message)
    return {"ok": True, "channel": message.channel, "ts": message.ts}


def get_permalink(call: Call) -> Json:
    channel = call.channel()
    (ts,) = call.required("message_ts")
    if call.platform.ws.message(channel.id, ts) is None:
        raise SlackSaysNo("message_not_found")
    where = f"{call.platform.base_url}/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"ok": True, "channel": channel.id, "permalink": where}


def unfurl(call: Call) -> Json:
    if not isinstance(call.args.get("unfurls"), dict):
        raise invalid_arguments(["[ERROR] missing required field: unfurls"])
    channel = call.channel()
    (ts,) = call.required("ts")
    message = call.platform.ws.message(channel.id, ts)
    if message is None:
        raise SlackSaysNo("cannot_unfurl_message")
    shown = [
        {"from_url": url, "is_app_unfurl": True, **one} for url, one in call.args["unfurls"].items()
    ]
    refuse(limits.check_message({"attachments": shown}))
    call.platform.ws.change(message, attachments=shown)
    return {"ok": True}


METHODS: Methods = {
    "chat.postMessage": Method(post_message, "chat:write"),
    "chat.postEphemeral": Method(post_ephemeral, "chat:write", 4),
    "chat.update": Method(update, "chat:write", 3),
    "chat.delete": Method(delete, "chat:write", 3),
    "chat.getPermalink": Method(get_permalink),
    "chat.unfurl": Method(unfurl, "links:write", 3),
}
