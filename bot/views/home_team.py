"""A manager's part of Home: each rep's week so far, and the deals that need a word."""

from datetime import date

from bot.domain.homes import RepNow, TeamNow
from bot.domain.outcomes import Asked
from bot.domain.stages import Stages
from bot.i18n import Mrkdwn, Translator
from bot.ids import DEALS_PAGE, TEAM_DIGEST, TEAM_SHOW
from bot.views import deal_list
from bot.views.blocks import Block, actions, button, clip, context, divider, section

LONGEST_NAME = 60


def parts(team: TeamNow, stages: Stages, today: date, t: Translator) -> list[Block]:
    if not team.size:
        return [divider(), section(t.md("digest-nobody"))]
    said = t.md("home-team", count=team.size, stale=team.stale)
    blocks = [divider(), section(said, button(t("home-team-week"), TEAM_SHOW))]
    blocks += [_rep(one, t) for one in team.reps]
    if team.more:
        blocks.append(context(t.md("home-team-more", count=team.more)))
    if team.needy:
        blocks.append(section(t.md("home-needy")))
        blocks += [_needy(team, place, stages, today, t) for place in range(len(team.needy))]
    else:
        blocks.append(context(t.md("home-needy-none")))
    return [*blocks, actions(*_buttons(team, t))]


def _rep(one: RepNow, t: Translator) -> Block:
    said = t.md(
        "home-rep",
        rep=clip(" ".join(one.person.name.split()) or "?", LONGEST_NAME),
        active=one.active_days,
        days=one.working_days,
        activities=one.activities,
        open=one.open_deals,
        stale=one.stale,
    )
    asked = deal_list.packed(Asked(scope="person", person_id=one.person.id))
    return section(said, button(t("home-show"), f"{DEALS_PAGE}.rep", asked))


def _needy(team: TeamNow, place: int, stages: Stages, today: date, t: Translator) -> Block:
    line = team.needy[place]
    block = deal_list.line(line, stages, t, today)
    if line.deal.id not in team.unanswered:
        return block
    told = Mrkdwn(f"{block['text']['text']}\n{t.md('home-unanswered')}")
    return section(told, block["accessory"])


def _buttons(team: TeamNow, t: Translator) -> list[Block]:
    stale = deal_list.packed(Asked(scope="team", stale=True))
    first = [button(t("digest-show-stale"), f"{DEALS_PAGE}.stale", stale)] if team.stale else []
    return [*first, button(t("home-last-week"), TEAM_DIGEST)]
