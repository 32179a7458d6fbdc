"""The reader of plain sentences by rules: no service, no guess it would act on."""

import re
from dataclasses import replace

from bot.domain import saying_happened, saying_new
from bot.domain.names import Candidate
from bot.domain.parsing_dates import find_date
from bot.domain.parsing_slack import find_mention
from bot.domain.saying import Known, Question, Reading, SaidAct
from bot.domain.saying_acts import SURE as SURE_ORDER
from bot.domain.saying_acts import ordered
from bot.domain.saying_commands import is_logged, marked
from bot.domain.saying_facts import facts_in
from bot.domain.saying_happened import amount_in, unclear
from bot.domain.saying_names import Mentioned, mentioned
from bot.domain.saying_people import with_people
from bot.domain.saying_put_off import put_off
from bot.domain.saying_questions import asked, asked_day, sought
from bot.domain.saying_reasons import length, why_held, why_lost
from bot.domain.saying_spelling import as_typed, repaired, spelled, spoken

LONGEST = 4_000
"""Signs that are read; what stands behind them is kept in the note of a log."""

_CHAT = re.compile(
    r"\W*(?:(?:네|넵|넹|예|응|아니요?|ㅇㅋ|ㅇㅇ|ㅋ+|ㅎ+|ok|okay|yes|no|yep|nope|lol|haha\w*)\W*)*"
    r"(?:알겠\S*|감사\S*|고마\S*|고맙\S*|수고\S*|좋은\s?(?:아침|하루|주말)\S*|안녕\S*|잘\s?부탁\S*"
    r"|thanks?(?: you)?(?: so much| a lot)?|thx|ty|cheers|cool|nice|great|perfect|awesome"
    r"|(?:점심|저녁|밥|커피)\s?뭐\s?먹\S*|(?:점심|저녁|밥|커피)\s?(?:먹고|마시고)\s?(?:올게"
    r"|오겠)\S*|(?:흠+\W+)?(?:생각\s?좀\s?|고민\s?좀\s?)해\s?볼게\S*|배고\S*|피곤\S*|심심\S*"
    r"|(?:hmm+ )?(?:let me|i'?ll) (?:think|see)(?: about it)?|brb(?: \w+)?|be right back|gtg"
    r"|will do|got it|sounds good|makes sense|oops"
    r"|good (?:morning|job|work|night)|see you(?: \w+)?|no worries|never ?mind|(?:talk|speak"
    r"|see you|chat) (?:later|soon)|ttyl|later)?\W*",
    re.IGNORECASE,
)
"""What people say to be polite."""
_THANKS = re.compile(
    r"\W*(?:(?:ok|okay|great|perfect|awesome|cool|nice|네|넵|오|아|와)\W+)*(?:many thanks"
    r"|thanks?(?: you)?(?: (?:so much|a lot|very much|bot|again))*|thx|ty|cheers"
    r"|(?:정말\s|너무\s|진짜\s)?(?:감사|고마|고맙|땡큐|수고\s?(?:했|하))\S*|ㄱㅅ+)\W*",
    re.IGNORECASE,
)
"""Nothing to be done, and no reason to be asked."""
_POLITE = re.compile(
    r"^\W*(?:(?:hey|hi|ok|okay)\W+)?(?:(?:can|could|would|will) (?:you|u)\s+(?!do\b"
    r"|help\b))(?:please |pls )?",
    re.IGNORECASE,
)


_POLITE_KOREAN = re.compile(
    r"(?<=[가-힣])\s?(?:줄래|주실래|주시겠어|주시겠|주시겠습니까|(?:줄|주실)\s?수\s?있(?:어|나"
    r"|을까|니|으세|으실까|습니까)?)요?\s*[?.!]*\s*$"
)
"""An order put as a question: 옮겨줄래?, 표시해줄 수 있어?"""
_RECORD = re.compile(
    r"^\W*(?:please\s+|pls\s+)?(?:log|note|record|jot down|write down"
    r"|register)\s+(?:down\s+)?that\s+(?=\S)"
    r"|(?:\s*,\s*|\s+(?:and\s+|so\s+)?)(?:please\s+|pls\s+)?(?:note|put|write|jot|log)"
    r" (?:it|this|that)(?: down| in)?(?:[\s,]+(?:please|pls|plz|thx|thanks|for me))*\W*$"
    r"|\s*(?:라고|다고)?\s?(?:기록|메모|로그|입력)(?:을|를)?\s?(?:좀\s?)?(?:부탁\S*|바랍니다"
    r"|요망|(?:해|남겨)\s?(?:줘|주세요|줄래|놔|둬)\S*)",
    re.IGNORECASE,
)
"""The order to write something down, around what is to be written."""


_WEIGHED = re.compile(
    r"^\W*(?:maybe |so |hmm |ok(?:ay)? |and )*(?:should (?:i|we)|shall (?:i|we)|do you think"
    r"|what if|is it worth|would it)\b|[가-힣](?<=[할갈볼릴칠을질울줄낼될])까(?:요|\s|[?.…]|$)"
    r"|^\W*(?:(?:i'?m|we'?re|honestly|tbh|still)\s)*(?:not sure|no idea|unsure|no clue) (?:what"
    r"|how|where"
    r"|who|which)\b|\b(?:not sure|undecided|torn|unsure|wondering) (?:whether|if|about)\b"
    r"|고민(?:이네|되|된"
    r"|중(?!이[래라])|스럽)|[지까]\s\S+지\s?모르|어떡하지|어쩌지|좋을까",
    re.IGNORECASE,
)
"""Somebody weighs what to do: there is nothing to write down."""


class RuleReader:
    """Reads by rules alone (bot.domain.saying.Reader)."""

    def read(self, text: str, known: Known) -> Reading:
        line = re.sub("[\u2018\u2019]", "'", text).replace("\uff1f", "?").strip()[:LONGEST]
        line, long_words = _shortened(line)
        line = typed = spoken(line)
        accounts = [one for one in known.names if one.kind == "account"]
        names = mentioned(line, known.names)
        kept = " ".join(line[one.start : one.end] for one in names if one.sure).lower()
        line, changed = spelled(line, frozenset(re.findall(r"[a-z]+", kept)))
        if line != typed:
            names = mentioned(line, known.names)
        found, person = with_people(line, names, accounts, known.contacts)
        masked, originals = _masked(line, found)
        masked = repaired(masked)
        reading = _read(masked, typed, found, known)
        reading = _with_names(reading, found, line)
        if person is not None:
            reading = replace(reading, contact=person.name, contact_id=person.contact_id)
        reading = _unmasked(reading, originals, 0xE000)
        reading = replace(reading, note=as_typed(reading.note, changed, typed))
        return _unmasked(reading, long_words, 0xE200) if long_words else reading


def _masked(line: str, found: list[Mentioned]) -> tuple[str, list[str]]:
    parts, last = [], 0
    for place, one in enumerate(found[:200]):
        parts += [line[last : one.start], chr(0xE000 + place)]
        last = one.end
    clean = re.sub(
        r"[\ue000-\ue0ff](?![\ue000-\ue0ff]*$)",
        lambda sign: sign[0],
        "".join([*parts, line[last:]]),
    )
    return clean, [line[one.start : one.end] for one in found[:200]]


def _shortened(line: str) -> tuple[str, list[str]]:
    """The line with a sign for each word so long that nobody says it (a link, a row of signs), and
    these words: the rules would take seconds to look into them, and find nothing."""
    long_words: list[str] = []

    def short(found: re.Match[str]) -> str:
        long_words.append(found[0])
        return chr(0xE200 + len(long_words) - 1)

    return _LONG_WORD.sub(short, line), long_words


_LONG_WORD = re.compile(r"\S{100,}")


def _unmasked(reading: Reading, originals: list[str], base: int) -> Reading:
    signs = f"[{chr(base)}-{chr(base + 0xFF)}]"

    def back(text: str) -> str:
        return re.sub(
            signs,
            lambda sign: (
                originals[ord(sign[0]) - base] if ord(sign[0]) - base < len(originals) else sign[0]
            ),
            text,
        )

    return replace(
        reading,
        note=back(reading.note).strip(),
        next_step=back(reading.next_step).strip(),
        typed=back(reading.typed),
        name=back(reading.name),
        account=back(reading.account),
    )


_ALIKE = re.compile(
    r"(?:'s)?\s*(?:and|&|\+|및|와|과|이?랑|하고)\s*(?:also |the )*|\s*/\s*", re.IGNORECASE
)
"""What stands between two names of which neither is the one meant."""


def _with_names(reading: Reading, found: list[Mentioned], line: str) -> Reading:
    if not found:
        return reading
    if reading.act is SaidAct.NEW:
        return _for_account(reading, found, line)
    first, rest = found[0], [one for one in found[1:] if one.candidates != found[0].candidates]
    others = tuple(dict.fromkeys(one.candidates[0] for one in rest))
    subjects = first.candidates
    if deal := _deal_of(subjects, rest):
        subjects, others = (deal,), tuple(one for one in others if one != deal)
    elif rest and rest[0].sure and _ALIKE.fullmatch(line, first.end, rest[0].start):
        both = first.candidates[0], rest[0].candidates[0]
        return replace(reading, subjects=both, others=())
    accounts = [one for one in subjects if one.kind == "account"]
    if len(subjects) > 1 and len(accounts) == 1:
        subjects = (accounts[0],)  # its deals are looked up by it
    sure = reading.confidence if first.sure else min(reading.confidence, 0.75)
    return replace(reading, subjects=subjects, others=others, confidence=sure)


_DEAL_WITH = re.compile(
    r"\b(?:deal|opp\w*|lead)\s(?:with|for|at|from|in)\s(?:the\s)?$", re.IGNORECASE
)
_ITS_DEAL = re.compile(
    r"(?:쪽|측)?(?:에서|에)?\s(?:신규|새|새로운|추가)\s?(?:딜|건|기회)|\s(?:딜|기회)\s"
)
_NOT_BEFORE_DAY = re.compile(r"(?<=[일월말초])\s?(?:이전|전)(?:에는?|엔)\s")


def _for_account(reading: Reading, found: list[Mentioned], line: str) -> Reading:
    """A new deal is for the account that is named with it: "a referral by Acme is now a deal with
    Hooli"."""
    beside = (
        one for one in found
        if _DEAL_WITH.search(line[: one.start]) or _ITS_DEAL.match(line, one.end)
    )  # fmt: skip
    named = next(beside, found[0])
    known = [one for one in named.candidates if one.kind == "account"]
    if len(known) != 1:
        return reading
    return replace(reading, subjects=(known[0],), account=known[0].name)


def _deal_of(subjects: tuple[Candidate, ...], rest: list[Mentioned]) -> Candidate | None:
    """The deal named behind its account: "Acme, the pilot deal"."""
    if len(subjects) != 1 or subjects[0].kind != "account":
        return None
    return next(
        (one for later in rest for one in later.candidates
         if one.kind == "deal" and subjects[0].key in one.key), None
    )  # fmt: skip


def _read(masked: str, line: str, found: list[Mentioned], known: Known) -> Reading:
    if not re.search(r"[^\W_]|[\ue000-\ue0ff]", masked):
        is_help = not line or set(line) <= set("?!. ")
        return Reading(SaidAct.ASK, Question.HELP) if is_help else unclear(masked)
    logged = is_logged(masked)
    masked = _RECORD.sub("", _POLITE_KOREAN.sub("줘", _POLITE.sub("", masked)))
    question = asked(masked, named=bool(found))
    if question is not None:
        day = asked_day(masked, known.today) if question is Question.DID else (None, None)
        words = sought(masked)
        return Reading(
            SaidAct.ASK, question, occurred_on=day[0], until=day[1], note=words, typed=words
        )
    if _THANKS.fullmatch(masked):
        return Reading(SaidAct.ASK, Question.THANKS)
    if _CHAT.fullmatch(masked):
        return unclear(masked)
    if (end := marked(masked)) is not None:
        return _order(end, None, SURE_ORDER, masked, line, known)
    if (later := put_off(masked, known.today)) is not None:
        return Reading(
            SaidAct.NEXT, next_step=later[0], due=later[1], confidence=0.85,
            alternatives=(SaidAct.LOG,),
        )  # fmt: skip
    if logged:
        return saying_happened.read(masked, known, named=bool(found))
    if (order := ordered(masked, known.stages)) is not None:
        return _order(*order, masked, line, known)
    if (facts := facts_in(masked, known.today)) is not None:
        return Reading(
            SaidAct.EDIT, amount=facts.amount, closes_on=facts.closes_on, confidence=0.8,
            alternatives=(SaidAct.NEXT,),
        )  # fmt: skip
    if _WEIGHED.search(masked):
        return unclear(masked)
    return saying_happened.read(masked, known, named=bool(found))


def _order(
    act: SaidAct, stage: str | None, sure: float, masked: str, line: str, known: Known
) -> Reading:
    amount = amount_in(masked)
    reading = Reading(act, stage=stage, confidence=sure, amount=amount)
    if act is SaidAct.NEW:
        named = [
            line[one.start : one.end]
            for one in mentioned(line, known.names)
            if any(candidate.kind == "account" for candidate in one.candidates)
        ]
        return saying_new.read(reading, line, known, named)
    if act is SaidAct.HOLD:
        masked = _NOT_BEFORE_DAY.sub("까지 ", masked)
        day = find_date(masked, known.today) or length(masked, known.today)
        until = day.day if day and day.day > known.today else None
        cut = f"{masked[: day.start]}, {masked[day.end :]}" if day else masked
        return replace(reading, amount=None, until=until, note=why_held(cut))
    if act is SaidAct.LOST:
        return replace(reading, amount=None, note=why_lost(masked))
    if act is SaidAct.ASSIGN:
        return replace(reading, amount=None, person=find_mention(masked))
    if act is SaidAct.MOVE:
        return replace(reading, amount=None)
    return reading
