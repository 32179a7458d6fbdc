"""auth, apps, team, bots, emoji and oauth: the app and its workspace."""

from bot.sandbox.api_call import Call, Method, Methods
from bot.sandbox.socket_mode import BySocket
from bot.sandbox.wire import Json, SlackSaysNo

ROTATION_SECONDS = 43_200


def auth_test(call: Call) -> Json:
    platform = call.platform
    return {
        "ok": True,
        "url": f"https://{platform.ws.domain}.slack.com/",
        "team": platform.ws.name,
        "user": platform.app.bot_name.lower(),
        "team_id": platform.ws.id,
        "user_id": platform.app.bot_user_id,
        "bot_id": platform.app.bot_id,
        "is_enterprise_install": False,
    }


def api_test(call: Call) -> Json:
    if call.text("error"):
        raise SlackSaysNo(call.text("error"), args=call.args)
    return {"ok": True, "args": call.args}


def open_connection(call: Call) -> Json:
    door = call.platform.courier.door
    if not isinstance(door, BySocket):
        raise SlackSaysNo("socket_mode_not_enabled")
    base = call.platform.base_url.replace("http", "ws", 1)
    query = f"ticket={door.new_ticket()}&app_id={call.platform.app.app_id}"
    return {"ok": True, "url": f"{base}/socket?{query}"}


def uninstall(call: Call) -> Json:
    call.platform.faults.revoke_token("account_inactive")
    return {"ok": True}


def team_info(call: Call) -> Json:
    ws = call.platform.ws
    return {
        "ok": True,
        "team": {
            "id": ws.id,
            "name": ws.name,
            "domain": ws.domain,
            "url": f"https://{ws.domain}.slack.com/",
            "email_domain": "",
            "icon": {"image_default": True},
        },
    }


def bot_info(call: Call) -> Json:
    app = call.platform.app
    if call.text("bot") not in ("", app.bot_id):
        raise SlackSaysNo("bot_not_found")
    bot = {
        "id": app.bot_id,
        "deleted": False,
        "name": app.bot_name,
        "updated": int(call.platform.ws.clock().timestamp()),
        "app_id": app.app_id,
        "user_id": app.bot_user_id,
    }
    return {"ok": True, "bot": bot}


def emoji_list(_call: Call) -> Json:
    return {"ok": True, "emoji": {}}


def oauth_access(call: Call) -> Json:
    """The last step of an installation, and the rotation of its token."""
    platform = call.platform
    tokens = platform.tokens
    given = (call.text("client_id"), call.text("client_secret"))
    if given != (tokens.client_id, tokens.client_secret):
        raise SlackSaysNo(
            "bad_client_secret" if given[0] == tokens.client_id else "invalid_client_id"
        )
    answer: Json = {
        "ok": True,
        "app_id": platform.app.app_id,
        "access_token": tokens.bot,
        "token_type": "bot",
        "scope": ",".join(platform.app.scopes),
        "bot_user_id": platform.app.bot_user_id,
        "team": {"id": platform.ws.id, "name": platform.ws.name},
        "enterprise": None,
        "is_enterprise_install": False,
    }
    rotates = {"refresh_token": f"xoxe-1-{tokens.bot}", "expires_in": ROTATION_SECONDS}
    if call.text("grant_type") == "refresh_token":
        if call.text("refresh_token") != rotates["refresh_token"]:
            raise SlackSaysNo("invalid_refresh_token")
        return answer | rotates
    if call.required("code")[0] != platform.oauth_code:
        raise SlackSaysNo("invalid_code")
    installer = next(one.id for one in platform.ws.members.values() if not one.is_bot)
    return answer | {"authed_user": {"id": installer}}


METHODS: Methods = {
    "auth.test": Method(auth_test),
    "api.test": Method(api_test, caller="anyone"),
    "apps.connections.open": Method(open_connection, None, 3, caller="app"),
    "apps.uninstall": Method(uninstall),
    "team.info": Method(team_info, "team:read", 3),
    "bots.info": Method(bot_info, "users:read", 3),
    "emoji.list": Method(emoji_list, "emoji:read", 2),
    "oauth.v2.access": Method(oauth_access, caller="anyone"),
}
