"""A word about a deal or a week: the form it is written in, and the message its owner reads."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.domain.deal import Deal
from bot.domain.outcomes import Asked
from bot.domain.people import Person
from bot.domain.stages import Stages
from bot.domain.tellings import ANSWERED, Feedback, FeedbackKind
from bot.i18n import Day, Mrkdwn, Translator, escape
from bot.ids import (
    DEAL_LOG,
    DEAL_NEXT,
    DEAL_SHOW,
    DEALS_PAGE,
    FEEDBACK_ANSWER,
    FEEDBACK_FORM,
    VALUE,
)
from bot.views import carry, deal_list, phrases
from bot.views.blocks import (
    Block,
    Page,
    Values,
    actions,
    button,
    clip,
    context,
    field,
    modal,
    page,
    quote,
    section,
    text_input,
    typed,
)


def form(deal: Deal, owner: Person, kind: FeedbackKind, carried: str, t: Translator) -> Block:
    title = t(f"feedback-title-{kind.value}")
    said = t.md(f"feedback-form-{kind.value}", deal=phrases.name(deal), owner=_name(owner))
    return _form(title, said, carried, t)


def form_on_week(
    week: Day, owner: Person, kind: FeedbackKind, carried: str, t: Translator, begun: str
) -> Block:
    """`begun` are words to go on from."""
    title = t(f"feedback-week-title-{kind.value}")
    said = t.md(f"feedback-week-form-{kind.value}", owner=_name(owner), week=week)
    return _form(title, said, carried, t, begun)


def answer_form(given: Feedback, carried: str, t: Translator) -> Block:
    """Beneath what is answered."""
    said = t.md("feedback-answer-form", by=_name(given.by))
    return _form(t("feedback-answer"), said, carried, t, above=[quote(given.words)])


def _form(
    title: str,
    said: Mrkdwn,
    carried: str,
    t: Translator,
    begun: str = "",
    above: Sequence[Block] = (),
) -> Block:
    words = field("words", t("feedback-form-words"), text_input(VALUE, lines=True, value=begun))
    return modal(
        t,
        FEEDBACK_FORM,
        title,
        [section(said), *above, words],
        submit=t("feedback-form-submit"),
        carried=carried,
    )


def begun(kind: FeedbackKind, value: str, t: Translator) -> str:
    """Words to go on from: why the digest names somebody, as its button brought it back."""
    why = carry.unpack(value).get("why", "")
    if kind is FeedbackKind.NOTE or not t.has(f"feedback-begun-{why}"):
        return ""
    named = ("stale", "open", "days", "before", "stale_before")
    return t(f"feedback-begun-{why}", **{one: carry.number(value, one) or 0 for one in named})


def read(values: Values) -> str:
    return typed(values, "words").strip()


def given(
    feedback: Feedback, act_id: int, comes_at: datetime, now: datetime, t: Translator
) -> Page:
    """What the one who wrote it sees."""
    if comes_at > now:
        said = t.md("feedback-given-later", owner=_name(feedback.to), at=comes_at)
    else:
        said = t.md("feedback-given", owner=_name(feedback.to))
    return page(said, section(said), quote(feedback.words), actions(phrases.undo_button(act_id, t)))


def letter(feedback: Feedback, stages: Stages, t: Translator, today: date) -> Page:
    """What the owner reads, with the first things to do."""
    if feedback.deal is None:
        return _of_week(feedback, t, today)
    deal, value = feedback.deal, carry.pack(deal=feedback.deal.id)
    said = t.md(
        f"feedback-says-{feedback.kind.value}", by=_name(feedback.by), deal=phrases.name(deal)
    )
    buttons = [button(t("button-open"), f"{DEAL_SHOW}.{deal.id}", value)]
    if feedback.kind is FeedbackKind.QUESTION and deal.is_open:
        buttons = [
            button(t("button-log"), DEAL_LOG, value, style="primary"),
            button(t("button-next-step"), DEAL_NEXT, value),
            *buttons,
        ]
    return page(
        said,
        section(said),
        quote(feedback.words),
        context(phrases.next_step(deal, stages, today, t)),
        actions(*buttons, *_answer(feedback, t)),
    )


def _of_week(feedback: Feedback, t: Translator, today: date) -> Page:
    week = feedback.week or today
    said = t.md(
        f"feedback-week-says-{feedback.kind.value}", by=_name(feedback.by), week=Day(week, today)
    )
    buttons = list(_answer(feedback, t))
    if feedback.kind is not FeedbackKind.ANSWER:
        deals = deal_list.packed(Asked(scope="mine"))
        buttons.append(button(t("feedback-my-deals"), f"{DEALS_PAGE}.mine", deals))
    return page(said, section(said), quote(feedback.words), actions(*buttons))


def _answer(feedback: Feedback, t: Translator) -> Iterator[Block]:
    """A way to say something back to a question, a note or an answer."""
    if feedback.kind in ANSWERED:
        value = carry.pack(answers=feedback.id)
        style = "primary" if feedback.deal is None else None
        yield button(t("feedback-answer"), FEEDBACK_ANSWER, value, style=style)


def _name(person: Person) -> Mrkdwn:
    name = clip(person.name, phrases.LONGEST_NAME)
    return Mrkdwn(f"<@{person.slack_user_id}>") if person.slack_user_id else escape(name)
