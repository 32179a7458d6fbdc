"""What is answered about a deal's room, and what is told when it is lost."""

from bot.domain.deal import Deal
from bot.domain.rooms import Room, Standing, Tied
from bot.i18n import Mrkdwn, Translator
from bot.ids import DEAL_SHOW, ROOM_OPEN, ROOM_UNTIE
from bot.views import carry, phrases
from bot.views.blocks import Block, Page, actions, button, clip, confirm, context, page, section


def mention(channel_id: str) -> Mrkdwn:
    """A channel as Slack shows it to those who may see it."""
    return Mrkdwn(f"<#{channel_id}>")


def made(tied: Tied, t: Translator) -> Page:
    return _tied(tied, "room-made", t)


def tied(done: Tied, t: Translator) -> Page:
    return _tied(done, "room-tied", t)


def _tied(done: Tied, key: str, t: Translator) -> Page:
    said = t.md(key, deal=phrases.name(done.deal), room=mention(done.room.channel_id))
    show = button(t("button-open"), DEAL_SHOW, carry.pack(deal=done.deal.id))
    undo = phrases.undo_button(done.act_id, t)
    hint = context(t.md("room-hint"))
    return page(said, section(said), hint, actions(undo, show))


def untied(done: Tied, t: Translator) -> Page:
    said = t.md("room-untied", deal=phrases.name(done.deal), room=mention(done.room.channel_id))
    show = button(t("button-open"), DEAL_SHOW, carry.pack(deal=done.deal.id))
    return page(said, section(said), actions(phrases.undo_button(done.act_id, t), show))


def standing(one: Standing, t: Translator) -> Page:
    """Which deal a channel is about, and the way out."""
    deal, room = one.deal, one.room
    said = t.md("room-is", room=mention(room.channel_id), deal=phrases.name(deal))
    below = context(
        t.md(
            "assigned-deal",
            account=phrases.account(deal),
            stage=phrases.stage_name(deal, one.stages, t),
            amount=phrases.amount(deal, t),
        )
    )
    buttons: list[Block] = [button(t("button-open"), DEAL_SHOW, carry.pack(deal=deal.id))]
    if one.may_untie:
        sure = confirm(
            t("room-untie-title"),
            t("room-untie-says", deal=clip(deal.name, 100)),
            t("room-untie-yes"),
            t("form-cancel"),
        )
        buttons.append(button(t("room-untie"), ROOM_UNTIE, carry.pack(room=room.id), confirm=sure))
    return page(said, section(said), below, context(t.md("room-hint")), actions(*buttons))


def meant(told: Page, t: Translator, *, is_told: bool) -> Page:
    """An answer to a line typed in a room, which says that the room's deal was meant. Where the
    room is told of it, people's own words are left out: they stand right below."""
    if not is_told:
        return told | {"blocks": [*told["blocks"], context(t.md("room-meant"))]}
    kept = [block for block in told["blocks"] if block["type"] != "rich_text"]
    return told | {"blocks": [*kept, context(t.md("room-meant-told"))]}


def lost(deal: Deal, channel_name: str, why: str, t: Translator) -> Page:
    """For the owner: the deal has no room any more, and why."""
    said = t.md(
        "room-lost",
        deal=phrases.name(deal),
        channel=f"#{clip(channel_name, phrases.LONGEST_NAME)}",
        why=why,
    )
    value = carry.pack(deal=deal.id)
    return page(
        said,
        section(said),
        actions(
            button(t("room-button"), ROOM_OPEN, value), button(t("button-open"), DEAL_SHOW, value)
        ),
    )


def rooms_line(rooms: tuple[Room, ...], t: Translator) -> Mrkdwn:
    """The rooms of a deal, on its card."""
    return t.md("card-room", room=Mrkdwn(" ".join(mention(one.channel_id) for one in rooms)))
