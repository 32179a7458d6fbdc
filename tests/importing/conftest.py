"""The command line as a fixture."""

from tests.cli.stage import pipekeeper

__all__ = ["pipekeeper"]
