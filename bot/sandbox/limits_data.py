"""What Slack demands of tables and charts; where sources disagree, the smaller number."""

from typing import Any

from bot.sandbox.limits_core import (
    Check,
    Place,
    array,
    boolean,
    either_type,
    number,
    one_of,
    shape,
    text,
)
from bot.sandbox.wire import Json

MOST_TABLE_CHARACTERS = 10_000
MOST_COLUMNS = 20

_raw_text = shape({"text": text(1, MOST_TABLE_CHARACTERS)}, {})
_raw_number = shape({"value": number(whole=False), "text": text(1, MOST_TABLE_CHARACTERS)}, {})


def _cell(rich_text: Check) -> Check:
    return either_type(raw_text=_raw_text, raw_number=_raw_number, rich_text=rich_text)


def characters(value: Any) -> int:
    """How much text stands in a cell, a row, a table."""
    if isinstance(value, dict):
        own = len(value["text"]) if isinstance(value.get("text"), str) else 0
        return own + sum(characters(one) for one in value.values() if not isinstance(one, str))
    return sum(map(characters, value)) if isinstance(value, list) else 0


def _not_too_much(table: Json, place: Place) -> None:
    if characters(table["rows"]) > MOST_TABLE_CHARACTERS:
        place.into("rows").complain(
            f"must be less than {MOST_TABLE_CHARACTERS + 1} characters in all cells"
        )


def _even_rows(table: Json, place: Place) -> None:
    if len({len(row) for row in table["rows"]}) > 1:
        place.into("rows").complain("all rows must have the same number of cells")


def _plain_header(table: Json, place: Place) -> None:
    for index, cell in enumerate(table["rows"][0]):
        if cell["type"] == "rich_text":
            place.into("rows").into(0).into(index).complain(
                "header cells cannot be of type rich_text"
            )


def _row_header_is_a_column(table: Json, place: Place) -> None:
    if table.get("row_header_column_index", 0) >= len(table["rows"][0]):
        place.into("row_header_column_index").complain("must be the index of a column")


def table(block_id: Check, rich_text: Check) -> Check:
    setting = shape({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})

    def setting_or_null(value: Any, place: Place) -> None:
        if value is not None:
            setting(value, place)

    return shape(
        {"rows": array(array(_cell(rich_text), 1, MOST_COLUMNS), 1, 100)},
        {"block_id": block_id, "column_settings": array(setting_or_null, 1, MOST_COLUMNS)},
        _not_too_much,
    )


def data_table(block_id: Check, rich_text: Check) -> Check:
    return shape(
        {
            "caption": text(1, 3000),
            "rows": array(array(_cell(rich_text), 1, MOST_COLUMNS), 2, 101),
        },
        {
            "block_id": block_id,
            "page_size": number(1, 100),
            "row_header_column_index": number(0, MOST_COLUMNS - 1),
        },
        _even_rows,
        _plain_header,
        _row_header_is_a_column,
        _not_too_much,
    )


def _positive(value: Any, place: Place) -> None:
    number(whole=False)(value, place)
    if isinstance(value, (int, float)) and value <= 0:
        place.complain("must be greater than 0")


def _names_differ(chart: Json, place: Place) -> None:
    names = [series["name"] for series in chart["series"]]
    if len(set(names)) < len(names):
        place.into("series").complain("series names must be unique")


def _one_point_per_category(chart: Json, place: Place) -> None:
    categories = chart["axis_config"]["categories"]
    if len(set(categories)) < len(categories):
        place.into("axis_config").into("categories").complain("categories must be unique")
    for index, series in enumerate(chart["series"]):
        labels = [point["label"] for point in series["data"]]
        if sorted(labels) != sorted(categories):
            place.into("series").into(index).into("data").complain(
                "must have exactly one data point for each category"
            )


_label = text(1, 20)
_series = shape(
    {
        "name": _label,
        "data": array(shape({"label": _label, "value": number(whole=False)}, {}), 1, 20),
    },
    {},
)
_axes = shape(
    {"categories": array(_label, 1, 20)}, {"x_label": text(1, 50), "y_label": text(1, 50)}
)
_by_axes = shape(
    {"series": array(_series, 1, 6), "axis_config": _axes},
    {},
    _names_differ,
    _one_point_per_category,
)
_pie = shape({"segments": array(shape({"label": _label, "value": _positive}, {}), 1, 6)}, {})


def data_visualization(block_id: Check) -> Check:
    chart = either_type(line=_by_axes, bar=_by_axes, area=_by_axes, pie=_pie)
    return shape({"title": text(1, 50), "chart": chart}, {"block_id": block_id})
