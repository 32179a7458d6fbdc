"""A first look at a whole sheet: what it is, how it would be read, what would become of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.orm import Session

from bot.domain import importing
from bot.domain.imported import Choices, Format, Look
from bot.domain.importing import SheetDeal
from bot.domain.importing_dates import DateOrder
from bot.usecases import imports, sheet_owners, sheet_survey, sheets
from bot.usecases.imports import Importer, Options
from bot.usecases.sheet_survey import Survey
from bot.usecases.sheets import Row
from store import stages, workspaces

SHOWN = 10
"""First rows that are shown as they would be read."""

MOST_PROBLEMS = 5


@dataclass(slots=True)
class Reading:
    """A sheet as it is to be read."""

    form: Format
    headers: list[str]
    columns: dict[str, str]
    survey: Survey
    choices: Choices
    sample: list[SheetDeal] = field(default_factory=list)
    names_no_currency: bool = False

    @property
    def options(self) -> Options:
        return Options(
            columns=self.columns,
            stages=self.choices.stages,
            owners=self.choices.owners,
            orders=self.survey.orders,
            currency=self.choices.currency,
        )


def read(path: Path, choices: Choices) -> Reading:
    """Reads it through once. Raises Refusal for what is no sheet, or too long a one."""
    order = DateOrder(choices.dates) if choices.dates else None
    with sheets.opened(path) as sheet:
        given = {
            header: name
            for name, header in choices.columns.items()
            if header and header in sheet.headers
        }
        guessed = importing.guessed(sheet.headers, given)
        left_out = {name for name, header in choices.columns.items() if not header}
        columns = {name: header for name, header in guessed.items() if name not in left_out}
        # A column may fill two fields, such as a deal's name and its account's.
        columns |= {
            name: header
            for name, header in choices.columns.items()
            if header in given and name != "status"
        }
        survey = sheet_survey.survey(sheet.rows, columns, order)
        return Reading(sheet.form, sheet.headers, columns, survey, choices)


def batches(path: Path) -> Iterator[list[Row]]:
    with sheets.opened(path) as sheet:
        yield from imports.batches(sheet.rows)


def count(session: Session, importer: Importer, rows: list[Row], reading: Reading) -> None:
    """Counts what a batch would do, and keeps the first rows to be shown."""
    deals = importer.look(session, rows)
    reading.names_no_currency |= any(
        deal.amount is not None and deal.currency is None for deal in deals
    )
    reading.sample += deals[: max(0, SHOWN - len(reading.sample))]


def told(session: Session, reading: Reading, importer: Importer) -> Look:
    """What its reader is shown of it."""
    ours, survey = stages.in_force(session), reading.survey
    choices = reading.choices
    currency = choices.currency or workspaces.bound(session).currency
    unknown = sheet_survey.unknown_stages(ours, survey.stages, choices.stages)
    strangers = tuple(sheet_owners.strangers(session, survey.owners, choices.owners))
    return Look(
        form=reading.form,
        headers=tuple(one for one in reading.headers if one),
        columns=reading.columns,
        rows=survey.rows,
        assumed=tuple(one.example for one in survey.orders.values() if not one.is_sure),
        has_dates=bool(survey.orders),
        stages=unknown,
        strangers=strangers,
        proposed=sheet_owners.proposals(session, strangers),
        sample=tuple(_shown(one, currency) for one in reading.sample),
        currency=currency if reading.names_no_currency else "",
        problems=tuple(
            (line, problem.key, {name: str(fact) for name, fact in problem.facts.items()})
            for line, problem in importer.report.skipped[:MOST_PROBLEMS]
        ),
    )


def _shown(deal: SheetDeal, currency: str) -> tuple[str, ...]:
    ended = deal.ended_on
    return (
        deal.name,
        deal.account,
        deal.owner,
        deal.stage,
        "" if deal.amount is None else f"{deal.amount:,f}",
        "" if deal.amount is None else deal.currency or currency,
        ended.isoformat() if ended else "",
    )
