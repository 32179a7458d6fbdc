"""What happened: a deal's history with all kinds of fields, one's own acts, and nothing yet."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.remembered import Change, Past, Remembered, Subject
from bot.i18n import Translator
from bot.views import history_page
from tests.views.cast import DAY, NOW, Scale


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    acts = _acts(scale)
    subject = Subject("deal", 7, scale("Acme pilot"))
    names = {"person:1": scale("Rob Rep"), "person:2": scale("Mona"), "account:3": scale("Acme")}
    told = Past(subject, acts, 9, 30, names, DEFAULT_STAGES)
    yield "history.deal", history_page.build(told, t, DAY)
    yield "history.own", history_page.build(Past(None, acts, 1, 30, names, DEFAULT_STAGES), t, DAY)
    nothing = Past(None, (), 1, 0, {}, DEFAULT_STAGES)
    yield "history.own.none", history_page.build(nothing, t, DAY)
    empty = Past(Subject("contact", 5, scale("Jane Roe")), (), 1, 0, {}, DEFAULT_STAGES)
    yield "history.none", history_page.build(empty, t, DAY)


def _acts(scale: Scale) -> tuple[Remembered, ...]:
    moved = (
        _changed("deal", "stage_key", "qualification", "proposal"),
        Change("stage_change", "override_reason", None, scale("they sign anyway"), is_new=True),
        Change("answer", "value", None, scale("Dana, their CFO"), is_new=True),
    )
    edited = (
        _changed("deal", "amount", "12000", "15000.50"),
        _changed("deal", "closes_on", None, "2026-04-30"),
        _changed("deal", "owner_id", "1", "2"),
        _changed("deal", "account_id", "3", None),
        _changed("deal", "next_step", scale("send quote"), scale("call them")),
        _changed("deal", "next_step_due_on", "2026-03-02", "2026-03-06"),
        _changed("deal", "close_reason", None, "price"),
    )
    logged = (
        Change("activity", "kind", None, "call", is_new=True),
        Change("activity", "note", None, scale("they like it"), is_new=True),
        Change("activity", "occurred_at", None, NOW.isoformat(), is_new=True),
    )
    won = (
        _changed("deal", "stage_key", "proposal", "won"),
        _changed("deal", "close_reason", None, "price"),
        Change("stage_change", "reason", None, "price", is_new=True),
        _changed("deal", "next_step_time", None, "15:00:00"),
    )
    earlier = (
        Change("activity", "kind", None, "call", is_new=True),
        Change("activity", "occurred_at", None, "2025-12-03T09:00:00+00:00", is_new=True),
    )
    role = (Change("deal_contact", "role", None, "decision_maker", is_new=True),)
    gone = (_changed("activity", "removed_at", None, NOW.isoformat()),)
    return (
        Remembered(9, "undo.activity.log", scale("Kim"), None, NOW, None, gone),
        Remembered(8, "deal.move", "Mona", "U2", NOW, None, moved),
        Remembered(7, "deal.edit", "Rob", "U1", NOW, None, edited, "undo-changed-since"),
        Remembered(6, "activity.log", "Rob", "U1", NOW, NOW + timedelta(hours=1), logged),
        Remembered(2, "deal.win", "Rob", "U1", NOW, None, won),
        Remembered(1, "activity.log", "Rob", "U1", NOW, None, earlier),
        Remembered(5, "contact.role", "Rob", "U1", NOW, None, role),
        Remembered(4, "playbook.agree", "Rob", "U1", NOW, None, (), "undo-lasting"),
        Remembered(3, "import", None, None, NOW, None, ()),
    )


def _changed(subject: str, field: str, before: str | None, after: str | None) -> Change:
    return Change(subject, field, before, after, False, "USD")
