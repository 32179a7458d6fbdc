"""A time of day for next steps, how long before it to remind, and who was reminded of which"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TIMED = "status = 'open' AND removed_at IS NULL AND next_step_time IS NOT NULL"


def upgrade() -> None:
    op.add_column("deals", sa.Column("next_step_time", sa.Time(), nullable=True))
    op.create_index(
        "ix_deals_timed",
        "deals",
        ["workspace_id", "next_step_due_on"],
        sqlite_where=sa.text(TIMED),
        postgresql_where=sa.text(TIMED),
    )
    op.add_column(
        "people",
        sa.Column("remind_before", sa.Integer(), nullable=False, server_default="30"),
    )
    op.create_table(
        "step_reminders",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_time", sa.Time(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["deal_id"], ["deals.id"], name=op.f("fk_step_reminders_deal_id_deals")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_step_reminders_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_step_reminders_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_reminders")),
        sa.UniqueConstraint(
            "workspace_id",
            "person_id",
            "deal_id",
            "due_at",
            name=op.f("uq_step_reminders_workspace_id_person_id_deal_id_due_at"),
        ),
    )
    op.create_index(op.f("ix_step_reminders_deal_id_id"), "step_reminders", ["deal_id", "id"])


def downgrade() -> None:
    op.drop_table("step_reminders")
    op.drop_column("people", "remind_before")
    op.drop_index("ix_deals_timed", table_name="deals")
    op.drop_column("deals", "next_step_time")
