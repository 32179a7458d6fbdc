"""Whose App Home was opened lately, and what it shows"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "home_views",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("act_id", BIG, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("slack_hash", sa.String(length=64), nullable=False),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_home_views_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_home_views_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_views")),
        sa.UniqueConstraint(
            "workspace_id", "person_id", name=op.f("uq_home_views_workspace_id_person_id")
        ),
    )
    op.create_index(
        op.f("ix_home_views_workspace_id_opened_at"), "home_views", ["workspace_id", "opened_at"]
    )


def downgrade() -> None:
    op.drop_table("home_views")
