"""The tables, imported by the store alone."""

from store.schema.base import Base
from store.schema.crm import AccountRow, ActivityRow, ContactRow, DealRow, StageChangeRow, StageRow
from store.schema.history import ActRow, AuditRow
from store.schema.sending import DraftRow, JobRunRow, NudgeItemRow, NudgeRow, OutboxRow
from store.schema.workspace import PersonRow, WorkspaceRow

__all__ = [
    "AccountRow",
    "ActRow",
    "ActivityRow",
    "AuditRow",
    "Base",
    "ContactRow",
    "DealRow",
    "DraftRow",
    "JobRunRow",
    "NudgeItemRow",
    "NudgeRow",
    "OutboxRow",
    "PersonRow",
    "StageChangeRow",
    "StageRow",
    "WorkspaceRow",
]
