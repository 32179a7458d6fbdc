"""What a new version changes, and what it would mean for the live deals, line by line."""

from collections.abc import Sequence

from bot.domain.criteria import Criterion
from bot.domain.playbook_check import Problem
from bot.domain.playbook_diff import Change
from bot.domain.trying import Trial
from bot.i18n import Mrkdwn, Translator
from bot.views import criteria_fields

MOST_LINES = 40
BAR = 10
"""Signs of a progress bar."""


def lines(changes: Sequence[Change], t: Translator) -> list[Mrkdwn]:
    """The differences as people read them."""
    if not changes:
        return [t.md("diff-nothing")]
    return [t.md(f"diff-{one.key}", **_facts(one, t)) for one in changes]


def _facts(change: Change, t: Translator) -> dict[str, object]:
    return {name: _fact(change, fact, t) for name, fact in change.facts.items()}


def _fact(change: Change, fact: object, t: Translator) -> object:
    if isinstance(fact, Criterion):
        return criteria_fields.question(fact, t)
    if change.key == "stage-forecast" and isinstance(fact, str):
        return t(f"forecast-{fact.replace('_', '-')}")
    return fact


def found(trial: Trial, t: Translator) -> list[Mrkdwn]:
    """What a dry run found; the first line is its head."""
    told = [
        t.md(
            "trial-lacks",
            deals=lack.deals,
            stage=lack.stage,
            criterion=criteria_fields.short(lack.criterion, t),
        )
        for lack in trial.lacks
    ]
    if trial.turn_stale:
        told.append(t.md("trial-stale", deals=trial.turn_stale))
    if trial.turn_fresh:
        told.append(t.md("trial-fresh", deals=trial.turn_fresh))
    told += [t.md("trial-gone", deals=deals, stage=stage) for stage, deals in trial.gone]
    return [t.md("trial-says", deals=trial.total), *(told or [t.md("trial-nothing")])]


def running(trial: Trial, t: Translator) -> Mrkdwn:
    """A bar for a dry run that takes its time."""
    done = trial.seen / trial.total if trial.total else 1.0
    bar = "█" * round(done * BAR) + "░" * (BAR - round(done * BAR))
    return Mrkdwn(f"{t.md('trial-running', percent=round(100 * done))}\n`{bar}`")


def bulleted(told: Sequence[Mrkdwn], most: int = MOST_LINES) -> Mrkdwn:
    """Lines below each other; those beyond the most are counted by an ellipsis."""
    shown = [f"• {one}" for one in told[:most]]
    return Mrkdwn("\n".join([*shown, "…"] if len(told) > most else shown))


def problem(one: Problem, t: Translator) -> str:
    """What is wrong in which line, and what to do about it."""
    said = t(f"playbook-problem-{one.key}", **one.facts)
    return t("playbook-at", line=str(one.line), problem=said)
