"""Bringing a spreadsheet's deals in: all of it or nothing, and the same sheet twice is nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any

from sqlalchemy.orm import Session

from bot.domain import importing
from bot.domain.importing import RowProblem, SheetDeal
from bot.domain.importing_dates import Ballot, DateOrder
from bot.domain.names import key_of
from bot.domain.people import Role, Workspace
from bot.domain.refusal import Refusal
from bot.domain.stages import Stage, StageKind, Stages
from bot.usecases.sheets import Row
from store import facts, history, imports, people, stages, workspaces
from store.imports import Known

NOON = time(12, tzinfo=UTC)
EARLY = time(6, tzinfo=UTC)
"""Where it is tomorrow at noon in UTC already (Auckland), this is still the same day."""
MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Options:
    """`stages` maps a sheet's stages to ours, `owners` its people to names or Slack ids; `orders`
    is how each column writes its dates (`survey` finds it)."""

    columns: Mapping[str, str]
    stages: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    dry_run: bool = False
    orders: importing.Orders = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Survey:
    """What a first look at the whole sheet found: its rows, and how its dates are written."""

    rows: int
    orders: importing.Orders


def survey(
    rows: Iterable[Row], columns: Mapping[str, str], given: DateOrder | None = None
) -> Survey:
    """Reads the sheet through without taking anything. Raises Refusal for one that is too long."""
    ballots = {name: Ballot() for name in importing.DATES if name in columns}
    count = 0
    for _number, cells in rows:
        count += 1
        if count > MOST_ROWS:
            raise Refusal("import-too-many-rows", most=MOST_ROWS)
        for name, ballot in ballots.items():
            ballot.hear([cells.get(columns[name]) or ""])
    return Survey(count, {name: ballot.decide(given) for name, ballot in ballots.items()})


@dataclass(slots=True)
class Report:
    """What became of each row; `skipped` holds row numbers with the reason's key and facts."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: list[tuple[int, RowProblem]] = field(default_factory=list)


class OnlyTried(Exception):
    """A dry run has seen enough: everything is taken back."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def run(
    session: Session,
    rows: Iterable[Row],
    options: Options,
    now: datetime,
    progress: Callable[[int], None],
) -> Report:
    """One transaction. Raises Refusal for stages unknown, and OnlyTried at a dry run's end."""
    importer = _Importer(session, options, now)
    for batch in _batches(iter(rows)):
        importer.take(batch)
        progress(len(batch))
    importer.end()
    if options.dry_run:
        raise OnlyTried(importer.report)
    facts.forget_weeks(session)
    return importer.report


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, imports.BATCH)):
        yield batch


class _Importer:
    """One import under way, a batch of rows at a time."""

    def __init__(self, session: Session, options: Options, now: datetime) -> None:
        self._session = session
        self._options = options
        self._now = now
        self._workspace: Workspace = workspaces.bound(session)
        self._stages: Stages = stages.in_force(session)
        self._act = history.begin(session, None, "import", now)
        self._owners: dict[str, int] = {}
        self._first_days: dict[int, datetime] = {}
        self._seen: set[str] = set()
        self._unknown: dict[str, None] = {}
        self.report = Report()

    def take(self, rows: list[Row]) -> None:
        deals = [deal for row in rows if (deal := self._read(row)) is not None]
        known = imports.known(self._session, [deal.external_id for deal in deals])
        accounts = imports.accounts(self._act, {deal.account for deal in deals if deal.account})
        new = []
        for deal in deals:
            stage = self._stage(deal)
            if stage is None:
                continue
            fields = self._fields(deal, stage, accounts)
            if (before := known.get(deal.external_id)) is not None:
                self._bring_along(before, fields, deal, stage)
            else:
                new.append(self._born(deal, stage, fields))
        imports.add(self._act, new)
        self.report.created += len(new)

    def end(self) -> None:
        if self._unknown:
            first = next(iter(self._unknown))
            raise Refusal(
                "import-stages-unknown",
                unknown=tuple(self._unknown),
                stages=self._stages.all,
                example=f"--stage-map '{first}={self._stages.first.name('en')}'",
            )
        imports.joined(self._session, self._first_days)

    def _read(self, row: Row) -> SheetDeal | None:
        number, cells = row
        try:
            options = self._options
            today = self._now.date()
            deal = importing.read(number, cells, options.columns, options.orders, today)
            if deal.external_id in self._seen:
                raise RowProblem("import-row-double", id=deal.external_id)
        except RowProblem as problem:
            self.report.skipped.append((number, problem))
            return None
        self._seen.add(deal.external_id)
        return deal

    def _stage(self, deal: SheetDeal) -> Stage | None:
        if not deal.stage:
            return self._stages.first
        meant = self._options.stages.get(deal.stage, deal.stage)
        found = self._stages.find(meant) or self._stages.find(deal.stage)
        if found is None:
            self._unknown[deal.stage] = None
        return found

    def _fields(self, deal: SheetDeal, stage: Stage, accounts: Mapping[str, int]) -> dict[str, Any]:
        is_open = stage.kind is StageKind.OPEN
        return {
            "name": deal.name,
            "account_id": accounts.get(key_of(deal.account)[:255]) if deal.account else None,
            "owner_id": self._owner(deal),
            "stage_key": stage.key,
            "status": stage.kind.value,
            "amount": deal.amount,
            "currency": deal.currency or self._workspace.currency,
            "closes_on": deal.closes_on if is_open else None,
        }

    def _born(self, deal: SheetDeal, stage: Stage, fields: dict[str, Any]) -> dict[str, Any]:
        created = self._noon(deal.created_on) or self._noon(deal.closes_on) or self._now
        is_open = stage.kind is StageKind.OPEN
        closed = None if is_open else max(self._noon(deal.closes_on) or self._now, created)
        begun = stage if is_open else self._stages.first
        steps = [self._step(None, begun, created)]
        if closed is not None:
            steps.append(self._step(begun, stage, closed))
        return fields | {
            "name_key": key_of(deal.name)[:255],
            "created_at": created,
            "stage_entered_at": closed or created,
            "last_touch_at": closed or self._now,
            "closed_at": closed,
            "next_step": deal.next_step or None,
            "probability": stage.probability,
            "playbook_version": stage.playbook_version,
            "external_id": deal.external_id,
            "version": 1,
            "steps": steps,
        }

    def _step(self, was: Stage | None, to: Stage, at: datetime) -> dict[str, Any]:
        return {
            "from_stage": was.key if was else None,
            "to_stage": to.key,
            "changed_at": at,
            "playbook_version": to.playbook_version,
        }

    def _bring_along(
        self, before: Known, fields: dict[str, Any], deal: SheetDeal, stage: Stage
    ) -> None:
        """Updates what differs; an empty cell never takes anything away."""
        changes = {
            name: value
            for name, value in fields.items()
            if value is not None and value != before.fields[name]
        }
        if not changes:
            self.report.unchanged += 1
            return
        if "stage_key" in changes:
            closed = (
                None if stage.kind is StageKind.OPEN else self._noon(deal.closes_on) or self._now
            )
            changes |= {"stage_entered_at": closed or self._now, "closed_at": closed}
            changes["probability"] = stage.probability
        imports.change(self._act, before.id, changes)
        self.report.updated += 1

    def _owner(self, deal: SheetDeal) -> int | None:
        if not deal.owner:
            return None
        if deal.owner not in self._owners:
            self._owners[deal.owner] = self._met(deal.owner)
        owner_id = self._owners[deal.owner]
        created = self._noon(deal.created_on) or self._noon(deal.closes_on)
        if created is not None:
            first = self._first_days.get(owner_id, created)
            self._first_days[owner_id] = min(first, created)
        return owner_id

    def _met(self, owner: str) -> int:
        """Somebody known by Slack id, e-mail or name, else a new rep without a Slack id."""
        meant = self._options.owners.get(owner, owner)
        known = people.by_slack_id(self._session, meant)
        if known is None and "@" in meant:
            known = people.by_email(self._session, meant)
        named = [known] if known else people.by_name(self._session, meant)
        if named:
            return named[0].id
        added = people.add(
            self._session,
            name=meant,
            slack_user_id=None,
            role=Role.REP,
            locale=self._workspace.locale,
            tz=self._workspace.tz,
            joined_on=self._now.date(),
        )
        return added.id

    def _noon(self, day: date | None) -> datetime | None:
        """A moment of the sheet's day, in UTC and in the workspace's zone alike."""
        if day is None:
            return None
        noon = datetime.combine(day, NOON)
        same = noon.astimezone(self._workspace.zone).date() == day
        return noon if same else datetime.combine(day, EARLY)
