"""A typed line that could not be used, kept so that one tap goes on with it, mended."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.outcomes import Done
from bot.domain.parsing_slack import respelled
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.usecases import deals
from bot.usecases.deals import Draft
from store import drafts

VERB = "again"
KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed behind a command, the words in it that name nothing, and what may be put in
    their place."""

    command: str
    line: str
    typed: str
    puts: tuple[str, ...]

    def with_(self, put: str) -> tuple[str, str]:
        """The command, and the line with other words in the place of those."""
        mended = respelled(self.line, self.typed, put)
        if mended is None:
            raise Refusal("draft-gone")
        return self.command, mended


def keep(
    session: Session,
    actor: Actor,
    command: str,
    line: str,
    typed: str,
    puts: Sequence[str],
    now: datetime,
) -> int | None:
    """The number of what is kept; None where the words stand nowhere in the line."""
    if respelled(line, typed, "") is None:
        return None
    drafts.clear(session, actor.id, VERB, now - KEPT_FOR)
    kept = Kept(command, line, typed, tuple(puts))
    return drafts.keep(session, actor.id, VERB, json.dumps(asdict(kept)), now)


def look(session: Session, actor: Actor, draft_id: int) -> Kept:
    return _read(*drafts.look(session, actor.id, draft_id))


def take(session: Session, actor: Actor, draft_id: int, nth: int) -> tuple[str, str]:
    """The command and the line as it was meant, once."""
    kept = _read(*drafts.take(session, actor.id, draft_id))
    if nth >= len(kept.puts):
        raise Refusal("draft-gone")
    return kept.with_(kept.puts[nth])


def create_for(
    session: Session, actor: Actor, draft: Draft, draft_id: int, now: datetime
) -> tuple[Done, int]:
    """The new deal that a line asked for, and the number of the line, which now names it."""
    kept = _read(*drafts.take(session, actor.id, draft_id))
    made = deals.create(session, actor, draft, now)
    named = Kept(kept.command, kept.line, kept.typed, (made.deal.name,))
    return made, drafts.keep(session, actor.id, VERB, json.dumps(asdict(named)), now)


def _read(verb: str, text: str) -> Kept:
    if verb != VERB:
        raise Refusal("draft-gone")
    held = json.loads(text)
    return Kept(held["command"], held["line"], held["typed"], tuple(held["puts"]))
