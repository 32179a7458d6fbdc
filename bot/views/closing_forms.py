"""The forms that close a deal: won asks for the amount, lost for the reason."""

from dataclasses import dataclass

from bot.domain.deal import Deal
from bot.domain.playbook import LOST_REASONS
from bot.domain.refusal import Refusal
from bot.i18n import Translator
from bot.ids import LOSE_FORM, VALUE, WIN_FORM
from bot.views import phrases
from bot.views.blocks import (
    Block,
    Values,
    chosen,
    field,
    modal,
    option,
    section,
    select,
    text_input,
    typed,
)


def won(t: Translator, deal: Deal, carried: str, reason: str = "") -> Block:
    amount = "" if deal.amount is None else f"{deal.amount:,f} {deal.currency}"
    blocks = [
        section(t.md("won-form-says", deal=phrases.name(deal))),
        field(
            "amount",
            t("deal-form-amount"),
            text_input(
                VALUE, value=amount, placeholder=t("deal-form-amount-hint", currency=deal.currency)
            ),
        ),
        field("reason", t("won-form-reason"), text_input(VALUE, value=reason), optional=True),
    ]
    return modal(t, WIN_FORM, t("won-form-title"), blocks, submit=t("button-won"), carried=carried)


def lost(t: Translator, deal: Deal, carried: str) -> Block:
    reasons = [option(t(f"lost-reason-{key}"), key) for key in LOST_REASONS]
    blocks = [
        section(t.md("lost-form-says", deal=phrases.name(deal))),
        field("reason", t("lost-form-reason"), select(VALUE, reasons)),
        field(
            "note",
            t("lost-form-note"),
            text_input(VALUE, lines=True),
            optional=True,
            hint=t("lost-form-note-hint"),
        ),
    ]
    return modal(
        t, LOSE_FORM, t("lost-form-title"), blocks, submit=t("button-lost"), carried=carried
    )


@dataclass(frozen=True, slots=True)
class Won:
    amount: str
    reason: str


def read_won(values: Values) -> Won:
    return Won(typed(values, "amount").strip(), typed(values, "reason").strip())


def read_lost(values: Values) -> str:
    """The reason's key with the note behind it; "Other" says nothing without a note."""
    reason, note = chosen(values, "reason"), typed(values, "note").strip()
    if reason == "other" and not note:
        raise Refusal("lost-other-needs-note", field="note")
    return f"{reason}: {note}" if note else reason
