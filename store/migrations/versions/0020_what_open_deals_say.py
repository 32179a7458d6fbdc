"""What an open deal's signals are told by, in the index of open deals by their owners"""

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
OPEN = sa.text("status = 'open' AND removed_at IS NULL")


def upgrade() -> None:
    _made_of([*BY_OWNER, *SPEAKING])


def downgrade() -> None:
    _made_of(BY_OWNER)


def _made_of(columns: list[str]) -> None:
    op.drop_index(NAME, table_name="deals")
    op.create_index(NAME, "deals", columns, sqlite_where=OPEN, postgresql_where=OPEN)
    engine = op.get_bind().dialect.name
    # With the rows of all indexes counted but those of one, SQLite's planner goes wrong.
    if engine == "postgresql" or sa.inspect(op.get_bind()).has_table("sqlite_stat1"):
        op.execute(sa.text("ANALYZE deals"))
