"""An admin's part of Home: how far the workspace is set up."""

from sqlalchemy.orm import Session

from bot.domain.homes import Chore, SetUp
from bot.domain.people import Actor, Role
from store import deals, people, stages
from store.deals import Wanted
from store.workspaces import DEFAULT_TZ


def look(session: Session, actor: Actor) -> SetUp:
    """The first playbook is ours and nobody's agreement; a team is one that somebody leads. The
    currency is settled once deals are kept in it."""
    workspace = actor.workspace
    everyone = people.everyone(session)
    version = stages.version_in_force(session)
    managers = sum(one.role is Role.MANAGER for one in everyone)
    unled = sum(one.role is Role.REP and one.manager_id is None for one in everyone)
    held = {currency: count for currency, count, _ in deals.sums(session, Wanted(open_only=False))}
    checks = {
        Chore.PLAYBOOK: version > 1,
        Chore.PEOPLE: managers > 0 and unled == 0,
        Chore.CALENDAR: workspace.tz != DEFAULT_TZ or workspace.country is not None,
        Chore.CURRENCY: workspace.currency in held,
        Chore.DEALS: bool(held),
    }
    return SetUp(
        done=frozenset(chore for chore, is_done in checks.items() if is_done),
        version=version,
        managers=managers,
        unled=unled,
        tz=workspace.tz,
        country=workspace.country,
        currency=workspace.currency,
        deals=sum(held.values()),
    )
