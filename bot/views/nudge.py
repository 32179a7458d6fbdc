"""One bundled question about quiet deals: why each is asked about, what quiets it, what to do.

The same message is drawn again as deals are settled, until by evening it reads as a list of
things done.
"""

from bot.domain.outcomes import Asked, NudgeLine, NudgePage
from bot.domain.signals import Finding, Signal
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import DEAL_LOG, DEAL_MORE, DEAL_MOVE, DEAL_NEXT, DEALS_PAGE
from bot.views import carry, deal_list, phrases
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    context,
    divider,
    option,
    overflow,
    page,
    section,
)


def build(nudge: NudgePage, t: Translator) -> Page:
    waiting = sum(line.answer is None for line in nudge.lines)
    said = t.md("nudge-says", count=waiting) if waiting else t.md("nudge-settled")
    blocks: list[Block] = [section(said)]
    for line in nudge.lines:
        blocks += _settled(line, t) if line.answer else _question(line, nudge, t)
    if nudge.more:
        stale = deal_list.packed(Asked(scope="mine", stale=True))
        blocks += [
            context(t.md("nudge-more", count=nudge.more)),
            actions(button(t("nudge-show-all"), f"{DEALS_PAGE}.stale", stale)),
        ]
    return page(said, *blocks)


def _question(line: NudgeLine, nudge: NudgePage, t: Translator) -> list[Block]:
    deal = line.deal
    told = t.md(
        "nudge-deal",
        deal=phrases.name(deal),
        stage=phrases.stage_name(deal, nudge.stages, t),
        amount=phrases.amount(deal, t),
        step=phrases.next_step(deal, nudge.today, t),
    )
    why = Mrkdwn(" ".join(_why(one, nudge, t) for one in line.findings if _is_asked(one)))
    value = carry.pack(deal=deal.id)
    buttons = actions(
        button(t("button-log"), DEAL_LOG, value, style="primary"),
        button(t("button-next-step"), DEAL_NEXT, value),
        button(t("button-move"), DEAL_MOVE, value),
        overflow(
            DEAL_MORE,
            option(t("button-hold"), carry.pack(do="hold", deal=deal.id)),
            option(t("button-lost"), carry.pack(do="lost", deal=deal.id)),
            option(t("button-won"), carry.pack(do="won", deal=deal.id)),
        ),
    )
    return [divider(), section(told), context(why), buttons]


def _is_asked(finding: Finding) -> bool:
    return finding.signal in (Signal.SILENT, Signal.STUCK)


def _why(finding: Finding, nudge: NudgePage, t: Translator) -> Mrkdwn:
    """Since when, and what would quiet it."""
    key = "nudge-silent" if finding.signal is Signal.SILENT else "nudge-stuck"
    return t.md(key, days=finding.days, since=Day(finding.since, nudge.today))


def _settled(line: NudgeLine, t: Translator) -> list[Block]:
    done = t(f"nudge-answer-{(line.answer or '').replace('_', '-')}")
    return [divider(), section(t.md("nudge-done", deal=phrases.name(line.deal), done=done))]
