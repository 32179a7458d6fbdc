"""The measures week by week, how far they can be trusted, and what managers made of digests."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.deal import ActivityKind
from bot.domain.outcomes import Report, Target
from bot.domain.periods import Period
from bot.domain.reporting import Grouping
from bot.domain.tellings import FeedbackKind
from bot.domain.trust import Trust
from bot.usecases import activities, champions, facts, feedback, report_lines, report_trust
from bot.usecases.report_asked import Asked
from store import champions as kept_champions
from store import history, outbox
from store.engine import Store
from store.schema import OutboxRow
from tests.makers import START, Team, make_deal

DAY = timedelta(days=1)
WEEKS = Period(date(2026, 3, 2), date(2026, 3, 29))
AFTER = START + 35 * DAY


def test_the_measures_go_week_by_week_whether_facts_are_kept_or_not(
    store: Store, team: Team
) -> None:
    step = date(2026, 3, 20)
    deal = make_deal(store, team.rep, next_step="call", next_step_due_on=step, at=START)
    report = Report(ActivityKind.CALL, "they like it")
    for day in (8, 9, 10):
        at = START + day * DAY
        store.run(team.id, activities.log, team.rep, Target(deal.id), report, at)
    asked = Asked(WEEKS, Grouping.WEEK)
    by_the_log = store.ask(team.id, report_lines.of, "compliance", asked, AFTER)
    store.run(team.id, facts.catch_up, AFTER)
    store.run(team.id, facts.week, WEEKS.first, AFTER)
    by_the_facts = store.ask(team.id, report_lines.of, "compliance", asked, AFTER)
    assert by_the_log == by_the_facts
    weeks = {row[0]: row[1:] for row in by_the_log.rows}
    assert list(weeks) == ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"]
    # Three reps with five working days each (the one in Seoul with four, for the holiday on March
    # 2nd); one of them was active on one day, then on three.
    assert [weeks[week][1] for week in weeks][:2] == [Decimal("7.1"), Decimal("20.0")]
    assert [weeks[week][2] for week in weeks] == [100, 100, 0, 0]
    assert [weeks[week][3] for week in weeks] == [100, 100, 100, 0], "silent in the last week"


def test_a_week_that_is_not_over_is_not_told(store: Store, team: Team) -> None:
    asked = Asked(WEEKS, Grouping.WEEK)
    now = datetime(2026, 3, 15, 23, tzinfo=UTC)
    told = store.ask(team.id, report_lines.of, "compliance", asked, now)
    assert [row[0] for row in told.rows] == ["2026-03-02"]


def test_trust_counts_what_makes_figures_doubtful(store: Store, team: Team) -> None:
    make_deal(store, team.rep, "old", at=START - 60 * DAY)
    make_deal(store, team.rep, "bare", amount=None, closes_on=date(2026, 2, 1))
    assert store.ask(team.id, report_trust.trust, START, None) == Trust(2, 1, 1, 1)
    nobody = frozenset({team.korean.id})
    assert store.ask(team.id, report_trust.trust, START, nobody) == Trust(0, 0, 0, 0)


def digest_sent(session: Session, manager_id: int, at: datetime, *, seen: bool) -> None:
    key = f"digest:{manager_id}:{at.date()}"
    outbox.promise(
        session, recipient_id=manager_id, kind="digest", facts={}, dedup_key=key,
        now=at, expires_at=at + DAY,
    )  # fmt: skip
    row = session.query(OutboxRow).filter_by(dedup_key=key).one()
    row.state, row.sent_at, row.seen_at = "sent", at, at if seen else None


def test_the_loop_tells_which_digests_were_acted_on_and_how_soon_a_word_came(
    store: Store, team: Team
) -> None:
    monday = datetime(2026, 3, 9, 9, tzinfo=UTC)
    for weeks, seen in ((0, True), (1, False)):
        at = monday + weeks * 7 * DAY
        store.run(team.id, digest_sent, team.manager.id, at, seen=seen)
    word = monday + timedelta(hours=5)
    store.run(
        team.id, feedback.give_on_week, team.manager, team.rep.id, date(2026, 3, 2),
        FeedbackKind.PRAISE, "well done", word,
    )  # fmt: skip
    (loop,) = store.ask(team.id, report_trust.loop, WEEKS, None)
    assert (loop.manager.id, loop.digests, loop.seen, loop.words) == (team.manager.id, 2, 1, 1)
    assert loop.hours == Decimal("5.0")
    others = frozenset({team.rep.id})
    assert store.ask(team.id, report_trust.loop, WEEKS, others) == []


def test_a_question_to_a_champion_is_no_word_of_a_managers(store: Store, team: Team) -> None:
    """It may come from a manager about a deal of their own: it answers no digest."""
    monday = datetime(2026, 3, 9, 9, tzinfo=UTC)
    store.run(team.id, digest_sent, team.manager.id, monday, seen=True)
    deal = make_deal(store, team.manager, "Own", at=START)

    def agree(session: Session) -> None:
        invited = history.begin(session, None, "champion.invite", START)
        kept_champions.add(invited, team.rep.id)
        champions.answer(session, team.rep, START, consents=True)

    store.run(team.id, agree)
    asked_at = monday + timedelta(hours=1)
    store.run(
        team.id, champions.ask, team.manager, team.rep.id, deal.id, "how would you do it?", asked_at
    )
    (loop,) = store.ask(team.id, report_trust.loop, WEEKS, None)
    assert (loop.words, loop.hours) == (0, None)
    word = (team.rep.id, date(2026, 3, 2), FeedbackKind.PRAISE, "thank you", asked_at + DAY)
    store.run(team.id, feedback.give_on_week, team.manager, *word)
    (loop,) = store.ask(team.id, report_trust.loop, WEEKS, None)
    assert (loop.words, loop.hours) == (1, Decimal("25.0")), "counted from the digest to the word"
