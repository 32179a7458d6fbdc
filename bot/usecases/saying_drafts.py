"""What was understood, as it is kept until somebody says yes: a draft of plain facts."""

import json
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from bot.domain.outcomes import Target
from bot.domain.parsing_money import Amount
from bot.domain.parsing_slack import Mention
from bot.domain.saying import Reading, SaidAct
from bot.domain.saying_outcomes import Draft

VERB = "say"


_DAYS = ("occurred_on", "until", "due", "closes_on")
_WORDS = (
    "kind", "note", "next_step", "stage", "name", "account", "typed", "contact", "contact_id",
    "confidence",
)  # fmt: skip


def written(draft: Draft) -> str:
    reading = draft.reading
    kept: dict[str, Any] = {name: getattr(reading, name) for name in _WORDS}
    kept |= {name: day.isoformat() for name in _DAYS if (day := getattr(reading, name))}
    kept |= {"at": reading.at.isoformat()} if reading.at else {}
    kept |= {"act": reading.act, "alternatives": list(reading.alternatives)}
    kept |= {"said": draft.said, "settled": draft.settled}
    if reading.amount is not None:
        kept["amount"] = [f"{reading.amount.value:f}", reading.amount.currency]
    if reading.person is not None:
        kept["person"] = [reading.person.user_id, reading.person.name]
    if draft.target is not None:
        kept["target"] = [draft.target.deal_id, draft.target.account_id]
    return json.dumps(kept, ensure_ascii=False)


def read(text: str) -> Draft:
    kept: dict[str, Any] = json.loads(text)
    reading = Reading(
        SaidAct(kept["act"]), alternatives=tuple(SaidAct(one) for one in kept["alternatives"])
    )
    facts: dict[str, Any] = {name: kept[name] for name in _WORDS if name in kept}
    facts |= {name: date.fromisoformat(kept[name]) for name in _DAYS if name in kept}
    facts["at"] = time.fromisoformat(kept["at"]) if "at" in kept else None
    if "amount" in kept:
        value, currency = kept["amount"]
        facts["amount"] = Amount(Decimal(value), currency)
    if "person" in kept:
        facts["person"] = Mention(kept["person"][0], kept["person"][1], start=0, end=0)
    target = Target(*kept["target"]) if "target" in kept else None
    return Draft(kept["said"], replace(reading, **facts), target, kept["settled"])
