"""Typing: commands, messages, and having read them."""

from bot.sandbox import answers, composer
from bot.sandbox.acting import CannotDo, channel_of, complain, deliver
from bot.sandbox.delivery import Parcel
from bot.sandbox.limits import check_ack
from bot.sandbox.people import Member
from bot.sandbox.platform import Platform
from bot.sandbox.wire import Json

MOST_COMMAND_TEXT = 12_000


async def command(platform: Platform, person: Member, request: Json) -> Json:
    channel = channel_of(platform, person, request)
    name = str(request.get("command", ""))
    if request.get("thread_ts"):
        raise CannotDo("not_in_threads", f"{name} is not supported in threads. Sorry!")
    known = platform.app.command(name)
    if known is None:
        raise CannotDo(
            "unknown_command",
            f"{name} is not a valid command. In Slack, all messages that start with the"
            ' "/" character are interpreted as commands.',
        )
    typed = str(request.get("text") or "").strip()[:MOST_COMMAND_TEXT]
    text = composer.as_command(platform.ws, typed, should_escape=known.should_escape)
    tickets = platform.ws.tickets
    key = tickets.response_url(channel.id, person.id)
    url = platform.response_url(key)
    payload = platform.payloads.command(person, channel, name, text, url)
    title = f"{name} {typed}".strip()
    body = await deliver(
        platform,
        Parcel("slash_commands", payload, title),
        f'{name} failed with the error "{{error}}"',
    )
    problems = check_ack("command", body)
    if problems:
        raise complain(platform, title, body, problems)
    if body and (isinstance(body, str) or _says_something(body)):
        answers.to_command(platform, body, tickets.look(key))
    return {"ok": True}


def _says_something(body: Json) -> bool:
    return any(body.get(name) for name in ("text", "blocks", "attachments"))


async def message(platform: Platform, person: Member, request: Json) -> Json:
    channel = channel_of(platform, person, request)
    typed = str(request.get("text") or "").strip()
    files = _attached(platform, person, request)
    if not typed and not files:
        raise CannotDo("no_text")
    if not files and typed.startswith("/") and typed[1:2].isalpha():
        name, _, rest = typed.partition(" ")
        return await command(platform, person, {**request, "command": name, "text": rest})
    posted = platform.ws.post(
        channel.id,
        person.id,
        composer.as_message(platform.ws, typed),
        thread_ts=request.get("thread_ts"),
        files=files,
    )
    platform.ws.mark_read(person.id, channel.id)
    platform.events.posted(posted)
    return {"ok": True, "ts": posted.ts}


def _attached(platform: Platform, person: Member, request: Json) -> tuple[Json, ...]:
    """The files that were uploaded for a message, by their ids; only one's own."""
    found = [platform.ws.files.get(str(one)) for one in request.get("files") or ()]
    if any(one is None or one["user"] != person.id for one in found):
        raise CannotDo("file_not_found", "This file is no longer there. Attach it again.")
    return tuple(one for one in found if one is not None)


async def read(platform: Platform, person: Member, request: Json) -> Json:
    platform.ws.mark_read(person.id, channel_of(platform, person, request).id)
    return {"ok": True}
