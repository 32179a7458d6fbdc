"""People and companies: their cards, their forms, roles on deals, and making one of two."""

import re

from slack_bolt.async_app import AsyncApp
from sqlalchemy.orm import Session

from bot.domain.contacts import Contact
from bot.domain.deal import Account, Deal
from bot.domain.refusal import Refusal
from bot.ids import (
    ACCOUNT_FORM,
    ACCOUNT_RENAME,
    ACCOUNT_SHOW,
    CONTACT_EDIT,
    CONTACT_FORM,
    CONTACT_NEW,
    CONTACT_ROLE,
    CONTACT_SHOW,
    MERGE_FORM,
    MERGE_OPEN,
    MERGE_SURE_FORM,
    PICK_ACCOUNT,
    PICK_CONTACT,
    ROLE_FORM,
)
from bot.usecases import contacts, seeking
from bot.views import account_card, carry, contact_card, contact_forms, suggestions
from bot.views.blocks import Values, chosen, typed
from handlers.asking import Asking
from store import contacts as kept
from store import visible


def register(app: AsyncApp) -> None:
    app.action(_any(CONTACT_SHOW))(show_contact)
    app.action(_any(ACCOUNT_SHOW))(show_account)
    app.action(CONTACT_NEW)(open_contact)
    app.action(CONTACT_EDIT)(open_contact)
    app.view(CONTACT_FORM)(submit_contact)
    app.action(CONTACT_ROLE)(open_role)
    app.view(ROLE_FORM)(submit_role)
    app.action(ACCOUNT_RENAME)(open_rename)
    app.view(ACCOUNT_FORM)(submit_rename)
    app.action(_any(MERGE_OPEN))(open_merge)
    app.view(MERGE_FORM)(submit_merge)
    app.view(MERGE_SURE_FORM)(submit_sure)
    app.options(PICK_CONTACT)(suggest_contacts)
    app.options(PICK_ACCOUNT)(suggest_accounts)


def _any(name: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(name)}(\.|$)")


def _values(asking: Asking) -> Values:
    values: Values = asking.body["view"]["state"]["values"]
    return values


def _id(asking: Asking, name: str) -> int:
    held = carry.number(asking.value, name)
    if held is None:
        subject = carry.unpack(asking.value).get("subject", name)
        raise Refusal("account-gone" if subject == "account" else "contact-gone")
    return held


async def show_contact(asking: Asking) -> None:
    card = await asking.read(
        contacts.contact_card, asking.actor, _id(asking, "contact"), asking.now
    )
    await asking.answer(contact_card.build(card, asking.t))


async def show_account(asking: Asking) -> None:
    card = await asking.read(
        contacts.account_card, asking.actor, _id(asking, "account"), asking.now
    )
    await asking.answer(account_card.build(card, asking.t))


async def open_contact(asking: Asking) -> None:
    """A known contact to be changed, or a new one, of an account where one was meant."""
    contact_id = carry.number(asking.value, "contact")
    account_id = carry.number(asking.value, "account")
    known, account = await asking.read(_known, contact_id, account_id)
    carried = asking.carried(contact=contact_id)
    await asking.open(contact_forms.contact(asking.t, carried, known, account))


def _known(
    session: Session, contact_id: int | None, account_id: int | None
) -> tuple[Contact | None, Account | None]:
    known = kept.get(session, contact_id) if contact_id is not None else None
    account = visible.account(session, account_id) if account_id is not None else None
    return known, account


async def submit_contact(asking: Asking) -> None:
    filled = contact_forms.read(_values(asking))
    contact_id = carry.number(asking.value, "contact")
    written = contacts.Written(
        filled.name, filled.account, filled.title, filled.email, filled.phone
    )
    act_id, made = await asking.transact(
        contacts.write_contact, asking.actor, contact_id, written, asking.now
    )
    known = await asking.read(kept.get, made)
    page = contact_forms.written(act_id, known, contact_id is None, asking.t)
    await asking.answer(page)


async def open_role(asking: Asking) -> None:
    """From a contact's card or a deal's."""
    contact_id, deal_id = (carry.number(asking.value, name) for name in ("contact", "deal"))
    known, deal = await asking.read(_in_role, contact_id, deal_id)
    if deal is not None:
        await asking.read(visible.deal_to_change, asking.actor, deal.id)
    await asking.open(contact_forms.role(asking.t, asking.carried(), deal, known))


def _in_role(
    session: Session, contact_id: int | None, deal_id: int | None
) -> tuple[Contact | None, Deal | None]:
    known = kept.get(session, contact_id) if contact_id is not None else None
    return known, visible.deal(session, deal_id) if deal_id is not None else None


async def submit_role(asking: Asking) -> None:
    values = _values(asking)
    deal_id = carry.number(chosen(values, "deal"), "deal")
    if deal_id is None:
        raise Refusal("role-deal-missing", field="deal")
    picked = contact_forms.picked(values, "contact")
    role = contact_forms.read_role(values)
    act_id, contact_id = await asking.transact(
        contacts.set_role, asking.actor, deal_id, picked.contact_id, picked.name, role, asking.now
    )
    known, deal = await asking.read(_in_role, contact_id, deal_id)
    if known is not None and deal is not None:
        await asking.answer(contact_forms.role_set(act_id, known, deal, role, asking.t))


async def open_rename(asking: Asking) -> None:
    account = await asking.read(visible.account, _id(asking, "account"))
    carried = asking.carried(account=account.id)
    await asking.open(contact_forms.rename(asking.t, carried, account))


async def submit_rename(asking: Asking) -> None:
    name = typed(_values(asking), "name")
    account_id = _id(asking, "account")
    act_id = await asking.transact(
        contacts.rename_account, asking.actor, account_id, name, asking.now
    )
    await asking.answer(contact_forms.renamed(act_id, name.strip(), asking.t))


async def open_merge(asking: Asking) -> None:
    """Asks which other is the same; where that was said already, shows at once what it means."""
    other = carry.number(asking.value, "other")
    subject, kept_id = carry.unpack(asking.value)["subject"], _id(asking, "kept")
    if other is not None:
        await asking.open(await _sure(asking, subject, kept_id, other))
        return
    name = await asking.read(_name_of, subject, kept_id)
    carried = asking.carried(subject=subject, kept=kept_id)
    await asking.open(contact_forms.merge(asking.t, subject, name, carried))


def _name_of(session: Session, subject: str, kept_id: int) -> str:
    if subject == "account":
        return visible.account(session, kept_id).name
    return kept.get(session, kept_id).name


async def submit_merge(asking: Asking) -> None:
    subject, kept_id = carry.unpack(asking.value)["subject"], _id(asking, "kept")
    other = carry.number(chosen(_values(asking), "other"), subject)
    if other is None:
        gone = "account-gone" if subject == "account" else "contact-gone"
        raise Refusal(gone, field="other")
    await asking.redraw(await _sure(asking, subject, kept_id, other))


async def _sure(asking: Asking, subject: str, kept_id: int, other: int) -> dict[str, object]:
    planned = await asking.read(contacts.preview, subject, kept_id, other)
    carried = asking.carried(subject=subject, kept=kept_id, other=other)
    return contact_forms.merge_sure(asking.t, planned, carried)


async def submit_sure(asking: Asking) -> None:
    made = await asking.transact(
        contacts.merge,
        asking.actor,
        carry.unpack(asking.value)["subject"],
        _id(asking, "kept"),
        _id(asking, "other"),
        asking.now,
    )
    await asking.answer(contact_forms.merged(made, asking.t))


async def suggest_contacts(asking: Asking) -> None:
    """Those in question, and where somebody new may be met, the name as typed."""
    words = str(asking.body.get("value") or "")
    found = await asking.read(seeking.suggest_contacts, words)
    new = asking.body.get("block_id") != "other"
    await asking.ack(options=contact_forms.options(found, words, asking.t, new=new))


async def suggest_accounts(asking: Asking) -> None:
    words = str(asking.body.get("value") or "")
    found = await asking.read(seeking.suggest_accounts, asking.actor, words)
    await asking.ack(options=suggestions.build(found, asking.t))
