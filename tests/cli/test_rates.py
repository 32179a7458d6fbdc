"""`pipekeeper rates`: set from a day on, listed, and refused with a plain word."""

from tests.cli.stage import Run


def test_rates_are_set_and_listed(pipekeeper: Run) -> None:
    assert "No rates are set" in pipekeeper("rates", "list").out
    said = pipekeeper("rates", "set", "eur", "1.08", "--since", "2026-01-01")
    assert said.out.strip() == "From 2026-01-01 on, 1 EUR is worth 1.08 USD."
    pipekeeper("rates", "set", "EUR", "1.09", "--since", "2026-01-01")
    listed = pipekeeper("rates", "list").out
    assert "1.09 USD" in listed
    assert "1.08" not in listed


def test_what_is_no_rate_is_refused(pipekeeper: Run) -> None:
    assert pipekeeper("rates", "set", "XQZ", "1").status == 2
    assert pipekeeper("rates", "set", "EUR", "-1").status == 2
    assert pipekeeper("rates", "set", "EUR", "1", "--since", "soon").status == 2
    own = pipekeeper("rates", "set", "USD", "1")
    assert own.status == 1
    assert "the workspace's own currency" in own.err
