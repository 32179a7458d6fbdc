"""What it would mean to have a contact forgotten, and who may be meant."""

from collections.abc import Sequence
from datetime import date

from bot.domain.contact_cards import Forgetting
from bot.domain.contacts import Contact
from bot.i18n import Translator
from bot.views import contact_card, phrases
from bot.views.blocks import Page, actions, clip, context, page, section

MOST_OFFERED = 10


def build(planned: Forgetting, t: Translator) -> Page:
    contact = planned.contact
    said = t.md(
        "forget-means",
        contact=clip(contact.name, phrases.LONGEST_NAME),
        account=clip(contact.account_name or "–", phrases.LONGEST_NAME),
        deals=planned.deals,
        activities=planned.activities,
        texts=planned.texts,
    )
    return page(
        said,
        section(said),
        context(t.md("forgotten-where")),
        actions(contact_card.forget_button(contact, t)),
    )


def whom(found: Sequence[Contact], t: Translator, today: date) -> Page:
    said = t.md("forget-which")
    lines = [contact_card.line(one, t, today) for one in found[:MOST_OFFERED]]
    return page(said, section(said), *lines)
