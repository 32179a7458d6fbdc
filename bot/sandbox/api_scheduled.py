"""chat.scheduleMessage and its kin: messages that the sandbox's clock sends."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.sandbox.agenda import Entry
from bot.sandbox.api_call import Call, Method, Methods
from bot.sandbox.api_chat import check_content, target
from bot.sandbox.wire import Json, SlackSaysNo

FURTHEST = timedelta(days=120)
WINDOW = timedelta(minutes=5)
MOST_IN_WINDOW = 30


@dataclass(frozen=True, slots=True)
class Scheduled:
    id: str
    channel: str
    post_at: datetime
    text: str
    entry: Entry

    def is_waiting(self, now: datetime) -> bool:
        return not self.entry.struck and self.post_at > now


def schedule(call: Call) -> Json:
    channel = target(call)
    content = check_content(call)
    platform, now = call.platform, call.platform.ws.clock()
    post_at = datetime.fromtimestamp(call.number("post_at", 0), UTC)
    _check_moment(call, channel.id, post_at, now)

    async def post() -> None:
        if content.get("metadata"):
            platform.ws.changes.tell(
                "toast",
                level="warning",
                text="A scheduled message with metadata: Slack never posts these.",
            )
            return
        platform.post_as_bot(channel.id, content)

    entry = platform.agenda.put(post_at, post)
    scheduled = Scheduled(platform.ws.names.new("Q"), channel.id, post_at, content["text"], entry)
    platform.scheduled[scheduled.id] = scheduled
    return {
        "ok": True,
        "channel": channel.id,
        "scheduled_message_id": scheduled.id,
        "post_at": int(post_at.timestamp()),
        "message": {
            "type": "delayed_message",
            "text": content["text"],
            "user": platform.app.bot_user_id,
            "bot_id": platform.app.bot_id,
            "team": platform.ws.id,
        },
    }


def _check_moment(call: Call, channel: str, post_at: datetime, now: datetime) -> None:
    if post_at <= now:
        raise SlackSaysNo("time_in_past")
    if post_at > now + FURTHEST:
        raise SlackSaysNo("time_too_far")
    near = [
        one
        for one in _waiting(call)
        if one.channel == channel and abs(one.post_at - post_at) < WINDOW
    ]
    if len(near) >= MOST_IN_WINDOW:
        raise SlackSaysNo("restricted_too_many")


def delete(call: Call) -> Json:
    channel = target(call)
    (wanted,) = call.required("scheduled_message_id")
    for one in _waiting(call):
        if one.id == wanted and one.channel == channel.id:
            call.platform.agenda.strike(one.entry)
            return {"ok": True}
    raise SlackSaysNo("invalid_scheduled_message_id")


def list_(call: Call) -> Json:
    channel = call.text("channel")
    waiting = [one for one in _waiting(call) if channel in ("", one.channel)]
    shown, metadata = call.page(sorted(waiting, key=lambda one: one.post_at))
    now = int(call.platform.ws.clock().timestamp())
    return {
        "ok": True,
        "scheduled_messages": [
            {
                "id": one.id,
                "channel_id": one.channel,
                "post_at": int(one.post_at.timestamp()),
                "date_created": now,
                "text": one.text,
            }
            for one in shown
        ],
        "response_metadata": metadata,
    }


def _waiting(call: Call) -> list[Scheduled]:
    now = call.platform.ws.clock()
    return [one for one in call.platform.scheduled.values() if one.is_waiting(now)]


METHODS: Methods = {
    "chat.scheduleMessage": Method(schedule, "chat:write", 3),
    "chat.deleteScheduledMessage": Method(delete, "chat:write", 3),
    "chat.scheduledMessages.list": Method(list_, None, 3),
}
