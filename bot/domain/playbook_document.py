"""A playbook as a document: what its YAML may say, and the plain values that it means."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from bot.domain.criteria import AnswerKind, Asks, Choice, ContactRole, Criterion, Names
from bot.domain.criteria import Field as DealField
from bot.domain.stages import Kind, Needs, Pipeline, Reason, Stage, StageKind, Stages


def _in_every_language(given: object) -> object:
    """A bare text is the same in every language."""
    return {"en": given, "ko": given} if isinstance(given, str) else given


Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,47}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=70, strip_whitespace=True)]
Whole = Annotated[int, Field(strict=True)]


class Part(BaseModel):
    """Any part of the document: no key but those it knows, and nothing taken for what it isn't."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _Named(Part):
    en: Short | None = None
    ko: Short | None = None


class _Told(Part):
    en: Text | None = None
    ko: Text | None = None


Name = Annotated[_Named, BeforeValidator(_in_every_language)]
"""A short name: one text for every language, or one per language (en, ko)."""

Sentence = Annotated[_Told, BeforeValidator(_in_every_language)]
"""The same for a sentence."""


class ChoicePart(Part):
    """One of the answers a choice offers."""

    key: Key
    names: Name


class FieldPart(Part):
    """A custom field of deals."""

    key: Key
    names: Name
    kind: AnswerKind = AnswerKind.TEXT
    choices: list[ChoicePart] = []


class CriterionPart(Part):
    """What must be true to leave a stage: a field filled, a contact with a role, or evidence."""

    field: str | None = None
    contact: ContactRole | None = None
    evidence: Key | None = None
    ask: Sentence | None = None
    answer: AnswerKind = AnswerKind.TEXT
    choices: list[ChoicePart] = []


class Ends(StrEnum):
    WON = "won"
    LOST = "lost"


class Forecast(StrEnum):
    PIPELINE = "pipeline"
    BEST_CASE = "best_case"
    COMMIT = "commit"
    CLOSED = "closed"
    OMITTED = "omitted"


class StagePart(Part):
    """A stage: open, or one of the two ends of its pipeline."""

    key: Key
    names: Name
    aliases: list[Short] = []
    purpose: Sentence | None = None
    ends: Ends | None = None
    probability: Annotated[Whole, Field(ge=0, le=100)] | None = None
    expected_days: Annotated[Whole, Field(ge=1, le=3650)] = 14
    silent_after: Annotated[Whole, Field(ge=1, le=365)] = 7
    forecast: Forecast | None = None
    exit: list[CriterionPart] = []


class PipelinePart(Part):
    """A way from lead to order."""

    key: Key
    names: Name
    stages: list[StagePart]


class ReasonPart(Part):
    """Why deals are won or lost; `words` are what people type for it."""

    key: Key
    names: Name
    words: list[Short] = []
    needs: Needs | None = None
    archived: bool = False


class KindPart(Part):
    """A kind of activity; `words` are what people type for it in `/log`."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,15}$")]
    names: Name
    words: list[Short] = []


Percent = Annotated[Whole, Field(ge=0, le=100)]


class TargetsPart(Part):
    """What the team has agreed to reach, in percent."""

    hygiene: Percent = 80
    rhythm: Percent = 60
    next_step: Percent = 80
    fresh: Percent = 80


class WeightsPart(Part):
    """How much each measure counts in a scorecard."""

    hygiene: Percent = 40
    rhythm: Percent = 30
    next_step: Percent = 30


class AgreementPart(Part):
    """The share of the people asked who must agree before a version can come into force."""

    share: Annotated[Whole, Field(ge=1, le=100)] = 100


class Document(Part):
    """A whole playbook. `pipekeeper_playbook` is the number of this format."""

    pipekeeper_playbook: Literal[1]
    pipelines: list[PipelinePart]
    fields: list[FieldPart] = []
    lost_reasons: list[ReasonPart] = []
    won_reasons: list[ReasonPart] = []
    activity_kinds: list[KindPart] = []
    targets: TargetsPart = TargetsPart()
    weights: WeightsPart = WeightsPart()
    agreement: AgreementPart = AgreementPart()


OUR_FIELDS = frozenset(DealField)

_SHARE = {
    None: (50, Forecast.PIPELINE),
    Ends.WON: (100, Forecast.CLOSED),
    Ends.LOST: (0, Forecast.OMITTED),
}
"""What a stage that does not say so has for probability and forecast category."""


def stages_of(document: Document, version: int) -> Stages:
    """The stages and reasons of a checked document, as that version of the playbook."""
    customs = {one.key: one for one in document.fields}
    made: list[Stage] = []
    for pipeline in document.pipelines:
        for part in pipeline.stages:
            made.append(_stage(part, pipeline.key, len(made) + 1, version, customs))
    return Stages(
        all=tuple(made),
        pipelines=tuple(Pipeline(one.key, names(one.names)) for one in document.pipelines),
        lost_reasons=tuple(_reason(one) for one in document.lost_reasons),
        won_reasons=tuple(_reason(one) for one in document.won_reasons),
        kinds=tuple(
            Kind(one.key, names(one.names), tuple(one.words)) for one in document.activity_kinds
        ),
        fields=tuple(criterion(CriterionPart(field=key), customs) for key in customs),
    )


def names(part: _Named | _Told) -> Names:
    return {language: text for language, text in (("en", part.en), ("ko", part.ko)) if text}


def _stage(
    part: StagePart, pipeline: str, position: int, version: int, customs: Mapping[str, FieldPart]
) -> Stage:
    probability, forecast = _SHARE[part.ends]
    is_open = part.ends is None
    return Stage(
        key=part.key,
        names=names(part.names),
        aliases=tuple(part.aliases),
        kind=StageKind.OPEN if part.ends is None else StageKind(part.ends.value),
        position=position,
        probability=probability if part.probability is None else part.probability,
        expected_days=part.expected_days if is_open else 0,
        silent_after=part.silent_after if is_open else 0,
        forecast=(part.forecast or forecast).value,
        playbook_version=version,
        pipeline=pipeline,
        purpose=names(part.purpose) if part.purpose else None,
        exit=tuple(criterion(one, customs) for one in part.exit),
    )


def criterion(part: CriterionPart, customs: Mapping[str, FieldPart]) -> Criterion:
    """The criterion that a part of a checked document means."""
    asked = names(part.ask) if part.ask else {}
    if part.contact is not None:
        return Criterion(part.contact.value, Asks.CONTACT, asked)
    if part.evidence is not None:
        return Criterion(part.evidence, Asks.EVIDENCE, asked, part.answer, _choices(part.choices))
    if part.field in OUR_FIELDS:
        return Criterion(str(part.field), Asks.FIELD, asked)
    custom = customs[str(part.field)]
    return Criterion(
        custom.key,
        Asks.CUSTOM,
        asked or names(custom.names),
        custom.kind,
        _choices(custom.choices),
    )


def _choices(parts: list[ChoicePart]) -> tuple[Choice, ...]:
    return tuple(Choice(one.key, names(one.names)) for one in parts)


def _reason(part: ReasonPart) -> Reason:
    return Reason(part.key, names(part.names), tuple(part.words), part.needs, part.archived)


def plain(document: Document) -> dict[str, Any]:
    """The document as JSON can hold it, without what says nothing."""
    told: dict[str, Any] = document.model_dump(mode="json", exclude_defaults=True)
    return {"pipekeeper_playbook": 1} | told


def known_keys() -> set[str]:
    """Every key that some part of the document has."""
    return {name for part in _parts(Part) for name in part.model_fields}


def _parts(kind: type[Part]) -> list[type[Part]]:
    return [one for below in kind.__subclasses__() for one in (below, *_parts(below))]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document, for editors."""
    schema = Document.model_json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
