"""What is told once a week, and by which name the outbox knows it again."""

from datetime import date

DIGEST = "digest"
COMPLIANCE = "compliance"
CARRIES = "with_compliance"
"""Among a digest's facts: it tells of compliance too, so that nobody gets two messages."""


def digest_key(person_id: int, monday: date) -> str:
    return f"{DIGEST}:{person_id}:{monday.isoformat()}"


def compliance_key(person_id: int, sunday: date) -> str:
    return f"{COMPLIANCE}:{person_id}:{sunday.isoformat()}"
