"""`pipekeeper playbook`: out, checked, and in force, with a plain word on every fault."""

import json
from pathlib import Path

import pytest

from bot.domain.playbook import DEFAULT_SOURCE
from tests.cli.stage import Run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "playbook.yaml"


def test_the_playbook_goes_out_and_in_with_its_comments(pipekeeper: Run, file: Path) -> None:
    assert pipekeeper("playbook", "export", str(file)).status == 0
    assert file.read_text(encoding="utf-8") == DEFAULT_SOURCE
    assert "sound playbook: 1 pipeline, 6 stages" in pipekeeper("playbook", "check", str(file)).out
    same = pipekeeper("playbook", "import", str(file))
    assert (same.status, same.out.strip()) == (
        0,
        "Nothing in it differs from the playbook in force.",
    )
    changed = DEFAULT_SOURCE.replace("silent_after: 7     #", "silent_after: 4     #", 1)
    file.write_text(changed, encoding="utf-8")
    tried = pipekeeper("playbook", "import", str(file), "--dry-run")
    assert "Qualification: silent after 7 → 4 working days" in tried.out
    assert "in force" not in tried.out
    assert (
        "Version 2 of the playbook is in force." in pipekeeper("playbook", "import", str(file)).out
    )
    assert pipekeeper("playbook", "export").out == changed
    assert pipekeeper("playbook", "export", "--version", "1").out == DEFAULT_SOURCE
    gone = pipekeeper("playbook", "export", "--version", "9")
    assert (gone.status, gone.out) == (1, "")
    assert "no version 9" in gone.err


def test_a_broken_file_is_refused_with_line_and_remedy(pipekeeper: Run, file: Path) -> None:
    broken = DEFAULT_SOURCE.replace("silent_after: 7     #", "silent_aftr: 7     #", 1)
    file.write_text(broken, encoding="utf-8")
    for command in ("check", "import"):
        said = pipekeeper("playbook", command, str(file))
        assert said.status == 1
        assert "playbook.yaml: Line 17: nobody knows the key “silent_aftr”." in said.err
        assert "Did you mean “silent_after”?" in said.err
        assert "Traceback" not in said.err
    file.write_bytes("이름".encode("cp949"))
    assert "is not text in UTF-8" in pipekeeper("playbook", "check", str(file)).err
    missing = pipekeeper("playbook", "check", str(file.with_name("none.yaml")))
    assert missing.status == 1
    assert "No such file" in missing.err


def test_an_own_playbook_starts_a_new_workspace(
    pipekeeper: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = DEFAULT_SOURCE.replace("names: {en: Discovery,", "names: {en: Needs,")
    file.write_text(own, encoding="utf-8")
    monkeypatch.setenv("PIPEKEEPER_PLAYBOOK", str(file))
    assert pipekeeper("playbook", "export").out == own
    file.write_text("pipelines: []", encoding="utf-8")
    said = pipekeeper("playbook", "export")
    assert said.status == 1
    assert "Line 1: “pipekeeper_playbook” is missing here" in said.err


def test_the_schema_that_is_shipped_is_the_schema(pipekeeper: Run, root: Path) -> None:
    shipped = (root / "docs" / "playbook.schema.json").read_text(encoding="utf-8")
    assert pipekeeper("playbook", "schema").out == shipped
    assert json.loads(shipped)["title"] == "Document"


def test_the_doctor_says_whether_the_first_playbook_can_be_read(
    pipekeeper: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    assert "the playbook that is built in" in pipekeeper("doctor").out
    monkeypatch.setenv("PIPEKEEPER_PLAYBOOK", str(file))
    absent = pipekeeper("doctor")
    assert absent.status == 1
    assert "can't be read: No such file or directory. Put the file there" in absent.out
    file.write_text(DEFAULT_SOURCE.replace("silent_after: 7  ", "silent_aftr: 7  ", 1), "utf-8")
    broken = pipekeeper("doctor")
    assert "is no playbook" in broken.out
    assert "nobody knows the key “silent_aftr”" in broken.err
    file.write_text(DEFAULT_SOURCE, encoding="utf-8")
    assert "can be read: a new workspace starts with it" in pipekeeper("doctor").out
