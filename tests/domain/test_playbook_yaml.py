"""Playbooks as YAML: every fault with its line, every comment kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import playbook_edits as edits
from bot.domain.parsing_reason import reason_of
from bot.domain.playbook import DEFAULT_SOURCE, default
from bot.domain.playbook_check import BrokenPlaybook, checked
from bot.domain.playbook_document import Document, json_schema, plain, stages_of
from bot.domain.playbook_yaml import read, write

LINES = DEFAULT_SOURCE.splitlines()


def line_of(words: str, nth: int = 0) -> int:
    """The line that holds these words, counted from 1."""
    return [number for number, line in enumerate(LINES, 1) if words in line][nth]


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(BrokenPlaybook) as broken:
        read(text)
    return [(one.line, one.key) for one in broken.value.problems]


def instead(old: str, new: str, nth: int = 0) -> str:
    """The default playbook with one place changed."""
    lines = list(LINES)
    number = line_of(old, nth) - 1
    lines[number] = lines[number].replace(old, new)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("silent_after: 7", "silent_aftr: 7", "unknown-key-nearest"),
        ("purpose:", "xyzzy:", "unknown-key"),
        ("key: proposal", "key: qualification", "stage-circular"),
        ("key: discovery", "key: qualification", "stage-twice"),
        ("key: discovery", "key: Discovery!", "bad-key"),
        ("expected_days: 14", "expected_days: fourteen", "wrong-type"),
        ("expected_days: 14", "expected_days: 0", "too-little"),
        ("probability: 10", "probability: 110", "too-much"),
        ("probability: 10", 'probability: "10"', "wrong-type"),
        ("forecast: pipeline", "forecast: certain", "not-one-of"),
        ("field: amount", "field: budget", "field-unknown"),
        ("evidence: success_criteria", "evidence: budget_holder", "evidence-differs"),
        ("evidence: success_criteria", "evidence: reason", "evidence-taken"),
        ("key: competitor", "key: pricing", "reason-twice"),
        ("names: {en: Discovery, ko: 요구 파악}", "names: {}", "nameless"),
        ("rhythm: 30", "rhythm: 31", "weights"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, key: str) -> None:
    found = faults(instead(old, new))
    assert key in [one[1] for one in found]
    expected = line_of("weights:") if key == "weights" else line_of(old)
    assert expected in [line for line, one in found if one == key]


def test_a_pipeline_needs_a_beginning_a_win_and_a_loss() -> None:
    assert faults(instead("ends: won", "probability: 90")) == [
        (line_of("stages:"), "no-way-to-win")
    ]
    assert "no-way-to-lose" in [key for _, key in faults(instead("ends: lost", "silent_after: 3"))]
    empty = "pipekeeper_playbook: 1\npipelines:\n  - key: a\n    names: A\n    stages: []\n"
    keys = [key for _, key in faults(empty)]
    assert keys[:3] == ["no-lost-reason", "pipeline-empty", "no-way-to-win"]
    assert "no-pipeline" in [key for _, key in faults("pipekeeper_playbook: 1\npipelines: []\n")]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("a: &x [1]\nb: *x\n", 2, "alias"),
        ("a: &x\n  b: *x\n", 2, "alias"),
        ("a: 1\na: 2\n", 2, "key-twice"),
        ("a: [1\nb: {", 2, "not-yaml"),
        ("\t- a", 1, "not-yaml"),
        ("", 1, "not-a-playbook"),
        ("- a\n- b\n", 1, "not-a-playbook"),
        ("just words", 1, "not-a-playbook"),
        ("x: " + "a" * 600_000, 1, "too-long"),
    ],
)
def test_what_is_no_playbook_is_refused_with_its_line(text: str, line: int, key: str) -> None:
    assert faults(text) == [(line, key)]


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    with pytest.raises(BrokenPlaybook):
        read(text)


def test_what_was_written_is_read_again_with_its_comments() -> None:
    assert write(default(), DEFAULT_SOURCE) == DEFAULT_SOURCE
    assert read(write(default())) == default()


def test_a_change_touches_only_its_own_lines() -> None:
    changed = checked(edits.with_stage(default(), "qualification", {"silent_after": 3}))
    text = write(changed, DEFAULT_SOURCE)
    assert read(text) == changed
    differing = [
        (was, now) for was, now in zip(LINES, text.splitlines(), strict=True) if was != now
    ]
    assert differing == [(LINES[line_of("silent_after: 7") - 1], differing[0][1])]
    assert "silent_after: 3     # the owner's working days" in differing[0][1]


def test_a_new_stage_a_moved_one_and_a_removed_one_are_written_and_read_again() -> None:
    made = checked(edits.with_new_stage(default(), "sales", {"names": {"en": "Pilot"}}))
    made = checked(edits.with_stage_moved(made, "pilot", -1))
    made = checked(edits.without_stage(made, "discovery"))
    text = write(made, DEFAULT_SOURCE)
    assert read(text) == made
    keys = [stage.key for stage in stages_of(read(text), 1).all]
    assert keys == ["qualification", "proposal", "pilot", "negotiation", "won", "lost"]
    assert "# who won it instead?" in text


def test_questions_and_reasons_are_edited_by_lines() -> None:
    ask = {"ask": {"en": "Security passed?"}, "answer": "yes_no"}
    made = checked(edits.with_criterion(default(), "discovery", ask))
    assert made.pipelines[0].stages[1].exit[-1].evidence == "security_passed"
    made = checked(edits.without_criterion(made, "discovery", "security_passed"))
    assert made == default()
    lines = edits.reasons_as_lines(default(), "lost").replace("Timing = 시기\n", "")
    made = checked(edits.with_reasons(default(), "lost", lines + "\nWar = 전쟁"))
    reasons = {one.key: one for one in made.lost_reasons}
    assert reasons["timing"].archived
    assert reasons["competitor"].needs == "competitor"
    assert not reasons["war"].archived
    assert edits.reasons_as_lines(made, "lost").endswith("War = 전쟁")


def test_the_schema_knows_every_part_and_takes_no_other_key() -> None:
    schema = json_schema()
    assert schema["additionalProperties"] is False
    assert "StagePart" in schema["$defs"]
    assert all(
        part.get("additionalProperties", False) is False for part in schema["$defs"].values()
    )


def test_several_pipelines_have_stages_and_ends_of_their_own() -> None:
    told = plain(default())
    told["pipelines"].append(
        {
            "key": "renewal",
            "names": {"en": "Renewal"},
            "stages": [
                {"key": "due", "names": {"en": "Due"}},
                {"key": "renewed", "names": {"en": "Renewed"}, "ends": "won"},
                {"key": "churned", "names": {"en": "Churned"}, "ends": "lost"},
            ],
        }
    )
    stages = stages_of(checked(told), 1)
    assert stages.within("renewal").won.key == "renewed"
    assert stages.within("sales").won.key == "won"
    assert stages.first.key == "qualification"


def test_words_find_their_reason() -> None:
    reasons = stages_of(default(), 1).lost_reasons
    assert reason_of("price too high", reasons) == "pricing: price too high"
    assert reason_of("예산", reasons) == "budget"
    assert reason_of("Competitor: Bluefin", reasons) == "competitor: Bluefin"
    assert reason_of("with a competitor", reasons) == "competitor"
    assert reason_of("경쟁사로 넘어갔습니다", reasons) == "competitor"
    assert reason_of("경쟁사 블루핀으로 넘어갔습니다", reasons).startswith("competitor: ")
    assert reason_of("가격경쟁력이 부족", reasons) == "가격경쟁력이 부족"
    assert reason_of("they merged", reasons) == "they merged"
    assert reason_of("", reasons) == ""


def test_the_documents_plain_form_is_the_document() -> None:
    assert Document.model_validate(plain(default())) == default()
