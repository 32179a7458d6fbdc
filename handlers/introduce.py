"""Every request is introduced first: which workspace, who, in which language, at what moment."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

import structlog
from aiohttp import ClientError
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session

from bot.behind import Behind
from bot.bringing import Bringing
from bot.clock import Clock
from bot.domain.parsing_slack import Mention, find_mentions
from bot.domain.people import Actor, Workspace
from bot.domain.refusal import Refusal
from bot.i18n import translator
from bot.slack import Slack
from bot.usecases import roster
from bot.usecases.roster import Met, Profile
from handlers.asking import Asking
from handlers.commands import VERBS_OF, verb_of
from handlers.directory import Directory
from store import people, workspaces
from store.engine import Store
from store.workspaces import DEFAULT_TZ

log = structlog.get_logger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

RENAMED, BACK = "renamed", "back"

CHANNEL_EVENTS = {
    "channel_archive": "archived",
    "channel_deleted": "deleted",
    "channel_left": "left",
    "channel_shared": "shared",
    "group_archive": "archived",
    "group_deleted": "deleted",
    "group_left": "left",
    "channel_rename": RENAMED,
    "group_rename": RENAMED,
    "channel_unarchive": BACK,
    "group_unarchive": BACK,
}
"""What Slack tells of channels, whoever did it, and what became of the channel for us then."""

MOST_NAMED = 5
"""People asked about at Slack before an answer: it has to come within three seconds."""


READING_PEOPLE = {"assign", "goals", "list", "people", "scorecard", "team"}
"""The words behind which a name is somebody's; elsewhere it may stand in what people tell."""


@dataclass(frozen=True, slots=True)
class Noticing:
    """Something that Slack tells of a workspace, and nobody asks for."""

    workspace_id: int
    now: datetime
    store: Store

    async def transact(
        self, act: Callable[Concatenate[Session, P], T], *args: P.args, **facts: P.kwargs
    ) -> T:
        return await self.store.transact(self.workspace_id, act, *args, **facts)


class Introduce:
    """Puts `asking` into the context of every request that a person makes."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        behind: Behind,
        slack: Slack,
        bringing: Bringing,
        link_domain: str | None = None,
    ) -> None:
        self._bringing = bringing
        self._slack = slack
        self._link_domain = link_domain
        self._store = store
        self._clock = clock
        self._behind = behind
        self._directory = Directory()

    def register(self, app: AsyncApp) -> None:
        app.middleware(self.introduce)

    async def introduce(
        self,
        context: AsyncBoltContext,
        body: dict[str, Any],
        client: AsyncWebClient,
        ack: AsyncAck,
        next: Callable[[], Awaitable[None]],
    ) -> None:
        team_id, user_id = context.team_id or context.enterprise_id, context.user_id
        if team_id and (body.get("event") or {}).get("type") in CHANNEL_EVENTS:
            await self._notice(context, team_id, next)
            return
        if team_id and user_id:
            met = await self._meet(client, team_id, user_id, body)
            if met.person is None:
                raise Refusal("barred-stranger")
            person = met.person
            context["language"] = person.locale
            if person.barred is not None:
                raise Refusal(f"barred-{person.barred}")
            await self._meet_named(client, team_id, body)
            await self._meet_typed(client, met.workspace, body)
            context["asking"] = Asking(
                actor=Actor(person, met.workspace),
                t=translator(person.locale, person.tz),
                now=self._clock(),
                body=body,
                client=client,
                ack=ack,
                store=self._store,
                behind=self._behind,
                webhook=self._slack.webhook,
                bringing=self._bringing,
                fetch=self._slack.fetch,
                link_domain=self._link_domain,
            )
        await next()

    async def _notice(
        self, context: AsyncBoltContext, team_id: str, next: Callable[[], Awaitable[None]]
    ) -> None:
        """An event of a workspace that we know; of another there is nothing to do."""
        workspace = await self._store.read(None, workspaces.by_team, team_id)
        if workspace is not None:
            context["noticing"] = Noticing(workspace.id, self._clock(), self._store)
            await next()

    async def _meet(
        self, client: AsyncWebClient, team_id: str, user_id: str, body: dict[str, Any]
    ) -> Met:
        """Someone known is only read; someone new is asked about at Slack first. A profile that
        has grown old is renewed behind the answer."""
        met = await self._store.read(None, roster.who, team_id, user_id)
        if met is None or met.person is None or met.person.profile_at is None:
            return await self._ask_slack(client, team_id, user_id, body)
        if self._clock() - met.person.profile_at > roster.PROFILE_LASTS:
            self._behind.start(self._ask_slack(client, team_id, user_id, body), "profile")
        return met

    async def _ask_slack(
        self, client: AsyncWebClient, team_id: str, user_id: str, body: dict[str, Any]
    ) -> Met:
        profile = await self._profile(client, team_id, user_id)
        team_name = str(body.get("team_domain") or (body.get("team") or {}).get("domain") or "")
        return await self._store.transact(
            None, roster.meet, team_id, team_name, profile, user_id, self._clock()
        )

    async def _meet_named(self, client: AsyncWebClient, team_id: str, body: dict[str, Any]) -> None:
        """Whoever is mentioned or chosen can be dealt with before their own first word."""
        for user_id in _named(body)[:MOST_NAMED]:
            met = await self._store.read(None, roster.who, team_id, user_id)
            if met is not None and met.person is not None:
                continue
            profile = await self._profile(client, team_id, user_id)
            if profile is not None:
                await self._store.transact(
                    None, roster.meet, team_id, "", profile, user_id, self._clock()
                )

    async def _meet_typed(
        self, client: AsyncWebClient, workspace: Workspace, body: dict[str, Any]
    ) -> None:
        """So can whoever is named as people type names, where just one in Slack is called so; the
        command is read as if Slack itself had put their id there."""
        team_id, text = str(workspace.slack_team_id), str(body.get("text") or "")
        for mention in reversed(_typed(body)[:MOST_NAMED]):
            if await self._store.read(workspace.id, people.by_name, str(mention.name)):
                continue
            users = await self._directory.called(client, team_id, str(mention.name), self._clock())
            profiles = [roster.profile_of(one, frozenset({team_id}), DEFAULT_TZ) for one in users]
            there = [one for one in profiles if one.barred is None]
            if len(there) == 1:
                await self._store.transact(None, roster.meet_once, team_id, there[0], self._clock())
                spelled = f"<@{there[0].slack_user_id}>"
                text = f"{text[: mention.start]}{spelled}{text[mention.end :]}"
                body["text"] = text

    async def _profile(self, client: AsyncWebClient, team_id: str, user_id: str) -> Profile | None:
        try:
            told = await client.users_info(user=user_id, include_locale=True)
        except (SlackApiError, ClientError, TimeoutError) as failed:
            log.warning("profile.unanswered", user=user_id, reason=str(failed).splitlines()[0])
            return None
        user: dict[str, Any] = {"id": user_id} | (told.get("user") or {})
        return roster.profile_of(user, frozenset({team_id}), DEFAULT_TZ)


def _typed(body: dict[str, Any]) -> list[Mention]:
    """The people named behind a command that reads people, as people type names."""
    if body.get("command") not in VERBS_OF or verb_of(body) not in READING_PEOPLE:
        return []
    mentions = find_mentions(str(body.get("text") or ""))
    return [one for one in mentions if one.name and not one.user_id]


def _named(body: dict[str, Any]) -> list[str]:
    """The Slack ids mentioned behind a command, or chosen in a form's people select."""
    mentions = find_mentions(str(body.get("text") or "")) if "command" in body else []
    ids = [mention.user_id for mention in mentions if mention.user_id]
    if body.get("type") == "view_submission":
        states = [
            state
            for fields in body["view"]["state"]["values"].values()
            for state in fields.values()
        ]
        ids += [state["selected_user"] for state in states if state.get("selected_user")]
        ids += [one for state in states for one in state.get("selected_users") or ()]
    return ids
