"""The words by which people say what happened, what comes next and what they want to know.

Names stand masked in the sentences that these are looked for in: a sign from NAME each.
"""

import re

NEXT = "\ue100"
"""Stands for "next:", "todo:", 다음 행동: and the sign >."""
NAME = "[\ue000-\ue0ff]"
"""A name's place in a masked sentence."""


ENDED = "".join(chr(0xAC00 + 28 * place + 20) for place in range(399))
"""Every syllable that ends as 했, 뵀 and 갔 do: what stands before them is past."""


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns).replace("NN", NAME), re.IGNORECASE)


KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("demo", _words(
        r"\bdemo(?:ed|'d|d|s|ing|nstrated|nstration)?\b", r"\bpresent(?:ed|ation)\b",
        r"\b(?:product|guided|full"
        r"|virtual) tour\b", r"\bwalk-?throughs?\b",
        r"\b(?:walked|took|ran) (?!out |in |into "
        r"|away )(?:[^\s,.;]+ ){1,5}through\b(?! (?:the )?(?:contract|terms|redlines"
        r"|invoice))", r"\bshowed\b", r"\bdid (?:the |a )?show\b",
        r"\bpitch(?:ed)?\b(?! (?:deck|in\b))|\bscreen[- ]?shar\w+|\bshared (?:my|our) screen\b",
        r"데모", r"시연", r"프레젠테이션", r"프리젠테이션",
        r"발표", r"보여\s?(?:드렸|드림|줬|주고)", r"(?<![A-Za-z])PT(?![A-Za-z])", r"피티",
    )),
    ("meeting", _words(
        r"\bmet\b", r"\bmeet(?:ing|ings|up)?\b", r"\bmtg\b", r"\bvisit(?:ed|ing)?\b",
        r"\b(?:had |grabbed |did )?(?:lunch|coffee|dinner|breakfast|drinks|beers?)\b",
        r"\bon-?site\b(?! (?:product )?(?:demo|present))", r"\bsat down\b",
        r"\b(?:back|returned) from (?:the )?NN|에서\s(?:\S+\s)?(?:복귀|돌아[왔오옴])",
        r"\b(?:plant|factory|office|facility|warehouse) tour\b|\bbriefing\b|\btown hall\b"
        r"|\bsit-?down\b|\bhung out\b|\b(?:was|were|been) at NN(?! (?:for|before|since))",
        r"\b(?:drove|flew|travell?ed|trip|popped|headed) (?:over |down |up |out )?to (?:see )?NN",
        r"\bkick-?off\b", r"\bworkshop\b", r"\bqbr\b",
        r"\b(?:stopped|swung|dropped|came|went) (?:by|over to|to see)\b", r"\bran into\b",
        r"\b(?:came|come|coming|came over|invited) (?:over )?to (?:our|my|the"
        r"|their) (?:office|place|hq|site|plant|booth)\b",
        r"\b(?:pint|brunch|tea|supper|barbecue|bbq|whisky|wine)s? with\b|\b(?:grabbed"
        r"|had) (?:a |some )?(?:pint|brunch|tea|bite|whisky"
        r"|wine)\b", r"\bpop(?:ped|ping)? (?:in|by|over|round)\b",
        r"\bcaught (?:\S+ ){1,3}(?:at|in|on)\b",
        r"\bface[- ]to[- ]face\b|\bin[- ]person\b(?! (?:demo|present))|\bsat (?:with|in on)\b"
        r"|\bspent (?:\w+ ){1,3}(?:with|at)\b|\bgot together\b|\btheir (?:office|plant|hq)\b"
        r"|\btour of\b|\bgave us the tour\b|\bat NN.{0,20} with (?:\w+ ){0,3}their\b",
        r"\bboardroom\b|\b(?:walked|came|coming|stepped) out of "
        r"(?:NN|the (?!deal|negotiat|talks|contract)|a|their)"
        r"|\bjust left (?:NN|their)|\bhours? (?:in|at|with) (?:NN|their)|\bsaw (?:NN|the|their"
        r"|him\b|her\b)(?! (?:\w+ ){0,2}(?:e?mail|message|deck|note|post|doc|quote|news|price))",
        r"\bmeating\b", r"\bsync(?:ed|'d)?\b", r"\bcoffe\b", r"\bgolf(?:ed)?\b", r"\bf2f\b",
        r"\b(?:received|hosted"
        r"|welcomed) by\b", r"\bmeetin\b", r"\bmetting\b", r"\bdined\b", r"\bhosted\b",
        r"\U0001f91d", r"\bbumped into\b",
        r"세션(?:을|도)?\s?(?:진행|하고|했|함|끝|마[치쳤])",
        r"미팅", r"미탕", r"(?<![가-힣])싱크", r"회의", r"골프", r"[오만조]찬",
        r"들[러렀]", r"대면", r"상담",
        r"만났|만나|만남|만난", r"예방(?=하|했|드[렸림]|을\s)",
        r"(?:막|방금|이제|지금|금방)\s?\S+에서\s?나[왔오]",
        r"방문(?!\s?(?:데모|시연))", r"면담",
        r"(?<![가-힣])(?:갔다가|갔다\s?[왔옴오]|나오는\s?길|가서|갔는데|들어갔다)",
        r"소주|맥주|와인|막걸리|한잔|회식|밥\s?(?:한\s?끼|먹|같이)|차\s?(?:한\s?잔|마셨|마심)",
        r"(?:사무실|본사|부스|회사|현장|공장)(?:로|에|으로)?\s?(?:\S+\s)?(?:오셨|오셔|왔|옴"
        r"|감(?=\s|$)|갔|오심|다녀)|실사",
        r"(?:점심|저녁|밥|술)(?:을|도)?\s?(?:식사|먹|한잔|같이|했)|점심|식사|커피|티타임",
        r"찾아\s?(?:뵙|뵀|뵈|갔)", r"뵙고|뵀|뵈었", r"킥오프", r"워크숍|워크샵", r"다녀[왔옴오]",
    )),
    ("call", _words(
        r"\bcall(?:ed|s|ing)?\b", r"\bcaled\b|\bcalld\b", r"\bphon(?:ed|e)\b", r"\brang\b",
        r"\bsp(?:oke|oken)\b", r"\btalk(?:ed|s|ing)?\b", r"\bchat(?:ted)?\b",
        r"\bzoom(?:ed)?\b(?!\s*(?:미팅|회의|meeting|call|demo|콜|mtg))",
        r"\bvoicemail\b|\bvm\b", r"\bcaught up\b", r"\bcatch-?up\b",
        r"\b(?:no[- ]?show|missed call|tel|telephone|by phone|dialog"
        r"|conversation)\b", r"[\U0001f4de\u260e\U0001f4f1]",
        r"\bgot through to\b|\b(?:short|quick|a) ring\b|\bgave \S+ a (?:bell|buzz|shout)\b",
        r"\bpicked up\b(?! (?:the|a|our|their|his|her|where|speed|on|from|by)\b)",
        r"\b(?:no luck|trouble) (?:reaching|getting)\b|NN (?:finally |just )?answered\b"
        r"(?! (?:\w+ ){0,3}(?:e?mail|questions?|rfp|questionnaire))",
        r"\bgot off\b", r"\bon the line\b(?! (?:item|here))", r"\bh[ua]ng up\b",
        r"\b(?:got|get|getting) (?:a )?hold of\b", r"\breached\b",
        r"\bdial(?:ed|led)\b", r"\btele?phoned\b",
        r"\b(?:not|never|nobody|no one|\w+n'?t) (?:\w+ )?(?:pick(?:ed|ing)? up|answer(?:ed|ing)?"
        r" (?:the phone|my call)|reach)\b|\b(?:didn'?t|doesn'?t|isn'?t|not|nobody)"
        r" answer(?:ed|ing)?(?=\W*(?:$|[,.;!]|(?:at|there|again|today)\b))",
        r"^\W*no (?:answer|reply|pick-?up)\b|\bleft (?:\S+ ){0,2}?(?:a |another )?(?:message|msg"
        r"|voice ?mail)\b", r"\b(?:line (?:was |is )?busy|busy (?:line|signal))\b",
        r"(?:번|또|다시|계속|방금|아까)(?:은|이나|을|째)?\s걸[었어]|안\s받(?=[네음으아는]"
        r"|습)(?<!을\s안\s받)(?<!를\s안\s받)|연결(?:이|도)?\s?(?:\S+\s)?안"
        r"|음성\s?(?:메[시세]지|사서함)?(?:를|을|만)?\s?남[김겨겼]",
        r"통화", r"전화",
        r"(?<![가-힣])콜(?![가-힣])|(?<![가-힣])콜(?=[했함을은이로에하])|컨콜|컨퍼런스\s?콜"
        r"|화상\s?통화",
        r"유선",
        r"부재중|부재(?=\s|$)|통와|톻화|통하(?=[했함])|콜드콜|음성사서함",
        r"끊(?:었|음|고|자)|(?<![가-힣])줌콜|(?<![가-힣])줌(?=\s(?:끝|통화|콜|함|했)|$)|(?:얘기"
        r"|이야기)\s?(?:해\s?[봤보]|나눠|좀\s?했|했)", r"얘기\s?(?:나[눴눔누]|했|함)"
        r"|이야기\s?(?:나[눴눔누]|했|함)",
    )),
    ("email", _words(
        r"\be-?mail(?:ed|s|ing)?\b", r"\bmail(?:ed|s)?\b", r"\bwrote\b", r"\bsent\b",
        r"\b(?:quote|proposal|contract|offer|pricing|deck|msa|sow|nda|draft|invoice)s?(?:'s| is"
        r"| are| has"
        r"| just| went| gone| finally)* out (?:to|with)\b|\bslacked\b|\bwent out to NN",
        r"\b(?:response|answer) from\b", r"\brepl(?:ied|y)\b", r"\bforwarded\b", r"\b(?:messaged"
        r"|pinged|texted|dmed|emialed)\b",
        r"\bheard back\b", r"\bt(?:e)?xt\b|\brespond(?:ed)? to\b",
        r"\bdrop(?:ped)? (?:\S+ ){1,3}a (?:line|note|message)\b",
        r"\b(?:whatsapp|slack|linkedin|sms|im)(?:ed|'d)? (?:message|msg|them|him|her|from"
        r"|with)\b|\binbox\b|\bshot (?:\S+ ){1,3}(?:an? )?(?:email|mail|note"
        r"|message)\b", r"\bshared\b", r"[\U0001f4e7\u2709\U0001f4e9\U0001f4e8]",
        r"답신|이메일", r"메일", r"회신", r"답장", r"문자|카톡",
        r"(?:슬랙|디엠|DM|라인|텔레그램|왓츠앱|카톡|톡)(?:으로|로)|보냈|보냄|송부|발송|전송"
        r"|전달했|전달함|전달드[렸림]|공유했|공유함|공유(?=[\s.!]*$)|공유드[렸림]"
        r"|회신드[렸림]|메세지|메시지|디엠|(?<![가-힣])톡\s?(?:보|남|드|옴|왔)|보내\s?(?:줬|드렸"
        r"|드림|왔|옴|오셨|주셨|주심)",
    )),
    ("note", _words(
        r"^\s*(?:note|notes|fyi|memo|heads up)\b", r"\bjust (?:a )?note\b",
        r"\b(?:add|make|jot|log) (?:a |this )?(?:note|down)\b", r"메모", r"노트", r"참고로|참고:",
    )),
)  # fmt: skip
"""The kinds of activity; in a sentence the word that stands first decides."""

PAST = _words(
    r"\b(?:called|caled|calld|phoned|rang|spoke|talked|chatted|met|visited|emailed|e-mailed|mailed"
    r"|wrote|sent|replied|forwarded|demoed|demo'd|demonstrated|presented|showed|texted|pinged"
    r"|messaged|had|did|went|was|were|said|says|got|just|finished|completed|done|wrapped|heard"
    r"|grabbed|reached|zoomed|caught|ran|bumped|stopped|swung|dropped|sat|confirmed|agreed|liked"
    r"|loved|asked|told|wanted|shared|synced|left|discussed|walked|happened|occurred"
    r"|joined|took|gave|came|made|ran|saw|found|felt|thought|kept|held|brought|hired|moved"
    r"|postponed|rescheduled|mapped|took place|wasn't|didn't)\b",
    r"했|함(?![께])|됨|완료|(?<![다처마모])음(?=[\s.,!~ㅎㅋ]|$)"
    r"|(?:(?<![가-힣])|(?<=[해가와나어아]))봄(?=[\s.,!~]|$)|[가-힣](?:냄|둠|옴|어짐|아짐|해짐"
    r"|밀림|풀림|걸림)(?=[\s.,!~]|$)"
    rf"|[{ENDED}]|마침|마쳤|다녀옴"
    r"|나눔|보냄|만남|[한된는]대(?:요)?(?=[\s.,!~]|$)|드림(?=[\s.,!]|$)",
)

_BASE = (
    r"fup|f/u|f-up|fu|send|schedule|book|prepare|prep|follow[- ]?up|set ?up|arrange|circle back"
    r"|reach out|check in"
    r"|get back|loop in|draft|share|chase|introduce|call|email|e-mail|meet|finish|write|update"
    r"|deliver|invite|organi[sz]e|touch base|connect|revise|fix|ask|ping|confirm|review|submit"
    r"|demo|visit|provide|forward|get|give|bring|make"
    r"|put together|set|work on|finali[sz]e|close|sign"
    r"|sned|prepair|shoot|text|message|build|create|show|talk|discuss|negotiate|renew|remind|look"
    r"|check|find|push|present|propose|quote|mail|phone|run|start|do|try|nudge|resend|walk"
    r"|retry|redo|ring|dial|see|go over|go through|sort out|figure out|line up|get in touch"
    r"|hit up|drop|swing by|pop by|stop by|bug|poke|collect|gather|print|ship|return|order|invoice"
    r"|bill|plan|reply|respond|answer|add|move"
)
_SUBJECT = r"(?:(?:i|we)\s+)"
STEP_LEAD = re.compile(
    r"^[\s\-–—>*•]*(?:(?:and|so|then|but|also|now|plus|&|→)\s+|please\s+)*(?P<lead>"
    rf"{NEXT}\s*|note to self\s*[:,-]?\s*(?:to\s+)?"
    rf"|(?:{NAME}\S*\s+)?next\s+(?:up\s*|thing\s+)?(?:is|will be|comes)\s+(?:(?:to|an?|the)\s+)?"
    rf"|(?:{NAME}\S*\s+)?next\s*(?:steps?|up)\b"
    r"(?!\s+(?:(?:is|are)\s+)?(?:still\s+|not\s+|yet\s+)*(?:unclear|clear|unknown|undecided|tbd"
    r"|open\b))"
    rf"(?:\s+(?:for|with|at|on)\s+{NAME})?(?:\s+(?:is|will be))?\s*"
    rf"(?:(?:to|an?)\s+|[:\-–]\s*)?|next\s*[:\-–]\s*|to-?do\s*[:\-–]?\s*"
    r"|action(?:\s+item)?s?\s*[:\-–]\s*"
    r"|tell me to\s+|(?:wake me up|alert me|tell me) about\s+|remind me (?:to|about|of|that)\s+"
    r"|(?:gimme"
    r"|give me|send me) (?:a )?(?:nudge|ping|poke|shout|reminder|heads[- ]up|buzz) (?:about|on"
    r"|for|to|re)\s+|(?:nudge|ping|poke|bug|warn) me (?:about|on|to|re)\s+|(?:please )?(?:do not"
    r"|don'?t) (?:let me )?forget (?:about |the )?(?!to\b)|set (?:a |me a )?reminder to\s+"
    r"|(?:(?:don'?t|do not) )?(?:let me )?(?:forget|remember) to\s+|let'?s\s+(?!see\b|hope\b"
    r"|wait\b|face\b)|let me\s+(?!see\b|think\b|know\b)"
    r"|(?:set|add|create|make) (?:a |me a )?(?:task|to-?do|reminder)\s+(?:to\s+)?"
    r"|(?:(?:i|we|and|so)\s+)*(?:told|promised|said to)\s+(?:them|him|her"
    r"|[\ue000-\ue0ff])\s+(?:that\s+)?"
    r"(?:(?:i|we)(?:'d| would|'ll| will|d|ll)\s+|to\s+)"
    r"|(?:i|we)(?:'d| (?:said|promised) (?:i|we)'?d)\s+"
    r"|(?:i'll|we'll|ill|i will|we will|i shall|we shall)\s+(?:need to\s+|have to\s+)?"
    rf"|{_SUBJECT}(?:'ve |have )?(?:promised|owe)\s+(?:{NAME}|them|him|her)\s+"
    rf"|{_SUBJECT}(?:still |also )?owe\s+{NAME}\s+"
    r"|(?:i'm|we're|i am|we are|im)\s+to\s+"
    r"|(?:i'm|we're|i am|we are|im)\s+(?:gonna|going to|supposed to|planning to|due to|meant to"
    r"|expected to)\s+|(?:am |are )?(?:going to|supposed to|meant to|off to|about to)\s+"
    r"|(?:i've|we've|ive)\s+(?:got to|promised to|agreed to)\s+"
    rf"|{_SUBJECT}?(?:also |still |just )?(?:need|have|got|ought|plan|promised|agreed|owe)\s+to\s+"
    r"|needs? to\s+"
    rf"|{_SUBJECT}?(?:must|should|gotta|gonna|will|shall|wanna)\s+"
    rf"|{_SUBJECT}owe\s+(?:them|him|her)\s+|(?:owe|owes) (?:them|him|her)\s+"
    r"|(?:they |he |she )?(?:asked|wants?|wanted|told|asking)\s+(?:for\s+)?(?:me|us)\s+to\s+"
    rf")(?=\S)|^[\s\-–—>*•]*(?:(?:and|so|then|but|also|now|plus|&"
    rf"|→)\s+)*(?:please\s+)?(?=(?:{_BASE}|(?:i|we) owe)\b"
    rf"(?!'|\s(?:just |already )?(?:went|has|had|was|were|came|gone)\b"
    r"|\s(?:\S+\s){1,3}(?:went out|has gone|was sent)\b))",
    re.IGNORECASE,
)
"""What begins a promise; a group `lead` is left out of its words."""

STEP_INSIDE = re.compile(
    r"(?<=\S)\s+(?=(?:(?:and|so|then|but|also|now)\s+){0,4}(?:"
    r"(?:i'll|we'll|i will|we will|i need to|we need to|i have to|we have to|i should"
    r"|we should|i must|we must|i'm going to|we're going to|i'm gonna|let'?s"
    r"|remind me to|don'?t (?:let me )?forget to|next steps?\b"
    r"|(?:i |we |and )*(?:told|promised) (?:them|him|her|[\ue000-\ue0ff]) (?:that )?(?:(?:i"
    r"|we)(?:'d| would|'ll| will|d|ll)|to)"
    r"|(?:i|we) (?:said|promised) (?:i|we)(?:'?d| would|'ll| will|d)|todo\b|i gotta|we gotta"
    r"|i owe|we owe|(?:and )?(?:i )?am (?:supposed|meant|going|expected) to|i'm (?:supposed"
    r"|meant|expected) to|(?:i|we)(?:'ve| have)? promised (?:them|him|her|[\ue000-\ue0ff]|to)"
    r"|(?<=so )(?:i'm|we're|i am|we are) (?:talking|meeting|calling|seeing|speaking|sending"
    r"|doing|visiting)|we agreed to|i agreed to|action item"
    r"|(?:they |he |she )?asked (?:me|us) to|(?:they |he |she )?wants? (?:me|us) to)(?=\W)"
    r"|(?<!they )(?<!he )(?<!she )(?<!who )(?<!you )(?<!are )(?<!is )(?<!'re )(?<!'s )gonna\s"
    r"|(?<!they )(?<!he )(?<!she )(?<!who )(?<!you )(?<!legal )(?<!team )(?<!procurement )"
    r"(?:need to|have to|gotta|must|should)\s(?!be\b)"
    r"))",
    re.IGNORECASE,
)
"""Where a promise begins in a run-on sentence."""

STRONG_INSIDE = re.compile(
    r"(?<=\S)\s+(?=(?:(?:and|so|then|also)\s+){0,4}(?:send|sned|schedule|prepare|prep"
    r"|follow[- ]?up (?:on|with|in|by|next|tomorrow|mon|tue|wed|thu|fri)"
    r"|set up|arrange|circle back|reach out|check in|get back|loop in|draft|deliver|chase"
    r"|call (?:them|him|her|back|again)|email (?:them|him|her)|ping|revise|finali[sz]e|submit"
    r"|book|touch base|put together)\b)",
    re.IGNORECASE,
)
_NOT_BEFORE = """
to will would can could should must may might they we i you he she it they'll he'll she'll
they'd he'd she'd
don't not didn't can't won't couldn't the a an our my their his her your for of no cannot
please never always gonna wanna going who i'll we'll let's need have gotta first cfo ceo cto legal
"""
NOT_BEFORE = frozenset(_NOT_BEFORE.split())
"""Behind these a verb in its base form begins no promise of its own."""

DUE_NOUN = re.compile(
    r"^\s*(?:and\s+|then\s+)?(?:(?:the|a|an|our|another|next|updated|revised|new|second"
    r"|final|follow-?up)\s+)*"
    r"(?:quote|proposal|contract|demo|call|meeting|mtg|pricing|deck|follow-?up|kick-?off"
    r"|visit|draft"
    r"|presentation|pilot|poc|workshop|nda|msa|sow|onsite|lunch|coffee|review|offer|invoice"
    r"|renewal"
    r"|roi|case study|references?|security \w+|legal \w+)\b",
    re.IGNORECASE,
)

KOREAN_STEP = re.compile(
    r"(?:[가-힣](?:아|어|여|해|가|와|봐|줘|내|려|돼|되|써|춰)|해|가|봐|돼|줘|와|써|둬)야\s*(?:지|죠"
    r"|겠|함|해|한다|합니다|됨|돼|된다|됩니다|할)"
    r"|기로(?:\s*(?:함|했|하|약속|합의|결정)|[\s.,]|$)|겠(?:음|습니다|어요?|다|네)|예정"
    r"|계획(?:임|입니다|이)?|필요(?:함|해|합니다)?\s*$"
    r"|요망|할\s?것\s*$|[가-힣](?<![얘야위시초대전계분경정반용인연])기\s*$|하자(?!고)|합시다|부탁"
    r"|(?:다음\s*(?:행동|단계|할\s*일|스텝|액션))|다음\s*[:\uff1a]|투두|할\s?일"
    r"|팔로업(?!\S*\s(?:\S+\s)?\S*(?:했|보냈|드렸|함|보냄|드림|완료|남[겼김]|넣었))"
    r"|약속(?:함|했|드)|잡혔|잡힘|잡아놨|예약돼|[가-힣](?<=[주보리하내])면\s?(?:됩니다|돼|됨|된다)"
    r"|[할갈볼줄낼될릴칠울잡들를팔알킬살올길달]\s?(?:게(?:요|여)?|께(?:요)?|것|거(?:임|야"
    r"|예요|에요)?|꺼(?:임|야)?)\s*[.!~ㅎㅋ]*$"
    r"|(?:해|달라고)\s?(?:달라|주라|줘)?\s?(?:요청|하심|하셨|하셔|부탁)"
    r"|(?:[준드린낸간]|드린)다고\s?(?:했|함|말)|(?:하라고|라고|하게)\s?(?:알려|리마인드|알림)"
    r"|(?:챙기|챙겨|준비|작성|정리|제출|회신|전달|공유|송부|발송)(?:기|하기)?\s*$",
)
KOREAN_STEP_LEAD = re.compile(
    rf"^\s*(?:그리고\s*|그래서\s*|이제\s*|>\s*|{NAME}\S{{0,3}}\s+(?=다음[이은엔]))?(?:\ue100"
    r"\s*|다음\s*(?:행동|단계|할\s*일"
    r"|스텝|액션)?\s*(?:은|는|으로)?\s*[:\uff1a]\s*|다음\s*(?:행동|단계|스텝|액션)(?:은"
    r"|는)\s+|투두\s*[:\uff1a]?\s*|할\s?일\s*[:\uff1a]\s*|다음(?:이|은|엔)\s+(?!없))"
)
KOREAN_DONE_WORD = re.compile(
    r"(?:했음|했어요?|했습니다|했고요?|했는데|했다|했으며|하고|함|완료|완|옴|심더|슴다|셔가지고"
    r"|해가지고|더라구요?|거든요?|잖아요?|끊음|끝남|끝냄|나옴|받음|들음|[가-힣]옴|먹음|드림"
    r"|남김|쏨|뵘|마무리|됨|됐음|됐고|음"
    rf"|[{ENDED}](?:어요?|고요?|는데|다|습니다|음|으며|고)"
    r"|습니다|입니다|합니다|[한된는싶]대요?|다고\s?함|라고|네요|더라고?요?|좋아하고|은데"
    r"|는데|[길참중]인데|이고|마침|마쳤고|보냄|만남|나눔|다녀옴|좋음|긍정적임?|좋고|원하고"
    r"|[가-힣](?<=[아어여해네데대래져와워려내겨춰켜둬봐])요|[가-힣]임|끝|[ㅋㅎ]{2,}"
    r"|[\U0001f300-\U0001f64f\u2705\U0001f900-\U0001f9ff]\ufe0f?|ok|OK|Ok|오케이"
    r"|[가-힣](?<=[극정의호심])적(?:이에요|입니다)?|굿|ㅇㅋ|오키|부재중|불발|없어서|대서|니까"
    r"|길래|라서|지만|받으셔서|받아서|받네요?|받아요|통화중(?:이라)?|[다라자]고해서)"
    r"[.,!~ㅠㅜㅋㅎ;^]*$"
)
KOREAN_NOT_DONE = re.compile(
    r"(?:다음|처음|마음|포함|명함|책임|신임|후임|전임|선임|취임|모임|요즘|도움|창고|광고|최고"
    r"|재고)[.,!~]*$"
)

KOREAN_TAILS = re.compile(
    r"(?:쪽|측|건|딜|님|사|담당자?|대표님?|부장님?|팀장님?|이사님?|과장님?|상무님?"
    r"|차장님?|구매팀|네)*"
    r"(?:이랑|랑|하고|과|와|에서는?|에게서?|에는?|엔|으로|로|은|는|이|가|을|를|의|도"
    r"|한테서?|께서?|만|부터|까지|이라고|라고|이?요|이에요|예요|입니다|이고요?|인데요?)?(?:은|는"
    r"|도|만)?"
    r"(?:(?:방금|오늘|어제|아까)?(?:통화|전화|미팅|회의|데모|시연|방문|메일|이메일|콜|수주|실주"
    r"|보류|계약|견적|협상|제안)[가-힣]*|함|했음|했어|완료|했고|했는데|했습니다)?"
)
"""What is glued behind a name in Korean."""
