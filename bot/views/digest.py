"""Monday's page for a manager: the team's week in a sentence, a table and a chart."""

from dataclasses import dataclass
from decimal import Decimal

from bot.domain.outcomes import Asked, Digest, RepWeek
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import DEALS_PAGE
from bot.views import deal_list
from bot.views.blocks import Block, Page, actions, button, clip, context, page, section
from bot.views.chart import Chart, Series

MOST_REPS = 20
"""Slack's charts take twenty categories; more reps than that are told in the table alone."""

LABEL = 20


@dataclass(frozen=True, slots=True)
class Drawn:
    """The page in both its forms: with Slack's own chart, and the chart for a picture."""

    page: Page
    plain_page: Page
    chart: Chart | None


def build(digest: Digest, t: Translator) -> Drawn:
    if not digest.reps:
        said = t.md("digest-nobody")
        return Drawn(page(said), page(said), None)
    said = _headline(digest, t)
    head: list[Block] = [section(t.md("digest-title", **_span(digest))), section(said)]
    body: list[Block] = [_table(digest, t), *_notes(digest, t), _buttons(t)]
    chart = _chart(digest, t)
    return Drawn(page(said, *head, chart.block(), *body), page(said, *head, *body), chart)


def _span(digest: Digest) -> dict[str, object]:
    return {
        "first": Day(digest.first_day, digest.last_day),
        "last": Day(digest.last_day, digest.last_day),
    }


def _headline(digest: Digest, t: Translator) -> Mrkdwn:
    return t.md(
        "digest-says",
        active=sum(rep.active_days > 0 for rep in digest.reps),
        reps=len(digest.reps),
        activities=sum(rep.activities for rep in digest.reps),
        before=sum(rep.activities_before for rep in digest.reps),
        stale=sum(rep.stale for rep in digest.reps),
    )


def _chart(digest: Digest, t: Translator) -> Chart:
    most = sorted(digest.reps, key=lambda rep: -rep.activities)[:MOST_REPS]
    shown = [rep for rep in digest.reps if rep in most][:MOST_REPS]
    return Chart(
        title=t("digest-chart"),
        categories=_distinct([rep.name for rep in shown]),
        series=(
            Series(t("digest-week-before"), tuple(rep.activities_before for rep in shown)),
            Series(t("digest-last-week"), tuple(rep.activities for rep in shown)),
        ),
    )


def _distinct(names: list[str]) -> tuple[str, ...]:
    """Labels short enough for a chart, told apart where two were cut alike."""
    made: list[str] = []
    for name in names:
        label, number = clip(name, LABEL), 2
        while label in made:
            label, number = f"{clip(name, LABEL - 3)} {number}", number + 1
        made.append(label)
    return tuple(made)


def _table(digest: Digest, t: Translator) -> Block:
    heads = ("rep", "days", "activities", "open", "stale", "step")
    rows = [[_cell(t(f"digest-head-{head}")) for head in heads]]
    rows += [_row(rep, t) for rep in digest.reps[:100]]
    return {"type": "table", "rows": rows}


def _row(rep: RepWeek, t: Translator) -> list[Block]:
    share = Decimal(rep.with_next_step) / rep.open_deals if rep.open_deals else None
    return [
        _cell(clip(rep.name, 60)),
        _cell(t("digest-against", now=rep.active_days, before=rep.active_days_before)),
        _cell(t("digest-against", now=rep.activities, before=rep.activities_before)),
        _cell(t.number(rep.open_deals)),
        _cell(t.number(rep.stale)),
        _cell(t("digest-no-deals") if share is None else t.percent(share)),
    ]


def _cell(text: str) -> Block:
    return {"type": "raw_text", "text": text}


def _notes(digest: Digest, t: Translator) -> list[Block]:
    """Who needs a word first, and who earned one."""
    notes: list[Block] = []
    quiet = [rep.name for rep in digest.reps if rep.activities == 0 and rep.open_deals]
    better = [rep.name for rep in digest.reps if rep.activities > rep.activities_before > 0]
    if quiet:
        notes.append(context(t.md("digest-quiet", names=_few(quiet))))
    if better:
        notes.append(context(t.md("digest-better", names=_few(better))))
    return notes


def _few(names: list[str]) -> list[str]:
    return [clip(name, 40) for name in names[:5]]


def _buttons(t: Translator) -> Block:
    stale = deal_list.packed(Asked(scope="team", stale=True))
    every = deal_list.packed(Asked(scope="team", sort="stage", descending=True))
    return actions(
        button(t("digest-show-stale"), f"{DEALS_PAGE}.stale", stale, style="primary"),
        button(t("digest-show-team"), f"{DEALS_PAGE}.team", every),
    )
