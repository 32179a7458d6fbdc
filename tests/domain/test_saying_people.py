"""Whom a sentence names beside an account: somebody met before, somebody new, or nobody."""

from dataclasses import replace

import pytest

from bot.domain.contacts import Contact
from bot.domain.saying_rules import RuleReader
from tests.domain.phrases_read import known

READER = RuleReader()
_IDS = {one.name: one.id for one in known().names if one.kind == "account"}
KNOWN = replace(
    known(),
    contacts=[
        Contact(1, "Jane Roe", _IDS["Acme"], "Acme"),
        Contact(2, "김민수", _IDS["한빛전자"], "한빛전자"),
        Contact(3, "Dana Scully", _IDS["Umbrella"], "Umbrella"),
        Contact(4, "Sam Lee", _IDS["Globex"], "Globex"),
        Contact(5, "Sam Lee", _IDS["Hooli"], "Hooli"),
    ],
)


@pytest.mark.parametrize(
    ("said", "account", "contact", "contact_id"),
    [
        ("called Jane Roe, she likes the pilot, send quote Friday", "Acme", "Jane Roe", 1),
        ("email from Jane Roe at Acme: budget approved", "Acme", "Jane Roe", 1),
        ("coffee with Dana from Umbrella, she'll push it", "Umbrella", "Dana Scully", 3),
        ("met Bob Smith from Globex yesterday", "Globex", "Bob Smith", None),
        ("met Acme with Tom Ford, contract by friday", "Acme", "Tom Ford", None),
        ("김민수 부장님이랑 통화, 금요일까지 견적서 보내기", "한빛전자", "김민수", 2),
        ("한빛전자 김민수 부장과 통화했음", "한빛전자", "김민수", 2),
        ("다온물산 박지훈 이사님 미팅 완료", "다온물산", "박지훈 이사님", None),
    ],
)
def test_people_are_known_by_their_account_and_accounts_by_their_people(
    said: str, account: str, contact: str, contact_id: int | None
) -> None:
    reading = READER.read(said, KNOWN)
    assert [one.name for one in reading.subjects] == [account]
    assert (reading.contact, reading.contact_id) == (contact, contact_id)
    assert contact not in reading.note


@pytest.mark.parametrize(
    "said",
    [
        "called Acme, the CFO likes it",
        "다온물산 대표님 뵙고 왔습니다",
        "한빛전자 구매팀장 만남",
        "한빛전자 인사부장님 미팅",
        "called Acme about Globex",
    ],
)
def test_parts_and_departments_are_nobody(said: str) -> None:
    assert not READER.read(said, KNOWN).contact


def test_a_name_of_two_people_decides_nothing() -> None:
    assert not READER.read("called Sam Lee", KNOWN).subjects
    assert READER.read("called Sam Lee at Hooli", KNOWN).subjects[0].name == "Hooli"
