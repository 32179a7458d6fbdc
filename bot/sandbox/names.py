"""Identifiers that look like Slack's and never come twice."""

import secrets
from itertools import count

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Names:
    """A letter tells the kind, as with Slack: V view, F file, Ev event, Q scheduled message."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self, kind: str) -> str:
        number, digits = next(self._numbers), ""
        for _ in range(6):
            number, rest = divmod(number, len(_DIGITS))
            digits = _DIGITS[rest] + digits
        return f"{kind}0SBX{digits}"

    def short(self) -> str:
        """As Slack names a block or element that came without a name."""
        return secrets.token_urlsafe(4)[:5]

    def hash(self, seconds: int) -> str:
        return f"{seconds}.{secrets.token_hex(4)}"
