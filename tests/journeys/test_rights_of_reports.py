"""The rights table for every report, each role and each relation, asked for at the door."""

import csv
import io
from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox.people import Member
from bot.usecases.report_asked import BY
from tests.journeys.stage import SALES, Stage, by_http, everything
from tests.journeys.test_export import files
from tests.makers import ANSWERS

OWN, PEER, OTHER = "Jonas", "Olga", "지우"
"""The rep who asks, somebody of the same team, and somebody of another."""

READERS = {
    "rep": ("U1", {OWN}),
    "manager": ("U3", {OWN, PEER}),
    "another manager": ("U7", {OTHER}),
    "leader": ("U8", {OWN, PEER, OTHER}),
    "admin": ("U4", {OWN, PEER, OTHER}),
}
"""Who asks, and whose figures they may read."""

BY_REP = {
    name: next(by for by in ("rep", "week", "team") if by in {one.value for one in groupings})
    for name, groupings in BY.items()
    if {"rep", "week", "team"} & {one.value for one in groupings}
}
AMOUNTS = {OWN: 10_007, PEER: 25_013, OTHER: 70_001}
"""What each has won: a figure that is nobody else's."""


def _join(stage: Stage, member: Member) -> None:
    ws = stage.sandbox.platform.ws
    ws.add_member(member)
    sales = ws.channels[SALES]
    ws.change_channel(replace(sales, members=sales.members | {member.id}))


async def _company(stage: Stage) -> None:
    """Marta leads Jonas and Olga, Mina leads 지우, Lea leads all; each rep has won one deal and has
    one open."""
    for member in (
        Member(id="U6", name="olga", real_name="Olga Otto", display_name="Olga"),
        Member(id="U7", name="mina", real_name="Mina Kim", display_name="Mina"),
        Member(id="U8", name="lea", real_name="Lea Lang", display_name="Lea"),
    ):
        _join(stage, member)
    for person in ("U1", "U2", "U3", "U6", "U7", "U8"):
        await stage.type(person, "/crm today")
    for line in (
        "<@U3> role:manager team:West",
        "<@U7> role:manager team:Seoul",
        "<@U8> role:leader",
        "<@U1> manager:<@U3> team:West",
        "<@U6> manager:<@U3> team:West",
        "<@U2> manager:<@U7> team:Seoul",
    ):
        await stage.type("U4", f"/crm people set {line}")
    for person, name in (("U1", OWN), ("U6", PEER), ("U2", OTHER)):
        await stage.type(person, f"/deal new {name} waits for {name} Ltd {AMOUNTS[name]} USD")
        await stage.type(person, f"/deal new {name} wins for {name} Ltd {AMOUNTS[name]} USD")
        await stage.type(person, f"/deal won {name} wins")
        won = {"amount": f"{AMOUNTS[name]} USD", "won_on": "2026-03-03"}
        await stage.fill(person, **(ANSWERS | won))
        await stage.appears(person, f"*{name} wins*")


def _whose(said: str) -> set[str]:
    """Those whose name or figures stand in an answer."""
    digits = said.replace(",", "")
    return {
        name
        for name, amount in AMOUNTS.items()
        if name in said or str(amount) in digits or f"US${amount}" in digits
    }


@by_http
@pytest.mark.parametrize("reader", READERS)
async def test_every_report_shows_a_reader_what_is_theirs_and_nothing_else(
    stage: Stage, reader: str
) -> None:
    await _company(stage)
    person, theirs = READERS[reader]
    for name, by in BY_REP.items():
        told = everything(await stage.type(person, f"/crm report {name} by {by}"))
        assert _whose(told) <= theirs, f"{name} by {by} tells of {_whose(told) - theirs}"
        if by == "rep" and name in ("opportunities", "wins", "productivity", "pipeline"):
            assert _whose(told) == theirs, f"{name} by rep"
    for name in ("evidence", "attention"):
        told = everything(await stage.type(person, f"/crm report {name}"))
        assert _whose(told) <= theirs, f"{name} tells of {_whose(told) - theirs}"
    for line in ("/crm me", "/crm forecast"):
        told = everything(await stage.type(person, line))
        assert _whose(told) <= theirs, line


@by_http
@pytest.mark.parametrize("reader", READERS)
async def test_a_file_holds_no_more_than_the_page(stage: Stage, reader: str) -> None:
    await _company(stage)
    person, theirs = READERS[reader]
    names = [name for name, by in BY_REP.items() if by in ("rep", "week") and name != "evidence"]
    for number, name in enumerate(names, start=1):
        await stage.type(person, f"/crm report {name} by {BY_REP[name]} as csv")
        newest = (await files(stage, person, number))[-1]
        text = _text(stage, newest)
        assert _whose(text) <= theirs, f"{name}.csv tells of {_whose(text) - theirs}"
        assert next(csv.reader(io.StringIO(text)))


@by_http
async def test_scorecards_and_teams_are_for_those_who_may_see_them(stage: Stage) -> None:
    await _company(stage)
    for reader, (person, theirs) in READERS.items():
        for name, slack_id in ((OWN, "U1"), (PEER, "U6"), (OTHER, "U2")):
            told = everything(await stage.type(person, f"/crm scorecard <@{slack_id}>"))
            sees = "Not part of the score" in told
            assert sees is (name in theirs), f"{reader} and the scorecard of {name}"
    refused = await stage.type("U3", "/crm team <@U7>")
    assert "for its manager, leaders and admins" in refused["text"]
    for person in ("U8", "U4"):
        assert OTHER in everything(await stage.type(person, "/crm team <@U7>"))


@by_http
async def test_whoever_is_no_full_member_is_told_who_may(stage: Stage) -> None:
    await _company(stage)
    for member, words in (
        (Member(id="G1", name="g1", real_name="Gus", is_ultra_restricted=True), "full members"),
        (Member(id="X1", name="x1", real_name="Xenia", home_team="T9"), "workspace"),
    ):
        _join(stage, member)
        for line in ("/crm report wins", "/crm scorecard", "/log call Jonas waits - hi"):
            told = await stage.type(member.id, line)
            assert words in told["text"], line
            assert not _whose(told["text"].split("You typed")[0]), line


def _text(stage: Stage, file: dict[str, Any]) -> str:
    held = stage.sandbox.platform.uploads.content(file["id"])
    assert held is not None
    return held[0].decode("utf-8-sig")
