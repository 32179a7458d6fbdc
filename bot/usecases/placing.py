"""Which account a new deal belongs to: the one that is meant, or a new one, and never a guess."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.deal import Account
from bot.domain.names import Candidate, Clear, How, Nothing, choose, core_key, key_of
from bot.domain.outcomes import Done, Placed
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.usecases import naming, touching
from store import accounts, deals, drafts, history, lookup, merging, stages, visible

LONGEST = 255
_VERB = "account"


def named(act: history.Act, name: str, owner_id: int | None) -> Account | None:
    """The account of just that name, made in passing where there is none; "" means none at all."""
    name = _checked(name)
    return accounts.named_or_added(act, name, owner_id) if name else None


def place(act: history.Act, actor: Actor, name: str) -> tuple[Account | None, Placed | None]:
    """The account that a new deal's writer means. A name that exactly one account begins with is
    that one; any other is made as typed, and what it may have meant is handed back to be asked."""
    name = _checked(name)
    if not name:
        return None, None
    if (known := accounts.named(act.session, name)) is not None:
        return known, Placed(name)
    near = _alike(act.session, name)
    if len(near) == 1 and _is_meant(name, near[0]):
        account = visible.account(act.session, near[0].id)
        typed_as = drafts.keep(act.session, actor.id, _VERB, name, act.at)
        return account, Placed(name, draft_id=typed_as)
    made = accounts.add(act, name, actor.id)
    return made, Placed(name, made_id=made.id, near=tuple((one.id, one.name) for one in near))


def into_another(
    session: Session, actor: Actor, deal_id: int, account_id: int, made_id: int, now: datetime
) -> Done:
    """Moves a deal out of the account made for it (`made_id`) to the one that was meant; what was
    made for nothing goes, and takes what was logged on it along."""
    deal = visible.deal_to_change(session, actor, deal_id)
    account = visible.account(session, account_id)
    if deal.account_id != made_id:
        raise Refusal("deal-changed", deal=deal.name)
    act = history.begin(session, actor.id, "deal.edit", now)
    changed = deals.change(act, deal, {"account_id": account.id})
    if merging.counted_of_account(session, made_id)[0] == 0:
        merging.empty(act, account.id, made_id)
    touching.redraw_tellings(act, deal.id)
    return Done(act.id, changed, deal, stages.in_force(session))


def into_new(session: Session, actor: Actor, deal_id: int, draft_id: int, now: datetime) -> Done:
    """Moves a deal to a new account of the name that its writer had typed."""
    deal = visible.deal_to_change(session, actor, deal_id)
    _, name = drafts.take(session, actor.id, draft_id)
    act = history.begin(session, actor.id, "deal.edit", now)
    account = accounts.named_or_added(act, name, deal.owner_id)
    changed = deals.change(act, deal, {"account_id": account.id})
    touching.redraw_tellings(act, deal.id)
    return Done(act.id, changed, deal, stages.in_force(session))


def _checked(name: str) -> str:
    name = name.strip()
    if len(name) > LONGEST:
        raise Refusal("contact-too-long", field="account", most=LONGEST)
    return name


def _alike(session: Session, name: str) -> list[Candidate]:
    """The accounts that a name may mean, by its words or else by likeness."""
    choice = choose(name, lookup.accounts(session, core_key(name)))
    if isinstance(choice, Nothing):
        choice = choose(name, lookup.accounts(session))
    if isinstance(choice, Nothing):
        return []
    found = [choice.candidate] if isinstance(choice, Clear) else list(choice.candidates)
    return [one for one in found if _digits(one.name) == _digits(name) or core_key(name) in one.key]


def _is_meant(name: str, one: Candidate) -> bool:
    """Whether an account is called so but for its legal form, or begins with just these words; a
    Korean name may go on in the same word, as compounds are written together."""
    choice = choose(name, [one])
    if not isinstance(choice, Clear) or choice.how not in (How.CORE, How.PREFIX):
        return False
    core = core_key(name)
    compound = not core.isascii() and len(core) > 1 and core_key(one.name).startswith(core)
    return choice.how is How.CORE or compound or naming.begins(one.name, key_of(name))


def _digits(name: str) -> str:
    """Site 1 is no misspelled Site 2."""
    return "".join(filter(str.isdigit, name))
