"""One activity in a line, wherever activities of several deals are told."""

from collections.abc import Sequence
from datetime import date

from bot.domain.outcomes import Note
from bot.domain.stages import Stages
from bot.i18n import Day, Mrkdwn, Translator
from bot.views import phrases
from bot.views.blocks import Block, clip, context, section

LONGEST_NOTE = 300
LONGEST_SUBJECT = 150


def told(note: Note, stages: Stages, today: date, t: Translator) -> Mrkdwn:
    """One activity in a line: what, who, on what, when, and its words."""
    activity = note.activity
    author = (
        Mrkdwn(f"<@{activity.author_slack_id}>")
        if activity.author_slack_id
        else activity.author_name
    )
    line = t.md(
        "find-note",
        kind=phrases.kind_name(activity.kind, stages, t),
        author=author,
        subject=clip(note.deal_name or note.account_name or "", LONGEST_SUBJECT),
        when=Day(activity.occurred_at.astimezone(t.zone).date(), today),
        note=clip(activity.note, LONGEST_NOTE),
    )
    said = phrases.said_where(activity, t)
    return line if said is None else Mrkdwn(f"{line}\n{said}")


def story(
    notes: Sequence[Note], more: int, stages: Stages, today: date, t: Translator
) -> list[Block]:
    """Several activities, and how many earlier ones there are."""
    blocks = [section(told(one, stages, today, t)) for one in notes]
    return [*blocks, context(t.md("card-more-activities", count=more))] if more > 0 else blocks
