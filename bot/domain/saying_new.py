"""A new deal in a sentence: its name, account, amount and day, without the order to make one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.parsing_dates import find_date
from bot.domain.parsing_deal import NewDeal, read_new
from bot.domain.parsing_money import find_amount
from bot.domain.saying import Known, Reading
from bot.domain.saying_days import tidy

_CREATE = (
    r"(?:만들어\s?(?:줘|주세요|주실래요|줄래|봐)?|만들[자기]?|만듦|추가(?:해)?|등록(?:해)?"
    r"|생성(?:해)?|열어|파|올려|넣어|잡아)"
    r"\s?(?:줘|주세요|줄래|주라|주십시오|함|요|부탁\S*|바랍니다|원해요?|하고\s?싶\S*|해야\S*"
    r"|할게요?|시작)?(?:\s?(?:부탁\S*|원해요?))?"
)
_DEAL_WORD = r"(?:딜|거래|(?:영업\s?)?기회|건|안건)"
_ORDERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"^.*?\b(?:new |create |add |open |start |register |make |set up |log "
            r"|enter )(?:up )?(?:me )?(?:a |an "
            r"|the )?(?:new |fresh |another )*(?:deal|opportunity|opp|oppty|lead)\b\s*"
            r"(?:(?:for them|please|pls|부탁\S*|만들어\s?\S*|추가\S*|생성\S*"
            r"|등록\S*)[\s,:.]*)*(?P<for>(?:for|with|at|@)\b)?\W*"
        ),
        r"^\W*(?:deal\s+new|신규\s*[:\uff1a])|^.*?\bnew one\s*[:,-]",
        r"(?<![a-z])(?:deal|opp)\s?(?:추가|등록|생성)\S*|~(?=\d)",
        (
            rf"(?:새로운|새|신규)\s?{_DEAL_WORD}(?:\s?(?:을|를|하나|한\s?건"
            rf"|한\s?개))*(?:\s?{_CREATE})?"
        ),
        (
            rf"{_DEAL_WORD}\s?(?:을|를|하나|한\s?건|한\s?개)?\s?(?:새로\s?"
            rf"|신규\s?)?{_CREATE}(?=[\s,.:-]|$)"
        ),
        (
            rf"신규\s?{_CREATE}|(?:^|(?<=\s))(?:하나\s?)?{_CREATE}(?=[\s,.]*$)|\b(?:please|pls"
            rf"|thanks|thx)\b"
        ),
    )
)
_LABEL = re.compile(
    r"(?:(?<=^)|(?<=[\s,;/|.(]))(?:(?P<account>account|customer|client|고객사|고객|거래처|업체)"
    r"|(?P<name>(?:and )?(?:name it|call it|named|called|name|titled?|이름|딜\s?이름|딜명|제목))"
    r"|(?P<amount>amount|value|size|금액|규모|예산)"
    r"|(?P<closes>close date|closes?|closing|마감일?|클로징|클로즈|예상\s?마감))"
    r"(?:\s+(?:is|will be|on|by|in)|\s*[:=\uff1a]|은|는)?(?:\s+|(?<=[:=\uff1a]))(?=\S)",
    re.IGNORECASE,
)
_VALUE_ENDS = re.compile(
    r"\s*(?:,(?!\d{3})|[;|/\n]|\.(?:\s|$)|이고(?=\s)|이며|입니다|이에요|예요)|으로(?=\s|$)"
    r"|\s+(?:should be|worth|around|about|for|at|closing|closes|with)\b|\s+-+\s",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(
    r"\b(?:worth|about|around|approx\.?|closing|closes|should be|roughly|maybe|please)\s*$|,"
    r"|^\s*(?:called|named)\b",
    re.IGNORECASE,
)
_LEFT_OVER_KOREAN = re.compile(
    r"\s*(?:규모|금액|짜리|건|쯤|쯤이요|정도(?:\s?(?:예상|규모|됨|돼요|될\s?듯|입니다|이에요|예요"
    r"|임))?|이요|이고|입니다|예상)\s*$|^(?:으로|로|쪽으로)\s+"
)


def read(reading: Reading, line: str, known: Known, accounts: Sequence[str]) -> Reading:
    """`accounts` are the words by which the sentence names accounts that we know."""
    read = _labelled(line, known) or _unlabelled(line, known, accounts)
    quoted = _QUOTED.search(line)
    return replace(
        reading,
        name=quoted[1] if quoted else read.name,
        account=read.account or "",
        amount=read.amount,
        closes_on=read.closes_on,
    )


def _labelled(line: str, known: Known) -> NewDeal | None:
    """What is told field by field: "account: Stark / name: Stark drones", 이름은 …, "call it …"."""
    found = list(_LABEL.finditer(line))
    if not any(one["name"] for one in found):
        return None
    values: dict[str, str] = {}
    for one, following in zip(found, [*found[1:], None], strict=True):
        value = line[one.end() : following.start() if following else len(line)]
        kind = one.lastgroup or ""
        ends = _VALUE_ENDS.search(value)
        values.setdefault(kind, value if kind == "closes" or not ends else value[: ends.start()])
    name = values["name"]
    if amount := find_amount(name):
        name = name[: amount.start]
    amount = find_amount(values.get("amount", "") or line.replace(name, " ")) or find_amount(line)
    rest = line.replace(name, " ")
    closing = find_date(values.get("closes", "") or rest, known.today)
    taken = amount.amount if amount else None
    day = closing.day if closing and ("closes" in values or "마감" in line) else None
    return NewDeal(_bare(name), tidy(values.get("account", "")) or None, taken, day)


def _unlabelled(line: str, known: Known, accounts: Sequence[str]) -> NewDeal:
    words = _without_order(_QUOTED.sub(r"\1, ", line, count=1))
    for one in accounts:
        words = re.sub(rf"(?<=\w) ?\(\s*{re.escape(one)}\s*\)", f", {one},", words, count=1)
        words = re.sub(rf"(?<=, ){re.escape(one)}\s+(?=[\d$€£₩])", f"{one}, ", words, count=1)
    for one in accounts:
        begun = re.match(
            rf"(?:for )?{re.escape(one)}(?:\s*[:,]|\s+-(?=\s)|에|에서|쪽|건으로)+\s*(?=[^\W\d])",
            words,
        )
        words = words[begun.end() :] if begun else words
    pieces = [one for one in re.split(r",\s+(?!\d{4})|;\s*|(?<!\d)\.\s+", words) if one.strip()]
    rest = [one for one in pieces if not _is_account(one, accounts)]
    account = ""
    if rest and len(rest) < len(pieces) and not _FIGURE.fullmatch(rest[0]):
        account = next(one for one in accounts if any(one in piece for piece in pieces))
        words = ", ".join(rest)
    words = f"for {words}" if re.match(r"\d", words) and _FIGURE.fullmatch(words) else words
    amount = find_amount(words)
    read = read_new(words.removeprefix("for "), known.today)
    taken = read.amount or (amount.amount if amount else None)
    return replace(
        read, name=_bare(read.name), account=read.account or account or None, amount=taken
    )


_FIGURE = re.compile(r"[\W\d]*(?:k|m|mn|천|만|억|원|\s)*\W*", re.IGNORECASE)
_QUOTED = re.compile(
    "[\"'\u201c\u2018]([^\"'\u201c\u201d\u2018\u2019]{2,60})[\"'\u201d\u2019]\\s+(?=\\w)"
)


def _is_account(piece: str, accounts: Sequence[str]) -> bool:
    bare = re.sub(
        r"^\W*(?:for|with|고객은?|customer|account)\s+|\s?(?:쪽(?:으로)?|측|에서|건으로)?\W*$",
        "",
        piece,
    )
    return bare.strip() in accounts


def _bare(name: str) -> str:
    name = tidy(_LEFT_OVER.sub(" ", " ".join(name.split())))
    return _LEFT_OVER_KOREAN.sub("", " ".join(name.split())).strip("\"'“” ")


def _without_order(line: str) -> str:
    words = _ORDERS[0].sub(lambda found: "for " if found["for"] else "", line, count=1)
    words = re.sub(r"\s+[/|]\s+", ", ", words)
    for order in _ORDERS[1:]:
        words = order.sub(" ", words)
    words = re.sub(
        r"(?:클로징|클로즈|마감|(?:(?<=[일말초순\d]\s)|(?<=일에\s)|(?<=까지\s))(?:계약|체결|수주"
        r"|사인)(?=\s?(?:예상|예정|목표|할|될|하기로)))(?:\s?(?:예상|예정|목표|하기로)\S*"
        r"|\s?[될할]\s?(?:것|거|듯)\S*"
        r"(?:\s?같\S*)?|(?<=[\d일]\s마감)으?로(?=\s)|됩니다|돼요|합니다|해요)?",
        "마감",
        words,
    )
    words = re.sub(
        r"\b(?:expected|supposed|likely|should) to close\b", "closes", words, flags=re.IGNORECASE
    )
    words = re.sub(
        r"금액은\s*|(?<=[만억원])(?:이고|입니다|이에요|예요|정도|쯤이요?|이요)", " ", words
    )
    return " ".join(words.split()).strip(" ,.:-")
