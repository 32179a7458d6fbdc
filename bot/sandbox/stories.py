"""What the sandbox's deals are about: accounts, products and the notes people write."""

from bot.domain.deal import ActivityKind

ENGLISH_DEALS = (
    ("Acme", "pilot", 12_000),
    ("Globex", "rollout", 48_000),
    ("Initech", "renewal", 18_500),
    ("Umbrella Labs", "analytics", 64_000),
    ("Hooli", "security review", 35_000),
    ("Stark Metals", "expansion", 90_000),
    ("Wayne Freight", "fleet tracking", 52_500),
    ("Soylent Foods", "pilot", 9_800),
    ("Cyberdyne", "integration", 76_000),
    ("Tyrell Optics", "support plan", 14_400),
    ("Vandelay Imports", "onboarding", 7_200),
    ("Massive Dynamic", "data platform", 120_000),
    ("Oscorp", "lab licences", 41_000),
    ("Wonka Industries", "line monitoring", 27_500),
    ("Gringotts", "compliance pack", 83_000),
    ("Pied Piper", "compression add-on", 22_000),
    ("Duff Brewing", "plant pilot", 16_000),
    ("Monarch Marine", "sensor trial", 31_000),
)

KOREAN_DEALS = (
    ("한빛전자", "파일럿", 30_000_000),
    ("서울물산", "물류 시스템", 120_000_000),
    ("대한바이오", "연구 데이터", 85_000_000),
    ("누리은행", "보안 점검", 210_000_000),
    ("가온제약", "품질 관리", 64_000_000),
    ("미래모빌리티", "차량 관제", 150_000_000),
    ("푸른식품", "공장 시범", 18_000_000),
    ("다온건설", "현장 관리", 47_000_000),
    ("해솔에너지", "유지 보수", 33_000_000),
)

ENGLISH_NOTES: tuple[tuple[ActivityKind, str], ...] = (
    (ActivityKind.CALL, "first call with their head of operations, budget is for next quarter"),
    (ActivityKind.EMAIL, "sent the overview and two references"),
    (ActivityKind.MEETING, "kickoff, five people from their side, they want weekly check-ins"),
    (ActivityKind.CALL, "they like the pilot, worried about the migration"),
    (ActivityKind.DEMO, "showed the dashboards, the CFO asked for a cost breakdown"),
    (ActivityKind.EMAIL, "answered the security questionnaire"),
    (ActivityKind.MEETING, "walked through the proposal, procurement joins next time"),
    (ActivityKind.CALL, "legal has two comments on the contract, rest is fine"),
    (ActivityKind.NOTE, "champion is on leave until the end of the month"),
)

KOREAN_NOTES: tuple[tuple[ActivityKind, str], ...] = (
    (ActivityKind.CALL, "구매팀장과 첫 통화, 예산은 다음 분기에 확정 예정"),
    (ActivityKind.EMAIL, "소개서와 도입 사례 두 건 발송"),
    (ActivityKind.MEETING, "킥오프 미팅, 매주 점검 회의 요청"),
    (ActivityKind.CALL, "파일럿 반응 긍정적, 이전 작업을 걱정함"),
    (ActivityKind.DEMO, "대시보드 시연, 재무팀에서 비용 내역 요청"),
    (ActivityKind.EMAIL, "보안 질의서 회신"),
    (ActivityKind.MEETING, "제안서 검토, 다음에는 구매팀도 참석"),
    (ActivityKind.CALL, "계약서 두 조항만 협의하면 됨"),
    (ActivityKind.NOTE, "담당 임원이 월말까지 휴가"),
)

ENGLISH_STEPS = ("send quote", "call back", "book the demo", "send the contract", "meet the CFO")
KOREAN_STEPS = ("견적서 보내기", "다시 전화", "데모 일정 잡기", "계약서 보내기", "재무팀 미팅")

LOST = ("pricing", "timing", "competitor: they stayed with their supplier", "no_decision")

WON = ("value", "product_fit: it does what their old tool could not", "trust", "speed")

ENGLISH_ANSWERS = {
    "budget_holder": ("Dana Whitfield, CFO", "their COO", "head of operations", "Sam Ortiz, VP"),
    "success_criteria": ("first line live in six weeks", "20 % fewer returns", "one audit passed"),
    "decision_process": ("CFO signs after legal", "board in its next meeting", "COO alone"),
}
"""What customers answer to the questions of the default playbook."""

KOREAN_ANSWERS = {
    "budget_holder": ("박서준 재무이사", "구매팀장", "운영본부장"),
    "success_criteria": ("6주 안에 첫 라인 가동", "반품 20% 감소", "보안 감사 통과"),
    "decision_process": ("법무 검토 후 재무이사 결재", "다음 이사회에서 결정", "대표 단독 결정"),
}
"""The same in Korean."""
