"""A deal's address: what people copy, and Slack shows a preview of."""

import re
from urllib.parse import urlsplit

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
