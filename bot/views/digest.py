"""A week told to whoever leads: what changed and what is first, who needs or earned a word, and
the figures against the week before and what is agreed."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.adoption import Digest, Each, RepWeek, most_urgent_first
from bot.domain.outcomes import Asked
from bot.domain.periods import Period
from bot.domain.reporting import Compliance, Figure, Grouping, Met, Question
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import DEALS_PAGE, DIGEST_TABLE, FIGURE_DEALS
from bot.views import (
    deal_list,
    digest_beside,
    digest_lines,
    digest_table,
    digest_words,
    report_deals,
    report_page,
)
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    context,
    option,
    page,
    section,
    select,
)
from bot.views.chart import Chart
from bot.views.digest_table import MOST_TOLD, Names, name

MOST_NAMED = 5
MOST_IDLE = 20

SIGNS = {Met.MET: "✅", Met.NEAR: "🟡", Met.MISSED: "🔴", Met.TOO_LITTLE: "⚪"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """The page with Slack's table and chart; and without them, with a chart for a picture."""

    page: Page
    plain_page: Page
    chart: Chart | None


def build(
    digest: Digest, names: Names, t: Translator, also: tuple[Page, Page] | None = None
) -> Drawn:
    """`also` is how the teams stand against what is agreed, where it comes in the same message."""
    if not digest.reps:
        said = t.md("digest-nobody")
        return Drawn(page(said), page(said), None)
    reps = most_urgent_first(digest.reps)
    said = _headline(digest, reps, names, t)
    chart = digest_table.chart(reps, digest.each, names, t)
    agreed = _targets(digest, t)[: 1 if also else None]  # a note of its own explains them
    head = [section(_span(digest, t)), section(said), *agreed]
    is_large = len(reps) > digest_lines.MOST_IN_WORDS
    beside, told = digest_beside.blocks(also, has_table=is_large) if also else ([], [])
    tail = [*_left_out(reps, t), *_behind(digest, reps, names, t), *_next(digest, t)]
    drawn = [chart.block()] if chart else []
    if not is_large:
        head += digest_lines.lines(digest, reps, names, t)
        rich = page(said, *head, *drawn, *beside, *tail)
        return Drawn(rich, page(said, *head, *told, *tail), chart)
    head += [*_words(digest, reps, names, t), *_idle(digest, reps, names, t)]
    drawn += digest_table.chart_in_words(reps, names, t)
    table = digest_table.table(reps, digest.each, names, t)
    return Drawn(
        page(said, *head, table, *drawn, *beside, *tail),
        page(said, *head, *digest_table.lines(reps, names, t), *told, *tail),
        chart,
    )


def week(digest: Digest, names: Names, t: Translator) -> tuple[Page, Page]:
    """The week's table with all of its columns, and the same in words; as files too."""
    reps = most_urgent_first(digest.reps)
    said = _span(digest, t)
    if not reps:
        return (empty := page(t.md("digest-nobody"))), empty
    tail = [*_left_out(reps, t), actions(*report_page.files(_asked(digest), t))]
    table = digest_table.whole(reps, digest.each, names, t)
    plain = digest_table.lines(reps, names, t)
    return page(said, section(said), table, *tail), page(said, section(said), *plain, *tail)


def _span(digest: Digest, t: Translator) -> Mrkdwn:
    return t.md(
        f"digest-title-{digest.each.value}",
        first=Day(digest.monday, digest.sunday),
        last=Day(digest.sunday, digest.sunday),
    )


def _headline(digest: Digest, reps: Sequence[RepWeek], names: Names, t: Translator) -> Mrkdwn:
    """What changed, and what deserves attention first."""
    stale_before = digest.stale_before
    changed = t.md(
        f"digest-says-{digest.each.value}",
        active=sum(rep.active_days > 0 for rep in digest.reps),
        reps=len(digest.reps),
        activities=sum(rep.activities for rep in digest.reps),
        before=sum(rep.activities_before for rep in digest.reps),
        stale=digest.stale,
        open=digest.open_deals,
        stale_before=-1 if stale_before is None else stale_before,
    )
    return Mrkdwn(f"{changed} {_first(digest, reps, names, t)}")


def _first(digest: Digest, reps: Sequence[RepWeek], names: Names, t: Translator) -> Mrkdwn:
    """The most urgent line, else the targets that are missed, else the first to be praised, else
    that all is well."""
    first = reps[0]
    if first.needs_a_word:
        return t.md(
            "digest-first-idle" if first.active_days == 0 else "digest-first-stale",
            name=name(first, names, t),
            stale=first.standing.stale,
            open=first.standing.open_deals,
        )
    missed = [one for one in _held(digest) if one.status is Met.MISSED]
    if digest.each is Each.TEAM and missed:
        return t.md("digest-first-targets", missed=len(missed), targets=len(digest.targets))
    better = next((rep for rep in reps if rep.has_improved), None)
    if better is not None:
        return t.md("digest-first-praise", name=name(better, names, t))
    return t.md("digest-first-nothing")


def _words(digest: Digest, reps: Sequence[RepWeek], names: Names, t: Translator) -> list[Block]:
    """Who needs a word first, each with the reason, and who has earned one; with what to say."""
    needy = [rep for rep in reps if rep.needs_a_word][:MOST_NAMED]
    better = [rep for rep in reps if rep.has_improved][:MOST_NAMED]
    told: list[Block] = []
    if needy:
        told.append(section(t.md("digest-attention")))
    for rep in needy:
        told += [
            section(digest_words.reason(rep, names, t)),
            *digest_words.to_do(digest, rep, "question", names, t),
        ]
    if better:
        told.append(section(t.md("digest-better-first")))
    for rep in better:
        told += [
            section(digest_words.reason(rep, names, t)),
            *digest_words.to_do(digest, rep, "praise", names, t),
        ]
    return told


def _idle(digest: Digest, reps: Sequence[RepWeek], names: Names, t: Translator) -> list[Block]:
    """Who else did nothing all week, besides those that are named above."""
    named = [rep.rep_id for rep in reps if rep.needs_a_word][:MOST_NAMED]
    idle = [name(rep, names, t) for rep in reps if rep.is_idle and rep.rep_id not in named]
    if not idle:
        return []
    shown, more = idle[:MOST_IDLE], len(idle) - MOST_IDLE
    said = t.md(f"digest-idle-{digest.each.value}", names=t.listed(shown), more=max(more, 0))
    return [context(said)]


def _held(digest: Digest) -> list[Compliance]:
    """What was reached beside each agreed target; nothing without open deals."""
    if not digest.open_deals or not digest.targets:
        return []
    return [
        Compliance("", measure, value, digest.targets[measure])
        for measure, value in digest.reached().items()
    ]


def _targets(digest: Digest, t: Translator) -> list[Block]:
    """What was reached beside what has been agreed; nothing without open deals."""
    held = _held(digest)
    if not held:
        return []
    lines = [
        t.md(
            "digest-target" if one.value is not None else "digest-target-unknown",
            sign=SIGNS[one.status],
            measure=t(f"report-measure-{one.measure.replace('_', '-')}"),
            value=t.number(round(one.value or 0)),
            target=one.target,
            status=t(f"report-status-{one.status.value.replace('_', '-')}"),
        )
        for one in held
    ]
    told = Mrkdwn("\n".join([t.md("digest-targets"), *lines]))
    return [section(told), context(t.md("digest-targets-note"))]


def _behind(digest: Digest, reps: Sequence[RepWeek], names: Names, t: Translator) -> list[Block]:
    """The way to the deals behind each line's figures."""
    week = Figure(_asked(digest), "", week=digest.monday.isoformat())
    options = [
        option(name(rep, names, t), report_deals.packed_figure(week, person=rep.rep_id))
        for rep in reps[:MOST_TOLD]
    ]
    chosen = select(FIGURE_DEALS, options, placeholder=t("figure-choose"))
    return [section(t.md("figure-behind"), chosen)]


def _left_out(reps: Sequence[RepWeek], t: Translator) -> list[Block]:
    rest = len(reps) - MOST_TOLD
    return [context(t.md("digest-left-out", count=rest))] if rest > 0 else []


def _next(digest: Digest, t: Translator) -> list[Block]:
    """What to do now: go through the stale deals, or bring the first deals in; and the week's
    table, with its files."""
    if not digest.open_deals:
        return [section(t.md("digest-no-open-deals"))]
    table = button(t("digest-whole-table"), DIGEST_TABLE, report_deals.packed(_asked(digest)))
    if digest.each is Each.TEAM:
        shown = report_page.shown_by("compliance", Grouping.TEAM, digest.sunday, t)
        return [actions(shown, table)]
    stale = deal_list.packed(Asked(scope="team", stale=True))
    every = deal_list.packed(Asked(scope="team", sort="stage", descending=True))
    team = button(t("digest-show-team"), f"{DEALS_PAGE}.team", every)
    if not digest.stale:
        return [actions(team, table)]
    first = button(t("digest-show-stale"), f"{DEALS_PAGE}.stale", stale, style="primary")
    return [actions(first, team, table)]


def _asked(digest: Digest) -> Question:
    """The report that tells the same week line by line."""
    by = Grouping.REP if digest.each is Each.REP else Grouping.MANAGER
    return Question("adoption", Period(digest.monday, digest.sunday), by)
