"""Which account another was made one with"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("accounts", sa.Column("merged_into_id", BIG, nullable=True))


def downgrade() -> None:
    op.drop_column("accounts", "merged_into_id")
