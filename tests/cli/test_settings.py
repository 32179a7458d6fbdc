"""What the environment may say, and how."""

import pytest

from tests.cli.stage import Run

pytestmark = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)


@pytest.mark.parametrize(("level", "form"), [("INFO", "JSON"), ("warning", "text"), ("Debug", "")])
def test_levels_and_forms_of_the_log_are_read_in_either_case(
    pipekeeper: Run, monkeypatch: pytest.MonkeyPatch, level: str, form: str
) -> None:
    monkeypatch.setenv("LOG_LEVEL", level)
    monkeypatch.setenv("LOG_FORMAT", form)
    said = pipekeeper("migrate")
    assert said.status == 0, said.err


def test_a_level_that_there_is_not_is_named(
    pipekeeper: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    said = pipekeeper("migrate")
    assert said.status == 1
    assert "LOG_LEVEL" in said.err
    assert len(said.err.splitlines()) == 1
