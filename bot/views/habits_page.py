"""One's own week in a few lines, and a team's as its reader may see it."""

from bot.domain import fairness
from bot.domain.deal import Money
from bot.domain.outcomes import Asked
from bot.domain.reporting import Adoption, Averages, Mine, Wins
from bot.i18n import Mrkdwn, Translator
from bot.ids import DEALS_PAGE, EVIDENCE_SHOW, LOG_OPEN
from bot.views import deal_list, phrases
from bot.views.blocks import Page, actions, button, context, fields, page, section


def mine(told: Mine, t: Translator) -> Page:
    """The rep's own figures, against their own week before and nobody else's."""
    if told.week is None:
        said = t.md("me-too-new" if told.is_rep else "me-no-rep")
        return page(said, section(said))
    week, before = told.week, told.before
    said = t.md("me-says", active=week.active_days, days=week.working_days)
    facts = [
        t.md("me-activities", now=week.activities, before=before.activities if before else 0),
        t.md("me-open", open=week.open_deals, step=week.with_next_step),
        t.md("me-stale", count=week.stale),
        _hygiene(week, t),
    ]
    stale = deal_list.packed(Asked(scope="mine", stale=True))
    buttons = [button(t("button-log-activity"), LOG_OPEN, style="primary")]
    buttons.append(button(t("me-evidence"), EVIDENCE_SHOW))
    if week.stale:
        buttons.append(button(t("me-show-stale"), f"{DEALS_PAGE}.stale", stale))
    return page(
        said,
        section(said),
        fields(*facts),
        *(context(_won(one, t)) for one in told.wins[:3]),
        context(t.md("me-hygiene-note")),
        actions(*buttons),
    )


def _hygiene(week: Adoption, t: Translator) -> Mrkdwn:
    if week.hygiene is None:
        return t.md("me-hygiene-none")
    return t.md("me-hygiene", score=week.hygiene)


def _won(one: Wins, t: Translator) -> Mrkdwn:
    amount = Money(one.won_amount, one.currency)
    if one.win_rate is None:
        return t.md("me-won-counted", won=one.won, lost=one.lost, amount=amount)
    return t.md("me-won", won=one.won, lost=one.lost, amount=amount, rate=t.percent(one.win_rate))


def averages(told: Averages, t: Translator) -> Page:
    """A team's week per head: nobody can be told apart."""
    said = t.md("team-averages", reps=told.reps)
    facts = [
        t.md("team-active-days", days=phrases.mean(told.active_days, fairness.DAYS, t)),
        t.md("team-activities", count=phrases.mean(told.activities, fairness.COUNT, t)),
        t.md("team-stale", count=phrases.mean(told.stale, fairness.COUNT, t)),
    ]
    if told.hygiene is not None:
        facts.append(t.md("me-hygiene", score=phrases.mean(told.hygiene, fairness.SHARE, t)))
    return page(said, section(said), fields(*facts), context(t.md("mean-how")))
