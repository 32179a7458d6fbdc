"""Sending from the command line what is due, as the running bot would."""

from datetime import timedelta

from bot.clock import Clock
from bot.delivering import Tally
from bot.messenger import Messenger
from bot.settings import Settings
from bot.slack import Slack
from store.engine import Store

PATIENCE = timedelta(seconds=60)
"""How long a Slack that limits us or is in trouble is waited for."""


async def send_due(wanted: Settings, store: Store, clock: Clock) -> Tally:
    assert wanted.slack_bot_token is not None  # noqa: S101 - the caller has looked
    slack = Slack(wanted.api_url, wanted.slack_bot_token.get_secret_value())
    try:
        return await Messenger(store, slack.client, clock).drain(PATIENCE)
    finally:
        await slack.close()
