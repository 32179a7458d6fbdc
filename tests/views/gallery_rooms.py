"""The pages about a deal's room and its link: the form, the answers, the news, the pinned card."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.deal import Activity, Deal
from bot.domain.outcomes import Card
from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.rooms import News, Proposal, Room, Standing, Tied
from bot.i18n import Translator, escape
from bot.views import deal_card, link, room_card, room_form, room_news, room_pages
from tests.views.cast import OVERDUE, REP, SILENT, Scale


def pages(
    t: Translator, scale: Scale, deal: Deal, activity: Activity, day: date
) -> Iterator[tuple[str, dict[str, Any]]]:
    room = Room(4, "C7", scale("acme-pilot")[:80], deal.id)
    yield "room.form", room_form.build(Proposal(deal, "acme-pilot", ("U1", "U2")), t, "")
    tied = Tied(9, deal, room)
    yield "room.made", room_pages.made(tied, t)
    yield "room.tied", room_pages.tied(tied, t)
    yield "room.untied", room_pages.untied(tied, t)
    yield "room.is", room_pages.standing(Standing(deal, room, DEFAULT_STAGES, True), t)
    yield "room.is_anothers", room_pages.standing(Standing(deal, room, DEFAULT_STAGES, False), t)
    for why in ("archived", "deleted", "left", "shared"):
        yield f"room.lost_{why}", room_pages.lost(deal, room.name, why, t)
    answer = room_pages.tied(tied, t)
    yield "room.meant", room_pages.meant(answer, t, is_told=False)
    yield "room.meant_told", room_pages.meant(answer, t, is_told=True)
    card = Card(deal, DEFAULT_STAGES, (activity,), 3, (SILENT, OVERDUE), rooms=(room,))
    yield "card.room_and_link", deal_card.build(card, t, day, linked=True)
    yield "room.card", room_card.pinned(card, t, day)
    yield "room.card_over", room_card.over(t)
    yield "link.copy", link.build(deal, "https://deals.example.com/deals/7", t)
    text = escape(deal.name[:100])
    yield "link.preview", {"text": text, "blocks": room_card.preview(card, t, day)}
    by = replace(REP, name=scale("Rob Rep"))
    for name, news in _news(deal, activity, by, day, scale):
        told = room_news.build(news, t)
        assert told is not None
        yield f"room.news_{name}", told


def _news(
    deal: Deal, activity: Activity, by: Any, day: date, scale: Scale
) -> Iterator[tuple[str, News]]:
    base = News(by, "deal.edit", deal, DEFAULT_STAGES, day)
    step = {"next_step": scale("send quote"), "next_step_due_on": "2026-03-06"}
    yield "logged", replace(base, action="activity.log", logged=(activity,), after=step)
    yield "moved", replace(base, before={"stage_key": "discovery"}, after={"stage_key": "proposal"})
    yield (
        "won",
        replace(
            base,
            before={"stage_key": "proposal", "status": "open"},
            after={"stage_key": "won", "status": "won", "amount": "15000", "close_reason": "value"},
        ),
    )
    yield (
        "lost",
        replace(
            base,
            before={"stage_key": "proposal", "status": "open"},
            after={"stage_key": "lost", "status": "lost", "close_reason": scale("pricing")},
        ),
    )
    yield (
        "reopened",
        replace(
            base,
            before={"stage_key": "lost", "status": "lost"},
            after={"stage_key": "proposal", "status": "open"},
        ),
    )
    yield (
        "edited",
        replace(
            base,
            before={"amount": "12000", "closes_on": None, "name": scale("Acme"), "owner_id": 1},
            after={"amount": "15000", "closes_on": "2026-06-30", "name": "x", "owner_id": 2},
            owners={1: scale("Rob Rep"), 2: "Mona"},
        ),
    )
    yield "no_step", replace(base, after={"next_step": None, "next_step_due_on": None})
    yield "undated", replace(base, after={"next_step": scale("call"), "next_step_due_on": None})
    held = replace(base, deal=replace(deal, hold_reason=scale("budget")))
    yield "held", replace(held, after={"held_until": "2026-04-01"})
    yield "hold_ended", replace(base, after={"held_until": None})
    yield (
        "undone",
        replace(
            base,
            action="undo.deal.move",
            before={"stage_key": "proposal"},
            after={"stage_key": "discovery"},
            withdrawn=(activity,),
        ),
    )
