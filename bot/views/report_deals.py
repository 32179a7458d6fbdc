"""The deals behind a figure: the way to them from a report's page, and the list, page by page."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.domain.outcomes import Behind
from bot.domain.periods import Period
from bot.domain.reporting import NOBODY, Attention, Figure, Grouping, Lines, Question, short
from bot.i18n import Translator
from bot.ids import DEAL_SHOW, FIGURE_DEALS, REPORT_SHOW
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
        currency, stage = figure.currency or None, figure.stage or None
        return packed(figure.question, key=key or None, cur=currency, stage=stage, **more)

    value = told(figure.key)
    return value if len(value) <= MOST_IN_OPTION else told(short(figure.key))


def figure(value: str) -> Figure:
    held = carry.unpack(value)
    named = (held.get(name, "") for name in ("key", "cur", "stage"))
    return Figure(question(value), *named)


def figures(asked: Question, raw: Lines) -> list[Figure]:
    """What can be looked behind, line by line, `raw` with the keys and not the names of things."""
    return [
        Figure(asked, str(held["key"]), str(held.get("currency", "")), str(held.get("stage", "")))
        for held in (dict(zip(raw.columns, row, strict=True)) for row in raw.rows)
    ]


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
    said = t.md(
        "figure-says",
        report=t(f"report-{asked.name}"),
        line=clip(name, LONGEST_LABEL) if name else t("figure-all"),
        first=asked.period.first,
        last=asked.period.last,
        is_now="yes" if asked.name == "pipeline" else "no",
        count=behind.total,
        sums=phrases.sums(behind.sums, t),
    )
    back = button(t("figure-back"), f"{REPORT_SHOW}.back", packed(asked))
    if not behind.lines:
        return page(said, section(said), context(t.md("figure-none")), actions(back))
    lines = [
        deal_list.line(one, behind.stages, t, behind.today, with_owner=True) for one in behind.lines
    ]
    return page(said, section(said), divider(), *lines, *_pager(behind, back, t))


def _pager(behind: Behind, back: Block, t: Translator) -> list[Block]:
    first, last = behind.offset + 1, behind.offset + len(behind.lines)
    buttons = []
    if first > 1:
        before = packed_figure(behind.figure, offset=max(0, behind.offset - behind.page_size))
        buttons.append(button(t("list-previous"), f"{FIGURE_DEALS}.previous", before))
    if last < behind.total:
        after = packed_figure(behind.figure, offset=behind.offset + behind.page_size)
        buttons.append(button(t("list-next"), f"{FIGURE_DEALS}.next", after))
    place = t.md("list-place", first=first, last=last, total=behind.total)
    return [context(place), actions(*buttons, back)]


def called(key: Any, t: Translator) -> str:
    """What a line is called that is nobody's name: a kind of nudge, a forecast category, nobody."""
    told = str(key)
    if told == NOBODY:
        return t("report-nobody")
    if t.has(kind := f"report-kind-{told.replace('_', '-')}"):
        return t(kind)
    known = f"forecast-{told.replace('_', '-')}"
    return t(known) if t.has(known) else told
