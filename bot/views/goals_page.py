"""Goals: how a month or a quarter stands against them, the form that sets one, and the news."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from bot.domain.deal import Money
from bot.domain.goals import Example, Goal, Outlook, Whose, periods_of
from bot.domain.parsing_money import read_amount
from bot.domain.reporting import short
from bot.i18n import SIDE_BY_SIDE, Mrkdwn, Translator
from bot.ids import GOAL_FORM, GOAL_SET, GOALS_SHOW, VALUE
from bot.views import phrases
from bot.views.blocks import (
    Block,
    Page,
    Values,
    actions,
    button,
    chosen,
    clip,
    context,
    divider,
    field,
    modal,
    option,
    page,
    section,
    select,
    text_input,
    typed,
)

MOST_BENEATH = 20
MOST_KEPT = 20
LONGEST_NAME = 60
MOST_TEAMS = 98
CATEGORIES = ("commit", "best_case", "pipeline", "omitted")
AHEAD = 3
"""Months and quarters that are offered, the present ones among them."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form brought; the amount None where it could not be read."""

    whose: Whose
    period: str
    money: Money | None
    slack_user_id: str
    team: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The actor's own goals of this month and quarter, the others that they may see, and those of
    times to come; `example` is for those who may set some."""

    own: Sequence[Outlook]
    beneath: Sequence[Outlook] = ()
    coming: Sequence[tuple[Goal, str]] = ()
    example: Example | None = None


def build(shown: Shown, t: Translator) -> Page:
    said = t.md("goals-title")
    blocks: list[Block] = [section(said)]
    for one in shown.own:
        blocks += outlook(one, t, may_set=shown.example is not None)
    if shown.beneath:
        blocks.append(divider())
        blocks += [section(_line(one, t)) for one in shown.beneath[:MOST_BENEATH]]
    if (more := len(shown.beneath) - MOST_BENEATH) > 0:
        blocks.append(context(t.md("goals-more", count=more)))
    if shown.coming:
        blocks += [divider(), section(_coming(shown.coming, t))]
    if shown.example is not None:
        blocks.append(actions(button(t("goals-set"), GOAL_SET, style="primary")))
        blocks.append(context(_typed(shown.example, t)))
    return page(said, *blocks)


def _coming(goals: Sequence[tuple[Goal, str]], t: Translator) -> Mrkdwn:
    lines = [t.md("goals-coming")]
    for goal, name in goals[:MOST_KEPT]:
        whose = _whose(goal.whose, name, t)
        lines.append(
            t.md("goal-coming", whose=whose, period=_span(goal.period, t), goal=goal.money)
        )
    if (more := len(goals) - MOST_KEPT) > 0:
        lines.append(t.md("goals-more", count=more))
    return Mrkdwn("\n".join(lines))


def _typed(example: Example, t: Translator) -> Mrkdwn:
    """How a goal is typed, by people and teams that are there."""
    lines = [t.md("goals-type-hint")]
    if example.person:
        lines.append(t.md("goals-type-person", person=clip(example.person, LONGEST_NAME)))
    if example.team:
        lines.append(t.md("goals-type-team", team=clip(example.team, LONGEST_NAME)))
    return Mrkdwn(SIDE_BY_SIDE.join([*lines, t.md("goals-type-all")]))


def outlook(one: Outlook, t: Translator, *, may_set: bool = False) -> list[Block]:
    """What was won, what is expected, what is missing, and whether the pipeline is enough."""
    lines = [t.md("goal-period", whose=_whose(one.whose, one.name, t), period=_span(one.period, t))]
    if one.goal is None:
        lines.append(t.md("goal-none-yet" if may_set else "goal-none", closed=one.closed))
    else:
        share = t.percent(one.share or Decimal(0))
        lines.append(
            t.md("goal-stands", closed=one.closed, goal=one.goal.money, share=share, gap=_gap(one))
        )
    told = [
        t("goal-category", category=t(f"forecast-{name.replace('_', '-')}"), amount=money)
        for name in CATEGORIES
        if name != "omitted" or one.by_category.get(name)
        for money in [t.money(Money(one.by_category.get(name, Decimal(0)), one.closed.currency))]
    ]
    weighted = Money(one.weighted, one.closed.currency)
    lines.append(t.md("goal-open", categories=SIDE_BY_SIDE.join(told), weighted=weighted))
    if one.others:
        lines.append(t.md("goal-others", sums=phrases.sums(one.others, t)))
    lines.append(_coverage(one, t))
    return [section(Mrkdwn("\n".join(lines)))]


def _gap(one: Outlook) -> Money:
    return Money(one.gap or Decimal(0), one.closed.currency)


def _coverage(one: Outlook, t: Translator) -> Mrkdwn:
    """Needed and actual coverage, with the counts they rest on; or what is missing to tell."""
    counts = {"won": one.won, "closed": one.won + one.lost}
    if one.missing:
        return t.md("coverage-too-few", missing=one.missing, **counts)
    if one.needed is None:
        return t.md("coverage-none-won", **counts)
    needed = t.number(one.needed)
    if one.goal is None:
        return t.md("coverage-needed", needed=needed, **counts)
    if one.actual is None:
        return t.md("coverage-reached", needed=needed, **counts)
    key = "coverage-enough" if one.actual >= one.needed else "coverage-short"
    return t.md(key, needed=needed, actual=t.number(one.actual), **counts)


def _line(one: Outlook, t: Translator) -> Mrkdwn:
    goal = one.goal.money if one.goal else one.closed
    return t.md(
        "goal-line",
        whose=_whose(one.whose, one.name, t),
        period=_span(one.period, t),
        closed=one.closed,
        goal=goal,
        share=t.percent(one.share or Decimal(0)),
    )


def _span(period: str, t: Translator) -> str:
    return phrases.span(period, t) or period


def _whose(whose: Whose, name: str, t: Translator) -> str:
    return t("goal-workspace") if whose is Whose.WORKSPACE else clip(name, LONGEST_NAME)


def form(teams: Sequence[str], today: date, carried: str, t: Translator) -> Block:
    """Whose, for which month or quarter, how much."""
    offered = [one for one in Whose if teams or one is not Whose.TEAM]
    whose = [option(t(f"goal-for-{one.value}"), one.value) for one in offered]
    people: Block = {"type": "users_select", "action_id": VALUE}
    periods = [option(_span(one, t), one) for one in _offered(today)]
    blocks = [
        field("whose", t("goal-for"), select(VALUE, whose, chosen=Whose.WORKSPACE)),
        field("whom", t("goal-person"), people, optional=True, hint=t("goal-person-hint")),
    ]
    if teams:
        named = [option(one, short(one)) for one in teams[:MOST_TEAMS]]
        picked = select(VALUE, named)
        blocks.append(field("team", t("goal-team"), picked, optional=True))
    blocks += [
        field("period", t("goal-for-period"), select(VALUE, periods, chosen=periods[0]["value"])),
        field(
            "amount",
            t("goal-amount"),
            text_input(VALUE, placeholder=t("goal-amount-example")),
            hint=t("goal-amount-hint"),
        ),
    ]
    return modal(t, GOAL_FORM, t("goal-form"), blocks, submit=t("form-save"), carried=carried)


def _offered(today: date) -> list[str]:
    """This quarter first, then the months and quarters that follow."""
    first = today.replace(day=1)
    months = [periods_of(first + relativedelta(months=ahead))[0] for ahead in range(AHEAD)]
    quarters = [periods_of(first + relativedelta(months=3 * ahead))[1] for ahead in range(AHEAD)]
    return [*quarters, *months]


def read(values: Values, teams: Sequence[str], currency: str) -> Filled:
    amount = read_amount(typed(values, "amount"))
    picked = chosen(values, "team")
    return Filled(
        whose=Whose(chosen(values, "whose")),
        period=chosen(values, "period"),
        money=Money(amount.value, amount.currency or currency) if amount else None,
        slack_user_id=chosen(values, "whom"),
        team=next((one for one in teams if short(one) == picked), ""),
    )


def kept(goals: Sequence[tuple[Goal, str]], act_id: int, t: Translator) -> Page:
    """Goals as they were set, each by whose it is, or that there is none any more."""
    said = Mrkdwn("\n".join(_kept(goal, name, t) for goal, name in goals[:MOST_KEPT]))
    more = len(goals) - MOST_KEPT
    note = [context(t.md("goals-kept-more", count=more))] if more > 0 else []
    show = button(t("goals-show"), GOALS_SHOW)
    return page(said, section(said), *note, actions(show, phrases.undo_button(act_id, t)))


def _kept(goal: Goal, name: str, t: Translator) -> Mrkdwn:
    facts = {"whose": _whose(goal.whose, name, t), "period": _span(goal.period, t)}
    if goal.money.value:
        return t.md("goal-kept", goal=goal.money, **facts)
    return t.md("goal-gone", **facts)


def reached(goal: Goal, name: str, mark: int, closed: Money, t: Translator) -> Page:
    """Half, nine tenths or all of a goal is won."""
    said = t.md(
        "goal-reached" if mark >= 100 else "goal-mark",
        whose=_whose(goal.whose, name, t),
        period=_span(goal.period, t),
        mark=t.percent(Decimal(mark) / 100),
        closed=closed,
        goal=goal.money,
    )
    return page(said, section(said), actions(button(t("goals-show"), GOALS_SHOW)))
