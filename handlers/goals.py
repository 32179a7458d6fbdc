"""`/crm goals`: how this month and quarter stand against what was set, and setting it."""

from datetime import datetime

from slack_bolt.async_app import AsyncApp
from sqlalchemy.orm import Session

from bot.domain import goals as rules
from bot.domain.parsing_goal import asks_to_set, read_goals
from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.ids import CRM, GOAL_FORM, GOAL_SET, GOALS_SHOW
from bot.usecases import goals as acts
from bot.usecases.goals import Wanted
from bot.views import goals_page
from bot.views.goals_page import Shown
from handlers.asking import Asking
from handlers.commands import line_of, says


def register(app: AsyncApp) -> None:
    app.command(CRM, matchers=[says("goals")])(command)
    app.action(GOALS_SHOW)(show)
    app.action(GOAL_SET)(open_form)
    app.view(GOAL_FORM)(submit)


async def command(asking: Asking) -> None:
    """The goals; or, where some are typed, these set."""
    line = line_of(asking.body)
    if not asks_to_set(line):
        if words := line.strip():
            raise Refusal("goals-words", words=words)
        await show(asking)
        return
    rules.require_setting(asking.actor)
    today = asking.now.astimezone(asking.actor.workspace.zone).date()
    lines = read_goals(line, today)
    act_id, kept = await asking.transact(acts.type_in, asking.actor, lines, asking.now)
    await asking.answer(goals_page.kept(kept, act_id, asking.t))


async def show(asking: Asking) -> None:
    shown = await asking.read(_look, asking.actor, asking.now)
    await asking.answer(goals_page.build(shown, asking.t))


def _look(session: Session, actor: Actor, now: datetime) -> Shown:
    return Shown(
        acts.look(session, actor, now),
        acts.beneath(session, actor, now),
        acts.coming(session, actor, now),
        acts.example(session) if rules.may_set(actor) else None,
    )


async def open_form(asking: Asking) -> None:
    rules.require_setting(asking.actor)
    teams = await asking.read(acts.teams)
    today = asking.now.astimezone(asking.actor.workspace.zone).date()
    await asking.open(goals_page.form(teams, today, asking.carried(), asking.t))


async def submit(asking: Asking) -> None:
    teams = await asking.read(acts.teams)
    values = asking.body["view"]["state"]["values"]
    filled = goals_page.read(values, teams, asking.actor.workspace.currency)
    wanted = Wanted(filled.whose, filled.period, filled.money, filled.slack_user_id, filled.team)
    act_id, goal, name = await asking.transact(acts.choose, asking.actor, wanted, asking.now)
    await asking.answer(goals_page.kept([(goal, name)], act_id, asking.t))
