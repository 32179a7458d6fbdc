"""What Slack takes for a channel's name, made of any deal's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.links import deal_of, link_to
from bot.domain.rooms import LONGEST_CHANNEL, channel_name


@pytest.mark.parametrize(
    ("deal", "channel"),
    [
        ("Acme pilot", "acme-pilot"),
        ("한빛전자 파일럿", "한빛전자-파일럿"),
        ("Acme - Phase 2 (EU)!", "acme-phase-2-eu"),
        ("  R&D / 2027_q1 ", "r-d-2027_q1"),
        ("Müller Straße", "müller-straße"),
        ("\uff21\uff23\uff2d\uff25\u3000社", "acme-社"),
        ("!!! ---", ""),
        ("🚀", ""),
    ],
)
def test_a_deals_name_becomes_a_channels(deal: str, channel: str) -> None:
    assert channel_name(deal) == channel


@given(st.text(max_size=300))
def test_any_name_is_one_that_slack_takes_or_none(words: str) -> None:
    name = channel_name(words)
    assert len(name) <= LONGEST_CHANNEL
    assert name == name.lower()
    assert not set(name) & set(" .,/#@<>&'\"()")
    assert name == "" or any(sign.isalnum() for sign in name)
    assert channel_name(name) == name


@given(st.integers(min_value=1, max_value=10**17))
def test_a_link_names_its_deal(deal_id: int) -> None:
    assert deal_of("deals.example.com", link_to("deals.example.com", deal_id)) == deal_id


@given(st.text(max_size=60))
def test_any_other_address_names_none(text: str) -> None:
    assert deal_of("deals.example.com", f"https://deals.example.com.{text}/deals/1") is None
    assert deal_of("deals.example.com", text) is None
