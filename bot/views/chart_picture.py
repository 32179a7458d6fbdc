"""A chart drawn as a PNG: legible on a phone, on light and dark, with letters for Korean too."""

from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FuncFormatter, MaxNLocator

from bot.views.chart import Chart

WIDTH, HEIGHT, DPI = 4.0, 3.0, 240
"""In inches: shown 390 points wide, the smallest letters are still some ten points high."""

PAD = 0.08
PAPER, INK, GRID = "#ffffff", "#1f2328", "#d8dde3"
"""A card of its own, opaque: what it says does not depend on what is behind it."""

COLORS = ("#1d6b52", "#b45309", "#1d4f91", "#9d3c87", "#5b6472", "#8a6d00")
"""Each at least three times as dark as the paper, told apart by those who see few colours too."""

MARKS = ("o", "s", "^", "D", "v", "P")
"""Lines are told apart by more than their colour."""

PLACE = ("outside", "lower", "center")
BELOW: Any = " ".join(PLACE)
"""Where matplotlib puts the legend: its own words, and no sentence."""

SMALL, LARGE = 7, 9
FONT = Path("fonts") / "NanumGothic.ttf"
CROWDED, FULL = 4, 9
"""From so many categories on their names are written aslant, then upright."""

MOST_FIGURES = 12
"""More figures above bars would stand in each other's way."""


def draw(chart: Chart) -> bytes:
    path = font()
    face = FontProperties(fname=path)
    # A Figure of its own draws by Agg, and shares nothing with other threads.
    figure = Figure(
        figsize=(WIDTH, HEIGHT),
        dpi=DPI,
        layout=ConstrainedLayoutEngine(w_pad=PAD, h_pad=PAD),
        facecolor=PAPER,
    )
    axes = figure.subplots()
    axes.set_facecolor(PAPER)
    if chart.kind == "line":
        _lines(axes, chart)
    else:
        _bars(axes, chart, face)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: chart.write(round(value))))
    axes.yaxis.set_major_locator(MaxNLocator(nbins="auto", integer=True, steps=[1, 2, 5, 10]))
    axes.set_ylim(bottom=0)
    axes.grid(axis="y", color=GRID, linewidth=0.6)
    axes.set_axisbelow(True)
    _write_names(axes, chart, face)
    axes.set_title(
        drawable(chart.title), loc="left", fontproperties=face, fontsize=LARGE, color=INK
    )
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0)
    legend = figure.legend(
        frameon=False, prop=FontProperties(fname=path, size=SMALL), ncols=2,
        loc=BELOW,
    )  # fmt: skip
    for text in legend.get_texts():
        text.set_color(INK)
    drawn = BytesIO()
    figure.savefig(drawn, format="png")
    return drawn.getvalue()


def _bars(axes: Axes, chart: Chart, face: FontProperties) -> None:
    width = 0.8 / len(chart.series)
    for number, one in enumerate(chart.series):
        places = [place + (number + 0.5) * width - 0.4 for place in range(len(chart.categories))]
        bars = axes.bar(
            places, one.points, width, label=drawable(one.name), color=COLORS[number % len(COLORS)]
        )
        if len(chart.series) * len(chart.categories) <= MOST_FIGURES:
            labels = [chart.write(point) for point in one.points]
            axes.bar_label(bars, labels, fontproperties=face, fontsize=SMALL, color=INK)


def _lines(axes: Axes, chart: Chart) -> None:
    for number, one in enumerate(chart.series):
        axes.plot(
            range(len(chart.categories)),
            one.points,
            label=drawable(one.name),
            color=COLORS[number % len(COLORS)],
            marker=MARKS[number % len(MARKS)],
            markersize=4,
            linewidth=1.4,
        )


def _write_names(axes: Axes, chart: Chart, face: FontProperties) -> None:
    names = [drawable(name) for name in chart.categories]
    axes.set_xticks(range(len(names)), names)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set(fontproperties=face, fontsize=SMALL, color=INK)
    if len(names) >= FULL:
        axes.tick_params(axis="x", rotation=90)
    elif len(names) >= CROWDED:
        for label in axes.get_xticklabels():
            label.set(rotation=30, ha="right")


def drawable(text: str) -> str:
    """A sign that the font lacks would be an empty box: it is written as a question mark."""
    return "".join(sign if ord(sign) in signs() else "?" for sign in text)


@cache
def signs() -> frozenset[int]:
    """All that the font can draw."""
    return frozenset(FT2Font(str(font())).get_charmap())


@cache
def font() -> Path:
    """The Korean font that koreanize_matplotlib brings. The package itself is not imported: it
    needs distutils, which Python 3.12 no longer has, and would change matplotlib for everyone."""
    found = find_spec("koreanize_matplotlib")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(FONT.name)
    return Path(found.submodule_search_locations[0]) / FONT
