"""How English words are spelled, and how people type them in a hurry, as data."""

WELL_KNOWN = """
afternoon answer april assign august budget called calling change changed closed competitor
contract create customer december demoed discovery discussed email emailed expansion february
finished follow friday interested january july june march meeting monday morning moved
negotiation november october opportunity overdue owner pause phone phoned pipeline please
prepare presentation presented pricing promise promised proposal qualification quote reassign
references remind reminder renewal reopen review saturday schedule security sending september
signed slides something spoke stage stalled status sunday support talked thursday today tomorrow
training transfer tuesday until update visited voicemail wednesday yesterday yesterday's
"""
"""The words that a sentence is read by, as they are spelled."""

SLIPS = """
ill=i'll im=i'm ive=i've dont=don't didnt=didn't theyll=they'll theyre=they're havent=haven't
hasnt=hasn't wont=won't lets=let's cant=can't wasnt=wasn't isnt=isn't weve=we've youre=you're
hes=he's shes=she's teh=the wiht=with wtih=with wetn=went waht=what wat=what shwo=show cal=call
adn=and sedn=send snd=send emaild=emailed emailled=emailed doen=done deom=demo clled=called
caled=called clal=call calld=called mtgs=meetings meting=meeting metting=meeting meetin=meeting
frm=from hodl=hold lsot=lost wno=won mvoe=move mve=move ned=need nede=need dela=deal jsut=just
taht=that tmr=tomorrow tmrow=tomorrow tomoz=tomorrow 2mrw=tomorrow emial=email thx=thanks
wiil=will wll=will fri.=fri wdnesday=wednesday ystrday=yesterday ystd=yesterday gta=gotta
hav=have hve=have whats=what's yest=yesterday ysterday=yesterday wendsday=wednesday
wensday=wednesday febuary=february calender=calendar opp'ty=opportunity
wheres=where's hows=how's whos=who's whens=when's cald=called
"""
"""How people type them in a hurry."""

REAL = """
answered answers assign assigned assigns board budgets changed changes changing close closer
closes competitors contact contacted contacts contracts create created creates customers design
discuss discusses emailing emails finish finishes followed follows heard interest interests
marched meetings melded melting mover moves negotiated negotiating negotiations opportunities
owners paused pauses phones prepared prepares presents promised promises proposals quite quota
quoted recovery reference reminded reminders reminds reopened review reviewed reviews signal
signs singed spoken stages statuses straining supported supporter supports trailing trained
trainings transferred updated updates visitor walked walks
"""
"""Words of their own that look like slips of these."""
