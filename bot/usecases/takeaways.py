"""Which tables can be taken out, wherever they are asked for: kept ones, scorecards, reviews."""

from datetime import datetime
from typing import BinaryIO

from sqlalchemy.orm import Session

from bot.usecases import exports, review_files, scorecards
from store import exports as tables

SCORECARDS = "scorecards"
TABLES = (*tables.VIEWS, SCORECARDS)


def write(session: Session, table: str, form: str, out: BinaryIO, now: datetime) -> None:
    """Writes a whole table; scorecards are counted as of now."""
    if table == SCORECARDS:
        columns = (*scorecards.COLUMNS, *review_files.MORE)
        exports.write(columns, review_files.every_row(session, now), form, out)
        return
    view = tables.VIEWS[table]
    exports.write(view.columns, tables.rows(session, view), form, out)
