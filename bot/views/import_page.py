"""A sheet in the bot's conversation: what was found in it, how far it is, what became of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from babel.numbers import is_currency

from bot.domain.deal import Money
from bot.domain.imported import Imported, ImportState, Look, Undoing, look_of
from bot.domain.importing import FIELDS, is_enough
from bot.domain.refusal import Refusal
from bot.i18n import Mrkdwn, Translator, joined
from bot.ids import (
    IMPORT_CHANGE,
    IMPORT_CONFIRM,
    IMPORT_DISCARD,
    IMPORT_SKIPS,
    IMPORT_UNDO,
    IMPORT_UNDO_FORM,
)
from bot.views import carry, sheet_words, sorry
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    context,
    divider,
    modal,
    page,
    section,
)

LONGEST_FILE = 80
LONGEST_NAME = 60
MOST_NAMED = 8
MOST_KEPT = 20
MOST_IN_SECTION = 2_900
"""Slack takes 3,000 characters."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"-?[\d,]*\d(\.\d+)?")
WANTED = ("name", "owner", "stage", "amount", "closes_on")
"""What a deal is poor without: where no column is found for it, that is said."""

STEPS = 10
"""Pieces of the bar that shows how far it is."""


def reading(file: str, t: Translator) -> Page:
    said = t.md("import-reading", file=_file(file))
    return page(said, section(said))


def refused(file: str, reason: str, t: Translator) -> Page:
    """A file that is no sheet, and why."""
    said = t.md("import-refused", file=_file(file), reason=reason)
    return page(said, section(said), context(t.md("import-formats")))


def card(one: Imported, t: Translator) -> Page:
    """An import as it stands."""
    match one.state:
        case ImportState.LOOKED:
            return _looked(one, look_of(one.found), t)
        case ImportState.DONE:
            return _done(one, t)
        case ImportState.FAILED | ImportState.STOPPED:
            said = t.md(f"import-{one.state.value}", file=_file(one.file_name))
            again = button(t("import-again"), IMPORT_CONFIRM, _value(one), style="primary")
            drop = button(t("say-discard"), IMPORT_DISCARD, _value(one))
            return page(said, section(said), actions(again, drop))
        case ImportState.UNDONE:
            said = t.md("import-was-undone", file=_file(one.file_name), kept=len(one.kept))
            return page(said, section(said), *_kept(one.kept, t))
    said = t.md(f"import-{one.state.value}", file=_file(one.file_name))
    return page(said, section(said))


def under_way(file: str, done: int, rows: int, t: Translator) -> Page:
    full = STEPS * done // max(rows, 1)
    bar = "█" * full + "░" * (STEPS - full)
    said = t.md("import-under-way", file=_file(file), done=done, rows=rows, bar=bar)
    return page(said, section(said))


def taking_back(file: str, t: Translator) -> Page:
    said = t.md("import-taking-back", file=_file(file))
    return page(said, section(said))


def listing(imports: Sequence[Imported], t: Translator) -> Page:
    """How a sheet is brought in, and those there were."""
    said = t.md("import-how")
    blocks: list[Block] = [section(said), context(t.md("import-formats"))]
    if imports:
        blocks += [divider(), section(t.md("import-earlier"))]
    for one in imports:
        undo = None
        if one.state is ImportState.DONE:
            undo = button(t("button-undo"), f"{IMPORT_UNDO}.{one.id}", _value(one))
        blocks.append(section(_line(one, t), undo))
    return page(said, *blocks)


def undoing(one: Imported, came_to: Undoing, carried: str, t: Translator) -> Block:
    """What taking it back would mean, before it is done."""
    said = t.md(
        "import-would-undo",
        file=_file(one.file_name),
        removed=came_to.removed,
        restored=came_to.restored,
        accounts=came_to.accounts,
        people=came_to.people,
        kept=len(came_to.kept),
    )
    return modal(
        t,
        IMPORT_UNDO_FORM,
        t("import-undo-title"),
        [section(said), *_kept(came_to.kept, t)],
        submit=t("button-undo"),
        carried=carried,
    )


def _looked(one: Imported, look: Look, t: Translator) -> Page:
    said = t.md("import-looked", file=_file(one.file_name), rows=look.rows)
    blocks: list[Block] = [section(said), context(sheet_line(look, t))]
    if not is_enough(look.columns):
        blocks += [section(t.md("import-no-idea")), _actions(one, t, is_ready=False)]
        return page(said, *blocks)
    blocks += _sections(_mapping(look, t))
    if missing := _missing(look, t):
        blocks.append(section(missing))
    if ignored := [one for one in look.headers if one not in set(look.columns.values())]:
        blocks.append(context(t.md("import-ignored", headers=_named(ignored, t))))
    blocks += [section(_counted(one, t)), *_warnings(look, t), divider()]
    blocks.append(section(t.md("import-sample", count=len(look.sample))))
    blocks += _sections(_sample(look, t))
    blocks.append(_actions(one, t, is_ready=not look.stages))
    return page(said, *blocks)


def sheet_line(look: Look, t: Translator) -> Mrkdwn:
    form = replace(look.form, sheet=clip(look.form.sheet, LONGEST_NAME))
    return t.md("import-form", form=sheet_words.form(form, t))


def _mapping(look: Look, t: Translator) -> list[Mrkdwn]:
    return [
        t.md(
            "import-pair", field=t(f"import-field-{_key(name)}"), header=clip(header, LONGEST_NAME)
        )
        for name in FIELDS
        if (header := look.columns.get(name))
    ]


def _missing(look: Look, t: Translator) -> Mrkdwn | None:
    """What no column was found for, and what comes of it; a product or an id tells deals apart
    that have no name."""
    is_named = not {"name", "product", "external_id"}.isdisjoint(look.columns)
    wanted = WANTED[1:] if is_named else WANTED
    fields = tuple(t(f"import-field-{_key(one)}") for one in wanted if one not in look.columns)
    if not fields:
        return None
    return t.md("import-missing" if is_named else "import-missing-names", fields=fields)


def _counted(one: Imported, t: Translator) -> Mrkdwn:
    counts = one.counts
    return t.md(
        "import-would",
        created=counts.created,
        updated=counts.updated,
        unchanged=counts.unchanged,
        skipped=counts.skipped,
    )


def _warnings(look: Look, t: Translator) -> list[Block]:
    told: list[Mrkdwn] = []
    if look.stages:
        told.append(t.md("import-warn-stages", stages=_named(look.stages, t)))
    if look.strangers:
        told.append(t.md("import-warn-owners", owners=_named(look.strangers, t)))
    if look.proposed:
        told.append(t.md("import-proposed", owners=_named(tuple(look.proposed), t)))
    if look.currency:
        told.append(t.md("import-warn-currency", currency=t.currency(look.currency)))
    if look.assumed:
        told.append(t.md("import-warn-dates", example=look.assumed[0]))
    told += [
        t.md("import-warn-row", row=str(line), reason=sorry.sentence(Refusal(key, **facts), t))
        for line, key, facts in look.problems
    ]
    return [section(one) for one in told]


def _named(names: Sequence[str], t: Translator) -> tuple[str, ...]:
    shown = tuple(clip(one, LONGEST_NAME) for one in names[:MOST_NAMED])
    more = len(names) - len(shown)
    return (*shown, t("import-more", count=more)) if more else shown


def _sample(look: Look, t: Translator) -> list[Mrkdwn]:
    lines = []
    for name, *rest in look.sample:
        account, owner, stage, amount, currency, closes = rest
        facts = [account, stage, _amount(amount, currency, t), owner, _day(closes, t)]
        told = joined([clip(one, LONGEST_NAME) for one in facts if one])
        lines.append(t.md("import-row", name=clip(name, LONGEST_NAME), facts=told))
    return lines


def _day(kept: str, t: Translator) -> str:
    """A day as its reader writes it."""
    return t.day(date.fromisoformat(kept)) if _DAY.fullmatch(kept) else kept


def _amount(kept: str, currency: str, t: Translator) -> str:
    if _NUMBER.fullmatch(kept) and is_currency(currency):
        return t.money(Money(Decimal(kept.replace(",", "")), currency))
    return f"{kept} {currency}".strip()


def _sections(lines: Sequence[Mrkdwn]) -> list[Block]:
    """As few sections as bear these lines."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if sum(map(len, parts[-1])) + len(parts[-1]) + len(line) > MOST_IN_SECTION:
            parts.append([])
        parts[-1].append(line)
    return [section(Mrkdwn("\n".join(part))) for part in parts if part]


def _done(one: Imported, t: Translator) -> Page:
    counts = one.counts
    said = t.md(
        "import-done",
        file=_file(one.file_name),
        created=counts.created,
        updated=counts.updated,
        unchanged=counts.unchanged,
        skipped=counts.skipped,
    )
    buttons = [button(t("button-undo"), f"{IMPORT_UNDO}.{one.id}", _value(one))]
    if counts.skipped:
        buttons.append(button(t("import-skips"), IMPORT_SKIPS, _value(one)))
    return page(said, section(said), context(t.md("import-quiet")), actions(*buttons))


def _line(one: Imported, t: Translator) -> Mrkdwn:
    return t.md(
        "import-line",
        file=_file(one.file_name),
        when=one.created_at,
        by=clip(one.by, LONGEST_NAME) if one.by else t("imports-by-command-line"),
        state=one.state.value,
        created=one.counts.created,
        updated=one.counts.updated,
        skipped=one.counts.skipped,
    )


def _kept(names: Sequence[str], t: Translator) -> list[Block]:
    if not names:
        return []
    shown = tuple(clip(one, LONGEST_NAME) for one in names[:MOST_KEPT])
    return [context(t.md("import-kept", deals=shown, more=max(0, len(names) - MOST_KEPT)))]


def _actions(one: Imported, t: Translator, *, is_ready: bool) -> Block:
    buttons = [
        button(t("import-change"), IMPORT_CHANGE, _value(one)),
        button(t("say-discard"), IMPORT_DISCARD, _value(one)),
    ]
    if is_ready:
        confirm = button(t("import-confirm"), IMPORT_CONFIRM, _value(one), style="primary")
        buttons.insert(0, confirm)
    return actions(*buttons)


def _value(one: Imported) -> str:
    return carry.pack(number=one.id)


def _file(name: str) -> str:
    return clip(name, LONGEST_FILE)


def _key(name: str) -> str:
    return name.replace("_", "-")
