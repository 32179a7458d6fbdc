"""A digest's figures line by line: as a table, as words, as a chart, and as words for the chart."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bot.domain.adoption import Each, RepWeek, Standing
from bot.i18n import Mrkdwn, Translator
from bot.views import columns
from bot.views.blocks import Block, clip, context, section
from bot.views.chart import Chart, Series, distinct

MOST_CHARTED = 10
"""Slack's charts take twenty categories; more than ten names lie over each other on a phone."""

MOST_TOLD = 100
"""Slack's tables take a hundred rows beneath the header; a section some dozen such lines."""

LINES_OF_A_SECTION = 10
ROWS_AT_ONCE = 20
LONGEST_NAME = 40

Names = Mapping[int, str]
"""The names of the reps, or of the teams, by the ids of their lines."""

HEADS = ("days", "hygiene", "stale", "step", "activities", "moved", "won")
"""The figures behind a name, the most telling first: a phone shows three."""


def table(reps: Sequence[RepWeek], each: Each, names: Names, t: Translator) -> Block:
    """As much of it as a phone shows."""
    heads, rows = _laid_out(reps, each, names, t)
    named = (0,) if each is Each.REP else ()
    block, _ = columns.table(t(f"digest-table-{each.value}"), heads, rows, ROWS_AT_ONCE, named)
    return block


def whole(reps: Sequence[RepWeek], each: Each, names: Names, t: Translator) -> Block:
    return columns.whole(
        t(f"digest-table-{each.value}"), *_laid_out(reps, each, names, t), ROWS_AT_ONCE
    )


def _laid_out(
    reps: Sequence[RepWeek], each: Each, names: Names, t: Translator
) -> tuple[list[str], list[list[str]]]:
    """The heads and the lines beneath them."""
    heads = [t(f"digest-head-{head}") for head in (each.value, *HEADS)]
    rows = []
    for rep in reps[:MOST_TOLD]:
        held = figures(rep, t)
        rows.append([name(rep, names, t), *(held[head] for head in HEADS)])
    return heads, rows


def figures(rep: RepWeek, t: Translator) -> dict[str, str]:
    """Each beside that of the week before, where it is known."""
    return {
        "days": _against(rep.active_days, rep.active_days_before, t),
        "activities": _against(rep.activities, rep.activities_before, t),
        "hygiene": _hygiene(rep, t),
        "step": _share(rep, t),
        "stale": _stale(rep, t),
        "moved": _against(rep.moved, rep.moved_before, t),
        "won": _against(rep.won, rep.won_before, t),
    }


def _hygiene(rep: RepWeek, t: Translator) -> str:
    """The mean share of rules met on the rep's open deals; none where there are no open deals."""
    if not rep.rules:
        return t("digest-no-deals")
    now = round(100 * Decimal(rep.met) / rep.rules)
    before = round(100 * Decimal(rep.met_before) / rep.rules_before) if rep.rules_before else None
    return _against(now, before, t)


def _stale(rep: RepWeek, t: Translator) -> str:
    now, before = rep.standing, rep.standing_before
    told = t("digest-stale", stale=now.stale, open=now.open_deals)
    return told if before is None else t("digest-against", now=told, before=t.number(before.stale))


def _against(now: int, before: int | None, t: Translator) -> str:
    """A figure beside that of the week before, where it is known."""
    if before is None:
        return t.number(now)
    return t("digest-against", now=t.number(now), before=t.number(before))


def _share(rep: RepWeek, t: Translator) -> str:
    """The share of open deals with a next step; none where there are no open deals."""
    now, before = _part(rep.standing), _part(rep.standing_before)
    if now is None:
        return t("digest-no-deals")
    if before is None:
        return t.percent(now)
    return t("digest-against", now=t.percent(now), before=t.percent(before))


def _part(standing: Standing | None) -> Decimal | None:
    if standing is None or not standing.open_deals:
        return None
    return Decimal(standing.with_next_step) / standing.open_deals


def lines(reps: Sequence[RepWeek], names: Names, t: Translator) -> list[Block]:
    """The table in words, for a workspace that refuses it."""
    told = [
        t.md("digest-line", name=name(rep, names, t), **figures(rep, t)) for rep in reps[:MOST_TOLD]
    ]
    return [
        section(Mrkdwn("\n".join(told[start : start + LINES_OF_A_SECTION])))
        for start in range(0, len(told), LINES_OF_A_SECTION)
    ]


def _most_active(reps: Sequence[RepWeek]) -> list[RepWeek]:
    """Those that are drawn: the ten with the most activities; nobody where there were none."""
    if not any(rep.activities or rep.activities_before for rep in reps):
        return []
    most = sorted(reps, key=lambda rep: (-rep.activities, -rep.activities_before, rep.rep_id))
    return most[:MOST_CHARTED]


def chart(reps: Sequence[RepWeek], each: Each, names: Names, t: Translator) -> Chart | None:
    """Activities in both weeks; nothing to draw, no chart."""
    shown = _most_active(reps)
    if not shown:
        return None
    return Chart(
        title=t(f"digest-chart-{each.value}"),
        categories=distinct([name(rep, names, t) for rep in shown]),
        series=(
            Series(t("digest-week-before"), tuple(rep.activities_before for rep in shown)),
            Series(t("digest-last-week"), tuple(rep.activities for rep in shown)),
        ),
    )


def chart_in_words(reps: Sequence[RepWeek], names: Names, t: Translator) -> list[Block]:
    """The same figures as the chart's, for whoever can't see it."""
    shown = [
        t(
            "digest-chart-figure",
            name=name(rep, names, t),
            figure=_against(rep.activities, rep.activities_before, t),
        )
        for rep in _most_active(reps)
    ]
    return [context(t.md("digest-chart-says", figures=t.listed(shown)))] if shown else []


def name(rep: RepWeek, names: Names, t: Translator) -> str:
    known = names.get(rep.rep_id)
    if known is None:
        return t("digest-no-manager")
    return clip(" ".join(known.split()) or "?", LONGEST_NAME)
