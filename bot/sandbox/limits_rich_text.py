"""What Slack demands of rich_text blocks."""

from typing import Any

from bot.sandbox.limits_core import (
    Check,
    Place,
    array,
    boolean,
    either_type,
    identifier,
    matching,
    number,
    one_of,
    shape,
    text,
    url,
)

MOST_PARTS = 1000

_STYLES = (
    "bold",
    "italic",
    "strike",
    "code",
    "highlight",
    "client_highlight",
    "unlink",
    "underline",
)
_style = shape({}, dict.fromkeys(_STYLES, boolean))
_styled: dict[str, Check] = {"style": _style}

_part = either_type(
    text=shape({"text": text(1, 12_000)}, _styled),
    link=shape({"url": url}, {**_styled, "text": text(1, 3000), "unsafe": boolean}),
    emoji=shape({"name": text(1, 100)}, {"unicode": text(1, 100), "skin_tone": number(1, 6)}),
    user=shape({"user_id": identifier}, _styled),
    usergroup=shape({"usergroup_id": identifier}, _styled),
    channel=shape({"channel_id": identifier}, _styled),
    team=shape({"team_id": identifier}, _styled),
    broadcast=shape({"range": one_of("here", "channel", "everyone")}, {}),
    color=shape({"value": matching(r"#[0-9a-fA-F]{6}", "must be a hex color")}, {}),
    date=shape(
        {"timestamp": number(0), "format": text(1, 200)}, {"url": url, "fallback": text(1, 200)}
    ),
)
_parts = array(_part, 0, MOST_PARTS)
_border: dict[str, Check] = {"border": number(0, 1)}
_section = shape({"elements": _parts}, {})
_list = shape(
    {
        "style": one_of("bullet", "ordered"),
        "elements": array(either_type(rich_text_section=_section), 1, 100),
    },
    {**_border, "indent": number(0, 8), "offset": number(0)},
)

_element = either_type(
    rich_text_section=_section,
    rich_text_list=_list,
    rich_text_quote=shape({"elements": _parts}, _border),
    rich_text_preformatted=shape({"elements": _parts}, {**_border, "language": text(1, 50)}),
)

rich_text = shape({"elements": array(_element, 1, 100)}, {"block_id": identifier})


def only_rich_text(value: Any, place: Place) -> None:
    """A whole rich_text block and no other."""
    either_type(rich_text=rich_text)(value, place)
