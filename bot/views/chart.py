"""A bar chart: as Slack's own block, and as a picture where a workspace refuses that block."""

from dataclasses import dataclass
from io import BytesIO

from bot.views.blocks import Block

WIDTH, HEIGHT, DPI = 8.0, 3.6, 120
COLORS = ("#b8c4c0", "#1d6b52")


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

    def block(self) -> Block:
        return {
            "type": "data_visualization",
            "title": self.title,
            "chart": {
                "type": "bar",
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
        import koreanize_matplotlib  # noqa: F401,PLC0415 - registers its font; slow to load
        from matplotlib.figure import Figure  # noqa: PLC0415 - slow to load, rarely needed

        figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI, layout="constrained")
        axes = figure.subplots()
        width = 0.8 / len(self.series)
        for number, one in enumerate(self.series):
            places = [place + number * width for place in range(len(self.categories))]
            bars = axes.bar(places, one.points, width, label=one.name, color=COLORS[number % 2])
            axes.bar_label(bars, fontsize=8)
        middle = width * (len(self.series) - 1) / 2
        axes.set_xticks([place + middle for place in range(len(self.categories))], self.categories)
        axes.set_title(self.title, loc="left")
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False)
        drawn = BytesIO()
        figure.savefig(drawn, format="png")
        return drawn.getvalue()
