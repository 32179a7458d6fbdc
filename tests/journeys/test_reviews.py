"""A review: laid open, first with its owner, contested, answered, and frozen for good."""

import csv
import io
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.people import Actor
from bot.domain.refusal import Refusal
from bot.domain.reviews import periods
from bot.usecases import reviews, takeaways
from store import people, workspaces
from store.schema import AuditRow, ReviewRow
from tests.journeys.stage import TUESDAY, Stage, by_http, everything
from tests.journeys.test_scorecards import _team


async def _opened(stage: Stage, by: str = "U3") -> dict[str, Any]:
    """Marta has opened a review of Jonas' last quarter; what Jonas is told of it."""
    await _team(stage, "U1")
    await stage.type(by, "/crm scorecard review <@U1>")
    await stage.fill(by, whose=_choice(stage, by, "Jonas"), period="last")
    return await stage.appears("U1", "has laid your scorecard of", stage.sandbox.dm("U1"))


def _choice(stage: Stage, person: str, name: str) -> str:
    """The value of a name in the form's choice of people."""
    blocks = stage.sandbox.stack(person)[-1]["blocks"]
    options = next(one for one in blocks if one.get("block_id") == "whose")["element"]["options"]
    return str(next(one["value"] for one in options if one["text"]["text"] == name))


async def _look(stage: Stage, person: str, words: str) -> dict[str, Any]:
    """The newest review of somebody's list, once it says so."""
    listed = await stage.type(person, "/crm scorecard review")
    known = {one["ts"] for one in stage.seen(person)}
    await stage.press(person, listed, "Open")

    def shown() -> dict[str, Any]:
        new = [one for one in stage.seen(person) if one["ts"] not in known]
        return next((one for one in new if words in everything(one)), {})

    return await stage.sandbox.until(shown)


async def test_its_owner_sees_it_first(stage: Stage) -> None:
    told = await _opened(stage)
    early = await _look(stage, "U3", "with them. You see it once they hand it on")
    assert "*Rhythm*" not in everything(early)
    assert "Answer" not in str(early["blocks"])
    await stage.press("U1", told, "Look at it")
    shown = await stage.appears("U1", "Nobody else sees it until", stage.sandbox.dm("U1"))
    assert "*Rhythm*" in everything(shown)
    await stage.press("U1", shown, "It is right")
    await stage.appears("U3", "has handed the scorecard of", stage.sandbox.dm("U3"))
    late = await _look(stage, "U3", "Nothing is contested")
    assert "*Rhythm*" in everything(late)


@by_http
async def test_a_contested_line_is_answered_and_all_of_it_is_frozen(stage: Stage) -> None:
    told = await _opened(stage)
    await stage.press("U1", told, "Look at it")
    shown = await stage.appears("U1", "Nobody else sees it until", stage.sandbox.dm("U1"))
    await stage.press("U1", shown, "Comment or contest")
    await stage.fill("U1", rhythm="two weeks of <!channel> leave are missing", words="else fine")
    home = stage.sandbox.dm("U3")
    waits = await stage.appears("U3", "has handed the scorecard of", home)
    await stage.press("U3", waits, "Look at it")
    led = await stage.appears("U3", "One line is contested", home)
    assert "two weeks of <!channel> leave are missing" in everything(led)
    await stage.press("U3", led, "Answer")
    rhythm = {"ruling-rhythm": "corrected", "reason-rhythm": "true, they are"}
    refused = await stage.fill("U3", **rhythm)
    assert "from 0 to 100 percent" in f"{refused} {stage.errors('U3')}"
    await stage.fill("U3", **rhythm, **{"value-rhythm": "55.5"}, words="keep going")
    answered = await stage.appears("U1", "is answered. Read it", stage.sandbox.dm("U1"))
    await stage.press("U1", answered, "Look at it")
    mine = await stage.appears("U1", "Say that you have read it", stage.sandbox.dm("U1"))
    assert "corrects it to *55.5%*" in everything(mine)
    assert "keep going" in everything(mine)
    await stage.press("U1", mine, "I have read it")
    ended = await stage.appears("U1", "ended. Nothing in it changes", stage.sandbox.dm("U1"))
    figures = _said(ended)
    # whatever happens afterwards, it says the same
    await stage.type("U1", "/deal new Acme pilot for Acme 12k")
    await stage.type("U1", "/log call Acme pilot yesterday - late news")
    again = await _look(stage, "U1", "ended. Nothing in it changes")
    assert "55.5" in everything(again)
    assert _said(again) == figures
    await stage.press("U3", led, "Answer")
    await stage.appears("U3", "has ended, and nothing in it changes", home)
    rows = _exported(stage)
    [row] = [one for one in rows if one["review"] and one["measure"] == "rhythm"]
    assert (row["ruling"], row["corrected"], row["reason"]) == (
        "corrected", "55.5", "true, they are"
    )  # fmt: skip


@by_http
async def test_nobody_else_comes_near_it(stage: Stage) -> None:
    await _opened(stage)
    refused = await stage.type("U2", "/crm scorecard review <@U1>")
    assert "팀장, 본부장, 관리자가 리뷰" in refused["text"]
    listed = await stage.type("U2", "/crm scorecard review")
    assert "Jonas" not in everything(listed)
    theirs = stage.store.ask(1, _of_jonas)
    peer = _actor(stage, "U2")
    acts: list[Any] = [
        partial(reviews.look, actor=peer, review_id=theirs, now=TUESDAY),
        partial(reviews.close, actor=peer, review_id=theirs, now=TUESDAY),
        partial(reviews.withdraw, actor=peer, review_id=theirs, now=TUESDAY),
        partial(
            reviews.give_back, actor=peer, review_id=theirs, contests=[], words="", now=TUESDAY
        ),
        partial(reviews.answer, actor=peer, review_id=theirs, answers=[], words="x", now=TUESDAY),
        partial(
            reviews.open_for,
            actor=peer,
            person_ids=[peer.id],
            period=periods(TUESDAY.date())["before"],
            now=TUESDAY,
        ),
    ]
    for act in acts:
        with pytest.raises(Refusal, match=r"rights|not-yours"):
            stage.store.run(1, act)
    # nor those who lead them, before it is their turn
    early = partial(
        reviews.answer,
        actor=_actor(stage, "U3"),
        review_id=theirs,
        answers=[],
        words="x",
        now=TUESDAY,
    )
    with pytest.raises(Refusal, match="is-theirs"):
        stage.store.run(1, early)


@by_http
async def test_opening_answering_and_handing_on_can_be_undone_before_the_next_word(
    stage: Stage,
) -> None:
    told = await _opened(stage)
    await stage.press("U1", told, "Look at it")
    shown = await stage.appears("U1", "Nobody else sees it until", stage.sandbox.dm("U1"))
    await stage.press("U1", shown, "It is right")
    handed = await stage.appears("U1", "with those who lead you", stage.sandbox.dm("U1"))
    await stage.press("U1", handed, "Undo")
    await stage.appears("U1", "it is with you again", stage.sandbox.dm("U1"))
    early = await _look(stage, "U3", "You see it once they hand it on")
    assert "*Rhythm*" not in everything(early)
    await stage.type("U3", "/deal undo")
    assert "never opened" in everything(stage.seen("U3")[-1])
    listed = await stage.type("U1", "/crm scorecard review")
    assert "none of yours yet" in everything(listed)


@by_http
async def test_a_whole_team_is_opened_at_once_and_after_its_time_without_a_word(
    stage: Stage,
) -> None:
    await _team(stage, "U1", "U2")
    await stage.type("U3", "/crm scorecard review")
    await stage.press("U3", stage.seen("U3")[-1], "Open a review")
    assert "All are: Jonas and 지우" in str(stage.sandbox.stack("U3")[-1])
    await stage.fill("U3", whose="all", period="last")
    opened = await stage.appears("U3", "Opened for")
    assert "<@U1>" in everything(opened)
    assert "<@U2>" in everything(opened)
    await stage.let_pass(9)
    korean = stage.sandbox.dm("U2")
    await stage.appears("U2", "스코어카드가", korean)
    late = await _look(stage, "U3", "waits for your answer")
    assert "*Rhythm*" in everything(late)
    await stage.press("U3", late, "Answer")
    assert stage.fields("U3") == ["words"]


@by_http
async def test_the_audit_holds_no_figure_and_no_word_of_it(stage: Stage) -> None:
    told = await _opened(stage)
    await stage.press("U1", told, "Look at it")
    shown = await stage.appears("U1", "Nobody else sees it until", stage.sandbox.dm("U1"))
    await stage.press("U1", shown, "Comment or contest")
    await stage.fill("U1", rhythm="planted words")
    kept = str(stage.store.ask(1, _audit))
    assert "review" in kept
    assert "planted words" not in kept
    assert "scores" not in kept
    values = [str(one.get("value")) for one in _buttons(shown)]
    assert all(value.startswith(("review=", "act=")) for value in values), values


def _said(message: dict[str, Any]) -> list[str]:
    return [one["text"]["text"] for one in message["blocks"] if one["type"] == "section"]


def _buttons(message: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        one for block in message["blocks"] for one in block.get("elements", []) if "value" in one
    ]


def _audit(session: Session) -> list[Any]:
    return [
        (row.subject_type, row.before, row.after)
        for row in session.scalars(select(AuditRow))
        if row.subject_type.startswith("review")
    ]


def _of_jonas(session: Session) -> int:
    return session.scalars(select(ReviewRow.id).order_by(ReviewRow.id)).first() or 0


def _actor(stage: Stage, slack_id: str) -> Actor:
    def read(session: Session) -> Actor:
        person = people.by_slack_id(session, slack_id)
        assert person is not None
        return Actor(person, workspaces.bound(session))

    return stage.store.ask(1, read)


def _exported(stage: Stage) -> list[dict[str, str]]:
    out = io.BytesIO()
    now = TUESDAY
    stage.store.ask(1, takeaways.write, "scorecards", "csv", out, now)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"))))
