"""The deals behind a figure: the way to them from a report's page, and the list, page by page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.outcomes import Behind
from bot.domain.periods import Period
from bot.domain.reporting import (
    NOBODY,
    Attention,
    Figure,
    Grouping,
    Lines,
    Part,
    Question,
    figure_of,
    short,
)
from bot.i18n import Translator
from bot.ids import DEAL_SHOW, FIGURE_DEALS, FIGURE_FILE, REPORT_SHOW
from bot.views import carry, deal_list, phrases
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    context,
    divider,
    option,
    page,
    section,
    select,
)

MOST_IN_OPTION = 150
"""Slack takes no longer value in an option."""

MOST_OFFERED = 100
LONGEST_LABEL = 45


def packed(question: Question, **more: str | int | None) -> str:
    """A report as buttons bring it back; short, since an option holds little."""
    first, last = (f"{day:%Y%m%d}" for day in (question.period.first, question.period.last))
    by, field = question.by.value, question.field or None
    return carry.pack(of=question.name, first=first, last=last, by=by, field=field, **more)


def question(value: str) -> Question:
    """A report again from what `packed` made of it."""
    held = carry.unpack(value)
    period = Period(date.fromisoformat(held["first"]), date.fromisoformat(held["last"]))
    name = held.get("of") or held["report"]  # as buttons of before said it
    return Question(name, period, Grouping(held["by"]), held.get("field", ""))


def packed_figure(figure: Figure, **more: int) -> str:
    """A figure as a button or an option brings it back: a long name by its short one."""

    def told(key: str) -> str:
        held = {name: getattr(figure, name) or None for name in ("stage", "week", "part")}
        currency = figure.currency or None
        return packed(figure.question, key=key or None, cur=currency, **held, **more)

    value = told(figure.key)
    return value if len(value) <= MOST_IN_OPTION else told(short(figure.key))


def figure(value: str) -> Figure:
    held = carry.unpack(value)
    named = (held.get(name, "") for name in ("key", "cur", "stage", "week", "part"))
    return Figure(question(value), *named)


def figures(asked: Question, raw: Lines) -> list[Figure]:
    """What can be looked behind, line by line, `raw` with the keys and not the names of things."""
    return [figure_of(asked, dict(zip(raw.columns, row, strict=True))) for row in raw.rows]


def trust(asked: Question, t: Translator) -> tuple[list[Figure], list[str]]:
    """What the sentence on how far to trust the figures counts, and what each is called."""
    parts = ("untouched", "past", "bare", "touched")
    return [Figure(asked, "", part=one) for one in parts], [_part_name(one, t) for one in parts]


def offer(those: Sequence[Figure], labels: Sequence[str], t: Translator) -> list[Block]:
    """A select over a report's lines, that opens the deals of the one chosen."""
    several = len({one.currency for one in those}) > 1
    options = [
        option(
            f"{clip(label, LONGEST_LABEL)} ({one.currency})" if several else label,
            packed_figure(one),
        )
        for one, label in zip(those, labels, strict=True)
    ][:MOST_OFFERED]
    if not options:
        return []
    chosen = select(FIGURE_DEALS, options, placeholder=t("figure-choose"))
    return [section(t.md("figure-behind"), chosen)]


def offer_deals(those: Sequence[Attention], t: Translator) -> list[Block]:
    """A select over deals that a report names, that opens the card of the one chosen."""
    options = [option(one.deal, carry.pack(deal=one.deal_id)) for one in those[:MOST_OFFERED]]
    if not options:
        return []
    chosen = select(DEAL_SHOW, options, placeholder=t("figure-choose-deal"))
    return [section(t.md("figure-deals"), chosen)]


def build(behind: Behind, name: str, t: Translator) -> Page:
    """One page of the deals behind a figure; `name` is what the line is called."""
    asked = behind.figure.question
    if behind.parts:
        name = " · ".join(filter(None, (clip(name, LONGEST_LABEL), _looked_at(behind, t))))
    said = t.md(
        "figure-says",
        report=t(f"report-{asked.name}"),
        line=clip(name, 2 * LONGEST_LABEL) if name else t("figure-all"),
        first=asked.period.first,
        last=asked.period.last,
        is_now="yes" if asked.name == "pipeline" else "no",
        count=behind.total,
        sums=phrases.sums(behind.sums, t),
    )
    back = button(t("figure-back"), f"{REPORT_SHOW}.back", packed(asked))
    others = _others(behind, t)
    if not behind.lines:
        none = context(t.md("figure-none"))
        return page(said, section(said), *others, none, actions(back))
    files = [
        button(t(f"report-as-{form}"), f"{FIGURE_FILE}.{form}", packed_figure(behind.figure))
        for form in ("csv", "xlsx")
    ]
    lines = [
        deal_list.line(one, behind.stages, t, behind.today, with_owner=True) for one in behind.lines
    ]
    pager = _pager(behind, [*files, back], t)
    return page(said, section(said), *others, divider(), *lines, *pager)


def _looked_at(behind: Behind, t: Translator) -> str:
    return _part_name(behind.figure.part, t)


def _part_name(part: str, t: Translator) -> str:
    habit, dash, side = part.partition("-")
    if not dash:
        return t(f"figure-part-{part.replace('_', '-')}")
    named = t(f"evidence-short-{habit.replace('_', '-')}")
    return t(f"figure-side-{side.replace('_', '-')}", habit=named)


def _others(behind: Behind, t: Translator) -> list[Block]:
    """What else the line counts; how its deals and what is counted go together."""
    if not behind.parts:
        return []
    this = next(one for one in behind.parts if one.name == behind.figure.part)
    others = [one for one in behind.parts if one is not this]
    options = [
        option(
            t("figure-part-counts", part=_part_name(one.name, t), count=_count(one)),
            packed_figure(replace(behind.figure, part=one.name)),
        )
        for one in others
    ]
    chosen = select(f"{FIGURE_DEALS}.part", options, placeholder=t("figure-choose-part"))
    notes = []
    if this.counted is not None:
        notes.append(t.md("figure-counted", counted=this.counted, deals=this.deals))
    if behind.gone:
        notes.append(t.md("figure-gone", count=behind.gone))
    told = [context(one) for one in notes]
    return [*told, section(t.md("figure-part"), chosen)] if options else told


def _count(part: Part) -> int:
    return part.deals if part.counted is None else part.counted


def _pager(behind: Behind, ways_out: Sequence[Block], t: Translator) -> list[Block]:
    first, last = behind.offset + 1, behind.offset + len(behind.lines)
    buttons = []
    if first > 1:
        before = packed_figure(behind.figure, offset=max(0, behind.offset - behind.page_size))
        buttons.append(button(t("list-previous"), f"{FIGURE_DEALS}.previous", before))
    if last < behind.total:
        after = packed_figure(behind.figure, offset=behind.offset + behind.page_size)
        buttons.append(button(t("list-next"), f"{FIGURE_DEALS}.next", after))
    place = t.md("list-place", first=first, last=last, total=behind.total)
    return [context(place), actions(*buttons, *ways_out)]


def called(key: Any, t: Translator) -> str:
    """What a line is called that is nobody's name: a kind of nudge, a forecast category, nobody."""
    told = str(key)
    if told == NOBODY:
        return t("report-nobody")
    if t.has(kind := f"report-kind-{told.replace('_', '-')}"):
        return t(kind)
    known = f"forecast-{told.replace('_', '-')}"
    return t(known) if t.has(known) else phrases.span(told, t) or told
