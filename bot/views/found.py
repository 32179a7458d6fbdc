"""What a search found: accounts, people, deals and everyone's notes; or the nearest names."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.excerpts import excerpt
from bot.domain.outcomes import Finds, Note, Suggestion
from bot.i18n import Translator
from bot.ids import ACCOUNT_SHOW, DEAL_SHOW
from bot.views import account_card, carry, contact_card, deal_list, noted
from bot.views.blocks import Block, Page, actions, button, clip, context, divider, page, section
from bot.views.noted import LONGEST_NOTE


def build(finds: Finds, t: Translator) -> Page:
    if not (finds.accounts or finds.contacts or finds.lines or finds.notes):
        said = t.md("find-nothing", words=clip(finds.words, 200))
        if not finds.nearest:
            return page(said, section(said), context(t.md("find-hint")))
        return page(said, section(said), context(t.md("find-nearest")), _nearest(finds.nearest))
    counted = {
        "accounts": len(finds.accounts) + finds.beyond_accounts,
        "people": len(finds.contacts) + finds.beyond_contacts,
        "deals": len(finds.lines) + finds.more,
        "notes": len(finds.notes) + finds.beyond_notes,
    }
    told = tuple(t(f"find-{kind}", count=count) for kind, count in counted.items() if count)
    said = t.md("find-says", words=clip(finds.words, 200), found=told)
    blocks: list[Block] = [section(said)]
    blocks += [account_card.line(one, t, finds.today) for one in finds.accounts]
    blocks += [contact_card.line(one, t, finds.today) for one in finds.contacts]
    if finds.lines and (finds.accounts or finds.contacts):
        blocks.append(divider())
    blocks += [deal_list.line(one, finds.stages, t, finds.today) for one in finds.lines]
    if finds.more:
        blocks.append(context(t.md("find-more", count=finds.more)))
    if finds.notes:
        blocks += [divider(), section(t.md("notes-title"))]
        blocks += [_note(one, finds, t) for one in finds.notes]
    beyond = {
        "accounts": finds.beyond_accounts,
        "people": finds.beyond_contacts,
        "notes": finds.beyond_notes,
    }
    left = tuple(t(f"find-{kind}", count=count) for kind, count in beyond.items() if count)
    if left:
        blocks.append(context(t.md("find-beyond", left=left)))
    return page(said, *blocks)


def _nearest(names: Sequence[Suggestion]) -> Block:
    """A button for each, to its card."""
    return actions(*(_to_card(nth, one) for nth, one in enumerate(names)))


def _to_card(nth: int, one: Suggestion) -> Block:
    if one.target.account_id is not None:
        return button(one.name, f"{ACCOUNT_SHOW}.{nth}", carry.pack(account=one.target.account_id))
    return button(one.name, f"{DEAL_SHOW}.{nth}", carry.pack(deal=one.target.deal_id))


def _note(note: Note, finds: Finds, t: Translator) -> Block:
    activity = note.activity
    around = replace(activity, note=excerpt(activity.note, finds.words.split(), LONGEST_NOTE))
    said = noted.told(replace(note, activity=around), finds.stages, finds.today, t)
    if activity.deal_id is None:
        return section(said)
    value = carry.pack(deal=activity.deal_id)
    return section(said, button(t("button-open"), f"{DEAL_SHOW}.note.{activity.id}", value))
