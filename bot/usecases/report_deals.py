"""The deals behind a figure: which they are, a page at a time, and what they come to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.deal import Money, Status
from bot.domain.outcomes import Behind
from bot.domain.people import Actor
from bot.domain.periods import parse_key
from bot.domain.refusal import Refusal
from bot.domain.reporting import NOBODY, Figure, Grouping, Lines, Part, Question, unit_of
from bot.usecases import lists, report_parts, reports
from bot.usecases.report_asked import Asked, Keys, scope
from store import reports as summed
from store import slices
from store.slices import Slice

OF = {
    "opportunities": reports.made,
    "wins": reports.closed,
    "velocity": reports.closed,
    "productivity": reports.won,
    "funnel": reports.made,
}
"""The reports whose figures count the deals of a span of time."""

TOLD = frozenset({*OF, "pipeline", *report_parts.TOLD})
"""Those that can show the deals behind a figure."""

PAGE = lists.PAGE


def page(session: Session, actor: Actor, figure: Figure, offset: int, now: datetime) -> Behind:
    """Some of the deals behind a figure, as far as the actor may see the figure itself."""
    only, _ = scope(session, actor)
    keys = Keys(session, asked := _asked(figure.question, only))
    figure = _named(session, figure, keys, asked)
    figure, wanted, parts = _looked_at(session, figure, keys, asked, now)
    wanted = slices.picked(session, wanted)
    sums = summed.sums(session, wanted, [])
    total = sum(one.deals for one in sums)
    offset = min(offset, max(0, (total - 1) // PAGE * PAGE))
    found = slices.page(session, wanted, offset=offset, limit=PAGE)
    return Behind(
        figure=figure,
        lines=tuple(lists.lines(session, found, keys.playbook, now)),
        total=total,
        offset=offset,
        page_size=PAGE,
        sums=tuple(Money(one.amount, one.currency) for one in sums),
        stages=keys.playbook,
        today=actor.today(now),
        parts=parts,
        gone=_promised(figure, parts) - total if parts else 0,
    )


def _promised(figure: Figure, parts: tuple[Part, ...]) -> int:
    return next(one.deals for one in parts if one.name == figure.part)


def file(session: Session, actor: Actor, figure: Figure, now: datetime) -> Lines:
    """All of them for a file, as far as the actor may see the figure itself."""
    only, _ = scope(session, actor)
    return lines(session, figure, now, only)


def lines(
    session: Session, figure: Figure, now: datetime, only: frozenset[int] | None = None
) -> Lines:
    """All of them, as a file holds them; an empty key means those of every line."""
    keys = Keys(session, asked := _asked(figure.question, only))
    figure = _named(session, figure, keys, asked)
    _, wanted, _ = _looked_at(session, figure, keys, asked, now)
    return Lines(slices.COLUMNS, tuple(slices.rows(session, wanted)))


def _looked_at(
    session: Session, figure: Figure, keys: Keys, asked: Asked, now: datetime
) -> tuple[Figure, Slice, tuple[Part, ...]]:
    """Which deals those are; where the line counts several things the first of them, if none was
    named, and all that it counts."""
    if figure.question.name not in report_parts.TOLD:
        return figure, _slice(figure, keys, asked), ()
    counted = report_parts.of(session, figure, keys, asked, now)
    if not figure.part:
        figure = replace(figure, part=counted[0].part.name)
    for one in counted:
        if one.part.name == figure.part:
            return figure, one.wanted, tuple(each.part for each in counted)
    raise Refusal("report-line-unknown", line=figure.part)


def _asked(question: Question, only: frozenset[int] | None) -> Asked:
    if question.name not in TOLD:
        raise Refusal("report-no-deals", report=question.name)
    return Asked(question.period, question.by, only, question.field)


def _slice(figure: Figure, keys: Keys, asked: Asked) -> Slice:
    """Which deals a figure counts. Raises Refusal for a line that the report does not have."""
    wanted = _spanned(figure, keys, asked)
    if figure.question.name == "funnel":
        stage = figure.key if asked.by is Grouping.STAGE else figure.stage
        wanted = _came_to(wanted, stage, keys)
    is_line = figure.key and unit_of(asked.by) is None
    if is_line and not (asked.by is Grouping.STAGE and figure.question.name == "funnel"):
        wanted = keys.narrowed(wanted, figure.key)
    return replace(wanted, currency=figure.currency or None)


def _spanned(figure: Figure, keys: Keys, asked: Asked) -> Slice:
    """Those of the line's own span of time, where it is told by one, else of the whole period."""
    unit = unit_of(asked.by)
    if figure.question.name == "pipeline":
        open_now = Slice(statuses=(Status.OPEN,), owner_ids=asked.owner_ids)
        if unit is None or not figure.key:
            return open_now
        if figure.key == NOBODY:
            return replace(open_now, undated=True)
        span = parse_key(figure.key, unit)
        if span is None:
            raise Refusal("report-line-unknown", line=figure.key)
        return replace(open_now, closes=(span.first, span.last))
    spans = dict(keys.spans())
    whole = asked.period.moments(keys.workspace.zone)
    if unit is not None and figure.key and figure.key not in spans:
        raise Refusal("report-line-unknown", line=figure.key)
    span_ = spans.get(figure.key, whole) if unit is not None else whole
    return replace(OF[figure.question.name](span_), owner_ids=asked.owner_ids)


def _came_to(wanted: Slice, stage: str, keys: Keys) -> Slice:
    """Those that came as far as a stage or further; any stage, where none is named."""
    way = tuple(one.key for one in keys.playbook.open)
    if stage == keys.playbook.won.key:
        return replace(wanted, statuses=(Status.WON,), came_to=way, way=way)
    if stage and stage not in way:
        raise Refusal("report-line-unknown", line=stage)
    return replace(wanted, came_to=way[way.index(stage) :] if stage else way, way=way)


def _named(session: Session, figure: Figure, keys: Keys, asked: Asked) -> Figure:
    """The figure with its line's own name, where the page's button carried but a short one."""
    if not figure.is_short:
        return figure
    for key in _known(session, keys, asked, figure):
        if figure.is_called(key):
            return replace(figure, key=key)
    raise Refusal("report-line-unknown", line="?")


def _known(session: Session, keys: Keys, asked: Asked, figure: Figure) -> Iterator[str]:
    """The names that a report's lines may have."""
    if figure.question.name in report_parts.TOLD:
        yield from report_parts.known(figure, keys)
        return
    if keys.column in ("reason", "answer"):
        whole = _spanned(replace(figure, key=""), keys, asked)
        for one in summed.sums(session, whole, [keys.column], field=asked.field):
            yield keys.of(one)
    else:
        yield from {keys.who.group(one.id, asked.by) for one in keys.who.everyone}
