"""The forms that close a deal: won asks for amount, day and reason, lost for the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.deal import Deal
from bot.domain.outcomes import Step
from bot.domain.stages import Reason, Stages
from bot.i18n import Translator
from bot.ids import LOSE_FORM, VALUE, WIN_FORM
from bot.views import advance_form, criteria_fields, phrases
from bot.views.blocks import (
    Block,
    Values,
    channel_input,
    chosen,
    date_input,
    field,
    modal,
    option,
    picked_date,
    section,
    select,
    text_input,
    typed,
)


def won(step: Step, t: Translator, today: date, carried: str) -> Block:
    """Amount and day as known, what the playbook still misses, and why we won."""
    deal = step.deal
    money = step.amount or deal.money
    amount = "" if money is None else f"{money.value:,f} {money.currency}"
    hint = t("deal-form-amount-hint", currency=deal.currency)
    blocks = [
        section(t.md("won-form-says", deal=phrases.name(deal))),
        field("amount", t("deal-form-amount"), text_input(VALUE, value=amount, placeholder=hint)),
        field("won_on", t("won-form-on"), date_input(VALUE, today)),
        *advance_form.wanted(step, t),
        *_reason_fields(
            step.stages.offered_won_reasons,
            step.reason,
            _Labels(t("won-form-reason"), t("won-form-note"), t("won-form-note-hint")),
            t,
            optional=True,
        ),
        field(
            "channel",
            t("won-form-channel"),
            channel_input(VALUE, step.channel),
            optional=True,
            hint=t("won-form-channel-hint"),
        ),
    ]
    return modal(t, WIN_FORM, t("won-form-title"), blocks, submit=t("button-won"), carried=carried)


def lost(t: Translator, deal: Deal, stages: Stages, carried: str, reason: str = "") -> Block:
    blocks = [
        section(t.md("lost-form-says", deal=phrases.name(deal))),
        *_reason_fields(
            stages.offered_lost_reasons,
            reason,
            _Labels(t("lost-form-reason"), t("lost-form-note"), t("lost-form-note-hint")),
            t,
            optional=False,
        ),
    ]
    return modal(
        t, LOSE_FORM, t("lost-form-title"), blocks, submit=t("button-lost"), carried=carried
    )


@dataclass(frozen=True, slots=True)
class _Labels:
    reason: str
    note: str
    hint: str


def _reason_fields(
    reasons: Sequence[Reason],
    typed_reason: str,
    labels: _Labels,
    t: Translator,
    *,
    optional: bool,
) -> list[Block]:
    """The playbook's reasons to choose from, and a note; words typed before fill the note."""
    key, _, note = typed_reason.partition(":")
    chosen_before = next((one for one in reasons if one.key == key), None)
    known = key if chosen_before else None
    words = note.strip() if known else typed_reason
    blocks: list[Block] = []
    if reasons:
        options = [option(one.name(t.language), one.key) for one in reasons]
        choice = select(VALUE, options, chosen=known)
        blocks.append(field("reason", labels.reason, choice, optional=optional))
    note_field = field(
        "note",
        labels.note,
        text_input(VALUE, value=words, lines=True),
        optional=chosen_before is None or chosen_before.needs is None,
        hint=labels.hint,
    )
    return [*blocks, note_field]


@dataclass(frozen=True, slots=True)
class Won:
    """As filled in: the amount's text, the day, the reason, the channel, and the criteria's
    answers."""

    amount: str
    on: date | None
    reason: str
    channel: str | None
    answers: dict[str, str]
    override: str


def read_won(values: Values) -> Won:
    answers = criteria_fields.read(values)
    return Won(
        amount=answers.pop("amount", "").strip(),
        on=picked_date(values, "won_on"),
        reason=_reason(values),
        channel=chosen(values, "channel") or None,
        answers=answers,
        override=typed(values, "override").strip(),
    )


def read_lost(values: Values) -> str:
    """The reason's key with the note behind it."""
    return _reason(values)


def _reason(values: Values) -> str:
    reason, note = chosen(values, "reason"), typed(values, "note").strip()
    return f"{reason}: {note}" if reason and note else reason or note
