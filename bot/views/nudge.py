"""One bundled question about quiet deals: why each is asked about, what quiets it, what to do.

The same message is drawn again as deals are settled, until by evening it reads as a list of
things done.
"""

from collections import Counter

from bot.domain.deal import Deal
from bot.domain.nudging import ASKED_ABOUT, ESCALATES_AT
from bot.domain.outcomes import Asked, NudgeLine, NudgePage
from bot.domain.signals import Finding, Signal
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import DEAL_CLOSES, DEAL_LOG, DEAL_MORE, DEAL_MOVE, DEAL_NEXT, DEAL_SHOW, DEALS_PAGE
from bot.views import carry, deal_list, followup, phrases
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    context,
    divider,
    option,
    overflow,
    page,
    section,
)

SAYS = {
    Signal.SILENT: "nudge-says",
    Signal.STUCK: "nudge-says-stuck",
    Signal.DATE_PASSED: "nudge-says-dates",
}
"""What the bundle says first where all is for one reason, with what settles that."""

WHY = {
    Signal.SILENT: "nudge-why-silent",
    Signal.STUCK: "nudge-why-stuck",
    Signal.DATE_PASSED: "nudge-why-dates",
}


def build(nudge: NudgePage, t: Translator) -> Page:
    waiting = sum(line.answer is None for line in nudge.lines)
    asked = _headline(nudge, waiting, t)
    said, blocks = _with_steps(nudge, asked, waiting, t)
    if waiting:
        blocks.append(context(t.md("nudge-quiet-hours")))
    for line in nudge.lines:
        blocks += _settled(line, t) if line.answer else _question(line, nudge, t)
    if nudge.without_step and waiting:
        blocks += [divider(), deal_list.without_step(nudge.without_step, t)]
    if nudge.more:
        stale = deal_list.packed(Asked(scope="mine", stale=True))
        blocks += [
            divider(),
            context(t.md("nudge-more", count=nudge.more)),
            actions(button(t("nudge-show-all"), f"{DEALS_PAGE}.stale", stale)),
        ]
    return page(said, *blocks)


def _with_steps(
    nudge: NudgePage, asked: Mrkdwn, waiting: int, t: Translator
) -> tuple[Mrkdwn, list[Block]]:
    """What the message says first, and what stands before its questions: the next steps of the
    day, where they are told in the same message."""
    steps = nudge.beside
    if steps is None or not steps.lines:
        return asked, [section(asked)]
    planned, up = followup.headline(steps, t), followup.waiting(steps)
    if waiting and up:
        said = t.md("morning-says", steps=up, deals=waiting)
    elif waiting and not any(one.is_put_off for one in steps.lines):
        said, planned = asked, t.md("morning-settled")
    else:
        said = asked if waiting else planned
    return said, [section(planned), *followup.lines(steps, t), divider(), section(asked)]


def _headline(nudge: NudgePage, waiting: int, t: Translator) -> Mrkdwn:
    if not waiting:
        return t.md("nudge-settled")
    each = [
        [one.signal for one in line.findings if one.signal in ASKED_ABOUT]
        for line in nudge.lines
        if line.answer is None
    ]
    # Of several deals each by its first reason, or there would be more reasons than deals.
    why = Counter(each[0] if len(each) == 1 else (one[0] for one in each if one))
    if len(why) <= 1:
        return t.md(SAYS[next(iter(why), Signal.SILENT)], count=waiting)
    alone = waiting == 1
    reasons = [t(key, count=0 if alone else why[one]) for one, key in WHY.items() if why[one]]
    return t.md("nudge-says-mixed", count=waiting, why=t.listed(reasons))


def _question(line: NudgeLine, nudge: NudgePage, t: Translator) -> list[Block]:
    deal = line.deal
    told = t.md(
        "nudge-deal",
        deal=phrases.name(deal),
        stage=phrases.stage_name(deal, nudge.stages, t),
        amount=phrases.amount(deal, t),
        step=phrases.next_step(deal, nudge.stages, nudge.today, t),
    )
    value = carry.pack(deal=deal.id, nudge=nudge.nudge_id)
    opening = button(t("button-open"), f"{DEAL_SHOW}.{deal.id}", value)
    why = [_why(one, line, nudge, t) for one in line.findings]
    if line.times >= ESCALATES_AT and nudge.manager is not None:
        manager = clip(nudge.manager, phrases.LONGEST_NAME)
        why.append(t.md("nudge-again-third", times=line.times, manager=manager))
    elif line.times > 1:
        why.append(t.md("nudge-again", times=line.times))
    return [
        divider(),
        section(told, opening),
        context(Mrkdwn("\n".join(why))),
        _answers(line, nudge, t),
    ]


def _answers(line: NudgeLine, nudge: NudgePage, t: Translator) -> Block:
    """What can be done about it, here and now."""

    def packed(do: str | None = None) -> str:
        return carry.pack(do=do, deal=line.deal.id, nudge=nudge.nudge_id)

    asking = [option(t("nudge-ask-champion"), packed("champion"))] if nudge.has_champion else []
    passed = any(one.signal is Signal.DATE_PASSED for one in line.findings)
    dating = [button(t("button-new-close"), DEAL_CLOSES, packed())] if passed else []
    return actions(
        button(t("button-log"), DEAL_LOG, packed(), style="primary"),
        *dating,
        button(t("button-next-step"), DEAL_NEXT, packed()),
        button(t("button-move"), DEAL_MOVE, packed()),
        overflow(
            DEAL_MORE,
            option(t("button-hold"), packed("hold")),
            option(t("button-lost"), packed("lost")),
            option(t("button-won"), packed("won")),
            option(t("nudge-not-helpful"), packed("unhelpful")),
            *asking,
        ),
    )


def _why(finding: Finding, line: NudgeLine, nudge: NudgePage, t: Translator) -> Mrkdwn:
    """Which signal, since when, and what would quiet it."""
    since = Day(finding.since, nudge.today)
    match finding.signal:
        case Signal.SILENT:
            return t.md("nudge-silent", days=finding.days, since=since)
        case Signal.STUCK:
            expected = nudge.stages.get(line.deal.stage_key).expected_days
            return t.md("nudge-stuck", days=finding.days, since=since, expected=expected)
        case Signal.NO_NEXT_STEP if finding.days == 0:
            return t.md("nudge-no-next-step")
        case Signal.NO_NEXT_STEP:
            return t.md("nudge-step-overdue", since=since)
        case Signal.DATE_PASSED:
            return t.md("nudge-date-passed", since=since)


def _settled(line: NudgeLine, t: Translator) -> list[Block]:
    done = t(f"nudge-answer-{(line.answer or '').replace('_', '-')}")
    return [divider(), section(t.md("nudge-done", deal=phrases.name(line.deal), done=done))]


def set_aside(deal: Deal, act_id: int, t: Translator) -> Page:
    """The answer to "not helpful"."""
    said = t.md("nudge-unhelpful-says", deal=phrases.name(deal))
    return page(said, section(said), actions(phrases.undo_button(act_id, t)))
