"""What the sandbox's stories are told with: one person's acts at one person's working hours."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind
from bot.domain.giving import Filled
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor
from bot.domain.stages import Stages
from bot.sandbox import stories
from bot.sandbox.cast import Player
from bot.usecases import activities, deals, moving
from bot.usecases.deals import Draft
from bot.usecases.moving import Order, Win

Plot = tuple[str, str, int | None]
"""Account, product and amount."""


@dataclass(slots=True)
class Telling:
    """`talks` are the deals about which this person may be heard on any day, and from when on
    until when."""

    session: Session
    actor: Actor
    player: Player
    playbook: Stages
    now: datetime
    talks: dict[int, tuple[datetime, datetime]] = field(default_factory=dict)

    @property
    def korean(self) -> bool:
        return self.player.locale.startswith("ko")

    @property
    def notes(self) -> tuple[tuple[ActivityKind, str], ...]:
        return stories.KOREAN_NOTES if self.korean else stories.ENGLISH_NOTES

    def create(self, plot: Plot, at: datetime, days: int) -> int:
        account, product, amount = plot
        draft = Draft(
            name=f"{account} {product}",
            account=account,
            amount=None if amount is None else Decimal(amount),
            currency="KRW" if self.korean else "USD",
            closes_on=(at + timedelta(days=days)).date(),
        )
        return deals.create(self.session, self.actor, draft, at).deal.id

    def log(self, deal_id: int, number: int, at: datetime, chance: Random, due_in: int = 0) -> None:
        """The story's next note; with a promise for so many days later, if there is one."""
        kind, words = self.notes[number % len(self.notes)]
        steps = stories.KOREAN_STEPS if self.korean else stories.ENGLISH_STEPS
        report = Report(
            kind=kind,
            note=words,
            next_step=chance.choice(steps) if due_in else "",
            next_step_due_on=_on_a_weekday((at + timedelta(days=due_in)).date())
            if due_in
            else None,
        )
        activities.log(self.session, self.actor, Target(deal_id=deal_id), report, at)

    def advance(self, deal_id: int, stage: int, at: datetime, chance: Random) -> None:
        order = Order(self.playbook.open[stage].key, filled=self._answered(chance))
        moving.move(self.session, self.actor, deal_id, order, at)

    def close(self, deal_id: int, at: datetime, chance: Random, *, won: bool) -> None:
        self.talks.pop(deal_id, None)
        if won:
            win = Win(reason=chance.choice(stories.WON), filled=self._answered(chance))
            moving.win(self.session, self.actor, deal_id, win, at)
        else:
            reason = chance.choice(stories.LOST)
            moving.lose(self.session, self.actor, deal_id, at, reason=reason)

    def _answered(self, chance: Random) -> Filled:
        """What this customer said to the playbook's questions."""
        told = stories.KOREAN_ANSWERS if self.korean else stories.ENGLISH_ANSWERS
        return Filled({key: chance.choice(said) for key, said in told.items()})

    def work_hour(self, at: datetime, chance: Random) -> datetime:
        """The same day or the next working one, between nine and five where the person lives."""
        local = at.astimezone(self.actor.person.zone)
        while not self.actor.person.works_on(local.date()):
            local += timedelta(days=1)
        hour = chance.randint(9, 16)
        made = local.replace(hour=hour, minute=chance.randrange(60), second=0, microsecond=0)
        return made.astimezone(at.tzinfo)


def _on_a_weekday(due: date) -> date:
    """Nobody promises anything for a Saturday or Sunday."""
    return due + timedelta(days=max(0, 7 - due.weekday()) if due.weekday() > 4 else 0)
