"""Goals, and indexes from which reports add up a million deals"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = sa.text("status = 'open' AND removed_at IS NULL")
SUMMED = ["currency", "amount", "owner_id", "stage_key", "removed_at"]


def upgrade() -> None:
    _add_goals()
    for name in ("ix_deals_workspace_id_closed_at", "ix_deals_workspace_id_created_at"):
        op.drop_index(op.f(name), table_name="deals")
    closed = ["workspace_id", "closed_at", "status", *SUMMED, "created_at"]
    op.create_index("ix_deals_closed", "deals", closed)
    op.create_index(
        "ix_deals_made", "deals", ["workspace_id", "created_at", "id", "status", *SUMMED]
    )
    standing = ["stage_key", "probability", "currency", "amount", "owner_id", "closes_on"]
    op.create_index(
        "ix_deals_open_summed",
        "deals",
        ["workspace_id", "status", *standing],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.drop_index(op.f("ix_stage_changes_deal_id_changed_at"), table_name="stage_changes")
    way = ["deal_id", "changed_at", "id", "to_stage", "workspace_id", "removed_at"]
    op.create_index("ix_stage_changes_way", "stage_changes", way)


def _add_goals() -> None:
    op.create_table(
        "goals",
        sa.Column("id", BIG, nullable=False),
        sa.Column("scope", sa.String(length=16), nullable=False),
        sa.Column("person_id", BIG, nullable=True),
        sa.Column("team", sa.String(length=255), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("set_by_id", BIG, nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_goals_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["set_by_id"], ["people.id"], name=op.f("fk_goals_set_by_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_goals_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goals")),
    )
    op.create_index(op.f("ix_goals_workspace_id_period"), "goals", ["workspace_id", "period"])


def downgrade() -> None:
    op.drop_index("ix_stage_changes_way", table_name="stage_changes")
    op.create_index(
        op.f("ix_stage_changes_deal_id_changed_at"), "stage_changes", ["deal_id", "changed_at"]
    )
    op.drop_index("ix_deals_open_summed", table_name="deals")
    op.drop_index("ix_deals_made", table_name="deals")
    op.drop_index("ix_deals_closed", table_name="deals")
    for column in ("created_at", "closed_at"):
        op.create_index(op.f(f"ix_deals_workspace_id_{column}"), "deals", ["workspace_id", column])
    op.drop_table("goals")
