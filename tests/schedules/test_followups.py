"""The morning's next steps: told on their day in one message, or each in its own, and settled in
place."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind, Deal
from bot.domain.following import PutOff
from bot.domain.outcomes import Report, Target
from bot.domain.people import Actor
from bot.domain.recurring import Recurrence
from bot.domain.tellings import Finished
from bot.domain.verdict import Verdict
from bot.usecases import activities, deals, followups, next_steps, undoing
from store import people, visible
from store.engine import Store
from tests.makers import START, Team, make_deal
from tests.schedules.stage import Stage, on_sqlite, settle_in

MONDAY = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
"""09:00 in New York, where Rob Rep works."""

DAY = date(2026, 3, 2)


def plan(store: Store, owner: Actor, name: str, due: date = DAY, what: str = "send quote") -> Deal:
    return make_deal(
        store, owner, name, next_step=what, next_step_due_on=due, at=START - timedelta(days=3)
    )


def remind(store: Store, actor: Actor, at: datetime) -> Verdict:
    return store.run(actor.workspace.id, followups.remind, actor.person, at)


def now(store: Store, team: Team, deal: Deal) -> Deal:
    return store.ask(team.id, visible.deal, deal.id)


async def test_what_is_due_and_overdue_is_told_in_one_message_in_the_morning(
    played: Stage,
) -> None:
    plan(played.store, played.team.rep, "Acme pilot")
    plan(played.store, played.team.rep, "Globex rollout", date(2026, 2, 27), "call the CFO")
    plan(played.store, played.team.rep, "Initech", date(2026, 3, 3))
    await played.at(MONDAY - timedelta(minutes=5))
    assert played.inbox(played.team.rep) == []
    await played.at(MONDAY)
    await played.at(MONDAY + timedelta(hours=3))
    (message,) = played.inbox(played.team.rep)
    assert message["text"] == ":sunrise: 2 things you planned are due, one of them since earlier."
    told = str(message["blocks"])
    assert told.index("call the CFO") > told.index("send quote"), "due goes before overdue"
    assert "Initech" not in told


async def test_someone_who_wants_them_single_gets_each_in_its_own_message(played: Stage) -> None:
    settle_in(played.store, played.team.rep, single_reminders=True)
    first = plan(played.store, played.team.rep, "Acme pilot")
    plan(played.store, played.team.rep, "Globex rollout")
    await played.at(MONDAY)
    assert len(played.inbox(played.team.rep)) == 2
    to = PutOff.TOMORROW
    played.store.run(played.team.id, next_steps.put_off, played.team.rep, first.id, to, MONDAY)
    await played.at(MONDAY + timedelta(minutes=5))
    settled, waiting = sorted(played.inbox(played.team.rep), key=lambda one: one["ts"])
    assert settled["text"].startswith(":calendar:")
    assert "Globex rollout" in str(waiting["blocks"])


async def test_the_hour_chosen_is_the_hour_of_the_message(played: Stage) -> None:
    settle_in(played.store, played.team.rep, morning_at=time(10, 30))
    plan(played.store, played.team.rep, "Acme pilot")
    await played.at(MONDAY + timedelta(minutes=85))
    assert played.inbox(played.team.rep) == []
    await played.at(MONDAY + timedelta(minutes=90))
    assert len(played.inbox(played.team.rep)) == 1


async def test_the_message_shows_what_was_settled_and_opens_again_by_undo(played: Stage) -> None:
    deal = plan(played.store, played.team.rep, "Acme pilot")
    await played.at(MONDAY)
    later = MONDAY + timedelta(minutes=10)
    to = PutOff.NEXT_WEEK
    made = played.store.run(played.team.id, next_steps.put_off, played.team.rep, deal.id, to, later)
    assert made.deal.next_step_due_on == date(2026, 3, 9)
    await played.at(later)
    (message,) = played.inbox(played.team.rep)
    assert message["text"].startswith(":calendar: Nothing more is up today. One thing was put off")
    assert "*send quote*, put off" in str(message)
    assert ":white_check_mark:" not in str(message)
    played.store.run(played.team.id, undoing.undo, played.team.rep, made.act_id, later)
    await played.at(later + timedelta(minutes=5))
    (message,) = played.inbox(played.team.rep)
    assert message["text"] == ":sunrise: One thing you planned is up today."


async def test_a_step_that_comes_again_and_was_done_is_not_taken_for_put_off(played: Stage) -> None:
    deal = plan(played.store, played.team.rep, "Acme pilot")
    await played.at(MONDAY)
    again = Finished(
        ActivityKind.CALL, "", "send quote", DAY + timedelta(days=7), Recurrence.WEEKLY
    )
    later = MONDAY + timedelta(minutes=10)
    played.store.run(played.team.id, next_steps.finish, played.team.rep, deal.id, again, later)
    await played.at(later)
    (message,) = played.inbox(played.team.rep)
    assert message["text"].startswith(":tada:")
    assert ":white_check_mark: ~send quote~" in str(message)


async def test_a_step_in_whose_place_another_was_set_is_not_said_to_be_done(played: Stage) -> None:
    deal = plan(played.store, played.team.rep, "Acme pilot")
    await played.at(MONDAY)
    later = MONDAY + timedelta(minutes=10)
    report = Report("call", "fine", next_step="book the demo", next_step_due_on=DAY)
    made = played.store.run(
        played.team.id, activities.log, played.team.rep, Target(deal.id), report, later
    )
    assert made.replaced == "send quote"
    await played.at(later)
    (message,) = played.inbox(played.team.rep)
    assert ":fast_forward: ~send quote~" in str(message)
    assert ":white_check_mark:" not in str(message)


async def test_a_step_settled_before_it_was_told_is_not_told(played: Stage) -> None:
    deal = plan(played.store, played.team.rep, "Acme pilot")
    await played.clockwork.tick(MONDAY)
    report = Report(ActivityKind.CALL, "sent", None, "sign", date(2026, 3, 6))
    played.store.run(
        played.team.id, activities.log, played.team.rep, Target(deal.id), report, MONDAY
    )
    played.clock.set(MONDAY)
    await played.messenger.drain()
    assert played.inbox(played.team.rep) == []


@on_sqlite
async def test_a_hold_quiets_the_next_step_too_until_its_date(played: Stage) -> None:
    deal = plan(played.store, played.team.rep, "Acme pilot")
    await played.at(MONDAY)
    later, until = MONDAY + timedelta(minutes=10), DAY + timedelta(days=7)
    played.store.run(
        played.team.id, deals.hold, played.team.rep, deal.id, until, "budget round", later
    )
    await played.at(later)
    (message,) = played.inbox(played.team.rep)
    assert message["text"].startswith(":calendar: Nothing more is up today.")
    assert "On hold until Mon, Mar 9 · send quote" in str(message)
    for day in range(1, 7):
        await played.at(MONDAY + timedelta(days=day))
    assert len(played.inbox(played.team.rep)) == 1
    await played.at(MONDAY + timedelta(days=7))
    assert "The hold ended on Mon, Mar 9" in str(played.inbox(played.team.rep))


async def test_a_hold_ends_by_itself_with_a_message(played: Stage) -> None:
    deal = make_deal(played.store, played.team.rep, "Acme pilot", at=START - timedelta(days=9))
    friday = MONDAY - timedelta(days=3)
    played.store.run(
        played.team.id, deals.hold, played.team.rep, deal.id, DAY, "budget round", friday
    )
    await played.at(MONDAY)
    (message,) = played.inbox(played.team.rep)
    assert "The hold ended on Mon, Mar 2. Why it was on hold: budget round" in str(message)


def test_done_logs_the_step_and_sets_the_one_that_follows(store: Store, team: Team) -> None:
    deal = plan(store, team.rep, "Acme pilot")
    what = Finished(ActivityKind.EMAIL, "", "call back", date(2026, 3, 5))
    made = store.run(team.id, next_steps.finish, team.rep, deal.id, what, MONDAY)
    assert (made.deal.next_step, made.deal.next_step_due_on) == ("call back", date(2026, 3, 5))
    assert (made.deal.last_touch_at, made.deal.last_activity_at) == (MONDAY, MONDAY)
    store.run(team.id, undoing.undo, team.rep, made.act_id, MONDAY)
    assert now(store, team, deal).next_step == "send quote"


def test_done_without_a_next_step_leaves_none(store: Store, team: Team) -> None:
    deal = plan(store, team.rep, "Acme pilot")
    made = store.run(
        team.id, next_steps.finish, team.rep, deal.id, Finished(ActivityKind.NOTE, ""), MONDAY
    )
    assert (made.deal.next_step, made.deal.next_step_due_on) == (None, None)


def test_a_step_that_recurs_proposes_itself_for_its_next_working_day(
    store: Store, team: Team
) -> None:
    deal = plan(store, team.korean, "한빛전자")
    due = date(2026, 2, 10)
    every = Recurrence.WEEKLY
    store.run(team.id, deals.set_next_step, team.korean, deal.id, "주간 통화", due, START, every)

    def look(session: Session) -> date | None:
        at = datetime(2026, 2, 10, 3, tzinfo=UTC)
        return next_steps.look(session, team.korean, deal.id, at).comes_again_on

    assert store.ask(team.id, look) == date(2026, 2, 19), "the 17th and 18th are Seollal"


def test_tomorrow_is_the_next_working_day(store: Store, team: Team) -> None:
    deal = plan(store, team.rep, "Acme pilot")
    friday = datetime(2026, 3, 6, 15, tzinfo=UTC)
    made = store.run(team.id, next_steps.put_off, team.rep, deal.id, PutOff.TOMORROW, friday)
    assert made.deal.next_step_due_on == date(2026, 3, 9)


def test_every_reason_not_to_remind_is_told(store: Store, team: Team) -> None:
    assert remind(store, team.rep, MONDAY).because == "nothing-due"
    plan(store, team.rep, "Acme pilot")
    assert remind(store, team.rep, MONDAY).told == 1
    assert remind(store, team.rep, MONDAY).because == "reminded-today"
    settle_in(store, team.other_rep, muted="followups")
    plan(store, team.other_rep, "Globex")

    def muted(session: Session) -> Verdict:
        return followups.remind(session, people.get(session, team.other_rep.id), MONDAY)

    assert store.run(team.id, muted).because == "muted"
