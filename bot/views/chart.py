"""A bar chart: as Slack's own block, and as a picture where a workspace refuses that block."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from bot.views.blocks import Block, clip

WIDTH, HEIGHT, DPI = 8.0, 3.6, 120
COLORS = ("#b8c4c0", "#1d6b52")
FONT = Path("fonts") / "NanumGothic.ttf"
ABOVE = 4
"""matplotlib's number for the legend's lower right corner: it stands on the drawing's upper one."""

CROWDED = 6
"""From this many categories on, their names are written aslant."""


LABEL = 20
"""Signs of a category that Slack takes."""


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Labels short enough for a chart, told apart where two are alike."""
    made: list[str] = []
    for name in names:
        label, number = clip(name, LABEL), 2
        while label in made:
            label, number = f"{clip(name, LABEL - 4)} {number}", number + 1
        made.append(label)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars: a point for each category."""

    name: str
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Slack takes a title of 50 signs, 6 series and 20 categories of 20 signs each."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    kind: str = "bar"
    """Or "line", for what develops."""

    def block(self) -> Block:
        return {
            "type": "data_visualization",
            "title": self.title,
            "chart": {
                "type": self.kind,
                "series": [
                    {
                        "name": one.name,
                        "data": [
                            {"label": label, "value": value}
                            for label, value in zip(self.categories, one.points, strict=True)
                        ],
                    }
                    for one in self.series
                ],
                "axis_config": {"categories": list(self.categories)},
            },
        }

    def picture(self) -> bytes:
        """A PNG, with letters for Korean too. Drawing takes a moment: not on the event loop."""
        # Loaded here, since it takes most of a second and is rarely needed.
        from matplotlib.figure import Figure  # noqa: PLC0415
        from matplotlib.font_manager import FontProperties  # noqa: PLC0415
        from matplotlib.ft2font import FT2Font  # noqa: PLC0415

        path = _font()
        font = FontProperties(fname=path)
        drawable = FT2Font(str(path)).get_charmap()
        # A Figure of its own draws by Agg, and shares nothing with other threads.
        figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI, layout="constrained")
        axes = figure.subplots()
        width = 0.8 / len(self.series)
        for number, one in enumerate(self.series):
            places = [place + number * width for place in range(len(self.categories))]
            bars = axes.bar(places, one.points, width, label=one.name, color=COLORS[number % 2])
            axes.bar_label(bars, fontproperties=font, fontsize=8)
        names = [
            "".join(sign if ord(sign) in drawable else "?" for sign in name)
            for name in self.categories
        ]
        middle = width * (len(self.series) - 1) / 2
        axes.set_xticks([place + middle for place in range(len(names))], names)
        for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
            label.set_fontproperties(font)
        if len(names) >= CROWDED:
            for label in axes.get_xticklabels():
                label.set(rotation=30, ha="right")
        axes.set_title(self.title, loc="left", fontproperties=font, fontsize=13)
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False, prop=font, ncols=2, loc=ABOVE, bbox_to_anchor=(1, 1))
        drawn = BytesIO()
        figure.savefig(drawn, format="png")
        return drawn.getvalue()


def _font() -> Path:
    """The Korean font that koreanize_matplotlib brings. The package itself is not imported: it
    needs distutils, which Python 3.12 no longer has, and would change matplotlib for everyone."""
    found = find_spec("koreanize_matplotlib")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(FONT.name)
    return Path(found.submodule_search_locations[0]) / FONT
