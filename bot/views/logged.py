"""What was logged, on which deal, what comes next, and the way back."""

from datetime import date

from bot.domain.outcomes import Logged
from bot.i18n import Day, Translator
from bot.ids import CONTACT_EDIT, DEAL_NEXT, DEAL_SHOW, STEP_HEARD
from bot.views import carry, phrases
from bot.views.blocks import Block, Page, actions, button, clip, context, page, quote, section


def build(logged: Logged, t: Translator, today: date) -> Page:
    subject = logged.deal.name if logged.deal else logged.account.name if logged.account else ""
    when = Day(logged.occurred_on, today)
    said = t.md(
        "logged",
        kind=phrases.kind_name(logged.report.kind, logged.stages, t),
        subject=clip(subject, phrases.LONGEST_NAME),
        earlier="no" if logged.occurred_on == today else "yes",
        when=when,
    )
    blocks: list[Block] = [section(said)]
    if logged.report.note:
        blocks.append(quote(logged.report.note))
    if logged.contact is not None:
        key = "logged-contact-new" if logged.contact_is_new else "logged-contact"
        blocks.append(context(t.md(key, contact=clip(logged.contact, phrases.LONGEST_NAME))))
    blocks += _next(logged, t, today)
    blocks += _promise(logged, t, today)
    blocks.append(actions(*_buttons(logged, t)))
    return page(said, *blocks)


def _next(logged: Logged, t: Translator, today: date) -> list[Block]:
    report = logged.report
    if logged.kept_next_step and logged.deal is not None:
        key = "logged-step-kept" if logged.deal.is_open else "logged-step-closed"
        owner = phrases.owner(logged.deal, t)
        return [context(t.md(key, step=clip(report.next_step, phrases.LONGEST_STEP), owner=owner))]
    if logged.kept_next_step:
        return [
            context(t.md("logged-step-account", step=clip(report.next_step, phrases.LONGEST_STEP)))
        ]
    if logged.deal is None or not logged.deal.is_open:
        return []
    told = [context(phrases.next_step(logged.deal, logged.stages, today, t))]
    if logged.replaced:
        before = clip(logged.replaced, phrases.LONGEST_STEP)
        told.append(context(t.md("logged-step-replaced", step=before)))
    if logged.promise is None and report.next_step_due_on is None:
        told += [context(one) for one in phrases.no_such_day(report.next_step, t)]
    return told


def _promise(logged: Logged, t: Translator, today: date) -> list[Block]:
    """What may have been meant as a next step, to be set by a tap."""
    promise, deal = logged.promise, logged.deal
    if promise is None or deal is None:
        return []
    value = carry.pack(deal=deal.id, draft=promise.draft_id)
    step = clip(promise.what, phrases.LONGEST_STEP)
    if promise.due_on is None:
        unread = t.md("logged-day-unread", day=clip(promise.unread, phrases.LONGEST_NAME))
        return [section(unread, button(t("button-step-form"), STEP_HEARD, value))]
    said = t.md("logged-step-heard", step=step, due=Day(promise.due_on, today, promise.at))
    return [section(said, button(t("button-step-set"), STEP_HEARD, value))]


def _buttons(logged: Logged, t: Translator) -> list[Block]:
    buttons = [phrases.undo_button(logged.act_id, t)]
    if logged.deal is not None:
        deal = carry.pack(deal=logged.deal.id)
        if logged.deal.is_open and logged.deal.next_step_due_on is None:
            buttons.append(button(t("button-next-step"), DEAL_NEXT, deal))
        buttons.append(button(t("button-open"), DEAL_SHOW, deal))
    if logged.contact_is_new and logged.contact_id is not None:
        person = carry.pack(contact=logged.contact_id)
        buttons.append(button(t("button-add-details"), CONTACT_EDIT, person))
    return buttons
