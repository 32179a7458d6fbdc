"""The forms of a review: opening some, contesting lines, and answering what was contested."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.parsing_money import read_amount
from bot.domain.periods import Period
from bot.domain.refusal import Refusal
from bot.domain.reviews import Answer, Contest, Looked, Opening, Review, Ruling, periods
from bot.i18n import Translator
from bot.ids import REVIEW_ANSWER_FORM, REVIEW_OPEN_FORM, REVIEW_RETURN_FORM, VALUE
from bot.views import phrases, review_page, scorecard_page
from bot.views.blocks import (
    Block,
    Values,
    chosen,
    clip,
    context,
    date_input,
    field,
    modal,
    number_input,
    option,
    picked_date,
    quote,
    section,
    select,
    text_input,
    typed,
)

ALL = "all"
MOST_PEOPLE = 99
LONGEST_QUOTE = 600


def opening(offered: Opening, carried: str, t: Translator) -> Block:
    """Whose cards, of which time; the whole team is one of the choices."""
    people = [option(clip(one.name, 70), str(one.id)) for one in offered.people[:MOST_PEOPLE]]
    if len(people) > 1:
        people.insert(0, option(t("review-form-all", count=len(offered.people)), ALL))
    names = tuple(clip(one.name, phrases.LONGEST_NAME) for one in offered.people)
    spans = [
        option(t(f"review-period-{name}", **scorecard_page.days(period)), name)
        for name, period in periods(offered.today).items()
    ]
    picked = str(offered.chosen_id) if offered.chosen_id is not None else None
    blocks = [
        section(t.md("review-form-says")),
        field("whose", t("review-form-person"), select(VALUE, people, chosen=picked)),
        context(t.md("review-form-team", people=names)),
        field("period", t("review-form-period"), select(VALUE, spans, chosen="last")),
        field("first", t("review-form-first"), date_input(VALUE), optional=True),
        field(
            "last", t("review-form-last"), date_input(VALUE), optional=True,
            hint=t("review-form-dates-hint"),
        ),
    ]  # fmt: skip
    return modal(
        t,
        REVIEW_OPEN_FORM,
        t("review-open"),
        blocks,
        submit=t("review-form-submit"),
        carried=carried,
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """`person_id` is None for the whole team."""

    person_id: int | None
    span: str
    period: Period | None


def read_opening(values: Values) -> Chosen:
    """Raises Refusal for days that are no period."""
    person = chosen(values, "whose")
    first, last = picked_date(values, "first"), picked_date(values, "last")
    period = None
    if first is not None or last is not None:
        if first is None or last is None or first > last:
            raise Refusal("review-dates", field="last" if first else "first")
        period = Period(first, last)
    return Chosen(None if person == ALL else int(person), chosen(values, "period"), period)


def contesting(looked: Looked, carried: str, t: Translator) -> Block:
    """A field for each measure: what is written there contests it."""
    blocks: list[Block] = [section(t.md("review-contest-says"))]
    for score in looked.review.card.scores:
        blocks.append(section(scorecard_page.score(score, t)))
        label = t("review-contest-line", measure=_measure(score.measure, t))
        text = text_input(VALUE, lines=True, placeholder=t("review-contest-hint"))
        blocks.append(field(score.measure, label, text, optional=True))
    blocks.append(
        field("words", t("review-contest-words"), text_input(VALUE, lines=True), optional=True)
    )
    return modal(
        t,
        REVIEW_RETURN_FORM,
        t("review-contest-title"),
        blocks,
        submit=t("review-contest-submit"),
        carried=carried,
    )


def read_contests(values: Values) -> tuple[list[Contest], str]:
    contests = [
        Contest(name, words)
        for name in values
        if name != "words" and (words := typed(values, name).strip())
    ]
    return contests, typed(values, "words").strip()


def answering(looked: Looked, carried: str, t: Translator) -> Block:
    """For every contested measure a ruling with its reason; and a word to the whole."""
    review, blocks = looked.review, list[Block]()
    blocks.append(section(t.md("review-answer-says", contested=len(review.contested))))
    for measure, contest in review.contested.items():
        score = next(one for one in review.card.scores if one.measure == measure)
        blocks += [
            section(scorecard_page.score(score, t)),
            context(t.md("review-contested", by=review_page.person_name(contest.by))),
            quote(clip(contest.words, LONGEST_QUOTE)),
            *_ruling(measure, t),
        ]
    is_needed = not review.contested
    blocks.append(
        field(
            "words", t("review-answer-words"), text_input(VALUE, lines=True), optional=not is_needed
        )
    )
    return modal(
        t,
        REVIEW_ANSWER_FORM,
        t("review-answer"),
        blocks,
        submit=t("review-answer-submit"),
        carried=carried,
    )


def _ruling(measure: str, t: Translator) -> list[Block]:
    rulings = [option(t(f"review-ruling-{one.value}"), one.value) for one in Ruling]
    name = _measure(measure, t)
    return [
        field(f"ruling-{measure}", t("review-answer-line", measure=name), select(VALUE, rulings)),
        field(
            f"value-{measure}", t("review-answer-value"), number_input(VALUE),
            optional=True, hint=t("review-answer-value-hint"),
        ),
        field(f"reason-{measure}", t("review-answer-reason"), text_input(VALUE, lines=True)),
    ]  # fmt: skip


def read_answers(values: Values, review: Review) -> tuple[list[Answer], str]:
    """Raises Refusal for a value that is no number."""
    answers = [
        Answer(
            measure,
            Ruling(chosen(values, f"ruling-{measure}")),
            typed(values, f"reason-{measure}"),
            _value(values, measure),
        )
        for measure in review.contested
    ]
    return answers, typed(values, "words").strip()


def _value(values: Mapping[str, Mapping[str, Mapping[str, str]]], measure: str) -> Decimal | None:
    text = typed(values, f"value-{measure}").strip().removesuffix("%").strip()
    if not text:
        return None
    amount = read_amount(text)
    if amount is None:
        raise Refusal("review-value", field=f"value-{measure}")
    return amount.value


def _measure(measure: str, t: Translator) -> str:
    return t(f"report-measure-{measure.replace('_', '-')}")
