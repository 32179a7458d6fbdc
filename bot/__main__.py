"""The command line's entrance."""

import sys

import typer

from bot.cli import bring, data, demo, facts, jobs, outbox, playbook, rates, report, run
from bot.cli.trouble import follow


def main() -> None:
    """`pipekeeper …`: exit status 0 on success, 1 when the work failed, 2 for wrong usage."""
    app = typer.Typer(
        name="pipekeeper",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for group in (demo, run, bring, data, report, playbook, rates, jobs, outbox, facts):
        group.register(app)
    follow(app, bring.spread(sys.argv[1:]))


if __name__ == "__main__":
    main()
