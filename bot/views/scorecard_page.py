"""A scorecard: each measure with its weight, its target and what came of it; a team's averages."""

from bot.domain import fairness
from bot.domain.periods import Period
from bot.domain.scorecards import Card, Look, Score, Shown, TeamScores
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import ME_SHOW, REVIEWS_SHOW, SCORECARD_SHOW
from bot.views import carry, phrases
from bot.views.blocks import Block, Page, actions, button, clip, context, header, page, section


def build(shown: Shown, t: Translator, *, ended: bool) -> Page:
    card = shown.card
    title = t("scorecard-title-own") if shown.is_own else t("scorecard-title", person=_name(shown))
    said = _total(card, t)
    blocks: list[Block] = [header(title), section(said)]
    blocks += [section(score(one, t)) for one in card.scores]
    blocks.append(section(results(card, t)))
    blocks.append(context(t.md("scorecard-how", version=card.playbook_version)))
    if shown.is_own:
        blocks.append(context(_looks(shown, t)))
    else:
        blocks.append(context(t.md("scorecard-noted")))
    blocks.append(actions(*_buttons(shown, t, ended=ended)))
    return page(said, *blocks)


def averages(told: TeamScores, t: Translator) -> Page:
    said = t.md("scorecard-averages", reps=told.reps, **days(told.period))
    lines = [section(score(one, t, mean=True)) for one in told.lines]
    return page(said, section(said), *lines, context(t.md("scorecard-averages-only")))


def _name(shown: Shown) -> str:
    return clip(shown.person.name, phrases.LONGEST_NAME)


def days(period: Period) -> dict[str, object]:
    return {"first": Day(period.first, period.last), "last": Day(period.last, period.last)}


def _total(card: Card, t: Translator) -> Mrkdwn:
    if card.total is None:
        return t.md("scorecard-says-little", **days(card.period))
    return t.md("scorecard-says", total=card.total, **days(card.period))


def score(one: Score, t: Translator, *, mean: bool = False) -> Mrkdwn:
    measure = t(f"report-measure-{one.measure.replace('_', '-')}")
    facts = {"measure": measure, "weight": one.weight, "target": one.target}
    if one.value is None:
        return t.md("scorecard-line-little", known=one.known_from, **facts)
    key = "scorecard-line-mean" if mean else f"scorecard-line-{one.status.value.replace('_', '-')}"
    if mean:
        return t.md(key, value=phrases.mean(one.value, fairness.SHARE, t), **facts)
    return t.md(key, value=one.value, points=one.points, **facts)


def results(card: Card, t: Translator) -> Mrkdwn:
    return t.md(
        "scorecard-results",
        won=card.won,
        lost=card.lost,
        sums=phrases.sums(card.won_amounts, t) if card.won_amounts else "–",
    )


def _looks(shown: Shown, t: Translator) -> Mrkdwn:
    if not shown.looks:
        return t.md("scorecard-nobody-looked")
    return t.md("scorecard-looked", looks=tuple(_look(one, shown, t) for one in shown.looks))


def _look(one: Look, shown: Shown, t: Translator) -> Mrkdwn:
    by = Mrkdwn(f"<@{one.by_slack_id}>") if one.by_slack_id else clip(one.by, phrases.LONGEST_NAME)
    return t.md("scorecard-look", by=by, when=Day(one.at.astimezone(t.zone).date(), shown.today))


def _buttons(shown: Shown, t: Translator, *, ended: bool) -> list[Block]:
    other = carry.pack(person=shown.person.id, ended=0 if ended else 1)
    label = t("scorecard-this-quarter") if ended else t("scorecard-last-quarter")
    buttons = [button(label, SCORECARD_SHOW, other), button(t("review-list"), REVIEWS_SHOW)]
    return [*buttons, button(t("home-my-week"), ME_SHOW)] if shown.is_own else buttons
