"""A small team's week, somebody at a time: what stands out, every figure with what it counts, and
what to do about it. A table of eight columns hides most of them on a phone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.adoption import Digest, RepWeek
from bot.domain.reporting import Compliance, Met
from bot.i18n import Mrkdwn, Translator
from bot.views import digest_table, digest_words
from bot.views.blocks import Block, context, section
from bot.views.digest_table import Names, name

MOST_IN_WORDS = 8
"""More people are told in a table: their lines would be a long way down."""

TARGETS = {"days": "rhythm", "hygiene": "hygiene", "step": "next_step", "stale": "fresh"}
"""Which figure of a line is held against which agreed target."""

MISSED = "🔴"
CLOSE = "\u00a0"
"""Keeps a figure on the line of what it counts."""

JOINED = f"{CLOSE}· "
DONE = ("days", "activities", "moved", "won")
STANDS = ("hygiene", "step", "stale")


def lines(digest: Digest, reps: Sequence[RepWeek], names: Names, t: Translator) -> list[Block]:
    needy = [rep for rep in reps if rep.needs_a_word]
    better = [rep for rep in reps if rep.has_improved]
    others = [rep for rep in reps if not (rep.needs_a_word or rep.has_improved)]
    told = [
        *_named("digest-attention", "question", needy, digest, names, t),
        *_named("digest-better-first", "praise", better, digest, names, t),
    ]
    if others:
        title = f"digest-others-{digest.each.value}" if told else f"digest-each-{digest.each.value}"
        told.append(section(t.md(title)))
        told += [_other(digest, rep, names, t) for rep in others]
    missed = any(_missed(digest, rep) for rep in reps)
    return [*told, context(t.md("digest-lines-note", missed="yes" if missed else "no"))]


def _named(
    title: str, do: str, reps: Sequence[RepWeek], digest: Digest, names: Names, t: Translator
) -> Iterator[Block]:
    """Those who need a word, or have earned one, each with the reason and the words at hand."""
    if reps:
        yield section(t.md(title))
    for rep in reps:
        yield section(_with_figures(digest_words.reason(rep, names, t), digest, rep, t))
        yield from digest_words.to_do(digest, rep, do, names, t)


def _other(digest: Digest, rep: RepWeek, names: Names, t: Translator) -> Block:
    key = "digest-stands"
    if rep.active_days == 0:
        key = "digest-stands-idle" if rep.working_days else "digest-stands-away"
    said = t.md(key, name=name(rep, names, t))
    return section(_with_figures(said, digest, rep, t), digest_words.menu(digest, rep, names, t))


def _with_figures(said: Mrkdwn, digest: Digest, rep: RepWeek, t: Translator) -> Mrkdwn:
    """One line for what was done, one for how the deals stand."""
    missed, held = _missed(digest, rep), digest_table.figures(rep, t)

    def told(head: str) -> Mrkdwn:
        return t.md(
            "digest-figure",
            sign=MISSED + CLOSE if head in missed else "",
            head=t(f"digest-head-{head}").replace(" ", CLOSE),
            figure=held[head].replace(" ", CLOSE),
        )

    rows = [JOINED.join(map(told, heads)) for heads in (DONE, STANDS)]
    return Mrkdwn("\n".join((said, *rows)))


def _missed(digest: Digest, rep: RepWeek) -> set[str]:
    """The figures that are far from what is agreed, where there is enough to tell."""
    reached = replace(digest, reps=(rep,)).reached()
    return {
        head
        for head, measure in TARGETS.items()
        if measure in digest.targets
        and Compliance("", measure, reached[measure], digest.targets[measure]).status is Met.MISSED
    }
