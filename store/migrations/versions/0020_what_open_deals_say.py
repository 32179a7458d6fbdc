"""What open deals' signals are told by, and the times of steps, in the indexes that they are
looked up by"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

NAME, BY_OWNER = "ix_deals_open_by_owner", ["workspace_id", "owner_id", "last_touch_at"]
SPEAKING = [
    "status", "stage_key", "stage_entered_at", "next_step_due_on", "held_until", "closes_on",
    "created_at",
]  # fmt: skip
BY_DAY = ["workspace_id", "next_step_due_on"]
OPEN = "status = 'open' AND removed_at IS NULL"
TIMED = f"{OPEN} AND next_step_time IS NOT NULL"


def upgrade() -> None:
    _made_of([*BY_OWNER, *SPEAKING], [*BY_DAY, "next_step_time"])


def downgrade() -> None:
    _made_of(BY_OWNER, BY_DAY)


def _made_of(open_deals: list[str], timed: list[str]) -> None:
    for name, columns, of in ((NAME, open_deals, OPEN), ("ix_deals_timed", timed, TIMED)):
        op.drop_index(name, table_name="deals")
        where = sa.text(of)
        op.create_index(name, "deals", columns, sqlite_where=where, postgresql_where=where)
    engine = op.get_bind().dialect.name
    # With the rows of all indexes counted but those of one, SQLite's planner goes wrong.
    if engine == "postgresql" or sa.inspect(op.get_bind()).has_table("sqlite_stat1"):
        op.execute(sa.text("ANALYZE deals"))
