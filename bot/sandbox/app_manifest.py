"""What the installed app may do and has announced, read from its manifest."""

from dataclasses import dataclass

from bot.sandbox.wire import Json

BOT_ID = "B0SANDBOX"
APP_ID = "A0SANDBOX"


@dataclass(frozen=True, slots=True)
class Command:
    command: str
    description: str
    usage_hint: str
    should_escape: bool


@dataclass(frozen=True, slots=True)
class Shortcut:
    name: str
    kind: str
    callback_id: str
    description: str


@dataclass(frozen=True, slots=True)
class InstalledApp:
    """The app as Slack knows it after the installation."""

    name: str
    bot_name: str
    commands: tuple[Command, ...]
    shortcuts: tuple[Shortcut, ...]
    scopes: tuple[str, ...]
    events: frozenset[str]
    unfurl_domains: tuple[str, ...]
    bot_user_id: str
    bot_id: str = BOT_ID
    app_id: str = APP_ID

    def command(self, name: str) -> Command | None:
        return next((one for one in self.commands if one.command == name), None)

    def shortcut(self, callback_id: str, kind: str) -> Shortcut | None:
        for one in self.shortcuts:
            if one.callback_id == callback_id and one.kind == kind:
                return one
        return None


def read(manifest: Json, bot_user_id: str) -> InstalledApp:
    """The app of a Slack app manifest."""
    features = manifest.get("features", {})
    settings = manifest.get("settings", {})
    name = manifest.get("display_information", {}).get("name", "App")
    return InstalledApp(
        name=name,
        bot_name=features.get("bot_user", {}).get("display_name", name),
        commands=tuple(
            Command(
                one["command"],
                one.get("description", ""),
                one.get("usage_hint", ""),
                bool(one.get("should_escape")),
            )
            for one in features.get("slash_commands", [])
        ),
        shortcuts=tuple(
            Shortcut(one["name"], one["type"], one["callback_id"], one.get("description", ""))
            for one in features.get("shortcuts", [])
        ),
        scopes=tuple(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", [])),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", [])),
        unfurl_domains=tuple(features.get("unfurl_domains", [])),
        bot_user_id=bot_user_id,
    )
