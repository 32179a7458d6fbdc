"""People and companies: their cards and forms, what merging and forgetting would mean."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.contact_cards import (
    AccountCard,
    ContactCard,
    Forgetting,
    Merged,
    Merging,
    RoleHeld,
)
from bot.domain.contacts import Contact
from bot.domain.criteria import ContactRole
from bot.domain.deal import Account, Activity, Deal
from bot.domain.outcomes import AccountLine, Card, Finds, Line, Note
from bot.domain.playbook import DEFAULT_STAGES
from bot.i18n import Translator
from bot.views import account_card, contact_card, contact_forms, deal_card, forget_page, found
from tests.views.cast import DAY, DEAL, NOW, OVERDUE, SILENT, Scale


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    deal = replace(DEAL, name=scale(DEAL.name), account_name=scale("Acme"))
    jane = Contact(
        5,
        scale("Jane Roe"),
        3,
        scale("Acme"),
        scale("CFO"),
        scale("jane@acme.example"),
        scale("+1 555 0100"),
        NOW - timedelta(days=2),
    )
    bare = Contact(6, scale("Kim"), None, None)
    yield from _cards(t, scale, deal, jane, bare)
    yield from _forms(t, scale, deal, jane)
    yield from _finds(t, scale, deal, jane, bare)


def _note(scale: Scale) -> Note:
    activity = Activity(
        9, 7, 3, 1, "Rob Rep", "U1", "call", NOW, NOW, scale("They like the pilot"), "slack"
    )
    return Note(activity, scale("Acme pilot"), scale("Acme"))


def _cards(
    t: Translator, scale: Scale, deal: Deal, jane: Contact, bare: Contact
) -> Iterator[tuple[str, dict[str, Any]]]:
    roles = tuple(RoleHeld(number, ContactRole.CHAMPION, deal) for number in range(8))
    full = ContactCard(
        jane, roles, (_note(scale),) * 5, 2, (bare,) * 3, DEFAULT_STAGES, DAY, may_forget=True
    )
    yield "contact.card", contact_card.build(full, t)
    empty = ContactCard(bare, (), (), 0, (), DEFAULT_STAGES, DAY, may_forget=False)
    yield "contact.card.empty", contact_card.build(empty, t)
    account = Account(3, scale("Acme"), 1)
    whole = AccountCard(
        account=account,
        deals=(Line(deal, (SILENT, OVERDUE)),) * 5,
        more_deals=4,
        contacts=(jane,) * 7 + (bare,),
        more_contacts=1,
        notes=(_note(scale),) * 5,
        more_notes=3,
        contacted_at=NOW,
        doubles=(Account(4, scale("Acme Inc."), None),) * 3,
        stages=DEFAULT_STAGES,
        today=DAY,
    )
    yield "account.card", account_card.build(whole, t)
    new = AccountCard(account, (), 0, (), 0, (), 0, None, (), DEFAULT_STAGES, DAY)
    yield "account.card.empty", account_card.build(new, t)
    people = ((jane, ContactRole.DECISION_MAKER), (bare, ContactRole.BLOCKER)) * 5
    peopled = Card(deal, DEFAULT_STAGES, (), 0, (), (), people)
    yield "card.people", deal_card.build(peopled, t, DAY)


def _forms(
    t: Translator, scale: Scale, deal: Deal, jane: Contact
) -> Iterator[tuple[str, dict[str, Any]]]:
    account = Account(3, scale("Acme"), 1)
    yield "form.contact", contact_forms.contact(t, "reply=x", jane)
    yield "form.contact_new", contact_forms.contact(t, "reply=x", account=account)
    yield "form.role", contact_forms.role(t, "", deal, jane)
    yield "form.rename", contact_forms.rename(t, "", account)
    for subject in ("account", "contact"):
        yield f"form.merge.{subject}", contact_forms.merge(t, subject, account.name, "kept=3")
        planned = Merging(
            subject, 3, account.name, 4, scale("Acme Inc."), 3, 2, 40, ("title", "account_id")
        )
        yield f"form.merge_sure.{subject}", contact_forms.merge_sure(t, planned, "kept=3&other=4")
    yield "merged", contact_forms.merged(Merged(8, account.name, scale("Acme Inc."), "account"), t)
    yield "contact.written", contact_forms.written(8, jane, True, t)
    yield "contact.changed", contact_forms.written(8, jane, False, t)
    yield "contact.role", contact_forms.role_set(8, jane, deal, ContactRole.USER, t)
    yield "contact.no_role", contact_forms.role_set(8, jane, deal, None, t)
    yield "account.renamed", contact_forms.renamed(8, account.name, t)
    planned_loss = Forgetting(jane, 1, 3, 7)
    yield "forget", forget_page.build(planned_loss, t)
    yield "forget.whom", forget_page.whom([jane] * 12, t, DAY)
    yield "forgotten", contact_forms.forgotten(planned_loss, t)


def _finds(
    t: Translator, scale: Scale, deal: Deal, jane: Contact, bare: Contact
) -> Iterator[tuple[str, dict[str, Any]]]:
    finds = Finds(
        scale("acme"),
        (AccountLine(Account(3, scale("Acme"), 1), 2, 1, NOW),) * 3,
        (jane, bare, jane, bare, jane),
        (Line(deal, (SILENT, OVERDUE)),) * 8,
        4,
        (_note(scale),) * 6,
        (),
        DEFAULT_STAGES,
        DAY,
        1,
        2,
        31,
    )
    yield "found.everything", found.build(finds, t)
