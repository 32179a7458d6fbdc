"""The form of a deal, new or to be edited: built and read back here."""

from dataclasses import dataclass
from datetime import date

from bot.domain.deal import Deal
from bot.i18n import Translator
from bot.ids import EDIT_FORM, NEW_FORM, VALUE
from bot.views.blocks import (
    Block,
    Values,
    date_input,
    field,
    modal,
    picked_date,
    text_input,
    typed,
)


def new(t: Translator, currency: str, carried: str, name: str = "") -> Block:
    return modal(
        t,
        NEW_FORM,
        t("deal-form-new"),
        _fields(t, name, "", "", None, currency),
        submit=t("deal-form-create"),
        carried=carried,
    )


def edit(t: Translator, deal: Deal, carried: str) -> Block:
    amount = "" if deal.amount is None else f"{deal.amount:,f} {deal.currency}"
    blocks = _fields(t, deal.name, deal.account_name or "", amount, deal.closes_on, deal.currency)
    return modal(t, EDIT_FORM, t("deal-form-edit"), blocks, submit=t("form-save"), carried=carried)


def _fields(
    t: Translator, name: str, account: str, amount: str, closes_on: date | None, currency: str
) -> list[Block]:
    return [
        field("name", t("deal-form-name"), text_input(VALUE, value=name)),
        field(
            "account",
            t("deal-form-account"),
            text_input(VALUE, value=account),
            optional=True,
            hint=t("deal-form-account-hint"),
        ),
        field(
            "amount",
            t("deal-form-amount"),
            text_input(
                VALUE, value=amount, placeholder=t("deal-form-amount-hint", currency=currency)
            ),
            optional=True,
        ),
        field("closes_on", t("deal-form-closes"), date_input(VALUE, closes_on), optional=True),
    ]


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form holds; `amount` as typed, read together with its currency."""

    name: str
    account: str
    amount: str
    closes_on: date | None


def read(values: Values) -> Filled:
    return Filled(
        name=typed(values, "name"),
        account=typed(values, "account"),
        amount=typed(values, "amount"),
        closes_on=picked_date(values, "closes_on"),
    )
