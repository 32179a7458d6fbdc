"""Who said what was logged from a message, and where it stands"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("activities", sa.Column("said_by", sa.String(length=255), nullable=True))
    op.add_column("activities", sa.Column("permalink", sa.String(length=512), nullable=True))


def downgrade() -> None:
    op.drop_column("activities", "permalink")
    op.drop_column("activities", "said_by")
