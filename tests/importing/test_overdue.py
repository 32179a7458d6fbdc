"""Next steps that were overdue before their sheet came are told as one, once, and not by dozens."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind, Deal
from bot.domain.imported import Counts, ImportState
from bot.domain.outcomes import Report, Target
from bot.domain.tellings import FollowupPage
from bot.i18n import LANGUAGES, translator
from bot.usecases import activities, followups
from bot.views import followup
from store import deals, home_views, import_records, people
from store.deals import Wanted
from store.engine import Store
from store.schema import OutboxRow
from tests.importing.test_sheets import bring_in
from tests.makers import START, Team, make_deal, make_team
from tests.schedules.stage import settle_in

MORNING = START + timedelta(hours=6)
"""Ten in New York, on the Monday on which the sheet came."""

OVERDUE = 30
DATES = (date(2026, 2, 20), date(2026, 2, 26), date(2026, 2, 27))


@pytest.fixture
def brought(sqlite_store: Store, tmp_path: Path) -> tuple[Store, Team]:
    """Thirty deals whose steps were up in February, and one whose step is up today."""
    team, path = make_team(sqlite_store), tmp_path / "deals.csv"
    rows = [f"Late {n},Rob Rep,Proposal,call,{DATES[n % 3]}" for n in range(OVERDUE)]
    rows.append(f"Today,Rob Rep,Proposal,send quote,{START.date()}")
    heads = "Deal name,Owner,Stage,Next step,Next step date"
    path.write_text("\n".join((heads, *rows)), encoding="utf-8")
    assert bring_in(sqlite_store, team, path).created == OVERDUE + 1

    def record(session: Session) -> None:
        import_id = import_records.add(session, None, path.name, START)
        import_records.acts_under(session, import_id, home_views.newest_act(session))
        import_records.end(session, import_id, ImportState.DONE, Counts(OVERDUE + 1), START)

    sqlite_store.run(team.id, record)
    return sqlite_store, team


def remind(store: Store, team: Team, at: datetime) -> list[FollowupPage]:
    """What was promised that morning, as it reads."""

    def act(session: Session) -> list[FollowupPage]:
        person = people.get(session, team.rep.id)
        before = set(promised(session))
        followups.remind(session, person, at)
        new = [one for one in promised(session) if one not in before]
        return [followups.page(session, followup_id, deal_id, at) for followup_id, deal_id in new]

    return store.run(team.id, act)


def promised(session: Session) -> list[tuple[int, int | None]]:
    return [
        (one.facts["followup_id"], one.facts["deal_id"])
        for one in session.scalars(select(OutboxRow).where(OutboxRow.kind == followups.KIND))
    ]


def test_they_are_one_line_with_a_list_behind_it_and_are_told_once(
    brought: tuple[Store, Team],
) -> None:
    store, team = brought
    (first,) = remind(store, team, MORNING)
    assert [line.deal.name for line in first.lines] == ["Today"]
    assert (first.brought, first.more) == (OVERDUE, 0)
    for language in LANGUAGES:
        page = followup.build(first, translator(language))
        assert str(page["blocks"]).count(f"{OVERDUE}") == 1
        assert len(page["blocks"]) < 10
    for days in (1, 2, 3, 4):
        told = remind(store, team, MORNING + timedelta(days=days))
        assert [line.deal.name for one in told for line in one.lines] in ([], ["Today"])
        assert [one.brought for one in told] in ([], [0]), "once is enough"


def test_alone_they_are_the_message(brought: tuple[Store, Team]) -> None:
    store, team = brought
    today = next(one for one in everything(store, team) if one.name == "Today")
    log = Report(ActivityKind.CALL, "sent", next_step="wait", next_step_due_on=date(2026, 4, 1))
    store.run(team.id, activities.log, team.rep, Target(today.id), log, START)
    (told,) = remind(store, team, MORNING)
    assert (told.lines, told.brought) == ((), OVERDUE)
    page = followup.build(told, translator("en"))
    assert f"{OVERDUE} next steps were overdue already" in page["text"]
    assert "Show my next steps" in str(page["blocks"])


def test_who_wants_single_messages_gets_one_for_them(brought: tuple[Store, Team]) -> None:
    store, team = brought
    settle_in(store, team.rep, single_reminders=True)
    told = remind(store, team, MORNING)
    assert sorted((len(one.lines), one.brought) for one in told) == [(0, OVERDUE), (1, 0)]


def test_a_step_that_somebody_takes_up_is_told_like_any_other(brought: tuple[Store, Team]) -> None:
    store, team = brought
    own = make_deal(store, team.rep, "Own", next_step="call", next_step_due_on=DATES[2])
    one = next(deal for deal in everything(store, team) if deal.name == "Late 0")
    log = Report(ActivityKind.CALL, "still there")
    at = START + timedelta(hours=1)
    store.run(team.id, activities.log, team.rep, Target(one.id), log, at)
    (told,) = remind(store, team, MORNING)
    assert own.name in [line.deal.name for line in told.lines]
    assert told.brought == OVERDUE - 1


def test_after_a_working_week_they_are_told_like_any_other(brought: tuple[Store, Team]) -> None:
    store, team = brought
    told = [remind(store, team, MORNING + timedelta(days=days)) for days in range(7, 19)]
    assert any(
        line.deal.name.startswith("Late") for one in told for each in one for line in each.lines
    )


def everything(store: Store, team: Team) -> list[Deal]:
    return store.ask(team.id, lambda session: deals.all_matching(session, Wanted()))
