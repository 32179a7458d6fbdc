"""A deal's card where many read it, pinned in its room or below a link: it pings nobody and tells
no one what to feel about the deal."""

from dataclasses import replace
from datetime import date

from bot.domain.outcomes import Card
from bot.i18n import Translator
from bot.views import deal_card, phrases
from bot.views.blocks import Block, Page, context, header, page


def pinned(card: Card, t: Translator, today: date) -> Page:
    """How the deal stands and what one can do, without its story: that is the room's own."""
    quiet = _quiet(card)
    deal = quiet.deal
    said = t.md("card-says", deal=phrases.name(deal), amount=phrases.amount(deal, t))
    blocks = [*deal_card.stands(quiet, t, today), deal_card.buttons(quiet, t)]
    blocks.append(context(t.md("room-card-note")))
    return page(said, *blocks)


def over(t: Translator) -> Page:
    """What stands in the place of the card once the channel is no room any more."""
    return page(t.md("room-card-over"))


def preview(card: Card, t: Translator, today: date) -> list[Block]:
    """The blocks below a link to the deal."""
    quiet = _quiet(card)
    return [
        header(quiet.deal.name),
        *deal_card.facts_and_step(quiet, t, today),
        deal_card.open_button(quiet, t),
    ]


def _quiet(card: Card) -> Card:
    """The card with names where mentions would be."""
    return replace(
        card,
        deal=replace(card.deal, owner_slack_id=None),
        findings=(),
        activities=(),
        exit=tuple(
            replace(
                one,
                answer=one.answer and replace(one.answer, given_by_slack_id=None),
                contact=one.contact and replace(one.contact, added_by_slack_id=None),
            )
            for one in card.exit
        ),
    )
