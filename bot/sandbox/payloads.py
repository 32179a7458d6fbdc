"""The exact shapes in which Slack tells an app what people did."""

from collections.abc import Sequence

from bot.sandbox.app_manifest import InstalledApp
from bot.sandbox.messages import Message
from bot.sandbox.messages import for_api as message_for_api
from bot.sandbox.people import Member
from bot.sandbox.people import for_api as user_for_api
from bot.sandbox.surfaces import View
from bot.sandbox.surfaces import for_api as view_for_api
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Channel, Workspace

VERIFICATION_TOKEN = "sandbox-verification"  # noqa: S105 - legacy field, checked by nobody


class Payloads:
    """Builds payloads for one app in one workspace."""

    def __init__(self, ws: Workspace, app: InstalledApp) -> None:
        self._ws = ws
        self._app = app

    def view(self, view: View) -> Json:
        return view_for_api(view, self._ws.id, self._app.app_id, self._app.bot_id)

    def user(self, member: Member) -> Json:
        """As events tell of a member: with the language, and the address if the app may see it."""
        may_see = "users:read.email" in self._app.scopes
        now = self._ws.clock()
        return user_for_api(member, self._ws.id, now, email=may_see, locale=True)

    def message(self, message: Message) -> Json:
        return message_for_api(message, self._ws.id, self._ws.replies(message))

    def command(
        self, member: Member, channel: Channel, command: str, text: str, response_url: str
    ) -> Json:
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": self._ws.id,
            "team_domain": self._ws.domain,
            "channel_id": channel.id,
            "channel_name": channel_name(channel),
            "user_id": member.id,
            "user_name": member.name,
            "command": command,
            "text": text,
            "api_app_id": self._app.app_id,
            "is_enterprise_install": "false",
            "response_url": response_url,
            "trigger_id": self._ws.tickets.trigger(member.id),
        }

    def block_actions(self, member: Member, place: Json, actions: Sequence[Json]) -> Json:
        """`place` says where: container, and channel, message and response_url, or view."""
        return {
            **self._interaction("block_actions", member),
            "trigger_id": self._trigger_at(member, place),
            **place,
            "actions": list(actions),
        }

    def block_suggestion(
        self, member: Member, place: Json, block_id: str, action_id: str, value: str
    ) -> Json:
        return {
            **self._interaction("block_suggestion", member),
            **place,
            "block_id": block_id,
            "action_id": action_id,
            "value": value,
        }

    def view_submission(self, member: Member, view: View, response_urls: Sequence[Json]) -> Json:
        return {
            **self._interaction("view_submission", member),
            "trigger_id": self._ws.tickets.trigger(member.id, view.id),
            "view": self.view(view),
            "response_urls": list(response_urls),
        }

    def view_closed(self, member: Member, view: View, *, is_cleared: bool) -> Json:
        return {
            **self._interaction("view_closed", member),
            "view": self.view(view),
            "is_cleared": is_cleared,
        }

    def shortcut(self, member: Member, callback_id: str) -> Json:
        return {
            **self._interaction("shortcut", member),
            "action_ts": self._ws.new_ts(),
            "callback_id": callback_id,
            "trigger_id": self._ws.tickets.trigger(member.id),
        }

    def message_action(
        self,
        member: Member,
        callback_id: str,
        channel: Channel,
        message: Message,
        response_url: str,
    ) -> Json:
        return {
            **self._interaction("message_action", member),
            "action_ts": self._ws.new_ts(),
            "callback_id": callback_id,
            "trigger_id": self._ws.tickets.trigger(member.id),
            "response_url": response_url,
            "message_ts": message.ts,
            "channel": {"id": channel.id, "name": channel_name(channel)},
            "message": self.message(message),
        }

    def event(self, event: Json, context_team: str | None = None) -> Json:
        """The envelope of the Events API."""
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": self._ws.id,
            "context_team_id": context_team or self._ws.id,
            "context_enterprise_id": None,
            "api_app_id": self._app.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": self._ws.names.new("Ev"),
            "event_time": int(self._ws.clock().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": self._ws.id,
                    "user_id": self._app.bot_user_id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": self._is_shared(event.get("channel")),
        }

    def _is_shared(self, channel: object) -> bool:
        found = self._ws.channels.get(str(channel))
        return found is not None and found.is_ext_shared

    def in_message(self, channel: Channel, message: Message, response_url: str | None) -> Json:
        """The place of an action in a message. An ephemeral message's own content is not told:
        Slack keeps none of it."""
        container: Json = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": message.is_ephemeral,
        }
        if message.thread_ts is not None:
            container["thread_ts"] = message.thread_ts
        place: Json = {
            "container": container,
            "channel": {"id": channel.id, "name": channel_name(channel)},
        }
        if not message.is_ephemeral:
            place["message"] = self.message(message)
        if response_url is not None:
            place["response_url"] = response_url
        return place

    def in_view(self, view: View) -> Json:
        """The place of an action in a modal or a Home tab."""
        return {
            "container": {"type": "view", "view_id": view.id},
            "view": self.view(view),
        }

    def _interaction(self, kind: str, member: Member) -> Json:
        return {
            "type": kind,
            "user": {
                "id": member.id,
                "username": member.name,
                "name": member.name,
                "team_id": member.home_team or self._ws.id,
            },
            "api_app_id": self._app.app_id,
            "token": VERIFICATION_TOKEN,
            "team": {"id": self._ws.id, "domain": self._ws.domain},
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _trigger_at(self, member: Member, place: Json) -> str:
        return self._ws.tickets.trigger(member.id, place["container"].get("view_id"))


def channel_name(channel: Channel) -> str:
    return "directmessage" if channel.is_im else channel.name
