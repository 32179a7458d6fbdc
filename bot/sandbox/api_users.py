"""users.*, dnd.* and usergroups.*: who the members are."""

from bot.sandbox.api_call import Call, Method, Methods
from bot.sandbox.people import Member, for_api, profile
from bot.sandbox.wire import Json, SlackSaysNo


def _may_see_email(call: Call) -> bool:
    return "users:read.email" in call.platform.app.scopes


def _user(call: Call, member: Member) -> Json:
    ws = call.platform.ws
    return for_api(
        member,
        ws.id,
        ws.clock(),
        email=_may_see_email(call),
        locale=call.flag("include_locale"),
    )


def _member(call: Call, name: str = "user") -> Member:
    (wanted,) = call.required(name)
    found = call.platform.ws.members.get(wanted)
    if found is None:
        raise SlackSaysNo("user_not_found")
    return found


def info(call: Call) -> Json:
    return {"ok": True, "user": _user(call, _member(call))}


def list_(call: Call) -> Json:
    members, metadata = call.page(list(call.platform.ws.members.values()), default=1000)
    return {
        "ok": True,
        "members": [_user(call, member) for member in members],
        "cache_ts": int(call.platform.ws.clock().timestamp()),
        "response_metadata": metadata,
    }


def lookup_by_email(call: Call) -> Json:
    (email,) = call.required("email")
    for member in call.platform.ws.members.values():
        if member.email.lower() == email.lower() and not member.deleted:
            return {"ok": True, "user": _user(call, member)}
    raise SlackSaysNo("users_not_found")


def get_profile(call: Call) -> Json:
    member = _member(call)
    shown = profile(member, call.platform.ws.id, email=_may_see_email(call))
    return {"ok": True, "profile": shown}


def conversations(call: Call) -> Json:
    from_user = call.text("user") or call.platform.app.bot_user_id
    kinds = set((call.text("types") or "public_channel").split(","))
    channels = [
        {"id": one.id, "name": one.name, "is_im": one.is_im, "is_private": one.is_private}
        for one in call.platform.ws.channels.values()
        if from_user in one.members and _kind(one.is_im, one.is_private) in kinds
    ]
    shown, metadata = call.page(channels)
    return {"ok": True, "channels": shown, "response_metadata": metadata}


def _kind(is_im: bool, is_private: bool) -> str:
    if is_im:
        return "im"
    return "private_channel" if is_private else "public_channel"


def get_presence(call: Call) -> Json:
    _member(call)
    return {"ok": True, "presence": "active", "online": True}


def dnd_info(call: Call) -> Json:
    return {"ok": True, **_dnd(_member(call), call), "snooze_enabled": False}


def dnd_team_info(call: Call) -> Json:
    wanted = call.args.get("users") or ""
    ids = wanted if isinstance(wanted, list) else [one for one in str(wanted).split(",") if one]
    known = call.platform.ws.members
    return {"ok": True, "users": {one: _dnd(known[one], call) for one in ids if one in known}}


def _dnd(member: Member, call: Call) -> Json:
    now = int(call.platform.ws.clock().timestamp())
    begins, ends = member.dnd or (now, now)
    return {
        "dnd_enabled": member.dnd is not None,
        "next_dnd_start_ts": begins,
        "next_dnd_end_ts": ends,
    }


def usergroups(_call: Call) -> Json:
    return {"ok": True, "usergroups": []}


def usergroup_users(_call: Call) -> Json:
    raise SlackSaysNo("no_such_subteam")


METHODS: Methods = {
    "users.info": Method(info, "users:read", 4),
    "users.list": Method(list_, "users:read", 2),
    "users.lookupByEmail": Method(lookup_by_email, "users:read.email", 3),
    "users.profile.get": Method(get_profile, "users.profile:read", 4),
    "users.conversations": Method(conversations, "channels:read", 3),
    "users.getPresence": Method(get_presence, "users:read", 3),
    "dnd.info": Method(dnd_info, "dnd:read", 3),
    "dnd.teamInfo": Method(dnd_team_info, "dnd:read", 2),
    "usergroups.list": Method(usergroups, "usergroups:read", 2),
    "usergroups.users.list": Method(usergroup_users, "usergroups:read", 2),
}
