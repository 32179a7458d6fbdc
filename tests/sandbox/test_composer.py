"""What people type, as Slack passes it on."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox import composer
from bot.sandbox.workspace import Workspace
from tests.sandbox.stage import Ticks, make_workspace


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return make_workspace(Ticks())


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("a & b <c>", "a &amp; b &lt;c&gt;"),
        ("for @jiwoo, please", "for <@U2|jiwoo>, please"),
        ("@Jonas Reed", "<@U1|jonas>"),
        ("@JONAS REED now", "<@U1|jonas> now"),
        ("@jonasson", "@jonasson"),
        ("mail@jonas", "mail@jonas"),
        ("<@U2> knows", "<@U2|jiwoo> knows"),
        ("<@U9> doesn't", "&lt;@U9&gt; doesn't"),
        ("in #sales", "in <#C1|sales>"),
        ("see https://acme.com/a?b=1&c=2.", "see <https://acme.com/a?b=1&amp;c=2>."),
        ("@김지우 통화", "<@U2|jiwoo> 통화"),
    ],
)
def test_what_is_typed_is_spelled_out(ws: Workspace, typed: str, heard: str) -> None:
    assert composer.as_command(ws, typed, should_escape=True) == heard


def test_a_message_names_members_by_id_alone(ws: Workspace) -> None:
    assert composer.as_message(ws, "@jiwoo in #sales") == "<@U2> in <#C1>"


@given(typed=st.text(st.characters(exclude_characters="@#h", exclude_categories=["Cs"])))
def test_what_names_nothing_comes_back_when_unescaped(typed: str) -> None:
    told = composer.as_message(make_workspace(Ticks()), typed)
    assert "<" not in told
    assert html.unescape(told) == html.unescape(html.escape(typed, quote=False))
