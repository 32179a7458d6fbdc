"""App Home: one's day, pipeline and week, colleagues' news, and what one's role asks for."""

from bot.domain.appointments import appointment
from bot.domain.homes import Home, MyWeek, News, NewsKind, StageSum
from bot.domain.outcomes import Asked, Line
from bot.domain.signals import is_stale
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import (
    CHAMPIONS_SHOW,
    DEAL_NEW,
    DEAL_NEXT,
    DEAL_SHOW,
    DEALS_PAGE,
    FIND_OPEN,
    LOG_OPEN,
    ME_SHOW,
    STEP_DONE,
    STEP_NEXT_WEEK,
    STEP_TOMORROW,
)
from bot.views import carry, deal_list, home_leading, home_set_up, home_team, phrases
from bot.views.blocks import (
    Block,
    actions,
    button,
    clip,
    context,
    divider,
    header,
    section,
)

MOST_STAGES = 12
LONGEST_NAME = 60
NEXT_STEPS = Asked(sort="next")


def build(home: Home, t: Translator) -> tuple[Block, Block]:
    """The view, and the same in words for a workspace that refuses tables."""
    table, words = home_leading.parts(home.leading, t) if home.leading else ([], [])
    before = [header(t("home-title")), _says(home, t), _quick_actions(home, t)]
    if home.set_up is not None:
        before += home_set_up.parts(home.set_up, t)
    if home.sells:
        before += _day(home, t)
    before += _pipeline(home, t)
    if home.unowned:
        before.append(deal_list.unowned(home.unowned, t))
    if home.week is not None:
        before += [divider(), _week(home.week, t)]
    if home.team is not None:
        before += home_team.parts(home.team, home.stages, home.today, t)
    after = [*_news(home, t), divider(), context(t.md("home-help"))]
    return _view([*before, *table, *after]), _view([*before, *words, *after])


def _view(blocks: list[Block]) -> Block:
    return {"type": "home", "blocks": blocks}


def _says(home: Home, t: Translator) -> Block:
    if not home.sells:
        return section(t.md("home-day", day=home.today))
    counted = home.counted
    return section(
        t.md(
            "today-says",
            day=home.today,
            overdue=counted.overdue,
            due=counted.due,
            stale=counted.stale,
        )
    )


def _quick_actions(home: Home, t: Translator) -> Block:
    lists = [_all(home.whose, t, "all")]
    if home.sells:
        mine = deal_list.packed(Asked(sort="stage"))
        lists = [
            button(t("home-next-steps"), f"{DEALS_PAGE}.steps", deal_list.packed(NEXT_STEPS)),
            button(t("button-my-deals"), f"{DEALS_PAGE}.mine", mine),
        ]
    return actions(
        button(t("button-log-activity"), LOG_OPEN, style="primary"),
        button(t("button-new-deal"), DEAL_NEW),
        button(t("home-find"), FIND_OPEN),
        *lists,
    )


def _day(home: Home, t: Translator) -> list[Block]:
    """What is due and what went quiet; with neither, what to do about that."""
    counted = home.counted
    if not counted.open_deals:
        first = button(t("button-new-deal"), f"{DEAL_NEW}.first", style="primary")
        return [divider(), section(t.md("today-no-deals"), first)]
    blocks: list[Block] = [divider()]
    if home.due:
        said = t.md("home-due", overdue=counted.overdue, due=counted.due)
        every = button(t("home-all"), f"{DEALS_PAGE}.due", deal_list.packed(NEXT_STEPS))
        blocks += [section(said, every), *_due(home, t)]
    if counted.stale:
        asked = deal_list.packed(Asked(stale=True))
        every = button(t("home-all"), f"{DEALS_PAGE}.stale", asked)
        above = sum(is_stale(one.findings) for one in home.due)
        said = t.md("home-stale", count=counted.stale, above=above)
        blocks += [section(said, every), *(_line(one, home, t) for one in home.stale)]
    if not home.due and not counted.stale:
        blocks.append(section(t.md("today-all-clear")))
    if counted.without_step:
        blocks.append(deal_list.without_step(counted.without_step, t))
    if home.held:
        blocks.append(
            section(t.md("home-held", count=counted.held, more=counted.held - len(home.held)))
        )
        blocks += [_line(one, home, t) for one in home.held]
    return blocks


def _due(home: Home, t: Translator) -> list[Block]:
    """What is due, each opened, done or put off with a tap; an appointment whose day has come is
    logged by it."""
    meetings = [appointment(one.deal.next_step or "") is not None for one in home.due]
    blocks = []
    for one, is_meeting in zip(home.due, meetings, strict=True):
        blocks += [_line(one, home, t), _answers(one, t, is_meeting=is_meeting)]
    if any(meetings):
        blocks.append(context(t.md("home-to-log", count=sum(meetings))))
    return blocks


def _answers(one: Line, t: Translator, *, is_meeting: bool) -> Block:
    """What settles a step, as in its reminder."""
    value = carry.pack(deal=one.deal.id)
    return actions(
        button(t("home-log-it" if is_meeting else "followup-done"), STEP_DONE, value),
        button(t("followup-tomorrow"), STEP_TOMORROW, value),
        button(t("followup-next-week"), STEP_NEXT_WEEK, value),
        button(t("followup-later"), DEAL_NEXT, value),
    )


def _line(one: Line, home: Home, t: Translator) -> Block:
    return deal_list.line(one, home.stages, t, home.today, with_owner=False)


def _pipeline(home: Home, t: Translator) -> list[Block]:
    if not home.pipeline:
        return [] if home.sells else [divider(), section(t.md(f"home-pipeline-none-{home.whose}"))]
    deals = sum(one.deals for one in home.pipeline)
    said = t.md(f"home-pipeline-{home.whose}", count=deals, sums=phrases.sums(home.sums, t))
    lines = [_stage(one, home.whose, t) for one in home.pipeline[:MOST_STAGES]]
    return [divider(), section(said, _all(home.whose, t, "pipeline")), *lines]


def _all(whose: str, t: Translator, name: str) -> Block:
    asked = Asked(scope=whose, sort="stage", descending=True)
    return button(t("home-all-deals"), f"{DEALS_PAGE}.{name}", deal_list.packed(asked))


def _stage(one: StageSum, whose: str, t: Translator) -> Block:
    said = t.md("home-stage", stage=one.stage, count=one.deals, sums=phrases.sums(one.sums, t))
    asked = deal_list.packed(Asked(scope=whose, stage_key=one.stage.key))
    return section(said, button(t("home-show"), f"{DEALS_PAGE}.stage", asked))


def _week(week: MyWeek, t: Translator) -> Block:
    """One's own week beside one's own weeks before it, and nobody else's."""
    lines = [
        t.md(
            "home-week",
            active=week.active_days,
            days=week.working_days,
            activities=week.activities,
        )
    ]
    if not week.has_usual:
        lines.append(t.md("home-week-first"))
    else:
        lines.append(
            t.md("home-week-usual", days=week.usual_days, activities=week.usual_activities)
        )
        key = "home-week-habit" if week.has_habit else "home-week-no-habit"
        lines.append(t.md(key, habitual=week.habitual, weeks=week.weeks))
    if week.reports_tz is not None:
        lines.append(t.md("home-week-zone", place=t.place(week.reports_tz)))
    return section(Mrkdwn("\n".join(lines)), button(t("home-my-week"), ME_SHOW))


def _news(home: Home, t: Translator) -> list[Block]:
    if not home.has_team:
        return [divider(), context(t.md("home-news-no-team"))]
    title = t.md(f"home-news-{'all' if home.role in ('leader', 'admin') else 'team'}")
    if not home.news:
        return [divider(), section(title), context(t.md("home-news-none"))]
    return [divider(), section(title), *(_told(one, home, t) for one in home.news)]


def _told(one: News, home: Home, t: Translator) -> Block:
    when = Day(one.at.astimezone(t.zone).date(), home.today)
    if one.kind is NewsKind.CHAMPION or one.deal is None:
        name = clip(one.person.name, LONGEST_NAME) if one.person else ""
        said = t.md("home-news-champion", person=name, when=when)
        return section(said, button(t("home-champions"), CHAMPIONS_SHOW))
    facts = {
        "deal": phrases.name(one.deal),
        "amount": phrases.amount(one.deal, t),
        "owner": phrases.owner(one.deal, t),
        "when": when,
    }
    if one.kind is NewsKind.WON:
        said = t.md("home-news-won", **facts)
    else:
        stage = home.stages.get(one.stage_key or one.deal.stage_key)
        said = t.md("home-news-moved", stage=stage, **facts)
    value = carry.pack(deal=one.deal.id)
    return section(said, button(t("button-open"), f"{DEAL_SHOW}.{one.deal.id}", value))
