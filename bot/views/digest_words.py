"""Why a digest names somebody, in a line, and the words that its buttons have ready for them."""

from bot.domain.adoption import Digest, Each, RepWeek
from bot.i18n import Mrkdwn, Translator
from bot.ids import FEEDBACK_WEEK
from bot.views import carry
from bot.views.blocks import Block, actions, button, option, overflow
from bot.views.digest_table import Names, name

_LABELS = {
    "question": "digest-ask",
    "praise": "digest-praise",
    "note": "digest-note",
    "deals": "digest-deals",
}


def reason(rep: RepWeek, names: Names, t: Translator) -> Mrkdwn:
    """The one of whoever needs a word or has earned one."""
    why, facts = _why(rep)
    return t.md(f"digest-reason-{why}", rep=name(rep, names, t), **facts)


def to_do(digest: Digest, rep: RepWeek, first: str, names: Names, t: Translator) -> list[Block]:
    """Beneath a line: words for it, and a look at the deals; nothing where nobody leads the
    team. The form that opens has the reason in it already."""
    if rep.rep_id not in names:
        return []
    return [
        actions(
            *(
                button(t(_LABELS[do]), f"{FEEDBACK_WEEK}.{do}", _value(digest, rep, do))
                for do in (first, "note", *_look(digest))
            )
        )
    ]


def menu(digest: Digest, rep: RepWeek, names: Names, t: Translator) -> Block | None:
    """The same beside the line of somebody who is not named for anything."""
    if rep.rep_id not in names:
        return None
    options = [
        option(t(_LABELS[do]), _value(digest, rep, do))
        for do in ("praise", "question", "note", *_look(digest))
    ]
    return overflow(f"{FEEDBACK_WEEK}.more", *options)


def _look(digest: Digest) -> tuple[str, ...]:
    return ("deals",) if digest.each is Each.REP else ()


def _value(digest: Digest, rep: RepWeek, do: str) -> str:
    why, facts = _why(rep) if rep.needs_a_word or rep.has_improved else ("", {})
    week = digest.monday.isoformat()
    return carry.pack(do=do, person=rep.rep_id, week=week, why=why or None, **facts)


def _why(rep: RepWeek) -> tuple[str, dict[str, int]]:
    """Why somebody is named, and the figures that say so."""
    if rep.needs_a_word:
        stale, open_deals = rep.standing.stale, rep.standing.open_deals
        return "idle" if rep.active_days == 0 else "stale", {"stale": stale, "open": open_deals}
    days = {"days": rep.active_days, "before": rep.active_days_before}
    if not rep.is_fresher or rep.standing_before is None:
        return "days", days
    fewer = {"stale": rep.standing.stale, "stale_before": rep.standing_before.stale}
    return ("both", days | fewer) if rep.is_more_active else ("fresher", fewer)
