"""Messages by which an app answers what people did: in an acknowledgement, or at a response_url."""

from bot.sandbox import limits
from bot.sandbox.api_call import refuse
from bot.sandbox.messages import Message
from bot.sandbox.platform import Platform
from bot.sandbox.tickets import ResponseUrl
from bot.sandbox.wire import Json, SlackSaysNo


def to_command(platform: Platform, body: Json | str, url: ResponseUrl) -> None:
    """The body of a command's acknowledgement, checked before: a message, ephemeral by default."""
    content = {"text": body} if isinstance(body, str) else body
    url.original_ts = _post(platform, content, url).ts


def at_response_url(platform: Platform, key: str, body: object) -> None:
    """What an app posts to a response_url. Says no as Slack does."""
    if not isinstance(body, dict):
        raise SlackSaysNo("invalid_payload", 400)
    url = platform.ws.tickets.use(key)
    original = _original(platform, url)
    if body.get("delete_original"):
        if original is not None:
            platform.delete(original)
            url.original_ts = None
        return
    try:
        refuse(limits.check_message(body))
    except SlackSaysNo as no:
        raise SlackSaysNo(no.code, 400, **no.facts) from None
    if body.get("replace_original") and original is not None:
        platform.replace_as_bot(original, body)
        return
    message = _post(platform, body, url)
    if url.original_ts is None:
        url.original_ts = message.ts


def _original(platform: Platform, url: ResponseUrl) -> Message | None:
    return None if url.original_ts is None else platform.ws.message(url.channel, url.original_ts)


def _post(platform: Platform, content: Json, url: ResponseUrl) -> Message:
    in_channel = content.get("response_type") == "in_channel"
    placed = {**content, "thread_ts": content.get("thread_ts") or url.thread_ts}
    return platform.post_as_bot(url.channel, placed, only_for=None if in_channel else url.user)
