"""The one codec for what buttons and modals bring back: ids, and where to answer."""

from urllib.parse import parse_qsl, urlencode


def pack(**ids: int | str | None) -> str:
    """`deal=12&draft=3`: short, readable in the inspector, and free of people's words."""
    return urlencode({name: held for name, held in ids.items() if held is not None})


def unpack(packed: str) -> dict[str, str]:
    return dict(parse_qsl(packed or ""))


def number(packed: str, name: str) -> int | None:
    """One id of a packed value; None where it isn't there."""
    held = unpack(packed).get(name, "")
    return int(held) if held.isascii() and held.isdigit() else None
