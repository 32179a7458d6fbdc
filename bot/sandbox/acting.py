"""What a person does on the page comes in here, by whatever door, and is passed on to the app."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bot.sandbox.delivery import Parcel, Undelivered
from bot.sandbox.limits_core import Problem
from bot.sandbox.people import Member
from bot.sandbox.platform import Platform
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Channel

TROUBLE = "We had some trouble connecting. Try again?"

Act = Callable[[Platform, Member, Json], Awaitable[Json]]


class CannotDo(Exception):
    """The act isn't possible; `message` is what Slack would show the person."""

    def __init__(self, error: str, message: str = "", **facts: Any) -> None:
        super().__init__(error)
        self.answer: Json = {"ok": False, "error": error, "message": message or error, **facts}


async def act(platform: Platform, acts: Mapping[str, Act], request: Json) -> Json:
    """Does what the request says, as the person it says; never raises for what people may do."""
    person = platform.ws.members.get(str(request.get("as")))
    doing = acts.get(str(request.get("kind")))
    try:
        if person is None or person.is_bot:
            raise CannotDo("unknown_person")
        if doing is None:
            raise CannotDo("unknown_kind", f"No such act: {request.get('kind')}")
        return await doing(platform, person, request)
    except CannotDo as cannot:
        if person is not None:
            toast(platform, person, cannot.answer["message"])
        return cannot.answer


async def deliver(platform: Platform, parcel: Parcel, words: str = TROUBLE) -> Any:
    """The acknowledgement's body; CannotDo where none came."""
    try:
        return await platform.courier.deliver(parcel)
    except Undelivered as trouble:
        shown = words.replace("{error}", trouble.code)
        raise CannotDo(trouble.code, shown, detail=trouble.detail) from trouble


def complain(platform: Platform, title: str, body: Any, problems: Sequence[Problem]) -> CannotDo:
    """An acknowledgement that Slack would reject in silence, made loud."""
    words = "; ".join(map(str, problems))
    platform.traffic.note(
        "from_app",
        f"acknowledgement of {title}",
        platform.traffic.stopwatch(),
        request=body,
        response=None,
        error=problems[0].code,
        detail=words,
    )
    return CannotDo(problems[0].code, TROUBLE, detail=words)


def toast(platform: Platform, person: Member, text: str, level: str = "error") -> None:
    platform.ws.changes.tell("toast", frozenset({person.id}), level=level, text=text)


def channel_of(platform: Platform, person: Member, request: Json) -> Channel:
    """The channel that the request names, if the person is in it."""
    channel = platform.ws.channels.get(str(request.get("channel")))
    if channel is None:
        raise CannotDo("channel_not_found")
    if person.id not in channel.members:
        raise CannotDo("not_in_channel", f"You are not in #{channel.name}.")
    return channel
