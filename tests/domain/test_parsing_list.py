"""Verbs, lists and people as they are typed, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parsing_list import read_list
from bot.domain.parsing_people import read_people_set
from bot.domain.parsing_verbs import CRM_VERBS, VERBS, split_verb


@pytest.mark.parametrize(
    ("typed", "scope", "stage", "stale", "sort", "descending", "unknown"),
    [
        ("", "mine", None, False, None, False, ()),
        ("mine", "mine", None, False, None, False, ()),
        ("my deals", "mine", None, False, None, False, ()),
        ("TEAM stale", "team", None, True, None, False, ()),
        ("all stage:proposal", "all", "proposal", False, None, False, ()),
        ("all stage: proposal sort:amount", "all", "proposal", False, "amount", True, ()),
        ('stage:"closed won"', "mine", "closed won", False, None, False, ()),
        ("sort:close", "mine", None, False, "closes", False, ()),
        ("sort:-closes", "mine", None, False, "closes", True, ()),
        ("sort:amount asc", "mine", None, False, "amount", False, ()),
        ("sort:banana", "mine", None, False, "banana", False, ()),
        ("team banana", "team", None, False, None, False, ("banana",)),
        ("내 딜", "mine", None, False, None, False, ()),
        ("팀 방치", "team", None, True, None, False, ()),
        ("전체 단계:제안 방치 정렬:금액", "all", "제안", True, "amount", True, ()),
        ("우리팀 단계: 협상 정렬:마감일 내림차순", "team", "협상", False, "closes", True, ()),
    ],
)
def test_a_list_is_asked_for(
    typed: str,
    scope: str,
    stage: str | None,
    stale: bool,
    sort: str | None,
    descending: bool,
    unknown: tuple[str, ...],
) -> None:
    read = read_list(typed)
    assert (read.scope, read.stage, read.stale) == (scope, stage, stale)
    assert (read.sort, read.descending, read.unknown) == (sort, descending, unknown)


def test_a_persons_list_and_a_page_of_it() -> None:
    read = read_list("<@U123|jane> page:3")
    assert read.mention is not None
    assert (read.scope, read.mention.user_id, read.page) == ("person", "U123", 3)
    assert read_list("페이지:2").page == 2
    assert read_list("page:0").page == 1


@pytest.mark.parametrize(
    ("typed", "person", "role", "manager", "team"),
    [
        ("set <@U1|x> role:manager manager:@boss team:North East",
         "x", "manager", "boss", "North East"),
        ("<@U1|x> team:\"North East\" role:rep", "x", "rep", None, "North East"),
        ("set @kim role: Leader", "kim", "leader", None, None),
        ("set @kim role:boss", "kim", "boss", None, None),
        ("설정 @김민수 역할:팀장 팀장:@박지영 팀:영업 1팀",
         "김민수", "manager", "박지영", "영업 1팀"),
        ("@김민수 역할:담당자", "김민수", "rep", None, None),
        ("@김민수 역할:관리자", "김민수", "admin", None, None),
    ],
)  # fmt: skip
def test_a_person_is_set(
    typed: str, person: str, role: str | None, manager: str | None, team: str | None
) -> None:
    read = read_people_set(typed)
    assert read.person is not None
    assert (read.person.name, read.role, read.team) == (person, role, team)
    assert (read.manager and read.manager.name) == manager
    assert (read.no_manager, read.unknown) == (False, ())


def test_a_manager_can_be_taken_away_and_odd_words_are_handed_back() -> None:
    assert read_people_set("set @kim manager:none").no_manager
    assert read_people_set("@김민수 팀장:없음").no_manager
    assert read_people_set("set @kim quickly manager:Bob").unknown == ("quickly", "manager:Bob")
    assert read_people_set("set").person is None


@pytest.mark.parametrize(
    ("typed", "verb", "rest"),
    [
        ("new Acme pilot", "new", "Acme pilot"),
        ("NEW Acme pilot", "new", "Acme pilot"),
        ("stage-history Acme", "stage-history", "Acme"),
        ("stage history Acme", "stage-history", "Acme"),
        ("next Acme send quote", "next", "Acme send quote"),
        ("다시 열기 한빛전자", "reopen", "한빛전자"),
        ("다시열기 한빛전자", "reopen", "한빛전자"),
        ("재개 한빛전자", "reopen", "한빛전자"),
        ("새 한빛전자 파일럿", "new", "한빛전자 파일럿"),
        ("신규 한빛전자 파일럿", "new", "한빛전자 파일럿"),
        ("목록", "list", ""),
        ("이동 한빛전자 제안으로", "move", "한빛전자 제안으로"),
        ("수주 한빛전자", "won", "한빛전자"),
        ("실주 한빛전자", "lost", "한빛전자"),
        ("다음 한빛전자 견적서 금요일", "next", "한빛전자 견적서 금요일"),
        ("담당 한빛전자 @김민수", "assign", "한빛전자 @김민수"),
        ("보류 한빛전자", "hold", "한빛전자"),
        ("되돌리기", "undo", ""),
        ("단계 이력 한빛전자", "stage-history", "한빛전자"),
        ("Acme pilot", None, "Acme pilot"),
        ("", None, ""),
    ],
)
def test_the_verb_is_split_off(typed: str, verb: str | None, rest: str) -> None:
    assert split_verb(typed, VERBS) == (verb, rest)


def test_crm_has_verbs_of_its_own() -> None:
    assert split_verb("찾기 한빛", CRM_VERBS) == ("find", "한빛")
    assert split_verb("Report wins", CRM_VERBS) == ("report", "wins")
    assert split_verb("오늘", CRM_VERBS) == ("today", "")
    assert {
        "help",
        "find",
        "me",
        "team",
        "forecast",
        "today",
        "report",
        "playbook",
        "people",
    } <= set(CRM_VERBS.values())


@given(st.text())
def test_no_line_can_make_it_fail(text: str) -> None:
    read_list(text)
    read_people_set(text)
    assert split_verb(text, VERBS)[1] in text
