"""Why a call to Slack came to nothing, sorted by what can be done about it."""

from collections.abc import Awaitable
from typing import Any

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError

PATIENCE_UNSAID = 5
"""Seconds to wait where Slack limits us without a Retry-After."""

REVOKED = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
)
LIMITED = frozenset({"ratelimited", "rate_limited"})
PASSING = frozenset({"", "fatal_error", "internal_error", "request_timeout", "service_unavailable"})
"""Slack's own troubles; an answer without a reason counts among them."""


class Unsent(Exception):
    """The letter did not go out."""


class Limited(Unsent):
    """The method is not to be called for some seconds; the call was not carried out."""

    def __init__(self, method: str, seconds: float) -> None:
        super().__init__("ratelimited")
        self.method = method
        self.seconds = seconds


class Unreachable(Unsent):
    """Slack could not be reached: nothing was carried out, and another try is worth it later."""


class Unknown(Unreachable):
    """Slack is in trouble or did not answer: it may have carried out the call all the same.

    `is_at_work` where it never answered, and may still be about to.
    """

    def __init__(self, reason: str, *, is_at_work: bool) -> None:
        super().__init__(reason)
        self.is_at_work = is_at_work


class Revoked(Unsent):
    """The token is no longer taken: nothing more can be sent with it."""


class Refused(Unsent):
    """Slack will never take this letter."""


class BlocksRefused(Refused):
    """Slack does not take these blocks; others it might."""


async def answered(method: str, call: Awaitable[Any]) -> Any:
    """The answer, or Unsent of the fitting sort."""
    try:
        return await call
    except SlackApiError as error:
        raise _sorted(method, error) from error
    except ClientConnectorError as error:
        raise Unreachable(_named(error)) from error
    except (ClientError, TimeoutError) as error:
        raise Unknown(_named(error), is_at_work=True) from error


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".rstrip(": ")


def _sorted(method: str, error: SlackApiError) -> Unsent:
    response = error.response
    # The SDK hands out the bare HTTP response where the body was no JSON.
    status: int = getattr(response, "status_code", None) or getattr(response, "status", None) or 0
    answer = getattr(response, "data", None)
    code = str(answer.get("error", "")) if isinstance(answer, dict) else ""
    if status == 429 or code in LIMITED:
        return Limited(method, _seconds(response.headers.get("Retry-After")))
    if code in REVOKED:
        return Revoked(code)
    if status >= 500 or code in PASSING:
        return Unknown(code or f"HTTP {status}", is_at_work=False)
    if code.startswith("invalid_blocks"):
        return BlocksRefused(f"{code}: {_complaints(answer)}".rstrip(": "))
    return Refused(code)


def _seconds(told: str | None) -> float:
    return float(told) if told and told.isascii() and told.isdigit() else PATIENCE_UNSAID


def _complaints(answer: Any) -> str:
    """What exactly Slack did not like, for whoever reads the dead letter."""
    messages = (answer.get("response_metadata") or {}).get("messages") or answer.get("errors") or []
    return "; ".join(str(one) for one in messages)[:500]
