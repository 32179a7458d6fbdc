"""The form that a next step is done by: what came of it, and what follows."""

from datetime import date

from bot.domain.appointments import appointment
from bot.domain.deal import ActivityKind
from bot.domain.parsing_due import take_due
from bot.domain.refusal import Refusal
from bot.domain.tellings import Finished, Proposal
from bot.domain.timing import shown
from bot.i18n import Translator
from bot.ids import STEP_DONE_FORM, VALUE
from bot.views import phrases, step_forms
from bot.views.blocks import (
    Block,
    Values,
    chosen,
    clip,
    date_input,
    field,
    modal,
    option,
    picked_date,
    picked_time,
    section,
    select,
    text_input,
    typed,
)


def build(t: Translator, proposal: Proposal, carried: str) -> Block:
    """A step that recurs proposes itself again; any other leaves the fields for the next empty."""
    deal, again = proposal.deal, proposal.comes_again_on
    kinds = [option(t(f"kind-{kind.value}"), kind.value) for kind in ActivityKind]
    step = deal.next_step or ""
    at = shown(deal, t.zone).at if again else None
    kind = appointment(step) or ActivityKind.NOTE
    blocks = [
        section(
            t.md(
                "step-done-says", deal=phrases.name(deal), step=clip(step, phrases.LONGEST_STEP)
            )
        ),
        field("kind", t("log-form-kind"), select(VALUE, kinds, chosen=kind.value)),
        field("note", t("step-done-note"), text_input(VALUE, lines=True), optional=True),
        field(
            "what", t("step-done-next"), text_input(VALUE, value=step if again else ""),
            optional=True, hint=t("step-done-next-hint"),
        ),
        field(
            "due", t("next-form-due"), date_input(VALUE, again), optional=True,
            hint=t("step-done-due-hint"),
        ),
        step_forms.time_of_day(t, "due_at", at),
        step_forms.repeats(t, deal.next_step_rule if again else None),
    ]  # fmt: skip
    return modal(
        t,
        STEP_DONE_FORM,
        t("step-done-title"),
        blocks,
        submit=t("followup-done"),
        carried=carried,
    )


def read(values: Values, today: date) -> Finished:
    """The day may stand in the words for what comes next, as in any line."""
    what, due = typed(values, "what").strip(), picked_date(values, "due")
    at = picked_time(values, "due_at")
    if what and due is None:
        told = take_due(what, today)
        what, due, at = told.words, told.day, told.at if at is None else at
    if what and due is None and at is None:
        raise Refusal("criterion-step-when", field="due")
    return Finished(
        kind=ActivityKind(chosen(values, "kind")),
        note=typed(values, "note"),
        what=what,
        due_on=due,
        at=at if what else None,
        rule=step_forms.read_repeats(values),
    )
