"""A contact's card: who they are, what they are to which deals, what was said with them."""

from datetime import date, datetime

from bot.domain.contact_cards import ContactCard, RoleHeld
from bot.domain.contacts import Contact
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import (
    CONTACT_EDIT,
    CONTACT_FORGET,
    CONTACT_ROLE,
    CONTACT_SHOW,
    DEAL_SHOW,
    MERGE_OPEN,
)
from bot.views import carry, history_page, noted, phrases
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    confirm,
    context,
    fields,
    header,
    page,
    section,
)

MOST_ROLES = 8


def build(card: ContactCard, t: Translator) -> Page:
    contact = card.contact
    blocks: list[Block] = [header(contact.name), fields(*_facts(contact, t, card.today))]
    blocks += [_role(one, t) for one in card.roles[:MOST_ROLES]]
    if not card.roles:
        blocks.append(context(t.md("contact-no-roles")))
    blocks += noted.story(card.notes, card.more, card.stages, card.today, t)
    for double in card.doubles:
        said = t.md("contact-double", contact=_short(double.name))
        blocks.append(section(said, merge_button("contact", contact.id, double.id, t)))
    blocks.append(actions(*_buttons(card, t)))
    return page(t.md("contact-says", contact=_short(contact.name)), *blocks)


def line(contact: Contact, t: Translator, today: date) -> Block:
    """A contact in a list, with the way to their card."""
    facts = {
        "contact": _short(contact.name),
        "title": _short(contact.title),
        "account": _short(contact.account_name or ""),
        "has_title": "yes" if contact.title else "no",
        "has_account": "yes" if contact.account_name else "no",
    }
    said = t.md("contact-line", **facts)
    spoken = contacted(contact.contacted_at, t, today)
    show = button(t("button-open"), f"{CONTACT_SHOW}.{contact.id}", carry.pack(contact=contact.id))
    return section(Mrkdwn(f"{said}\n{spoken}"), show)


def contacted(at: datetime | None, t: Translator, today: date) -> Mrkdwn:
    if at is None:
        return t.md("contact-never")
    return t.md("contact-last", when=Day(at.astimezone(t.zone).date(), today))


def role_name(role: str, t: Translator) -> str:
    return t(f"criterion-role-{role.replace('_', '-')}")


def _facts(contact: Contact, t: Translator, today: date) -> list[Mrkdwn]:
    told = [t.md("card-account", account=_short(contact.account_name or "–"))]
    known = {"title": contact.title, "email": contact.email, "phone": contact.phone}
    for name, value in known.items():
        if value:
            told.append(t.md(f"contact-{name}", value=_short(value)))
    told.append(t.md("contact-spoken", when=contacted(contact.contacted_at, t, today)))
    return told


def _role(held: RoleHeld, t: Translator) -> Block:
    said = t.md("contact-role", role=role_name(held.role, t), deal=phrases.deal_line(held.deal, t))
    value = carry.pack(deal=held.deal.id)
    return section(said, button(t("button-open"), f"{DEAL_SHOW}.role.{held.link_id}", value))


def _buttons(card: ContactCard, t: Translator) -> list[Block]:
    value = carry.pack(contact=card.contact.id)
    merging = carry.pack(subject="contact", kept=card.contact.id)
    buttons = [
        button(t("button-edit"), CONTACT_EDIT, value),
        button(t("button-role"), CONTACT_ROLE, value),
        button(t("button-merge-with"), MERGE_OPEN, merging),
        history_page.history_button(t, "contact", card.contact.id),
    ]
    if card.may_forget:
        buttons.append(forget_button(card.contact, t))
    return buttons


def _short(words: str) -> str:
    return clip(words, phrases.LONGEST_NAME)


def merge_button(subject: str, kept_id: int, other_id: int, t: Translator) -> Block:
    """To make one of two that look alike; what it means is shown first."""
    value = carry.pack(subject=subject, kept=kept_id, other=other_id)
    return button(t("button-merge"), f"{MERGE_OPEN}.{other_id}", value)


def forget_button(contact: Contact, t: Translator) -> Block:
    """There is no way back: it asks once more."""
    sure = confirm(
        t("forget-confirm-title"),
        t("forget-confirm", contact=clip(contact.name, 60)),
        t("button-forget"),
        t("form-cancel"),
    )
    value = carry.pack(contact=contact.id)
    return button(t("button-forget"), CONTACT_FORGET, value, style="danger", confirm=sure)
