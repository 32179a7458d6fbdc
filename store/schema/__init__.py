"""The tables, imported by the store alone."""

from store.schema.base import Base
from store.schema.champions import ChampionRow
from store.schema.crm import AccountRow, ActivityRow, ContactRow, DealRow, StageChangeRow
from store.schema.facts import DayFactRow, WeekFactRow
from store.schema.goals import GoalRow
from store.schema.history import ActRow, AuditRow
from store.schema.homes import HomeViewRow
from store.schema.imports import ImportPieceRow, ImportRow, ImportSkipRow
from store.schema.playbook import (
    AnswerRow,
    DealContactRow,
    PlaybookDraftRow,
    PlaybookRow,
    RateRow,
    VoiceRow,
)
from store.schema.reviews import ReviewRow, ReviewWordRow
from store.schema.rooms import RoomRow
from store.schema.scorecards import ScorecardLookRow
from store.schema.sending import (
    Acted,
    DraftRow,
    HeldBackRow,
    JobRunRow,
    NudgeItemRow,
    NudgeRow,
    OutboxRow,
    PaceRow,
)
from store.schema.telling import (
    EscalationItemRow,
    EscalationRow,
    FeedbackRow,
    FollowupItemRow,
    FollowupRow,
    StepReminderRow,
)
from store.schema.workspace import PersonRow, WorkspaceRow

__all__ = [
    "AccountRow",
    "ActRow",
    "Acted",
    "ActivityRow",
    "AnswerRow",
    "AuditRow",
    "Base",
    "ChampionRow",
    "ContactRow",
    "DayFactRow",
    "DealContactRow",
    "DealRow",
    "DraftRow",
    "EscalationItemRow",
    "EscalationRow",
    "FeedbackRow",
    "FollowupItemRow",
    "FollowupRow",
    "GoalRow",
    "HeldBackRow",
    "HomeViewRow",
    "ImportPieceRow",
    "ImportRow",
    "ImportSkipRow",
    "JobRunRow",
    "NudgeItemRow",
    "NudgeRow",
    "OutboxRow",
    "PaceRow",
    "PersonRow",
    "PlaybookDraftRow",
    "PlaybookRow",
    "RateRow",
    "ReviewRow",
    "ReviewWordRow",
    "RoomRow",
    "ScorecardLookRow",
    "StageChangeRow",
    "StepReminderRow",
    "VoiceRow",
    "WeekFactRow",
    "WorkspaceRow",
]
