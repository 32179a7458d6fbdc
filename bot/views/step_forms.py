"""The forms of a deal's next step, its hold and its owner."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain.deal import Deal
from bot.domain.parsing_sentence import unread_day, without
from bot.domain.recurring import Recurrence
from bot.domain.timing import When, shown
from bot.i18n import Translator
from bot.ids import ASSIGN_FORM, CLOSES_FORM, HOLD_FORM, NEXT_FORM, VALUE
from bot.views import phrases
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
    time_input,
    typed,
)


def next_step(
    t: Translator,
    deal: Deal,
    today: date,
    carried: str,
    what: str = "",
    on: date | None = None,
    at: time | None = None,
) -> Block:
    """`on` and `at` are what was said already; else what the deal has stands in it."""
    known = shown(deal, t.zone) if on is None and at is None else When(on, at)
    unread = unread_day(what) if on is None else ""
    words = without(what, unread) or deal.next_step or ""
    due = known.on
    proposed = due if due is not None and due >= today else _soon(today)
    blocks = [
        section(t.md("next-form-says", deal=phrases.name(deal))),
        field("what", t("next-form-what"), text_input(VALUE, value=words)),
        field("due", t("next-form-due"), date_input(VALUE, proposed), hint=unread_hint(unread, t)),
        time_of_day(t, "due_at", known.at),
        repeats(t, deal.next_step_rule),
    ]
    return modal(t, NEXT_FORM, t("next-form-title"), blocks, submit=t("form-save"), carried=carried)


def unread_hint(day: str, t: Translator) -> str:
    """Beside the field for a day: what was typed for it, where it is none."""
    return t("next-form-unread", day=clip(day, phrases.LONGEST_NAME)) if day else ""


def _soon(today: date) -> date:
    """Tomorrow, but no Saturday or Sunday."""
    return today + timedelta(days={4: 3, 5: 2}.get(today.weekday(), 1))


def time_of_day(t: Translator, name: str, at: time | None) -> Block:
    """The time of day of a step; many have none."""
    return field(name, t("next-form-at"), time_input(VALUE, at), optional=True)


def repeats(t: Translator, rule: str | None) -> Block:
    """How a next step comes again."""
    options = [option(t("repeats-once"), "once")]
    options += [option(t(f"repeats-{one.name.lower()}"), one.name.lower()) for one in Recurrence]
    known = next((one.name.lower() for one in Recurrence if one.value == rule), "once")
    return field("repeats", t("repeats-label"), select(VALUE, options, chosen=known))


def read_repeats(values: Values) -> Recurrence | None:
    picked = chosen(values, "repeats")
    return next((one for one in Recurrence if one.name.lower() == picked), None)


def hold(
    t: Translator, deal: Deal, today: date, carried: str, until: date | None, reason: str
) -> Block:
    """A hold that lasts stands in it, to be made longer or shorter."""
    lasts = deal.held_until is not None and deal.held_until > today
    ends = until or (deal.held_until if lasts else None) or today + timedelta(days=14)
    unread = unread_day(reason) if until is None else ""
    words = without(reason, unread) or (deal.hold_reason if lasts else None) or ""
    blocks = [
        section(t.md("hold-form-says", deal=phrases.name(deal))),
        field("until", t("hold-form-until"), date_input(VALUE, ends), hint=unread_hint(unread, t)),
        field("reason", t("hold-form-reason"), text_input(VALUE, value=words)),
    ]
    return modal(
        t, HOLD_FORM, t("hold-form-title"), blocks, submit=t("button-hold"), carried=carried
    )


def closes(t: Translator, deal: Deal, today: date, carried: str) -> Block:
    ahead = deal.closes_on is not None and deal.closes_on >= today
    proposed = deal.closes_on if ahead else today + timedelta(days=14)
    blocks = [
        section(t.md("closes-form-says", deal=phrases.name(deal))),
        field("closes", t("closes-form-day"), date_input(VALUE, proposed)),
    ]
    return modal(
        t, CLOSES_FORM, t("closes-form-title"), blocks, submit=t("form-save"), carried=carried
    )


def read_closes(values: Values) -> date | None:
    return picked_date(values, "closes")


def assign(t: Translator, deal: Deal, carried: str) -> Block:
    people: Block = {"type": "users_select", "action_id": VALUE}
    blocks = [
        section(t.md("assign-form-says", deal=phrases.name(deal))),
        field("owner", t("assign-form-owner"), people),
    ]
    return modal(
        t,
        ASSIGN_FORM,
        t("assign-form-title"),
        blocks,
        submit=t("assign-form-submit"),
        carried=carried,
    )


@dataclass(frozen=True, slots=True)
class Dated:
    """Words and a day: a next step with its date and perhaps its time, or a hold's reason with
    its end."""

    words: str
    on: date | None
    at: time | None = None


def read_next_step(values: Values) -> Dated:
    due_at = picked_time(values, "due_at")
    return Dated(typed(values, "what").strip(), picked_date(values, "due"), due_at)


def read_hold(values: Values) -> Dated:
    return Dated(typed(values, "reason").strip(), picked_date(values, "until"))


def read_assign(values: Values) -> str:
    """The Slack id of the person chosen."""
    return chosen(values, "owner")
