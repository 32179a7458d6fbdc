"""The addresses that a deal's or an account's notes name, and the messages that were logged."""

from collections.abc import Sequence
from datetime import date

from bot.domain.links import Link, shown
from bot.i18n import Day, Mrkdwn, Translator, escape
from bot.views.blocks import Block, clip, context

LONGEST_SHOWN = 60


def build(links: Sequence[Link], t: Translator, today: date) -> list[Block]:
    """One line, the newest first; none where nothing is named."""
    if not links:
        return []
    return [context(t.md("card-links"), *(_link(one, t, today) for one in links))]


def _link(one: Link, t: Translator, today: date) -> Mrkdwn:
    """Escaped within the link too: nothing but the address itself leads anywhere."""
    if one.is_message:
        when = Day(one.at.astimezone(t.zone).date(), today)
        label = t.md("card-link-message", when=when)
    else:
        label = escape(clip(shown(one.url), LONGEST_SHOWN))
    return Mrkdwn(f"<{escape(one.url)}|{label}>")
