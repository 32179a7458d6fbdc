"""The outbox in the operator's hands: what waits, what could not be sent and why, sent again."""

import asyncio
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.opening import opened_store
from bot.cli.sending import send_due
from bot.cli.trouble import Trouble, settings, speak, told
from bot.cli.workspace import workspace_of
from bot.clock import system_clock
from bot.domain.people import Workspace
from bot.i18n import Translator
from bot.log import configure
from bot.settings import forget_proxies
from bot.unsent import REVOKED
from store import dead_letters
from store.dead_letters import RESENDABLE, STATES, Kept
from store.engine import Store

Team = Annotated[str | None, typer.Option("--team")]

State = StrEnum("State", STATES)  # type: ignore[misc]
UNSENT = ("waiting", "dead")
MOST_LINES = 50

WHY = {
    "doubt": frozenset[str](),
    "person": frozenset(
        {"user_disabled", "user_not_found", "cannot_dm_bot", "messages_tab_disabled"}
    ),
    "channel": frozenset({"channel_not_found", "not_in_channel", "is_archived"}),
    "scopes": frozenset({"missing_scope", "not_allowed_token_type", "restricted_action"}),
    "token": REVOKED,
    "limited": frozenset({"ratelimited"}),
    "page": frozenset(
        {"invalid_blocks", "invalid_blocks_format", "msg_too_long", "msg_blocks_too_long"}
    ),
}
"""What can be done, by the reason that Slack gave; a doubt is known by the row."""


def register(app: typer.Typer) -> None:
    t = speak()
    group = typer.Typer(no_args_is_help=True, help=t("outbox-help"))
    group.command("list", help=t("outbox-help-list"))(list_letters)
    group.command("show", help=t("outbox-help-show"))(show)
    group.command("resend", help=t("outbox-help-resend"))(resend)
    app.add_typer(group, name="outbox")


def list_letters(
    state: Annotated[State | None, typer.Option("--state")] = None, team: Team = None
) -> None:
    with told(), opened_store() as store:
        workspace = workspace_of(store, team)
        t = _local(workspace)
        counts = store.ask(workspace.id, dead_letters.counts)
        print(t("outbox-counts", **{one: counts.get(one, 0) for one in STATES}))
        wanted = UNSENT if state is None else (state.value,)
        found = store.ask(workspace.id, dead_letters.kept, wanted, MOST_LINES)
        if not found:
            return
        heads = ("id", "state", "kind", "to", "due", "tries", "why")
        table = Table(*(t(f"outbox-{head}") for head in heads))
        for one in found:
            table.add_row(
                str(one.id),
                t(f"outbox-is-{_state(one)}"),
                one.kind,
                one.recipient,
                t.moment(one.not_before),
                str(one.attempts),
                one.error or "",
            )
        Console().print(table)


def show(letter_id: Annotated[int, typer.Argument(metavar="ID")], team: Team = None) -> None:
    with told(), opened_store() as store:
        workspace = workspace_of(store, team)
        t = _local(workspace)
        one = _found(store, workspace, letter_id)
        table = Table(show_header=False, box=None)
        for key, value in _lines(one, t):
            if value:
                table.add_row(t(f"outbox-{key}"), value)
        Console().print(table)
        print(_explained(one, t))


def _lines(one: Kept, t: Translator) -> list[tuple[str, str]]:
    def moment(at: datetime | None) -> str:
        return "" if at is None else t.moment(at)

    facts = " · ".join(f"{name}={value}" for name, value in sorted(one.facts.items()))
    return [
        ("id", str(one.id)),
        ("state", t(f"outbox-is-{_state(one)}")),
        ("kind", one.kind),
        ("to", f"{one.recipient} ({one.slack_user_id or '-'})"),
        ("place", one.place or ""),
        ("facts", facts),
        ("key", one.key),
        ("created", moment(one.created_at)),
        ("due", moment(one.not_before)),
        ("expires", moment(one.expires_at)),
        ("tries", str(one.attempts)),
        ("tried", moment(one.tried_at)),
        ("sent", moment(one.sent_at)),
        ("why", one.error or ""),
    ]


def _state(one: Kept) -> str:
    return "doubt" if one.in_doubt else one.state


def _explained(one: Kept, t: Translator) -> str:
    """What it means for the letter, and what can be done."""
    if one.state == "dead":
        return t(f"outbox-because-{_why(one)}", id=str(one.id))
    if one.state == "waiting" and one.error in REVOKED:
        return t("outbox-because-token", id=str(one.id))
    return t(f"outbox-means-{_state(one)}", id=str(one.id))


def _why(one: Kept) -> str:
    if one.in_doubt:
        return "doubt"
    code = (one.error or "").split(":")[0]
    return next((why for why, codes in WHY.items() if code in codes), "other")


def resend(
    letter_ids: Annotated[list[int] | None, typer.Argument(metavar="ID...")] = None,
    every: Annotated[bool, typer.Option("--all")] = False,
    team: Team = None,
) -> None:
    t = speak()
    if bool(letter_ids) == every:
        raise typer.BadParameter(t("outbox-resend-which"), param_hint="ID")
    with told():
        wanted = settings()
        if wanted.slack_bot_token is None:
            raise Trouble(t("cli-token-missing"))
        with opened_store(wanted) as store:
            workspace = workspace_of(store, team)
            chosen = (
                _every_dead(store, workspace) if every else list(dict.fromkeys(letter_ids or ()))
            )
            _require_resendable(store, workspace, chosen)
            if not chosen:
                print(t("outbox-none-dead"))
                return
            for one in chosen:
                store.run(workspace.id, dead_letters.send_again, one, system_clock())
            configure("critical", wanted.log_format)
            forget_proxies()
            asyncio.run(send_due(wanted, store, system_clock))
            _tell(store, workspace, chosen)


def _every_dead(store: Store, workspace: Workspace) -> list[int]:
    """All but those that may have arrived: these someone must look for, one by one."""
    dead = store.ask(workspace.id, dead_letters.kept, ("dead",), 10_000)
    return [one.id for one in reversed(dead) if not one.in_doubt]


def _require_resendable(store: Store, workspace: Workspace, chosen: list[int]) -> None:
    t = _local(workspace)
    for letter_id in chosen:
        one = _found(store, workspace, letter_id)
        if one.state not in RESENDABLE:
            state = t(f"outbox-is-{_state(one)}")
            raise Trouble(t("outbox-not-resendable", id=str(letter_id), state=state))


def _tell(store: Store, workspace: Workspace, chosen: list[int]) -> None:
    t = _local(workspace)
    ended = [_found(store, workspace, letter_id) for letter_id in chosen]
    for one in ended:
        reason = f" ({one.error})" if one.error else ""
        print(f"{one.id}: {t(f'outbox-is-{_state(one)}')}{reason}")
    unsent = [one for one in ended if one.state != "sent"]
    if unsent:
        raise Trouble(t("outbox-unsent", count=len(unsent)))


def _found(store: Store, workspace: Workspace, letter_id: int) -> Kept:
    one = store.ask(workspace.id, dead_letters.find, letter_id)
    if one is None:
        raise Trouble(speak()("outbox-unknown", id=str(letter_id)))
    return one


def _local(workspace: Workspace) -> Translator:
    """The operator's language, by the workspace's clock."""
    return speak(workspace.tz)
