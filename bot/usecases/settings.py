"""What people choose for themselves, and admins for the workspace's calendar."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain import people as rights
from bot.domain.people import Actor, Person
from bot.domain.preferences import Choices, Ours, require_counting, require_sense, require_week
from store import history, people, workspaces


def choose(
    session: Session,
    actor: Actor,
    choices: Choices,
    ours: Ours | None,
    now: datetime,
) -> tuple[int, Person]:
    """Keeps one's own choices, and for admins the workspace's (None leaves them as they are).
    Returns the act's id and the person as set now; everything is undone together.

    Whoever had the workspace's week goes on having it, whatever it becomes; the country holds for
    all who chose none.
    """
    require_sense(choices)
    act = history.begin(session, actor.id, "settings.choose", now)
    if ours is not None:
        rights.require_admin(actor)
        require_week(ours.week, field="workspace_week")
        require_counting(ours)
        kept = people.week_as_kept(ours.week)
        was = workspaces.keep_calendar(act, ours.country, kept)
        workspaces.count_by(act, ours.tz, ours.currency)
        workspaces.announce_wins_in(act, ours.wins_channel)
        workspaces.ask_about(act, ours.quieted, holds_back=ours.holds_back)
        people.follow_week(act, was, kept)
        if people.week_as_kept(choices.working_days) == was:
            choices = replace(choices, working_days=ours.week)
    return act.id, people.choose(act, actor.id, choices)
