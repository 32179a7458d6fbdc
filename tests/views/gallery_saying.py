"""The pages about plain words: what was understood, what is asked back, and answers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bot.domain.deal import Activity, Deal
from bot.domain.outcomes import Card, Note, Offer, Target
from bot.domain.parsing_money import Amount
from bot.domain.parsing_slack import Mention
from bot.domain.playbook import DEFAULT_STAGES
from bot.domain.saying import Reading, SaidAct
from bot.domain.saying_outcomes import Doings, Draft, Promises, Understood
from bot.i18n import Translator
from bot.usecases.saying_done import report_of
from bot.views import log_form, saying
from tests.views.cast import Scale


def pages(
    t: Translator, scale: Scale, deal: Deal, activity: Activity, day: date
) -> Iterator[tuple[str, dict[str, Any]]]:
    soon = day + timedelta(days=3)
    log = Reading(
        SaidAct.LOG,
        kind="call",
        note=scale("CFO likes the pilot"),
        occurred_on=day,
        next_step=scale("send quote"),
        due=soon,
    )
    draft = Draft(scale("called Acme"), log, Target(deal_id=deal.id), settled=True)
    told = Understood(5, draft, deal, None, None, DEFAULT_STAGES, unsure=False)
    yield "say.log", saying.build(told, t, day)
    offer = Offer(scale("Acme"), "", (deal, replace(deal, id=8)), (3, scale("Acme")))
    which = replace(told, offer=offer, deal=None)
    yield "say.which", saying.build(which, t, day)
    unclear = Reading(SaidAct.UNCLEAR, alternatives=(SaidAct.MOVE,), confidence=0.2)
    unsure = replace(told, draft=replace(draft, reading=unclear), unsure=True, offer=offer)
    yield "say.unsure", saying.build(unsure, t, day)
    for reading in _orders(scale, soon):
        one = replace(told, draft=replace(draft, reading=reading))
        one = one if reading.act is not SaidAct.NEW else replace(one, deal=None)
        yield f"say.{reading.act.value}", saying.build(one, t, day)
    yield "say.discarded", saying.discarded(t)
    yield "say.help", saying.examples(t)
    yield "say.welcome", saying.examples(t, thanked=True)
    card = Card(deal, DEFAULT_STAGES, (activity,), 0, ())
    yield "say.promises", saying.promises(Promises(scale("Acme"), (card,), day), t)
    yield "say.no_promises", saying.promises(Promises(scale("Acme"), (), day), t)
    note = Note(activity, deal.name, deal.account_name)
    done = Doings(day, day, (note,) * 20, DEFAULT_STAGES, day)
    yield "say.doings", saying.doings(replace(done, notes=(note,)), t)
    yield "say.many_doings", saying.doings(replace(done, since=day - timedelta(days=6)), t)
    yield "say.no_doings", saying.doings(replace(done, notes=()), t)
    yield "form.log_said", log_form.build(t, DEFAULT_STAGES, day, "", deal, report_of(log))


def _orders(scale: Scale, soon: date) -> Iterator[Reading]:
    amount = Amount(Decimal(12000), "USD")
    yield Reading(SaidAct.NEXT, next_step=scale("send quote"))
    yield Reading(SaidAct.MOVE, stage="proposal")
    yield Reading(SaidAct.WON, amount=amount)
    yield Reading(SaidAct.LOST, note=scale("price"))
    yield Reading(SaidAct.HOLD, note=scale("budget freeze"), until=soon)
    yield Reading(SaidAct.ASSIGN, person=Mention("U3", None, 0, 0))
    yield Reading(SaidAct.EDIT, amount=amount, closes_on=soon)
    yield Reading(SaidAct.REOPEN)
    yield Reading(
        SaidAct.NEW, name=scale("Soylent"), account=scale("Soylent"), amount=amount, closes_on=soon
    )
