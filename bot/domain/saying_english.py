r"""The English words that weigh for what a sentence wants done, as data.

One sign a line: its weight, then what it looks like. NN is a name's place. Within a clause the
signs of an act add up, each weight once; 1 is enough to be sure, and a minus speaks against it.
A line that is indented goes on where the one above ends.
"""

from bot.domain.saying import SaidAct

ORDERS: dict[SaidAct, str] = {
    SaidAct.NEW: r"""
1.0 \b(?:new|create|add|open|start|register|make|set up|log|spin up|enter) (?:up )?(?:a |an |
  the |me a |us a )?(?:new |fresh |another |brand new |second )*(?:deal|opportunity|opp|lead|
  oppty)\b
1.0 \b(?:add|create|register|enter|put|log|track) (?:\S+ ){1,6}?as (?:a |an |
  another )?(?:new )?(?:deal|opp|
  opportunity)\b
1.0 (?:^|[:.;]\s)\W*(?:deal|opp|opportunity) (?:for|with|at) NN\s*[:,-]
1.0 \bnew (?:[$€£]?\d[\d.,]*\s?[km]?) (?:deal|opp|opportunity)\b
1.0 \bnew (?:business|engagement|project|order) (?:with|at|for|from) (?:the )?NN(?=.*\d)
1.0 \bnew (?:deal|opp|opportunity|lead|oppty)\b|\bnew one\s*[:,-]|^\W*deal new\b
1.0 (?<![a-z])(?:deal|opp)\s?(?:추가|등록|생성|만들|하나)
1.0 ^\W*(?:please |pls |plz )?(?:create|add|register|open)(?:\s*:\s|\b(?! (?:a |the |this |
  my )?(?:task|to-?do|reminder|note|next step|
  follow)).*(?:\b\d+(?:\.\d+)?\s?[km]\b|[$€£]\s?\d|\d\s?(?:usd|eur|krw|gbp|dollars|euros)\b))
0.4 \bcall it\b|\bnamed\b|\bclos(?:e|es|ing)\b|\$|€|£|\d ?k\b
0.6 \b(?:another|second|fresh) (?:deal|opp|opportunity)\b|\bput (?:in|up) a (?:deal|opp)
-0.8 \b(?:remind|show|list|how|which|what|any|won|lost|signed|closed)\b.{0,20}\b(?:new )(?:deal|
  opp|lead)s?\b
-1.0 \b(?:don'?t|not|should (?:i|we)|shall (?:i|we))\b
""",
    SaidAct.REOPEN: r"""
1.0 \b(?:bring|put|get) back (?:NN|the (?:NN|deal))
1.0 \bNN (?:is |are )?(?:alive|back in business|woke up)\b.*\bopen
1.0 \bun-?clos\w+|\bback to life\b|\bre-?open(?:ed|ing)?\b|\brevive\b|\bresurrect\b
1.0 \breactivate\b|\bun-?(?:lose|lost)\b
1.0 \bback (?:from the dead|alive|on the table|in (?:play|the game))\b
1.0 \b(?:bring|brought) (?:NN|it|that|the deal|them) back\b
1.0 \bopen (?:NN|it|that|the (?:\w+ )?deal) (?:back up|again)\b|\bNN is back on\b
-1.0 \b(?:on|for|until) (?:re-?open|reopening)\b
-1.0 \b(?:store|office|shop|plant|budget)s? re-?opens?\b
""",
    SaidAct.ASSIGN: r"""
1.0 (?:->|→|=>|=|:)\s*<@
1.0 <@\w+[^>]*>\W*(?:\w+ )?(?:looks? after|looking after|in charge|will drive|leads?|leading|
  is on)\b
1.0 NN(?: deal)?(?:'s| is| are| will be)? (?:now |from now on )?<@\w+[^>]*>(?:'s|\W*$)
1.0 \b(?:mine|yours)\b.*<@
1.0 (?:\b(?:re-?assign|assign|go|hand|handing|handed|transfer|give|giving|pass|passing|switch|
  shift|move|moving|goes?|going|belongs?|over|hers?|his) (?:.* )?(?:to|with)\s*|\bfor )<@
1.0 <@\w+[^>]*>\W*(?:\w+ )?(?:is |will |should |can |'s |'ll |
  to )*(?:be )?(?:tak\w+ (?:\w+ )?(?:over|on|care of|NN|it|this)|owns?|owning|handl\w+|running|
  runs?|picks?|picking|responsible|the (?:new )?owner|gets?|has|covers?|covering|drives?)\b
1.0 \b(?:owner|rep|responsib\w+|lead)\b.{0,25}<@|\bnew owner\b.*@|<@.{1,25}\bnew owner\b
1.0 <@\w+[^>]*>\W*(?:'s|is)\b.{0,14}\bnow\b
0.65 \bre-?assign\b|\btransfer (?:the |this )?(?:NN|deal|ownership|responsib\w+)
0.65 \bhand (?:the |over )?(?:NN|it|this)(?: deal)? (?:over|off)?\s*to\b
0.65 \bassign (?:the )?(?:NN|it|this)
0.7 \bput <@\w+[^>]*> on\b|\blet <@\w+[^>]*> (?:have|take|run|handle)\b
-1.0 \b(?:met|called|spoke|talked|sent|call|lunch)\b.{0,30}<@|<@\w+[^>]*> and i\b
""",
    SaidAct.LOST: r"""
1.0 ^\W*(?:and |so )?NN(?:'s| is| are)? out\W*$
1.0 (?:NN|\b(?:they|he|she))(?:'ve|'s| have| has)?(?: just| now| already| apparently|
   actually)? signed
   (?:up )?with (?!us\b|me\b|NN|docusign|adobe|(?:an? |some |no |only |minor |small |few |two |the |
  \d+ ?%? ?)*(?:discount|changes?|edits?|redlines?|conditions?|amendments?|caveats?|delay|pen)\b)
1.0 \b(?:got|had|received) (?:a |the |their )?(?:hard |firm |clear |final |big |flat )?no (?:from|
  at|by)\b
1.0 \b(?:isn'?t|aren'?t|is not|are not|wasn'?t) (?:really )?interested (?:any ?more|any longer|
  in (?:us|buying|
  our (?:product|offer|solution)|moving|going|continuing))\b|\b(?:isn'?t|
  aren'?t) (?:really )?interested(?: any ?more| any longer)?\W*$
1.0 \b(?:went|gone|going|goes|look(?:ing)? (?:to go)?) (?:elsewhere|in-?house)\b|
  ^\W*(?:so )?(?:it'?s )?lost\W*$
1.0 \b(?:did(?:n'?t| not) make|missed) the (?:cut|short-?list|final)|\b(?:off|from) (?:the|
  their) short-?list\b
1.0 ^\W*r\.?i\.?p\.?\W+(?:the )?NN|\bclosing (?:it |this |that |them |NN )*(?:out )?as lost\b
1.0 \b(?:told|said to|gave) us no\b|\bno,? thanks?\b
-1.0 \b(?:visit|call|meeting|demo|mtg|lunch|workshop|session)s? (?:\w+ ){0,2}(?:cancel|scrap|
  axed)
1.0 \b(?:went|going|gone|chose|taking|took|heading) (?:in )?(?:another|a different|a new|
  other) (?:direction|way|route|path)
1.0 \bis a (?:no|pass)\b(?! (?:show|brainer))|\b(?!we\b)\w+ (?:beat|pipped|outbid|undercut) us\b
1.0 \b(?:gave|given|awarded|handed) (?:it|the \w+|this) to (?!us\b|me\b|NN)\w+
1.0 \bthanks,? but no thanks|\bnot for them\b|\bgame over\b|\bgave up on (?:NN|us|the)
1.0 \b(?:NN|it)(?: deal| pilot| rollout)? (?:fizzled|collapsed|flopped|tanked|imploded|
  evaporated|died)\b
1.0 \b(?:shut|closed) the door on us|\bnot going to work out\b
1.0 (?<!call )(?<!meeting )(?<!demo )(?<!lunch )(?<!visit )(?<!time )(?<!date )\bdid(?:n'?t| not)
   (?:work out|make it|pan out)\b(?! to\b)
1.0 \brejection\b|\b(?:isn'?t|ain'?t|not) (?:going to )?happen(?:ing)?\b
1.0 \b(?:been|got|were) (?:beaten|beat|outbid|undercut|pipped)\b|\b(?:instead|ahead) of us\b
1.0 \bstay(?:ing)? put\b
1.0 NN[^,.;]{0,12}\b(?:declined|bailed|passed(?=\W*$|[,.;]| on (?:it|this|us|the (?:deal|offer|
  proposal))| (?:for now|this|because|due|after|after all)\b)|withdrew|balked)\b(?! (?:the (?:call|
  meeting|
  invite)|my|our (?:call|invite)))
1.0 \b(?:bought|purchased) (?:from (?!us\b)|(?:a|the|another|their|some) (?:competitor|rival|other)|
  (?-i:[A-Z])\w+\W*$)
1.0 \b(?:won'?t|will not|not going to|isn'?t going to|aren'?t going to) (?:go ahead|move forward|
  proceed|continue|renew|
  buy|purchase|extend|go through)\b(?!.*\b(?:until|before|till)\b)
1.0 \b(?:chose|chosen|decided|opted|prefers?|going) to do nothing\b|\bdoing nothing\b|\b(?:log|
  record) (?:a|the|this) loss\b
1.0 \bwon'?t (?:be|become) (?:a|our) (?:customer|client)\b
1.0 \b(?:ended|stopped|terminated|discontinued|called off|halted|scrapped) (?:the |our |their |
  all )?(?:evaluation|talks|discussions|
  negotiations|project|process|search)\b
1.0 \bno (?:plans?|intention|appetite|need) to (?:buy|purchase|sign|proceed|go ahead|continue|
  renew)\b|\b(?:out-?priced|outbid|underbid) (?:at|by|for)\b
1.0 \bdead deal\b|\bslipped through\b|\bchose(?:n)? (?!us\b|NN|to\b)[\w-]+ (?:instead|over us)
1.0 \bno deal (?:with|at|from|for)\b|\b(?:write|writing|wrote|written) off (?:NN|the|this|it)
1.0 \b(?:NN|it|this one) off\b(?= as)
1.0 \b(?:project|rfp|tender|initiative|deal|budget|program(?:me)?) (?:is |was |got |has been |
  just )*(?:cancel\w*|scrapped|killed|axed|pulled)\b
1.0 \bthrew in the towel|\bcut (?:us|ties)\b
1.0 \b(?:lost|losing|we(?:'ve)? lost) (?:the |out on )?(?:deal|NN|it|this one|them)\b
1.0 \bwe(?:'ve| have)? (?:just )?lost\b|^\W*(?:\w+ ){0,2}lost\W*(?:NN|[:=])
1.0 NN(?:'s)?[^,.;\n]{0,30}\b(?:is|was|has been|got|just|=|:|as|now|deal|officially)?\s?(?:lost|
  dead|toast|gone|a no-? ?go|no bueno|a bust|off the table|closed[- ]lost|
  a goner)\b(?! (?:their|his|her|the|its|a|to|interest|budget|some|by|in|on|with|track|quiet|
  great|well|all|over|there|so|time|good|smooth|out|off|
  through|live))
1.0 \bclosed?[- ]?lost\b|\bmark\w*\b.*\b(?:lost|dead)\b
1.0 \bclose\w* (?:it |this |NN |out )*(?:as |out as )lost\b
1.0 (?:=|->|→|\bstage:?)\s*(?:closed )?lost\b|\blost\b\W*\breason\b
1.0 \b(?:went|gone|go|goes|going|signed|signing|sided|opted|opting|decided|awarded|moved|
  moving) (?:\w+ )?(?:with|for|to|on) (?:a |an |the |another |our |some |their |one of (?:our|
  the) )*(?:[\w-]+ )?(?:competitors?|competition|rivals?|someone else|somebody else|others?|
  other (?:guys?|guy|lot|side|vendor|company|supplier|provider|firm|option)|incumbent|in-?house|
  cheaper|status quo|alternative|another \w+|vendor|supplier|provider|bidder)\b
1.0 \b(?:went|going|go|gone) with (?!me\b|us\b|him\b|her\b|them\b|it\b|that\b|our\b|a\b|the\b|
  NN|my\b|you\b|option|plan|confidence)[\w-]+
1.0 \b(?:chose|chosen|choosing|picked|selected|preferred|prefer|awarded (?:it |
  the \w+ )?to) (?:to go with )?(?:a |the |our |an )*(?:[\w-]+ )?(?:competitors?|competition|
  someone else|somebody else|another|rivals?|others?|incumbent|in-?house|other (?:guys|vendor|
  side)|status quo|cheaper|bidder)\b
1.0 \b(?:passed on|turned down|rejected|declined|dropped|dumped|ditched|cut) (?:us|our (?:offer|
  proposal|bid|quote)|the (?:deal|proposal|offer|bid))\b
1.0 \b(?:turned|shot|knocked) us down\b|\bpass(?:ed|ing)? on (?:the deal|it|this)\b
1.0 \bwe (?:got|were) (?:dropped|cut|rejected|outbid|undercut|beaten|ruled out|eliminated)\b
1.0 NN(?: deal)? (?:is |was |got |has been |just )*lost to (?!follow|nobody|no one)
1.0 \bsaid no\b(?! (?:to|more|rush|hurry|pressure|problem|need|worries|idea|changes?|decision|
  issues?|concerns?|objections?|questions?|one|budget|dates?|news|longer|later|way)\b)
1.0 \bit'?s a (?:hard |firm |clear )?no\b
1.0 \ba (?:hard|firm|flat|clear) no (?:from|at)\b|\bpulled the plug|\bpulling the plug
1.0 \bkilled (?:the |our )?(?:deal|project|rfp|initiative|purchase|budget|whole)|\bwalked away\b
1.0 \b(?:pulled|backed|bowed|dropped) out\b(?! of the (?:meeting|call))|\bbailed\b|\bdipped\b
1.0 \b(?:decided|deciding|elected|opted|chose|choosing) (?:not to|against|to not)\b
1.0 \bnot (?:going|moving|proceeding)\s?(?:ahead|forward|to (?:buy|sign|go ahead|
  proceed))?(?: with (?:us|it))\b
1.0 \bnot (?:going|moving) (?:ahead|forward)\b
1.0 \bwon'?t be (?:buying|signing|moving forward|going (?:ahead|forward)|proceeding|renewing)
1.0 \bnot (?:buying|renewing)\b
1.0 \b(?:build|building|built|do|doing|keep|keeping|develop|developing) (?:it |this |that |
  one )?(?:in[- ]?house|internally|themselves|their own)\b
1.0 \b(?:stay|staying|stayed|stick|sticking|stuck|stays|sticks) with (?:their |the |a |
  an )?(?:current|existing|incumbent|old|spreadsheets?|excel|in-?house|what they|status quo|
  [\w-]+ (?:vendor|supplier|tool|provider|system))
1.0 \bdeal (?:is |was )?(?:dead|lost|off|gone|over)\b
1.0 \b(?:fell|fallen|falls|falling) (?:through|apart)\b|\bwent (?:south|up in smoke)\b
1.0 \bwe'?re out (?:at NN|of (?:the )?(?:NN|running|race|rfp|tender|deal|bid|game|process)\b)
1.0 \bout of the running\b|\bno luck with\b|\bdead in the water\b
1.0 \bslipped (?:away|through)\b|\bno[- ]?(?:go|dice)\b|\bnot happening\b
1.0 \bit'?s (?:all )?over (?:with|at|for)\b|\bcall it (?:lost|dead|a loss)\b
1.0 NN[^,.;\n]{0,30}\b(?:cancel\w*|scrapped|axed|killed|shelved for good|
  terminated)\b(?! (?:\S+ ){0,3}(?:call|meeting|demo|mtg|visit|lunch|workshop|session|
  appointment|us|last|today|tomorrow|\w+day)\b)
1.0 \b(?:we|i) did(?:n'?t| not) (?:win|get|land|close)\b|\bis a loss\b
1.0 \b(?:they|NN) (?:are|have)? ?(?:no longer|not) interested\b
1.0 \bno longer (?:interested|pursuing|needs?)\b
0.6 ^\W*(?:rip|rest in peace|f in the chat|bad news|sad news|unfortunately|regrettably|sadly|
  ugh|welp|damn)\b
0.6 \b(?:gutted|heartbroken)\b
0.4 \bghosted us|\bout of (?:money|budget)\b|\bcompetitor\b|\btoo (?:expensive|pric[e]?y)\b
-1.0 \blost (?:their|his|her|its|interest|contact|touch|track|signal|connection|the (?:thread|
  file|doc|call|deck|link)|sight|count|connection|a (?:key|big|few|lot|couple))
-1.0 \b(?:nothing|not|isn'?t|aren'?t|haven'?t|almost|nearly) (?:is |yet )?(?:lost|dead)\b
-1.0 \bno[- ]show\b|\b(?:afraid|worried|scared|don'?t want) (?:\w+ ){0,3}(?:lose|losing|lost)
""",
    SaidAct.WON: r"""
-1.0 \b(?:got|get)\b.{0,60}\bon the (?:phone|line)\b
1.5 \b(?:is|are|as|now) closed[- ]won\b
1.0 ^\W*(?:\w+ )?NN(?: deal)? (?:is|are) in\b(?=\W*(?:$|[,!.]))
1.0 \bwe(?:'ve| have)? (?:just )?(?:beat|outbid|outsold|edged out) (?!by\b|our (?:target|quota|
  goal))
1.0 \border (?:from NN )(?:was |is |has been |just |finally )*(?:received|confirmed|in\b|came in)
-1.5 \bsigned (?:up )?with (?!us\b|me\b|NN|docusign|adobe|(?:an? |some |no |only |minor |small |
  few |two |the |
  \d+ ?%? ?)*(?:discount|changes?|edits?|redlines?|conditions?|amendments?|caveats?|delay|pen)\b)
1.0 \bpen (?:to|on) paper\b|\bput (?:their|his|her) (?:name|signature) (?:to|on)\b
1.0 \b(?:and|then|also) signed\W*(?:$|[\d$€£])
1.0 \b(?:purchase )?order (?:was |is |has been |just )?(?:received|confirmed|placed|in|
  came in)\b
1.0 \bplaced (?:the|an|their) order\b|\bgo-?ahead\b.*\bsigned
1.0 \b(?:we|i)(?:'ve)? (?:have|got|struck|did|made) (?:a|the) deal (?:with|at)\b
1.0 \b(?:po|contract|signature|order|paperwork|agreement)\b (?:just |finally |has |
  have )*(?:hit|landed in|reached|arrived in|in) (?:my|our|the) (?:inbox|desk|mail|hands)
1.0 \bcounter-?signature\b|\bwe(?:'re| are) (?:in business|live) with\b
1.0 \b(?:cracked|closed out|locked in|locked down|reeled in|wrapped up|nabbed|
  snagged) (?:the )?NN
1.0 \bNN (?:is |are )?(?:locked in|on board for good|committed in writing)\b
1.0 \bdeal (?:is )?(?:inked|in the books)\b|\bwe did it\b|\bthey(?:'ve| have)? chosen us\b
1.0 \bsigned,? sealed\b|\b(?:big|huge|massive|great|nice|another) win\b|^\W*booked\W+NN
1.0 \bdelivered: NN|\bcame (?:in|through) at \W?\d
1.0 NN(?: deal| pilot)?(?:'s| is| are)? (?:now |officially |finally )?closed\W*(?:$|[\d$€£])
1.0 \b(?:been|were|was|got) awarded (?:the |NN|it|this)
1.0 \bwe(?:'ve| have)? (?:been )?(?:chosen|selected|awarded)\b
1.0 \b(?:we|i)(?:'ve| have)? (?:just |finally |actually |officially |totally )*(?:won|win|
  landed|bagged|nailed|clinched|secured|sealed|scored|closed) (?:the |it\b|this|that|them|NN|
  our|deal)
1.0 \b(?:we|i)(?:'ve| have)? (?:just |finally )*won\b
1.0 (?:\b(?:we|i|just|finally|officially|yay|woo+|yes|boom|yep|have)\b[\s!,.]*(?:just |finally |
  officially )*|^\W*(?:\w+ )?)(?:won|win|landed|bagged|closed|got|clinched|signed|
  sealed)\s+(?:the )?NN(?! (?:to |on the (?:line|phone)|a |an |the |in to|on a ))
1.0 NN(?:'s)?[^,.;\n]{0,30}?\b(?:is |was |has been |just |officially |= ?|: ?|as )*(?:won|
  closed[- ]won|a (?:big |huge )?win|ours|in the bag|a done deal|a customer|a client|official|
  signed sealed)\b(?!')
1.0 \bclosed?[- ]?won\b|\bmark\w*\b.*\b(?:won|win)\b|(?:=|->|→)\s*won\b
1.0 \b(?:it'?s|that'?s) a (?:win|yes)\b|\bwon\W*$|^\W*won\s*[:=]|\b(?:as|to) won\b
1.0 \b(?:NN|they|he|she|who|cfo|ceo|customer|client|both|all|just|finally|officially|has|have|
  legal|board)\b(?:'s|'ve)?(?: (?:just|finally|has|have|officially|actually|all|already|today|
  now|went ahead and|did))* (?:signed|countersigned|inked|executed|bought|did signature|
  said yes|said go)\b
1.0 NN[^,.;\n]{0,25}\b(?:signed|countersigned|inked|said yes|bought in full)\b
1.0 \b(?:signed|closed|landed) (?:the |with )?NN
1.0 \b(?:signed|executed|inked|countersigned|returned|sent back|sent over|scanned) (?:the |our |
  a |an |their )?(?:final |signed |main )?(?:contract|agreement|deal|paperwork|order form|order|
  papers?|dotted)\b(?<!sent the contract)(?<!sent the order form)
1.0 \b(?:contract|agreement|deal|paperwork|order form|docs|papers?|ink)\b(?:'s)? (?:is |was |
  got |has been |are |just |all |now |fully |came back |finally )*(?:signed|countersigned|
  executed|inked|sealed|dry|done|closed|won)\b
1.0 \b(?:got|get|received|have|has|here'?s|sent over|sent us|issued|cut|
  raised)\b (?:\w+ ){0,3}(?:po|purchase order|signature|signed (?:contract|agreement|order form|
  order|paperwork)|contract signed|the order)\b(?! (?:number|form|tomorrow))
1.0 \bgot the (?:po|signature|order|contract)\b
1.0 \b(?:po|purchase order|signature)\b (?:is |has |just |was |finally |came )*(?:in\b|came|
  received|arrived|landed|issued|signed|here|in hand|through)
1.0 ^\W*(?:NN\W+)?(?:a |big |huge )?win\s*[:!,-]|\b(?:log|record|register|celebrate) (?:a|the|this|
  another) win\b
1.0 \b(?:gave|sent|handed|issued|e?mailed|wired|got) (?:(?:us|me) )?(?:the|a|an|their|
  our) (?:\w+ )?(?:po|purchase order|signed \w+)\b(?! (?:template|form|number|process|system|
  request))
1.0 \b(?:final|big|great) win\b|\b(?:decided|settled) (?:on|for|in favou?r of) (?:us|our)\b
1.0 NN(?: deal)? closed (?:at|for) (?:[$€£]|\d[\d.,]*\s?[km]\b|\d[\d,]{3,})
1.0 \bpo in hand\b|\b(?:po|purchase order)\b[^,.;]{0,5}(?:[^;]{0,20}\d[^;]{0,12})?\b(?:is|has|just|
  finally) (?:here|arrived|landed|come in|came in)\b
1.0 NN(?: \w+)? (?:has |have |just |officially |finally |also )*renewed\b(?! (?:with (?!us\b)|
  (?:\w+ )?interest|
  their (?:contract|deal|subscription|licen[cs]e) with))|^\W*(?:and )?signed (?:today|yesterday|
  this \w+|just now|
  last night|on \w+day)\b
-1.5 \bbought (?:from (?!us\b)|(?:a|the|another|their|some) (?:competitor|rival|other)|
  (?-i:[A-Z])\w+\W*$)
1.0 \bink is dry|\bin the bag\b|\bover the (?:finish )?line\b|\bdotted line\b
1.0 \bsealed (?:the deal|it)\b|\bdone deal\b|\b(?:ring|rang) the (?:gong|bell)\b
1.0 \bclosed the (?:deal|NN)\b|\bdeal (?:is )?(?:done|closed|won)\b
1.0 \bNN\s+closed\b(?! (?:their|the|its|off|down|lost|early|for|at))|\bsigned for\b
1.0 \bsigned on\b|\bcame through, signed\b
1.0 \b(?:chose|picked|selected|went with|going with|awarded (?:it to |the \w+ to )?|
  choosing) us\b
1.0 \bgave us the (?:deal|business|contract|order|nod|green light)\b
1.0 \bwe (?:got|have) the (?:deal|contract|business|order|po|NN deal|nod)\b
1.0 \bwe got (?:it|them|NN)\b(?! (?:on|to))|\bwe(?:'re| are) (?:the (?:winner|chosen)|their new)
1.0 \bNN (?:is|are) (?:now )?(?:a|our) (?:new )?(?:customer|client)\b
1.0 \bit'?s (?:official|ours|a done)|\bwe got the [\ue000-\ue0ff] deal
0.5 \bdrinks (?:are )?on me\b|🎉|🥳|🍾|🏆|\bwoo+(?:hoo)?\b|\bchampagne\b|\bpop the\b
0.5 \bcongrat\w+|\bfinally\b|\bbig day\b
0.5 \bsigned\b|\bsignature\b|\bsigned it\b
-1.0 \bsigned (?:the |an |our |a |up|mutual |their )*(?:nda|mnda|up|off|in\b|petition|loi|
  for a (?:trial|demo|poc|pilot)|him|her|me|attendance)
-1.0 \bnda\b|\bsign-?off\b|\bsigned off\b(?!.*\b(?:po|purchase order|contract)\b)
-1.0 \b(?:hasn|haven|didn|isn|not|never|won)'?t?\b.{0,12}\b(?:sign|signed|won)\b|\bunsigned\b
-1.0 \b(?:until|till|holidays?|vacation|weekends?|renovation)\b
-1.0 \bwon (?:the |an? )?(?:\w+ ){0,2}(?:award|prize|bet|game|match)\b
-1.0 \bbought (?:an? |another )(?!\d|licen[cs]e|seat|subscription|package|plan|year|pilot)
-1.0 \bwon over\b|\b(?:they|he|she|competitor\w*) won\b(?!.*\b(?:us|our)\b)
-1.0 \b(?:got|get|getting|has|have)\b (?:\w+ ){0,3}signature (?:page|process)
-1.0 \bneeds? (?:a |the |to be )?sign|\bget (?:it|them|the \w+) signed|\bstill (?:\w+ )?unsigned
-1.0 \bchase\b.*\b(?:signature|po)\b
""",
    SaidAct.HOLD: r"""
1.0 \b(?:they|he|she|NN)(?:'d| would) rather (?:that )?(?:we |us )?(?:wait|hold(?: off)?|pause)\b
   [^,.;]{0,30}\b(?:until|till|til|after)\b
1.0 (?<!\bi )(?<!\bwe )(?<![a-z])(?:asked|asks|
  asking|wants?|wanted|told|requested|would like|prefers?|said|need|needs)
   (?:us |me |that we |we )?(?:to |should |would )?(?:please )?(?:wait|hold(?: off)?|sit tight|
  stand by|pause|come back|check back)\b(?! (?:for (?:a|an|the|their|our)\b))[^,.;]{0,30}
  \b(?:until|till|til|after)\b(?! (?:after )?(?:the|our|my|a|that|this|next)? ?(?:\w+ )?(?:demo|
  call|meeting|mtg|workshop|visit|session|review|presentation|lunch)\b)
1.0 \bno (?:activity|contact|outreach|calls|emails|nudges) (?:on|with|for|at|to) (?:NN|them|it|this)
   (?:until|till|til|before)\b
1.0 \b(?:asked for|wants?|needs?|requested|taking) (?:a |some )?(?:\w+ )?(?:break|pause|breather|
  time-?out)\b
  .*\b(?:until|till|til)\b
1.0 \b(?:stop|quit|no more|cease|pause) (?:chasing|contacting|calling|emailing|pestering|nudg\w+|
  remind\w+|asking|pinging|bugging|activity|outreach|work)\b.*\b(?:until|till|til|for|before)\b
1.0 \bno (?:activity|contact|outreach|calls|emails) (?:until|till|til|before)\b
1.0 \b(?:put|stick) a pin in (?:NN|it|this|that|the)
1.0 \b(?:come|came|get|check|circle) back to (?:NN|them|it|this) (?:after|in|once) .*(?:no|
  nothing) (?:before|until|till)
1.0 \bput (?:NN|it|this|the deal) (?:to bed|in the (?:drawer|freezer))
1.0 \b(?:on|onto) (?:hold|ice|pause|standby|the back-? ?burner)\b|\bback[- ]?burner\b
1.0 \bhold (?:until|till|til|for|through|it|this|them|to (?:the )?\d)\b
1.0 ^\W*hold\W+(?:NN|the|that|this|off)
1.0 \b(?:pause|park|snooze|freeze|shelve|suspend|mothball|hibernate|postpone)\s+(?:it|this|that|
  them|everything|all|work|things|(?:the |our )?(?:\w+ )?(?:NN|deal))\b
1.0 \b(?:pause|park|snooze|freeze|shelve|suspend|pausing|parking|paused|parked|shelved|
  suspended)\b\s+(?:the )?NN
1.0 ^\W*(?:\w+ ){0,3}?(?:pause|park|snooze|freeze|shelve|suspend|parking|pausing)\W+(?:NN|the|
  for)
1.0 NN(?:'s)?[^,.;\n]{0,25}\b(?:is|are|was|be|been|to be|now|deal)\s+(?:now |
  temporarily )?(?:paused|parked|frozen|shelved|on hold|suspended|dormant)
1.0 \bNN\s+(?:paused|parked|frozen|shelved|suspended)
1.0 \b(?:shall|will|to|should|must) be (?:suspended|paused|parked|frozen|put on)\b
1.0 \bhold(?:ing)?\s+(?:the )?(?:off (?:on|with) )?NN|\bhold(?:ing)? off\b
1.0 \b(?:put|set|leave|let) (?:\w+ ){0,4}(?:aside|to rest|to sleep|in the freezer|in the fridge|
  on the shelf)\b
1.0 \bmute (?:NN|the|it|this)
1.0 \bdo(?:n'?t| not) (?:nag|bug|remind|ping|ask|bother|nudge|pester|touch|chase)\b (?:me\b|NN|
  them|him|her|anyone)?.{0,20}\b(?:about|on|until|till|before|for|til)\b
1.0 \bleave (?:NN|them|it|this one|that one) (?:alone|be|for|until|till)\b
1.0 까지\s?(?:pause|hold|stop)|(?:=|:|->|→)\s*(?:on )?hold\b
0.6 \b(?:paused|parked|frozen|freeze|pause|park|snooze|dormant|suspend(?:ed)?)\b
0.4 \b(?:until|till|til|before)\b
-2.0 \bgot (?:a )?hold of|\bget (?:a )?hold of|\bhold (?:a|the) (?:meeting|call|workshop|
  session)
-2.0 \bbudgets?:? (?:is |are |was |were |has been |have been |been |got |currently )*(?:frozen|
  freeze|on hold|paused|suspended)
-2.0 \bhiring freeze|\bput (?:me|us) on hold\b|\bcar ?park
-2.0 \bon hold (?:for|with) (?:\w+ ){0,3}(?:minutes|mins|hour|support)
""",
}

SUPPOSED = r"""
\b(?:will|would|should|may|might|could|can|if|hope|hoping|hopefully|expect\w*)\b
\bwhether\b|\b(?:check|ask|find out|make sure|confirm|see) (?:if|that)\b
\b(?:want to|wants to|going to|gonna|plan\w*|about to|once|when|before|unless|likely)\b
\b(?:close to|ready to|trying|try to|need to|have to|won't|not|didn't|haven't|hasn't|don't)\b
\b(?:is|are) (?:sending|signing|issuing|placing)\b|'re (?:sending|signing|issuing|placing)\b
\b(?:isn't|almost|nearly|probably|aren't|needs? to|wanted to|maybe|perhaps|chance)\b|'ll\b|'d\b
"""
"""What is told of a win or a loss that has not come yet."""

THINKING = r"""
^\W*(?:maybe|perhaps|should (?:we|i)|shall (?:we|i)|do you think|what if|wonder|wondering)\b
^\W*(?:i wonder|not sure (?:if|whether)|could we|would it)\b
\?\s*$
"""
"""Somebody thinks aloud: neither an order nor a question to us."""

FIRST_CONTACT = r"""
^\W*(?:(?:i|we|just|so|ok|okay|um|uh|had|a|quick|good|short)\W+)*(?:called|call(?=\s)|met|spoke|talked|emailed|had|sent|visited|demoed|phoned|rang|texted|chatted|lunch|coffee|meeting)\b
"""
