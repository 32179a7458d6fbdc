"""Charts: legible on a phone and on any background, in Korean, with the table's own figures."""

import io
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

import bot
from bot.domain.adoption import Each
from bot.domain.reporting import Lines
from bot.i18n import LANGUAGES, translator
from bot.views import chart_picture, digest_table, report_chart
from bot.views.chart import Chart, Series
from tests.schedules.test_letters import teams

PHONE = 390
"""Points across a phone."""


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_a_picture_reads_the_same_on_light_and_dark(kind: str) -> None:
    """It is opaque to the last pixel, so that its own paper is all that its ink stands on."""
    series = tuple(Series(f"{number}", (number, 3)) for number in range(4))
    drawn = Image.open(io.BytesIO(Chart("수주", ("김지우", "Rob"), series, kind).picture()))
    assert drawn.convert("RGBA").getchannel("A").getextrema() == (255, 255)
    assert drawn.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert contrast(chart_picture.INK, chart_picture.PAPER) >= 7
    assert all(contrast(one, chart_picture.PAPER) >= 3 for one in chart_picture.COLORS)
    assert len(set(chart_picture.COLORS)) == len(chart_picture.MARKS) == 6, "Slack's most series"


def test_the_smallest_letters_can_be_read_on_a_phone() -> None:
    across = chart_picture.WIDTH * chart_picture.DPI
    height = chart_picture.SMALL * chart_picture.DPI / 72
    assert height * PHONE / across >= 9


def test_the_font_has_every_korean_letter_and_every_sign_of_our_words() -> None:
    missing = {chr(code) for code in range(0xAC00, 0xD7A4) if code not in chart_picture.signs()}
    assert missing == set()
    for language in LANGUAGES:
        for path in Path(bot.__file__).parent.glob(f"locales/{language}/*.ftl"):
            for line in path.read_text(encoding="utf-8").splitlines():
                key, _, words = line.partition(" = ")
                if "chart" in key or key.startswith(("report-column", "report-measure")):
                    assert chart_picture.drawable(words) == words, key


@pytest.mark.parametrize("name", sorted(report_chart.DRAWN.keys() - {"attention"}))
@pytest.mark.parametrize("locale", ["en-US", "ko-KR"])
def test_a_reports_chart_draws_what_its_table_says(name: str, locale: str) -> None:
    columns = report_chart.DRAWN[name]
    key = report_chart.KEY.get(name, "key")
    rows = tuple(
        (f"line {number}", *(Decimal(10 * number + place) for place in range(len(columns))), "KRW")
        for number in range(1, 4)
    )
    lines = Lines((key, *columns, "currency"), rows)
    drawn = report_chart.chart(name, lines, translator(locale))
    assert drawn is not None
    assert drawn.categories == tuple(row[0] for row in rows)
    for place, one in enumerate(drawn.series, start=1):
        assert one.points == tuple(row[place] for row in rows)
    told = drawn.block()["chart"]["series"]
    assert [[point["value"] for point in one["data"]] for one in told] == [
        list(one.points) for one in drawn.series
    ]


@pytest.mark.parametrize("locale", ["en-US", "ko-KR"])
def test_the_chart_of_attention_counts_deals_by_what_they_say(locale: str) -> None:
    """However many deals: their names in one chart lie over each other on a phone."""
    said = ("silent;stuck", "silent", "no_next_step", "silent;date_passed")
    rows = tuple((f"Deal {number}", said[number % 4], 12) for number in range(60))
    t = translator(locale)
    drawn = report_chart.chart("attention", Lines(("deal", "signals", "days"), rows), t)
    assert drawn is not None
    assert drawn.series[0].points == (45, 15, 15, 15)
    names = ("silent", "stuck", "no-next-step", "date-passed")
    assert drawn.categories == tuple(t(f"report-signal-{name}") for name in names)


@pytest.mark.parametrize(("locale", "called"), [("en-US", "Silent"), ("ko-KR", "무소식")])
def test_a_chart_names_kinds_of_nudges_in_words(locale: str, called: str) -> None:
    kinds = ("silent", "stuck", "date_passed", "next_step", "managers_list")
    lines = Lines(("key", "asked", "acted"), tuple((kind, 3, 1) for kind in kinds))
    drawn = report_chart.chart("nudges", lines, translator(locale))
    assert drawn is not None
    assert drawn.categories[0] == called
    assert not set(drawn.categories) & set(kinds)


@pytest.mark.parametrize("each", Each)
def test_a_digests_chart_table_and_words_say_the_same(each: Each) -> None:
    (reps,) = (reps for name, reps in teams() if name == "usual")
    t, names = translator("en-US"), {rep.rep_id: f"Rep {rep.rep_id}" for rep in reps}
    chart = digest_table.chart(reps, each, names, t)
    assert chart is not None
    before, last = (one.points for one in chart.series)
    points = zip(chart.categories, last, before, strict=True)
    drawn = {name: f"{now} ({was})" for name, now, was in points}
    heads, *table = digest_table.whole(reps, each, names, t)["rows"]
    place = [cell["text"] for cell in heads].index("Activities")
    assert {row[0]["text"]: row[place]["text"] for row in table} == drawn
    [words] = digest_table.chart_in_words(reps, names, t)
    assert all(f"{name} {figure}" in str(words) for name, figure in drawn.items())


def test_a_picture_writes_money_and_days_as_its_reader_does() -> None:
    lines = Lines(
        ("key", "won_amount", "currency", "active_reps", "per_rep"),
        (("2026-03", Decimal(0), "KRW", 3, Decimal(1_384_000_000)),),
    )
    for locale, said in (("en-US", "₩1.4B"), ("ko-KR", "₩13.8억")):
        drawn = report_chart.chart("productivity", lines, translator(locale))
        assert drawn is not None
        assert drawn.write(drawn.series[0].points[0]) == said
    weeks = Lines(
        ("key", "hygiene", "rhythm", "next_step", "fresh"),
        (("2026-03-02", *(Decimal(50),) * 4),),
    )
    for locale, day in (("en-US", "Mar 2"), ("ko-KR", "3월 2일")):
        drawn = report_chart.chart("compliance", weeks, translator(locale))
        assert drawn is not None
        assert drawn.categories[0] == day
