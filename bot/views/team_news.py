"""A team's week for its channel: wins by name, and what all have done together."""

from datetime import timedelta
from decimal import Decimal

from bot.domain import fairness
from bot.domain.deal import Deal
from bot.domain.team_news import TeamNews, Together
from bot.i18n import Day, Mrkdwn, Translator
from bot.views import phrases
from bot.views.blocks import Page, clip, context, page, section

MOST_WINS = 15
LINES_OF_A_SECTION = 5
LONGEST_NAME = 40


def build(told: TeamNews, t: Translator) -> Page:
    sunday = told.monday + timedelta(days=6)
    said = t.md(
        "team-news-title",
        team=clip(told.team, LONGEST_NAME),
        first=Day(told.monday, sunday),
        last=Day(sunday, sunday),
    )
    blocks = [section(said)]
    if told.won:
        blocks.append(section(t.md("team-news-won", count=len(told.won))))
    wins = [_win(one, t) for one in told.won[:MOST_WINS]]
    blocks += [
        section(Mrkdwn("\n".join(wins[start : start + LINES_OF_A_SECTION])))
        for start in range(0, len(wins), LINES_OF_A_SECTION)
    ]
    if told.sums is not None:
        blocks.append(section(_together(told.sums, t)))
    return page(said, *blocks, context(t.md("team-news-note")))


def _win(one: Deal, t: Translator) -> Mrkdwn:
    return t.md(
        "team-news-win",
        deal=phrases.name(one),
        account=phrases.account(one),
        owner=phrases.owner(one, t),
        amount=phrases.amount(one, t),
    )


def _together(sums: Together, t: Translator) -> Mrkdwn:
    lines = [
        t.md(
            "team-news-activities" if sums.same else "team-news-activities-alone",
            activities=_counted(sums.activities, sums, t),
            before=_counted(sums.activities_before, sums, t),
            moved=_counted(sums.moved, sums, t),
        )
    ]
    if sums.with_step is not None and sums.stale is not None:
        step, stale = (_share(one, t) for one in (sums.with_step, sums.stale))
        lines.append(t.md("team-news-open", open=sums.open_deals, step=step, stale=stale))
    return Mrkdwn("\n".join(lines))


def _counted(count: int | None, sums: Together, t: Translator) -> str:
    """A sum of less than one a head tells no more than that."""
    if count is None:
        return t("team-news-few", people=sums.people)
    return t("team-news-count", count=count)


def _share(told: Decimal, t: Translator) -> str:
    return t(f"team-news-share-{fairness.SHARE.bound(told)}", share=t.percent(told / 100))
