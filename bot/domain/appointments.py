"""Next steps that are appointments: once their day has come they are to be logged, not done."""

import re

from bot.domain.deal import ActivityKind
from bot.domain.saying_words import KINDS

_APPOINTMENTS = (ActivityKind.MEETING, ActivityKind.DEMO, ActivityKind.CALL)
_PREPARES = re.compile(
    r"\b(?:schedul\w+|book\w*|arrang\w+|set(?:ting)? up|prep\w*|send\w*|draft\w*|invit\w+|plan\w*"
    r"|propose|confirm|find|organi[sz]e|ask|check|get|slides|deck|notes?|recap|agenda)\b"
    r"|준비|잡기|잡아|일정|보내|발송|조율|확인|초대|자료|제안|문의|요청|회의록",
    re.IGNORECASE,
)
"""What is done for an appointment is none itself: "schedule the demo", 미팅 자료 준비."""


def appointment(step: str) -> ActivityKind | None:
    """The kind of activity that a next step is itself, as "demo with their IT" is a demo."""
    if _PREPARES.search(step):
        return None
    found = [
        (place.start(), kind)
        for kind, words in KINDS
        if kind in set(_APPOINTMENTS) and (place := words.search(step))
    ]
    return ActivityKind(min(found)[1]) if found else None
