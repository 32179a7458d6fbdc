"""What a sentence wants done, by everything in it that speaks for an act or against it.

No single pattern decides. The signs of each language (`saying_english`, `saying_korean`) add up
within a clause; what is only hoped for, denied or asked weighs against what has come about.
"""

import re
from collections import defaultdict
from functools import cache

from bot.domain import saying_english as english
from bot.domain import saying_korean as korean
from bot.domain.saying import SaidAct
from bot.domain.saying_words import NAME

ENOUGH = 0.9
"""From here on the evidence for an act outweighs that something merely happened."""
SUPPOSED = 1.2
"""How much it speaks against a win or a loss that it is only hoped for or feared."""
SURELY_LOST = 0.4

_HANGUL = re.compile("[가-힣]")
_LATIN = re.compile("[A-Za-z]")
_EITHER = re.compile("")
_PART = re.compile(
    r"[.;!?\n…]+(?:\s|$)|,\s|\s[-–—/]{1,2}\s|(?<=[했었았왔갔됐]고) |(?<=[는은]데) |(?<=니까) "
)
_WELL_SURE = re.compile(
    r"실주|안\s?(?:하|사|쓰|가)겠|closed?[- ]?lost|안\s?하기로"
    r"|decided (?:not|against)|not (?:going|moving|renewing|buying|continuing|proceeding"
    r"|extending)|fell through"
    r"|did(?:n'?t| not) (?:win|get|land|work out|pan out)|취소|깨[졌짐]|no longer|won'?t (?:go"
    r"|move|proceed|continue|renew|buy|purchase|extend)|(?:another"
    r"|a different) (?:direction|way|route)|is a (?:no|pass)|beat us|가기로 했답|다른 방향"
    r"|happening|declined|internally|in-?house|instead of us|internal|interested|make the cut"
    r"|short-?list|themselves|their own|elsewhere|won'?t be|went with|going with"
    r"|mark\w*\b.*\b(?:lost|won)|(?:수주|won|lost)\S{0,3}\s?(?:처리|으?로)|접기로|직접|자체",
    re.IGNORECASE,
)
"""A refusal is one however it is worded; so is an order to mark it."""

_EXCLAIMED = re.compile(
    r"\b(?:(?:you'?(?:re| are) )?not (?:going to|gonna)|(?:you )?(?:won'?t|wouldn'?t|will never)"
    r"|can'?t|couldn'?t|can not|don'?t)(?: (?:even|really))? (?:believe|guess|be happier)\b"
    r"|믿기지\s?않\S*|못\s?믿\S*|(?:could|can) (?:finally )?(?:cry|scream|hardly believe)",
    re.IGNORECASE,
)
"""How people cry out: no doubt is meant."""


@cache
def _table(
    act: SaidAct,
) -> tuple[tuple[re.Pattern[str], tuple[tuple[float, re.Pattern[str]], ...]], ...]:
    return (
        (_EITHER, _compiled(english.ORDERS.get(act, ""))),
        (_HANGUL, _compiled(korean.ORDERS.get(act, ""))),
    )


def _compiled(table: str) -> tuple[tuple[float, re.Pattern[str]], ...]:
    """The signs of a table, those of one weight made one pattern."""
    by_weight: dict[float, list[str]] = defaultdict(list)
    for line in table.replace("\n  ", "").strip().splitlines():
        weight, _, pattern = line.partition(" ")
        by_weight[float(weight)].append(named(pattern))
    return tuple(
        (weight, re.compile("|".join(patterns), re.IGNORECASE))
        for weight, patterns in by_weight.items()
    )


@cache
def either(*tables: str) -> re.Pattern[str]:
    """One pattern of all lines of some tables."""
    lines = [line for table in tables for line in table.strip().splitlines()]
    return re.compile(named("|".join(lines)), re.IGNORECASE)


def named(pattern: str) -> str:
    r"""A pattern with the sign of a name for NN, beside which the \b of words doesn't hold."""
    pattern = pattern.replace(r"(?:\w+ )", r"(?:(?:\w|NN)+ )")
    pattern = re.sub(r"\\b(?=\(\?:NN)", r"(?<!\\w)", pattern.replace(r"\bNN", "NN"))
    return re.sub(r"(?<=\))\\b(?=[|)\[.\s\\(]|$)", r"(?!\\w)", pattern).replace("NN", NAME)


def parts(masked: str) -> list[str]:
    """The sentence and its clauses: evidence of one clause is not evidence of another."""
    found = [one for one in _PART.split(masked) if one and one.strip()]
    return found if len(found) > 1 else [masked]


ORDER = (
    SaidAct.NEW, SaidAct.REOPEN, SaidAct.ASSIGN, SaidAct.LOST, SaidAct.WON, SaidAct.HOLD,
)  # fmt: skip


def weigh(masked: str) -> dict[SaidAct, float]:
    """How much speaks for each act, at its best clause."""
    best = dict.fromkeys(ORDER, 0.0)
    clauses = parts(masked)
    supposed = either(english.SUPPOSED, korean.SUPPOSED)
    for clause in (*clauses, masked) if len(clauses) > 1 else clauses:
        whole = clause is masked and len(clauses) > 1
        doubt = 0.0
        if supposed.search(_EXCLAIMED.sub(" ", clause)):
            doubt = SUPPOSED
        for act in ORDER:
            got = _weight(act, clause)
            if whole and act in (SaidAct.WON, SaidAct.LOST, SaidAct.HOLD):
                got -= 0.25  # what is strewn over several clauses says less
            if act is SaidAct.WON or (act is SaidAct.LOST and not _WELL_SURE.search(clause)):
                got -= doubt
            best[act] = max(best[act], got)
    return best


def _weight(act: SaidAct, clause: str) -> float:
    return sum(
        weight
        for language, signs in _table(act)
        if language.search(clause)
        for weight, sign in signs
        if sign.search(clause)
    )
