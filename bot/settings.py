"""What the environment says; nothing else reads it."""

import os
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

SLACK_API = "https://slack.com/api/"


class Settings(BaseSettings):
    """The environment variables of the contract, by their own names in lower case."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = SLACK_API
    database_url: str = "sqlite:///pipekeeper.db"
    port: int = Field(default=3000, ge=0, le=65535)
    pipekeeper_playbook: str | None = None
    pipekeeper_link_domain: str | None = Field(
        default=None,
        max_length=253,
        pattern=r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$",
    )
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"

    @field_validator("log_level", "log_format", mode="before")
    @classmethod
    def _in_either_case(cls, given: object) -> object:
        """Operators write `INFO` as often as `info`."""
        return given.strip().lower() if isinstance(given, str) else given

    @property
    def api_url(self) -> str:
        """Slack's Web API with the slash that the SDK needs at its end."""
        return self.slack_api_url.rstrip("/") + "/"

    @property
    def by_socket(self) -> bool:
        """Whether Slack is to be spoken to by Socket Mode."""
        return self.slack_app_token is not None


def operator_locale() -> str:
    """The language of whoever runs the command line, from the usual variables."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name].split(".")[0].replace("_", "-")
    return "en-US"


def forget_proxies() -> None:
    """Takes proxies out of this process's environment: the asynchronous Slack client sends even
    calls to 127.0.0.1 through them and knows no NO_PROXY."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        os.environ.pop(name, None)
        os.environ.pop(name.lower(), None)
