"""Reviews: opened by those who lead, first seen by their owner, contested, answered, frozen."""

import asyncio
import io
import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from sqlalchemy.orm import Session

from bot.domain.parsing_slack import find_mention
from bot.domain.parsing_verbs import is_about_reviews
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.domain.reviews import Review, periods
from bot.ids import (
    CRM,
    REVIEW_AGREE,
    REVIEW_ANSWER,
    REVIEW_ANSWER_FORM,
    REVIEW_CLOSE,
    REVIEW_FILE,
    REVIEW_OPEN,
    REVIEW_OPEN_FORM,
    REVIEW_RETURN,
    REVIEW_RETURN_FORM,
    REVIEW_SHOW,
    REVIEW_WITHDRAW,
    REVIEWS_SHOW,
)
from bot.usecases import exports, review_files, reviews, roster
from bot.views import carry, review_forms, review_page
from handlers.asking import Asking
from handlers.commands import verb_of


async def asks_for_reviews(command: dict[str, Any]) -> bool:
    """`/crm scorecard review …`, before `/crm scorecard` takes it."""
    line = str(command.get("text") or "")
    return verb_of(command) == "scorecard" and is_about_reviews(line)


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[asks_for_reviews])(command)
    app.action(REVIEWS_SHOW)(show_all)
    app.action(re.compile(rf"^{re.escape(REVIEW_SHOW)}\."))(show)
    app.action(REVIEW_OPEN)(open_form)
    app.view(REVIEW_OPEN_FORM)(submit_opening)
    app.action(REVIEW_AGREE)(agree)
    app.action(REVIEW_RETURN)(open_contest)
    app.view(REVIEW_RETURN_FORM)(submit_contest)
    app.action(REVIEW_ANSWER)(open_answer)
    app.view(REVIEW_ANSWER_FORM)(submit_answer)
    app.action(REVIEW_CLOSE)(close)
    app.action(REVIEW_WITHDRAW)(withdraw)
    app.action(REVIEW_FILE)(send)


async def command(asking: Asking) -> None:
    """Without a name the list; with one, the form to open a review of them."""
    mention = find_mention(asking.text)
    if mention is None:
        await show_all(asking)
        return
    person = await asking.transact(roster.mentioned, mention)
    await _open_form(asking, person.id)


async def show_all(asking: Asking) -> None:
    listed = await asking.read(reviews.listing, asking.actor, asking.now)
    await asking.answer(review_page.listing(listed, asking.t))


async def show(asking: Asking) -> None:
    looked = await asking.transact(reviews.look, asking.actor, _id(asking), asking.now)
    await asking.answer(review_page.build(looked, asking.t))


async def open_form(asking: Asking) -> None:
    await _open_form(asking, None)


async def _open_form(asking: Asking, person_id: int | None) -> None:
    offered = await asking.read(reviews.opening, asking.actor, person_id, asking.now)
    await asking.open(review_forms.opening(offered, asking.carried(), asking.t))


async def submit_opening(asking: Asking) -> None:
    picked = review_forms.read_opening(asking.body["view"]["state"]["values"])
    act_id, opened, left_out = await asking.transact(_open, asking.actor, picked, asking.now)
    await asking.answer(review_page.opened(opened, left_out, act_id, asking.t))


def _open(session: Session, actor: Actor, picked: review_forms.Chosen, now: Any) -> Any:
    offered = reviews.opening(session, actor, picked.person_id, now)
    ids = [one.id for one in offered.people] if picked.person_id is None else [picked.person_id]
    period = picked.period or periods(offered.today)[picked.span]
    if period.first > offered.today:
        raise Refusal("review-dates", field="first")
    return reviews.open_for(session, actor, ids, period, now)


async def agree(asking: Asking) -> None:
    act_id, looked = await asking.transact(
        reviews.give_back, asking.actor, _id(asking), [], "", asking.now
    )
    await asking.answer(review_page.build(looked, asking.t, act_id), replace=True)


async def open_contest(asking: Asking) -> None:
    looked = await asking.transact(reviews.look, asking.actor, _id(asking), asking.now)
    if not looked.is_own:
        raise Refusal("review-not-yours")
    carried = asking.carried(review=looked.review.id)
    await asking.open(review_forms.contesting(looked, carried, asking.t))


async def submit_contest(asking: Asking) -> None:
    contests, words = review_forms.read_contests(asking.body["view"]["state"]["values"])
    act_id, looked = await asking.transact(
        reviews.give_back, asking.actor, _id(asking), contests, words, asking.now
    )
    await asking.answer(review_page.build(looked, asking.t, act_id))


async def open_answer(asking: Asking) -> None:
    looked = await asking.transact(reviews.look, asking.actor, _id(asking), asking.now)
    if not looked.may_answer:
        raise Refusal(f"review-is-{looked.standing.value}")
    carried = asking.carried(review=looked.review.id)
    await asking.open(review_forms.answering(looked, carried, asking.t))


async def submit_answer(asking: Asking) -> None:
    values = asking.body["view"]["state"]["values"]
    looked = await asking.transact(reviews.look, asking.actor, _id(asking), asking.now)
    answers, words = review_forms.read_answers(values, looked.review)
    act_id, answered = await asking.transact(
        reviews.answer, asking.actor, _id(asking), answers, words, asking.now
    )
    await asking.answer(review_page.build(answered, asking.t, act_id))


async def close(asking: Asking) -> None:
    looked = await asking.transact(reviews.close, asking.actor, _id(asking), asking.now)
    await asking.answer(review_page.build(looked, asking.t), replace=True)


async def withdraw(asking: Asking) -> None:
    act_id, looked = await asking.transact(reviews.withdraw, asking.actor, _id(asking), asking.now)
    await asking.answer(review_page.build(looked, asking.t, act_id), replace=True)


async def send(asking: Asking) -> None:
    """The review as a file, into the reader's own conversation with the bot."""
    looked = await asking.transact(reviews.look, asking.actor, _id(asking), asking.now)
    if not looked.shows_card:
        raise Refusal(f"review-is-{looked.standing.value}")
    await asking.answer({"text": asking.t.md("report-file-comes")})
    asking.behind.start(_send(asking, looked.review), "review")


async def _send(asking: Asking, review: Review) -> None:
    content = await asyncio.to_thread(_content, review)
    opened = await asking.client.conversations_open(users=str(asking.actor.person.slack_user_id))
    await asking.client.files_upload_v2(
        channel=opened["channel"]["id"],
        filename=f"review-{review.card.period.first}-{review.card.period.last}.xlsx",
        title=asking.t("review-title-own"),
        content=content,
    )


def _content(review: Review) -> bytes:
    out = io.BytesIO()
    exports.write(review_files.COLUMNS, review_files.rows(review), "xlsx", out)
    return out.getvalue()


def _id(asking: Asking) -> int:
    review_id = carry.number(asking.value, "review")
    if review_id is None:
        raise Refusal("review-gone")
    return review_id
