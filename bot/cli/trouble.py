"""What went wrong, in one line for the operator; and the operator's language."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from pydantic import ValidationError
from sqlalchemy.exc import ArgumentError, OperationalError

from bot.domain.refusal import Refusal
from bot.i18n import Translator, translator
from bot.settings import Settings, operator_locale


class Trouble(Exception):
    """The work failed for a reason that the operator can read."""


def speak() -> Translator:
    return translator(operator_locale())


def settings() -> Settings:
    """The settings, or Trouble that names the variable that is wrong."""
    try:
        return Settings()
    except ValidationError as wrong:
        faults = "; ".join(
            f"{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in wrong.errors()
        )
        raise Trouble(speak()("cli-settings-wrong", faults=faults)) from wrong


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
