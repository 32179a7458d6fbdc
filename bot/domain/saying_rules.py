"""The reader of plain sentences by rules: no service, no guess it would act on."""

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.names import Candidate
from bot.domain.parsing_dates import find_date
from bot.domain.parsing_deal import read_new
from bot.domain.parsing_money import Amount, find_amount
from bot.domain.parsing_slack import find_mention
from bot.domain.saying import Known, Question, Reading, SaidAct
from bot.domain.saying_acts import ordered
from bot.domain.saying_clauses import Clauses, take_apart, tidy
from bot.domain.saying_names import Mentioned, mentioned
from bot.domain.saying_people import with_people
from bot.domain.saying_questions import asked
from bot.domain.saying_words import KINDS, NAME, PAST

LONGEST = 4_000
"""Signs that are read; what stands behind them is kept in the note of a log."""

_EMPTY = re.compile(
    rf"(?:{NAME}|\b(?:i|we|just|had|have|did|a|an|the|with|to|at|on|for|from|and|of|about"
    rf"|by|call|called|calls|caled"
    r"|met|meet|meeting|mtg|spoke|talked|chatted|chat|emailed|email|e-mailed|mailed"
    r"|visited|visit|demo|demoed|phoned|note|notes|log"
    r"|quick|short|good|great|nice|again|today|team|guys|folks|ppl|people|there|over|up"
    r"|caught|sent|quick|rang|up|done|gave|got off|off|phone|it|lunch|coffee)\b"
    r"|(?:이랑|랑|하고|과|와|에서|에게|에|으로|로|은|는|이|가|을|를|의|도|한테|쪽"
    r"|측)(?![가-힣])|잘|오늘|방금|통화|전화|미팅|회의|방문|데모|시연|이메일|메일|메모"
    r"|노트"
    r"|했음|했어요|했어|했습니다|했고요|했고|했는데|함|완료|하고|옴|다녀왔\S*|다녀옴"
    r"|만났\S*|만남|\d{1,2}시|오전|오후"
    r"|[\W_])+",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:\b(?:because(?: of)?|since|cuz|bc|due to|reason(?: is)?:?|lost to|over|on)\b"
    r"|[-–—:,(])\s*(?P<why>.+)$",
    re.IGNORECASE,
)
_KOREAN_REASON = re.compile(
    r"(?P<why>\S+(?:\s\S+){0,3}?)\s?(?:때문에|이유로|문제로|사유로|로 인해|(?<=[가-힣])로 실주)"
)
_UNTIL = re.compile(r"\b(?:until|till|til|through|to|for)\b|까지|동안", re.IGNORECASE)


_POLITE = re.compile(
    r"^\W*(?:(?:hey|hi|ok|okay)\W+)?(?:(?:can|could|would|will) (?:you|u)\s+(?!do\b"
    r"|help\b))(?:please |pls )?",
    re.IGNORECASE,
)


class RuleReader:
    """Reads by rules alone (bot.domain.saying.Reader)."""

    def read(self, text: str, known: Known) -> Reading:
        line = re.sub("[\u2018\u2019]", "'", text).replace("\uff1f", "?").strip()[:LONGEST]
        accounts = [one for one in known.names if one.kind == "account"]
        found, person = with_people(line, mentioned(line, known.names), accounts, known.contacts)
        masked, originals = _masked(line, found)
        reading = _read(masked, line, found, known)
        reading = _with_names(reading, found)
        if person is not None:
            reading = replace(reading, contact=person.name, contact_id=person.contact_id)
        return _unmasked(reading, originals)


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


def _unmasked(reading: Reading, originals: list[str]) -> Reading:
    def back(text: str) -> str:
        return re.sub(
            NAME,
            lambda sign: (
                originals[ord(sign[0]) - 0xE000]
                if ord(sign[0]) - 0xE000 < len(originals)
                else sign[0]
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


def _with_names(reading: Reading, found: list[Mentioned]) -> Reading:
    if not found or reading.act is SaidAct.NEW:
        return reading
    first, rest = found[0], [one for one in found[1:] if one.candidates != found[0].candidates]
    others = tuple(dict.fromkeys(one.candidates[0] for one in rest))
    subjects = first.candidates
    if deal := _deal_of(subjects, rest):
        subjects, others = (deal,), tuple(one for one in others if one != deal)
    accounts = [one for one in subjects if one.kind == "account"]
    if len(subjects) > 1 and len(accounts) == 1:
        subjects = (accounts[0],)  # its deals are looked up by it
    sure = reading.confidence if first.sure else min(reading.confidence, 0.75)
    return replace(reading, subjects=subjects, others=others, confidence=sure)


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
        return Reading(SaidAct.ASK, Question.HELP) if is_help else _unclear(masked)
    masked = _POLITE.sub("", masked)
    question = asked(masked, named=bool(found))
    if question is not None:
        day = _asked_day(masked, known.today) if question is Question.DID else (None, None)
        words = _sought(masked)
        return Reading(
            SaidAct.ASK, question, occurred_on=day[0], until=day[1], note=words, typed=words
        )
    if (order := ordered(masked, known.stages)) is not None:
        return _order(*order, masked, line, known)
    return _happened(masked, known, named=bool(found))


def _unclear(masked: str) -> Reading:
    return Reading(
        SaidAct.UNCLEAR, note=masked, confidence=0.2, alternatives=(SaidAct.LOG, SaidAct.NEXT)
    )


def _order(
    act: SaidAct, stage: str | None, sure: float, masked: str, line: str, known: Known
) -> Reading:
    amount = _amount(masked)
    reading = Reading(act, stage=stage, confidence=sure, amount=amount)
    if act is SaidAct.NEW:
        return _new(reading, line, known)
    if act is SaidAct.HOLD:
        day = find_date(masked, known.today)
        until = day.day if day and day.day > known.today else None
        cut = f"{masked[: day.start]} {masked[day.end :]}" if day else masked
        return replace(reading, amount=None, until=until, note=_why_held(cut))
    if act is SaidAct.LOST:
        return replace(reading, amount=None, note=_why(masked))
    if act is SaidAct.ASSIGN:
        return replace(reading, amount=None, person=find_mention(masked))
    if act is SaidAct.MOVE:
        return replace(reading, amount=None)
    return reading


def _new(reading: Reading, line: str, known: Known) -> Reading:
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
        r"(?:새로운|새|신규)\s?(?:영업\s?)?(?:딜|거래|영업\s?기회|기회|건|안건)|신규\s?등록",
        " ",
        words,
    )
    words = re.sub(
        r"(?:딜|거래|기회)?\s?(?:을|를|하나|한\s?건)?\s?(?:새로\s?)?(?:만들어\s?줘\S*"
        r"|만들[자기]?|추가\S*|등록\S*|생성\S*|열어\s?줘\S*)\s*$",
        "",
        words.strip(" ,.:-"),
    )
    words = re.sub(
        r"^\s*(?:하나|한\s?건|등록|만들어\s?줘\S*|만들어\s?주세요|추가\S*|[:,-]|을|를|\s)+\s*",
        "",
        words,
    ).strip(" ,.:-")
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


def _amount(masked: str) -> Amount | None:
    found = find_amount(masked)
    return found.amount if found else None


def _why(masked: str) -> str:
    if found := _KOREAN_REASON.search(masked):
        return tidy(re.sub(NAME, "", found["why"]))
    if found := re.search(
        r"\b(?:lost|went|gone|go|losing)\s.*?\b((?:to|with)\s+(?:a |the )?\w[\w ]*)$",
        masked,
        re.IGNORECASE,
    ):
        return tidy(found[1])
    if found := _REASON.search(masked):
        return tidy(found["why"])
    parts = [one for one in re.split(r"[,.\n]", masked) if one.strip()]
    return (
        tidy(parts[-1])
        if len(parts) > 1 and not re.search(r"실주|lost|놓", parts[-1], re.IGNORECASE)
        else ""
    )


def _why_held(masked: str) -> str:
    if found := re.search(
        r"(?:\b(?:because(?: of)?|since|cuz|bc|due to|as|reason:?)\b"
        r"|[-–—:,])\s*(?P<why>[^,]+?)\s*$",
        masked,
        re.IGNORECASE,
    ):
        why = tidy(re.sub(r"\b(?:until|till)\s*$", "", found["why"]))
        if re.search(r"\w", re.sub(NAME, "", why)) and not re.search(
            r"보류|홀드|\bhold\b", why, re.IGNORECASE
        ):
            return why
    found = re.search(
        r"(?P<why>[^,.]{2,40}?)(?:때문에|이유로|문제로|으로 인해|라서|이라|해서|되어서"
        r"|돼서|(?<=동결)로|(?<=개편)으로)",
        re.sub(NAME + r"\S*", "", masked),
    )
    return tidy(found["why"]) if found else ""


def _happened(masked: str, known: Known, *, named: bool) -> Reading:
    """What happened, with what is promised; or a promise alone."""
    parts = take_apart(masked, known.today)
    told = " \n".join(parts.said)
    kind = _kind(told, known)
    bare_kind = _kind(masked, known)
    note = _note(parts, kind)
    amount = _amount(told)
    if kind is None and parts.step and not note:
        return Reading(
            SaidAct.NEXT, next_step=parts.step, due=parts.due, kind=bare_kind or "note",
            confidence=0.85 if named or parts.due else 0.7, alternatives=(SaidAct.LOG,),
        )  # fmt: skip
    if kind is None and not named and not PAST.search(told):
        return replace(_unclear(masked), next_step=parts.step, due=parts.due)
    return Reading(
        SaidAct.LOG,
        kind=kind or "note",
        note=note or ("" if kind else tidy(told)),
        occurred_on=parts.occurred_on,
        next_step=parts.step,
        due=parts.due,
        amount=amount,
        confidence=_confidence(kind, told, note),
        alternatives=(SaidAct.NEXT,),
    )


def _confidence(kind: str | None, told: str, note: str) -> float:
    if kind is not None and PAST.search(told):
        return 0.9
    if kind is not None:
        return 0.75
    if not re.search(NAME, told):
        return 0.4
    return 0.7 if len(note) > 12 or PAST.search(told) else 0.4


def _kind(told: str, known: Known) -> str | None:
    if re.match(r"\s*(?:note|notes|메모|노트|fyi|참고)\b", told, re.IGNORECASE):
        return "note"
    found = [(one.start(), kind) for kind, words in KINDS if (one := words.search(told))]
    for word, kind in known.kinds.items():
        place = re.search(rf"(?<!\w){re.escape(word)}", told.lower())
        if place and kind not in {"call", "meeting", "email", "demo", "note"}:
            found.append((place.start(), kind))
    return min(found, default=(0, None))[1]


def _note(parts: Clauses, kind: str | None) -> str:
    """The said clauses as they were typed, without those that say no more than the rest does."""
    kept = [clause for clause in parts.said if not _EMPTY.fullmatch(clause.strip())]
    first = kept[0] if kept else ""
    if kind and first == (parts.said[0] if parts.said else ""):
        lead = re.match(
            rf"^\W*(?:(?:i|we|just|had|a|quick|good|great|call|called|met|spoke|talked"
            rf"|meeting|emailed|demo|demoed|visited|note|log)\s+)*(?:with|to|at"
            rf"|for)?\s*{NAME}\s+(?=\S)",
            first,
            re.IGNORECASE,
        )
        behind = first[lead.end() :] if lead else first
        if lead and not re.match(
            r"(?:about|re|regarding|and|on|in|at|with|to|for|of|')\b|'s"
            r"|[가-힣]{0,3}\s?(?:통화|미팅|전화)",
            behind,
            re.IGNORECASE,
        ):
            kept[0] = behind
    return ". ".join(tidy(one) for one in kept if tidy(one))


def _asked_day(masked: str, today: date) -> tuple[date | None, date | None]:
    """The first and the last day that "what did I do …" is about; today where none is named."""
    monday = today - timedelta(days=today.weekday())
    if re.search(r"this week|이번\s?주|금주", masked, re.IGNORECASE):
        return monday, today
    if re.search(r"last week|지난\s?주|저번\s?주", masked, re.IGNORECASE):
        return monday - timedelta(days=7), monday - timedelta(days=1)
    if re.search(r"this month|이번\s?달", masked, re.IGNORECASE):
        return today.replace(day=1), today
    if re.search(r"last month|지난\s?달|저번\s?달", masked, re.IGNORECASE):
        end = today.replace(day=1) - timedelta(days=1)
        return end.replace(day=1), end
    if re.search(r"그저께|그제", masked):
        return today - timedelta(days=2), today - timedelta(days=2)
    if re.search(r"yesterday|어제", masked, re.IGNORECASE):
        return today - timedelta(days=1), today - timedelta(days=1)
    found = find_date(masked, today, past=True)
    day = found.day if found and found.day <= today else today
    return day, day


def _sought(masked: str) -> str:
    """The words that a search is for: what stands behind about, or the names."""
    behind = re.search(
        r"\b(?:about|for|on|regarding|mention(?:ed|s|ing)?|find|search)\s+(?:the\s+)?(.+)$",
        masked,
        re.IGNORECASE,
    )
    if behind:
        return tidy(behind[1].rstrip("? "))
    found = re.search(r"^(.*?)(?:에\s?대한|에\s?대해|관련|메모|노트|기록|찾아|검색)", masked)
    return tidy(found[1]) if found else tidy(masked.rstrip("? "))
