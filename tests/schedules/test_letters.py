"""The pages that come unasked, in both languages: within Slack's limits however long the names."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PIL import Image

from bot.domain.adoption import Digest, Each, RepWeek, Standing
from bot.domain.deal import Deal, Status
from bot.domain.following import Kind
from bot.domain.outcomes import Done, NudgeLine, NudgePage
from bot.domain.periods import Period
from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.reporting import Grouping, Lines, Question
from bot.domain.signals import Finding, Signal
from bot.domain.team_news import TeamNews, Together
from bot.domain.tellings import (
    EscalationLine,
    EscalationPage,
    Feedback,
    FeedbackKind,
    FollowupLine,
    FollowupPage,
)
from bot.domain.trust import Loop, Measures, Notes, Short, Trust
from bot.i18n import LANGUAGES, Translator, translator
from bot.sandbox.limits import check_message
from bot.views import (
    champions_page,
    compliance_notes,
    deal_assigned,
    digest,
    escalation,
    feedback,
    followup,
    nudge,
    report_page,
    team_news,
)
from bot.views.chart import Chart, Series
from tests.views.cast import BOSS, DAY, DEAL, NOW, Scale
from tests.views.test_pages import as_it_is, stretched

ANSWERS = (
    "log",
    "move",
    "won",
    "lost",
    "next_step",
    "edit",
    "hold",
    "reopen",
    "assign",
    "unhelpful",
)
EVERY_FINDING = (
    Finding(Signal.SILENT, date(2026, 2, 20), 8),
    Finding(Signal.STUCK, date(2026, 1, 20), 43),
    Finding(Signal.NO_NEXT_STEP, date(2026, 3, 2), 2),
    Finding(Signal.DATE_PASSED, date(2025, 12, 31), 63),
)
WITHOUT_STEP = Finding(Signal.NO_NEXT_STEP, date(2026, 1, 1), 0)
TOGETHER = Together(4, 24, 14, 8, 16, Decimal(75), Decimal(10))
BUSY = RepWeek(1, 5, 3, 12, 7, Standing(8, 1, 6), Standing(7, 3, 2))


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    deal = replace(DEAL, name=scale(DEAL.name), account_name=scale("Acme"))
    deal = replace(deal, next_step=scale("send quote"))
    asked = NudgeLine(deal, EVERY_FINDING, 3, None)
    bundle = NudgePage(4, (asked,) * 7, 12, DEFAULT_STAGES, DAY, 3, scale("Mona <Major>"))
    yield "nudge", nudge.build(bundle, t)
    first = NudgeLine(deal, (WITHOUT_STEP,), 1, None)
    why = [(Signal.SILENT,), (Signal.STUCK,), (Signal.DATE_PASSED,), (Signal.SILENT, Signal.STUCK)]
    for number, signals in enumerate(why):
        found = tuple(one for one in EVERY_FINDING if one.signal in signals)
        alone = replace(bundle, lines=(NudgeLine(deal, found, 1, None),), more=0)
        yield f"nudge.why{number}", nudge.build(alone, t)
    yield "nudge.one", nudge.build(replace(bundle, lines=(first,), more=1), t)
    settled = tuple(replace(asked, answer=answer) for answer in ANSWERS)
    yield "nudge.partly", nudge.build(replace(bundle, lines=(asked, *settled[:6])), t)
    yield "nudge.settled", nudge.build(replace(bundle, lines=settled), t)
    boss = replace(BOSS, name=scale(BOSS.name))
    yield "assigned", deal_assigned.build(deal, boss, DEFAULT_STAGES, t, DAY)
    yield "assigned.by_nobody", deal_assigned.build(deal, None, DEFAULT_STAGES, t, DAY)
    yield from unasked(t, scale, deal)
    won = replace(deal, status=Status.WON)
    for name, sums, wins in (
        ("usual", TOGETHER, (won,) * 3),
        ("many", None, (won,) * 40),
        ("none_won", replace(TOGETHER, same=False, with_step=None, stale=None, moved=None), ()),
    ):
        yield f"team_news.{name}", team_news.build(TeamNews(DAY, scale("Mona"), sums, wins), t)
    targets = {"hygiene": 80, "rhythm": 60, "next_step": 80, "fresh": 80}
    for name, reps in teams():
        names = {rep.rep_id: scale("Rob Rep") for rep in reps if rep.rep_id}
        for each in Each:
            week = Digest(date(2026, 2, 23), reps, targets, each)
            drawn = digest.build(week, names, t)
            yield f"digest.{name}.{each.value}", drawn.page
            yield f"digest.{name}.{each.value}.plain", drawn.plain_page
            yield f"digest.{name}.{each.value}.week", digest.week(week, names, t)[0]
        stand = digest.build(replace(week, each=Each.TEAM), names, t, standing(names, t))
        yield f"digest.{name}.standing", stand.page
        yield f"digest.{name}.standing.plain", stand.plain_page


def standing(names: dict[int, str], t: Translator) -> tuple[dict[str, Any], dict[str, Any]]:
    """Every team against what is agreed, as it comes in a leader's digest."""
    measures = ("hygiene", "rhythm", "next_step", "fresh")
    rows = tuple(
        (team, measure, Decimal("71.5"), 80, "near")
        for team in names.values()
        for measure in measures
    )
    lines = Lines(("team", "measure", "value", "target", "status"), rows)
    asked = Question("compliance", Period(DAY, DAY), Grouping.TEAM)
    weeks = [Measures(date(2026, 1, day), *(Decimal(day + 40),) * 4) for day in (5, 12, 19)]
    shorts = [Short(team, "fresh", False, 7) for team in names.values()]
    notes = Notes(
        Trust(120, 101, 7, 12), [Loop(BOSS, 4, 3, 5, Decimal("4.5"))], shorts, weeks, True
    )
    also, trend = compliance_notes.blocks(notes, t), compliance_notes.trend(weeks, t)
    return report_page.build(asked, lines, "all", frozenset(), t, also, trend=trend)


def unasked(t: Translator, scale: Scale, deal: Deal) -> Iterator[tuple[str, dict[str, Any]]]:
    held = replace(deal, held_until=DAY, hold_reason=scale("budget"))
    lines = [
        FollowupLine(deal, Kind.DUE, scale("send quote"), DAY, is_settled=False),
        FollowupLine(deal, Kind.DUE, scale("send quote"), date(2026, 3, 1), is_settled=False),
        FollowupLine(deal, Kind.OVERDUE, scale("send quote"), date(2026, 3, 2), is_settled=False),
        FollowupLine(held, Kind.HOLD_ENDED, "", DAY, is_settled=False),
    ]
    morning = FollowupPage(tuple(lines * 3)[:10], 4, DEFAULT_STAGES, DAY)
    settled = tuple(replace(one, is_settled=True) for one in morning.lines)
    yield "followup", followup.build(morning, t)
    yield "followup.settled", followup.build(replace(morning, lines=settled, more=0), t)
    off = tuple(replace(one, is_put_off=True) for one in settled)
    yield "followup.put_off", followup.build(replace(morning, lines=off, more=0), t)
    made = Done(11, deal, deal, DEFAULT_STAGES)
    yield "followup.finished", followup.finished(made, t, DAY)
    owner = replace(BOSS, name=scale("Rob Rep"))
    asked = EscalationLine(deal, owner, EVERY_FINDING, 3, DAY, None, is_assignable=True)
    listing = EscalationPage((asked,) * 10, 3, DEFAULT_STAGES, DAY)
    done = tuple(replace(asked, answer=answer) for answer in ANSWERS)
    yield "escalation", escalation.build(listing, t)
    yield "escalation.settled", escalation.build(replace(listing, lines=done, more=0), t)
    yield "champion.invited", champions_page.invitation(t)
    asks = Feedback(1, FeedbackKind.ADVICE, owner, owner, deal, scale("how is it going?"))
    yield "feedback.advice", champions_page.letter(asks, deal, DEFAULT_STAGES, t, DAY)
    for kind in (one for one in FeedbackKind if one is not FeedbackKind.ADVICE):
        given = Feedback(1, kind, owner, owner, deal, scale("how is it going?"))
        yield f"feedback.{kind.value}", feedback.letter(given, DEFAULT_STAGES, t, DAY)
        of_week = replace(given, deal=None, week=DAY)
        yield f"feedback.{kind.value}.week", feedback.letter(of_week, DEFAULT_STAGES, t, DAY)
        yield f"feedback.{kind.value}.given", feedback.given(given, 11, NOW, NOW, t)
        later = feedback.given(given, 11, NOW + timedelta(days=1), NOW, t)
        yield f"feedback.{kind.value}.later", later
    yield "nudge.set_aside", nudge.set_aside(deal, 11, t)


def teams() -> Iterator[tuple[str, tuple[RepWeek, ...]]]:
    idle = replace(BUSY, rep_id=2, active_days=0, activities=0, standing_before=None)
    stale = replace(BUSY, rep_id=3, standing=Standing(4, 3, 0))
    no_deals = replace(BUSY, rep_id=4, standing=Standing(0, 0, 0))
    yield "usual", (BUSY, idle, stale, no_deals)
    yield "large", tuple(replace(BUSY, rep_id=n, activities=n) for n in range(130))
    yield "needy", tuple(replace(stale, rep_id=n) for n in range(30))
    yield "fresh", (replace(BUSY, standing=Standing(8, 0, 8)),)
    yield "empty", (replace(no_deals, activities=0, activities_before=0),)
    yield "nobody", ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [as_it_is, stretched])
def test_slack_takes_every_letter_however_long_the_names(language: str, scale: Scale) -> None:
    t = translator(language)
    refused = {name: found for name, page in pages(t, scale) if (found := check_message(page))}
    assert refused == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_lets_peoples_words_ping_a_channel(language: str) -> None:
    for name, page in pages(translator(language), stretched):
        for markdown in re.findall(
            r'"type": "mrkdwn", "text": "([^"]*)"', json.dumps(page, ensure_ascii=False)
        ):
            assert "<!channel>" not in markdown, name
        assert "<!channel>" not in page["text"], name


def test_korean_letters_hold_no_english() -> None:
    """But for the words of commands, and the names that people gave."""
    ours = re.compile(
        r"`[^`]*`|:[a-z_]+:|Acme|pilot|Rob Rep|Rob R|US\$|Mona|Major|send quote|budget"
        r"|how is it|going|CSV|&[a-z]+;"
    )
    for name, page in pages(translator("ko-KR"), as_it_is):
        texts = re.findall(
            r'"(?:text|caption|title|name)": "([^"]*)"', json.dumps(page, ensure_ascii=False)
        )
        left = [text for text in texts if re.search("[A-Za-z]{2,}", ours.sub("", text))]
        assert [text for text in left if text not in ("plain_text", "raw_text", "mrkdwn")] == [], (
            name
        )


def test_of_a_large_team_the_ten_most_active_are_drawn() -> None:
    (reps,) = (reps for name, reps in teams() if name == "large")
    names = {rep.rep_id: f"Rep {rep.rep_id}" for rep in reps}
    chart = digest.build(Digest(DAY, reps), names, translator("en-US")).chart
    assert chart is not None
    assert chart.categories == tuple(f"Rep {number}" for number in range(129, 119, -1))


def test_people_of_the_same_name_are_told_apart_in_the_chart() -> None:
    reps = tuple(replace(BUSY, rep_id=n) for n in range(3))
    names = dict.fromkeys(range(3), "Alexandra Constantinopoulou")
    chart = digest.build(Digest(DAY, reps), names, translator("en-US")).chart
    assert chart is not None
    assert len(set(chart.categories)) == 3
    assert all(len(label) <= 20 for label in chart.categories)


def test_the_picture_is_drawn_with_korean_letters_and_without_a_word_on_unknown_signs() -> None:
    """Warnings are errors in tests: matplotlib warns of every sign that its font lacks."""
    series = (Series("지난주", (3, 0, 7)), Series("전주", (1, 2, 3)))
    drawn = Chart("담당자별 활동", ("김지우", "Rob 🚀", "陳大文"), series).picture()
    picture = Image.open(io.BytesIO(drawn))
    assert (picture.format, picture.size) == ("PNG", (960, 720))


def test_a_week_across_new_year_is_told_with_its_year() -> None:
    week = Digest(date(2025, 12, 29), (BUSY,))
    page = digest.build(week, {1: "Rob Rep"}, translator("en-US")).page
    assert "Dec 29, 2025" in str(page["blocks"][0])
    assert week.sunday - week.monday == timedelta(days=6)
