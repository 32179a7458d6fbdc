"""Orders in a sentence: move it, won it, lost it, hold it, hand it over, begin a new one."""

import re
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.saying import SaidAct
from bot.domain.saying_words import NAME

LEAST_MISSPELT = 6
"""Shorter names of stages are other words as soon as a letter is wrong."""
_N = NAME
_MOVES = re.compile(
    r"\b(?:move|moves|moved|moving|push|pushed|advance|advanced|shift|shifted|put|bump"
    r"|bumped|change|changed|set|update|updated|progress|progressed|promote|promoted"
    r"|go(?:es)?|went|mark|marked|drag|switch|transition|back|entered|enters|reached|is"
    r"|are|now)\b.*?\b(?:to|into|in|at|as|back to|the|entered|reached|now)\b|->|→|=>|➔"
    r"|\b(?:move|moved|advance|bump)\b|\bstage\b",
    re.IGNORECASE,
)
_KOREAN_MOVES = re.compile(
    r"옮|이동|변경|넘[겨기어김]|바꿔|바꾸|바꿨|올려|올리|올렸|진입|전환|단계|진행|갔"
    r"|들어[가갔감]|보내"
)
_FUTURE = re.compile(
    r"\b(?:will|would|should|may|might|could|can|if|hope|hoping|hopefully|expect\w*"
    r"|want to|wants to|going to|gonna|plan\w*|about to|once|when|before|unless|likely"
    r"|close to|ready to|trying|try to|need to|have to|won't|not|didn't|haven't|hasn't"
    r"|don't|isn't|almost|nearly|probably)\b|'ll\b|'d\b"
    r"|예정|할\s?것|할\s?듯|같아|같음|가능성|하면|되면|기대|예상|아직|못\s?했|안\s?했|않"
    r"|하기\s?전|거의|목표|하려|려고|하고\s?싶|계획|해야|위해",
    re.IGNORECASE,
)
_WON = re.compile(
    rf"\b(?:we|i|just|finally|officially|yay|woo+|yes|boom)\b[\s!,.]*(?:just |finally "
    rf"|officially )*(?:won|landed|bagged|closed|got)\s+(?:the )?{_N}"
    rf"|{_N}[^,.;\n]{{0,30}}\b(?:is |has been |was |just )?(?:won|closed[- ]won)\b(?!')"
    rf"|\bclosed[- ]?won\b|\bmark\w*\b.*\bwon\b|^\W*(?:\w+\s)?(?:won|landed"
    rf"|bagged)\s+(?:the )?{_N}|{_N}[^,.;\n]{{0,25}}(?:just |finally |has |have "
    rf"|officially )*\b(?:signed|countersigned|said yes|said go|bought)\b(?! (?:up|in"
    rf"|off))"
    rf"|\b(?:signed|closed|landed) (?:the )?{_N}"
    rf"|\b{_N}[^.\n]{{0,30}}\b(?:signed the (?:contract|deal|order|paperwork)|po (?:is in"
    rf"|came in|received|arrived)|contract (?:is )?signed)|\bgot the (?:po|signature"
    rf"|signed contract|contract signed|order)\b|\bcontract (?:is |was "
    rf"|has been )?signed\b|\b(?:we|i) won\b|\bdeal (?:is )?(?:done|closed|won)\b"
    rf"|\bink is dry\b|\bin the bag\b|\bover the line\b|\bsealed (?:the deal|it)\b|\bpo in hand\b"
    rf"|\bclosed the (?:deal|{_N})|\b{_N}\s+closed\b(?! (?:their|the|its|off|down|lost))"
    rf"|{_N}[^,.;\n]{{0,20}}\bis (?:a |our |ours)?(?:win"
    rf"|ours)\b|\bcame through, signed\b|\bsigned for\b"
    r"|수주|(?:계약|딜)(?:서)?(?:에|이|을|를|까지|도)?\s?(?:체결|완료|성사|따[냈냄옴왔]"
    r"|됐|됨|했[다어음습]|함|성공|싸인|사인|서명|도장|날인|찍)|사인\s?(?:했|함|받|완료"
    r"|하셨|해\s?줬)|서명\s?(?:했|함|받|완료)|(?<!음)성사|따냈|따냄|따왔|낙찰|도장\s?찍"
    r"|발주서?\s?(?:받|나왔|왔|들어)|이겼|따냄|won으?로|클로징\s?(?:했|함|완료)",
    re.IGNORECASE,
)
_LOST = re.compile(
    rf"^\W*(?:\w+\s){{0,3}}(?:lost|losing)\s+(?:the )?(?:deal\b|{_N})"
    rf"|{_N}[^,.;\n]{{0,30}}\b(?:is |was |has been |got |just )?(?:lost|dead|a no-?go"
    rf"|off the table|closed[- ]lost)\b(?! (?:their|his|her|the|its|a|interest|budget"
    rf"|some))|\bclosed[- ]?lost\b|\bmark\w*\b.*\blost\b"
    rf"|\bwe(?:'ve)? lost (?:it|this|out|{_N}|the deal|to)\b|\b(?:went|gone|going"
    rf"|go) (?:with|to) (?:a |the |another |our )?(?:competitor|competition|someone else"
    rf"|another vendor|another (?:company|provider|supplier))|\bwent with (?!me|us|him"
    rf"|her|them|{_N})\w+|\b(?:chose|picked|selected) (?:a |the |our )?(?:competitor"
    rf"|competition|someone else|another|rival)|\bpassed on (?:us|the deal|it|our)"
    rf"|\bturned us down|\bsaid no\b(?! (?:to|more))|\brejected (?:us|our|the proposal"
    rf"|the offer)|\bpulled the plug|\bkilled the (?:deal|project)|\bdeal (?:is )?(?:dead"
    rf"|lost)\b|\bdecided not to (?:buy|proceed|go|move|sign)|\bnot (?:going"
    rf"|moving) (?:ahead|forward) with us|\bwalked away\b"
    rf"|\b(?:chose|picked|selected|went with|going with|go with) (?:the )?(?:others?|incumbent"
    rf"|in-?house|status quo)\b"
    rf"|\bwe'?re out (?:at|of)\b|\bno luck with\b|\bkilled the (?:rfp|initiative|purchase|budget)"
    rf"|{_N}[^,.;\n]{{0,30}}\b(?:fell|fallen|falls) (?:through|apart)\b|\b(?:we|i) did(?:n'?t| not)"
    rf" (?:win|get|land|close)\s+(?:the )?(?:deal\b|{_N})|{_N}[^,.;\n]{{0,30}}\b(?:is|was|got|been)"
    rf" (?:cancel\w+|scrapped|killed)\b|\b(?:are|'re|is) staying with (?:their|the|a|an)\b"
    rf"|\bclose\w* (?:it |this |{_N} )?(?:as |out as )?lost\b"
    r"|(?:딜|계약|프로젝트|건|거래)(?:이|가|은|는|도)?\s?(?:깨[졌짐]|파기|취소|날아|틀어[졌짐])|파토|lost로|까였|까임|(?:다른"
    r"|타)\s?(?:업체|회사|곳|데|벤더)(?:로|를|에|가)?\s?(?:선정|결정|선택|갔|감|넘어|계약)"
    r"|\bis a loss\b|물\s?건너|안\s?(?:하겠|사겠|쓰겠|산다|쓴다|한다)|실주|놓쳤"
    r"|놓침|뺏겼|뺏김|빼앗|경쟁사(?:로|를|에|가)?\s?(?:선택|결정|갔|감|뺏|밀"
    r"|넘어|채택)|무산|불발|탈락|떨어졌|떨어짐|드롭|드랍|(?:거절|거부)(?:당|했|함|하|됨)"
    r"|계약\s?(?:안\s?하|포기|취소)|날[아라]갔|안\s?하기로|도입\s?(?:취소|포기|철회)"
    r"|엎어졌|엎어짐|접었|졌어|졌습니다|졌음",
    re.IGNORECASE,
)
_HOLD = re.compile(
    rf"\b(?:on|onto) (?:hold|ice|pause)\b|\bhold (?:until|till|til|for)\b|\bback[- ]?burner\b"
    rf"|\bhold to the \d"
    r"|\bdo(?:n'?t| not) (?:nag|bug|remind|ping|ask|bother) me\b|\bpaus(?:e|ed|ing)\b(?=.*\d)"
    r"|까지\s?(?:pause|hold|stop)"
    r"|\b(?:pause|park|snooze|freeze|shelve)\s+(?:it|this|that|them)\b"
    r"|중단(?:해|하|시켜|함|$)|미뤄\s?(?:줘|주세요|두)|"
    rf"\bhold(?:ing)?\s+(?:the )?(?:off on )?{_N}"
    rf"|\bhold off\b.{{0,12}}{_N}|\b(?:pause|park|snooze|freeze|shelve|pausing|parking"
    rf"|paused|parked|shelved)\b\s+(?:the )?{_N}|{_N}\s+(?:is |are "
    rf"|was )?(?:now )?(?:paused|parked|frozen|shelved"
    rf"|on hold)|보류|홀드|홀딩|멈춰|멈추자|잠시\s?(?:중단"
    rf"|멈)|일시\s?중단|잠정\s?중단|스톱",
    re.IGNORECASE,
)
_ASSIGN = re.compile(
    r"\b(?:re-?assign|assign|hand(?:ing|ed)?\b.*\b(?:over|off)|hand|transfer|give"
    r"|pass)\b.*\bto\b|\bnew owner\b|\btakes? over\b|\b(?:should|will) own\b"
    r"|\bre-?assign\b|배정|(?:담당|owner|오너)(?:자)?(?:는|은|:)?\s*<@|<@\w+>\S*\s*(?:님)?\s*(?:담당"
    r"|owns\b)|<@\w+>\S*\s+(?:is |will |should )?(?:be )?tak\w+ (?:over|on|care of)"
    r"|담당(?:자)?(?:를|을|은|는)?\s?.{0,40}(?:변경|바꿔|으로|로|넘"
    r"|지정|교체)|(?:에게|한테|님께|께)\s?(?:\S+\s)?(?:넘[겨기길김]|인계|이관|배정|줘|맡)"
    r"|인계|이관|맡[겨기길김]|\b(?:go|goes|belongs?|moves?|over) to\s*<@",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"^\W*deal\s+(?:new|추가|등록)|\bnew one\s*[:,-]|^\W*신규\s*[:\uff1a]|(?<![a-z])(?:deal"
    r"|opp)\s?(?:추가|등록|생성)|"
    r"\b(?:new|create|add|open|start|register|make|set up|log)\s+(?:a |an |the "
    r"|up )?(?:new |fresh |another )?(?:deal|opportunity|opp|lead|oppty)\b|\bnew (?:deal"
    r"|opp|opportunity|lead)\b|(?:새|신규|새로운)\s?(?:영업\s?)?(?:딜|거래|영업\s?기회"
    r"|기회|건|안건)|딜\s?(?:을|를|하나|한\s?개|한\s?건)?\s?(?:새로\s?)?(?:만들|만듦|추가"
    r"|등록|생성|열어|올려|파\s?줘)|신규\s?(?:등록|건|딜)|(?:거래|영업기회"
    r"|기회)\s?(?:추가|등록|생성)",
    re.IGNORECASE,
)
_REOPEN = re.compile(
    r"\bun-?clos\w+|\bback to life\b|다시\s?오픈|\bre-?open\b|\bback (?:from the dead|alive|on)\b"
    r"|\brevive\b|다시\s?(?:열"
    r"|살[아려렸])|되살|재오픈|재개",
    re.IGNORECASE,
)
_OTHER_LOST = re.compile(
    r"\blost (?:their|his|her|its|interest|contact|touch|track|signal|connection"
    r"|the (?:thread|file|doc|call))",
    re.IGNORECASE,
)
_FIRST_VERB = re.compile(
    r"^\W*(?:called|call(?=\s)|met|spoke|talked|emailed|had|sent|visited)\b", re.IGNORECASE
)


_GUESS = re.compile(
    r"^\W*(?:maybe|perhaps|should (?:we|i)|do you think|what if|wonder)\b|\?\s*$|(?:까|나)요?\s*$",
    re.IGNORECASE,
)
"""Somebody is thinking aloud."""
_NEGATED = re.compile(r"\b(?:not|never|cannot)\b|n't\b|아직|못\s?(?:갔|넘)|않", re.IGNORECASE)
_SURELY_LOST = re.compile(
    r"실주|closed[- ]?lost|안\s?하기로|decided not|not (?:going|moving)"
    r"|did(?:n'?t| not) (?:win|get|land)"
    r"|fell through|취소|깨[졌짐]",
    re.IGNORECASE,
)


def ordered(masked: str, stages: Mapping[str, str]) -> tuple[SaidAct, str | None, float] | None:
    """The order, the stage it names, and how sure that is; None where nothing is ordered."""
    stage = stage_in(masked, stages)
    if _NEW.search(masked):
        return SaidAct.NEW, None, 0.9
    if _REOPEN.search(masked):
        return SaidAct.REOPEN, None, 0.9
    if _ASSIGN.search(masked) and (
        "@" in masked
        or re.search(
            r"\b(?:re-?assign|assign|hand|transfer)\b|(?:배정|담당|인계|이관).*(?:줘|주세요|주십)",
            masked,
            re.IGNORECASE,
        )
    ):
        sure = 0.9 if "@" in masked else 0.65
        return SaidAct.ASSIGN, None, sure
    guessed = _GUESS.search(masked) is not None
    likely = _FUTURE.search(masked) is None
    is_lost = _LOST.search(masked) and not _OTHER_LOST.search(masked)
    if is_lost and (likely or _SURELY_LOST.search(masked)):
        return SaidAct.LOST, None, 0.4 if guessed else 0.9
    if _WON.search(masked) and likely and not _other_won(masked):
        return SaidAct.WON, None, 0.4 if guessed else 0.9
    if _HOLD.search(masked) and not re.search(
        r"\bgot (?:a )?hold of|\bhold (?:a|the) (?:meeting|call)", masked, re.IGNORECASE
    ):
        return SaidAct.HOLD, None, 0.4 if guessed else 0.9
    if stage is not None and not _NEGATED.search(masked) and _is_move(masked, stage[1]):
        return SaidAct.MOVE, stage[0], 0.4 if guessed else 0.9
    return None


def _other_won(masked: str) -> bool:
    return (
        re.search(
            r"\bsigned (?:the |an |our |up)?(?:nda|mnda|msa for|up|off|in)\b"
            r"|수주\s?(?:가능|확률|목표|전략|전망|예상)|nda|비밀유지",
            masked,
            re.IGNORECASE,
        )
        is not None
    )


def _is_move(masked: str, words: str) -> bool:
    if re.search(r"\bmove (?:it|them|this|that)\b", masked, re.IGNORECASE):
        return True
    place = masked.lower().rfind(words)
    before, behind = masked[:place], masked[place + len(words) :]
    if re.match(
        r"\s*(?:단계)?\s*중?(?:이에요|이예요|입니다|임|이야|이다|인데|으로)", behind
    ) and re.search(r"이제|지금|현재|단계", masked):
        return True
    if re.match(r"[^\W\d_]*\s*(?:단계|스테이지)?\s*(?:으로|로)(?![가-힣])", behind) or re.match(
        r"\s*단계", behind
    ):
        return (
            _KOREAN_MOVES.search(behind) is not None or not behind[6:].strip() or len(behind) < 12
        )
    if re.search(
        rf"{_N}\s*(?:->|→|=>|➔|>+|:)?\s*(?:->|→|=>|➔|>+|:|stage)\s*(?:stage\s*:?\s*)?$", before
    ) and (not re.search(r"\w", behind)):
        return True
    if _FIRST_VERB.match(masked):
        return False
    if re.search(r"(?:->|→|=>|➔)\s*(?:the )?$", before):
        return True
    if re.match(r"\s+stage\b", behind, re.IGNORECASE) and _MOVES.search(masked):
        return True
    near = re.search(
        r"\b(?:to|into|in|at|as|entered|enters|reached|->|now)\s+(?:the\s+)?(?:stage\s+)?$",
        before,
        re.IGNORECASE,
    )
    moved = re.search(
        rf"\b(?:mov\w+|push\w*|advanc\w+|shift\w*|put|bump\w*|chang\w+|set|updat\w+"
        rf"|progress\w*|promot\w+|mark\w*|drag\w*|switch\w*|transition\w*|go(?:es)?|went"
        rf"|gone|back|entered|enters|reached)\b|{_N}\s+(?:should|can"
        rf"|must|needs to)\b|{_N}\s+(?:is |are )?(?:now )?(?:in|at|to"
        rf"|into)\s+(?:the\s+)?$",
        before,
        re.IGNORECASE,
    )
    over = not re.search(r"\w{3,}\s+\w{3,}", behind.replace("stage", ""))
    return bool(
        near
        and moved
        and (
            over
            or re.match(
                r"\s*(?:stage|because|since|as|-|,|\.|now|please|pls|after|they)",
                behind,
                re.IGNORECASE,
            )
        )
    )


def stage_in(masked: str, stages: Mapping[str, str]) -> tuple[str, str] | None:
    """The stage named last, by its key, and the words that name it."""
    line = masked.lower()
    found: list[tuple[int, int, str, str]] = []
    for words, key in stages.items():
        bound = (
            r"(?<![a-z])" + re.escape(words) + r"(?![a-z])"
            if words.isascii()
            else re.escape(words).replace(r"\ ", r"\s?")
        )
        for one in re.finditer(bound, line):
            # 제안서, 협상가: longer words are other words
            if not words.isascii() and re.match(r"[서가자력]", line[one.end() :]):
                continue
            found.append((len(one[0]), one.start(), key, one[0]))
    if not found:
        return _misspelt(line, stages)
    best = max(found, key=lambda one: (one[1], one[0]))
    return best[2], best[3]


def _misspelt(line: str, stages: Mapping[str, str]) -> tuple[str, str] | None:
    """The stage that the word behind "to" comes nearest to: "to negotation"."""
    found = re.search(r"(?:\b(?:to|into|in|->)|→)\s+(?:the\s+)?(?P<word>[a-z]{6,})", line)
    if found is None:
        return None
    names = [name for name in stages if name.isascii() and len(name) >= LEAST_MISSPELT]
    near = process.extractOne(found["word"], names, scorer=OSA.distance, score_cutoff=2)
    return None if near is None else (stages[near[0]], found["word"])
