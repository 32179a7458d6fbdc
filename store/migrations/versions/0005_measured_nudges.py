"""What came of what was told: seen, acted on, held back for comparison"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TELLINGS = ("nudges", "followups", "escalations")
SCANNED = ("stage_entered_at", "closes_on")
OPEN = sa.text("status = 'open' AND removed_at IS NULL")
ITEMS = ("nudge_items", "followup_items", "escalation_items")


def upgrade() -> None:
    op.add_column(
        "workspaces",
        sa.Column("holds_back", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column(
        "workspaces", sa.Column("quieted", sa.String(length=64), server_default="", nullable=False)
    )
    op.create_index(op.f("ix_outbox_workspace_id_slack_ts"), "outbox", ["workspace_id", "slack_ts"])
    for column in SCANNED:
        op.create_index(
            f"ix_deals_open_by_{column}",
            "deals",
            ["workspace_id", "owner_id", column],
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        )
    for table in TELLINGS:
        op.add_column(table, sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    for table in ITEMS:
        _measure(table)
    _name_the_kinds()
    op.create_table(
        "held_back",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("stage_key", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acted_after", sa.Integer(), nullable=True),
        sa.Column("acted_act_id", BIG, nullable=True),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_held_back_deal_id_deals")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_held_back_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_held_back_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_back")),
        sa.UniqueConstraint(
            "workspace_id", "deal_id", "since", name=op.f("uq_held_back_workspace_id_deal_id_since")
        ),
    )


def _measure(table: str) -> None:
    """What was told of before is taken at the stage where the deal is now."""
    with op.batch_alter_table(table) as items:
        items.add_column(
            sa.Column("stage_key", sa.String(length=64), server_default="", nullable=False)
        )
        items.add_column(sa.Column("acted_after", sa.Integer(), nullable=True))
        items.add_column(sa.Column("acted_act_id", BIG, nullable=True))
    op.execute(
        f"UPDATE {table} SET stage_key ="  # noqa: S608 - the names stand above
        f" (SELECT stage_key FROM deals WHERE deals.id = {table}.deal_id)"
    )
    with op.batch_alter_table(table) as items:
        items.alter_column("stage_key", existing_type=sa.String(length=64), server_default=None)


def _name_the_kinds() -> None:
    with op.batch_alter_table("nudge_items") as items:
        items.add_column(
            sa.Column("kinds", sa.String(length=64), server_default="", nullable=False)
        )
    table = sa.table(
        "nudge_items",
        sa.column("id", sa.Integer()),
        sa.column("signals", sa.JSON()),
        sa.column("kinds", sa.String()),
    )
    bind = op.get_bind()
    for row_id, signals in bind.execute(sa.select(table.c.id, table.c.signals)).all():
        kinds = ",".join(sorted({str(one["signal"]) for one in signals}))
        bind.execute(table.update().where(table.c.id == row_id).values(kinds=kinds))
    with op.batch_alter_table("nudge_items") as items:
        items.alter_column("kinds", existing_type=sa.String(length=64), server_default=None)


def downgrade() -> None:
    op.drop_table("held_back")
    op.drop_column("nudge_items", "kinds")
    for table in ITEMS:
        for column in ("stage_key", "acted_after", "acted_act_id"):
            op.drop_column(table, column)
    for table in TELLINGS:
        op.drop_column(table, "seen_at")
    for column in SCANNED:
        op.drop_index(f"ix_deals_open_by_{column}", "deals")
    op.drop_index(op.f("ix_outbox_workspace_id_slack_ts"), "outbox")
    op.drop_column("workspaces", "quieted")
    op.drop_column("workspaces", "holds_back")
