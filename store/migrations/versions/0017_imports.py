"""Sheets that were brought in, and the bytes of those that came by Slack"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("id", BIG, nullable=False),
        sa.Column("by_id", BIG, nullable=True),
        sa.Column("act_id", BIG, nullable=True),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("undone_at", MOMENT, nullable=True),
        sa.Column("runner", sa.String(length=120), nullable=True),
        sa.Column("beat_at", MOMENT, nullable=True),
        sa.Column("slack_file_id", sa.String(length=64), nullable=True),
        sa.Column("slack_channel", sa.String(length=64), nullable=True),
        sa.Column("slack_ts", sa.String(length=32), nullable=True),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["act_id"], ["acts.id"], name=op.f("fk_imports_act_id_acts")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_imports_by_id_people")),
        _of_workspace("imports"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_index(op.f("ix_imports_workspace_id_state"), "imports", ["workspace_id", "state"])
    _of_import(
        "import_pieces",
        "place",
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    _of_import(
        "import_skips",
        "line",
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
    )


def _of_import(table: str, ordered_by: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        table,
        sa.Column("id", BIG, nullable=False),
        sa.Column("import_id", BIG, nullable=False),
        sa.Column(ordered_by, sa.Integer(), nullable=False),
        *columns,
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f(f"fk_{table}_import_id_imports")
        ),
        _of_workspace(table),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_import_id_{ordered_by}"), table, ["import_id", ordered_by])


def _of_workspace(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["workspace_id"],
        ["workspaces.id"],
        name=op.f(f"fk_{table}_workspace_id_workspaces"),
        ondelete="CASCADE",
    )


def downgrade() -> None:
    op.drop_table("import_skips")
    op.drop_table("import_pieces")
    op.drop_table("imports")
