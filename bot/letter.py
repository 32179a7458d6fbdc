"""A message as it is to be sent, written at that moment; or the reason why there is none."""

from dataclasses import dataclass

from bot.domain.people import Person
from bot.views.blocks import Page
from bot.views.chart import Chart


@dataclass(frozen=True, slots=True)
class Letter:
    """A page for one person: a new message, or (`place`: channel and ts) an old one redrawn.

    `plain_page` and `chart` are for a workspace that refuses Slack's newest blocks. A letter with
    a `channel` goes there, and not to the recipient. One that `is_kept` is drawn again whenever it
    would say something else.
    """

    recipient: Person
    page: Page
    place: tuple[str, str] | None = None
    plain_page: Page | None = None
    chart: Chart | None = None
    channel: str | None = None
    is_kept: bool = False


class NothingToSay(Exception):
    """What was promised has lost its point; the reason is kept with the row."""
