"""The forms about people and companies: built and read back here."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.contact_cards import Forgetting, Merged, Merging
from bot.domain.contacts import Contact
from bot.domain.criteria import ContactRole
from bot.domain.deal import Account, Deal
from bot.i18n import Translator
from bot.ids import (
    ACCOUNT_FORM,
    CONTACT_FORM,
    CONTACT_SHOW,
    MERGE_FORM,
    MERGE_SURE_FORM,
    PICK_ACCOUNT,
    PICK_CONTACT,
    PICK_TARGET,
    ROLE_FORM,
    VALUE,
)
from bot.views import carry, phrases
from bot.views.blocks import (
    Block,
    Page,
    Values,
    actions,
    button,
    chosen,
    clip,
    context,
    external_select,
    field,
    modal,
    option,
    page,
    section,
    select,
    text_input,
    typed,
)
from bot.views.contact_card import role_name

NEW = "new:"
"""How the option of somebody who is still to be met begins."""

LONGEST_NEW = 140
"""An option's value holds 150 signs, and a longer name is no name."""

LONGEST_SHOWN = 58
"""Of a new name in an option's label, which holds 75 signs."""

NO_ROLE = "none"


def contact(
    t: Translator, carried: str, known: Contact | None = None, account: Account | None = None
) -> Block:
    """A new contact, or a known one to be changed."""
    company = (known.account_name if known else account.name if account else "") or ""
    one = known or Contact(0, "", None, None)
    blocks = [
        field("name", t("contact-form-name"), text_input(VALUE, value=one.name)),
        field(
            "account",
            t("contact-form-account"),
            text_input(VALUE, value=company),
            optional=True,
            hint=t("deal-form-account-hint"),
        ),
        *(
            field(
                name,
                t(f"contact-form-{name}"),
                text_input(VALUE, value=getattr(one, name) or ""),
                optional=True,
            )
            for name in ("title", "email", "phone")
        ),
    ]
    title = t("contact-form-edit" if known else "contact-form-new")
    return modal(t, CONTACT_FORM, title, blocks, submit=t("form-save"), carried=carried)


def role(
    t: Translator, carried: str, deal: Deal | None = None, known: Contact | None = None
) -> Block:
    """What somebody is to a deal; either may be known already."""
    picked_deal = option(deal.name, carry.pack(deal=deal.id)) if deal else None
    picked = option(known.name, carry.pack(contact=known.id)) if known else None
    roles = [option(role_name(one, t), one.value) for one in ContactRole]
    roles.append(option(t("role-form-none"), NO_ROLE))
    blocks = [
        field(
            "deal",
            t("role-form-deal"),
            external_select(PICK_TARGET, t("log-form-target-hint"), picked_deal),
        ),
        field(
            "contact",
            t("role-form-contact"),
            external_select(PICK_CONTACT, t("role-form-contact-hint"), picked),
        ),
        field("role", t("role-form-role"), select(VALUE, roles, chosen=roles[0]["value"])),
    ]
    return modal(t, ROLE_FORM, t("role-form-title"), blocks, submit=t("form-save"), carried=carried)


def rename(t: Translator, carried: str, account: Account) -> Block:
    name = field("name", t("account-form-name"), text_input(VALUE, value=account.name))
    return modal(
        t, ACCOUNT_FORM, t("account-form-title"), [name], submit=t("form-save"), carried=carried
    )


def merge(t: Translator, subject: str, kept: str, carried: str) -> Block:
    """Which other one is the same."""
    pick = PICK_ACCOUNT if subject == "account" else PICK_CONTACT
    blocks = [
        section(t.md("merge-form-says", kept=clip(kept, phrases.LONGEST_NAME))),
        field(
            "other",
            t(f"merge-form-other-{subject}"),
            external_select(pick, t("log-form-target-hint")),
        ),
    ]
    return modal(
        t, MERGE_FORM, t("merge-form-title"), blocks, submit=t("merge-form-next"), carried=carried
    )


def merge_sure(t: Translator, planned: Merging, carried: str) -> Block:
    """What it would mean, before it is done."""
    names = {
        "kept": clip(planned.kept, phrases.LONGEST_NAME),
        "other": clip(planned.given_up, phrases.LONGEST_NAME),
    }
    said = t.md(
        f"merge-means-{planned.subject}",
        deals=planned.deals,
        people=planned.contacts,
        activities=planned.activities,
        **names,
    )
    blocks: list[Block] = [section(said)]
    if planned.filled:
        taken = tuple(t(f"merge-takes-{name.replace('_', '-')}") for name in planned.filled)
        blocks.append(section(t.md("merge-takes", taken=taken, **names)))
    blocks.append(context(t.md("merge-undoable")))
    return modal(
        t,
        MERGE_SURE_FORM,
        t("merge-form-title"),
        blocks,
        submit=t("button-merge"),
        carried=carried,
    )


def merged(made: Merged, t: Translator) -> Page:
    said = t.md(
        "merged",
        kept=clip(made.kept, phrases.LONGEST_NAME),
        other=clip(made.given_up, phrases.LONGEST_NAME),
    )
    return page(said, section(said), actions(phrases.undo_button(made.act_id, t)))


def written(act_id: int, known: Contact, is_new: bool, t: Translator) -> Page:
    said = t.md(
        "contact-written" if is_new else "contact-changed",
        contact=clip(known.name, phrases.LONGEST_NAME),
    )
    show = button(t("button-open"), f"{CONTACT_SHOW}.{known.id}", carry.pack(contact=known.id))
    return page(said, section(said), actions(phrases.undo_button(act_id, t), show))


def role_set(act_id: int, known: Contact, deal: Deal, role: str | None, t: Translator) -> Page:
    facts = {"contact": clip(known.name, phrases.LONGEST_NAME), "deal": phrases.name(deal)}
    said = (
        t.md("role-taken", **facts)
        if role is None
        else t.md("role-set", role=role_name(role, t), **facts)
    )
    return page(said, section(said), actions(phrases.undo_button(act_id, t)))


def renamed(act_id: int, name: str, t: Translator) -> Page:
    said = t.md("account-renamed", account=clip(name, phrases.LONGEST_NAME))
    return page(said, section(said), actions(phrases.undo_button(act_id, t)))


def forgotten(done: Forgetting, t: Translator) -> Page:
    said = t.md("forgotten", deals=done.deals, activities=done.activities, texts=done.texts)
    return page(said, section(said), context(t.md("forgotten-where")))


def options(found: Sequence[Contact], typed_name: str, t: Translator, *, new: bool) -> list[Block]:
    """Who may be meant, and at the end the name itself, for somebody still to be met."""
    offered = [
        option(one.name, carry.pack(contact=one.id), one.account_name or one.title) for one in found
    ]
    name = " ".join(typed_name.split())
    known = any(one.name.casefold() == name.casefold() for one in found)
    if new and name and not known and len(name) <= LONGEST_NEW:
        label = t("contact-option-new", name=clip(name, LONGEST_SHOWN))
        offered.append(option(label, f"{NEW}{name}"))
    return offered


@dataclass(frozen=True, slots=True)
class Picked:
    """Who was chosen: somebody known, or the name of somebody new; neither where nobody."""

    contact_id: int | None = None
    name: str = ""


def picked(values: Values, name: str) -> Picked:
    value = chosen(values, name)
    if value.startswith(NEW):
        return Picked(name=value.removeprefix(NEW))
    return Picked(carry.number(value, "contact"))


@dataclass(frozen=True, slots=True)
class Filled:
    name: str
    account: str
    title: str
    email: str
    phone: str


def read(values: Values) -> Filled:
    return Filled(*(typed(values, name) for name in ("name", "account", "title", "email", "phone")))


def read_role(values: Values) -> ContactRole | None:
    value = chosen(values, "role")
    return None if value == NO_ROLE else ContactRole(value)
