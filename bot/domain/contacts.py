"""People we sell to, with what is known of them."""

import re
from dataclasses import dataclass
from datetime import datetime

_TITLES = (
    "대표|사장|부사장|전무|상무|이사|본부장|실장|팀장|부장|차장|과장|대리|주임|사원|매니저"
    "|책임|선임|수석"
)
TITLED = rf"[가-힣]{{2,4}}(?:\s?(?:{_TITLES}|님))+"
"""A Korean name with the title or the honorific that is said behind it."""

MOST_PARTS = 4
"""Words in a name, at most."""

_TITLE = re.compile(rf"(?P<name>[가-힣]{{2,4}}?)\s?(?P<title>(?:(?:{_TITLES})\s?)*)님?")


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody we talk to. `contacted_at` is the newest activity with them that was no mere note
    (UTC), None where there was none."""

    id: int
    name: str
    account_id: int | None
    account_name: str | None
    title: str = ""
    email: str | None = None
    phone: str | None = None
    contacted_at: datetime | None = None


def split_title(named: str) -> tuple[str, str]:
    """A name and the title said behind it: 김민수 부장님 is 김민수, 부장."""
    bare = " ".join(named.split())
    found = _TITLE.fullmatch(bare)
    return (found["name"], found["title"].strip()) if found else (bare, "")


def looks_like_name(words: str) -> bool:
    """Whether words name somebody ("Jane Roe", "김민수 부장") rather than a part they play ("their
    CFO", "legal")."""
    if re.fullmatch(TITLED, words):
        return True
    parts = words.split()
    return len(parts) <= MOST_PARTS and all(
        part[0].isupper() and not (part.isupper() and len(part) > 1) for part in parts
    )
