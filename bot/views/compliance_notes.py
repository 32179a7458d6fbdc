"""What the compliance report says below its table: trust in the figures, and the leaders' loop."""

from collections.abc import Sequence
from decimal import Decimal

from bot.domain.trust import Loop, Trust
from bot.i18n import Mrkdwn, Translator
from bot.views.blocks import Block, clip, context, section

MOST_MANAGERS = 10
LONGEST_NAME = 40


def blocks(trust: Trust, loops: Sequence[Loop], t: Translator) -> list[Block]:
    told = [context(_trust(trust, t))]
    if loops:
        lines = [t.md("compliance-loop"), *(_loop(one, t) for one in loops[:MOST_MANAGERS])]
        told.append(section(Mrkdwn("\n".join(lines))))
    return told


def _trust(trust: Trust, t: Translator) -> Mrkdwn:
    if not trust.open_deals:
        return t.md("compliance-trust-none")
    return t.md(
        "compliance-trust",
        touched=t.percent(Decimal(trust.touched) / trust.open_deals),
        open=trust.open_deals,
        past=trust.past,
        bare=trust.without_amount,
    )


def _loop(one: Loop, t: Translator) -> Mrkdwn:
    name = clip(one.manager.name, LONGEST_NAME)
    facts = {"manager": name, "digests": one.digests, "seen": one.seen, "words": one.words}
    if one.hours is None:
        return t.md("compliance-loop-quiet", **facts)
    return t.md("compliance-loop-line", hours=one.hours, **facts)
