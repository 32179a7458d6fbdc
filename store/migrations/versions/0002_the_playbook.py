"""The playbook's versions, answers and contacts of deals"""

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

REASONS = (
    ("pricing", "Pricing", "가격", None),
    ("competitor", "Competitor", "경쟁사", "competitor"),
    ("budget", "Budget", "예산", None),
    ("features", "Missing features", "기능 부족", None),
    ("timing", "Timing", "시기", None),
    ("no_decision_maker", "No decision-maker", "의사결정자 부재", None),
    ("unresponsive", "Unresponsive", "무응답", None),
    ("poor_fit", "Poor fit", "부적합", None),
    ("no_decision", "No decision", "결정 보류", None),
    ("other", "Other", "기타", "note"),
)
"""The reasons that stood in the code until now."""


def upgrade() -> None:
    op.create_table(
        "rates",
        sa.Column("id", BIG, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("base", sa.String(length=3), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("rate", sa.String(length=32), nullable=False),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_rates_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rates")),
        sa.UniqueConstraint(
            "workspace_id",
            "currency",
            "base",
            "since",
            name=op.f("uq_rates_workspace_id_currency_base_since"),
        ),
    )
    _create_versions()
    _create_evidence()
    _write_documents()
    op.drop_table("stages")
    op.add_column("deals", sa.Column("closed_rate", sa.String(length=32), nullable=True))
    op.add_column("deals", sa.Column("closed_base", sa.String(length=3), nullable=True))

    op.add_column("stage_changes", sa.Column("overridden", sa.JSON(), nullable=True))
    op.add_column("stage_changes", sa.Column("reason", sa.Text(), nullable=True))

    op.add_column("workspaces", sa.Column("wins_channel", sa.String(length=64), nullable=True))


def _create_versions() -> None:
    op.create_table(
        "playbook_drafts",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_playbook_drafts_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_playbook_drafts_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playbook_drafts")),
        sa.UniqueConstraint(
            "workspace_id", "person_id", name=op.f("uq_playbook_drafts_workspace_id_person_id")
        ),
    )
    op.create_table(
        "playbooks",
        sa.Column("id", BIG, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=True),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("proposed_by_id", BIG, nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("started_by_id", BIG, nullable=True),
        sa.Column("in_force_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["people.id"], name=op.f("fk_playbooks_proposed_by_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["started_by_id"], ["people.id"], name=op.f("fk_playbooks_started_by_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_playbooks_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playbooks")),
        sa.UniqueConstraint(
            "workspace_id", "version", name=op.f("uq_playbooks_workspace_id_version")
        ),
    )
    _create_voices()


def _create_voices() -> None:
    op.create_table(
        "playbook_voices",
        sa.Column("id", BIG, nullable=False),
        sa.Column("playbook_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_playbook_voices_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["playbook_id"], ["playbooks.id"], name=op.f("fk_playbook_voices_playbook_id_playbooks")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_playbook_voices_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playbook_voices")),
        sa.UniqueConstraint(
            "workspace_id",
            "playbook_id",
            "person_id",
            name=op.f("uq_playbook_voices_workspace_id_playbook_id_person_id"),
        ),
    )


def _create_evidence() -> None:
    op.create_table(
        "answers",
        sa.Column("id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("given_by_id", BIG, nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("playbook_version", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_answers_deal_id_deals")),
        sa.ForeignKeyConstraint(
            ["given_by_id"], ["people.id"], name=op.f("fk_answers_given_by_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_answers_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
    )
    op.create_index(op.f("ix_answers_deal_id_key"), "answers", ["deal_id", "key"], unique=False)

    op.create_table(
        "deal_contacts",
        sa.Column("id", BIG, nullable=False),
        sa.Column("deal_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("added_by_id", BIG, nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["people.id"], name=op.f("fk_deal_contacts_added_by_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_deal_contacts_contact_id_contacts")
        ),
        sa.ForeignKeyConstraint(
            ["deal_id"], ["deals.id"], name=op.f("fk_deal_contacts_deal_id_deals")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_deal_contacts_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal_contacts")),
    )
    op.create_index(
        op.f("ix_deal_contacts_contact_id"), "deal_contacts", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_deal_contacts_deal_id_role"), "deal_contacts", ["deal_id", "role"], unique=False
    )


def _write_documents() -> None:
    """Each workspace's stages become the first version of its playbook. It asks for nothing
    before a deal moves: what a stage means must not change under those who have not agreed."""
    connection = op.get_bind()
    stages = sa.table(
        "stages",
        *(sa.column(name) for name in ("workspace_id", "playbook_version", "key", "kind")),
        *(sa.column(name) for name in ("position", "probability", "expected_days")),
        *(sa.column(name) for name in ("silent_after", "forecast")),
        sa.column("names", sa.JSON()),
        sa.column("aliases", sa.JSON()),
    )
    playbooks = sa.table(
        "playbooks",
        *(sa.column(name) for name in ("workspace_id", "version", "digest", "source", "note")),
        sa.column("share"),
        sa.column("proposed_at", sa.DateTime(timezone=True)),
        sa.column("in_force_at", sa.DateTime(timezone=True)),
        sa.column("document", sa.JSON()),
    )
    workspaces = sa.table(
        "workspaces", sa.column("id"), sa.column("created_at", sa.DateTime(timezone=True))
    )
    for workspace_id, created_at in connection.execute(
        sa.select(workspaces.c.id, workspaces.c.created_at)
    ).all():
        rows = connection.execute(
            sa.select(stages)
            .where(stages.c.workspace_id == workspace_id, stages.c.playbook_version == 1)
            .order_by(stages.c.position)
        ).all()
        document = {
            "pipekeeper_playbook": 1,
            "pipelines": [
                {
                    "key": "sales",
                    "names": {"en": "Sales", "ko": "영업"},
                    "stages": [_stage(row) for row in rows],
                }
            ],
            "lost_reasons": [
                {"key": key, "names": {"en": english, "ko": korean}}
                | ({"needs": needs} if needs else {})
                for key, english, korean, needs in REASONS
            ],
        }
        told = json.dumps(document, sort_keys=True, ensure_ascii=False)
        connection.execute(
            playbooks.insert().values(
                workspace_id=workspace_id,
                version=1,
                document=document,
                digest=hashlib.sha256(told.encode()).hexdigest(),
                source="",
                note="",
                share=100,
                proposed_at=created_at,
                in_force_at=created_at,
            )
        )


def _stage(row: Any) -> dict[str, Any]:
    told = {"key": row.key, "names": row.names, "aliases": row.aliases}
    if row.kind != "open":
        return told | {"ends": row.kind}
    return told | {
        "probability": row.probability,
        "expected_days": row.expected_days,
        "silent_after": row.silent_after,
        "forecast": row.forecast,
    }


def downgrade() -> None:
    op.drop_column("workspaces", "wins_channel")

    op.drop_column("stage_changes", "reason")
    op.drop_column("stage_changes", "overridden")

    op.drop_column("deals", "closed_base")
    op.drop_column("deals", "closed_rate")

    op.create_table(
        "stages",
        sa.Column("id", BIG, nullable=False),
        sa.Column("playbook_version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("probability", sa.Integer(), nullable=False),
        sa.Column("expected_days", sa.Integer(), nullable=False),
        sa.Column("silent_after", sa.Integer(), nullable=False),
        sa.Column("forecast", sa.String(length=16), nullable=False),
        sa.Column("workspace_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_stages_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stages")),
        sa.UniqueConstraint(
            "workspace_id",
            "playbook_version",
            "key",
            name=op.f("uq_stages_workspace_id_playbook_version_key"),
        ),
    )
    _write_stages()
    op.drop_index(op.f("ix_deal_contacts_deal_id_role"), table_name="deal_contacts")
    op.drop_index(op.f("ix_deal_contacts_contact_id"), table_name="deal_contacts")

    op.drop_table("deal_contacts")
    op.drop_index(op.f("ix_answers_deal_id_key"), table_name="answers")

    op.drop_table("answers")
    op.drop_table("playbook_voices")
    op.drop_table("playbooks")
    op.drop_table("playbook_drafts")
    op.drop_table("rates")


def _write_stages() -> None:
    """The stages of the version in force, where the older code looks for them."""
    connection = op.get_bind()
    playbooks = sa.table(
        "playbooks",
        sa.column("workspace_id"),
        sa.column("in_force_at"),
        sa.column("document", sa.JSON()),
    )
    stages = sa.table(
        "stages",
        *(sa.column(name) for name in ("workspace_id", "playbook_version", "key", "kind")),
        *(sa.column(name) for name in ("position", "probability", "expected_days")),
        *(sa.column(name) for name in ("silent_after", "forecast")),
        sa.column("names", sa.JSON()),
        sa.column("aliases", sa.JSON()),
    )
    rows = connection.execute(
        sa.select(playbooks.c.workspace_id, playbooks.c.document)
        .where(playbooks.c.in_force_at.is_not(None))
        .order_by(playbooks.c.in_force_at)
    )
    for workspace_id, document in {row[0]: row for row in rows}.values():
        told = [stage for pipeline in document["pipelines"] for stage in pipeline["stages"]]
        for position, stage in enumerate(told, 1):
            ends = stage.get("ends")
            share, forecast = {"won": (100, "closed"), "lost": (0, "omitted")}.get(
                ends, (50, "pipeline")
            )
            connection.execute(
                stages.insert().values(
                    workspace_id=workspace_id,
                    playbook_version=1,
                    key=stage["key"],
                    kind=ends or "open",
                    position=position,
                    names=stage["names"],
                    aliases=stage.get("aliases", []),
                    probability=stage.get("probability", share),
                    expected_days=0 if ends else stage.get("expected_days", 14),
                    silent_after=0 if ends else stage.get("silent_after", 7),
                    forecast=stage.get("forecast", forecast),
                )
            )
