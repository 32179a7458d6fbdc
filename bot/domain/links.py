"""A deal's address: what people copy, and Slack shows a preview of; and the addresses that its
notes name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from bot.domain.deal import Activity

MOST_LINKS = 5
READ_FOR_LINKS = 20
"""Activities that are looked through: the newest may repeat an address, or hold none after all."""

LONGEST_URL = 500

_URL = re.compile(r"https?://[^\s<>|\"`\u300c-\u300f]+", re.IGNORECASE)
_PARTICLE = re.compile(r"(?<=[A-Za-z0-9])[\uac00-\ud7a3]{1,2}$")
"""What Korean puts right behind an address."""

_PATH = re.compile(r"/deals/(?P<id>[1-9][0-9]{0,17})/?")


def link_to(domain: str, deal_id: int) -> str:
    return f"https://{domain}/deals/{deal_id}"


def deal_of(domain: str, url: str) -> int | None:
    """The number of the deal that an address names; None for any other address."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    found = _PATH.fullmatch(parts.path)
    if parts.scheme != "https" or host != domain or found is None:
        return None
    return int(found["id"])


@dataclass(frozen=True, slots=True)
class Link:
    """Where something about a deal is to be found: an address that a note named, or the message
    that was logged, and when."""

    url: str
    at: datetime
    is_message: bool = False


def links_in(activities: Iterable[Activity]) -> tuple[Link, ...]:
    """The newest few, each address once."""
    told: dict[str, Link] = {}
    for one in sorted(activities, key=lambda one: one.occurred_at, reverse=True):
        if one.permalink:
            told.setdefault(one.permalink, Link(one.permalink, one.occurred_at, is_message=True))
        for url in _addresses(one.note):
            told.setdefault(url, Link(url, one.occurred_at))
    return tuple(told.values())[:MOST_LINKS]


def shown(url: str) -> str:
    """The host that an address really leads to, and its path; "" where it leads nowhere."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    return f"{host.removeprefix('www.')}{parts.path}".rstrip("/") if host else ""


def _addresses(note: str) -> list[str]:
    found = (_bare(url) for url in _URL.findall(note))
    return [url for url in found if len(url) <= LONGEST_URL and shown(url)]


def _bare(url: str) -> str:
    """Without what only ends the sentence or the bracket that it stands in."""
    bare = _PARTICLE.sub("", url).rstrip(".,;:!?'")
    return bare if "(" in bare else bare.rstrip(").,;:!?'")
