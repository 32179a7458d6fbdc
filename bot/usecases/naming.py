"""Which deal or account did they mean? One is used, several are offered, none is said."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from bot.domain.deal import Deal
from bot.domain.names import (
    Candidate,
    Clear,
    How,
    Nothing,
    Several,
    choose,
    key_of,
)
from bot.domain.nearness import likeness, nearest_in
from bot.domain.outcomes import Found, Offer, Target
from bot.domain.parsing_log import leading_candidates, without_lead
from bot.domain.people import Actor
from bot.domain.refusal import Instead, Refusal, Unknown
from store import deals, lookup, visible

MOST_OFFERED = 5
_SHORTEST, _SHORTEST_KOREAN = 4, 2
"""Letters that a beginning needs to be a name rather than a word of the sentence."""

SAID = How.WORDS
"""How a name was found that stood somewhere in a sentence."""


@dataclass(frozen=True, slots=True)
class Wants:
    """What a command can work with: accounts too or deals alone, and of which status."""

    accounts: bool = False
    is_open: bool | None = True


class NameUnknown(Unknown):
    """Nothing of that name; `nearest` are the names most alike."""

    def __init__(self, typed: str, nearest: Sequence[str]) -> None:
        key = "name-unknown-nearest" if nearest else "name-unknown"
        instead = [Instead(name) for name in dict.fromkeys(nearest)]
        super().__init__(key, typed=typed, instead=instead, is_deal=True, nearest=tuple(nearest))


def find(
    session: Session, actor: Actor, words: str, wants: Wants, target: Target | None = None
) -> Found | Offer:
    """The deal that all of `words` name; `target` where its writer has chosen already.

    Raises NameUnknown.
    """
    if target is not None and (not target.unless_named or not words.strip()):
        return Found(replace(target, unless_named=False), "")
    return _preferring(_search(session, actor, [(words.strip(), "")], wants), target)


def find_leading(
    session: Session, actor: Actor, words: str, wants: Wants, target: Target | None = None
) -> Found | Offer:
    """The longest leading words that name a deal; the rest is handed back. Raises NameUnknown."""
    if target is not None and target.unless_named:
        if not names_clearly(session, actor, leading_candidates(words)):
            return Found(replace(target, unless_named=False), without_lead(words))
        return _preferring(_search(session, actor, leading_candidates(words), wants), target)
    looked = _search(session, actor, leading_candidates(words), wants)
    return looked if target is None else Found(target, looked.rest)


def names_clearly(session: Session, actor: Actor, splits: Sequence[tuple[str, str]]) -> bool:
    """Whether one of these beginnings is a name beyond doubt, so that it goes before what a room
    is about: a deal or account is called just so, or its name begins with these whole words."""
    if lookup.called(session, [name for name, _ in splits], actor.id):
        return True
    return any(
        begins(one.name, key)
        for name, _ in splits
        if len(key := key_of(name)) >= (_SHORTEST if key.isascii() else _SHORTEST_KOREAN)
        for one in lookup.beginning_with(session, name, actor.id)
    )


def begins(name: str, key: str) -> bool:
    """Whether some first words of a name have this key."""
    words = name.split()
    return any(key_of(" ".join(words[:count])) == key for count in range(1, len(words) + 1))


def _preferring(looked: Found | Offer, target: Target | None) -> Found | Offer:
    """A name that the room's own deal has too means that one."""
    if target is None or isinstance(looked, Found):
        return looked
    own = next((deal for deal in looked.deals if deal.id == target.deal_id), None)
    return looked if own is None else Found(Target(deal_id=own.id), looked.rest, own)


def is_exactly(session: Session, actor: Actor, words: str) -> bool:
    """Whether a deal or account has just this name."""
    return bool(lookup.called(session, [words], actor.id))


def _search(
    session: Session, actor: Actor, splits: Sequence[tuple[str, str]], wants: Wants
) -> Found | Offer:
    if not splits or not splits[0][0].strip():
        raise Refusal("name-missing")
    nearest: dict[str, Nothing] = {}
    for names in _ever_wider(session, actor, splits):
        for name, rest in splits:
            choice = choose(name, names(name))
            if isinstance(choice, Nothing):
                nearest[name] = choice
                continue
            return settled(session, choice, name, rest, wants)
    raise NameUnknown(*_nearest(splits, nearest))


def _nearest(
    splits: Sequence[tuple[str, str]], nearest: dict[str, Nothing]
) -> tuple[str, list[str]]:
    """Of the ways to split a line the one whose words come nearest to a name, and those names;
    the first word alone where none is near."""
    near = [
        (likeness(typed, choice.nearest[0].name), typed)
        for typed, choice in nearest.items()
        if choice.nearest
    ]
    if not near:
        return splits[-1][0], []
    typed = max(near)[1]
    return typed, [candidate.name for candidate in nearest[typed].nearest]


def _ever_wider(
    session: Session, actor: Actor, splits: Sequence[tuple[str, str]]
) -> Iterator[Callable[[str], list[Candidate]]]:
    """Ways to look, the surest and cheapest first: called just so, beginning alike, holding the
    words, any likeness."""
    exact = lookup.called(session, [name for name, _ in splits], actor.id)
    if len(splits) == 1:
        yield lambda _name: exact
    # With several ways to split, more words that begin a name go before fewer that are one.
    alike = lookup.beginning_with(session, splits[-1][0], actor.id)
    yield lambda name: [one for one in exact if one.key == key_of(name)] or alike
    yield lambda name: lookup.containing(session, name, actor.id)
    everything = lookup.all_names(session, actor.id)
    yield lambda _name: everything


def settled(
    session: Session, choice: Clear | Several, typed: str, rest: str, wants: Wants
) -> Found | Offer:
    """What a choice of names comes to: one deal (or account), or those to choose from."""
    candidates = [choice.candidate] if isinstance(choice, Clear) else list(choice.candidates)
    accounts = [one for one in candidates if one.kind == "account"]
    deal_ids = [one.id for one in candidates if one.kind == "deal"]
    if accounts and (isinstance(choice, Clear) or not deal_ids):
        deal_ids += _of_accounts(session, [one.id for one in accounts], wants)
    found = (
        [visible.deal(session, deal_ids[0])]
        if len(deal_ids) == 1
        else deals.all_matching(session, deals.Wanted(ids=tuple(deal_ids), open_only=False))
    )
    fitting = [deal for deal in found if wants.is_open in (None, deal.is_open)] or found
    if len(fitting) == 1:
        return Found(Target(deal_id=fitting[0].id), rest, fitting[0])
    if not fitting and len(accounts) == 1:
        if not wants.accounts:
            raise Refusal("account-without-deals", account=accounts[0].name)
        return Found(Target(account_id=accounts[0].id), rest)
    order = {deal_id: place for place, deal_id in enumerate(deal_ids)}
    fitting.sort(key=lambda deal: order[deal.id])
    alone = (accounts[0].id, accounts[0].name) if wants.accounts and len(accounts) == 1 else None
    return Offer(
        typed, rest, tuple(fitting[:MOST_OFFERED]), alone, max(0, len(fitting) - MOST_OFFERED)
    )


def _of_accounts(session: Session, ids: Sequence[int], wants: Wants) -> list[int]:
    """Their deals that are wanted; where a deal must be meant and none is such, all of them: it is
    better told that the deal is open already than that there is none."""
    fitting = lookup.deal_ids_of(session, ids, is_open=wants.is_open)
    if fitting or wants.accounts:
        return fitting
    return lookup.deal_ids_of(session, ids, is_open=None)


def near_in(session: Session, actor: Actor, text: str, wants: Wants) -> list[Deal]:
    """The deals whose names, or whose account's, come nearest to some words of a sentence."""
    near = nearest_in(text, lookup.all_names(session, actor.id))
    found: dict[int, Deal] = {}
    for one in near:
        ids = [one.id] if one.kind == "deal" else []
        ids = ids or lookup.deal_ids_of(session, [one.id], is_open=wants.is_open)[:MOST_OFFERED]
        for deal in (visible.deal(session, deal_id) for deal_id in ids):
            if wants.is_open in (None, deal.is_open):
                found.setdefault(deal.id, deal)
    return list(found.values())[:MOST_OFFERED]


def deal_of(session: Session, target: Target) -> Deal:
    """The deal of a target that must be one."""
    if target.deal_id is None:
        raise Refusal("deal-gone")
    return visible.deal(session, target.deal_id)
