"""Who is who: seen by everyone, set by admins, kept current by Slack's own events."""

from datetime import datetime

from slack_bolt.async_app import AsyncApp
from sqlalchemy.orm import Session

from bot.domain.parsing_people import PeopleSet, read_people_set
from bot.domain.people import Actor, Person, Role
from bot.domain.refusal import Instead, Refusal, Unknown
from bot.ids import CRM, PEOPLE_SHOW
from bot.usecases import roster
from bot.usecases.roster import Placement
from bot.views import people_list
from handlers.asking import Asking
from handlers.commands import line_of, says
from store import people


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("people")])(command)
    app.action(PEOPLE_SHOW)(show)


async def command(asking: Asking) -> None:
    line = line_of(asking.body)
    if not line:
        await show(asking)
        return
    wanted = read_people_set(line)
    if wanted.role is not None and wanted.role not in set(Role):
        roles = [Instead(role.value, asking.t(f"role-{role.value}")) for role in Role]
        raise Unknown("people-role-unknown", typed=wanted.role, instead=roles, role=wanted.role)
    placement = Placement(
        role=Role(wanted.role) if wanted.role else None,
        manager=wanted.manager,
        no_manager=wanted.no_manager,
        team=wanted.team,
    )
    placed = await asking.transact(_place, asking.actor, wanted, placement, asking.now)
    await asking.answer(people_list.placed(*placed, asking.t))


async def show(asking: Asking) -> None:
    everyone = await asking.read(roster.everyone)
    may_set = asking.actor.role is Role.ADMIN
    await asking.answer(people_list.build(everyone, asking.t, may_set=may_set))


def _place(
    session: Session, actor: Actor, wanted: PeopleSet, placement: Placement, now: datetime
) -> tuple[Person, Person | None]:
    if wanted.person is None:
        raise Refusal("people-set-unreadable")
    person = roster.named_in_full(session, wanted.person, wanted.unknown)
    if wanted.unknown and person is None:
        raise Refusal("people-set-unreadable")
    person = person or roster.mentioned(session, wanted.person)
    placed = roster.place(session, actor, person, placement, now)
    return placed, people.find(session, placed.manager_id)
