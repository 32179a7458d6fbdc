"""Those who show the way: how they work, how one asks them, and how everybody's weeks develop."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain import champions as rules
from bot.domain.champions import Advising, Champion, ChampionsPage, Habits, WeekShare
from bot.domain.deal import Deal
from bot.domain.people import Person
from bot.domain.reporting import FEWEST_CLOSED
from bot.domain.stages import Stages
from bot.domain.tellings import Feedback
from bot.i18n import Mrkdwn, Translator, escape
from bot.ids import (
    CHAMPION_ASK,
    CHAMPION_FORM,
    CHAMPION_LEAVE,
    CHAMPION_NO,
    CHAMPION_YES,
    DEAL_SHOW,
    VALUE,
)
from bot.views import carry, phrases
from bot.views.blocks import (
    Block,
    Page,
    Values,
    actions,
    button,
    chosen,
    clip,
    context,
    divider,
    field,
    modal,
    option,
    page,
    quote,
    section,
    select,
    text_input,
    typed,
)
from bot.views.chart import Chart, Series

SHOWN = 15
MINUTES = 60
DAY = 24 * MINUTES


def build(told: ChampionsPage, t: Translator) -> tuple[Page, Page]:
    """The page, and the same without the chart for a workspace that refuses charts."""
    said = t.md("champions-says", count=len(told.champions))
    blocks: list[Block] = [section(said)]
    for one in told.champions[:SHOWN]:
        may_ask = one.person.id != told.reader_id
        blocks += [divider(), section(_champion(one, t), _asking(one, t) if may_ask else None)]
    chart, words = _weeks(told.weeks, t)
    notes = [context(_thresholds(t))]
    if told.is_one:
        notes += [
            context(t.md("champions-you-are")),
            actions(button(t("champions-leave"), CHAMPION_LEAVE)),
        ]
    elif told.is_asked:
        notes += [context(t.md("champions-you-may")), _answers(t)]
    rich = page(said, *blocks, *([chart.block()] if chart else []), *words, *notes)
    return rich, page(said, *blocks, *words, *notes)


def _champion(one: Champion, t: Translator) -> Mrkdwn:
    lines = [t.md("champions-line", person=_name(one.person)), *_habits(one.habits, t)]
    return Mrkdwn("\n".join(lines))


def _habits(habits: Habits, t: Translator) -> list[Mrkdwn]:
    """What is known of it, in sentences that others can do the same by."""
    told = [t.md("champions-active-days", days=habits.active_days)]
    if habits.follows_up:
        told.append(t.md("champions-next-step", followed=habits.within_an_hour, calls=habits.calls))
    minutes = habits.delay_minutes
    if minutes is not None and minutes < MINUTES:
        told.append(t.md("champions-logs-minutes", minutes=max(1, minutes)))
    elif minutes is not None and minutes < DAY:
        told.append(t.md("champions-logs-hours", hours=round(minutes / MINUTES)))
    return told


def _asking(one: Champion, t: Translator) -> Block:
    value = carry.pack(champion=one.person.id)
    return button(t("champions-ask"), f"{CHAMPION_ASK}.{one.person.id}", value)


def _thresholds(t: Translator) -> Mrkdwn:
    return t.md(
        "champions-thresholds",
        closed=FEWEST_CLOSED,
        months=rules.RESULT_MONTHS,
        part=rules.BEST_PART,
        days=rules.HABIT_DAYS,
        weeks=rules.HABIT_WEEKS,
        of=rules.WEEKS,
    )


def _weeks(weeks: Sequence[WeekShare], t: Translator) -> tuple[Chart | None, list[Block]]:
    """The share active on enough days; of few others nothing, since it would be one of them."""
    if not weeks or not weeks[0].champions:
        return None, []
    series = [
        Series(
            t("champions-series"),
            tuple(_percent(one.champions_active, one.champions) for one in weeks),
        )
    ]
    last = weeks[-1]
    facts: dict[str, object] = {"active": last.champions_active, "of": last.champions}
    words = [context(t.md("champions-last-week", days=rules.HABIT_DAYS, **facts))]
    if last.others >= rules.FEWEST_OTHERS:
        points = tuple(_percent(one.others_active, one.others) for one in weeks)
        series.append(Series(t("champions-series-others"), points))
        others = t.md("champions-last-week-others", active=last.others_active, of=last.others)
        words.append(context(others))
    categories = tuple(t.short_day(one.week) for one in weeks)
    return Chart(t("champions-chart"), categories, tuple(series)), words


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def invitation(t: Translator) -> Page:
    """The private question, with what would be shown and to whom."""
    said = t.md("champions-invitation")
    shown = t.md("champions-invitation-shown")
    return page(said, section(said), section(shown), context(_thresholds(t)), _answers(t))


def _answers(t: Translator) -> Block:
    return actions(
        button(t("champions-yes"), CHAMPION_YES, style="primary"),
        button(t("champions-no"), CHAMPION_NO),
    )


def answered(act_id: int, *, consents: bool, t: Translator) -> Page:
    said = t.md("champions-agreed" if consents else "champions-declined")
    return page(said, section(said), actions(phrases.undo_button(act_id, t)))


def form(asked: Advising, carried: str, t: Translator) -> Block:
    people = [
        option(one.person.name, carry.pack(champion=one.person.id)) for one in asked.champions[:100]
    ]
    usual = asked.chosen_id or asked.champions[0].person.id
    deals = [option(phrases.name(one), carry.pack(deal=one.id)) for one in asked.deals]
    blocks = [
        field(
            "champion",
            t("champions-form-champion"),
            select(VALUE, people, chosen=carry.pack(champion=usual)),
        ),
        field("deal", t("champions-form-deal"), select(VALUE, deals, chosen=deals[0]["value"])),
        field(
            "words",
            t("champions-form-words"),
            text_input(VALUE, lines=True, placeholder=t("champions-form-hint")),
        ),
    ]
    title = t("champions-form-title")
    return modal(t, CHAMPION_FORM, title, blocks, submit=t("feedback-form-submit"), carried=carried)


def read(values: Values) -> tuple[int, int, str]:
    """Who is asked, about which deal, and what."""
    champion = carry.number(chosen(values, "champion"), "champion")
    deal = carry.number(chosen(values, "deal"), "deal")
    return champion or 0, deal or 0, typed(values, "words")


def asked(told: Feedback, act_id: int, comes_at: datetime, now: datetime, t: Translator) -> Page:
    """What the one who asked sees."""
    person = _name(told.to)
    if comes_at > now:
        said = t.md("feedback-given-later", owner=person, at=comes_at)
    else:
        said = t.md("feedback-given", owner=person)
    return page(said, section(said), quote(told.words), actions(phrases.undo_button(act_id, t)))


def letter(told: Feedback, deal: Deal, stages: Stages, t: Translator, today: date) -> Page:
    """What the champion reads: the question, and the deal that it is about."""
    said = t.md("champions-letter", by=_name(told.by), deal=phrases.name(deal))
    card = t.md(
        "nudge-deal",
        deal=phrases.name(deal),
        stage=phrases.stage_name(deal, stages, t),
        amount=phrases.amount(deal, t),
        step=phrases.next_step(deal, stages, today, t),
    )
    return page(
        said,
        section(said),
        quote(told.words),
        section(card),
        context(t.md("champions-letter-answer", by=_name(told.by))),
        actions(
            button(t("button-open"), f"{DEAL_SHOW}.{deal.id}", carry.pack(deal=deal.id)),
            button(t("champions-leave"), CHAMPION_LEAVE),
        ),
    )


def _name(person: Person) -> Mrkdwn:
    name = clip(person.name, phrases.LONGEST_NAME)
    return Mrkdwn(f"<@{person.slack_user_id}>") if person.slack_user_id else escape(name)
