"""Lists of deals, a page at a time, and what is on for today."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.domain.deal import Deal, Money
from bot.domain.nearness import nearest
from bot.domain.outcomes import Asked, Line, Listing, Today
from bot.domain.parsing_list import WORDS, ListQuery, Scope
from bot.domain.parsing_verbs import not_a_word
from bot.domain.people import Actor, Person, Role, may_give_owners
from bot.domain.refusal import Instead, Unknown
from bot.domain.signals import Finding, findings, is_stale, of_nobody, on_hold
from bot.domain.stages import StageKind, Stages
from bot.usecases import report_attention, roster
from store import deals, people, stages, workspaces
from store.deals import Wanted
from store.speaking import Watch

PAGE = 8
"""Deals on a page: with their buttons well under Slack's 50 blocks, and a phone's patience."""

SORTS = ("touched", "amount", "closes", "name", "account", "owner", "stage", "created", "next")
"""What a list can be sorted by."""


def read(session: Session, query: ListQuery) -> Asked:
    """A typed query in ids. Raises Refusal for an unknown word, stage, person or sort."""
    person = roster.named_in_full(session, query.mention, query.unknown) if query.mention else None
    if query.unknown and person is None:
        raise not_a_word("list-unknown", query.unknown, WORDS)
    sort = query.sort or "touched"
    if sort not in SORTS:
        instead = [Instead(one) for one in nearest(sort, SORTS) or SORTS]
        raise Unknown("list-sort-unknown", typed=sort, instead=instead, sort=sort, sorts=SORTS)
    if query.mention and person is None:
        person = roster.mentioned(session, query.mention)
    return Asked(
        scope=query.scope,
        person_id=person.id if person else None,
        stage_key=stages.in_force(session).named(query.stage).key if query.stage else None,
        stale=query.stale,
        sort=sort,
        descending=query.descending,
        offset=(query.page - 1) * PAGE,
    )


def page(session: Session, actor: Actor, asked: Asked, now: datetime) -> Listing:
    playbook = stages.in_force(session)
    ends = asked.stage_key is not None and playbook.get(asked.stage_key).kind is not StageKind.OPEN
    wanted = Wanted(
        owner_ids=_owners(session, actor, asked),
        stage_key=asked.stage_key,
        open_only=not ends,
        unowned=asked.scope == Scope.NOBODY,
        undated_on=actor.today(now) if asked.undated else None,
    )
    if asked.stale:
        wanted = replace(wanted, stale=_watches(session, wanted, now))
    sums = deals.sums(session, wanted)
    total = sum(number for _, number, _ in sums)
    offset = min(asked.offset, max(0, (total - 1) // PAGE * PAGE))
    found = deals.page(
        session, wanted, sort=asked.sort, descending=asked.descending, offset=offset, limit=PAGE
    )
    return Listing(
        asked=asked,
        lines=tuple(lines(session, found, playbook, now)),
        total=total,
        page_size=PAGE,
        sums=tuple(Money(amount, currency) for currency, _, amount in sums),
        stages=playbook,
        person=people.find(session, asked.person_id),
        today=actor.today(now),
        may_give_owners=may_give_owners(actor),
    )


def lines(session: Session, found: list[Deal], playbook: Stages, now: datetime) -> list[Line]:
    """Each deal with its signals, counted on its owner's own day; on the workspace's where it has
    none."""
    owners = {person.id: person for person in people.everyone(session, gone_too=True)}
    zone = workspaces.bound(session).zone
    return [Line(deal, _findings(deal, owners, playbook, zone, now)) for deal in found]


def _findings(
    deal: Deal, owners: dict[int, Person], playbook: Stages, zone: ZoneInfo, now: datetime
) -> tuple[Finding, ...]:
    if not deal.is_open:
        return ()
    owner, stage = owners.get(deal.owner_id or 0), playbook.get(deal.stage_key)
    if owner is None:
        return of_nobody(deal, stage, zone, now.astimezone(zone).date())
    return findings(deal, stage, owner, owner.today(now))


def _watches(session: Session, wanted: Wanted, now: datetime) -> tuple[Watch, ...]:
    only = None if wanted.owner_ids is None else frozenset(wanted.owner_ids)
    return report_attention.watches(session, now, only)


def _owners(session: Session, actor: Actor, asked: Asked) -> tuple[int, ...] | None:
    match asked.scope:
        case "all" | "nobody":
            return None
        case "person":
            return (asked.person_id,) if asked.person_id is not None else ()
        case "team":
            return tuple(person.id for person in team(session, actor))
    return (actor.id,)


def team(session: Session, actor: Actor) -> list[Person]:
    """A manager's people and the manager; a rep's colleagues under the same manager."""
    lead = actor.id if people.team_of(session, actor.id) else actor.person.manager_id
    if lead is None:
        return (
            people.everyone(session) if actor.role in (Role.LEADER, Role.ADMIN) else [actor.person]
        )
    return [*people.team_of(session, lead), people.get(session, lead)]


def today(session: Session, actor: Actor, now: datetime) -> Today:
    day = actor.today(now)
    playbook = stages.in_force(session)
    wanted = Wanted(owner_ids=(actor.id,))
    mine = lines(session, deals.all_matching(session, wanted), playbook, now)
    awake = [line for line in mine if not on_hold(line.deal, day)]
    promised = sorted(
        (line for line in awake if line.deal.next_step_due_on is not None),
        key=lambda line: (line.deal.next_step_due_on or day, line.deal.id),
    )

    def due_in(first: int, last: int) -> tuple[Line, ...]:
        return tuple(
            line
            for line in promised
            if line.deal.next_step_due_on is not None
            and day + timedelta(first) <= line.deal.next_step_due_on <= day + timedelta(last)
        )

    return Today(
        today=day,
        overdue=due_in(-100_000, -1),
        due=due_in(0, 0),
        coming=due_in(1, 7),
        stale=tuple(line for line in mine if is_stale(line.findings)),
        without_step=len(awake) - len(promised),
        open_deals=len(mine),
        sums=tuple(Money(amount, currency) for currency, _, amount in deals.sums(session, wanted)),
        stages=playbook,
        held=tuple(line for line in mine if on_hold(line.deal, day)),
    )
