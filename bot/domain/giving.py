"""What a form brings for a playbook's criteria, read into what it changes on the deal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from bot.domain.criteria import (
    LONGEST_ANSWER,
    Answer,
    AnswerKind,
    Asks,
    ContactRole,
    Criterion,
    Field,
    Known,
    RoleOnDeal,
    read_answer,
)
from bot.domain.parsing_money import read_amount
from bot.domain.refusal import Refusal, Refusals

DUE = "next_step_due"
"""The field beside a next step that holds its date."""
AT = "next_step_at"
"""The one that holds its time of day, by the clock of whoever fills it in."""

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it came in: by the criterion's key what was typed or chosen ("" where it was left
    empty), and why criteria are to be done without (`override`)."""

    answers: Mapping[str, str] = field(default_factory=dict)
    override: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """The same, read: changes of the deal's own fields, answers by key, contacts by role, and the
    account's name."""

    fields: Mapping[str, object] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    contacts: Mapping[ContactRole, str] = field(default_factory=dict)
    account: str = ""


def read(criteria: Iterable[Criterion], filled: Filled) -> Given:
    """What was filled in for these criteria; empty fields are left out.

    Raises Refusals with everything that cannot be read, each beside its field.
    """
    fields: dict[str, object] = {}
    answers: dict[str, str] = {}
    contacts: dict[ContactRole, str] = {}
    account, wrong = "", list[Refusal]()
    for one in criteria:
        typed = filled.answers.get(one.key, "").strip()
        if not typed and one.key != Field.NEXT_STEP:
            continue
        try:
            if one.asks is Asks.CONTACT:
                contacts[ContactRole(one.key)] = _short(typed, one.key)
            elif one.key == Field.ACCOUNT and one.asks is Asks.FIELD:
                account = _short(typed, one.key)
            elif one.asks is Asks.FIELD:
                fields |= _field(Field(one.key), typed, filled)
            else:
                answers[one.key] = read_answer(one, typed)
        except Refusal as refused:
            wrong.append(refused)
    if wrong:
        raise Refusals(wrong)
    return Given(fields, answers, contacts, account)


def _field(name: Field, typed: str, filled: Filled) -> dict[str, object]:
    if name is Field.AMOUNT:
        amount = read_amount(typed)
        if amount is None:
            raise Refusal("amount-unreadable", typed=typed, field=name.value)
        money: dict[str, object] = {"amount": amount.value}
        return money | ({"currency": amount.currency} if amount.currency else {})
    if name is Field.EXPECTED_CLOSE:
        return {"closes_on": _date(typed, name.value)}
    due = filled.answers.get(DUE, "").strip()
    if not typed and not due:
        return {}
    if not typed:
        raise Refusal("criterion-step-what", field=name.value)
    if len(typed) > LONGEST_ANSWER:
        raise Refusal("criterion-too-long", field=name.value, most=LONGEST_ANSWER)
    if not due:
        raise Refusal("criterion-step-when", field=DUE)
    at = filled.answers.get(AT, "").strip()
    return {
        "next_step": typed,
        "next_step_due_on": _date(due, DUE),
        "next_step_time": time.fromisoformat(at) if at else None,
    }


def _date(typed: str, name: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise Refusal("date-unreadable", typed=typed, field=name) from error


def _short(typed: str, name: str) -> str:
    clean = " ".join(typed.split())
    if len(clean) > LONGEST_NAME:
        raise Refusal("criterion-too-long", field=name, most=LONGEST_NAME)
    return clean


def afterwards(known: Known, given: Given, now: datetime) -> Known:
    """How things will stand once what was given is written down."""
    deal = replace(known.deal, **given.fields)  # type: ignore[arg-type] # its own fields
    if given.account:
        deal = replace(deal, account_id=deal.account_id or 0, account_name=given.account)
    answers = {key: Answer(key, value, None, None, now) for key, value in given.answers.items()}
    people = tuple(
        RoleOnDeal(role, 0, name, None, None, now) for role, name in given.contacts.items()
    )
    return Known(deal, {**known.answers, **answers}, known.contacts + people)


def refusals(lacking: Iterable[Criterion]) -> Refusals:
    """What is still missing, each beside its field."""
    return Refusals(
        [
            Refusal(
                "criterion-still-no" if one.kind is AnswerKind.YES_NO else "criterion-missing",
                field=one.key,
            )
            for one in lacking
        ]
    )
