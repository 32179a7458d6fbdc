"""What a sentence asks: answered at once, and nothing is written for it."""

import re
from datetime import date, timedelta

from bot.domain import saying_english as english
from bot.domain.parsing_dates import find_date
from bot.domain.saying import Question
from bot.domain.saying_days import tidy
from bot.domain.saying_evidence import either

_ASKS = re.compile(
    r"^[^\w\ue000-\ue0ff]*(?:(?:hey|hi|hello|ok|okay|so+|and|um|uh|please|pls|bot"
    r"|quick question|quick q|wait|hmm+|well"
    r"|also|btw|yo|dude|sorry|right|alright|actually|oh|anyway|now|remind me|tell me|kindly|man"
    r"|ugh|dear bot"
    r"|(?:can|could|would) (?:you|u)(?: please)?(?: tell me| remind me| show me)?|do you know"
    r"|curious|[\ue000-\ue0ff]\s*[:,-])[\s,:!-]+)*"
    r"(?:what|what's|whats|when|where|where's|how|how's|hows|who|who's|which|why"
    r"|(?:did|do|does|have|has|is|are)(?=\s+(?:i|we|they|he|she|it|you|the|any|anyone|my"
    r"|our|there|all|[\ue000-\ue0ff](?!'s)))"
    r"|any(?:thing|one|body|\b)|can you|could you|show|list|tell me(?! to\b)|give me"
    r"|remind me what|find"
    r"|(?:fill|clue) me in|catch me up|(?:bring|get) me up to (?:speed|date)|brief me|(?:walk|run"
    r"|talk) me through"
    r"|agenda (?:for|of)|(?:phone|contact|e-?mail|mobile)(?: (?:number|address|details"
    r"|info))? (?:of|for)|deals? (?:that|which|with|in|without)|neglected|forgotten|search|look up"
    r"|(?:may|might|can|could) i (?:please )?(?:have|get|see|ask for) (?:a |an |the |my )?(?:\w+ )?"
    r"(?:deals?|pipeline|summary|status|update|overview|recap|list|rundown|history|notes|report)"
    r"|status|update on|my\b|pull up|summari[sz]e|recap|notes? (?:on|about|for)|stale"
    r"|stuck|what did)\b",
    re.IGNORECASE,
)
_ASKS_INSIDE = re.compile(
    r"(?:[,.;!?:]\s+|\b(?:know|advise|tell me|remind me|wondering|to know|see|me)\s+)(?:and |so )?"
    r"(?:(?:what|when|where|who|how|why|which)(?:'s| is| are| did| do| does| was| were| have"
    r"| has| of my| deals?)"
    r"|(?:did|do|have|are|is|any) (?:i|we|they|there|anyone|it|my|news))\b(?=.*\?|.{0,60}$)"
    r"|^\W*[\ue000-\ue0ff]\W*(?:deal )?(?:notes?|status|history|recap|summary|update"
    r"|next steps?|story|overview)\b"
    r"(?:[\s,;:?.!]*(?:last \d+|pls|please|plz|thx|\d+))*\W*$|^\W*(?:the )?last \d+ (?:notes"
    r"|calls|activities|touches)",
    re.IGNORECASE,
)
_KOREAN_ASKS = re.compile(
    r"뭐|뭘|무엇|무슨|언제|어떻게|어때|어디|몇\s|누구|누가|알려\s?(?:줘|줄|주(?:세|실|라|십|시|면"
    r"|겠|$))|보여\s?(?:줘|줄|주(?:세|실|라|십|시|면|$))|(?<=\s)볼\s?수\s?있[어나을니]"
    r"|왜\s.*[지어요나까죠]\W*$"
    r"|찾아\s?[줘주봐]|있어\s*\?|있나|있니|(?:했|였)지\s*\?|(?:(?<![다라])고\s?)?(?:했"
    r"|였)더라\s*\?*$"
    r"|(?:노트|메모|기록|내역|요약|현황|상황)\s?(?:좀|줘|ㄱ+)\W*$|^\W*기한\s?(?:지난|넘은)"
    r"|^\W*(?:오늘|내일|이번\s?주)\s?(?:뭐|뭘)|얼마|마지막\s?(?:연락|통화|미팅|접촉)일?\W*$"
    r"|내\s?할\s?일\W*$|몇\s|[나까니죠지]요?\s*\?"
    r"|^\W*(?:내|나의|제|우리)\s?(?:딜|거래|파이프라인|일정)\S?\s*\?|사용\s?방법|사용법|어떤"
    r"|(?:현황|상황|근황|(?<!체크)리스트|목록)\s*$|정리해\s?줘"
    r"|(?:경과|현황|상황|진척|추이|이력)\S{0,2}\s?(?:보고|설명|공유|말씀|정리)\S*\s?(?:[줘주]"
    r"|바랍|부탁|요망)|요약(?![을은]\s)(?!\s?(?:보내|드[리릴]|메일|공유|전달|송부|보고서|자료|본"
    r"|문서|해서|하여))|(?<![가-힣])(?:목록"
    r"|리스트)\S{0,2}\s?(?:\S{1,3}\s?)?(?:줘|주|좀|뽑|띄|보|$)|조회"
    r"|(?:띄워|뽑아|꺼내|불러|읽어)\s?(?:줘|주|봐)|[았었했]나요?\s*\??$|[니까]\s*\?|몇\s?(?:건"
    r"|개|번|명)|뭐\s?(?:남겼|적었|썼)|검색(?!\s?(?:기능|엔진|속도|결과|성능|화면|품질|창"
    r"|[이은도]\s))|궁금(?!해\s?하)|(?:딜|거래|건|계약)(?:들|은|이|만)?\s?(?:다\s?)?(?:알려|보여)"
)
_NOT_ASKED = re.compile(
    r"^(?=.*(?:요일|\d일|내일|모레|다음|담주|까지)에?).*(?:했던|하는|할|달라는|달란)\s?(?:거"
    r"|것)\s?(?:좀\s)?(?:알려|말해)|(?:하라고|라고|하게|하도록)\s?(?:알려|말해|얘기해)\s?[줘주줄]"
    r"|니까\s?(?:꼭\s|좀\s)?(?:알려|말해|리마인드|알림)|(?:예정|계획)(?:입니다|임|이에요"
    r"|이다)?[.!]*$|단계.{0,6}(?:바꿔|옮겨|올려|넘겨|변경해)\s?[줘주]"
    r"|(?:요약|목록|리스트|현황|경과|내역)\S{0,3}\s(?:\S+\s){0,2}?(?:공유|전달|발송|송부|보[냈냄]"
    r"|나갔|드[렸림])(?:했|함|완료|[어음습]|드[렸림]|\s*$)"
    r"|뭐라고\s*(?:함|했음|하심)|했지\s?(?:뭐|머)|뭐(?:랄까|라나|냐면|람)|뭔가"
    r"|[가-힣]지\s?뭐예요|누가\s*봐도|언제든|어떻게든|뭐\s*그냥"
)

_EVERY: tuple[tuple[Question, re.Pattern[str]], ...] = tuple(
    (question, re.compile(pattern, re.IGNORECASE))
    for question, pattern in (
        (Question.HELP, (r"^\W*(?:help|hi|hello|hey|hey there|yo"
        r"|안녕\S*|도움말?|도와\s?줘\S*|사용법"
            r"|\?+)\W*$"
         r"|what can (?:you|i) (?:do|say|ask)|how do (?:i|you) (?:use|work)"
         r"|how (?:does|do) (?:this|it|that|you)\b.*\bwork|\bhow (?:do|can|should) i (?:log"
         r"|add|move|create|edit|change|undo|record|mark)\b|\bhow (?:i|do i|can i|to"
         r"|should i)\b.*\b(?:use|talk to|work with)\b|\bcommands?\b|\bwhat are you\b"
         r"|사용\s?방법|쓰는\s?(?:법|방법)|뭐\s?할\s?수|무엇을\s?할\s?수|뭘\s?할\s?수"
         r"|(?:기록|등록|추가|수정|변경)\S{0,3}\s?어떻게\s?[해하]|어떻게\s?(?:써|하는\s?거|쓰"
         r"|사용)")),
        (Question.STALE, (r"신경\s?(?:써|쓸)|소홀|식어\s?[가간]|cooling|\b(?:stale|stuck"
            r"|gone quiet|gone cold"
        r"|going cold|went cold|went quiet|silent"
            r"|quiet|neglected|rotting|inactive|(?:no|not|haven'?t|without"
            r"|isn't) (?:\w+ )?(?:mov(?:ed|ement|ing)|progress|spoken|talked|called|contacted|met"
            r"|heard)|haven'?t (?:\w+ )?(?:touched|talked"
            r"|spoken|contacted|called|heard from)|not touched|untouched|forgotten"
            r"|slipping|at risk|need(?:s)? attention|ignored?)\b"
         r"|방치|정체|안\s?움직|막[힌혀혔]|무소식|조용한|멈춘|멈춰|연락\s?(?:안|못)|오래된"
         r"|소식\s?없"
         r"|진척\S?\s?없|움직임\S?\s?없|잠잠|뜸한|손\s?놓|진전\S?\s?없|관심\s?필요|손\s?(?:안"
         r"|못)\s?댄|챙겨야")),
        (Question.DID, (r"\bwhat \w+ did i\b|내가\s?(?:전화|통화|만[난났]|미팅|방문"
            r"|보낸)\S{0,2}\s?(?:데|곳|사람|고객|거)|얼마나\s?했|\bdid (?:i|we) (?:do|log"
            r"|get done|work on"
        r"|accomplish)\b|\bi got done\b|\bwas i (?:up to|doing)\b|\bwhat (?:did i (?:do"
            r"|log|get|work|accomplish|achieve|finish|sell)|have i (?:done|logged|been)|i did"
            r"|i've (?:done|logged|been))\b|\b(?:recap|summari[sz]e|sum up) (?:of )?my (?:day"
            r"|week|month)\b|\b(?:my )?(?:activity|activities)\b|\bi (?:did"
            r"|logged|worked on)\b|\bwho did i\b|\bhave i (?:done|logged|called)\b"
         r"|\bhow many (?:calls?|meetings?|emails?|demos?|activit\w+)\b.*\b(?:i|we)\b"
         r"|뭐\s?(?:남겼|적었|썼)|(?:통화|미팅|전화|데모|활동|메일)\s?몇\s?(?:건|번|개)"
         r"|(?:뭐|뭘|무엇을?|무슨\s?일|머)\s?(?:을\s?)?(?:기록\s?|남기\s?|활동\s?|처리\s?"
         r"|작업\s?)?했|한\s?일(?:이|은|을)?|했던\s?일"
         r"|내\s?활동|활동\s?(?:내역|기록|보여)|누구\s?(?:랑|를)?\s?(?:만났|통화)|기록한")),
        (Question.TODAY, (r"\b(?:late|overdue) (?:stuff|ones?|items?|tasks?|things?)\b"
            r"|\bneeds? (?:doing|to be done)\b"
            r"|(?:오늘|내일|모레|이번\s?주에?)\s?(?:뭐|뭘)\s?있|처리할\s?(?:거|것|일|건)"
            r"|기한\s?(?:지난|넘은)|\b(?:what'?s|what is|whats|anything|what) (?:on |up |due "
            r"|happening |planned "
            r"|is due )?(?:for )?(?:me )?(?:today|tomorrow|this week)\b|\bmy (?:day|agenda"
            r"|to-?dos?|tasks?|next steps)\b|\bwhat (?:do|should) i (?:have to "
            r"|need to )?(?:do|have|work on)\b|\bwhat'?s (?:due|overdue|next for me"
            r"|left|on my plate)\b|\bon my plate\b|\bmy (?:action items?|agenda|schedule)\b"
            r"|\boverdue\b"
         r"|오늘\s?(?:할\s?일|뭐|일정|해야)|할\s?일\s?(?:뭐|이|알려|보여|목록)|내\s?일정"
         r"|남은\s?(?:거|것|일)|지연된|뭐\s?해야|뭘?\s?해야\s?(?:해|하|돼|되)|밀린\s?(?:일|거"
         r"|것)")),
        (Question.PROMISED, (r"\b(?:tell|told|say|said)\b.{0,30}\b(?:i|we)(?:'d|'ll| would| will)\b"
            r"|\bpromis|\bcommit|\bowe\b|\bowed\b"
        r"|\bnext steps?\b|\bwhat'?s next\b|\bagreed?\b"
            r"|\bsupposed to\b|\bsaid (?:we|i)'?(?:ll|d| would)|\bdeliver\b|\bto do\b|\bdue\b"
            r"|\btell them we"
         r"|약속|합의|준다\s?(?:고\s?)?했|해준다|(?:줄|보낼|드릴)\s?(?:거|것|게)|다음\s?(?:행동"
         r"|단계|스텝|액션|할)|하기로|주기로|해\s?주기로|보내기로"
         r"|(?:안|못)\s?(?:\S+\s)?(?:준|보낸|드린|해\s?준)\s?(?:거|것|게|건)"
         r"|해야\s?(?:하|할|되|돼|했)|줘야|보내야|드려야|가기로|기한|언제까지")),
        (Question.MINE, (r"\b(?:my|our|all|list|open) (?:\w+ )?(?:deals?"
        r"|pipeline|opportunit(?:y|ies)"
            r"|accounts?)\b|\bpipeline\b|\bdeals? (?:do i|i) have\b|\bdeals\b"
         r"|(?:없는|있는|되는|되는)\s?(?:딜|거래)(?:은|는|들|이)?"
         r"|(?:내|제|나의|저의|우리|전체|모든)\s?(?:\S+\s)?(?:딜|거래|파이프라인|영업)"
         r"|파이프라인|딜\s?(?:목록|리스트|보여|몇|들)|무슨\s?딜|어떤\s?딜")),
        (Question.NOTES, (r"\bnotes?\b|\b(?:know|have|hear|heard"
        r"|say|said|anything|mention\w*|talk\w*"
            r"|discuss\w*) (?:\w+ )?(?:about|on|from|with|regarding)\b|\b(?:find|search"
            r"|look up)\b|\bwho (?:said|mentioned|met|called|talked)\b|\blast (?:call|meeting"
            r"|time|spoke|talk|contact|touch|email|demo)|\bhistory\b|\bwhen did (?:i|we)\b"
            r"|\bdid (?:they|he|she) say\b|\bdid we (?:talk|discuss|say|hear)"
         r"|\bwhat did (?!i\b|we\b)\w+ (?:\w+ )?(?:write|note|log|put|record)\b|남겼|적었|썼"
         r"|메모|노트|기록|내용|얘기|이야기|찾아|검색|마지막|뭐라고|뭐래|말했|히스토리"
         r"|이력|언제\s?(?:만났|통화|연락)")),
        (Question.HOW, (r".")),
    )
)  # fmt: skip


_IS_ORDER = re.compile(
    r"\W*(?:please |pls )?(?:move|mark|set|put|change|update|log|note|create|add|hold|pause"
    r"|remind|assign|re-?open|push|register)\s",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\W*(?:any |all |open |total |the |our )*(?:deals?|wins?|won|lost|losses|calls|meetings)\b",
    re.IGNORECASE,
)
_NO_QUESTION = re.compile(
    r"\W*(?:so |well |man |oh )*(?:what an? "
    r"|my (?:\w+ ){0,2}(?:call|meeting|mtg|demo|chat|visit|talk|conversation|contact|lunch"
    r"|sync)\b(?=.*\b(?:went"
    r"|ran|was|got|took|ended|lasted|said|told|is (?:leaving|gone|out))\b)(?!.*\?)"
    r"|(?:note|recap|summary) (?:on|about|for|to|of) [^:]{1,30}:\s*\S"
    r"|(?:recap|summary|notes?|status)\b[^?]{0,25}\b(?:went|sent|gone|shared|emailed"
    r"|mailed)\b(?!.*\?)|did (?:the|my|our|all|another)\b(?![^.;,\n]*\?)"
    r"(?!.*\b(?:close|sign|reply|answer|call|go|come|respond|pay|get|approve|happen|work)\W*$))",
    re.IGNORECASE,
)
"""Exclaimed, or told: "did the walkthrough"."""
_WONDERED = re.compile(
    r"(?:뭐|뭘|무엇|무슨|언제|어떻게|어디|누구|누가|얼마|몇|어떤|왜)\S*(?:\s\S+){0,5}?\s?\S*"
    r"(?:[가-힣](?<=[는은인될할갈볼줄낼올런한])지(?!\s?[?.]*\s*$)|냐고|느냐)"
    r"(?!.{0,6}(?:말해|알려|보여|설명|정리|궁금해|알아|아[세시]))"
)
"""What somebody else wonders: 누가 결정하는지, 언제 되냐고."""


def _told_first(line: str) -> bool:
    """Whether it tells of a contact first, and goes on behind what it asks itself."""
    told = either(english.FIRST_CONTACT).match(line) is not None
    return told and re.search(r"\?\W*$", line) is None and "?" in line


def asked(masked: str, *, named: bool) -> Question | None:
    """The question of a sentence whose names are masked; None where it asks nothing.

    A question mark alone asks only behind a sentence that begins or goes on like a question.
    """
    line = masked.strip()
    if not named and _EVERY[0][1].search(line):
        return Question.HELP
    starts = _ASKS.search(line) is not None and not _NO_QUESTION.match(line)
    starts = starts or (_ASKS_INSIDE.search(line) is not None and not _told_first(line))
    korean = _KOREAN_ASKS.search(_WONDERED.sub(" ", line)) is not None
    korean = korean and not _NOT_ASKED.search(line)
    ends = re.search(r"[?]\s*\W*$", line) is not None
    starts = starts or (ends and not named and _COUNTED.match(line) is not None)
    if not (
        starts
        or korean
        or (ends and named and len(line.split()) <= 4 and not _IS_ORDER.match(line))
    ):
        bare = re.fullmatch(
            r"(?:the |all )?(?:stale|stuck|silent) deals?|(?:(?:오늘|어제|이번\s?주"
            r"|지난\s?주)\s?)?(?:내가\s?|제가\s?)?한\s?일"
            r"|(?:내|제)\s활동(?:\s?내역|\s?기록)?|(?:\S+\s){0,2}(?:못"
            r"|안)\s?[가-힣]{1,3}\s딜(?:들)?|(?:방치"
            r"|정체)(?:된)?\s?딜(?:들)?|밀린\s?(?:거|것|일)\S{0,2}"
            r"|(?:any |the )?(?:late|overdue) (?:stuff|ones?|items?|tasks?|things?)"
            r"|오늘\s?할\s?일|(?:내|제|나의|우리)\s?(?:딜들?"
            r"|거래|파이프라인)|파이프라인|pipeline|deals",
            line.rstrip("? ").removesuffix(" 좀"),
            re.IGNORECASE,
        )
        if bare is None:
            return None
    for question, pattern in _EVERY[1:]:
        if pattern.search(line) and (question is not Question.HOW or named or ends):
            if named and question in (Question.MINE, Question.TODAY):
                continue
            if (
                named
                and question is Question.DID
                and not re.search(r"\bi\b|내가|제가|내\s", line, re.IGNORECASE)
            ):
                continue
            if not named and question is Question.PROMISED:
                return Question.TODAY
            return question
    if starts and re.match(r"\W*(?:how many|which|who|when|where|why)\b", line, re.IGNORECASE):
        return Question.NOTES
    if named or not (starts or korean or ends):
        return None
    return next((question for question, words in _ABOUT if words.search(line)), None)


_ABOUT = (
    (
        Question.DID,
        re.compile(
            r"\b(?:win|wins|won|lose|lost|losses|sell|sold)\b|(?:수주|실주)(?!\s?(?:확률|가능))",
            re.IGNORECASE,
        ),
    ),
    (Question.TODAY, re.compile(r"^\W*(?:오늘|내일|모레|이번\s?주)\s?(?:뭐|뭘|무슨)")),
    (
        Question.STALE,
        re.compile(
            r"연락\s?(?:안|못)|신경|챙겨야|quiet|attention|haven't|in a while|neglected|forgotten",
            re.IGNORECASE,
        ),
    ),
    (
        Question.DID,
        re.compile(
            r"(?:어제|오늘|지난|이번).{0,8}\s(?:한|했던)\s?(?:거|것|일)|내가 한", re.IGNORECASE
        ),
    ),
    (
        Question.TODAY,
        re.compile(
            r"마감|일정|할\s?일|남은\s?(?:거|것)|지연|\b(?:due|overdue|today|tomorrow|schedule"
            r"|calendar|agenda)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Question.MINE,
        re.compile(
            r"딜|거래|계약|단계|보류|\bon hold\b|\bdeals?\b|\bstage\b|협상"
            r"|제안",
            re.IGNORECASE,
        ),
    ),
    (
        Question.NOTES,
        re.compile(
            r"고객|미팅|통화|얘기|만[났나]|\b(?:customer|client|call|meeting|said)s?\b",
            re.IGNORECASE,
        ),
    ),
)
"""What a question without a name that we know may be about."""


_ONE_DAY = re.compile(
    r"[월화수목금토일](?:요일|욜)|\d|\b(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE
)
"""A day of a week that is gone by, not the week."""


def asked_day(masked: str, today: date) -> tuple[date | None, date | None]:
    """The first and the last day that "what did I do …" is about; today where none is named."""
    monday = today - timedelta(days=today.weekday())
    found = find_date(masked, today, past=True)
    if found and found.day < today and _ONE_DAY.search(masked, found.start, found.end):
        return found.day, found.day
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
    day = found.day if found and found.day <= today else today
    return day, day


def sought(masked: str) -> str:
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
