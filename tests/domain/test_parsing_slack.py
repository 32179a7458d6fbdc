"""Text as Slack sends it becomes the text as it was typed, and people in it are recognised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_slack import (
    Mention,
    escaped,
    find_mention,
    find_mentions,
    respelled,
    unescape,
)


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("call Acme - a &lt; b &amp;&amp; c &gt; d", "call Acme - a < b && c > d"),
        ("Johnson &amp; Johnson", "Johnson & Johnson"),
        ("&amp;lt; is how one writes it", "&lt; is how one writes it"),
        ("new <http://acme.com|acme.com> pilot", "new acme.com pilot"),
        ("see <https://docs.example.com/a?b=1&amp;c=2>", "see https://docs.example.com/a?b=1&c=2"),
        ("<https://docs.example.com/x|the proposal> sent", "the proposal sent"),
        ("mail <mailto:kim@hanbit.kr|kim@hanbit.kr> today", "mail kim@hanbit.kr today"),
        ("ring <tel:+821012345678|010-1234-5678>", "ring 010-1234-5678"),
        ("told <#C012AB3CD|sales> and <!here>", "told #sales and @here"),
        ("asked <!subteam^S123|@korea>", "asked @korea"),
        ("assign Acme <@U123|jane>", "assign Acme <@U123|jane>"),
        ("assign Acme <@W0ABC>", "assign Acme <@W0ABC>"),
        ("한빛\u00a0전자\u200b", "한빛 전자"),
        ("Acme          - ok", "Acme  - ok"),
        ("\u1112\u1161\u11ab\u1107\u1175\u11be", "한빛"),
        ("one\r\ntwo", "one\ntwo"),
        ("a <b and c> d", "a <b and c> d"),
    ],
)
def test_what_slack_escaped_reads_as_it_was_typed(sent: str, typed: str) -> None:
    assert unescape(sent) == typed


@pytest.mark.parametrize(
    ("text", "user_id", "name"),
    [
        ("Acme <@U123|jane.doe>", "U123", "jane.doe"),
        ("<@U02ABCDEF> Acme", "U02ABCDEF", None),
        ("grid <@W123>", "W123", None),
        ("Acme to @jane", None, "jane"),
        ("Acme @jane.doe-smith.", None, "jane.doe-smith"),
        ("한빛전자 @김민수", None, "김민수"),
        ("한빛전자 @김민수에게 배정", None, "김민수"),
        ("@박지영님 한빛전자", None, "박지영"),
        ("@한빛 담당", None, "한빛"),
    ],
)
def test_a_person_is_recognised(text: str, user_id: str | None, name: str | None) -> None:
    mention = find_mention(text)
    assert mention is not None
    assert (mention.user_id, mention.name) == (user_id, name)


@pytest.mark.parametrize("text", ["Acme", "mail kim@hanbit.kr", "5 @ 3", "<#C1|x>", "@", ""])
def test_an_address_or_a_price_is_nobody(text: str) -> None:
    assert find_mention(text) is None


def test_everyone_in_a_line_is_found_in_order_with_their_places() -> None:
    text = "set <@U1|a> manager:@boss"
    assert find_mentions(text) == [Mention("U1", "a", 4, 11), Mention(None, "boss", 20, 25)]


@given(st.text())
def test_any_text_at_all_can_be_unescaped_and_searched(text: str) -> None:
    for mention in find_mentions(unescape(text)):
        assert 0 <= mention.start < mention.end


@given(st.text() | st.text(alphabet="&amp;<>lt @U1|/:"))
def test_a_line_handed_back_reads_as_it_was_typed(text: str) -> None:
    typed = unescape(text)
    if "<@" not in typed:
        assert unescape(escaped(typed)) == typed


@pytest.mark.parametrize(
    ("line", "typed", "put", "mended"),
    [
        ("call Acme  Pilto - a &lt; b", "acme pilto", "Acme pilot", "call Acme pilot - a &lt; b"),
        ("한빛전지를 제안 단계로", "한빛전지", "한빛전자", "한빛전자를 제안 단계로"),
        ("tem Acme steam", "tem", "team", "team Acme steam"),
        ("set @mnia role:rep", "@mnia", "<@U1>", "set <@U1> role:rep"),
        ("", "", "wins", "wins"),
        ("wins", "losses", "wins", None),
    ],
)
def test_other_words_stand_for_what_names_nothing(
    line: str, typed: str, put: str, mended: str | None
) -> None:
    assert respelled(line, typed, put) == mended
