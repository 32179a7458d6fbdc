"""Trouble made to order: what a test wants Slack to do wrong next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

How = Literal["refuse", "break", "limit", "swallow"]


@dataclass(frozen=True, slots=True)
class Fault:
    """`refuse`: ok false with the code. `break`: the HTTP status, nothing done. `limit`: 429.
    `swallow`: the call is carried out, and its answer never comes."""

    how: How
    code: str = ""
    status: int = 200
    retry_after: int = 1


LIMITED = Fault("limit", "ratelimited", 429)
BROKEN = Fault("break", "internal_error", 500)
SWALLOWED = Fault("swallow")


class Faults:
    """`method` is a Web API method, or "*" for any.

    faults.limit("chat.postMessage", times=2, retry_after=1)
    faults.swallow("chat.postMessage")
    faults.revoke_token()
    """

    def __init__(self) -> None:
        self._next: dict[str, list[Fault]] = {}
        self._weather: tuple[tuple[Fault, float], ...] = ()
        self._dice: Callable[[], float] | None = None
        self.token_error: str | None = None

    def refuse(self, method: str, code: str, times: int = 1) -> None:
        self._plan(method, Fault("refuse", code), times)

    def limit(self, method: str, times: int = 1, retry_after: int = 1) -> None:
        self._plan(method, Fault("limit", "ratelimited", 429, retry_after), times)

    def fail(self, method: str, status: int = 500, times: int = 1) -> None:
        self._plan(method, Fault("break", "internal_error", status), times)

    def swallow(self, method: str, times: int = 1) -> None:
        """The call is carried out, but the app never hears of it: it must time out."""
        self._plan(method, Fault("swallow"), times)

    def revoke_token(self, error: str = "token_revoked") -> None:
        """Every call with the bot's token is refused from now on."""
        self.token_error = error

    def restore_token(self) -> None:
        self.token_error = None

    def storm(
        self, dice: Callable[[], float], *, limit: float, fail: float, swallow: float
    ) -> None:
        """From now on these shares of all calls meet with trouble; `dice` gives 0 up to 1."""
        self._dice = dice
        self._weather = ((LIMITED, limit), (BROKEN, fail), (SWALLOWED, swallow))

    def calm(self) -> None:
        self._dice = None

    def take(self, method: str) -> Fault | None:
        """The fault that is up for this call, used up by asking."""
        for key in (method, "*"):
            planned = self._next.get(key)
            if planned:
                return planned.pop(0)
        return None if self._dice is None else self._thrown(self._dice())

    def _thrown(self, number: float) -> Fault | None:
        for fault, share in self._weather:
            if number < share:
                return fault
            number -= share
        return None

    def _plan(self, method: str, fault: Fault, times: int) -> None:
        self._next.setdefault(method, []).extend([fault] * times)
