"""What went wrong, in one line for the operator; and the operator's language."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn, cast

import typer
from pydantic import ValidationError
from sqlalchemy.exc import ArgumentError, OperationalError

from bot.domain.refusal import Refusal
from bot.i18n import Translator, translator
from bot.settings import Settings, operator_locale

_WRONG_USAGE = cast(type[typer.BadParameter], typer.BadParameter.__mro__[1])
"""What every fault in what was typed is; typer gives it no name of its own."""


class Trouble(Exception):
    """The work failed for a reason that the operator can read."""


def speak(tz: str = "UTC") -> Translator:
    return translator(operator_locale(), tz)


def settings() -> Settings:
    """The settings, or Trouble that names the variable that is wrong."""
    try:
        return Settings()
    except ValidationError as wrong:
        faults = "; ".join(
            f"{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in wrong.errors()
        )
        raise Trouble(speak()("cli-settings-wrong", faults=faults)) from wrong


def follow(app: typer.Typer, line: list[str]) -> NoReturn:
    """Runs the command of this line; wrong usage is told in one line on standard error, and exits
    with 2."""
    command = typer.main.get_command(app)
    try:
        status = command.main(line, standalone_mode=False)
    except typer.Abort:
        sys.exit(1)
    except _WRONG_USAGE as wrong:
        if wrong.ctx is not None and wrong.message == wrong.ctx.get_help():
            wrong.show()  # nothing was typed where something is wanted: the whole help
        else:
            path = wrong.ctx.command_path if wrong.ctx is not None else "pipekeeper"
            fault = " ".join(wrong.format_message().split())
            _say(speak()("cli-usage-wrong", fault=fault.rstrip("."), command=path))
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)


@contextmanager
def told() -> Iterator[None]:
    """Turns what can go wrong into one line on standard error and exit status 1."""
    try:
        yield
    except (Trouble, Refusal) as trouble:
        _say(_sentence(trouble))
        raise typer.Exit(1) from trouble
    except (OperationalError, ArgumentError) as trouble:
        reason = str(getattr(trouble, "orig", None) or trouble).strip().splitlines()[0]
        _say(speak()("cli-database-unreachable", reason=reason))
        raise typer.Exit(1) from trouble
    except BrokenPipeError as closed:
        raise typer.Exit(0) from closed
    except OSError as trouble:
        _say(f"{trouble.strerror or trouble}: {trouble.filename or ''}".rstrip(": "))
        raise typer.Exit(1) from trouble


def _sentence(trouble: Trouble | Refusal) -> str:
    if isinstance(trouble, Refusal):
        return speak()(f"refusal-{trouble.key}", **trouble.facts)
    return str(trouble)


def _say(sentence: str) -> None:
    print(f"pipekeeper: {sentence}", file=sys.stderr)
