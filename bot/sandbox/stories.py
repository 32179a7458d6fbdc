"""What the sandbox's deals are about: accounts, products and the notes people write."""

from bot.domain.deal import ActivityKind
from bot.sandbox.cast import DIEGO, DOYUN, HAEUN, HANNA, JIWOO, JONAS, MINJUN, PRIYA

Plots = tuple[tuple[str, str, int | None], ...]
"""Account, product and amount of each deal."""

JONAS_DEALS: Plots = (
    ("Acme", "pilot", 12_000),
    ("Globex", "rollout", 48_000),
    ("Initech", "renewal", 18_500),
    ("Umbrella Labs", "analytics", 64_000),
    ("Hooli", "security review", 35_000),
    ("Stark Metals", "expansion", 90_000),
    ("Wayne Freight", "fleet tracking", 52_500),
    ("Soylent Foods", "pilot", 9_800),
    ("Cyberdyne", "integration", 76_000),
)

PRIYA_DEALS: Plots = (
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

JIWOO_DEALS: Plots = (
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

OPEN_DEALS: dict[str, Plots] = {
    JONAS.slack_id: JONAS_DEALS,
    PRIYA.slack_id: PRIYA_DEALS,
    JIWOO.slack_id: JIWOO_DEALS,
    HANNA.slack_id: (
        ("Blue Harbor", "route planner", 44_000),
        ("Nakatomi Trading", "audit trail", 58_000),
        ("Sirius Labs", "cold chain", 26_000),
        ("Weyland Mining", "safety reports", 97_000),
    ),
    DIEGO.slack_id: (
        ("Aperture Glass", "furnace control", 61_000),
        ("Bluth Homes", "site diary", None),
        ("Prestige Motors", "spare parts", 38_500),
    ),
    MINJUN.slack_id: (
        ("세종통신", "망 점검", 72_000_000),
        ("한울조선", "자재 추적", 160_000_000),
        ("라온교육", "학습 분석", None),
    ),
    HAEUN.slack_id: (
        ("동해해운", "선박 일지", 98_000_000),
        ("은하반도체", "수율 분석", 240_000_000),
        ("새솔농협", "출하 관리", 41_000_000),
        ("나래항공", "정비 기록", 130_000_000),
    ),
    DOYUN.slack_id: (
        ("온누리유통", "재고 예측", 55_000_000),
        ("백두시멘트", "운송 배차", 67_000_000),
    ),
}
"""The deals that are open, by whose they are."""

SELLS_IN_KOREAN = frozenset(one.slack_id for one in (JIWOO, MINJUN, HAEUN, DOYUN))

ENGLISH_ACCOUNTS = (
    *("Alder Paper", "Bexley Dairy", "Corvid Press", "Dunmore Steel", "Eastvale Clinics"),
    *("Fennel Foods", "Granite Bank", "Harrow Textiles", "Ironbridge Rail", "Juniper Hotels"),
    *("Kestrel Air", "Larkspur Media", "Mossgate Energy", "Northwind Ports", "Quill Insurance"),
    *("Redwood Timber", "Saltmarsh Water", "Thistle Pharma"),
)
ENGLISH_PRODUCTS = (
    *("starter", "plant license", "yearly plan", "second site", "migration", "training"),
    *("dashboards", "field app"),
)
"""What has been sold, or not, in the months before: as many as there are people and rounds."""

KOREAN_ACCOUNTS = (
    *("강산제지", "고려철강", "금성유업", "남해항만", "단비식품", "대륙화학", "명성호텔"),
    *("백송병원", "삼호섬유", "신라보험", "아람출판", "영진철도", "우진제과", "진주목재"),
)
KOREAN_PRODUCTS = (
    *("시작 요금제", "공장 라이선스", "연간 계약", "두 번째 사업장"),
    *("데이터 이전", "교육 과정", "현황판", "현장 앱"),
)
"""The same in Korean."""

ENGLISH_PEOPLE = ("Ruth Abara", "Tom Falk", "Lena Ortiz", "Omar Said", "Grace Lind", "Ivan Petrov")
KOREAN_PEOPLE = ("강민호", "윤서진", "임채원", "오지훈", "한소라", "송태경")
"""Who decides about a deal."""

ENGLISH_WORDS = {
    "question": "What would have to happen for the quiet ones to move this week?",
    "praise": "Good week: every call has a next step. Keep it up!",
}
KOREAN_WORDS = {
    "question": "조용한 딜들이 이번 주에 움직이려면 무엇이 필요할까요?",
    "praise": "이번 주 아주 좋았습니다. 통화마다 다음 행동이 잡혀 있네요!",
}
"""What managers write after a digest."""

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
