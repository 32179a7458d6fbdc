"""A first look at a whole sheet: how long it is, how it writes its days, and what it names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain import importing
from bot.domain.importing_dates import Ballot, DateOrder
from bot.domain.names import key_of
from bot.domain.refusal import Refusal
from bot.domain.stages import Stage, Stages
from bot.usecases.sheets import Row

MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Survey:
    """What a first look at the whole sheet found: its rows, how its dates are written, and the
    stages and owners it names."""

    rows: int
    orders: importing.Orders
    stages: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()


def survey(
    rows: Iterable[Row], columns: Mapping[str, str], given: DateOrder | None = None
) -> Survey:
    """Reads the sheet through without taking anything. Raises Refusal for one that is too long."""
    ballots = {name: Ballot() for name in importing.DATES if name in columns}
    named: dict[str, dict[str, None]] = {"stage": {}, "owner": {}}
    count = 0
    for _number, cells in rows:
        count += 1
        if count > MOST_ROWS:
            raise Refusal("import-too-many-rows", most=MOST_ROWS)
        for name, ballot in ballots.items():
            ballot.hear([cells.get(columns[name]) or ""])
        for name, found in named.items():
            if said := (cells.get(columns.get(name, "")) or "").strip():
                found[said] = None
    orders = {name: ballot.decide(given, ballots.values()) for name, ballot in ballots.items()}
    return Survey(count, orders, tuple(named["stage"]), tuple(named["owner"]))


def unknown_stages(
    ours: Stages, named: Iterable[str], options_stages: Mapping[str, str]
) -> tuple[str, ...]:
    """Those of a sheet's stages that mean none of ours."""
    return tuple(one for one in named if stage_of(ours, one, options_stages) is None)


def stage_of(ours: Stages, named: str, given: Mapping[str, str]) -> Stage | None:
    """Ours that a sheet's stage means: as it was mapped, in whichever case, else by its name."""
    return ours.find(given.get(named) or _mapped(named, given) or named) or ours.find(named)


def _mapped(named: str, given: Mapping[str, str]) -> str | None:
    key = key_of(named) if given else ""
    return next((to for one, to in given.items() if key_of(one) == key), None)


def stages_unknown(ours: Stages, unknown: tuple[str, ...]) -> Refusal:
    first = unknown[0]
    return Refusal(
        "import-stages-unknown",
        unknown=unknown,
        stages=ours.all,
        example=f"--stage-map '{first}={ours.first.name('en')}'",
    )
