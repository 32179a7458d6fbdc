"""What must be true before a deal may leave a stage, and whether it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from bot.domain.deal import Deal
from bot.domain.refusal import Refusal

LONGEST_ANSWER = 2000

Names = Mapping[str, str]
"""One name per language ("en", "ko")."""


def named(names: Names, language: str) -> str:
    """The name in a language; where that is missing, the English one, or whichever there is."""
    return names.get(language) or names.get("en") or next(iter(names.values()))


class Asks(StrEnum):
    """What sort of thing a criterion wants."""

    FIELD = "field"
    CUSTOM = "custom"
    CONTACT = "contact"
    EVIDENCE = "evidence"


class AnswerKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"


class Field(StrEnum):
    """A deal's own fields that a playbook can require."""

    AMOUNT = "amount"
    EXPECTED_CLOSE = "expected_close"
    NEXT_STEP = "next_step"
    ACCOUNT = "account"


class ContactRole(StrEnum):
    """What a contact is to a deal."""

    DECISION_MAKER = "decision_maker"
    CHAMPION = "champion"
    USER = "user"
    BLOCKER = "blocker"


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    names: Names


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing to be answered before a deal leaves a stage.

    `key` names it for good: the field's, the custom field's, the contact's role or the evidence's
    own. `names` is the question in each language; a field of ours and a role have none, since the
    catalogue names them.
    """

    key: str
    asks: Asks
    names: Names
    kind: AnswerKind = AnswerKind.TEXT
    choices: tuple[Choice, ...] = ()

    def question(self, language: str) -> str:
        return named(self.names, language) if self.names else self.key


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, by whom (None: brought by an import) and when (UTC).

    `value` is canonical: a number without separators, an ISO date, a choice's key, yes or no.
    """

    key: str
    value: str
    given_by: str | None
    given_by_slack_id: str | None
    given_at: datetime


@dataclass(frozen=True, slots=True)
class RoleOnDeal:
    """A contact and what they are to the deal."""

    role: ContactRole
    contact_id: int
    name: str
    added_by: str | None
    added_by_slack_id: str | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that criteria ask about, as it stands for one deal."""

    deal: Deal
    answers: Mapping[str, Answer]
    contacts: tuple[RoleOnDeal, ...] = ()

    def contact_in(self, role: str) -> RoleOnDeal | None:
        return next((one for one in self.contacts if one.role == role), None)


def is_met(criterion: Criterion, known: Known) -> bool:
    """Whether the deal fulfils it. A next step needs its date; a yes-or-no question a yes."""
    deal = known.deal
    match criterion.asks:
        case Asks.CONTACT:
            return known.contact_in(criterion.key) is not None
        case Asks.FIELD:
            return {
                Field.AMOUNT: deal.amount is not None,
                Field.EXPECTED_CLOSE: deal.closes_on is not None,
                Field.NEXT_STEP: bool(deal.next_step) and deal.next_step_due_on is not None,
                Field.ACCOUNT: deal.account_id is not None,
            }[Field(criterion.key)]
    answer = known.answers.get(criterion.key)
    if answer is None or not answer.value:
        return False
    if criterion.kind is AnswerKind.CHOICE:
        return answer.value in {choice.key for choice in criterion.choices}
    return criterion.kind is not AnswerKind.YES_NO or answer.value == "yes"


def unmet(criteria: Iterable[Criterion], known: Known) -> tuple[Criterion, ...]:
    """Those that still want an answer, each once, in order."""
    wanting = {one.key: one for one in criteria if not is_met(one, known)}
    return tuple(wanting.values())


def read_answer(criterion: Criterion, typed: str) -> str:
    """The canonical value of what was typed or chosen.

    Raises Refusal beside the criterion's own field where it is no such value; a "no" to a
    yes-or-no question is an answer, though it does not fulfil the criterion.
    """
    value = typed.strip()
    match criterion.kind:
        case AnswerKind.NUMBER:
            return _number(criterion, value)
        case AnswerKind.DATE:
            return _date(criterion, value)
        case AnswerKind.CHOICE if value not in {one.key for one in criterion.choices}:
            raise Refusal("criterion-choice-unknown", field=criterion.key)
        case AnswerKind.YES_NO if value not in ("yes", "no"):
            raise Refusal("criterion-choice-unknown", field=criterion.key)
    if len(value) > LONGEST_ANSWER:
        raise Refusal("criterion-too-long", field=criterion.key, most=LONGEST_ANSWER)
    return value


def _number(criterion: Criterion, value: str) -> str:
    try:
        number = Decimal(value.replace(",", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise Refusal("criterion-not-a-number", field=criterion.key, typed=value)
    return f"{number.normalize():f}"


def _date(criterion: Criterion, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise Refusal("date-unreadable", field=criterion.key, typed=value) from error
