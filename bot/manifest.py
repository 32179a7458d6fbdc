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
    "files:read",
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

FOR_LINKS = ("links:read", "links:write")
"""What previews of deals' links need beside."""

EVENTS = (
    "app_home_opened",
    "app_mention",
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "channel_rename",
    "channel_shared",
    "channel_unarchive",
    "group_archive",
    "group_deleted",
    "group_left",
    "group_rename",
    "group_unarchive",
    "message.im",
    "team_join",
    "user_change",
)


def scopes(link_domain: str | None) -> list[str]:
    return sorted(SCOPES if link_domain is None else SCOPES + FOR_LINKS)


def build(
    request_url: str | None = None, locale: str = "en-US", link_domain: str | None = None
) -> dict[str, Any]:
    """For Socket Mode, or with a public `request_url` (https://…/slack/events) for HTTP; with
    previews of deals' links where they have a domain."""
    t = translator(locale)
    events = EVENTS if link_domain is None else (*EVENTS, "link_shared")
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
            **({} if link_domain is None else {"unfurl_domains": [link_domain]}),
        },
        "oauth_config": {"scopes": {"bot": scopes(link_domain)}},
        "settings": {
            "event_subscriptions": {"bot_events": list(events), **where},
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
        ("manifest-log-activity", "global", SHORTCUT_LOG, "manifest-log"),
        ("deal-form-new", "global", SHORTCUT_NEW, "manifest-deal"),
        ("log-message-title", "message", SHORTCUT_MESSAGE, "manifest-log-message"),
    )
    return [
        {"name": t(name), "type": kind, "callback_id": callback_id, "description": t(description)}
        for name, kind, callback_id, description in told
    ]
