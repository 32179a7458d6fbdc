"""Workspaces: found by Slack's team id, or made on first sight."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.domain.people import Workspace
from store import history, playbooks, scope
from store.prepared import table_of
from store.schema import WorkspaceRow

_WORKSPACES = table_of(WorkspaceRow)
_BY_TEAM = select(_WORKSPACES).where(_WORKSPACES.c.slack_team_id == bindparam("team"))

DEFAULT_LOCALE = "en-US"
DEFAULT_TZ = "UTC"
DEFAULT_CURRENCY = "USD"


def all_of_them(session: Session) -> list[Workspace]:
    """Every workspace, oldest first; the only question that is bound to none."""
    return [
        _workspace(row) for row in session.scalars(select(WorkspaceRow).order_by(WorkspaceRow.id))
    ]


def by_team(session: Session, slack_team_id: str) -> Workspace | None:
    row = session.connection().execute(_BY_TEAM, {"team": slack_team_id}).first()
    return _workspace(row) if row else None


def meet(session: Session, slack_team_id: str | None, name: str, now: datetime) -> Workspace:
    """The workspace of a Slack team, made if need be.

    Data imported before any Slack was connected stands in a workspace without a team; the
    first team to come takes that one over.
    """
    known = session.scalars(
        select(WorkspaceRow).where(WorkspaceRow.slack_team_id == slack_team_id)
    ).first()
    if known is None and slack_team_id is not None:
        known = session.scalars(
            select(WorkspaceRow).where(WorkspaceRow.slack_team_id.is_(None))
        ).first()
        if known is not None:
            known.slack_team_id = slack_team_id
            known.name = name or known.name
    if known is not None:
        session.flush()
        return _workspace(known)
    row = WorkspaceRow(
        slack_team_id=slack_team_id,
        name=name or "Workspace",
        locale=DEFAULT_LOCALE,
        tz=DEFAULT_TZ,
        currency=DEFAULT_CURRENCY,
        created_at=now,
    )
    session.add(row)
    session.flush()
    scope.bind(session, row.id)
    playbooks.plant(session, now)
    return _workspace(row)


def settle(session: Session, *, tz: str, locale: str, currency: str) -> None:
    """Sets what the bound workspace counts in: zone, language and currency."""
    row = session.get_one(WorkspaceRow, scope.workspace_of(session))
    row.tz, row.locale, row.currency = tz, locale, currency


def announce_wins_in(act: history.Act, channel: str | None) -> None:
    """Sets the channel where won deals are announced; None for nowhere."""
    row = act.session.get_one(WorkspaceRow, scope.workspace_of(act.session))
    history.change(act, row, {"wins_channel": channel})


def count_by(act: history.Act, tz: str | None, currency: str | None) -> None:
    """Sets the zone of weeks, and the currency of amounts without one; None leaves it."""
    row = act.session.get_one(WorkspaceRow, scope.workspace_of(act.session))
    history.change(act, row, {"tz": tz or row.tz, "currency": currency or row.currency})


def ask_about(act: history.Act, quieted: frozenset[str], *, holds_back: bool) -> None:
    """Sets which signals nobody is asked about, and whether some questions are held back."""
    row = act.session.get_one(WorkspaceRow, scope.workspace_of(act.session))
    kept = ",".join(sorted(quieted))
    history.change(act, row, {"quieted": kept, "holds_back": holds_back})


def keep_calendar(act: history.Act, country: str | None, working_days: str) -> str:
    """Sets the country of the holidays and the working week; returns the week of before."""
    row = act.session.get_one(WorkspaceRow, scope.workspace_of(act.session))
    was = row.working_days
    history.change(act, row, {"country": country, "working_days": working_days})
    return was


def facts_at(session: Session) -> tuple[int | None, str | None]:
    """Up to which act the facts were counted, and by which zone of the workspace."""
    row = session.get_one(WorkspaceRow, scope.workspace_of(session))
    return row.facts_act, row.facts_tz


def note_facts(session: Session, act_id: int, tz: str) -> None:
    row = session.get_one(WorkspaceRow, scope.workspace_of(session))
    row.facts_act, row.facts_tz = act_id, tz


def bound(session: Session) -> Workspace:
    """The workspace this session is bound to."""
    return _workspace(session.get_one(WorkspaceRow, scope.workspace_of(session)))


def _workspace(row: Any) -> Workspace:
    return Workspace(
        row.id,
        row.slack_team_id,
        row.name,
        row.locale,
        row.tz,
        row.currency,
        row.wins_channel,
        row.country,
        frozenset(int(day) for day in row.working_days),
        frozenset(signal for signal in row.quieted.split(",") if signal),
        row.holds_back,
    )
