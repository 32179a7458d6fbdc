"""The domain of deals' links: what the manifest makes of it, and what is no domain."""

import pytest
from pydantic import ValidationError

from bot import manifest
from bot.settings import Settings

DOMAIN = "deals.example.com"


def test_slack_is_asked_for_previews_only_where_deals_have_links() -> None:
    bare, linked = manifest.build(), manifest.build(link_domain=DOMAIN)
    assert "unfurl_domains" not in bare["features"]
    assert linked["features"]["unfurl_domains"] == [DOMAIN]
    scopes = set(linked["oauth_config"]["scopes"]["bot"])
    assert scopes - set(bare["oauth_config"]["scopes"]["bot"]) == {"links:read", "links:write"}


@pytest.mark.parametrize("domain", ["https://a.example", "a", "a.example/deals", "-a.example"])
def test_a_domain_is_a_bare_name(domain: str) -> None:
    with pytest.raises(ValidationError):
        Settings(pipekeeper_link_domain=domain)
