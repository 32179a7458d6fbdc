"""The form that says how a sheet is to be read: its columns, its stages, its people, its dates."""

from collections.abc import Iterator, Mapping

from bot.domain.imported import Choices, Imported, Look, look_of
from bot.domain.importing import FIELDS
from bot.domain.importing_dates import DateOrder
from bot.domain.stages import Stages
from bot.i18n import Mrkdwn, Translator
from bot.ids import IMPORT_FORM, VALUE
from bot.views.blocks import (
    Block,
    Values,
    chosen,
    clip,
    context,
    divider,
    field,
    modal,
    option,
    section,
    select,
)

NONE = "none"
CURRENCIES = (
    *("AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS"),
    *("INR", "JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "SAR", "SEK", "SGD", "THB"),
    *("TRY", "TWD", "USD", "VND", "ZAR"),
)
"""Those offered; the one that is assumed is among them whichever it is, and a header may name any.
"""

MOST_HEADERS = 50
LONGEST_HEADER = 40
MOST_ASKED = 25
"""Stages and people that one form asks about; the rest are asked about in the next."""

LONGEST_LABEL = 70
MOST_HIDDEN = 8


def build(one: Imported, ours: Stages, carried: str, t: Translator) -> Block:
    """What only a person can answer goes first, so that nobody scrolls for it on a phone."""
    look = look_of(one.found)
    choices = Choices(**one.choices)
    blocks = [*_stages(look, choices, ours, t), *_owners(look, choices, t)]
    if left := _left(look, choices):
        blocks.append(context(t.md("import-form-more", count=left)))
    if blocks:
        blocks.append(divider())
    blocks += [section(t.md("import-form-says")), *_columns(look, t)]
    if hidden := [one for place, one in enumerate(look.headers) if place not in _offered(look)]:
        blocks.append(context(_hidden(hidden, t)))
    if look.has_dates:
        orders = [option(t(f"import-form-{one.value}"), one.value) for one in DateOrder]
        orders.insert(0, option(t("import-form-as-proved"), NONE))
        picked = select(VALUE, orders, chosen=choices.dates or NONE)
        blocks.append(field("dates", t("import-form-dates"), picked))
    if look.currency:
        blocks.append(_currency(look.currency, t))
    return modal(
        t,
        IMPORT_FORM,
        t("import-change-title"),
        blocks,
        submit=t("import-form-submit"),
        carried=carried,
    )


def _currency(assumed: str, t: Translator) -> Block:
    """What amounts count that name no currency themselves."""
    known = sorted({*CURRENCIES, assumed})
    options = [option(t.currency(one), one) for one in known]
    return field("currency", t("import-form-currency"), select(VALUE, options, chosen=assumed))


def _columns(look: Look, t: Translator) -> Iterator[Block]:
    headers = [
        option(clip(look.headers[place], LONGEST_HEADER), str(place)) for place in _offered(look)
    ]
    for name in FIELDS:
        at = _place(look, look.columns.get(name))
        nothing = option(t("import-form-none"), NONE)
        picked = select(VALUE, [nothing, *headers], chosen=NONE if at is None else str(at))
        yield field(f"field-{name}", t(f"import-field-{name.replace('_', '-')}"), picked)


def _stages(look: Look, choices: Choices, ours: Stages, t: Translator) -> Iterator[Block]:
    theirs = [option(stage.name(t.language), stage.key) for stage in ours.all]
    for place, stage in enumerate(asked_stages(look, choices)):
        label = t("import-form-stage", stage=clip(stage, LONGEST_LABEL))
        known = select(VALUE, theirs, chosen=choices.stages.get(stage))
        yield field(f"stage-{place}", label, known, optional=True)


def _owners(look: Look, choices: Choices, t: Translator) -> Iterator[Block]:
    for place, owner in enumerate(asked_owners(look, choices)):
        label = t("import-form-owner", owner=clip(owner, LONGEST_LABEL))
        person: Block = {"type": "users_select", "action_id": VALUE}
        known = choices.owners.get(owner) or look.proposed.get(owner)
        if known:
            person["initial_user"] = known
        guessed = known is not None and owner not in choices.owners
        hint = t("import-form-guessed") if guessed else ""
        yield field(f"owner-{place}", label, person, optional=True, hint=hint)


def _hidden(headers: list[str], t: Translator) -> Mrkdwn:
    """The columns that no list above has room for."""
    shown = [clip(one, LONGEST_HEADER) for one in headers[:MOST_HIDDEN]]
    left = len(headers) - len(shown)
    named = t.listed([*shown, t("import-more", count=left)] if left else shown)
    return t.md("import-form-hidden", count=len(headers), headers=named)


def _left(look: Look, choices: Choices) -> int:
    """How many unknown stages and people the form has no room for."""
    asked = {*asked_stages(look, choices), *asked_owners(look, choices)}
    return len({*look.stages, *look.strangers} - asked)


def asked_stages(look: Look, choices: Choices) -> list[str]:
    """Those that nobody knows, then those that were told already."""
    return list(dict.fromkeys((*look.stages, *choices.stages)))[:MOST_ASKED]


def asked_owners(look: Look, choices: Choices) -> list[str]:
    return list(dict.fromkeys((*look.strangers, *choices.owners)))[:MOST_ASKED]


def read(values: Values, one: Imported) -> Choices:
    look, before = look_of(one.found), Choices(**one.choices)
    columns = {}
    for name in FIELDS:
        at = chosen(values, f"field-{name}")
        columns[name] = look.headers[int(at)] if at.isdecimal() else ""
    order = chosen(values, "dates") if look.has_dates else ""
    return Choices(
        columns=columns,
        stages=_told(values, "stage", asked_stages(look, before), before.stages),
        owners=_told(values, "owner", asked_owners(look, before), before.owners),
        dates=order if order in set(DateOrder) else None,
        currency=(chosen(values, "currency") or None) if look.currency else before.currency,
    )


def _told(values: Values, kind: str, asked: list[str], before: Mapping[str, str]) -> dict[str, str]:
    """What is said now, and what was said before of those for whom the form had no room."""
    told = {name: chosen(values, f"{kind}-{place}") for place, name in enumerate(asked)}
    return {name: meant for name, meant in (dict(before) | told).items() if meant}


def _offered(look: Look) -> list[int]:
    """The places of the headers to choose from: those in use, and as many others as fit."""
    used = set(look.columns.values())
    places = sorted(range(len(look.headers)), key=lambda place: look.headers[place] not in used)
    return sorted(places[:MOST_HEADERS])


def _place(look: Look, header: str | None) -> int | None:
    return look.headers.index(header) if header in look.headers else None
