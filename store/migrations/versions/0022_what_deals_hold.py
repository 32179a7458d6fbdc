"""Answers to be read from an index alone, where the engine takes long text into one"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        columns = ["workspace_id", "key", "deal_id", "value"]
        live = sa.text("removed_at IS NULL")
        op.create_index("ix_answers_told", "answers", columns, sqlite_where=live)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.drop_index("ix_answers_told", table_name="answers")
