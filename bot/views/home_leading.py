"""A leader's part of Home: teams against their targets, and the two questions of six months."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from bot.domain.deal import Money
from bot.domain.homes import Leading
from bot.domain.periods import Period
from bot.domain.reporting import NOBODY, Compliance, Grouping, Met, Question
from bot.i18n import SIDE_BY_SIDE, Mrkdwn, Translator
from bot.ids import REPORT_SHOW
from bot.views import columns, phrases, report_deals
from bot.views.blocks import Block, actions, button, clip, context, divider, section

MOST_TEAMS = 8
LONGEST_NAME = 60


def parts(leading: Leading, t: Translator) -> tuple[list[Block], list[Block]]:
    """With a table of the months, and with lines in its place."""
    teams = [divider(), *_compliance(leading, t)]
    title = section(t.md("home-months"))
    buttons = actions(
        _report("opportunities", leading.months, Grouping.MONTH, t),
        _report("productivity", leading.months, Grouping.MONTH, t),
    )
    rows = _months(leading, t)
    words = [t.md("home-month", month=m, new=new, per_rep=per_rep) for m, new, per_rep in rows]
    in_words = [section(Mrkdwn("\n".join(words)))]
    return (
        [*teams, divider(), title, _table(rows, t), buttons],
        [*teams, divider(), title, *in_words, buttons],
    )


def _compliance(leading: Leading, t: Translator) -> list[Block]:
    weeks = leading.weeks
    title = t.md("home-compliance", first=weeks.first, last=weeks.last)
    if not leading.compliance:
        return [section(title), context(t.md("home-compliance-none"))]
    teams = [list(those) for _, those in groupby(leading.compliance, lambda one: one.team)]
    blocks = [
        section(title, _report("compliance", weeks, Grouping.TEAM, t)),
        *(section(_team(those, t)) for those in teams[:MOST_TEAMS]),
    ]
    if len(teams) > MOST_TEAMS:
        blocks.append(context(t.md("home-teams-more", count=len(teams) - MOST_TEAMS)))
    return blocks


def _team(measures: Sequence[Compliance], t: Translator) -> Mrkdwn:
    """How many targets are met, and each that is not with what it wants."""
    team = measures[0].team
    name = t("home-no-team") if team == NOBODY else clip(team, LONGEST_NAME)
    met = sum(one.status is Met.MET for one in measures)
    lines = [t.md("home-targets", team=name, met=met, targets=len(measures))]
    lines += [_short_of(one, t) for one in measures if one.status is not Met.MET]
    return Mrkdwn("\n".join(lines))


def _short_of(one: Compliance, t: Translator) -> Mrkdwn:
    measure = t(f"report-measure-{one.measure.replace('_', '-')}")
    status = t(f"report-status-{one.status.value.replace('_', '-')}")
    if one.value is None:
        return t.md("home-target-unknown", measure=measure, status=status)
    key = "home-target-near" if one.status is Met.NEAR else "home-target-missed"
    value, target = _percent(one.value, t), _percent(one.target, t)
    return t.md(key, measure=measure, status=status, value=value, target=target)


def _percent(value: Decimal | int, t: Translator) -> str:
    return t.percent(Decimal(value) / 100)


def _months(leading: Leading, t: Translator) -> list[tuple[str, str, str]]:
    """Each month with its new deals of all currencies, and won amount per rep in each of them."""
    new: dict[str, int] = {}
    for one in leading.opportunities:
        new[one.key] = new.get(one.key, 0) + one.new
    won: dict[str, list[str]] = {}
    for each in leading.productivity:
        told = won.setdefault(each.key, [])
        if each.per_rep:
            told.append(t.money(Money(each.per_rep, each.currency)))
    return [
        (phrases.span(key, t) or key, t.number(deals), SIDE_BY_SIDE.join(won.get(key, [])) or "–")
        for key, deals in new.items()
    ]


def _table(rows: Sequence[tuple[str, str, str]], t: Translator) -> Block:
    heads = (t("home-column-month"), t("home-column-new"), t("home-column-per-rep"))
    block, _ = columns.table(t("home-months-caption"), heads, rows, 6)
    return block


def _report(name: str, period: Period, by: Grouping, t: Translator) -> Block:
    value = report_deals.packed(Question(name, period, by))
    return button(t(f"home-report-{name}"), f"{REPORT_SHOW}.{name}", value)
