"""The stages in force in a workspace."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.stages import Stage, StageKind, Stages
from store.schema import StageRow


def in_force(session: Session) -> Stages:
    """The newest playbook's stages, in order."""
    newest = select(func.max(StageRow.playbook_version)).scalar_subquery()
    rows = session.scalars(
        select(StageRow).where(StageRow.playbook_version == newest).order_by(StageRow.position)
    )
    return Stages(tuple(_stage(row) for row in rows))


def plant(session: Session, stages: Stages = DEFAULT_STAGES) -> None:
    """Gives a new workspace its first playbook."""
    for stage in stages.all:
        session.add(
            StageRow(
                playbook_version=stage.playbook_version,
                key=stage.key,
                names=stage.names,
                aliases=list(stage.aliases),
                kind=stage.kind,
                position=stage.position,
                probability=stage.probability,
                expected_days=stage.expected_days,
                silent_after=stage.silent_after,
                forecast=stage.forecast,
            )
        )
    session.flush()


def _stage(row: StageRow) -> Stage:
    return Stage(
        key=row.key,
        names=row.names,
        aliases=tuple(row.aliases),
        kind=StageKind(row.kind),
        position=row.position,
        probability=row.probability,
        expected_days=row.expected_days,
        silent_after=row.silent_after,
        forecast=row.forecast,
        playbook_version=row.playbook_version,
    )
