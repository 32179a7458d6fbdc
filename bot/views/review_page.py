"""A review: the figures as they were laid open, what was said to them, and whose turn it is."""

from datetime import date

from bot.domain.people import Person
from bot.domain.reviews import Listed, Looked, Review, Ruling, Standing, Word
from bot.i18n import Day, Mrkdwn, Translator, escape
from bot.ids import (
    REVIEW_AGREE,
    REVIEW_ANSWER,
    REVIEW_CLOSE,
    REVIEW_FILE,
    REVIEW_OPEN,
    REVIEW_RETURN,
    REVIEW_SHOW,
    REVIEW_WITHDRAW,
)
from bot.views import carry, phrases, scorecard_page
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    confirm,
    context,
    divider,
    header,
    page,
    quote,
    section,
)

LONGEST_WORDS = 1_000


def build(looked: Looked, t: Translator, act_id: int | None = None) -> Page:
    """`act_id` is what its reader has just done to it, to be undone."""
    review = looked.review
    said = standing(looked, t)
    blocks: list[Block] = [header(_title(looked, t)), section(said)]
    if looked.shows_card:
        blocks += _card(review, t)
        blocks += [block for one in review.on_the_whole() for block in _said(one, looked.today, t)]
        blocks.append(context(t.md("review-how", version=review.card.playbook_version)))
    if not looked.is_own and looked.shows_card:
        blocks.append(context(t.md("scorecard-noted")))
    if buttons := _buttons(looked, t, act_id):
        blocks.append(actions(*buttons))
    return page(said, *blocks)


def opened(reviews: list[Review], left_out: list[Person], act_id: int, t: Translator) -> Page:
    """What whoever opened them reads: who was told, and nobody's figures."""
    names = tuple(person_name(one.person) for one in reviews)
    said = t.md("review-opened", people=names, **scorecard_page.days(reviews[0].card.period))
    blocks = [section(said), context(t.md("review-first-theirs"))]
    if left_out:
        blocks.append(
            context(t.md("review-left-out", people=tuple(person_name(one) for one in left_out)))
        )
    return page(said, *blocks, actions(phrases.undo_button(act_id, t)))


def listing(listed: Listed, t: Translator) -> Page:
    said = t.md("review-list-says", own=len(listed.own), led=len(listed.led))
    blocks: list[Block] = [section(said)]
    for name, lines in (("own", listed.own), ("led", listed.led)):
        if lines:
            blocks += [divider(), section(t.md(f"review-list-{name}"))]
            blocks += [_line(one, t) for one in lines]
    if not listed.own and not listed.led:
        blocks.append(context(t.md("review-list-none")))
    if listed.may_open:
        blocks.append(actions(button(t("review-open"), REVIEW_OPEN, style="primary")))
    return page(said, *blocks)


def letter(looked: Looked, kind: str, t: Translator) -> Page:
    """What brings a review to whose turn it is."""
    review = looked.review
    facts = {
        "by": person_name(review.opened_by),
        "person": person_name(review.person),
        "until": Day(review.theirs_until.astimezone(t.zone).date(), looked.today),
        **scorecard_page.days(review.card.period),
    }
    said = t.md(f"review-letter-{kind}", **facts)
    value = carry.pack(review=review.id)
    look = button(t("review-look"), f"{REVIEW_SHOW}.{review.id}", value, style="primary")
    return page(said, section(said), actions(look))


def person_name(person: Person) -> Mrkdwn:
    if person.slack_user_id:
        return Mrkdwn(f"<@{person.slack_user_id}>")
    return escape(clip(person.name, phrases.LONGEST_NAME))


def standing(looked: Looked, t: Translator) -> Mrkdwn:
    """Whose turn it is, in a sentence to this reader."""
    review, side = looked.review, "own" if looked.is_own else "led"
    until = Day(review.theirs_until.astimezone(t.zone).date(), looked.today)
    return t.md(
        f"review-standing-{side}-{looked.standing.value}",
        person=person_name(review.person),
        until=until,
        contested=len(review.contested),
        **scorecard_page.days(review.card.period),
    )


def _title(looked: Looked, t: Translator) -> str:
    if looked.is_own:
        return t("review-title-own")
    return t("review-title", person=clip(looked.review.person.name, phrases.LONGEST_NAME))


def _card(review: Review, t: Translator) -> list[Block]:
    blocks: list[Block] = [section(_total(review, t))]
    for score in review.card.scores:
        blocks.append(section(scorecard_page.score(score, t)))
        contest, ruling = review.contested.get(score.measure), review.rulings.get(score.measure)
        if contest is not None:
            blocks += [context(t.md("review-contested", by=person_name(contest.by)))]
            blocks.append(quote(clip(contest.words, LONGEST_WORDS)))
        if ruling is not None:
            blocks += [context(_ruled(ruling, t)), quote(clip(ruling.words, LONGEST_WORDS))]
    blocks.append(section(scorecard_page.results(review.card, t)))
    return blocks


def _total(review: Review, t: Translator) -> Mrkdwn:
    if review.card.total is None:
        return t.md("review-total-little")
    corrected = review.corrected
    if corrected is not None and corrected.total is not None:
        return t.md("review-total-corrected", total=review.card.total, corrected=corrected.total)
    return t.md("review-total", total=review.card.total)


def _ruled(ruling: Word, t: Translator) -> Mrkdwn:
    if ruling.ruling is Ruling.CORRECTED:
        return t.md("review-corrected", by=person_name(ruling.by), value=ruling.value)
    return t.md("review-kept", by=person_name(ruling.by))


def _said(word: Word, today: date, t: Translator) -> list[Block]:
    when = Day(word.at.astimezone(t.zone).date(), today)
    return [
        context(t.md("review-said", by=person_name(word.by), when=when)),
        quote(clip(word.words, LONGEST_WORDS)),
    ]


def _line(looked: Looked, t: Translator) -> Block:
    value = carry.pack(review=looked.review.id)
    look = button(t("button-open"), f"{REVIEW_SHOW}.{looked.review.id}", value)
    return section(standing(looked, t), look)


def _buttons(looked: Looked, t: Translator, act_id: int | None) -> list[Block]:
    value = carry.pack(review=looked.review.id)
    buttons: list[Block] = []
    if act_id is not None:
        buttons.append(phrases.undo_button(act_id, t))
    is_open = looked.standing in (Standing.THEIRS, Standing.LEADS)
    if looked.is_own and is_open and looked.review.returned_at is None:
        buttons += [
            button(t("review-right"), REVIEW_AGREE, value, style="primary"),
            button(t("review-comment"), REVIEW_RETURN, value),
        ]
    if looked.is_own and looked.standing is Standing.ANSWERED and act_id is None:
        buttons.append(button(t("review-read"), REVIEW_CLOSE, value, style="primary"))
    if looked.may_answer:
        buttons.append(button(t("review-answer"), REVIEW_ANSWER, value, style="primary"))
    if looked.shows_card:
        buttons.append(button(t("review-file"), REVIEW_FILE, value))
    if looked.may_withdraw and act_id is None:
        sure = confirm(
            t("review-withdraw"), t("review-withdraw-sure"), t("review-withdraw"), t("form-cancel")
        )
        buttons.append(button(t("review-withdraw"), REVIEW_WITHDRAW, value) | {"confirm": sure})
    return buttons
