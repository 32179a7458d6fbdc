"""People's calendars and choices, next steps that recur, reminders, managers' lists, feedback"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for column in (
        sa.Column("morning_at", sa.Time(), nullable=True),
        sa.Column("days_off", sa.Text(), nullable=False, server_default=""),
        sa.Column("muted", sa.String(length=120), nullable=False, server_default=""),
        sa.Column("single_reminders", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("own_locale", sa.String(length=16), nullable=True),
        sa.Column("own_tz", sa.String(length=64), nullable=True),
        sa.Column("own_country", sa.String(length=2), nullable=True),
    ):
        op.add_column("people", column)
    op.add_column("workspaces", sa.Column("country", sa.String(length=2), nullable=True))
    op.add_column(
        "workspaces",
        sa.Column("working_days", sa.String(length=7), nullable=False, server_default="12345"),
    )
    op.add_column("deals", sa.Column("next_step_rule", sa.String(length=64), nullable=True))
    _create_followups()
    _create_escalations()
    _create_feedback()


def _create_followups() -> None:
    op.create_table(
        "followups",
        sa.Column("id", BIG, nullable=False),
        _person("person_id"),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("more", sa.Integer(), nullable=False),
        sa.Column("is_single", sa.Boolean(), nullable=False),
        sa.Column("workspace_id", BIG, nullable=False),
        _to("followups", "person_id", "people"),
        _of_workspace("followups"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followups")),
        sa.UniqueConstraint(
            "workspace_id",
            "person_id",
            "told_on",
            name=op.f("uq_followups_workspace_id_person_id_told_on"),
        ),
    )
    op.create_table(
        "followup_items",
        sa.Column("id", BIG, nullable=False),
        sa.Column("followup_id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("workspace_id", BIG, nullable=False),
        _to("followup_items", "followup_id", "followups"),
        _to("followup_items", "deal_id", "deals"),
        _of_workspace("followup_items"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followup_items")),
    )
    op.create_index(op.f("ix_followup_items_followup_id"), "followup_items", ["followup_id"])
    op.create_index(op.f("ix_followup_items_deal_id_id"), "followup_items", ["deal_id", "id"])


def _create_escalations() -> None:
    op.create_table(
        "escalations",
        sa.Column("id", BIG, nullable=False),
        _person("manager_id"),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("more", sa.Integer(), nullable=False),
        sa.Column("workspace_id", BIG, nullable=False),
        _to("escalations", "manager_id", "people"),
        _of_workspace("escalations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalations")),
        sa.UniqueConstraint(
            "workspace_id",
            "manager_id",
            "told_on",
            name=op.f("uq_escalations_workspace_id_manager_id_told_on"),
        ),
    )
    op.create_table(
        "escalation_items",
        sa.Column("id", BIG, nullable=False),
        sa.Column("escalation_id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("nudge_item_id", BIG, nullable=False),
        sa.Column("workspace_id", BIG, nullable=False),
        _to("escalation_items", "escalation_id", "escalations"),
        _to("escalation_items", "deal_id", "deals"),
        _to("escalation_items", "nudge_item_id", "nudge_items"),
        _of_workspace("escalation_items"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation_items")),
    )
    op.create_index(
        op.f("ix_escalation_items_escalation_id"), "escalation_items", ["escalation_id"]
    )
    op.create_index(op.f("ix_escalation_items_deal_id_id"), "escalation_items", ["deal_id", "id"])


def _create_feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", BIG, nullable=False),
        _person("from_id"),
        _person("to_id"),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", BIG, nullable=False),
        _to("feedback", "from_id", "people"),
        _to("feedback", "to_id", "people"),
        _to("feedback", "deal_id", "deals"),
        _of_workspace("feedback"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    op.create_index(
        op.f("ix_feedback_workspace_id_from_id_given_at"),
        "feedback",
        ["workspace_id", "from_id", "given_at"],
    )


def _person(name: str) -> sa.Column[int]:
    return sa.Column(name, BIG, nullable=False)


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )


def _of_workspace(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["workspace_id"],
        ["workspaces.id"],
        name=op.f(f"fk_{table}_workspace_id_workspaces"),
        ondelete="CASCADE",
    )


def downgrade() -> None:
    for table in (
        "feedback",
        "escalation_items",
        "escalations",
        "followup_items",
        "followups",
    ):
        op.drop_table(table)
    op.drop_column("deals", "next_step_rule")
    op.drop_column("workspaces", "working_days")
    op.drop_column("workspaces", "country")
    for name in (
        "own_country",
        "own_tz",
        "own_locale",
        "single_reminders",
        "muted",
        "days_off",
        "morning_at",
    ):
        op.drop_column("people", name)
