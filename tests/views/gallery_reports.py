"""The pages of reports, in a telling state."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.domain.deal import Money
from bot.domain.evidence import Beside, Found, Habit, Median, Rate, TooFew
from bot.domain.measuring import Effect, Measured
from bot.domain.outcomes import Behind, Line
from bot.domain.periods import Period
from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.reporting import (
    Adoption,
    Averages,
    Figure,
    Grouping,
    Lines,
    Mine,
    Part,
    Question,
    Wins,
)
from bot.domain.trust import Loop, Measures, Notes, Short, Trust
from bot.i18n import Translator
from bot.views import (
    compliance_notes,
    evidence_page,
    export_page,
    habits_page,
    nudge_effect,
    report_deals,
    report_page,
)
from tests.views.cast import BOSS, DAY, DEAL, Scale


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    week = Adoption(scale("Rob"), scale("Mona"), DAY, 5, 3, 8, 12, 9, 2, Decimal("64.5"))
    won = Wins("U1", "USD", 9, 4, Decimal(120_000), 315)
    yield "me", habits_page.mine(Mine(week, None, (won, replace(won, won=1))), t)
    yield "me.none", habits_page.mine(Mine(None, None, (), is_rep=False), t)
    yield "me.new", habits_page.mine(Mine(None, None, ()), t)
    means = Averages(6, Decimal("3.2"), Decimal(9), Decimal("1.5"), Decimal(71))
    yield "team.averages", habits_page.averages(means, t)
    period = Period(date(2025, 10, 1), DAY)
    every = frozenset(Grouping)
    reports = {
        "opportunities": ("key,new,amount,currency", (scale("2026-03"), 3, Decimal(9), "USD")),
        "wins": (
            "key,won,lost,win_rate,won_amount,currency,avg_cycle_days",
            ("none", 9, 4, Decimal("0.69"), Decimal(120_000), "KRW", None),
        ),
        "pipeline": (
            "key,deals,amount,weighted,currency",
            ("best_case", 4, Decimal(48_000), Decimal("24000.50"), "USD"),
        ),
        "nudges": ("key,asked,seen,answered,acted,unhelpful", ("held_back", 40, 9, 8, 7, 1)),
        "attention": (
            "deal,owner,stage,signals,since,days",
            (scale("Acme"), scale("Rob"), scale("Offer"), "silent;stuck", DAY, 12),
        ),
    }
    for name, (columns, row) in reports.items():
        lines = Lines(tuple(columns.split(",")), (row,) * 70)
        by = Grouping.MONTH
        rich, plain = report_page.build(Question(name, period, by), lines, "team", every, t)
        yield f"report.{name}", rich
        yield f"report.{name}.plain", plain
        yield (
            f"report.{name}.whole",
            report_page.whole(Question(name, period, by), lines, "all", t)[0],
        )
    asked = Question("pipeline", period, Grouping.TEAM)
    heads = ("key", "deals", "amount", "weighted", "currency")
    rows = ((scale("North"), 4, Decimal(48_000), Decimal(24_000), "USD"),) * 9
    behind = report_deals.figures(asked, Lines(heads, rows))
    shown = report_page.build(asked, Lines(heads, rows), "all", every, t, (), behind)
    yield "report.behind", shown[0]
    of_a_page = (Line(DEAL, ()),) * 8
    sums = (Money(Decimal(96_000), "USD"), Money(Decimal(3_000_000), "KRW"))
    one_page = Behind(behind[0], of_a_page, 20, 8, 8, sums, DEFAULT_STAGES, DAY)
    yield "report.deals", report_deals.build(one_page, scale("North"), t)
    of_week = Question("adoption", period, Grouping.REP)
    line = Figure(of_week, scale("Rob"), week="2026-03-02", part="activities")
    parts = (Part("open", 20), Part("stale", 3), Part("activities", 20, 41), Part("moved", 0, 0))
    person = replace(one_page, figure=line, parts=parts, gone=1)
    yield "report.deals.week", report_deals.build(person, scale("Rob"), t)
    none = replace(one_page, lines=(), total=0, offset=0, sums=())
    yield "report.deals.none", report_deals.build(none, "", t)
    effect = Effect(120, 62, 14, 5)
    hardly = [Measured("stuck", 41, 20, 9, 3, 2)]
    lines = Lines(("key", "asked", "acted"), (("silent", 120, 62),))
    for name, also in (
        ("effect", nudge_effect.blocks(effect, True, hardly, True, t)),
        ("early", nudge_effect.blocks(Effect(12, 6, 3, 1), True, hardly, False, t)),
        ("off", nudge_effect.blocks(Effect(12, 6, 0, 0), False, [], True, t)),
    ):
        drawn = report_page.build(
            Question("nudges", period, Grouping.KIND), lines, "all", every, t, also
        )
        yield f"report.nudges.{name}", drawn[0]
    boss = replace(BOSS, name=scale("Mona Major"))
    loops = [Loop(boss, 4, 3, 5, Decimal("4.5")), Loop(boss, 4, 0, 0, None)]
    heads = ("team", "measure", "value", "target", "status")
    lines = Lines(heads, ((scale("North"), "next_step", Decimal("71.5"), 80, "near"),))
    some = [Measures(date(2026, 1, day), *(Decimal(day + 40),) * 4) for day in (5, 12, 19)]
    measures = ("next_step", "fresh", "rhythm", "hygiene")
    shorts = [Short(scale("North"), name, False, 7, "contact") for name in measures]
    shorts += [Short("none", "fresh", True, 1)]
    for name, notes in (
        ("trust", Notes(Trust(120, 101, 7, 12), loops, shorts, some, True)),
        ("trust.none", Notes(Trust(0, 0, 0, 0), [], [], [], False)),
        ("all_met", Notes(Trust(120, 101, 7, 12), [], [], some, True)),
    ):
        also, trend = compliance_notes.blocks(notes, t), compliance_notes.trend(notes.weeks, t)
        drawn = report_page.build(
            Question("compliance", period, Grouping.TEAM), lines, "all", every, t, also, trend=trend
        )
        yield f"report.compliance.{name}", drawn[0]
        yield f"report.compliance.{name}.plain", drawn[1]
    by_week = Lines(
        ("key", "hygiene", "rhythm", "next_step", "fresh"),
        tuple(
            (f"2026-01-{day:02}", Decimal(71), Decimal(40), None, Decimal(88)) for day in (5, 12)
        ),
    )
    drawn = report_page.build(
        Question("compliance", period, Grouping.WEEK), by_week, "all", every, t
    )
    yield "report.compliance.weekly", drawn[0]
    days = Median(31, 20, 45)
    more = Beside(Habit.NEXT_STEP, Rate(40, 60), Rate(12, 50), days, Median(48, 30, None))
    less = replace(more, having=more.lacking, lacking=more.having, lacking_days=Median(None, 9, 9))
    chance = replace(more, habit=Habit.WEEKLY, having=Rate(8, 16), lacking=Rate(7, 15))
    few = TooFew(Habit.WEEKLY, 3, 12)
    evidence = [Found("own", (more, few)), Found("team", (less, chance))]
    yield "evidence", evidence_page.build(evidence, t)
    groups = [Found("named", (more, few), scale("North"))] * 14
    dated = evidence_page.build([Found("all", (more, few)), *groups], t, period)
    yield "evidence.groups", dated
    yield "evidence.few", evidence_page.build([Found("all", (few, few))], t)
    yield "export", export_page.build(t)
    yield "nudges.quieted", nudge_effect.quieted("date_passed", 11, t)
    empty = Lines(("key", "new", "amount", "currency"), ())
    page = report_page.build(Question("opportunities", period, by), empty, "own", every, t)[0]
    yield "report.empty", page
