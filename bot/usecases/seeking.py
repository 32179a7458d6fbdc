"""Looking things up: deals, accounts and everyone's notes, by any words."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.names import Clear, Nothing, choose
from bot.domain.outcomes import Finds, Note, Suggestion, Target
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.usecases import lists
from store import activities, deals, lookup, stages
from store.deals import Wanted

SUGGESTED = 20
"""Options offered while someone types: fifty Korean ones would near Socket Mode's 20 KB."""


NOTES = 5


def find(session: Session, actor: Actor, words: str, now: datetime) -> Finds:
    """Deals, accounts and everyone's notes that hold the words; else the nearest names."""
    if not words.strip():
        raise Refusal("find-what")
    ids, nearest = _deal_ids(session, actor, words)
    found = deals.all_matching(session, Wanted(ids=tuple(ids), open_only=False))
    order = {deal_id: place for place, deal_id in enumerate(ids)}
    found.sort(key=lambda deal: order[deal.id])
    playbook = stages.in_force(session)
    return Finds(
        words=words.strip(),
        lines=tuple(lists.lines(session, found[: lists.PAGE], playbook, now)),
        more=max(0, len(found) - lists.PAGE),
        notes=tuple(Note(*line) for line in activities.mentioning(session, words.strip(), NOTES)),
        nearest=tuple(nearest),
        stages=playbook,
        today=actor.today(now),
    )


def _deal_ids(session: Session, actor: Actor, words: str) -> tuple[list[int], list[str]]:
    """Deals that the words name or whose account they name, best first; else nearest names."""
    candidates = lookup.containing(session, words, actor.id)
    if not candidates:
        choice = choose(words, lookup.all_names(session, actor.id))
        if isinstance(choice, Nothing):
            return [], [candidate.name for candidate in choice.nearest]
        candidates = [choice.candidate] if isinstance(choice, Clear) else list(choice.candidates)
    ranked = sorted(candidates, key=lambda candidate: -candidate.weight)
    accounts = [candidate.id for candidate in ranked if candidate.kind == "account"]
    by_account = lookup.deal_ids_of(session, accounts, is_open=None)
    named = [candidate.id for candidate in ranked if candidate.kind == "deal"]
    return list(dict.fromkeys([*named, *by_account])), []


def suggest(session: Session, actor: Actor, words: str, *, accounts_too: bool) -> list[Suggestion]:
    """What someone may mean while typing; their own recent deals before a letter is typed."""
    if not words.strip():
        mine = deals.page(
            session,
            Wanted(owner_ids=(actor.id,)),
            sort="touched",
            descending=True,
            offset=0,
            limit=SUGGESTED,
        )
        return [
            Suggestion(Target(deal_id=one.id), one.name, one.account_name or "") for one in mine
        ]
    candidates = lookup.containing(session, words, actor.id)
    ranked = sorted(candidates, key=lambda candidate: -candidate.weight)
    ids = [one.id for one in ranked if one.kind == "deal"][:SUGGESTED]
    found = {
        deal.id: deal
        for deal in deals.all_matching(session, Wanted(ids=tuple(ids), open_only=False))
    }
    offered = [
        Suggestion(Target(deal_id=one), found[one].name, found[one].account_name or "")
        for one in ids
    ]
    if accounts_too:
        offered += [
            Suggestion(Target(account_id=one.id), one.name, "")
            for one in ranked
            if one.kind == "account"
        ]
    return offered[:SUGGESTED]
