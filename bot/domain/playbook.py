"""The playbook a workspace starts with, until its people agree on their own."""

from bot.domain.stages import Stage, StageKind, Stages

FIRST_VERSION = 1


def _stage(
    position: int,
    key: str,
    english: str,
    korean: str,
    aliases: tuple[str, ...],
    *,
    kind: StageKind = StageKind.OPEN,
    probability: int,
    expected_days: int = 0,
    silent_after: int = 0,
    forecast: str,
) -> Stage:
    return Stage(
        key=key,
        names={"en": english, "ko": korean},
        aliases=aliases,
        kind=kind,
        position=position,
        probability=probability,
        expected_days=expected_days,
        silent_after=silent_after,
        forecast=forecast,
        playbook_version=FIRST_VERSION,
    )


DEFAULT_STAGES = Stages(
    (
        _stage(
            1,
            "qualification",
            "Qualification",
            "자격 검토",
            ("qualified", "qualify", "prospecting", "prospect", "lead", "new", "자격", "검토", "발굴"),
            probability=10,
            expected_days=14,
            silent_after=7,
            forecast="pipeline",
        ),
        _stage(
            2,
            "discovery",
            "Discovery",
            "요구 파악",
            ("engaging", "engaged", "needs analysis", "요구", "파악", "니즈 파악"),
            probability=25,
            expected_days=14,
            silent_after=7,
            forecast="pipeline",
        ),
        _stage(
            3,
            "proposal",
            "Proposal",
            "제안",
            ("quote", "quoted", "proposed", "견적"),
            probability=50,
            expected_days=10,
            silent_after=5,
            forecast="best_case",
        ),
        _stage(
            4,
            "negotiation",
            "Negotiation",
            "협상",
            ("negotiating", "contract", "계약 협의"),
            probability=75,
            expected_days=10,
            silent_after=5,
            forecast="commit",
        ),
        _stage(
            5,
            "won",
            "Won",
            "수주",
            ("closed won", "win", "성사", "계약 완료"),
            kind=StageKind.WON,
            probability=100,
            forecast="closed",
        ),
        _stage(
            6,
            "lost",
            "Lost",
            "실주",
            ("closed lost", "lose", "실패", "드롭"),
            kind=StageKind.LOST,
            probability=0,
            forecast="omitted",
        ),
    )
)

LOST_REASONS = (
    "pricing",
    "competitor",
    "budget",
    "features",
    "timing",
    "no_decision_maker",
    "unresponsive",
    "poor_fit",
    "no_decision",
    "other",
)
"""Keys of the reasons offered; the catalogue holds their names (`lost-reason-<key>`)."""
