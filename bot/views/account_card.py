"""An account's card: its deals, its people, and what was said with them."""

from datetime import date

from bot.domain.contact_cards import AccountCard
from bot.domain.outcomes import AccountLine
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import ACCOUNT_RENAME, ACCOUNT_SHOW, CONTACT_NEW, LOG_OPEN, MERGE_OPEN
from bot.views import carry, contact_card, deal_list, history_page, link_lines, noted, phrases
from bot.views.blocks import Block, Page, actions, button, clip, context, header, page, section


def build(card: AccountCard, t: Translator) -> Page:
    account = card.account
    blocks: list[Block] = [header(account.name)]
    if card.contacted_at is None:
        blocks.append(context(t.md("account-never")))
    else:
        when = Day(card.contacted_at.astimezone(t.zone).date(), card.today)
        blocks.append(context(t.md("account-last", when=when)))
    blocks += [deal_list.line(one, card.stages, t, card.today) for one in card.deals]
    if not card.deals:
        blocks.append(section(t.md("account-no-deals")))
    if card.more_deals:
        blocks.append(context(t.md("account-more-deals", count=card.more_deals)))
    blocks.append(section(t.md("account-people", count=len(card.contacts) + card.more_contacts)))
    blocks += [contact_card.line(one, t, card.today) for one in card.contacts]
    if card.more_contacts:
        blocks.append(context(t.md("account-more-people", count=card.more_contacts)))
    blocks += link_lines.build(card.links, t, card.today)
    if card.notes:
        blocks.append(section(t.md("notes-title")))
        blocks += noted.story(card.notes, card.more_notes, card.stages, card.today, t)
    for double in card.doubles:
        said = t.md("account-double", account=_short(double.name))
        blocks.append(section(said, contact_card.merge_button("account", account.id, double.id, t)))
    blocks.append(actions(*_buttons(account.id, t)))
    return page(t.md("account-says", account=_short(account.name)), *blocks)


def line(one: AccountLine, t: Translator, today: date) -> Block:
    """An account in a list, with the way to its card."""
    said = t.md(
        "account-line",
        account=_short(one.account.name),
        deals=one.open_deals,
        people=one.contacts,
    )
    spoken = t.md("account-never")
    if one.contacted_at is not None:
        when = Day(one.contacted_at.astimezone(t.zone).date(), today)
        spoken = t.md("account-last", when=when)
    value = carry.pack(account=one.account.id)
    show = button(t("button-open"), f"{ACCOUNT_SHOW}.{one.account.id}", value)
    return section(Mrkdwn(f"{said}\n{spoken}"), show)


def _buttons(account_id: int, t: Translator) -> list[Block]:
    value = carry.pack(account=account_id)
    return [
        button(t("button-log"), f"{LOG_OPEN}.account", value, style="primary"),
        button(t("button-add-person"), CONTACT_NEW, value),
        button(t("button-rename"), ACCOUNT_RENAME, value),
        button(t("button-merge-with"), MERGE_OPEN, carry.pack(subject="account", kept=account_id)),
        history_page.history_button(t, "account", account_id),
    ]


def _short(words: str) -> str:
    return clip(words, phrases.LONGEST_NAME)
