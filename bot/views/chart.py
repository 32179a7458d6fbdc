"""A chart of bars or lines: as Slack's own block, and as a picture where it is refused."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.views.blocks import Block, clip

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

    write: Callable[[int], str] = str
    """How a picture's reader writes a figure in little room; Slack's charts have their own way."""

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
        """A PNG. Drawing takes a moment: not on the event loop."""
        # Loaded here, since it takes most of a second and is rarely needed.
        from bot.views.chart_picture import draw  # noqa: PLC0415

        return draw(self)
