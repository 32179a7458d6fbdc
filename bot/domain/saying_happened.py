"""What happened, as a sentence tells it, with what is promised; or a promise alone."""

import re
from dataclasses import replace

from bot.domain.parsing_money import Amount, find_amount
from bot.domain.saying import Known, Reading, SaidAct
from bot.domain.saying_clauses import Clauses, take_apart
from bot.domain.saying_days import is_past, tidy
from bot.domain.saying_words import KINDS, KOREAN_STEP, NAME, NEXT, PAST

_EMPTY = re.compile(
    rf"(?:{NAME}|\b(?:i|we|just|had|have|did|a|an|the|with|to|at|on|for|from|and|of|about"
    rf"|by|call|called|calls|caled"
    r"|met|meet|meeting|mtg|spoke|talked|chatted|chat|emailed|email|e-mailed|mailed"
    r"|visited|visit|demo|demoed|phoned|note|notes|log"
    r"|quick|short|good|great|nice|again|today|team|guys|folks|ppl|people|there|over|up"
    r"|caught|sent|quick|rang|up|done|gave|got off|off|phone|it|lunch|coffee"
    r"|this|morning|afternoon|evening|tonight|earlier|now|noon|minute|ago|yesterday)\b"
    r"|(?:이랑|랑|하고|과|와|에서|에게|에|으로|로|은|는|이|가|을|를|의|도|한테|쪽"
    r"|측)(?![가-힣])|잘|오늘|방금|통화|전화|미팅|회의|방문|데모|시연|이메일|메일|메모|노트"
    r"|했음|했어요|했어|했습니다|했고요|했고|했는데|함|완료|하고|옴|다녀왔\S*|다녀옴"
    r"|아침|점심|저녁|아까|어제|만났\S*|만남|\d{1,2}시|오전|오후"
    r"|[\W_])+",
    re.IGNORECASE,
)
_NOTHING_YET = re.compile(
    r"\bnever got (?:around )?to\b|\b(?:no|didn'?t have) time for\b"
    r"|못\s?(?:챙[겼김]|갔|봤|만났|만남)|"
    r"\b(?:did ?n.?t|have ?n.?t|has ?n.?t|did not|have not|never|could ?n.?t"
    r"|forgot to)\s+(?:yet |even |get to |had a chance to )*"
    r"(?:call|called|meet|met|speak|spoken|talk|talked|email|emailed|visit|visited|send|sent"
    r"|reach out|contact|contacted|demo|follow)\b(?! (?:back|yet.{0,5}(?:they|he|she)))"
    r"|아직.{0,20}(?:못|안)\s?(?:했(?!대)|함|하|만났|만나|갔|감|보냈|보냄|드렸|드림)"
    r"|(?:통화|연락|전화|미팅|방문)\s?(?:을|를)?\s?(?:아직|깜빡|못\s?(?:했|함))",
    re.IGNORECASE,
)
_NO_EVENT = re.compile(
    r"\b(?:wants?|wanted|asked|asks|asking|needs?|requested|requesting|schedul\w+|booked|set up"
    r"|pushed|postponed|resched\w+|cancel\w*|delayed|planning|interested in|waiting (?:on|for))"
    r"\s+(?:to\s+|for\s+|us\s+)*(?:\w+[\s-]){0,3}?"
    r"(?:demo|calls?|meet(?:ing)?|mtg|visit|email|workshop|poc|lunch|coffee)\b"
    r"|(?:데모|미팅|시연|통화|방문|회의|발표)(?!\s?(?:중|때|자리))(?:을|를|은|는|이"
    r"|가)?\s?(?:\S+\s)?"
    r"(?:요청|원함|원하|원해|미뤄|미룸|연기|취소|잡아|희망|예정|변경|보고\s?싶)",
    re.IGNORECASE,
)
"""A meeting that somebody asks for, or that was put off, has not happened."""
_IF = re.compile(
    r"^\W*(?:if|once|when|unless|assuming|in case)\b|(?:으면|하면|되면|라면)\s", re.IGNORECASE
)


_GUESSED = re.compile(
    r"^\W*(?:maybe|perhaps|possibly|i guess)\b|\bi (?:really )?don'?t (?:really )?know\b"
    r"|\bno idea\b|(?<![가-힣])아마|몰라요?|모르겠|[할될]\s?수도\s?있",
    re.IGNORECASE,
)
"""Somebody guesses: nothing of it has come about."""


def read(masked: str, known: Known, *, named: bool) -> Reading:
    """What happened, with what is promised; or a promise alone."""
    parts = take_apart(masked, known.today)
    if _NOTED.match(masked) and parts.step and not _PROMISED.search(parts.step):
        parts = Clauses((masked,), None, "", None)
    told = " \n".join(parts.said)
    guessed = _GUESSED.search(masked) is not None
    kind = None if _NOTHING_YET.search(told) else _kind(_NO_EVENT.sub(" ", told), known)
    bare_kind = _kind(masked, known)
    note = _note(parts, kind)
    amount = amount_in(told)
    nothing_yet = _NOTHING_YET.search(told) is not None
    if (
        kind is None
        and parts.step
        and (not note or nothing_yet or _TO_DO.fullmatch(note) or _only_asked(parts, told))
    ):
        return Reading(
            SaidAct.NEXT, next_step=_plain(_without_name(parts.step)), due=parts.due,
            kind=bare_kind or "note",
            confidence=0.4 if guessed else 0.85 if named or parts.due else 0.7,
            alternatives=(SaidAct.LOG,),
        )  # fmt: skip
    if not named and _JOKE.search(masked):
        return unclear(masked)
    if kind is None and not named and not PAST.search(told):
        return replace(unclear(masked), next_step=parts.step, due=parts.due)
    return Reading(
        SaidAct.LOG,
        kind=kind or "note",
        note=note or ("" if kind else tidy(told)),
        occurred_on=parts.occurred_on,
        next_step=_plain(parts.step),
        due=parts.due,
        amount=amount,
        confidence=0.4
        if _NOTHING_YET.search(told) or _IF.search(told) or (guessed and not PAST.search(told))
        else _confidence(kind, told, note),
        alternatives=(SaidAct.NEXT,),
    )


_NOTED = re.compile(
    r"\W*(?:note(?! to self)|notes|fyi|memo|메모|참고|기록용?|노트)\b", re.IGNORECASE
)
_PROMISED = re.compile(
    f"{KOREAN_STEP.pattern}|{NEXT}|\\b(?:send|call|need|must|will)\\b", re.IGNORECASE
)
_TO_DO = re.compile(
    rf"\W*(?:{NAME}\S*\s*)?(?:(?:set|add|create|make)\s+(?:a |me a )?(?:task|to-?do|reminder)"
    rf"(?:\s+(?:on|for)\s+(?:the\s+)?{NAME})?|(?:ok|okay|hey|quick|note to self|so|and|pls"
    rf"|please|bot|before i forget|todo|to-do|task|reminder"
    rf"|remind me|because|don'?t let me forget|uh|lol|thanks?|thx|asap|urgent|important|\s|\W)+"
    rf"|(?:나\s)?(?:까먹지|잊지)\s?\S*(?:\s?좀)?|까먹기\s?전에\s?\S*|할\s?일|투두|다음\s?행동"
    rf"|알려\s?[줘주]\S*)\W*",
    re.IGNORECASE,
)
_JOKE = re.compile(
    r"\b(?:how'?s (?:your|it)\b|how are you|weather\b|traffic\b)"
    r"|\b(?:lol|lmao|haha\w*|jk|could(?:'ve| have)|should(?:'ve| have))\b|ㅋㅋ|뭐\s?먹",
    re.IGNORECASE,
)
_NAME_FIRST = re.compile(
    rf"^\W*{NAME}(?:\s?(?:쪽|측|건|딜|담당자))*(?:에게|에|한테|께|이랑|랑|하고|은|는|의"
    rf"|:)?[\s,:-]+(?=\S)"
)


def _only_asked(parts: Clauses, told: str) -> bool:
    """Whether what is told is but the reason for what is promised."""
    if parts.due is None or parts.occurred_on is not None:
        return False
    return _WHY.search(told) is not None or not is_past(told)


_WHY = re.compile(
    r"\b(?:asked|asks|asking|wants?|wanted|waiting|requested|needs?)\b|달라고|달래|달랬|요청"
    r"|기다리",
    re.IGNORECASE,
)


def _without_name(step: str) -> str:
    """A promise need not begin with the name of the deal that it stands on."""
    return _NAME_FIRST.sub("", step)


_AGREED = re.compile(r"(?<=[가-힣]기)로(?:\s?(?:했|함|하)\S*)?[\s.!]*$")


def _plain(step: str) -> str:
    """보내기로 했음 says that it was agreed; what is to be done is 보내기."""
    return _AGREED.sub("", step)


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
    if _SHARED.search(told):
        told = _THING.sub(" ", told)
    for way, kind in _BY_WAY_OF:
        if way.search(told):
            return kind
    found = [(one.start(), kind) for kind, words in KINDS if (one := words.search(told))]
    did = _DID.search(told)
    if did and did[0].isascii() and "\n" in told[min(found, default=(0,))[0] : did.start()]:
        did = None  # "Call with Acme, follow-up mail went out": it was a call
    if len(found) > 1 and did:
        return next(kind for kind, words in KINDS if words.search(did[0]))
    for word, kind in known.kinds.items():
        place = re.search(rf"(?<!\w){re.escape(word)}", told.lower())
        if place and kind not in {"call", "meeting", "email", "demo", "note"}:
            found.append((place.start(), kind))
    return min(found, default=(0, None))[1]


_SHARED = re.compile(
    r"\b(?:shar(?:ed|ing)|sent|send(?:ing)?|forward(?:ed|ing)?|e?mail(?:ed|ing)?|pass(?:ed|ing) on"
    r"|shot|dropped|uploaded|circulated|went out)\b|공유(?!\s?(?:드립|합니다|해\s?드립))"
    r"|보[내냈냄낸]|송부|발송|전달|드[렸림릴]"
    r"|업로드|회람|첨부",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:demo|meeting|mtg|call|workshop|presentation|visit|kick-?off|walk-?through)(?:'s)?"
    r"(?=\s(?:video|recording|link|deck|slides?|notes?|minutes|recap|summary|invite|agenda"
    r"|transcript|account|environment|env|script|materials?|access|login|credentials|follow-?up"
    r"|action items)\b)"
    r"|(?:\b(?:link|recording|notes|minutes|summary|recap|slides|deck|agenda|invite|video"
    r"|transcript|follow-?up)s?\b (?:of|from|to|for|after) (?:\S+ ){0,4}?"
    r"(?:demo|meeting|mtg|call|workshop|presentation|visit|kick-?off)\b)"
    r"|(?:데모|시연|미팅|회의|통화|전화|발표|방문|워크숍|콜)(?=\s?(?:영상|녹화|녹취|녹음|자료"
    r"|링크|동영상|비디오"
    r"|화면|계정|환경|스크립트|회의록|노트|내용|결과|요약|정리|초대|안건|아젠다|후기|사진|회의록"
    r"|록))",
    re.IGNORECASE,
)
"""What is left of a demo or a meeting, and was sent round: the video of one is none."""
_BY_WAY_OF = (
    (
        re.compile(
            r"\b(?:gave|did|ran|delivered)\b(?! us| me).{0,40}\b(?:demo|tour|presentation)\b"
            r"|\b(?:demoed|demonstrated)\b|\bdemo\b.{0,20}\b(?:ran out|went|ended|is done)\b",
            re.IGNORECASE,
        ),
        "demo",
    ),
    (
        re.compile(
            r"\b(?:by|via|over|per) e?-?mail\b|메일로 (?:보|드|회|답|전|공|발|송|쏨|쐈)",
            re.IGNORECASE,
        ),
        "email",
    ),
    (
        re.compile(
            r"\b(?:on|in|during) (?:a|the|our) (?:quick |short |long |phone |video )?call\b"
            r"|\b(?:by|over|on) the (?:tele)?phone\b|\bby (?:tele)?phone\b|전화로|유선으로",
            re.IGNORECASE,
        ),
        "call",
    ),
)
"""How it was done, said outright."""
_DID = re.compile(
    r"(?:통화|전화|미팅|데모|시연|이메일|메일|방문)(?:을|를|도|이|은|로)?\s?(?:\S{1,4}\s)?(?:했"
    r"|함|드렸|드림|주셨|주심|왔|옴|받았|받음|끝났|끝남|완료|마쳤|마침)"
    r"|메일(?:을|를|도|이|은|로)?\s?(?:\S{1,4}\s)?(?:나[갔감간]|보[냈냄내]|와서|발송|쐈|쏨)"
    r"|(?:회신|답장|답신)(?:을|도)?\s?(?:했|함|드렸|드림|보냈|보냄|완료|줬|줌)"
    r"|\b(?:e-?mails?|mails?)\b (?:\w+ ){0,3}?(?:went|gone|going"
    r"|was sent|were sent|is) (?:out|off|over)\b"
    r"|\b(?:replied|emailed|e-mailed|mailed|wrote back|emails? sent|mails? sent)\b"
    r"(?=.*\b(?:about|re|regarding|on|for|with) (?:\w+ ){0,3}(?:demo|meeting|mtg|call|workshop"
    r"|kick-?off|visit|presentation|lunch))",
    re.IGNORECASE,
)
"""The kind that has a verb of its own goes before those that are mentioned."""


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


def unclear(masked: str) -> Reading:
    return Reading(
        SaidAct.UNCLEAR, note=masked, confidence=0.2, alternatives=(SaidAct.LOG, SaidAct.NEXT)
    )


def amount_in(masked: str) -> Amount | None:
    found = find_amount(masked)
    return found.amount if found else None
