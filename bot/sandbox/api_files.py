"""files.*: uploads by URL, shared into channels."""

from bot.sandbox.api_call import Call, Method, Methods, invalid_arguments
from bot.sandbox.wire import Json, SlackSaysNo


def get_upload_url(call: Call) -> Json:
    (name,) = call.required("filename")
    length = call.number("length", 0)
    if length <= 0:
        raise invalid_arguments(["[ERROR] must be greater than 0 [json-pointer:/length]"])
    file = call.platform.uploads.announce(name, length, call.platform.app.bot_user_id)
    return {"ok": True, "upload_url": call.platform.uploads.upload_url(file), "file_id": file}


def complete_upload(call: Call) -> Json:
    wanted = call.args.get("files")
    if not isinstance(wanted, list) or not wanted or any(not isinstance(f, dict) for f in wanted):
        raise invalid_arguments(["[ERROR] missing required field: files"])
    channels = _channels(call)
    files = [
        call.platform.uploads.complete(one.get("id", ""), one.get("title"), channels)
        for one in wanted
    ]
    for channel in channels:
        message = call.platform.ws.post(
            channel,
            call.platform.app.bot_user_id,
            call.text("initial_comment"),
            thread_ts=call.text("thread_ts") or None,
            files=tuple(files),
            bot_id=call.platform.app.bot_id,
            app_id=call.platform.app.app_id,
        )
        call.platform.events.posted(message)
    return {"ok": True, "files": files}


def _channels(call: Call) -> list[str]:
    named = call.args.get("channels") or call.text("channel_id")
    ids = named if isinstance(named, list) else [one for one in str(named).split(",") if one]
    bot = call.platform.app.bot_user_id
    for one in ids:
        channel = call.platform.ws.channels.get(one)
        if channel is None:
            raise SlackSaysNo("channel_not_found")
        if bot not in channel.members:
            raise SlackSaysNo("not_in_channel")
    return ids


def _file(call: Call) -> Json:
    (wanted,) = call.required("file")
    file = call.platform.ws.files.get(wanted)
    if file is None:
        raise SlackSaysNo("file_not_found")
    return file


def info(call: Call) -> Json:
    return {
        "ok": True,
        "file": _file(call),
        "comments": [],
        "response_metadata": {"next_cursor": ""},
    }


def delete(call: Call) -> Json:
    file = _file(call)
    call.platform.uploads.delete(file["id"])
    return {"ok": True}


METHODS: Methods = {
    "files.getUploadURLExternal": Method(get_upload_url, "files:write", 4),
    "files.completeUploadExternal": Method(complete_upload, "files:write", 4),
    "files.info": Method(info, "files:read", 4),
    "files.delete": Method(delete, "files:write", 3),
}
