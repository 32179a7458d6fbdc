"""Scorecards, as far as each may see them; a look at another's is written down."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from bot.domain import fairness
from bot.domain import people as rights
from bot.domain.deal import Money
from bot.domain.parsing_slack import Mention
from bot.domain.people import Actor, Person, Role
from bot.domain.periods import Period
from bot.domain.refusal import Refusal
from bot.domain.reporting import Grouping, active
from bot.domain.scorecards import (
    Card,
    Score,
    Shown,
    TeamScores,
    last_quarter,
    quarter_so_far,
    scores_of,
)
from bot.usecases import habits, playbooks, report_weeks, reports, roster
from bot.usecases.habits import FEWEST_FOR_AVERAGES
from bot.usecases.report_asked import Asked
from bot.usecases.report_people import Who
from store import looks, people, stages, workspaces

MOST_LOOKS = 5

COLUMNS = (
    "person", "manager", "team", "first", "last", "measure", "weight", "target", "value", "points",
    "known_from", "total", "working_days", "playbook_version",
)  # fmt: skip


def look(
    session: Session, actor: Actor, mention: Mention | None, *, ended: bool, now: datetime
) -> Shown | TeamScores:
    """The card of whoever was mentioned, or one's own."""
    person = roster.mentioned(session, mention) if mention else actor.person
    return look_at(session, actor, person.id, ended=ended, now=now)


def look_at(
    session: Session, actor: Actor, person_id: int, *, ended: bool, now: datetime
) -> Shown | TeamScores:
    """One's own card, one of those one leads, or for a rep the team's averages; of this quarter so
    far, or of the one that `ended` last. Raises Refusal where it is not the actor's to see."""
    person = people.get(session, person_id)
    today = now.astimezone(actor.workspace.zone).date()
    period = last_quarter(today) if ended else quarter_so_far(today)
    if person.id != actor.id and not may_see(actor, person):
        return _averages(session, actor, person, period, now)
    if person.id != actor.id:
        looks.note(session, actor.id, person.id, now)
    found = cards_of(session, [person], period, now)
    told = looks.at(session, person.id, MOST_LOOKS) if person.id == actor.id else []
    return Shown(person, found[person.id], person.id == actor.id, tuple(told), today)


def may_see(actor: Actor, person: Person) -> bool:
    """Another's: whoever leads them, leaders and admins."""
    return actor.role in (Role.LEADER, Role.ADMIN) or rights.leads(actor, person)


def _averages(
    session: Session, actor: Actor, person: Person, period: Period, now: datetime
) -> TeamScores:
    """For a rep who asks about somebody of their own team; too small a team tells on somebody."""
    manager_id = actor.person.manager_id
    if actor.role is not Role.REP or manager_id is None or person.manager_id != manager_id:
        raise Refusal("rights-scorecard", person=person.name)
    reps = habits.peers(session, manager_id, period)
    cards = cards_of(session, reps, period, now).values()
    lines = [_mean([card.scores[place] for card in cards]) for place in range(_measures(session))]
    return TeamScores(len(reps), period, tuple(lines))


def _measures(session: Session) -> int:
    return sum(weight > 0 for weight in playbooks.weights(session).values())


def _mean(scores: Sequence[Score]) -> Score:
    """Of those of whom enough is known, unless they are so few that they could be told apart."""
    first = scores[0]
    known = [one.value for one in scores if one.value is not None]
    enough = len(known) >= FEWEST_FOR_AVERAGES
    value = fairness.SHARE.coarse(sum(known, Decimal(0)) / len(known)) if enough else None
    return Score(first.measure, first.weight, first.target, value, len(known))


def cards_of(
    session: Session, persons: Sequence[Person], period: Period, now: datetime
) -> dict[int, Card]:
    """Each one's card over a period, from the same weeks as the adoption report."""
    who, ids = Who(session), frozenset(one.id for one in persons)
    weeks = report_weeks.adoption(session, period, now, ids)
    wins = reports.wins(session, Asked(period, Grouping.REP, ids))
    weights, targets = playbooks.weights(session), playbooks.targets(session)
    version = stages.version_in_force(session)
    cards: dict[int, Card] = {}
    for person in persons:
        key = who.key(person.id)
        theirs = [week for week in weeks if week.rep == key]
        closed = [one for one in wins if one.key == key]
        cards[person.id] = Card(
            period=period,
            scores=scores_of(theirs, weights, targets),
            working_days=sum(week.working_days for week in theirs),
            won=sum(one.won for one in closed),
            lost=sum(one.lost for one in closed),
            won_amounts=tuple(
                Money(one.won_amount, one.currency) for one in closed if one.won_amount
            ),
            playbook_version=version,
        )
    return cards


def rows(session: Session, now: datetime) -> Iterator[tuple[Any, ...]]:
    """For the export: the cards of everybody who was a rep, of the quarter that ended last and of
    this one so far, a row for each measure."""
    today = now.astimezone(workspaces.bound(session).zone).date()
    who = Who(session)
    for period in (last_quarter(today), quarter_so_far(today)):
        reps = active(who.everyone, period)
        cards = cards_of(session, reps, period, now) if reps else {}
        for rep in reps:
            card = cards[rep.id]
            for one in card.scores:
                yield (
                    who.key(rep.id), who.key(rep.manager_id) if rep.manager_id else "", rep.team,
                    period.first, period.last, one.measure, one.weight, one.target, one.value,
                    one.points, one.known_from, card.total, card.working_days,
                    card.playbook_version,
                )  # fmt: skip
