"""What a search found: deals, and notes of everyone; or the nearest names."""

from datetime import date

from bot.domain.outcomes import Finds, Note
from bot.domain.stages import Stages
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import DEAL_SHOW
from bot.views import carry, deal_list, phrases
from bot.views.blocks import Block, Page, button, clip, context, divider, page, section

LONGEST_NOTE = 300
LONGEST_SUBJECT = 150


def build(finds: Finds, t: Translator) -> Page:
    if not finds.lines and not finds.notes:
        said = t.md("find-nothing", words=clip(finds.words, 200))
        hint = (
            t.md("find-nearest", names=list(finds.nearest)) if finds.nearest else t.md("find-hint")
        )
        return page(said, section(said), context(hint))
    said = t.md(
        "find-says",
        words=clip(finds.words, 200),
        deals=len(finds.lines) + finds.more,
        notes=len(finds.notes),
    )
    blocks: list[Block] = [section(said)]
    blocks += [deal_list.line(one, finds.stages, t, finds.today) for one in finds.lines]
    if finds.more:
        blocks.append(context(t.md("find-more", count=finds.more)))
    if finds.notes:
        blocks += [divider(), section(t.md("find-notes"))]
        blocks += [_note(one, finds.stages, finds.today, t) for one in finds.notes]
    return page(said, *blocks)


def _note(note: Note, stages: Stages, today: date, t: Translator) -> Block:
    activity = note.activity
    said = told(note, stages, today, t)
    if activity.deal_id is None:
        return section(said)
    value = carry.pack(deal=activity.deal_id)
    return section(said, button(t("button-open"), f"{DEAL_SHOW}.note.{activity.id}", value))


def told(note: Note, stages: Stages, today: date, t: Translator) -> Mrkdwn:
    """One activity in a line: what, who, on what, when, and its words."""
    activity = note.activity
    author = (
        Mrkdwn(f"<@{activity.author_slack_id}>")
        if activity.author_slack_id
        else activity.author_name
    )
    return t.md(
        "find-note",
        kind=phrases.kind_name(activity.kind, stages, t),
        author=author,
        subject=clip(note.deal_name or note.account_name or "", LONGEST_SUBJECT),
        when=Day(activity.occurred_at.astimezone(t.zone).date(), today),
        note=clip(activity.note, LONGEST_NOTE),
    )
