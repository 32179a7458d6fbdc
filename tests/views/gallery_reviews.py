"""Reviews at every turn, to their owner and to those who lead them, and the forms on the way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.domain.reviews import Listed, Looked, Opening, Review, Ruling, Standing, Word
from bot.domain.scorecards import Card
from bot.i18n import Translator
from bot.views import review_forms, review_page
from tests.views.cast import DAY, NOW, REP, Scale
from tests.views.gallery_scorecards import QUARTER, SCORES, SUMS


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    review = _review(scale)
    theirs = Looked(review, Standing.THEIRS, True, False, False, True, DAY)
    yield "review.own.theirs", review_page.build(theirs, t)
    handed = replace(theirs, standing=Standing.LEADS, review=_contested(review, scale))
    yield "review.own.leads", review_page.build(handed, t, 7)
    answered = _answered(handed.review, scale)
    read = replace(handed, standing=Standing.ANSWERED, review=answered)
    yield "review.own.answered", review_page.build(read, t)
    yield "review.own.frozen", review_page.build(replace(read, standing=Standing.FROZEN), t)
    gone = replace(theirs, standing=Standing.WITHDRAWN, shows_card=False)
    yield "review.own.withdrawn", review_page.build(gone, t)
    led = Looked(review, Standing.THEIRS, False, False, True, False, DAY)
    yield "review.led.theirs", review_page.build(led, t)
    waits = replace(handed, is_own=False, may_answer=True, may_withdraw=True)
    yield "review.led.leads", review_page.build(waits, t)
    done = replace(read, is_own=False, may_withdraw=True)
    yield "review.led.answered", review_page.build(done, t, 8)
    ended = replace(done, standing=Standing.FROZEN, may_withdraw=False)
    yield "review.led.frozen", review_page.build(ended, t)
    taken = replace(gone, is_own=False)
    yield "review.led.withdrawn", review_page.build(taken, t, 9)
    yield "review.list", review_page.listing(Listed((theirs,), (waits, led), may_open=True), t)
    yield "review.list.none", review_page.listing(Listed((), (), may_open=True), t)
    yield "review.list.rep", review_page.listing(Listed((), (), may_open=False), t)
    yield "review.opened", review_page.opened([review] * 3, [review.person], 7, t)
    for kind in ("opened-own", "reminder-own", "returned-led", "reminder-led", "answered-own"):
        yield f"review.letter.{kind}", review_page.letter(theirs, kind, t)
    people = (review.person, replace(REP, id=4, name=scale("Ola")))
    yield "form.review.open", review_forms.opening(Opening(people, REP.id, DAY), "", t)
    yield "form.review.contest", review_forms.contesting(theirs, "", t)
    yield "form.review.answer", review_forms.answering(waits, "", t)
    agreed = replace(waits, review=review)
    yield "form.review.answer.agreed", review_forms.answering(agreed, "", t)


def _review(scale: Scale) -> Review:
    person = replace(REP, name=scale(REP.name))
    manager = replace(REP, id=9, slack_user_id=None, name=scale("Marta"))
    card = Card(QUARTER, SCORES, 44, 5, 3, SUMS, 4)
    return Review(1, person, manager, NOW, card, NOW + timedelta(days=7))


def _contested(review: Review, scale: Scale) -> Review:
    words = (
        Word(review.person, NOW, scale("Two weeks of leave are missing"), "rhythm"),
        Word(review.person, NOW, scale("I moved house"), "hygiene"),
        Word(review.person, NOW, scale("A good quarter on the whole")),
    )
    return replace(review, words=words, returned_at=NOW)


def _answered(review: Review, scale: Scale) -> Review:
    by = review.opened_by
    words = (
        Word(by, NOW, scale("They are"), "rhythm", Ruling.CORRECTED, Decimal("82.5")),
        Word(by, NOW, scale("It was the same for all"), "hygiene", Ruling.KEPT),
        Word(by, NOW, scale("Well done")),
    )
    return replace(review, words=(*review.words, *words), answered_at=NOW)
