"""Words about a person's week, beside those about a deal; which messages were seen"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("seen_at", sa.DateTime(timezone=True)))
    with op.batch_alter_table("feedback") as feedback:
        feedback.alter_column("deal_id", existing_type=sa.BigInteger(), nullable=True)
        feedback.add_column(sa.Column("week", sa.Date(), nullable=True))
    with op.batch_alter_table("day_facts") as facts:
        facts.alter_column("closed", new_column_name="won", existing_type=sa.Integer())
        facts.add_column(sa.Column("lost", sa.Integer(), server_default="0", nullable=False))
    with op.batch_alter_table("day_facts") as facts:
        facts.alter_column("lost", existing_type=sa.Integer(), server_default=None)
    op.execute("UPDATE workspaces SET facts_act = NULL")  # wins and losses are counted apart anew


def downgrade() -> None:
    with op.batch_alter_table("day_facts") as facts:
        facts.drop_column("lost")
        facts.alter_column("won", new_column_name="closed", existing_type=sa.Integer())
    op.execute("DELETE FROM feedback WHERE deal_id IS NULL")
    with op.batch_alter_table("feedback") as feedback:
        feedback.drop_column("week")
        feedback.alter_column("deal_id", existing_type=sa.BigInteger(), nullable=False)
    op.drop_column("outbox", "seen_at")
