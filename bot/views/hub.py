"""What opens on `/crm` alone: the things one does most, a tap each."""

from bot.domain.outcomes import Today
from bot.i18n import Mrkdwn, Translator
from bot.views import sheet, today
from bot.views.blocks import Block, header, section


def modal(day: Today, t: Translator) -> Block:
    """A sheet with the day and quick actions; it has nothing to submit."""
    return sheet.build(today.build(day, t), t)


def home(day: Today, t: Translator) -> Block:
    """App Home: the same day, always current when opened."""
    return {
        "type": "home",
        "blocks": [
            header(t("home-title")),
            section(_says(day, t)),
            *today.parts(day, t),
            section(t.md("home-help")),
        ][:90],
    }


def _says(day: Today, t: Translator) -> Mrkdwn:
    return t.md(
        "today-says",
        day=day.today,
        overdue=len(day.overdue),
        due=len(day.due),
        stale=len(day.stale),
    )
