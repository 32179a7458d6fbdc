"""Changes that people make to a playbook by forms, each a new document beside the old one.

They work on the document's plain form, and whoever keeps the result checks it (playbook_check).
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from bot.domain.playbook_document import Document, plain
from bot.domain.refusal import Refusal

Plain = dict[str, Any]


def _edited(document: Document, change: Callable[[Plain], None]) -> Plain:
    told = plain(document)
    change(told)
    return told


def _stages_with(told: Plain, key: str) -> tuple[list[Plain], int]:
    """The list of stages that holds one, and its place there. Raises Refusal."""
    for pipeline in told["pipelines"]:
        for place, stage in enumerate(pipeline["stages"]):
            if stage["key"] == key:
                return pipeline["stages"], place
    raise Refusal("playbook-draft-changed")


def with_stage(document: Document, key: str, facts: Plain) -> Plain:
    """A stage with other facts; those that are None go."""

    def change(told: Plain) -> None:
        stages, place = _stages_with(told, key)
        kept = {name: value for name, value in stages[place].items() if name not in facts}
        stages[place] = kept | {name: value for name, value in facts.items() if value is not None}

    return _edited(document, change)


def with_new_stage(document: Document, pipeline: str, facts: Plain) -> Plain:
    """A new stage, the last open one of its pipeline; its key comes from its name."""

    def change(told: Plain) -> None:
        stages = next(one["stages"] for one in told["pipelines"] if one["key"] == pipeline)
        taken = {stage["key"] for one in told["pipelines"] for stage in one["stages"]}
        names = facts["names"]
        stage = {"key": new_key(names.get("en") or names.get("ko") or "", taken, "stage")} | facts
        ends = [place for place, one in enumerate(stages) if one.get("ends")]
        stages.insert(min(ends, default=len(stages)), stage)

    return _edited(document, change)


def without_stage(document: Document, key: str) -> Plain:
    def change(told: Plain) -> None:
        stages, place = _stages_with(told, key)
        del stages[place]

    return _edited(document, change)


def with_stage_moved(document: Document, key: str, by: int) -> Plain:
    """A stage moved up (-1) or down (1) among its pipeline's; at the edge it stays."""

    def change(told: Plain) -> None:
        stages, place = _stages_with(told, key)
        goal = min(max(place + by, 0), len(stages) - 1)
        stages.insert(goal, stages.pop(place))

    return _edited(document, change)


def with_criterion(document: Document, stage: str, facts: Plain) -> Plain:
    """One more thing to answer before a deal leaves the stage. Evidence gets its key from its
    question."""

    def change(told: Plain) -> None:
        stages, place = _stages_with(told, stage)
        part = dict(facts)
        if "ask" in part and "evidence" not in part and not {"field", "contact"} & part.keys():
            taken = {
                one.get("evidence")
                for pipeline in told["pipelines"]
                for each in pipeline["stages"]
                for one in each.get("exit", [])
            }
            words = part["ask"].get("en") or part["ask"].get("ko") or ""
            part["evidence"] = new_key(words, {str(one) for one in taken}, "question")
        stages[place].setdefault("exit", []).append(part)

    return _edited(document, change)


def without_criterion(document: Document, stage: str, key: str) -> Plain:
    """No longer asked from now on; what was answered stays with its deals."""

    def change(told: Plain) -> None:
        stages, place = _stages_with(told, stage)
        left = [one for one in stages[place].get("exit", []) if criterion_key(one) != key]
        stages[place]["exit"] = left

    return _edited(document, change)


def criterion_key(part: Plain) -> str:
    return str(part.get("field") or part.get("contact") or part.get("evidence"))


def with_reasons(document: Document, kind: str, lines: str) -> Plain:
    """The reasons as lines of "English = 한국어". One that is no longer among them is archived:
    deals were closed for it."""

    def change(told: Plain) -> None:
        name = f"{kind}_reasons"
        was: list[Plain] = told.get(name, [])
        wanted = [_names(line) for line in lines.splitlines() if line.strip()]
        now: list[Plain] = []
        for names in wanted:
            known = next((one for one in was if _alike(one["names"], names)), None)
            taken = {one["key"] for one in (*was, *now)}
            key = new_key(names.get("en") or names.get("ko") or "", taken, "reason")
            made = {**known} if known else {"key": key}
            made.pop("archived", None)
            now.append(made | {"names": names})
        kept = {one["key"] for one in now}
        gone = [one | {"archived": True} for one in was if one["key"] not in kept]
        told[name] = now + gone

    return _edited(document, change)


def reasons_as_lines(document: Document, kind: str) -> str:
    """What `with_reasons` reads, of the reasons that are offered."""
    reasons = document.lost_reasons if kind == "lost" else document.won_reasons
    pairs = [(one.names.en or "", one.names.ko or "") for one in reasons if not one.archived]
    return "\n".join(
        english if english == korean else f"{english} = {korean}".strip(" =")
        for english, korean in pairs
    )


def _names(line: str) -> Plain:
    english, _, korean = (part.strip() for part in line.partition("="))
    return {"en": english, "ko": korean} if korean else {"en": english, "ko": english}


def _alike(was: Plain, now: Plain) -> bool:
    """The same reason, one of its names perhaps mended."""
    return any(was.get(language) == now.get(language) for language in ("en", "ko"))


def new_key(words: str, taken: set[str], otherwise: str) -> str:
    """A key of small Latin letters from someone's words, that nobody has yet."""
    latin = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    bare = re.sub(r"[^a-z0-9]+", "_", latin.lower()).strip("_")[:40].strip("_")
    stem = bare if bare and bare[0].isalpha() else otherwise
    if stem not in taken:
        return stem
    return next(f"{stem}_{n}" for n in range(2, len(taken) + 3) if f"{stem}_{n}" not in taken)
