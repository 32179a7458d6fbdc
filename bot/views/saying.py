"""What the bot understood of plain words, to be confirmed, edited or discarded; and answers."""

from datetime import date

from bot.domain.deal import Money
from bot.domain.outcomes import Card, Note
from bot.domain.saying import SaidAct
from bot.domain.saying_outcomes import Doings, Promises, Understood
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import DEAL_SHOW, SAY_AS, SAY_CONFIRM, SAY_DISCARD, SAY_EDIT, SAY_NEW, SAY_ON
from bot.views import carry, noted, phrases
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    context,
    divider,
    page,
    quote,
    section,
)

LONGEST_QUOTE = 600
LONGEST_FIELD = 300
MOST_ACTIVITIES = 3
_OF_NEW_DEALS = frozenset({SaidAct.LOG, SaidAct.NEXT, SaidAct.MOVE, SaidAct.WON, SaidAct.HOLD})
"""What may be said of a deal that is not there yet."""


def build(told: Understood, t: Translator, today: date) -> Page:
    """The card: a question where something is unclear, else what will be done after a yes."""
    said = _sentence(told, t)
    blocks: list[Block] = [section(said)]
    if facts := _facts(told, t, today):
        blocks.append(section(Mrkdwn("\n".join(facts))))
    if told.draft.reading.note and told.reading.act in (SaidAct.LOG, SaidAct.UNCLEAR):
        blocks.append(quote(clip(told.reading.note, LONGEST_QUOTE)))
    elif told.unsure or told.offer is not None:
        blocks.append(quote(clip(told.draft.said, LONGEST_QUOTE)))
    blocks += _choices(told, t)
    blocks.append(actions(*_buttons(told, t)))
    return page(said, *blocks)


def _sentence(told: Understood, t: Translator) -> Mrkdwn:
    subject = clip(_subject(told), phrases.LONGEST_NAME)
    if told.unsure:
        return t.md("say-unsure")
    if told.offer is not None:
        return t.md("say-which", act=told.reading.act.value)
    return t.md("say-understood", act=told.reading.act.value, subject=subject)


def _subject(told: Understood) -> str:
    if told.deal is not None:
        return told.deal.name
    if told.account is not None:
        return told.account.name
    return told.reading.name


def _facts(told: Understood, t: Translator, today: date) -> list[Mrkdwn]:
    reading = told.reading
    facts: list[Mrkdwn] = []
    if reading.act is SaidAct.LOG:
        when = Day(reading.occurred_on or today, today)
        kind = phrases.kind_name(reading.kind, told.stages, t)
        facts.append(t.md("say-what", kind=kind, when=when))
        if reading.contact:
            key = "say-who" if reading.contact_id is not None else "say-who-new"
            facts.append(t.md(key, contact=clip(reading.contact, LONGEST_FIELD)))
    if reading.act is SaidAct.NEW and reading.account:
        facts.append(t.md("say-account", account=clip(reading.account, LONGEST_FIELD)))
    if reading.act in (SaidAct.NEW, SaidAct.WON, SaidAct.EDIT) and reading.amount is not None:
        currency = reading.amount.currency or (told.deal.currency if told.deal else "")
        plain = f"{reading.amount.value:,f}"
        amount = t.money(Money(reading.amount.value, currency)) if currency else plain
        facts.append(t.md("say-amount", amount=amount))
    if reading.act is SaidAct.MOVE and told.stages.has(reading.stage or ""):
        stage = told.stages.get(reading.stage or "").name(t.language)
        before = phrases.stage_name(told.deal, told.stages, t) if told.deal else ""
        facts.append(t.md("say-stage", stage=stage, before=before))
    if reading.act is SaidAct.ASSIGN and reading.person and reading.person.user_id:
        facts.append(t.md("say-owner", owner=Mrkdwn(f"<@{reading.person.user_id}>")))
    if reading.act in (SaidAct.HOLD, SaidAct.LOST) and reading.note:
        facts.append(t.md("say-reason", reason=clip(reading.note, LONGEST_FIELD)))
    if reading.act is SaidAct.HOLD and reading.until is not None:
        facts.append(t.md("say-until", day=Day(reading.until, today)))
    if reading.closes_on is not None:
        facts.append(t.md("say-closes", day=Day(reading.closes_on, today)))
    return [*facts, *_promise(told, t, today), *phrases.no_such_day(told.draft.said, t)]


def _promise(told: Understood, t: Translator, today: date) -> list[Mrkdwn]:
    reading = told.reading
    if not reading.next_step or reading.act not in (SaidAct.LOG, SaidAct.NEXT):
        return []
    step = clip(reading.next_step, LONGEST_FIELD)
    if reading.due is None:
        return [t.md("say-step-undated", step=step)]
    return [t.md("say-step", step=step, day=Day(reading.due, today, reading.at))]


def _choices(told: Understood, t: Translator) -> list[Block]:
    """A button for each deal that may be meant."""
    offer = told.offer
    if offer is None or told.unsure:
        return []
    blocks: list[Block] = []
    for deal in offer.deals:
        value = carry.pack(draft=told.draft_id, deal=deal.id)
        choose = button(t("offer-this"), f"{SAY_ON}.{deal.id}", value)
        blocks.append(section(phrases.deal_line(deal, t), choose))
    if offer.account is not None:
        account_id, name = offer.account
        value = carry.pack(draft=told.draft_id, account=account_id)
        choose = button(t("offer-this"), f"{SAY_ON}.account", value)
        account = clip(name, phrases.LONGEST_NAME)
        blocks.append(section(t.md("offer-account", account=account), choose))
    return blocks


def _buttons(told: Understood, t: Translator) -> list[Block]:
    value = carry.pack(draft=told.draft_id)
    drop = button(t("say-discard"), SAY_DISCARD, value)
    if told.unsure:
        ways = dict.fromkeys((*told.reading.alternatives, SaidAct.LOG, SaidAct.NEXT))
        return [
            *(
                button(
                    t("say-as", act=act.value),
                    f"{SAY_AS}.{act.value}",
                    carry.pack(draft=told.draft_id, act=act.value),
                )
                for act in ways
            ),
            drop,
        ]
    if told.offer is not None and told.reading.act in _OF_NEW_DEALS:
        return [button(t("say-new-deal"), SAY_NEW, value), drop]
    if told.offer is not None:
        return [drop]
    edit = button(t("say-edit"), SAY_EDIT, value)
    return [button(t("say-confirm"), SAY_CONFIRM, value, style="primary"), edit, drop]


def discarded(t: Translator) -> Page:
    return page(t.md("say-discarded"))


def examples(t: Translator, *, thanked: bool = False) -> Page:
    said = t.md("say-welcome" if thanked else "say-help")
    return page(said, section(said), section(t.md("say-help-tell")), section(t.md("say-help-ask")))


def promises(told: Promises, t: Translator) -> Page:
    name = clip(told.name, phrases.LONGEST_NAME)
    said = t.md("say-promises", name=name, count=len(told.cards))
    blocks: list[Block] = [section(said)]
    for card in told.cards:
        blocks += [divider(), *_promised(card, told.today, t)]
    return page(said, *blocks)


def _promised(card: Card, today: date, t: Translator) -> list[Block]:
    opens = button(t("button-open"), f"{DEAL_SHOW}.{card.deal.id}", carry.pack(deal=card.deal.id))
    blocks = [
        section(phrases.deal_line(card.deal, t), opens),
        section(phrases.next_step(card.deal, card.stages, today, t)),
    ]
    told = [
        Note(one, card.deal.name, card.deal.account_name)
        for one in card.activities[:MOST_ACTIVITIES]
    ]
    return [*blocks, *(context(noted.told(one, card.stages, today, t)) for one in told)]


def doings(told: Doings, t: Translator) -> Page:
    said = t.md(
        "say-doings",
        one_day="yes" if told.since == told.until else "no",
        since=Day(told.since, told.today),
        until=Day(told.until, told.today),
        count=len(told.notes),
    )
    blocks: list[Block] = [section(said)]
    blocks += [section(noted.told(one, told.stages, told.today, t)) for one in told.notes]
    return page(said, *blocks)
