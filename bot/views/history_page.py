"""What was changed, by whom and when, from what to what, in sentences: a page of it at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from bot.domain.deal import Money
from bot.domain.remembered import ACTS_A_PAGE, Change, Past, Remembered
from bot.i18n import Mrkdwn, Translator, escape
from bot.ids import HISTORY_OWN, HISTORY_SHOW
from bot.views import carry, criteria_fields, phrases
from bot.views.blocks import Block, Page, actions, button, clip, context, divider, page, section

LONGEST_VALUE = 160
MOST_CHANGES = 6

TOLD = {
    "deal": (
        *("stage_key", "amount", "closes_on", "next_step", "next_step_due_on", "next_step_time"),
        *("held_until", "hold_reason", "close_reason", "account_id", "name", "owner_id"),
    ),
    "account": ("name", "owner_id"),
    "contact": ("name", "title", "email", "phone", "account_id"),
    "activity": ("kind", "note", "occurred_at"),
    "stage_change": ("override_reason", "reason"),
    "deal_contact": ("role", "contact_id"),
    "person": ("name", "role", "team", "manager_id"),
    "feedback": ("words",),
}
"""Which fields of a row its history tells, what people look for first; the rest follows from these
or says nothing."""

TAKEN_AWAY = "removed_at"
AT_ONCE = timedelta(minutes=2)
"""What was logged so soon after it happened needs no moment of its own."""


def build(past: Past, t: Translator, today: date) -> Page:
    said = _title(past, t)
    blocks: list[Block] = [section(said)]
    for act in past.acts:
        way_back = _undo(act, t) if past.subject is None else None
        blocks += [divider(), section(_act(act, Told(past, t, today)), way_back)]
        if past.subject is None and act.undone_at is None and act.hindrance is not None:
            blocks.append(context(t.md(f"refusal-{act.hindrance}")))
    return page(said, *blocks, *_pager(past, t))


def history_button(t: Translator, kind: str, subject_id: int) -> Block:
    """The way to a card's history."""
    return button(t("button-history"), HISTORY_SHOW, carry.pack(of=kind, id=subject_id))


def own_button(t: Translator) -> Block:
    return button(t("button-own-acts"), HISTORY_OWN)


def _title(past: Past, t: Translator) -> Mrkdwn:
    if past.subject is None:
        return t.md("history-own" if past.total else "history-own-none")
    name = clip(past.subject.name, phrases.LONGEST_NAME)
    return t.md("history-says" if past.total else "history-none", subject=name)


@dataclass(frozen=True, slots=True)
class Told:
    """A page of the past, to whom it is told, and on which day."""

    past: Past
    t: Translator
    today: date

    def moment(self, at: datetime) -> str:
        return self.t.moment(at, self.today)


def _act(act: Remembered, told: Told) -> Mrkdwn:
    """A heading of what, who and when; below it what it changed."""
    past, t = told.past, told.t
    undoing = act.action.startswith("undo.")
    what = t(f"act-{_key(act.action.removeprefix('undo.'))}")
    by = Mrkdwn(f"<@{act.by_slack_id}>") if act.by_slack_id else clip(act.by or "", 80)
    facts = {"what": what, "by": by or t("history-bot"), "when": told.moment(act.at)}
    head = t.md("history-undoing" if undoing else "history-act", **facts)
    lines = [head]
    if past.subject is None and act.about:
        lines.append(t.md("history-about", subject=clip(act.about, phrases.LONGEST_NAME)))
    lines += _changes(act, told)
    if act.undone_at is not None:
        lines.append(t.md("history-undone", when=told.moment(act.undone_at)))
    return Mrkdwn("\n".join(lines))


def _changes(act: Remembered, told: Told) -> list[Mrkdwn]:
    ordered = sorted(_worth_telling(act), key=_rank)
    lines = [line for one in ordered if (line := _change(one, told)) is not None]
    if len(lines) > MOST_CHANGES:
        left = len(lines) - MOST_CHANGES + 1
        return [*lines[: MOST_CHANGES - 1], told.t.md("history-more", count=left)]
    return lines


def _worth_telling(act: Remembered) -> list[Change]:
    """Without what another line says: the name and owner of an account that came to be with its
    deal, the reason of a move that closed it, and when an activity was that was logged at once."""
    with_deal = any(one.subject == "deal" and one.is_new for one in act.changes)
    closes = any(one.field == "close_reason" and one.after for one in act.changes)

    def is_said(one: Change) -> bool:
        if one.subject == "account" and one.is_new:
            return with_deal
        if (one.subject, one.field) == ("stage_change", "reason"):
            return closes
        if one.field == "occurred_at" and one.is_new and one.after:
            return abs(datetime.fromisoformat(one.after) - act.at) < AT_ONCE
        return False

    return [one for one in act.changes if not is_said(one)]


def _rank(change: Change) -> int:
    """The place of a field of a deal among its fields; what else was changed keeps its order."""
    order = TOLD["deal"]
    known = change.subject == "deal" and change.field in order
    return order.index(change.field) if known else len(order)


def _change(change: Change, told: Told) -> Mrkdwn | None:
    t = told.t
    if change.field == TAKEN_AWAY and change.subject in ("deal", "account", "contact", "activity"):
        key = "history-gone" if change.after else "history-back"
        return t.md(key, what=t(f"history-noun-{change.subject}"))
    if change.subject == "answer":
        return _evidence(change, told)
    if change.field not in TOLD.get(change.subject, ()):
        return None
    label = t(f"history-field-{_key(change.field)}")
    after = _value(change, change.after, told)
    if change.is_new:
        return t.md("history-set", label=label, after=after) if change.after else None
    before = _value(change, change.before, told)
    return t.md("history-changed", label=label, before=before, after=after)


def _evidence(change: Change, told: Told) -> Mrkdwn | None:
    """An answer in its reader's words, behind its question."""
    past, t = told.past, told.t
    if change.field != "value" or not change.after:
        return None
    asked = past.stages.criterion(change.asked)
    answer = criteria_fields.told(asked, change.after, t) if asked else change.after
    label = criteria_fields.short(asked, t) if asked else t("history-field-evidence")
    return t.md("history-set", label=label, after=escape(clip(answer, LONGEST_VALUE)))


def _value(change: Change, held: str | None, told: Told) -> Mrkdwn:
    """A field's value as its reader reads it."""
    if not held:
        return told.t.md("history-nothing")
    read = _READ.get(change.field)
    words = held if read is None else read(change, held, told)
    return escape(clip(" ".join(words.split()), LONGEST_VALUE))


def _money(change: Change, held: str, told: Told) -> str:
    return told.t.money(Money(Decimal(held), change.currency or "USD"))


def _day(_change: Change, held: str, told: Told) -> str:
    return told.t.day(date.fromisoformat(held), told.today)


def _moment(_change: Change, held: str, told: Told) -> str:
    return told.moment(datetime.fromisoformat(held))


def _person(_change: Change, held: str, told: Told) -> str:
    return told.past.names.get(f"person:{held}", "?")


def _account(_change: Change, held: str, told: Told) -> str:
    return told.past.names.get(f"account:{held}", "?")


def _contact(_change: Change, held: str, told: Told) -> str:
    return told.past.names.get(f"contact:{held}", "?")


def _time(_change: Change, held: str, told: Told) -> str:
    return told.t.time_of_day(time.fromisoformat(held))


def _stage(_change: Change, held: str, told: Told) -> str:
    return told.past.stages.get(held).name(told.t.language)


def _kind(_change: Change, held: str, told: Told) -> str:
    return phrases.kind_name(held, told.past.stages, told.t)


def _reason(_change: Change, held: str, told: Told) -> str:
    return phrases.reason_name(held, told.past.stages, told.t)


def _role(change: Change, held: str, told: Told) -> str:
    if change.subject == "deal_contact":
        return told.t(f"criterion-role-{_key(held)}")
    return told.t(f"role-{held}")


_READ: dict[str, Callable[[Change, str, Told], str]] = {
    "amount": _money,
    "closes_on": _day,
    "next_step_due_on": _day,
    "next_step_time": _time,
    "held_until": _day,
    "occurred_at": _moment,
    "owner_id": _person,
    "manager_id": _person,
    "account_id": _account,
    "contact_id": _contact,
    "stage_key": _stage,
    "kind": _kind,
    "close_reason": _reason,
    "role": _role,
}


def _undo(act: Remembered, t: Translator) -> Block | None:
    if act.undone_at is not None or act.hindrance is not None:
        return None
    undo = phrases.undo_button(act.id, t)
    return undo | {"action_id": f"{undo['action_id']}.{act.id}"}


def _pager(past: Past, t: Translator) -> list[Block]:
    """Where one stands in it, and the ways on."""
    if past.total <= ACTS_A_PAGE:
        return []
    last = past.first + len(past.acts) - 1
    place = t.md("list-place", first=past.first, last=last, total=past.total)
    buttons = []
    if past.first > 1:
        newer = max(past.first - 1 - ACTS_A_PAGE, 0)
        buttons.append(_turn("history-newer", "newer", newer, past, t))
    if last < past.total:
        buttons.append(_turn("history-older", "older", last, past, t))
    return [context(place), actions(*buttons)]


def _turn(key: str, way: str, skipped: int, past: Past, t: Translator) -> Block:
    if past.subject is None:
        return button(t(key), f"{HISTORY_OWN}.{way}", carry.pack(skip=skipped))
    value = carry.pack(of=past.subject.kind, id=past.subject.id, skip=skipped)
    return button(t(key), f"{HISTORY_SHOW}.{way}", value)


def _key(name: str) -> str:
    return name.replace(".", "-").replace("_", "-")
