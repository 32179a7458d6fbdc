"""App Home for each role: full to the brim, and with nothing in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bot.domain.deal import Deal, Money
from bot.domain.homes import (
    Chore,
    Counted,
    Home,
    Leading,
    MyWeek,
    News,
    NewsKind,
    RepNow,
    SetUp,
    StageSum,
    TeamNow,
)
from bot.domain.outcomes import Line
from bot.domain.people import Role
from bot.domain.periods import Period
from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.reporting import Compliance, Opportunities, Productivity
from bot.i18n import Translator
from bot.views import find_form, home
from tests.views.cast import DAY, DEAL, NOW, OVERDUE, REP, SILENT, Scale

SUMS = (Money(Decimal(3_000_000), "KRW"), Money(Decimal("36001.50"), "USD"))
WEEK = MyWeek(date(2026, 3, 2), 3, 2, 7, 12, Decimal("2.4"), Decimal("8.1"), 9)
MONTHS = ("2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03")
MEASURES = ("hygiene", "rhythm", "next_step", "fresh")
EMPTY = Home(
    role=Role.REP,
    today=DAY,
    counted=Counted(),
    due=(),
    stale=(),
    whose="mine",
    pipeline=(),
    sums=(),
    stages=DEFAULT_STAGES,
    news=(),
    has_team=False,
)


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    rep = _rep(scale)
    yield "home.rep", home.build(rep, t)[0]
    first = replace(WEEK, working_days=0, active_days=0, activities=1, weeks=0)
    yield "home.rep.first", home.build(replace(EMPTY, week=first), t)[0]
    clear = replace(rep, due=(), stale=(), news=(), counted=Counted(2), held=())
    lazy = replace(WEEK, working_days=1, active_days=1, activities=1, habitual=0)
    lazy = replace(lazy, reports_tz="America/New_York")
    yield "home.rep.clear", home.build(replace(clear, week=lazy), t)[0]
    led = replace(rep, role=Role.MANAGER, week=None, whose="mine", team=_team(scale))
    yield "home.manager", home.build(led, t)[0]
    yield "home.manager.unowned", home.build(replace(led, unowned=3), t)[0]
    alone = TeamNow((), 0, 0, 0, (), frozenset())
    none = replace(EMPTY, role=Role.MANAGER, whose="team", team=alone)
    yield "home.manager.first", home.build(none, t)[0]
    calm = replace(alone, size=1, reps=_team(scale).reps[:1])
    yield "home.manager.calm", home.build(replace(none, has_team=True, team=calm), t)[0]
    leads = replace(
        EMPTY,
        role=Role.LEADER,
        whose="all",
        pipeline=rep.pipeline,
        sums=SUMS,
        has_team=True,
        news=rep.news,
        leading=_leading(scale),
    )
    yield "home.leader", home.build(leads, t)[0]
    yield "home.leader.plain", home.build(leads, t)[1]
    bare = replace(_leading(scale), compliance=())
    yield "home.leader.first", home.build(replace(leads, leading=bare), t)[0]
    todo = SetUp(frozenset(), 1, 0, 3, "UTC", None, "USD", 0)
    admin = replace(EMPTY, role=Role.ADMIN, whose="all", has_team=True)
    yield "home.admin.first", home.build(replace(admin, set_up=todo), t)[0]
    done = SetUp(frozenset(Chore), 3, 2, 0, "Asia/Seoul", "KR", "KRW", 1_240)
    yield "home.admin", home.build(replace(admin, set_up=done), t)[0]
    yield "form.find", find_form.build(t)


def _rep(scale: Scale) -> Home:
    deal = replace(DEAL, name=scale(DEAL.name), next_step=scale("send quote"))
    line = Line(deal, (SILENT, OVERDUE))
    demo = replace(line, deal=replace(deal, next_step=scale("demo with their IT")))
    pipeline = tuple(StageSum(one, 12, SUMS) for one in DEFAULT_STAGES.open)
    return replace(
        EMPTY,
        counted=Counted(48, 7, 2, 5, 11, 3),
        due=(demo, *(line,) * 4),
        stale=(line,) * 3,
        pipeline=pipeline,
        sums=SUMS,
        news=_news(deal, scale),
        has_team=True,
        held=(replace(line, deal=replace(deal, held_until=DAY + timedelta(days=12))),),
        week=WEEK,
    )


def _news(deal: Deal, scale: Scale) -> tuple[News, ...]:
    champion = replace(REP, name=scale("Olga Other"))
    earlier = NOW - timedelta(days=2)
    return (
        News(NewsKind.WON, NOW, deal, "won"),
        News(NewsKind.MOVED, earlier, replace(deal, amount=None), "proposal"),
        News(NewsKind.CHAMPION, earlier, person=champion),
    )


def _team(scale: Scale) -> TeamNow:
    deal = replace(DEAL, name=scale(DEAL.name))
    reps = tuple(
        RepNow(replace(REP, id=number, name=scale("Rob Rep")), 3, number % 4, number, 9, number)
        for number in range(8)
    )
    needy = (Line(replace(deal, id=1), (SILENT,)), *[Line(deal, (SILENT, OVERDUE))] * 4)
    return TeamNow(reps, 3, 11, 28, needy, frozenset({1}))


def _leading(scale: Scale) -> Leading:
    values = (Decimal("52.1"), Decimal(71), None, Decimal("90.5"))
    teams = tuple(
        Compliance(team, name, value, 80)
        for team in ("none", *(scale(f"Team {number}") + str(number) for number in range(9)))
        for name, value in zip(MEASURES, values, strict=True)
    )
    return Leading(
        weeks=Period(date(2026, 2, 2), date(2026, 3, 1)),
        compliance=teams,
        months=Period(date(2025, 10, 1), DAY),
        opportunities=tuple(Opportunities(key, 12, Decimal(9_000), "USD") for key in MONTHS),
        productivity=tuple(
            Productivity(key, Decimal(90_000 * (place % 3)), currency, 4)
            for place, key in enumerate(MONTHS)
            for currency in ("KRW", "USD")
        ),
    )
