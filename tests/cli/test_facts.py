"""`pipekeeper facts rebuild`: counted anew, or held against the log."""

from tests.cli.stage import Run


def test_facts_are_rebuilt_and_checked(pipekeeper: Run) -> None:
    checked = pipekeeper(
        "facts", "rebuild", "--check", "--from", "2026-01-01", "--to", "2026-03-31"
    )
    assert checked.status == 0
    assert "is what the log tells" in checked.out
    assert "counted anew" in pipekeeper("facts", "rebuild").out
    wrong = pipekeeper("facts", "rebuild", "--from", "2026-03-01", "--to", "2026-01-01")
    assert wrong.status == 2
    assert pipekeeper("facts", "rebuild", "--from", "soon").status == 2
