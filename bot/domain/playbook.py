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
            (
                "qualified",
                "qualify",
                "prospecting",
                "prospect",
                "lead",
                "new",
                "자격",
                "검토",
                "발굴",
            ),
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

_REASON_WORDS = {
    "pricing": "price pricing expensive cost 가격 비용 단가",
    "competitor": "competitor competition 경쟁사 경쟁",
    "budget": "budget 예산",
    "features": "features feature functionality 기능",
    "timing": "timing 시기 타이밍",
    "no_decision_maker": "decision-maker 의사결정자 결정권자",
    "unresponsive": "unresponsive silent ghosted 무응답 연락두절",
    "poor_fit": "fit 부적합",
    "no_decision": "no-decision 보류 결정보류",
}


def lost_reason(typed: str) -> str:
    """What someone typed as a reason, under the playbook's own where they used a word for it:
    "price too high" becomes "pricing: price too high", and "pricing" alone just that."""
    words = typed.strip()
    named = [
        key
        for key, spoken in _REASON_WORDS.items()
        if any(word.casefold().strip(".,!") in spoken.split() for word in words.split())
    ]
    if not words or len(named) != 1:
        return words
    return named[0] if len(words.split()) == 1 else f"{named[0]}: {words}"
