"""chat.startStream, appendStream, stopStream: a message that grows before one's eyes."""

from bot.sandbox import limits
from bot.sandbox.api_call import Call, Method, Methods, refuse
from bot.sandbox.api_chat import own_message, target
from bot.sandbox.limits_blocks import MOST_MARKDOWN
from bot.sandbox.messages import Message
from bot.sandbox.wire import Json, SlackSaysNo


def start(call: Call) -> Json:
    channel = target(call)
    (thread_ts,) = call.required("thread_ts")
    if not channel.is_im:
        call.required("recipient_user_id", "recipient_team_id")
    words = _words(call)
    message = call.platform.post_as_bot(
        channel.id, {"text": words, "markdown_text": words, "thread_ts": thread_ts}
    )
    call.platform.streaming.add(message.ts)
    return {"ok": True, "channel": channel.id, "ts": message.ts}


def append(call: Call) -> Json:
    message = _streaming(call)
    _grow(call, message)
    return {"ok": True, "channel": message.channel, "ts": message.ts}


def stop(call: Call) -> Json:
    message = _streaming(call)
    grown = _grow(call, message)
    blocks = call.args.get("blocks")
    if blocks:
        refuse(limits.check_message({"blocks": blocks}))
        grown = call.platform.ws.change(grown, blocks=[*(grown.blocks or []), *blocks])
    call.platform.streaming.discard(message.ts)
    return {
        "ok": True,
        "channel": message.channel,
        "ts": message.ts,
        "message": call.platform.payloads.message(grown),
    }


def _streaming(call: Call) -> Message:
    message = own_message(call, "message_not_owned_by_app")
    if message.ts not in call.platform.streaming:
        raise SlackSaysNo("message_not_in_streaming_state")
    return message


def _grow(call: Call, message: Message) -> Message:
    words = message.text + _words(call)
    if len(words) > MOST_MARKDOWN:
        raise SlackSaysNo("msg_too_long")
    blocks = [{"type": "markdown", "text": words}] if words else None
    return call.platform.ws.change(message, text=words, blocks=blocks)


def _words(call: Call) -> str:
    chunks = call.args.get("chunks")
    told = [one.get("text", "") for one in chunks or [] if one.get("type") == "markdown_text"]
    return call.text("markdown_text") + "".join(told)


METHODS: Methods = {
    "chat.startStream": Method(start, "chat:write", 2),
    "chat.appendStream": Method(append, "chat:write", 4),
    "chat.stopStream": Method(stop, "chat:write", 2),
}
