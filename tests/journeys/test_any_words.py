"""Any words at all through Slack's own forms, in and out: the deal's and the one to log with."""

import asyncio
import itertools
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any

import pytest
from hypothesis import example, given, settings

from store.engine import Store
from tests.anywords import LINES, field_of, kept, unmarked
from tests.journeys.stage import Stage, play

Story = Callable[[Stage, str], Coroutine[Any, Any, None]]

_NUMBERS = itertools.count(1)


def _in_one_line(words: str) -> str:
    """As Slack's fields of a single line hold what is put into them."""
    return words.replace("\r", " ").replace("\n", " ")


async def _send(stage: Stage, **words: Any) -> bool:
    """Sends the topmost form with these words; False where it was refused beside one of them."""
    view = stage.sandbox.stack("U1")[-1]
    await stage.fill("U1", **words)
    if not stage.sandbox.stack("U1"):
        return True
    errors = stage.errors("U1")
    assert errors
    assert errors.keys() <= words.keys(), errors
    assert not any("went wrong" in one for one in errors.values()), errors
    said = await stage.sandbox.act(as_="U1", kind="view_close", view_id=view["id"])
    assert said["ok"]
    return False


async def _answer(stage: Stage, before: int) -> dict[str, Any]:
    """The newest message, once there are more than there were."""
    await stage.sandbox.until(lambda: len(stage.seen("U1")) > before)
    told = stage.seen("U1")[-1]
    unmarked({"text": told["text"], "blocks": told["blocks"]})
    return told


async def _deal(stage: Stage, words: str) -> None:
    # Numbered, since a name that differs in signs alone is taken for the one that is there.
    name = _in_one_line(f"{words[:190]} no{next(_NUMBERS)}")
    before = len(stage.seen("U1"))
    await stage.type("U1", "/deal new")
    if not await _send(stage, name=name, account=name):
        return
    made = await _answer(stage, before)
    await stage.press("U1", made, "Open")
    card = await _answer(stage, before + 1)
    await stage.press("U1", card, "Edit")
    form = stage.sandbox.stack("U1")[-1]
    unmarked(form)
    assert field_of(form, "name") == kept(name)
    assert field_of(form, "account") == kept(name)
    assert await _send(stage, name=field_of(form, "name"), account=field_of(form, "account"))
    await _answer(stage, before + 2)


async def _log(stage: Stage, words: str) -> None:
    before = len(stage.seen("U1"))
    await stage.type("U1", "/log")
    deal = (await stage.options("U1", "target", "Acme pilot"))[0]
    step = _in_one_line(words)
    if not await _send(stage, target=deal, note=words, next_step=step):
        return
    await _answer(stage, before)
    card = await stage.type("U1", "/deal show Acme pilot")
    unmarked({"text": card["text"], "blocks": card["blocks"]})
    await stage.press("U1", card, "Next step")
    form = stage.sandbox.stack("U1")[-1]
    unmarked(form)
    if kept(step):
        assert field_of(form, "what") == kept(step)
    assert await _send(stage, what="call")


@pytest.mark.parametrize("story", [_deal, _log])
def test_any_words_pass_through_slack_and_the_store(store: Store, story: Story) -> None:
    with asyncio.Runner() as runner:
        playing = AsyncExitStack()
        stage = runner.run(playing.enter_async_context(play(store, "http")))

        @settings(max_examples=15)
        @example(words="<!channel> & <@U4>, *b* \x00")
        @example(words="&" * 3000)
        @given(words=LINES)
        def told(words: str) -> None:
            runner.run(story(stage, words))

        try:
            runner.run(stage.type("U1", "/deal new Acme pilot 12k"))
            told()
            # Whatever breaks a limit of Slack's is refused there, and stands in the log.
            assert [one.detail for one in stage.sandbox.traffic.entries if one.error] == []
        finally:
            runner.run(playing.aclose())
