"""What follows from every touch: open questions about the deal are settled, their page redrawn."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.deal import Deal
from bot.domain.people import Person
from bot.usecases import escalations, followups, room_news, step_reminders
from store import history, measures, nudges, outbox, people, rooms


def settle_questions(act: history.Act, deal_id: int, answer: str) -> None:
    followups.redraw_questions(act, nudges.settle(act, deal_id, answer))
    measures.note_touch(act, deal_id)
    redraw_tellings(act, deal_id)


def redraw_tellings(act: history.Act, deal_id: int, undone: int | None = None) -> None:
    """The reminders and the manager's list that tell of a deal show what became of it,
    and its room reads of it; `undone` is the act taken back by this one."""
    followups.redraw(act, deal_id)
    step_reminders.redraw(act, deal_id)
    escalations.redraw(act, deal_id)
    room_news.tell(act, deal_id, undone)


def tell_new_owner(act: history.Act, deal_id: int, owner: Person) -> None:
    """Someone else's deal has become theirs: they hear of it from the bot."""
    if owner.slack_user_id is not None and owner.id != act.actor_id:
        outbox.promise(
            act.session,
            recipient_id=owner.id,
            kind="deal.assigned",
            facts={"deal_id": deal_id, "by": act.actor_id},
            dedup_key=f"deal.assigned:{deal_id}:{act.id}",
            now=act.at,
            expires_at=act.at + timedelta(days=3),
        )


def tell_of_override(
    act: history.Act, deal: Deal, left: str, overridden: Sequence[str], reason: str
) -> None:
    """A deal went past criteria that were not fulfilled: the owner's manager hears of it, or,
    where they did it themselves, their own."""
    owner = people.find(act.session, deal.owner_id)
    told_of = owner.manager_id if owner else None
    if told_of == act.actor_id:
        actor = people.find(act.session, act.actor_id)
        told_of = actor.manager_id if actor else None
    manager = people.find(act.session, told_of)
    if manager is None or manager.slack_user_id is None or manager.id == act.actor_id:
        return
    outbox.promise(
        act.session,
        recipient_id=manager.id,
        kind="deal.overridden",
        facts={
            "deal_id": deal.id,
            "by": act.actor_id,
            "left": left,
            "to": deal.stage_key,
            "criteria": list(overridden),
            "reason": reason,
        },
        dedup_key=f"deal.overridden:{deal.id}:{act.id}",
        now=act.at,
        expires_at=act.at + timedelta(days=3),
    )


def announce_win(act: history.Act, deal_id: int, channel: str) -> None:
    """A deal was won: the channel chosen reads of it, unless it is the deal's room, which does
    anyhow."""
    its_own = any(room.channel_id == channel for room in rooms.of_deal(act.session, deal_id))
    if act.actor_id is None or its_own:
        return
    outbox.promise(
        act.session,
        recipient_id=act.actor_id,
        kind="deal.won",
        facts={"deal_id": deal_id, "channel": channel},
        dedup_key=f"deal.won:{deal_id}:{act.id}",
        now=act.at,
        expires_at=act.at + timedelta(days=1),
    )
