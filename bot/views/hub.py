"""What opens on `/crm` alone: the things one does most, a tap each."""

from bot.domain.outcomes import Today
from bot.i18n import Mrkdwn, Translator
from bot.views import today
from bot.views.blocks import Block, header, plain, section


def modal(day: Today, t: Translator) -> Block:
    """A sheet with the day and quick actions; it has nothing to submit."""
    return {
        "type": "modal",
        "title": plain("Pipekeeper"),
        "close": plain(t("form-close")),
        "blocks": [section(_says(day, t)), *today.parts(day, t)][:90],
    }


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
