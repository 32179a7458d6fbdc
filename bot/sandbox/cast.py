"""The sales team of the sandbox: who they are in Slack, and to Pipekeeper."""

from dataclasses import dataclass

from bot.domain.people import Role

TEAM_ID = "T0BLUEFIN"
TEAM_NAME = "Bluefin Systems"


@dataclass(frozen=True, slots=True)
class Player:
    """One person of the team; `led_by` is the Slack id of their manager."""

    slack_id: str
    name: str
    title: str
    role: Role
    locale: str
    tz: str
    team: str
    led_by: str | None = None


JONAS = Player(
    "U0JONAS", "Jonas Reed", "Rep", Role.REP, "en-US", "America/New_York", "West", "U0MARTA"
)
PRIYA = Player(
    "U0PRIYA", "Priya Nair", "Rep", Role.REP, "en-GB", "Europe/London", "West", "U0MARTA"
)
JIWOO = Player(
    "U0JIWOO", "김지우", "담당자 (Rep)", Role.REP, "ko-KR", "Asia/Seoul", "Seoul", "U0SUJIN"
)
MARTA = Player(
    "U0MARTA", "Marta Lindqvist", "Manager", Role.MANAGER, "en-US", "America/New_York", "West"
)
SUJIN = Player("U0SUJIN", "이수진", "팀장 (Manager)", Role.MANAGER, "ko-KR", "Asia/Seoul", "Seoul")
SEOYEON = Player(
    "U0SEOYEON", "박서연", "본부장 (Leader)", Role.LEADER, "ko-KR", "Asia/Seoul", "Seoul"
)
DANA = Player(
    "U0DANA", "Dana Okafor", "Admin", Role.ADMIN, "en-US", "America/Los_Angeles", "Operations"
)
HANNA = Player(
    "U0HANNA", "Hanna Weiss", "Rep", Role.REP, "en-US", "America/Chicago", "West", "U0MARTA"
)
DIEGO = Player(
    "U0DIEGO", "Diego Alvarez", "Rep", Role.REP, "en-US", "America/Denver", "West", "U0MARTA"
)
MINJUN = Player(
    "U0MINJUN", "이민준", "담당자 (Rep)", Role.REP, "ko-KR", "Asia/Seoul", "Seoul", "U0SUJIN"
)
HAEUN = Player(
    "U0HAEUN", "최하은", "담당자 (Rep)", Role.REP, "ko-KR", "Asia/Seoul", "Seoul", "U0SUJIN"
)
DOYUN = Player(
    "U0DOYUN", "정도윤", "담당자 (Rep)", Role.REP, "ko-KR", "Asia/Seoul", "Seoul", "U0SUJIN"
)

CAST = (
    *(JONAS, PRIYA, JIWOO, MARTA, SUJIN, SEOYEON, DANA),
    *(HANNA, DIEGO, MINJUN, HAEUN, DOYUN),
)
"""In the order in which the page offers them: the parts that show most, then their colleagues."""

SALES = "C0SALES"
CHANNELS = (
    ("C0GENERAL", "general"),
    (SALES, "sales"),
    ("C0SEOUL", "서울-영업"),
    ("C0ACME", "acme-pilot"),
)

ROOM = CHANNELS[3]
"""The channel that is tied to a deal of Jonas's."""
