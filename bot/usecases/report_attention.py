"""What asks for attention first: a page of it, and how much there is in all."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.domain.deal import OpenDeal
from bot.domain.reporting import Attention
from bot.domain.signals import Finding, is_stale
from bot.domain.stages import Stages
from bot.domain.working_days import Calendar
from bot.usecases import report_weeks
from bot.usecases.report_people import Who
from store import attention, stages, workspaces
from store.speaking import Watch

MANY = 4_096
"""As many are looked at one by one at first: the database orders them only to a day or so."""
ROUGHLY = timedelta(days=2)
LONGEST_QUIET = 20 * 366
_DAY = timedelta(days=1)

_Speaking = tuple[date, int, OpenDeal, tuple[date, tuple[Finding, ...]]]


def first(
    session: Session, at: datetime, only: frozenset[int] | None, limit: int
) -> tuple[list[Attention], int]:
    """The first of what `report_weeks.attention` tells, and how many deals it tells of."""
    if not attention.stands_as_now(session, at):
        told = report_weeks.attention(session, at, only)
        return told[:limit], len(told)
    looking = _Looking(session, at, only)
    picked = looking.longest(limit, stale=True)
    if len(picked) < limit:
        picked += looking.longest(limit - len(picked), stale=False)
    names = attention.names(session, [deal.id for _, _, deal, _ in picked])
    lines = [
        report_weeks.line(looking.who, deal, names[deal.id], *found) for _, _, deal, found in picked
    ]
    return lines, sum(attention.count(session, watch) for watch in looking.watches)


def watches(session: Session, at: datetime, only: frozenset[int] | None) -> tuple[Watch, ...]:
    """By whose days deals are judged: of those people, or of everybody and of nobody."""
    return tuple(_Looking(session, at, only).watches)


class _Looking:
    def __init__(self, session: Session, at: datetime, only: frozenset[int] | None) -> None:
        self._session, self._at = session, at
        self.who, self._playbook = Who(session), stages.in_force(session)
        self._zone = workspaces.bound(session).zone
        self.watches = list(self._watches(only))

    def longest(self, limit: int, *, stale: bool) -> list[_Speaking]:
        """Those stale, or those not, that have said it longest; of equals the older deal."""
        found = [one for watch in self.watches for one in self._of(watch, limit, stale=stale)]
        return sorted(found, key=lambda one: one[:2])[:limit]

    def _of(self, watch: Watch, limit: int, *, stale: bool) -> list[_Speaking]:
        many = MANY
        while True:
            deals = attention.longest(self._session, watch, many, stale=stale)
            judged = [one for deal in deals if (one := self._judged(deal))]
            last = judged[-1][0] if judged else None
            judged.sort(key=lambda one: one[:2])
            surely = len(judged) >= limit and last and judged[limit - 1][0] < last - ROUGHLY
            if surely or len(deals) < many:
                return [one for one in judged if is_stale(one[3][1]) == stale]
            many *= 8

    def _judged(self, deal: OpenDeal) -> _Speaking | None:
        found = report_weeks.said(self.who, self._playbook, self._zone, deal, self._at)
        if not found[1]:
            return None
        return min(one.since for one in found[1]), deal.id, deal, found

    def _watches(self, only: frozenset[int] | None) -> Iterator[Watch]:
        """One for those who share a zone, and on whose calendars the same days are long ago."""
        alike: defaultdict[tuple[str, Calendar], list[int]] = defaultdict(list)
        for one in self.who.everyone:
            if only is None or one.id in only:
                alike[one.tz, one.calendar].append(one.id)
        groups: defaultdict[Any, list[int]] = defaultdict(list)
        for (tz, calendar), ids in alike.items():
            today = self._at.astimezone(ZoneInfo(tz)).date()
            groups[tz, today, tuple(_quiet_since(self._playbook, calendar, today))] += ids
        for (tz, today, quiet), ids in groups.items():
            silent = {key: _midnight(day, ZoneInfo(tz)) for key, day in quiet}
            everyone = only is None and len(groups) == 1
            stuck = _stuck(self._playbook, today, ZoneInfo(tz))
            yield Watch(None if everyone else ids, False, today, silent, stuck)
        if only is None:
            today = self._at.astimezone(self._zone).date()
            yield Watch(None, True, today, {}, _stuck(self._playbook, today, self._zone))


def _quiet_since(playbook: Stages, calendar: Calendar, today: date) -> Iterator[tuple[str, date]]:
    """By stage, the day since which a deal must have been touched not to be silent; none for
    somebody who never works."""
    for stage in playbook.ever_open:
        back = bisect_right(
            range(LONGEST_QUIET),
            stage.silent_after,
            key=lambda days: calendar.days_since(today - days * _DAY, today),
        )
        if back < LONGEST_QUIET:
            yield stage.key, today - (back - 1) * _DAY


def _stuck(playbook: Stages, today: date, zone: ZoneInfo) -> dict[str, datetime]:
    return {
        stage.key: _midnight(today - 3 * stage.expected_days // 2 * _DAY, zone)
        for stage in playbook.ever_open
    }


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
