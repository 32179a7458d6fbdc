"""What opens on `/crm` alone: the things one does most, a tap each."""

from bot.domain.outcomes import Today
from bot.i18n import Translator
from bot.views import sheet, today
from bot.views.blocks import Block


def modal(day: Today, t: Translator) -> Block:
    """A sheet with the day and quick actions; it has nothing to submit."""
    return sheet.build(today.build(day, t), t, "today")
