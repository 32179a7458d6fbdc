"""A manager asks, praises or notes something about a deal, or about a rep's week, and
is answered."""

import re
from datetime import date

from slack_bolt.async_app import AsyncApp

from bot.domain.outcomes import Asked
from bot.domain.refusal import Refusal
from bot.domain.tellings import FeedbackKind
from bot.i18n import Day
from bot.ids import FEEDBACK_ANSWER, FEEDBACK_ASK, FEEDBACK_FORM, FEEDBACK_PRAISE, FEEDBACK_WEEK
from bot.usecases import feedback as acts
from bot.usecases import lists
from bot.views import carry, deal_list, feedback
from handlers.asking import Asking
from handlers.forms import deal_of


def register(app: AsyncApp) -> None:
    app.action(FEEDBACK_ASK)(ask)
    app.action(FEEDBACK_PRAISE)(praise)
    app.action(re.compile(rf"^{re.escape(FEEDBACK_WEEK)}(\.|$)"))(on_week)
    app.action(FEEDBACK_ANSWER)(answer)
    app.view(FEEDBACK_FORM)(submit)


async def ask(asking: Asking) -> None:
    await _open(asking, FeedbackKind.QUESTION)


async def praise(asking: Asking) -> None:
    await _open(asking, FeedbackKind.PRAISE)


async def _open(asking: Asking, kind: FeedbackKind) -> None:
    deal, owner = await asking.read(acts.look, asking.actor, deal_of(asking))
    carried = asking.carried(deal=deal.id, kind=kind.value)
    await asking.open(feedback.form(deal, owner, kind, carried, asking.t))


async def on_week(asking: Asking) -> None:
    """What was pressed beneath a rep's line: words, or a look at their deals."""
    held, person_id = carry.unpack(asking.value), _person_of(asking)
    if held["do"] == "deals":
        asked = Asked(scope="person", person_id=person_id)
        listing = await asking.read(lists.page, asking.actor, asked, asking.now)
        await asking.answer(deal_list.build(listing, asking.t))
        return
    kind = FeedbackKind(held["do"])
    person = await asking.read(acts.look_at_week, asking.actor, person_id)
    carried = asking.carried(person=person.id, week=held["week"], kind=kind.value)
    begun = feedback.begun(kind, asking.value, asking.t)
    week = Day(date.fromisoformat(held["week"]), asking.today)
    await asking.open(feedback.form_on_week(week, person, kind, carried, asking.t, begun))


async def answer(asking: Asking) -> None:
    given = await asking.read(acts.look_to_answer, asking.actor, _answered(asking))
    await asking.open(feedback.answer_form(given, asking.carried(answers=given.id), asking.t))


async def submit(asking: Asking) -> None:
    held = carry.unpack(asking.value)
    words = feedback.read(asking.body["view"]["state"]["values"])
    if "answers" in held:
        done = await asking.transact(
            acts.answer, asking.actor, _answered(asking), words, asking.now
        )
    elif "week" in held:
        kind = FeedbackKind(held["kind"])
        week = date.fromisoformat(held["week"])
        done = await asking.transact(
            acts.give_on_week, asking.actor, _person_of(asking), week, kind, words, asking.now
        )
    else:
        kind = FeedbackKind(held["kind"])
        done = await asking.transact(
            acts.give, asking.actor, deal_of(asking), kind, words, asking.now
        )
    act_id, given, comes_at = done
    await asking.answer(feedback.given(given, act_id, comes_at, asking.now, asking.t))


def _answered(asking: Asking) -> int:
    """Which words are answered; a number that is nobody's where the button doesn't say so."""
    return carry.number(asking.value, "answers") or 0


def _person_of(asking: Asking) -> int:
    person_id = carry.number(asking.value, "person")
    if person_id is None:
        raise Refusal("feedback-nobody-there", person="?")
    return person_id
