"""What Slack hands out to be used once or a few times: trigger ids and response URLs."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sandbox.clock import SandboxClock
from bot.sandbox.names import Names
from bot.sandbox.wire import SlackSaysNo

TRIGGER_SECONDS = 3.0
RESPONSE_USES = 5
RESPONSE_LIFE = timedelta(minutes=30)


@dataclass(slots=True)
class Trigger:
    """`view_id` is the view that the person acted in, where it was one."""

    user: str
    issued: float
    view_id: str | None
    used: bool = False


@dataclass(slots=True)
class ResponseUrl:
    """Whom and what an app may answer; `original_ts` is the message that it may replace."""

    channel: str
    user: str
    issued_at: datetime
    thread_ts: str | None = None
    original_ts: str | None = None
    uses: int = 0


class Tickets:
    def __init__(self, clock: SandboxClock, names: Names) -> None:
        self._clock = clock
        self._names = names
        self._triggers: dict[str, Trigger] = {}
        self._urls: dict[str, ResponseUrl] = {}

    def trigger(self, user: str, view_id: str | None = None) -> str:
        """A new trigger_id; it lives for three real seconds and opens one view."""
        key = f"{int(self._clock().timestamp())}.{self._names.new('')}.{self._names.short()}"
        self._triggers[key] = Trigger(user, self._clock.elapsed(), view_id)
        _forget_old(self._triggers)
        return key

    def exchange(self, key: str) -> Trigger:
        """Uses a trigger up; says no as Slack does where it is unknown, spent, or too old."""
        trigger = self._triggers.get(key)
        if trigger is None:
            raise SlackSaysNo("invalid_trigger_id")
        if trigger.used:
            raise SlackSaysNo("exchanged_trigger_id")
        if self._clock.elapsed() - trigger.issued > TRIGGER_SECONDS:
            raise SlackSaysNo("expired_trigger_id")
        trigger.used = True
        return trigger

    def response_url(
        self, channel: str, user: str, thread_ts: str | None = None, original_ts: str | None = None
    ) -> str:
        """The id of a new response URL."""
        key = f"{self._names.new('')}/{self._names.short()}"
        self._urls[key] = ResponseUrl(channel, user, self._clock(), thread_ts, original_ts)
        _forget_old(self._urls)
        return key

    def look(self, key: str) -> ResponseUrl:
        """The response URL itself, no use counted."""
        return self._urls[key]

    def use(self, key: str) -> ResponseUrl:
        """Counts one use; says no after five, or after thirty minutes of the clock."""
        url = self._urls.get(key)
        if url is None:
            raise SlackSaysNo("invalid_url", 404)
        if self._clock() - url.issued_at > RESPONSE_LIFE:
            raise SlackSaysNo("expired_url", 404)
        if url.uses >= RESPONSE_USES:
            raise SlackSaysNo("used_url", 404)
        url.uses += 1
        return url

    def clear(self) -> None:
        self._triggers.clear()
        self._urls.clear()


MOST_KEPT = 5_000


def _forget_old(kept: dict[str, Trigger] | dict[str, ResponseUrl]) -> None:
    """A demo may run for days: the oldest go, which is the order of a dict."""
    while len(kept) > MOST_KEPT:
        del kept[next(iter(kept))]
