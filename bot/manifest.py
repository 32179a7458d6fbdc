"""The Slack app manifest, made from our ids, the scopes we use and the catalogue's words."""

from typing import Any

from bot.i18n import Translator, translator
from bot.ids import COMMANDS, SHORTCUT_LOG, SHORTCUT_MESSAGE, SHORTCUT_NEW

SCOPES = (
    "app_mentions:read",
    "channels:join",
    "channels:manage",
    "channels:read",
    "chat:write",
    "chat:write.public",
    "commands",
    "dnd:read",
    "files:write",
    "groups:read",
    "groups:write",
    "im:history",
    "im:write",
    "pins:write",
    "team:read",
    "users:read",
    "users:read.email",
)
"""What the bot asks for, and nothing it doesn't use."""

EVENTS = (
    "app_home_opened",
    "app_mention",
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "group_archive",
    "group_deleted",
    "group_left",
    "message.im",
    "team_join",
    "user_change",
)


def build(request_url: str | None = None, locale: str = "en-US") -> dict[str, Any]:
    """For Socket Mode, or with a public `request_url` (https://…/slack/events) for HTTP."""
    t = translator(locale)
    at_url = {} if request_url is None else {"url": request_url}
    where = {} if request_url is None else {"request_url": request_url}
    return {
        "display_information": {
            "name": "Pipekeeper",
            "description": t("manifest-description"),
            "background_color": "#1d3c34",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Pipekeeper", "always_online": True},
            "slash_commands": [
                {
                    "command": command,
                    "description": t(f"manifest-{command[1:]}"),
                    "usage_hint": t(f"manifest-{command[1:]}-hint"),
                    "should_escape": True,
                    **at_url,
                }
                for command in COMMANDS
            ],
            "shortcuts": _shortcuts(t),
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": list(EVENTS), **where},
            "interactivity": {
                "is_enabled": True,
                **where,
                **({} if request_url is None else {"message_menu_options_url": request_url}),
            },
            "org_deploy_enabled": False,
            "socket_mode_enabled": request_url is None,
            "token_rotation_enabled": False,
        },
    }


def _shortcuts(t: Translator) -> list[dict[str, str]]:
    told = (
        ("log-form-title", "global", SHORTCUT_LOG, "manifest-log"),
        ("deal-form-new", "global", SHORTCUT_NEW, "manifest-deal"),
        ("log-message-title", "message", SHORTCUT_MESSAGE, "manifest-log-message"),
    )
    return [
        {"name": t(name), "type": kind, "callback_id": callback_id, "description": t(description)}
        for name, kind, callback_id, description in told
    ]
