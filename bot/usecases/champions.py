"""Champions: asked privately whether they would show the way, shown only if they agree."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain import champions as rules
from bot.domain.adoption import monday_of
from bot.domain.champions import Advising, Champion, ChampionsPage, Doing, Habits
from bot.domain.people import Actor, Person, Role
from bot.domain.periods import Period, last_months
from bot.domain.refusal import Refusal
from bot.domain.tellings import Feedback, FeedbackKind
from bot.domain.verdict import Verdict
from bot.usecases import facts, feedback
from store import champions, deals, history, outbox, people, visible, workspaces
from store.deals import Wanted

KIND = "champion.invited"
LASTS = timedelta(days=14)
MOST_DEALS = 50
WEEK = timedelta(days=7)


def invite(session: Session, persons: Sequence[Person], now: datetime) -> list[Verdict]:
    """Asks those who are top performers now whether they would show the way, in private."""
    facts.catch_up(session, now)
    best, asked = rules.top(_doings(session, now)), champions.newest(session)
    return [_verdict(session, one, best, asked.get(one.id), now) for one in persons]


def _verdict(
    session: Session,
    person: Person,
    best: frozenset[int],
    asked: champions.Asked | None,
    now: datetime,
) -> Verdict:
    if person.id not in best:
        return Verdict(person, 0, "no-champion")
    if asked is not None and asked.consents:
        return Verdict(person, 0, "champion-already")
    if asked is not None:
        since = max(asked.asked_at, asked.answered_at or asked.asked_at)
        if now - since < rules.ASKED_AGAIN_AFTER:
            return Verdict(person, 0, "champion-asked")
    act = history.begin(session, None, "champion.invite", now)
    asked_id = champions.add(act, person.id)
    outbox.promise(
        session,
        recipient_id=person.id,
        kind=KIND,
        facts={"asked_id": asked_id},
        dedup_key=f"{KIND}:{asked_id}",
        now=now,
        expires_at=now + LASTS,
    )
    return Verdict(person, 1)


def waits(session: Session, person_id: int, asked_id: int) -> bool:
    """Whether a question is somebody's newest and has no answer yet."""
    asked = champions.newest(session, person_id).get(person_id)
    return asked is not None and asked.id == asked_id and asked.consents is None


def answer(session: Session, actor: Actor, now: datetime, *, consents: bool) -> int:
    """Agrees, declines, or takes an agreement back; the act's id. Raises Refusal where nobody
    asked."""
    asked = champions.newest(session, actor.id).get(actor.id)
    if asked is None:
        raise Refusal("champion-not-asked")
    action = "champion.agree" if consents else "champion.decline"
    act = history.begin(session, actor.id, action, now)
    champions.answer(act, asked.id, consents=consents)
    return act.id


def page(session: Session, actor: Actor, now: datetime) -> ChampionsPage:
    """Those who agreed, how they work, and for leaders how the weeks of all develop."""
    asked = champions.newest(session)
    agreed = _agreed(session)
    mine = asked.get(actor.id)
    leads_all = actor.role in (Role.LEADER, Role.ADMIN)
    return ChampionsPage(
        champions=_champions(session, agreed, now),
        reader_id=actor.id,
        is_one=mine is not None and mine.consents is True,
        is_asked=mine is not None and not mine.consents,
        weeks=_shares(session, agreed, now) if leads_all else (),
    )


def is_there(session: Session, but: int) -> bool:
    """Whether there is a champion to be asked by somebody, who is none of them alone."""
    return any(one.id != but for one in _agreed(session))


def advising(
    session: Session,
    actor: Actor,
    now: datetime,
    deal_id: int | None = None,
    chosen_id: int | None = None,
) -> Advising:
    """Whom one may ask, the nearest first, about one deal or any of one's own open ones. Raises
    Refusal."""
    others = sorted(
        (one for one in _agreed(session) if one.id != actor.id),
        key=lambda one: _distance(one, actor.person),
    )
    if not others:
        raise Refusal("champion-none")
    if deal_id is not None:
        ours = [visible.deal(session, deal_id)]
    else:
        ours = deals.all_matching(session, Wanted(owner_ids=(actor.id,)))[:MOST_DEALS]
    if not ours:
        raise Refusal("champion-no-deals")
    return Advising(_champions(session, others, now), tuple(ours), chosen_id)


def ask(
    session: Session, actor: Actor, champion_id: int, deal_id: int, words: str, now: datetime
) -> tuple[int, Feedback, datetime]:
    """Hands a question about a deal to a champion; the act's id, the question, and from when on
    it is read. Raises Refusal where they took their agreement back meanwhile."""
    champion = next((one for one in _agreed(session) if one.id == champion_id), None)
    if champion is None or champion.id == actor.id:
        raise Refusal("champion-gone", field="champion")
    deal = visible.deal(session, deal_id)
    asked = Feedback(0, FeedbackKind.ADVICE, actor.person, champion, deal, words.strip())
    return feedback.put(session, asked, now, "champion.ask")


def _distance(champion: Person, asking: Person) -> tuple[bool, bool]:
    """Whoever speaks one's language goes first, then whoever is of one's team."""
    speaks, asks = (one.locale.split("-")[0] for one in (champion, asking))
    return speaks != asks, champion.manager_id != asking.manager_id


def _agreed(session: Session) -> list[Person]:
    """The champions: those who agreed and are still here as reps, by name."""
    agreed = [one.person_id for one in champions.newest(session).values() if one.consents]
    there = people.with_ids(session, agreed)
    return sorted(
        (
            one
            for one in there
            if one.role is Role.REP and one.gone_on is None and one.slack_user_id is not None
        ),
        key=lambda one: one.name,
    )


def _champions(session: Session, agreed: Sequence[Person], now: datetime) -> tuple[Champion, ...]:
    if not agreed:
        return ()
    weeks = _weeks(session, now)
    days = champions.active_days(session, weeks[0], weeks[-1])
    return tuple(
        Champion(one, _habits(session, one, weeks, sum(days.get(one.id, {}).values())))
        for one in agreed
    )


def _habits(session: Session, person: Person, weeks: Sequence[date], days: int) -> Habits:
    zone = workspaces.bound(session).zone
    begins, ends = Period(weeks[0], weeks[-1] + WEEK - timedelta(days=1)).moments(zone)
    minutes = champions.delays(session, person.id, weeks[0], weeks[-1])
    calls, followed = champions.followed_within_an_hour(session, person.id, begins, ends)
    return Habits(
        active_days=(Decimal(days) / len(weeks)).quantize(Decimal("0.1")),
        delay_minutes=minutes[len(minutes) // 2] if minutes else None,
        calls=calls,
        within_an_hour=followed,
    )


def _weeks(session: Session, now: datetime) -> list[date]:
    """The Mondays of the last whole weeks, in order."""
    today = now.astimezone(workspaces.bound(session).zone).date()
    return [monday_of(today) - number * WEEK for number in range(rules.WEEKS, 0, -1)]


def _doings(session: Session, now: datetime) -> list[Doing]:
    """Every rep's results and weeks."""
    zone, weeks = workspaces.bound(session).zone, _weeks(session, now)
    first = last_months(now.astimezone(zone).date(), rules.RESULT_MONTHS).first
    begins = datetime.combine(first, time(), zone).astimezone(UTC)
    results = champions.results(session, begins, now)
    days = champions.active_days(session, weeks[0], weeks[-1])
    return [
        Doing(
            one.id,
            *results.get(one.id, (0, 0)),
            tuple(days.get(one.id, {}).get(week, 0) for week in weeks),
        )
        for one in people.everyone(session)
        if one.role is Role.REP
    ]


def _shares(
    session: Session, agreed: Sequence[Person], now: datetime
) -> tuple[rules.WeekShare, ...]:
    weeks = _weeks(session, now)
    reps = [one.id for one in people.everyone(session) if one.role is Role.REP]
    ours = frozenset(one.id for one in agreed)
    return rules.shares(weeks, reps, ours, champions.active_days(session, weeks[0], weeks[-1]))
