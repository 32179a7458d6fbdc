"""The channel in which a manager's team reads its week"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("team_channel", sa.String(length=64), nullable=True))


def downgrade() -> None:
    op.drop_column("people", "team_channel")
