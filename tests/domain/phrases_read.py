"""The collected phrases, what a person takes them to mean, and how far a reading agrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.domain.names import Candidate, key_of
from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.saying import SURE, Known, Reading, SaidAct
from bot.domain.stages import spoken_names

TUESDAY = date(2026, 3, 3)
COLUMNS = ("said", "act", "subject", "kind", "when", "step", "due", "stage", "amount", "more")
_ROUNDS = (
    "",
    "fresh_",
    "round1_",
    "round2_",
    "round3_",
    "round4_",
    "round5_",
    "round6_",
    "round7_",
    "round8_",
    "round9_",
    "round10_",
    "round11_",
    "round12_",
    "round13_",
    "round14_",
)
BATCHES = {
    language: [f"{batch}{language}" for batch in _ROUNDS] for language in ("english", "korean")
}
"""The batches of each language, in the order in which they were written."""
_ACCOUNTS = (
    "Acme", "Globex", "Initech", "Hooli", "Umbrella", "Stark Industries", "Wayne Enterprises",
    "한빛전자", "다온물산", "누리소프트", "(주)대성테크", "미래에셋",
)  # fmt: skip
_DEALS = ("Acme pilot", "Globex rollout", "Initech support", "한빛전자 파일럿", "다온 ERP 구축")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the collection; an empty column is not promised anything about."""

    said: str
    wanted: dict[str, str]


def known(names: tuple[str, ...] = (), today: date = TUESDAY) -> Known:
    told = [*((name, "account") for name in (*_ACCOUNTS, *names)), *((d, "deal") for d in _DEALS)]
    return Known(
        [
            Candidate(place, name, key_of(name), kind, 1.0)
            for place, (name, kind) in enumerate(told)
        ],
        spoken_names(DEFAULT_STAGES),
        DEFAULT_STAGES.kind_words(),
        today,
    )


def phrases(batch: str) -> Iterator[Phrase]:
    path = Path(__file__).parent / "phrases" / f"{batch}.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            said, *rest = line.split("\t")
            wanted = dict(zip(COLUMNS[1:], rest, strict=False))
            more = dict(_pairs(wanted.pop("more", "")))
            yield Phrase(said, {k: v for k, v in (wanted | more).items() if v})


def _pairs(more: str) -> Iterator[tuple[str, str]]:
    """`name=Soylent expansion closes=2026-04-30`: a value may hold spaces."""
    key = ""
    words: list[str] = []
    for word in more.split():
        before, equals, behind = word.partition("=")
        if equals:
            if key:
                yield key, " ".join(words)
            key, words = before, [behind]
        else:
            words.append(word)
    if key:
        yield key, " ".join(words)


def differences(reading: Reading, wanted: dict[str, str]) -> dict[str, str]:
    """What was read otherwise, by column. What is unclear may be asked about or answered, so long
    as nothing would be written for it."""
    if wanted["act"] == SaidAct.UNCLEAR and (
        reading.act is SaidAct.ASK or reading.confidence < SURE
    ):
        return {}
    amount = reading.amount
    told = {
        "act": reading.act.value,
        "subject": reading.subjects[0].name if reading.subjects else "",
        "kind": reading.kind,
        "when": str(reading.occurred_on or ""),
        "step": reading.next_step,
        "due": str(reading.due or ""),
        "stage": reading.stage or "",
        "amount": f"{amount.value:f} {amount.currency or ''}".strip() if amount else "",
        "until": str(reading.until or ""),
        "closes": str(reading.closes_on or ""),
        "name": reading.name,
        "person": (reading.person.user_id or "") if reading.person else "",
        "promise": "some" if reading.next_step or reading.due else "none",
        "q": reading.question.value if reading.question else "",
    }
    return {
        column: told[column]
        for column, value in wanted.items()
        if not _agrees(column, told[column], value, reading)
    }


def _agrees(column: str, told: str, wanted: str, reading: Reading) -> bool:
    if column != "subject":
        return told.casefold() == wanted.casefold()
    return len(reading.subjects) == 1 and key_of(wanted)[:2] == key_of(told.replace("(주)", ""))[:2]
