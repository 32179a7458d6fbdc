"""A manager's week: the team in a sentence, who needs a word, who earned one, the figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.adoption import Digest, RepWeek, Standing, most_urgent_first
from bot.domain.outcomes import Asked
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import DEALS_PAGE, FEEDBACK_WEEK
from bot.views import carry, deal_list
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    context,
    fitting,
    option,
    overflow,
    page,
    section,
)
from bot.views.chart import Chart, Series, distinct

MOST_CHARTED = 20
"""Slack's charts take twenty categories."""

MOST_TOLD = 100
"""Slack's tables take a hundred rows beneath the header; a section some dozen such lines."""

LINES_OF_A_SECTION = 10
MOST_NAMED = 5
ROWS_AT_ONCE = 20
LONGEST_NAME = 40

Names = Mapping[int, str]
"""The names of the reps by their ids."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The page with Slack's table and chart; and without them, with a chart for a picture."""

    page: Page
    plain_page: Page
    chart: Chart | None


def build(digest: Digest, names: Names, t: Translator) -> Drawn:
    if not digest.reps:
        said = t.md("digest-nobody")
        return Drawn(page(said), page(said), None)
    said = _headline(digest, t)
    span = t.md(
        "digest-title",
        first=Day(digest.monday, digest.sunday),
        last=Day(digest.sunday, digest.sunday),
    )
    reps = most_urgent_first(digest.reps)
    chart = _chart(reps, names, t)
    head = [section(span), section(said), *_words(digest, reps, names, t)]
    tail = [*_left_out(reps, t), *_targets(digest, t), *_next(digest, t)]
    drawn = [chart.block()] if chart else []
    return Drawn(
        page(said, *head, _table(reps, names, t), *drawn, *tail),
        page(said, *head, *_lines(reps, names, t), *tail),
        chart,
    )


def _headline(digest: Digest, t: Translator) -> Mrkdwn:
    return t.md(
        "digest-says",
        active=sum(rep.active_days > 0 for rep in digest.reps),
        reps=len(digest.reps),
        activities=sum(rep.activities for rep in digest.reps),
        before=sum(rep.activities_before for rep in digest.reps),
        stale=digest.stale,
        open=digest.open_deals,
    )


def _words(digest: Digest, reps: Sequence[RepWeek], names: Names, t: Translator) -> list[Block]:
    """Who needs a word first, each with the reason, and who has earned one; with what to say."""
    needy = [rep for rep in reps if rep.needs_a_word][:MOST_NAMED]
    better = [rep for rep in reps if rep.has_improved][:MOST_NAMED]
    told: list[Block] = []
    if needy:
        told.append(section(t.md("digest-attention")))
        told += [
            section(_reason(rep, names, t), _to_do(digest, rep, ("question", "note"), t))
            for rep in needy
        ]
    if better:
        told.append(section(t.md("digest-better-first")))
        told += [
            section(
                t.md("digest-reason-better", rep=_name(rep, names)),
                _to_do(digest, rep, ("praise", "note"), t),
            )
            for rep in better
        ]
    return told


_LABELS = {"question": "digest-ask", "praise": "digest-praise", "note": "digest-note"}


def _to_do(digest: Digest, rep: RepWeek, kinds: Sequence[str], t: Translator) -> Block:
    """Behind the three dots of a rep's line."""

    def packed(do: str) -> str:
        return carry.pack(do=do, person=rep.rep_id, week=digest.monday.isoformat())

    words = [option(t(_LABELS[kind]), packed(kind)) for kind in kinds]
    return overflow(FEEDBACK_WEEK, *words, option(t("digest-deals"), packed("deals")))


def _reason(rep: RepWeek, names: Names, t: Translator) -> Mrkdwn:
    key = "digest-reason-idle" if rep.active_days == 0 else "digest-reason-stale"
    return t.md(
        key,
        rep=_name(rep, names),
        stale=rep.standing.stale,
        open=rep.standing.open_deals,
    )


def _targets(digest: Digest, t: Translator) -> list[Block]:
    """The team's shares beside what it has agreed on; nothing without open deals."""
    if not digest.open_deals or not digest.targets:
        return []
    with_step = sum(rep.standing.with_next_step for rep in digest.reps)
    told = t.md(
        "digest-targets",
        step=t.percent(Decimal(with_step) / digest.open_deals),
        step_target=t.percent(Decimal(digest.targets["next_step"]) / 100),
        fresh=t.percent(Decimal(digest.open_deals - digest.stale) / digest.open_deals),
        fresh_target=t.percent(Decimal(digest.targets["fresh"]) / 100),
    )
    return [context(told)]


def _table(reps: Sequence[RepWeek], names: Names, t: Translator) -> Block:
    heads = ("rep", "days", "activities", "hygiene", "open", "stale", "step", "moved", "won")
    return {
        "type": "data_table",
        "caption": t("digest-table"),
        "page_size": ROWS_AT_ONCE,
        "row_header_column_index": 0,
        "rows": [
            [_cell(t(f"digest-head-{head}")) for head in heads],
            *fitting([_row(rep, names, t) for rep in reps[:MOST_TOLD]]),
        ],
    }


def _row(rep: RepWeek, names: Names, t: Translator) -> list[Block]:
    before = rep.standing_before
    return [
        _cell(_name(rep, names)),
        _cell(_against(rep.active_days, rep.active_days_before, t)),
        _cell(_against(rep.activities, rep.activities_before, t)),
        _cell(_hygiene(rep, t)),
        _cell(t.number(rep.standing.open_deals)),
        _cell(_against(rep.standing.stale, before.stale if before else None, t)),
        _cell(_share(rep, t)),
        _cell(t.number(rep.moved)),
        _cell(t.number(rep.won)),
    ]


def _hygiene(rep: RepWeek, t: Translator) -> str:
    """The mean share of rules met on the rep's open deals; none where there are no open deals."""
    return (
        t.number(round(100 * Decimal(rep.met) / rep.rules)) if rep.rules else t("digest-no-deals")
    )


def _cell(text: str) -> Block:
    return {"type": "raw_text", "text": text}


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


def _lines(reps: Sequence[RepWeek], names: Names, t: Translator) -> list[Block]:
    """The table in words, for a workspace that refuses it."""
    told = [_line(rep, names, t) for rep in reps[:MOST_TOLD]]
    return [
        section(Mrkdwn("\n".join(told[start : start + LINES_OF_A_SECTION])))
        for start in range(0, len(told), LINES_OF_A_SECTION)
    ]


def _line(rep: RepWeek, names: Names, t: Translator) -> Mrkdwn:
    before = rep.standing_before
    return t.md(
        "digest-line",
        rep=_name(rep, names),
        days=_against(rep.active_days, rep.active_days_before, t),
        activities=_against(rep.activities, rep.activities_before, t),
        open=rep.standing.open_deals,
        stale=_against(rep.standing.stale, before.stale if before else None, t),
        step=_share(rep, t),
    )


def _left_out(reps: Sequence[RepWeek], t: Translator) -> list[Block]:
    rest = len(reps) - MOST_TOLD
    return [context(t.md("digest-left-out", count=rest))] if rest > 0 else []


def _chart(reps: Sequence[RepWeek], names: Names, t: Translator) -> Chart | None:
    """Activities per rep in both weeks: the twenty with the most; nothing to draw, no chart."""
    if not any(rep.activities or rep.activities_before for rep in reps):
        return None
    shown = sorted(reps, key=lambda rep: (-rep.activities, -rep.activities_before, rep.rep_id))
    shown = shown[:MOST_CHARTED]
    return Chart(
        title=t("digest-chart"),
        categories=distinct([_name(rep, names) for rep in shown]),
        series=(
            Series(t("digest-week-before"), tuple(rep.activities_before for rep in shown)),
            Series(t("digest-last-week"), tuple(rep.activities for rep in shown)),
        ),
    )


def _name(rep: RepWeek, names: Names) -> str:
    return clip(" ".join(names[rep.rep_id].split()) or "?", LONGEST_NAME)


def _next(digest: Digest, t: Translator) -> list[Block]:
    """What to do now: go through the stale deals, or bring the first deals in."""
    if not digest.open_deals:
        return [section(t.md("digest-no-open-deals"))]
    stale = deal_list.packed(Asked(scope="team", stale=True))
    every = deal_list.packed(Asked(scope="team", sort="stage", descending=True))
    team = button(t("digest-show-team"), f"{DEALS_PAGE}.team", every)
    if not digest.stale:
        return [actions(team)]
    first = button(t("digest-show-stale"), f"{DEALS_PAGE}.stale", stale, style="primary")
    return [actions(first, team)]
