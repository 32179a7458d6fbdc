"""What follows from every touch: open questions about the deal are settled, their page redrawn."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.people import Person
from store import history, nudges, outbox

REDRAW_WITHIN = timedelta(hours=1)


def settle_questions(act: history.Act, deal_id: int, answer: str) -> None:
    redraw(act, nudges.settle(act, deal_id, answer))


def redraw(act: history.Act, nudge_ids: Sequence[int]) -> None:
    """Promises that the bundles' messages will show how things stand now."""
    for nudge_id in nudge_ids:
        outbox.promise(
            act.session,
            recipient_id=nudges.get(act.session, nudge_id).person_id,
            kind="nudge.redraw",
            facts={"nudge_id": nudge_id},
            dedup_key=f"nudge.redraw:{nudge_id}:{act.id}",
            now=act.at,
            expires_at=act.at + REDRAW_WITHIN,
        )


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
