"""A sheet in Slack, from the drop to the undo, in a telling state."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.domain.imported import Choices, Counts, Format, Imported, ImportState, Look, Undoing
from bot.domain.importing import FIELDS
from bot.domain.playbook import DEFAULT_STAGES
from bot.i18n import Translator
from bot.views import import_form, import_page
from tests.views.cast import NOW, Scale


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    headers = tuple(scale(f"Column {place}") for place in range(150))
    row = tuple(scale(one) for one in ("Cranes", "Nordwind", "Jonas", "Won"))
    row += ("1,200.50", "EUR", "2026-05-30")
    look = Look(
        form=Format(encoding="utf-8", delimiter=";"),
        headers=headers,
        columns=dict(zip(FIELDS, headers, strict=False)),
        rows=8_800,
        assumed=("03/04/2026",),
        has_dates=True,
        stages=tuple(scale(f"Stage {place}") for place in range(40)),
        strangers=tuple(scale(f"Agent {place}") for place in range(40)),
        proposed={scale("Agent 0"): "U1"},
        sample=(row,) * 10,
        problems=((7, "import-row-amount", {"text": scale("much")}),) * 3,
    )
    odd = replace(look, columns={"account": headers[0]}, currency="KRW", stages=())
    one = Imported(
        12, scale("Ada"), 4, 9, scale("deals") + ".xlsx", ImportState.LOOKED, look.kept,
        Choices().kept, Counts(10, 2, 3, 1), (), NOW, NOW, None, ("D1", "1.2"),
    )  # fmt: skip
    yield "import.reading", import_page.reading(one.file_name, t)
    yield "import.refused", import_page.refused(one.file_name, t("import-no-sheet"), t)
    yield "import.looked", import_page.card(one, t)
    ready = replace(look, form=Format(sheet=scale("Deals"), sheets=3), stages=())
    yield "import.ready", import_page.card(replace(one, found=ready.kept), t)
    lost = replace(look, columns={})
    yield "import.no_idea", import_page.card(replace(one, found=lost.kept), t)
    yield "import.odd", import_page.card(replace(one, found=odd.kept), t)
    form = replace(one, found=replace(odd, strangers=()).kept)
    yield "import.form.currency", import_form.build(form, DEFAULT_STAGES, "number=12", t)
    yield "import.under_way", import_page.under_way(one.file_name, 4_000, 8_800, t)
    kept = tuple(scale(f"Deal {place}") for place in range(30))
    ends = [replace(one, state=state, kept=kept) for state in ImportState if state != one.state]
    for ended in ends:
        yield f"import.{ended.state.value}", import_page.card(ended, t)
    yield "import.taking_back", import_page.taking_back(one.file_name, t)
    yield "import.listing", import_page.listing(ends, t)
    yield "import.listing.none", import_page.listing([], t)
    yield "import.undo", import_page.undoing(ends[0], Undoing(10, 2, kept, 3, 1), "number=12", t)
    yield "import.form", import_form.build(one, DEFAULT_STAGES, "number=12", t)
