"""What is typed behind /crm goals set: whose goal, for which month or quarter, how much."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from bot.domain.parsing_money import Amount, read_amount
from bot.domain.parsing_slack import Mention, find_mention
from bot.domain.parsing_span import take_coming
from bot.domain.periods import Unit, key_of

_VERB = re.compile(r"\s*(?:set|add|설정|지정|정하기)(?:\s+|$)", re.IGNORECASE)
_GLUE = re.compile(r"[\t;|]|,(?!\d{3}(?!\d))|(?<!\d),")
"""What stands between the cells of a pasted sheet; not the commas of an amount."""

MOST_WORDS = 3
"""Of an amount: a sum, its unit, its currency."""

_RELATIVE = re.compile(
    r"\b(?P<next>next\s+)?(?:this\s+)?(?P<unit>quarter|month)\b"
    r"|(?P<ko>이번|다음)\s*(?P<kounit>분기|달)",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:everybody|everyone|all|workspace|company)\b|전체|모두|전사|회사", re.IGNORECASE
)
_TEAM = re.compile(r"(?:\bteam|팀)\s*[:=\uff1a]\s*", re.IGNORECASE)
_NOISE = frozenset({"for", "goal", "to", "of", "in", "the", "=", ":", "-", "목표", "팀", "team"})


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal as typed. `person` and `is_all` say whose it is; else `name` does, a team's or a
    person's. `amount` is None where none could be read."""

    typed: str
    person: Mention | None
    is_all: bool
    name: str
    period: str
    amount: Amount | None


def asks_to_set(text: str) -> bool:
    return _VERB.match(text) is not None


def read_goals(text: str, today: date) -> list[GoalLine]:
    """`set <@person|team|all> <month or quarter> <amount>`, any order, a goal a line. Without a
    period it is this quarter's; one without its year the next that is not over."""
    body = text[found.end() :] if (found := _VERB.match(text)) else text
    return [_line(line.strip(), today) for line in body.splitlines() if line.strip()]


def _line(typed: str, today: date) -> GoalLine:
    person = find_mention(typed)
    rest = f"{typed[: person.start]} {typed[person.end :]}" if person else typed
    period, rest = _period(_GLUE.sub(" ", rest), today)
    amount, rest = _amount(rest.split())
    everybody = None if person else _ALL.search(rest)
    words = _TEAM.sub(" ", rest).replace(",", " ").split()
    name = " ".join(word for word in words if word.casefold() not in _NOISE)
    return GoalLine(typed, person, everybody is not None, name.strip("\"'"), period, amount)


def _amount(words: Sequence[str]) -> tuple[Amount | None, str]:
    """The last words that are an amount, as many of them as can be; and the others."""
    for size in range(MOST_WORDS, 0, -1):
        for start in range(len(words) - size, -1, -1):
            amount = read_amount(" ".join(words[start : start + size]).strip(","))
            if amount is not None:
                return amount, " ".join([*words[:start], *words[start + size :]])
    return None, " ".join(words)


def _period(text: str, today: date) -> tuple[str, str]:
    """The period's key, and the text without it."""
    named, rest = take_coming(text, today)
    if named is not None:
        return named, rest
    found = _RELATIVE.search(text)
    if found is None:
        return key_of(today, Unit.QUARTER), text
    spoken = (found["unit"] or found["kounit"]).casefold()
    unit = Unit.QUARTER if spoken in ("quarter", "분기") else Unit.MONTH
    later = bool(found["next"]) or found["ko"] == "다음"
    ahead = relativedelta(months=(3 if unit is Unit.QUARTER else 1) * later)
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return key_of(today.replace(day=1) + ahead, unit), rest
