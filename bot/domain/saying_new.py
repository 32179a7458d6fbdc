"""A new deal in a sentence: its name, account, amount and day, without the order to make one."""

import re
from dataclasses import replace

from bot.domain.parsing_deal import read_new
from bot.domain.parsing_money import find_amount
from bot.domain.saying import Known, Reading
from bot.domain.saying_clauses import tidy

_CREATE = (
    r"(?:만들어\s?(?:줘|주세요|주실래요)|만들[자기]?|만듦|추가(?:해)?|등록(?:해)?|생성(?:해)?|열어|파|올려)"
    r"\s?(?:줘|주세요|줄래|함|요|부탁\S*)?"
)
_DEAL_WORD = r"(?:딜|거래|(?:영업\s?)?기회|건|안건)"
_NEW_WORDS = re.compile(
    rf"(?:새로운|새|신규)\s?{_DEAL_WORD}(?:\s?(?:을|를|하나|한\s?건|한\s?개))?(?:\s?{_CREATE})?"
    rf"|{_DEAL_WORD}\s?(?:을|를|하나|한\s?건|한\s?개)?\s?(?:새로\s?|신규\s?)?{_CREATE}(?=[\s,.:-]|$)"
    rf"|신규\s?{_CREATE}|(?:^|(?<=\s))(?:하나\s?)?{_CREATE}(?=[\s,.]*$)",
)
_NEW_NAMED = re.compile(
    r"\b(?:called|named|titled|call it|name it|name[:=])\s+(?P<english>.+)|(?:이름은|딜명은"
    r"|제목은)\s*(?P<korean>.+?)(?:이고|으로|이며|이에요|입니다|,|$)",
    re.IGNORECASE,
)


def _new_words(line: str) -> str:
    """The name, account, amount and day of a new deal, without the order to make one."""
    words = re.sub(
        r"^.*?\b(?:new |create |add |open |start |register |make |set up |log )(?:a |an "
        r"|the |up )?(?:new |fresh |another )?(?:deal|opportunity|opp|oppty"
        r"|lead)\b\s*(?:for|with|called|named|:|-|,)*\s*",
        lambda found: "for " if re.search(r"\b(?:for|with)\W*$", found[0], re.IGNORECASE) else "",
        line,
        count=1,
        flags=re.IGNORECASE,
    )
    words = re.sub(
        r"^\W*(?:deal\s+new|신규\s*[:\uff1a])|^.*?\bnew one\s*[:,-]",
        " ",
        words,
        flags=re.IGNORECASE,
    )
    words = re.sub(
        r"(?<![a-z])(?:deal|opp)\s?(?:추가|등록|생성)\S*|~(?=\d)", " ", words, flags=re.IGNORECASE
    )
    words = _NEW_WORDS.sub(" ", re.sub(r"\s+[/|]\s+", ", ", words))
    words = re.sub(r"(?:클로징|클로즈|마감)(?:\s?(?:예상|예정|목표))?", "마감", words)
    words = re.sub(
        r"\b(?:expected|supposed|likely|should) to close\b", "closes", words, flags=re.IGNORECASE
    )
    words = re.sub(r"금액은\s*|(?<=[만억원])(?:이고|입니다|이에요|예요|정도)", " ", words)
    if (named := _NEW_NAMED.search(words)) and (name := named["english"] or named["korean"]):
        before, behind = words[: named.start()], words[named.end() :]
        account = before if before.lower().startswith("for ") else ""
        words = f"{name} {behind} {account}"
    return " ".join(words.split()).strip(" ,.:-")


def read(reading: Reading, line: str, known: Known) -> Reading:
    words = _new_words(line)
    amount = find_amount(words)
    if words.lower().startswith("for "):
        words = words[4:]
    read = read_new(words, known.today)
    taken = read.amount or (amount.amount if amount else None)
    name = tidy(
        re.sub(
            r"\b(?:worth|about|around|approx|closing|closes)\s*$|,",
            " ",
            read.name,
            flags=re.IGNORECASE,
        )
    )
    name = re.sub(r"\s*(?:규모|금액|짜리|건)\s*$", "", " ".join(name.split()))
    return replace(
        reading, name=name, account=read.account or "", amount=taken, closes_on=read.closes_on
    )
