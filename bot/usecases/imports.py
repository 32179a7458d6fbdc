"""Bringing a spreadsheet's deals in: all of it or nothing, and the same sheet twice is nothing.

Rows are laid aside batch by batch, in transactions of their own, where nobody sees them: others go
on writing meanwhile. The last transaction shows them all at once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any

from sqlalchemy.orm import Session

from bot.domain import importing
from bot.domain.imported import Counts
from bot.domain.importing import RowProblem, SheetDeal
from bot.domain.names import key_of
from bot.domain.people import Workspace
from bot.domain.stages import Stage, StageKind, Stages
from bot.usecases import sheet_owners
from bot.usecases.sheet_survey import stage_of, stages_unknown
from bot.usecases.sheets import Row
from bot.usecases.spool import Spool
from store import facts, history, imports, stages, workspaces
from store.imports import Known

NOON = time(12, tzinfo=UTC)
EARLY = time(6, tzinfo=UTC)
"""Where it is tomorrow at noon in UTC already (Auckland), this is still the same day."""
NOT_YET = -1
"""The id of an account or a person that the import would make."""


@dataclass(frozen=True, slots=True)
class Options:
    """`stages` maps a sheet's stages to ours, `owners` its people to names or Slack ids; `orders`
    is how each column writes its dates (`survey` finds it), `currency` that of amounts without one
    (else the workspace's)."""

    columns: Mapping[str, str]
    stages: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    dry_run: bool = False
    orders: importing.Orders = field(default_factory=dict)
    currency: str | None = None


@dataclass(slots=True)
class Report:
    """What became of each row; `skipped` holds row numbers with the reason's key and facts."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: list[tuple[int, RowProblem]] = field(default_factory=list)

    @property
    def counts(self) -> Counts:
        return Counts(self.created, self.updated, self.unchanged, len(self.skipped))


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
    """All of it in one transaction. Raises Refusal for stages unknown, and OnlyTried at a dry
    run's end."""
    importer = Importer(options, now)
    importer.begin(session, None)
    for batch in batches(rows):
        importer.lay_aside(session, batch)
        progress(len(batch))
    importer.end(session)
    if options.dry_run:
        raise OnlyTried(importer.report)
    return importer.report


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    lines = iter(rows)
    while batch := list(islice(lines, imports.BATCH)):
        yield batch


class Importer:
    """One import under way, a batch of rows at a time, each in whichever session it is handed."""

    def __init__(self, options: Options, now: datetime) -> None:
        self._options = options
        self._now = now
        self._workspace: Workspace
        self._stages: Stages
        self._act_id = 0
        self._actor_id: int | None = None
        self._accounts: dict[str, int] = {}
        self._owners: dict[str, int] = {}
        self._first_days: dict[int, datetime] = {}
        self._seen: set[str] = set()
        self._unknown: dict[str, None] = {}
        self._changes = Spool()
        self.report = Report()

    def begin(self, session: Session, actor_id: int | None) -> int:
        """Opens the import's act; returns its id."""
        self._workspace = workspaces.bound(session)
        self._stages = stages.in_force(session)
        self._actor_id = actor_id
        self._act_id = history.begin(session, actor_id, "import", self._now).id
        return self._act_id

    def lay_aside(self, session: Session, rows: list[Row]) -> None:
        """Takes a batch: new deals are written where nobody sees them, changes are noted down."""
        act = self._act(session)
        deals = [deal for row in rows if (deal := self._read(row)) is not None]
        known = imports.known(session, [deal.external_id for deal in deals])
        self._meet(act, deals)
        new = []
        for deal in deals:
            before = known.get(deal.external_id)
            stage = self._stage(deal, before)
            if stage is None:
                continue
            fields = self._fields(deal, stage)
            if before is not None:
                self._bring_along(before, fields, deal, stage)
            else:
                new.append(self._born(deal, stage, fields))
        imports.add(act, new)
        self.report.created += len(new)

    def look(self, session: Session, rows: list[Row]) -> list[SheetDeal]:
        """Counts what a batch would do, and writes nothing; the deals that it read."""
        self._workspace, self._stages = workspaces.bound(session), stages.in_force(session)
        deals = [deal for row in rows if (deal := self._read(row)) is not None]
        known = imports.known(session, [deal.external_id for deal in deals])
        names = {deal.account for deal in deals if deal.account}
        self._accounts |= imports.account_ids(session, names)
        for owner in {deal.owner for deal in deals if deal.owner} - self._owners.keys():
            found = sheet_owners.find(session, owner, self._options.owners)
            self._owners[owner] = NOT_YET if found is None else found.id
        for deal in deals:
            before = known.get(deal.external_id)
            stage = self._stage(deal, before) or self._stages.first
            if before is None:
                self.report.created += 1
            elif self._changed(before, deal, self._fields(deal, stage)):
                self.report.updated += 1
            else:
                self.report.unchanged += 1
        return deals

    def end(self, session: Session) -> None:
        """Shows what was laid aside, and brings along what changed. Raises Refusal for stages that
        nobody knows."""
        if self._unknown:
            raise stages_unknown(self._stages, tuple(self._unknown))
        act = self._act(session)
        for wanted in self._changes.batches(imports.BATCH):
            changed = imports.change_all(act, dict(wanted))
            self.report.updated += len(changed)
            self.report.unchanged += len(wanted) - len(changed)
        imports.show(act, self._first_days)
        facts.forget_weeks(session)

    def _act(self, session: Session) -> history.Act:
        return history.Act(session, self._act_id, self._actor_id, self._now)

    def _read(self, row: Row) -> SheetDeal | None:
        number, cells = row
        try:
            options = self._options
            today = self._now.date()
            zone = self._workspace.zone
            deal = importing.read(number, cells, options.columns, options.orders, today, zone)
            deal = importing.told_apart(deal, self._seen)
        except RowProblem as problem:
            self.report.skipped.append((number, problem))
            return None
        self._seen.add(deal.external_id)
        return deal

    def _meet(self, act: history.Act, deals: list[SheetDeal]) -> None:
        """Finds the batch's accounts and owners, and makes those that there are not."""
        named = {key_of(deal.account)[:255]: deal.account for deal in deals if deal.account}
        named = {key: name for key, name in named.items() if key and key not in self._accounts}
        self._accounts |= imports.account_ids(act.session, named.values())
        missing = {key: name for key, name in named.items() if key not in self._accounts}
        if missing:
            self._accounts |= imports.add_accounts(act, missing)
        for owner in {deal.owner: None for deal in deals if deal.owner}:
            if owner not in self._owners:
                found = sheet_owners.find(act.session, owner, self._options.owners)
                if found is not None:
                    self._owners[owner] = found.id
                    continue
                name = self._options.owners.get(owner, owner)
                same = self._owners.get(f"\0{key_of(name)}")
                made = same or imports.add_owner(act, self._workspace, name)
                self._owners[owner] = self._owners[f"\0{key_of(name)}"] = made

    def _stage(self, deal: SheetDeal, before: Known | None) -> Stage | None:
        """Where the sheet says that the deal stands; where it is, or the first, if it says none."""
        found: Stage | None = self._stages.first
        if before is not None:
            found = self._stages.get(before.fields["stage_key"])
        if deal.stage:
            found = stage_of(self._stages, deal.stage, self._options.stages)
            if found is None:
                self._unknown[deal.stage] = None
        ends = self._stages.find(deal.status) if deal.status else None
        return ends if ends is not None and ends.kind is not StageKind.OPEN else found

    def _fields(self, deal: SheetDeal, stage: Stage) -> dict[str, Any]:
        is_open = stage.kind is StageKind.OPEN
        account_id = self._accounts.get(key_of(deal.account)[:255], NOT_YET)
        return {
            "name": deal.name,
            "account_id": account_id if deal.account else None,
            "owner_id": self._owner(deal, stage),
            "stage_key": stage.key,
            "status": stage.kind.value,
            "amount": deal.amount,
            "currency": self._currency(deal),
            "closes_on": deal.closes_on if is_open else None,
            "next_step": deal.next_step or None,
            "next_step_due_on": deal.next_step_due_on,
            "close_reason": None if is_open else deal.reason or None,
        }

    def _currency(self, deal: SheetDeal) -> str | None:
        return deal.currency or (None if deal.amount is None else self._options.currency)

    def _born(self, deal: SheetDeal, stage: Stage, fields: dict[str, Any]) -> dict[str, Any]:
        created = self._began(deal, stage) or self._now
        is_open = stage.kind is StageKind.OPEN
        closed = None if is_open else max(self._noon(deal.ended_on) or self._now, created)
        begun = stage if is_open else self._stages.first
        steps = [self._step(None, begun, created)]
        if closed is not None:
            steps.append(self._step(begun, stage, closed))
        return fields | {
            "name_key": key_of(deal.name)[:255],
            "currency": self._currency(deal) or self._workspace.currency,
            "created_at": created,
            "stage_entered_at": closed or created,
            "last_touch_at": closed or self._touched(deal, created),
            "closed_at": closed,
            "probability": stage.probability,
            "playbook_version": stage.playbook_version,
            "external_id": deal.external_id,
            "version": 1,
            "steps": steps,
        }

    def _touched(self, deal: SheetDeal, created: datetime) -> datetime:
        """The last that the sheet tells of an open deal: to bring it in is no touch, and makes
        nothing look fresh."""
        return min(self._now, max(created, self._noon(deal.touched_on) or created))

    def _step(self, was: Stage | None, to: Stage, at: datetime) -> dict[str, Any]:
        return {
            "from_stage": was.key if was else None,
            "to_stage": to.key,
            "changed_at": at,
            "playbook_version": to.playbook_version,
        }

    def _changed(self, before: Known, deal: SheetDeal, fields: dict[str, Any]) -> dict[str, Any]:
        """What differs; an empty cell never takes anything away. The last touch moves to a later
        day that the sheet tells of, and never back."""
        touched = self._touched_again(before, deal)
        changes = {} if touched is None else {"last_touch_at": touched}
        return changes | {
            name: value
            for name, value in fields.items()
            if value is not None and value != before.fields[name]
        }

    def _touched_again(self, before: Known, deal: SheetDeal) -> datetime | None:
        """The sheet's last activity on an open deal where it is of a later day than any touch that
        we know; what lies ahead is none."""
        if before.fields["status"] != StageKind.OPEN or deal.touched_on is None:
            return None
        zone = self._workspace.zone
        known, today = (at.astimezone(zone).date() for at in (before.touched_at, self._now))
        is_news = known < deal.touched_on <= today
        return min(self._now, self._noon(deal.touched_on) or self._now) if is_news else None

    def _bring_along(
        self, before: Known, fields: dict[str, Any], deal: SheetDeal, stage: Stage
    ) -> None:
        changes = self._changed(before, deal, fields)
        if not changes:
            self.report.unchanged += 1
            return
        if "stage_key" in changes:
            closed = (
                None if stage.kind is StageKind.OPEN else self._noon(deal.ended_on) or self._now
            )
            changes |= {
                "stage_entered_at": closed or self._now,
                "closed_at": closed,
                "probability": stage.probability,
                "playbook_version": stage.playbook_version,
            }
        self._changes.put(before.id, changes)

    def _began(self, deal: SheetDeal, stage: Stage) -> datetime | None:
        """When the sheet says that a deal began: at the latest when it was closed. The day on which
        an open one is expected to close says nothing of it."""
        closed = self._noon(deal.ended_on) if stage.ends else None
        return self._noon(deal.created_on) or closed

    def _owner(self, deal: SheetDeal, stage: Stage) -> int | None:
        if not deal.owner:
            return None
        owner_id = self._owners[deal.owner]
        began = self._began(deal, stage)
        if began is not None:
            first = self._first_days.get(owner_id, began)
            self._first_days[owner_id] = min(first, began)
        return owner_id

    def _noon(self, day: date | None) -> datetime | None:
        """A moment of the sheet's day, in UTC and in the workspace's zone alike."""
        if day is None:
            return None
        noon = datetime.combine(day, NOON)
        same = noon.astimezone(self._workspace.zone).date() == day
        return noon if same else datetime.combine(day, EARLY)
