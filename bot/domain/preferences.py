"""What people may choose for themselves: which messages they get, and how."""

from enum import StrEnum


class Message(StrEnum):
    """Kinds of message that come unasked and can be turned off. A list of a manager's people's
    deals, and what somebody writes by hand, can't be: they are how silence is told."""

    NUDGES = "nudges"
    FOLLOWUPS = "followups"
    DIGEST = "digest"


class Reminding(StrEnum):
    """Next steps of the day in one message, or each in its own."""

    DIGEST = "digest"
    SINGLE = "single"
