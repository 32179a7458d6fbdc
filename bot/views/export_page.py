"""What can be taken out as a file: a button for each table and form."""

from bot.domain.parsing_export import TABLES
from bot.i18n import Translator
from bot.ids import EXPORT_SEND
from bot.views import carry
from bot.views.blocks import Page, actions, button, context, page, section

FORMS = ("csv", "xlsx")


def build(t: Translator) -> Page:
    said = t.md("export-says")
    rows = []
    for table in TABLES:
        rows += [
            section(t.md("export-table", table=t(f"export-{table.replace('_', '-')}"))),
            actions(
                *(
                    button(
                        t(f"report-as-{form}"),
                        f"{EXPORT_SEND}.{table}.{form}",
                        carry.pack(table=table, form=form),
                    )
                    for form in FORMS
                )
            ),
        ]
    return page(said, section(said), *rows, context(t.md("export-note")))
