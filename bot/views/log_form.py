"""The form to log an activity: built and read back here."""

from dataclasses import dataclass
from datetime import date

from bot.domain.deal import Account, ActivityKind, Deal
from bot.domain.outcomes import Report, Target
from bot.domain.parsing_sentence import unread_day
from bot.domain.stages import Stages
from bot.i18n import Translator
from bot.ids import LOG_FORM, PICK_CONTACT, PICK_TARGET, VALUE
from bot.views import carry, contact_forms, phrases, step_forms
from bot.views.blocks import (
    Block,
    Values,
    chosen,
    date_input,
    external_select,
    field,
    modal,
    option,
    picked_date,
    picked_time,
    select,
    text_input,
    time_input,
    typed,
)


def build(
    t: Translator,
    stages: Stages,
    today: date,
    carried: str,
    deal: Deal | None = None,
    report: Report | None = None,
    account: Account | None = None,
    title: str = "",
) -> Block:
    """For one deal or account (prefilled, still changeable) or, without, for any; `report` is
    what somebody said already."""
    picked = option(deal.name, carry.pack(deal=deal.id)) if deal else None
    if deal is None and account is not None:
        picked = option(account.name, carry.pack(account=account.id))
    told = report or Report(kind="", note="")
    keys = [one.key for one in stages.kinds] or [one.value for one in ActivityKind]
    kinds = [option(phrases.kind_name(key, stages, t), key) for key in keys]
    blocks = [
        field(
            "target",
            t("log-form-target"),
            external_select(PICK_TARGET, t("log-form-target-hint"), picked),
        ),
        field(
            "kind",
            t("log-form-kind"),
            select(VALUE, kinds, chosen=told.kind if told.kind in keys else keys[0]),
        ),
        field(
            "note",
            t("log-form-note"),
            text_input(VALUE, value=told.note, lines=True, placeholder=t("log-form-note-hint")),
            optional=True,
        ),
        _contact(told, t),
        *_next(told, t),
        field(
            "occurred_on",
            t("log-form-when"),
            date_input(VALUE, told.occurred_on or today),
            optional=True,
        ),
    ]
    return modal(
        t,
        LOG_FORM,
        title or t("log-form-title"),
        blocks,
        submit=t("log-form-submit"),
        carried=carried,
    )


def _next(told: Report, t: Translator) -> list[Block]:
    step = text_input(VALUE, value=told.next_step)
    due = date_input(VALUE, told.next_step_due_on)
    at = time_input(VALUE, told.next_step_time)
    unread = unread_day(told.next_step) if told.next_step_due_on is None else ""
    hint = step_forms.unread_hint(unread, t)
    return [
        field("next_step", t("log-form-next"), step, optional=True),
        field("next_step_due", t("log-form-next-due"), due, optional=True, hint=hint),
        field("next_step_at", t("next-form-at"), at, optional=True),
    ]


def _contact(told: Report, t: Translator) -> Block:
    """With whom: somebody known, or a new name."""
    name, value = told.contact_name, f"{contact_forms.NEW}{told.contact_name}"
    if told.contact_id is not None:
        value = carry.pack(contact=told.contact_id)
    known = option(name, value) if name and len(name) <= contact_forms.LONGEST_NEW else None
    pick = external_select(PICK_CONTACT, t("role-form-contact-hint"), known)
    return field("contact", t("log-form-contact"), pick, optional=True)


@dataclass(frozen=True, slots=True)
class Filled:
    target: Target
    report: Report


def read(values: Values) -> Filled:
    target = chosen(values, "target")
    contact = contact_forms.picked(values, "contact")
    return Filled(
        target=Target(carry.number(target, "deal"), carry.number(target, "account")),
        report=Report(
            kind=chosen(values, "kind"),
            note=typed(values, "note").strip(),
            occurred_on=picked_date(values, "occurred_on"),
            next_step=typed(values, "next_step").strip(),
            next_step_due_on=picked_date(values, "next_step_due"),
            next_step_time=picked_time(values, "next_step_at"),
            contact_id=contact.contact_id,
            contact_name=contact.name,
        ),
    )
