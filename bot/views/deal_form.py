"""The form of a deal, new or to be edited: built and read back here."""

from dataclasses import dataclass
from datetime import date

from bot.domain.criteria import Known
from bot.domain.stages import Stages
from bot.i18n import Translator
from bot.ids import EDIT_FORM, NEW_FORM, VALUE
from bot.views import criteria_fields
from bot.views.blocks import (
    Block,
    Values,
    chosen,
    date_input,
    field,
    modal,
    option,
    picked_date,
    select,
    text_input,
    typed,
)

PIPELINE = "pipeline"
MOST_CUSTOM = 60
_OWN = frozenset({"name", "account", "amount", "closes_on", PIPELINE})


@dataclass(frozen=True, slots=True)
class Begun:
    """What is known of a new deal before its form is filled in, as it would be typed."""

    name: str = ""
    account: str = ""
    amount: str = ""
    closes_on: date | None = None


def new(
    t: Translator, stages: Stages, currency: str, carried: str, begun: Begun | None = None
) -> Block:
    """Where there are several pipelines, the form asks for the one."""
    told = begun or Begun()
    blocks = _fields(t, told.name, told.account, told.amount, told.closes_on, currency)
    if len(stages.pipelines) > 1:
        options = [option(one.name(t.language), one.key) for one in stages.pipelines]
        choice = select(VALUE, options, chosen=stages.pipelines[0].key)
        blocks.append(field(PIPELINE, t("draft-pipeline"), choice))
    return modal(
        t,
        NEW_FORM,
        t("deal-form-new"),
        blocks,
        submit=t("deal-form-create"),
        carried=carried,
    )


def edit(t: Translator, known: Known, stages: Stages, carried: str) -> Block:
    """The deal's own fields, and behind them the playbook's custom ones."""
    deal = known.deal
    amount = "" if deal.amount is None else f"{deal.amount:,f} {deal.currency}"
    blocks = _fields(t, deal.name, deal.account_name or "", amount, deal.closes_on, deal.currency)
    blocks += criteria_fields.build(stages.fields[:MOST_CUSTOM], known, t, optional=True)
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
    pipeline: str
    answers: dict[str, str]


def read(values: Values) -> Filled:
    return Filled(
        name=typed(values, "name"),
        account=typed(values, "account"),
        amount=typed(values, "amount"),
        closes_on=picked_date(values, "closes_on"),
        pipeline=chosen(values, PIPELINE),
        answers={
            key: held for key, held in criteria_fields.read(values).items() if key not in _OWN
        },
    )
