"""`/crm scorecard`: one's own, those of whom one leads, and for a rep the team's averages."""

from slack_bolt.async_app import AsyncApp

from bot.domain.parsing_slack import find_mention
from bot.domain.scorecards import TeamScores, asks_for_last_quarter
from bot.ids import CRM, SCORECARD_SHOW
from bot.usecases import scorecards
from bot.views import carry, scorecard_page
from handlers.asking import Asking
from handlers.commands import line_of, says


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("scorecard")])(command)
    app.action(SCORECARD_SHOW)(press)


async def command(asking: Asking) -> None:
    line = line_of(asking.body)
    ended = asks_for_last_quarter(line)
    shown = await asking.transact(
        scorecards.look, asking.actor, find_mention(line), ended=ended, now=asking.now
    )
    if isinstance(shown, TeamScores):
        await asking.answer(scorecard_page.averages(shown, asking.t))
        return
    await asking.answer(scorecard_page.build(shown, asking.t, ended=ended))


async def press(asking: Asking) -> None:
    """Another quarter of the same person's, as far as the reader may see it by now."""
    ended = carry.number(asking.value, "ended") == 1
    person_id = carry.number(asking.value, "person") or asking.actor.id
    shown = await asking.transact(
        scorecards.look_at, asking.actor, person_id, ended=ended, now=asking.now
    )
    if isinstance(shown, TeamScores):
        await asking.answer(scorecard_page.averages(shown, asking.t))
        return
    await asking.answer(scorecard_page.build(shown, asking.t, ended=ended))
