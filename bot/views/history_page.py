"""What was changed, by whom and when, from what to what, in sentences: a page of it at a time."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
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


def build(past: Past, t: Translator) -> Page:
    said = _title(past, t)
    blocks: list[Block] = [section(said)]
    for act in past.acts:
        way_back = _undo(act, t) if past.subject is None else None
        blocks += [divider(), section(_act(act, past, t), way_back)]
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


def _act(act: Remembered, past: Past, t: Translator) -> Mrkdwn:
    """A heading of what, who and when; below it what it changed."""
    undoing = act.action.startswith("undo.")
    what = t(f"act-{_key(act.action.removeprefix('undo.'))}")
    by = Mrkdwn(f"<@{act.by_slack_id}>") if act.by_slack_id else clip(act.by or "", 80)
    facts = {"what": what, "by": by or t("history-bot"), "when": act.at}
    head = t.md("history-undoing" if undoing else "history-act", **facts)
    lines = [head]
    if past.subject is None and act.about:
        lines.append(t.md("history-about", subject=clip(act.about, phrases.LONGEST_NAME)))
    lines += _changes(act.changes, past, t)
    if act.undone_at is not None:
        lines.append(t.md("history-undone", when=act.undone_at))
    return Mrkdwn("\n".join(lines))


def _changes(changes: Sequence[Change], past: Past, t: Translator) -> list[Mrkdwn]:
    ordered = sorted(_worth_telling(changes), key=_rank)
    told = [line for one in ordered if (line := _change(one, past, t)) is not None]
    if len(told) > MOST_CHANGES:
        left = len(told) - MOST_CHANGES + 1
        return [*told[: MOST_CHANGES - 1], t.md("history-more", count=left)]
    return told


def _worth_telling(changes: Sequence[Change]) -> list[Change]:
    """Without the name and owner of an account that came to be with its deal: the deal's own lines
    say both."""
    with_deal = any(one.subject == "deal" and one.is_new for one in changes)
    return [one for one in changes if not (with_deal and one.subject == "account" and one.is_new)]


def _rank(change: Change) -> int:
    """The place of a field of a deal among its fields; what else was changed keeps its order."""
    order = TOLD["deal"]
    known = change.subject == "deal" and change.field in order
    return order.index(change.field) if known else len(order)


def _change(change: Change, past: Past, t: Translator) -> Mrkdwn | None:
    if change.field == TAKEN_AWAY and change.subject in ("deal", "account", "contact", "activity"):
        key = "history-gone" if change.after else "history-back"
        return t.md(key, what=t(f"history-noun-{change.subject}"))
    if change.subject == "answer":
        return _evidence(change, past, t)
    if change.field not in TOLD.get(change.subject, ()):
        return None
    label = t(f"history-field-{_key(change.field)}")
    after = _value(change, change.after, past, t)
    if change.is_new:
        return t.md("history-set", label=label, after=after) if change.after else None
    before = _value(change, change.before, past, t)
    return t.md("history-changed", label=label, before=before, after=after)


def _evidence(change: Change, past: Past, t: Translator) -> Mrkdwn | None:
    """An answer in its reader's words, behind its question."""
    if change.field != "value" or not change.after:
        return None
    asked = past.stages.criterion(change.asked)
    told = criteria_fields.told(asked, change.after, t) if asked else change.after
    label = criteria_fields.short(asked, t) if asked else t("history-field-evidence")
    return t.md("history-set", label=label, after=escape(clip(told, LONGEST_VALUE)))


def _value(change: Change, told: str | None, past: Past, t: Translator) -> Mrkdwn:
    """A field's value as its reader reads it."""
    if not told:
        return t.md("history-nothing")
    read = _READ.get(change.field)
    words = told if read is None else read(change, told, past, t)
    return escape(clip(" ".join(words.split()), LONGEST_VALUE))


def _money(change: Change, told: str, _past: Past, t: Translator) -> str:
    return t.money(Money(Decimal(told), change.currency or "USD"))


def _day(_change: Change, told: str, _past: Past, t: Translator) -> str:
    return t.day(date.fromisoformat(told))


def _moment(_change: Change, told: str, _past: Past, t: Translator) -> str:
    return t.moment(datetime.fromisoformat(told))


def _person(_change: Change, told: str, past: Past, _t: Translator) -> str:
    return past.names.get(f"person:{told}", "?")


def _account(_change: Change, told: str, past: Past, _t: Translator) -> str:
    return past.names.get(f"account:{told}", "?")


def _contact(_change: Change, told: str, past: Past, _t: Translator) -> str:
    return past.names.get(f"contact:{told}", "?")


def _time(_change: Change, told: str, _past: Past, t: Translator) -> str:
    return t.time_of_day(time.fromisoformat(told))


def _stage(_change: Change, told: str, past: Past, t: Translator) -> str:
    return past.stages.get(told).name(t.language)


def _kind(_change: Change, told: str, past: Past, t: Translator) -> str:
    return phrases.kind_name(told, past.stages, t)


def _reason(_change: Change, told: str, past: Past, t: Translator) -> str:
    return phrases.reason_name(told, past.stages, t)


def _role(change: Change, told: str, _past: Past, t: Translator) -> str:
    return (
        t(f"criterion-role-{_key(told)}") if change.subject == "deal_contact" else t(f"role-{told}")
    )


_READ: dict[str, Callable[[Change, str, Past, Translator], str]] = {
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
