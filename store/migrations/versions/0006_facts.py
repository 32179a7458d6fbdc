"""Raw figures of days and weeks, kept beside the log"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNDONE = sa.text("undone_at IS NOT NULL")
BY_DAY = ("acts", "activities", "created", "moved", "closed", "steps", "edits")
BY_WEEK = (
    "working_days",
    "open_deals",
    "with_next_step",
    "stale",
    "complete",
    "rules",
    "met",
    "asked",
    "answered",
    "acted",
)


def upgrade() -> None:
    op.add_column("workspaces", sa.Column("facts_act", BIG))
    op.add_column("workspaces", sa.Column("facts_tz", sa.String(length=64)))
    op.add_column("people", sa.Column("facts_tz", sa.String(length=64)))
    op.create_index(op.f("ix_acts_workspace_id_at"), "acts", ["workspace_id", "at"])
    op.create_index(
        "ix_acts_undone",
        "acts",
        ["workspace_id", "undone_at"],
        sqlite_where=UNDONE,
        postgresql_where=UNDONE,
    )
    op.create_table(
        "day_facts",
        *_owned("day_facts"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in BY_DAY),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("kinds", "delays", "touched")),
        sa.UniqueConstraint(
            "workspace_id",
            "person_id",
            "day",
            "week",
            name=op.f("uq_day_facts_workspace_id_person_id_day_week"),
        ),
    )
    op.create_index(op.f("ix_day_facts_workspace_id_week"), "day_facts", ["workspace_id", "week"])
    op.create_table(
        "week_facts",
        *_owned("week_facts"),
        sa.Column("week", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in BY_WEEK),
        sa.UniqueConstraint(
            "workspace_id",
            "week",
            "person_id",
            name=op.f("uq_week_facts_workspace_id_week_person_id"),
        ),
    )


def _owned(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f(f"fk_{table}_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f(f"fk_{table}_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    op.drop_table("week_facts")
    op.drop_table("day_facts")
    op.drop_index("ix_acts_undone", "acts")
    op.drop_index(op.f("ix_acts_workspace_id_at"), "acts")
    op.drop_column("people", "facts_tz")
    op.drop_column("workspaces", "facts_tz")
    op.drop_column("workspaces", "facts_act")
