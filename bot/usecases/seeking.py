"""Looking things up: deals, accounts and everyone's notes, by any words."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain import initials
from bot.domain.contacts import Contact
from bot.domain.deal import Deal
from bot.domain.names import Candidate, Clear, Nothing, by_initials, choose, ranked
from bot.domain.nearness import nearest
from bot.domain.outcomes import Finds, Found, Suggestion, Target
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.domain.saying_names import mentioned
from bot.usecases import lists, naming
from bot.usecases.naming import Wants
from store import accounts, activities, contacts, deals, lookup, stages
from store.deals import Wanted

SUGGESTED = 20
"""Options offered while someone types: fifty Korean ones would near Socket Mode's 20 KB."""

MOST_NOTES = 6
MOST_COUNTED = 1_000
"""Notes counted of one search: more than that is as good as more than anybody would read."""
MOST_ACCOUNTS = 3
MOST_CONTACTS = 5


def find(session: Session, actor: Actor, words: str, now: datetime) -> Finds:
    """Accounts, contacts, deals and everyone's notes that hold the words; else nearest names.

    What bears the name goes first, then one's own, then what was touched last.
    """
    sought = words.strip()
    if not sought:
        raise Refusal("find-what")
    names, near = _names(session, actor, sought)
    ids = _of_kind(names, "account")
    deal_ids = _of_kind(names, "deal") + lookup.deal_ids_of(session, ids, is_open=None)
    deal_ids = list(dict.fromkeys(deal_ids))
    found = deals.all_matching(session, Wanted(ids=tuple(deal_ids[: lists.PAGE]), open_only=False))
    found.sort(key=lambda deal: deal_ids.index(deal.id))
    playbook = stages.in_force(session)
    people = [one.id for one in _contacts(session, sought)]
    shown = ids[:MOST_ACCOUNTS]
    notes = activities.mentioning(session, sought.split(), shown, MOST_NOTES)
    counted = len(notes)
    if counted == MOST_NOTES:
        counted = activities.count_mentioning(session, sought.split(), shown, MOST_COUNTED)
    return Finds(
        words=sought,
        accounts=tuple(accounts.lines(session, shown)),
        contacts=tuple(contacts.all_with(session, people[:MOST_CONTACTS])),
        lines=tuple(lists.lines(session, found, playbook, now)),
        more=len(deal_ids) - len(found),
        notes=tuple(notes),
        nearest=tuple(_suggested(one) for one in near),
        stages=playbook,
        today=actor.today(now),
        beyond_accounts=len(ids) - len(shown),
        beyond_contacts=max(0, len(people) - MOST_CONTACTS),
        beyond_notes=counted - len(notes),
    )


def _names(session: Session, actor: Actor, words: str) -> tuple[list[Candidate], list[Candidate]]:
    """Deals and accounts that the words name, best first; else the nearest names."""
    candidates = lookup.containing(session, words, actor.id)
    if candidates:
        return ranked(words, candidates), []
    every = lookup.all_names(session, actor.id)
    if held := _by_initials(words, every):
        return held, []
    choice = choose(words, every)
    if isinstance(choice, Nothing):
        return [], list(choice.nearest)
    return ([choice.candidate] if isinstance(choice, Clear) else list(choice.candidates)), []


def _suggested(one: Candidate) -> Suggestion:
    target = Target(account_id=one.id) if one.kind == "account" else Target(deal_id=one.id)
    return Suggestion(target, one.name, "")


def _contacts(session: Session, words: str) -> list[Candidate]:
    """People of that name, address or number; by initials and for a typo too."""
    candidates = contacts.matching(session, words, lookup.MOST)
    if candidates:
        return ranked(words, candidates)
    every = contacts.every_name(session)
    if held := _by_initials(words, every):
        return held
    choice = choose(words, every)
    return [choice.candidate] if isinstance(choice, Clear) else []


def _by_initials(words: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    consonants = initials.read(words)
    if consonants is None:
        return []
    return [
        one
        for fitting in by_initials(consonants, candidates)
        for one in sorted(fitting, key=lambda candidate: -candidate.weight)
    ]


def _of_kind(names: Sequence[Candidate], kind: str) -> list[int]:
    return [one.id for one in names if one.kind == kind]


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
    names, _ = _names(session, actor, words.strip())
    ids = _of_kind(names, "deal")[:SUGGESTED]
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
            for one in names
            if one.kind == "account"
        ]
    return offered[:SUGGESTED]


def suggest_contacts(session: Session, words: str) -> list[Contact]:
    """Who may be meant while their name is typed; those met last before a letter is."""
    if not words.strip():
        found = contacts.every_name(session, SUGGESTED)
    else:
        found = _contacts(session, words.strip())[:SUGGESTED]
    return contacts.all_with(session, [one.id for one in found])


def nearest_contacts(session: Session, words: str) -> list[str]:
    """The names that come nearest where nobody is called so."""
    return nearest(words, [one.name for one in contacts.every_name(session)])


def suggest_accounts(session: Session, actor: Actor, words: str) -> list[Suggestion]:
    names, _ = _names(session, actor, words.strip()) if words.strip() else ([], [])
    return [
        Suggestion(Target(account_id=one.id), one.name, "")
        for one in names
        if one.kind == "account"
    ][:SUGGESTED]


def deal_named_in(session: Session, actor: Actor, text: str) -> Deal | None:
    """The deal that a text clearly names, by its own name or its account's; None for a doubt."""
    found = [one for one in mentioned(text, lookup.all_names(session, actor.id)) if one.sure]
    if len(found) != 1 or len(found[0].candidates) != 1:
        return None
    [name] = found[0].candidates
    wants = Wants(accounts=True, is_open=True)
    looked = naming.settled(session, Clear(name, naming.SAID), name.name, "", wants)
    return looked.deal if isinstance(looked, Found) else None
