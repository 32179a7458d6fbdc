"""Ten months of a believable company, made by the same acts that people make."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from heapq import heapify, heappop, heapreplace

from sqlalchemy.orm import Session

from bot.domain.people import Actor, Role, Workspace
from bot.domain.rooms import Channel
from bot.sandbox import seed_habits, seed_leading, seed_open, seed_past
from bot.sandbox.cast import CAST, JONAS, MARTA, ROOM, SALES, TEAM_ID, TEAM_NAME
from bot.sandbox.seed_telling import Telling
from bot.usecases import rooms, settings
from store import lookup, people, scope, stages, workspaces

HISTORY_DAYS = 300
ROOM_DEAL = "Acme pilot"

Story = Iterator[datetime]
"""Tells when it goes on, and does what happens then once it is asked for more."""


def plant(session: Session, now: datetime) -> Workspace:
    """Fills an empty database; the same `now` gives the same history."""
    begun = now - timedelta(days=HISTORY_DAYS + 30)
    workspace = workspaces.meet(session, TEAM_ID, TEAM_NAME, begun)
    scope.bind(session, workspace.id)
    workspaces.settle(session, tz="America/New_York", locale="en-US", currency="USD")
    actors = _meet_everyone(session, begun)
    playbook = stages.in_force(session)
    stories: list[Story] = []
    for player in CAST:
        telling = Telling(session, actors[player.slack_id], player, playbook, now)
        if player.role is Role.REP:
            stories += seed_past.stories(telling)
            stories += seed_open.stories(telling)
            stories += seed_habits.stories(telling)
        if player.role is Role.MANAGER:
            stories += seed_leading.stories(telling)
    _let_happen(stories, now)
    _open_room(session, actors[JONAS.slack_id], now)
    return workspaces.bound(session)


def _open_room(session: Session, actor: Actor, now: datetime) -> None:
    """Jonas talks about one of his deals in a channel of its own."""
    [found] = lookup.called(session, [ROOM_DEAL], actor.id)
    channel_id, name = ROOM
    rooms.tie(session, actor, found.id, Channel(channel_id, name), (), now)


def _let_happen(stories: list[Story], now: datetime) -> None:
    """All stories at once, each act in its turn, up to now."""
    begun = [(next(story, None), number) for number, story in enumerate(stories)]
    due = [(at, number) for at, number in begun if at is not None]
    heapify(due)
    while due and due[0][0] < now:
        _, number = due[0]
        following = next(stories[number], None)
        if following is None:
            heappop(due)
        else:
            heapreplace(due, (following, number))


def _meet_everyone(session: Session, begun: datetime) -> dict[str, Actor]:
    """Managers first, so that their people can be told whose team they are on."""
    workspace = workspaces.bound(session)
    met: dict[str, Actor] = {}
    for player in sorted(CAST, key=lambda one: one.led_by is not None):
        manager = met.get(player.led_by or "")
        person = people.add(
            session,
            name=player.name,
            slack_user_id=player.slack_id,
            role=player.role,
            locale=player.locale,
            tz=player.tz,
            joined_on=begun.date(),
            manager_id=manager.id if manager else None,
            team=player.team,
        )
        met[player.slack_id] = Actor(person, workspace)
    _choose_a_channel(session, met[MARTA.slack_id], begun)
    return met


def _choose_a_channel(session: Session, manager: Actor, begun: datetime) -> None:
    """Where the team reads its week on Mondays."""
    choices = replace(manager.person.choices, team_channel=SALES)
    settings.choose(session, manager, choices, None, begun)
