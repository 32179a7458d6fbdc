"""Which channels are tied to which deals"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "rooms",
        sa.Column("id", BIG, nullable=False),
        sa.Column("channel_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("deal_id", BIG, nullable=True),
        sa.Column("tied_by_id", BIG, nullable=True),
        sa.Column("tied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("inviting", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("card_key", sa.String(length=160), nullable=True),
        sa.Column("card_ts", sa.String(length=32), nullable=True),
        sa.Column("card_digest", sa.String(length=64), nullable=False, server_default=""),
        sa.Column("card_act_id", BIG, nullable=False, server_default="0"),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_pinned", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_rooms_deal_id_deals")),
        sa.ForeignKeyConstraint(
            ["tied_by_id"], ["people.id"], name=op.f("fk_rooms_tied_by_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_rooms_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rooms")),
        sa.UniqueConstraint(
            "workspace_id", "channel_id", name=op.f("uq_rooms_workspace_id_channel_id")
        ),
    )
    op.create_index(op.f("ix_rooms_workspace_id_deal_id"), "rooms", ["workspace_id", "deal_id"])


def downgrade() -> None:
    op.drop_table("rooms")
