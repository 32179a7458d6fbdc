"""Three months of a believable team, made by the same acts that people make."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind
from bot.domain.giving import Filled
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor, Workspace
from bot.domain.rooms import Channel
from bot.domain.stages import Stages
from bot.sandbox import stories
from bot.sandbox.cast import CAST, JIWOO, JONAS, PRIYA, ROOM, TEAM_ID, TEAM_NAME, Player
from bot.usecases import activities, deals, moving, rooms
from bot.usecases.deals import Draft
from bot.usecases.moving import Order, Win
from store import lookup, people, scope, stages, workspaces

HISTORY_DAYS = 90


def plant(session: Session, now: datetime) -> Workspace:
    """Fills an empty database; the same `now` gives the same history."""
    begun = now - timedelta(days=HISTORY_DAYS + 30)
    workspace = workspaces.meet(session, TEAM_ID, TEAM_NAME, begun)
    scope.bind(session, workspace.id)
    workspaces.settle(session, tz="America/New_York", locale="en-US", currency="USD")
    actors = _meet_everyone(session, begun)
    playbook = stages.in_force(session)
    chance = Random(20)
    half = len(stories.ENGLISH_DEALS) // 2
    for player, plots in (
        (JONAS, stories.ENGLISH_DEALS[:half]),
        (PRIYA, stories.ENGLISH_DEALS[half:]),
        (JIWOO, stories.KOREAN_DEALS),
    ):
        for number, plot in enumerate(plots):
            _Life(session, actors[player.slack_id], player, playbook, chance, now).live(
                number, plot
            )
    _open_room(session, actors[JONAS.slack_id], now)
    return workspaces.bound(session)


def _open_room(session: Session, actor: Actor, now: datetime) -> None:
    """Jonas talks about one of his deals in a channel of its own."""
    account, product, _ = stories.ENGLISH_DEALS[0]
    [found] = lookup.called(session, [f"{account} {product}"], actor.id)
    channel_id, name = ROOM
    rooms.tie(session, actor, found.id, Channel(channel_id, name), (), now)


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
    return met


@dataclass(slots=True)
class _Life:
    """One deal's life, from its creation to where it stands today."""

    session: Session
    actor: Actor
    player: Player
    playbook: Stages
    chance: Random
    now: datetime

    @property
    def _korean(self) -> bool:
        return self.player.locale.startswith("ko")

    def live(self, number: int, plot: tuple[str, str, int]) -> None:
        account, product, amount = plot
        age = 4 + (number * 41 + 13) % (HISTORY_DAYS - 6)
        at = self._work_hour(self.now - timedelta(days=age))
        draft = Draft(
            name=f"{account} {product}",
            account=account,
            amount=Decimal(amount),
            currency="KRW" if self._korean else "USD",
            closes_on=(at + timedelta(days=self.chance.randint(40, 75))).date(),
        )
        deal_id = deals.create(self.session, self.actor, draft, at).deal.id
        quiet_since = self.now - timedelta(days=self.chance.choice((0, 0, 1, 3, 12, 17)))
        notes = stories.KOREAN_NOTES if self._korean else stories.ENGLISH_NOTES
        step = self.chance.randrange(3)
        stage = 0
        while (at := self._work_hour(at + timedelta(days=self.chance.randint(2, 6)))) < quiet_since:
            self._log(deal_id, notes[step % len(notes)], at)
            step += 1
            if step % 4 == 0 and not self._advance(deal_id, stage, at):
                return
            stage += step % 4 == 0

    def _log(self, deal_id: int, note: tuple[ActivityKind, str], at: datetime) -> None:
        kind, words = note
        steps = stories.KOREAN_STEPS if self._korean else stories.ENGLISH_STEPS
        promises = self.chance.random() < (0.75 if self.player is JONAS else 0.5)
        report = Report(
            kind=kind,
            note=words,
            next_step=self.chance.choice(steps) if promises else "",
            next_step_due_on=(at + timedelta(days=self.chance.randint(2, 8))).date()
            if promises
            else None,
        )
        activities.log(self.session, self.actor, Target(deal_id=deal_id), report, at)

    def _advance(self, deal_id: int, stage: int, at: datetime) -> bool:
        """To the next stage, or to the end; False once the deal is closed."""
        later = at + timedelta(minutes=20)
        if stage + 1 < len(self.playbook.open) and self.chance.random() < 0.88:
            following = self.playbook.open[stage + 1]
            filled = Filled(self._answers())
            moving.move(
                self.session, self.actor, deal_id, Order(following.key, filled=filled), later
            )
            return True
        if self.chance.random() < 0.55:
            reason = self.chance.choice(stories.WON)
            won = Win(reason=reason, filled=Filled(self._answers()))
            moving.win(self.session, self.actor, deal_id, won, later)
        else:
            reason = self.chance.choice(stories.LOST)
            moving.lose(self.session, self.actor, deal_id, later, reason=reason)
        return False

    def _answers(self) -> dict[str, str]:
        """What this customer said to the playbook's questions."""
        told = stories.KOREAN_ANSWERS if self._korean else stories.ENGLISH_ANSWERS
        return {key: self.chance.choice(said) for key, said in told.items()}

    def _work_hour(self, at: datetime) -> datetime:
        """The same day or the next working one, between nine and six where the rep lives."""
        local = at.astimezone(self.actor.person.zone)
        while not self.actor.person.works_on(local.date()):
            local += timedelta(days=1)
        hour = self.chance.randint(9, 16)
        made = local.replace(hour=hour, minute=self.chance.randrange(60), second=0, microsecond=0)
        return made.astimezone(at.tzinfo)
