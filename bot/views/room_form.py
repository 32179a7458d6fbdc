"""The form for a deal's new room: its name, who may see it, whom to invite."""

from bot.domain.rooms import LONGEST_CHANNEL, Proposal, Wanted
from bot.i18n import Translator
from bot.ids import ROOM_FORM, VALUE
from bot.views import phrases
from bot.views.blocks import (
    Block,
    Values,
    chosen,
    context,
    field,
    modal,
    option,
    section,
    select,
    text_input,
    typed,
)

PUBLIC, PRIVATE = "public", "private"


def build(proposal: Proposal, t: Translator, carried: str) -> Block:
    name = text_input(VALUE, value=proposal.name) | {"max_length": LONGEST_CHANNEL}
    seen_by = select(
        VALUE,
        [option(t("room-form-public"), PUBLIC), option(t("room-form-private"), PRIVATE)],
        chosen=PUBLIC,
    )
    people: Block = {"type": "multi_users_select", "action_id": VALUE}
    if proposal.invited:
        people["initial_users"] = list(proposal.invited)
    blocks = [
        section(t.md("room-form-says", deal=phrases.name(proposal.deal))),
        field("name", t("room-form-name"), name, hint=t("room-form-name-hint")),
        field("seen_by", t("room-form-seen-by"), seen_by),
        field("people", t("room-form-people"), people, optional=True),
        context(t.md("room-form-or")),
    ]
    return modal(
        t, ROOM_FORM, t("room-form-title"), blocks, submit=t("room-form-submit"), carried=carried
    )


def read(values: Values) -> Wanted:
    state = next(iter(values.get("people", {}).values()), {})
    return Wanted(
        name=typed(values, "name"),
        is_private=chosen(values, "seen_by") == PRIVATE,
        invited=tuple(state.get("selected_users") or ()),
    )
