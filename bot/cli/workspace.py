"""Which workspace a command is about."""

from bot.cli.trouble import Trouble, speak
from bot.clock import system_clock
from bot.domain.people import Workspace
from store import workspaces
from store.engine import Store


def workspace_of(store: Store, team: str | None) -> Workspace:
    """The one meant: by its Slack id, the only one, or a new one yet without a Slack."""
    there = store.ask(None, workspaces.all_of_them)
    if team is None and len(there) == 1:
        return there[0]
    if team is None and there:
        teams = [one.slack_team_id or one.name for one in there]
        raise Trouble(speak()("import-which-team", teams=teams))
    return store.run(None, workspaces.meet, team, "", system_clock())
