"""Claims, doubts and paces of the outbox; what a run of a job skipped"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("claimed_by", sa.String(length=32), nullable=True))
        outbox.add_column(
            sa.Column("in_doubt", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        outbox.add_column(sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True))
        outbox.add_column(sa.Column("run_id", BIG, nullable=True))
        outbox.create_foreign_key(op.f("fk_outbox_run_id_job_runs"), "job_runs", ["run_id"], ["id"])
        outbox.create_index(op.f("ix_outbox_run_id"), ["run_id"])
    op.add_column("job_runs", sa.Column("skipped", sa.JSON(), server_default="{}", nullable=False))
    op.create_table(
        "paces",
        sa.Column("id", BIG, nullable=False),
        sa.Column("key", sa.String(length=96), nullable=False),
        sa.Column("spent", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_paces_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paces")),
        sa.UniqueConstraint("workspace_id", "key", name=op.f("uq_paces_workspace_id_key")),
    )


def downgrade() -> None:
    op.drop_table("paces")
    op.drop_column("job_runs", "skipped")
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_index(op.f("ix_outbox_run_id"))
        outbox.drop_constraint(op.f("fk_outbox_run_id_job_runs"), type_="foreignkey")
        outbox.drop_column("run_id")
        outbox.drop_column("tried_at")
        outbox.drop_column("in_doubt")
        outbox.drop_column("claimed_by")
