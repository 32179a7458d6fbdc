"""What is typed behind /deal list: whose deals, of which stage, in which order."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.parsing_slack import Mention, find_mention

_TOKEN = re.compile(
    r"(?P<key>stage|단계|sort|order|정렬|page|페이지|쪽)\s*[:=\uff1a]\s*"
    r"(?P<value>\"[^\"]*\"|\u201c[^\u201d]*\u201d|'[^']*'|\S+)|<@[^>]*>|\S+",
    re.IGNORECASE,
)
_KEYS = {"단계": "stage", "order": "sort", "정렬": "sort", "페이지": "page", "쪽": "page"}
_STALE = frozenset({"stale", "방치", "정체", "방치된", "방치딜"})
_NOISE = frozenset({"deals", "deal", "딜", "딜들", "by", "의", "중", "보기"})


class Scope(StrEnum):
    MINE = "mine"
    TEAM = "team"
    ALL = "all"
    PERSON = "person"
    NOBODY = "nobody"


_SCOPES = {
    word: scope
    for scope, words in (
        (Scope.MINE, "mine my me 내 나 내것 내꺼 내딜 제 나의"),
        (Scope.TEAM, "team our ours 팀 우리 우리팀 팀원"),
        (Scope.ALL, "all everyone everything 전체 모두 모든 전부 전사"),
        (Scope.NOBODY, "unowned unassigned ownerless nobody 미배정"),
    )
    for word in words.split()
}
_SORTS = {
    word: field
    for field, words in (
        ("amount", "amount value size money 금액 규모"),
        ("closes", "close closes closing closes_on close_date expected_close 마감 마감일 예상마감"),
        ("stage", "stage 단계"),
        ("name", "name deal 이름 딜 딜명"),
        ("account", "account 고객사"),
        ("owner", "owner rep 담당 담당자"),
        ("touched", "touch touched activity updated last last_activity last_activity_at"),
        ("touched", "활동 접촉 최근 최근활동"),
        ("created", "created created_at new newest age 생성 생성일 등록 등록일"),
        ("next", "next next_step next_step_due due 다음 다음행동"),
    )
    for word in words.split()
}
WORDS = (*_SCOPES, *_STALE)
"""The words of a list that stand by themselves."""

_LARGEST_FIRST = frozenset({"amount", "created"})
_DIRECTIONS = {"desc": True, "내림차순": True, "asc": False, "오름차순": False}


@dataclass(frozen=True, slots=True)
class ListQuery:
    """`stage` is as typed; `sort` is amount, closes, stage, name, account, owner, touched, created
    or next, else as typed. The largest amounts and the newest deals come first, the longest
    untouched too, unless asked otherwise. `unknown` are the words that mean nothing here."""

    scope: Scope
    mention: Mention | None
    stage: str | None
    stale: bool
    sort: str | None
    descending: bool
    page: int
    unknown: tuple[str, ...]


_NO_OWNER = re.compile(
    r"(?<!\w)담당자?\s*없[는음이다]*(?!\w)|\b(?:no|without)(?: an)? owner\b", re.IGNORECASE
)


def read_list(text: str) -> ListQuery:
    """`[mine|team|all|unowned|@person] [stage:<stage>] [stale] [sort:<field>] [page:<n>]`, in
    any order."""
    mention = find_mention(text)
    rest = f"{text[: mention.start]} {text[mention.end :]}" if mention else text
    rest = _NO_OWNER.sub(" unowned ", rest)
    keyed: dict[str, str] = {}
    scope: Scope | None = None
    stale, direction, unknown = False, None, []
    for token in _TOKEN.finditer(rest):
        word = token[0].casefold()
        if token["key"]:
            key = token["key"].casefold()
            keyed[_KEYS.get(key, key)] = token["value"].strip("\"'\u201c\u201d ")
        elif word in _SCOPES:
            scope = _SCOPES[word]
        elif word in _STALE:
            stale = True
        elif word in _DIRECTIONS:
            direction = _DIRECTIONS[word]
        elif word not in _NOISE:
            unknown.append(token[0])
    sort, descending = _order(keyed.get("sort", ""), direction)
    page = keyed.get("page", "1")
    return ListQuery(
        scope=Scope.PERSON if mention else scope or Scope.MINE,
        mention=mention,
        stage=keyed.get("stage") or None,
        stale=stale,
        sort=sort,
        descending=descending,
        page=max(1, int(page)) if re.fullmatch(r"\d{1,6}", page) else 1,
        unknown=tuple(unknown),
    )


def _order(typed: str, direction: bool | None) -> tuple[str | None, bool]:
    """The field to sort by (as typed when there is no such), and whether downwards."""
    word = typed.casefold()
    for ending, downwards in _DIRECTIONS.items():
        if word.endswith((f":{ending}", f"-{ending}", f",{ending}")):
            word, direction = word[: -len(ending) - 1], downwards
    if word.startswith(("-", "+")):
        direction, word = word.startswith("-"), word[1:]
    sort = _SORTS.get(word, word) or None
    return sort, sort in _LARGEST_FIRST if direction is None else direction
