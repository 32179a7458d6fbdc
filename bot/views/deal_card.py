"""A deal's card: how it stands, what comes next, its latest story, and what one can do."""

from datetime import date

from bot.domain.deal import Activity, Deal, StageChange
from bot.domain.outcomes import Card, Fulfilment, Way
from bot.domain.signals import on_hold
from bot.domain.stages import Stages
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import (
    CONTACT_ROLE,
    DEAL_EDIT,
    DEAL_HOLD,
    DEAL_LOG,
    DEAL_LOSE,
    DEAL_MORE,
    DEAL_MOVE,
    DEAL_NEXT,
    DEAL_REOPEN,
    DEAL_SHOW,
    DEAL_WIN,
    HISTORY_SHOW,
    LINK_COPY,
    ROOM_OPEN,
)
from bot.views import (
    carry,
    contact_card,
    criteria_fields,
    history_page,
    link_lines,
    phrases,
    room_pages,
)
from bot.views.blocks import (
    Block,
    Page,
    actions,
    button,
    clip,
    confirm,
    context,
    fields,
    header,
    option,
    overflow,
    page,
    section,
)

LONGEST_NOTE = 400
MOST_STEPS = 40
MOST_PEOPLE = 8
MOST_ANSWERED, LONGEST_ANSWER = 6, 120


def build(card: Card, t: Translator, today: date, *, linked: bool = False) -> Page:
    """The whole card; `linked` where the deal has an address to be copied."""
    deal = card.deal
    said = t.md("card-says", deal=phrases.name(deal), amount=phrases.amount(deal, t))
    blocks = stands(card, t, today)
    if card.rooms:
        blocks.append(context(room_pages.rooms_line(card.rooms, t)))
    blocks += [*link_lines.build(card.links, t, today), *_story(card, t, today)]
    if not card.may_change:
        key = "card-not-yours" if deal.owner_id is not None else "card-nobodys"
        blocks.append(context(t.md(key, owner=phrases.owner(deal, t))))
    blocks.append(buttons(card, t, linked=linked))
    return page(said, *blocks)


def stands(card: Card, t: Translator, today: date) -> list[Block]:
    """How a deal stands: its facts, what comes next, what it still needs, who is who."""
    deal = card.deal
    blocks: list[Block] = [header(deal.name), *facts_and_step(card, t, today)]
    asking = phrases.signals(card.findings, t)
    if asking:
        blocks.append(context(asking))
    if on_hold(deal, today):
        blocks.append(context(t.md("card-held", reason=phrases.hold_reason(deal))))
    if card.exit:
        blocks.append(section(_exit(card, t, today)))
    if card.answered:
        blocks.append(context(_answered(card, t)))
    if card.people:
        blocks.append(section(_people(card, t, today)))
    if deal.frozen is not None:
        blocks.append(context(t.md("card-frozen", amount=deal.frozen)))
    return blocks


def facts_and_step(card: Card, t: Translator, today: date) -> list[Block]:
    step = phrases.next_step(card.deal, card.stages, today, t)
    return [fields(*_facts(card, t, today)), section(step)]


def open_button(card: Card, t: Translator) -> Block:
    """The way from a deal that is only mentioned to its whole card."""
    value = carry.pack(deal=card.deal.id)
    return actions(button(t("button-open"), f"{DEAL_SHOW}.{card.deal.id}", value))


def _facts(card: Card, t: Translator, today: date) -> list[Mrkdwn]:
    deal = card.deal
    stage = phrases.stage_name(deal, card.stages, t)
    entered = deal.stage_entered_at.astimezone(t.zone).date()
    facts = [
        t.md("card-account", account=phrases.account(deal)),
        t.md("card-owner", owner=phrases.owner(deal, t)),
        t.md(
            "card-stage",
            stage=stage,
            days=(today - entered).days,
            open="yes" if deal.is_open else "no",
        ),
        t.md(
            "card-amount",
            amount=phrases.amount(deal, t),
            probability=deal.probability,
            open="yes" if deal.is_open else "no",
        ),
    ]
    if deal.closed_at is not None:
        facts.append(t.md("card-closed", day=Day(deal.closed_at.astimezone(t.zone).date(), today)))
    elif deal.closes_on is not None:
        facts.append(t.md("card-closes", day=Day(deal.closes_on, today)))
    else:
        facts.append(t.md("card-closes-unknown"))
    touched = deal.last_touch_at.astimezone(t.zone).date()
    acted = deal.last_activity_at and deal.last_activity_at.astimezone(t.zone).date()
    if acted is not None and acted != touched:
        active = Day(acted, today)
        facts.append(t.md("card-touched-since", day=Day(touched, today), active=active))
    else:
        facts.append(t.md("card-touched", day=Day(touched, today)))
    return facts


def _people(card: Card, t: Translator, today: date) -> Mrkdwn:
    """Who is who at the customer, and when each was last spoken to."""
    told = [
        t.md(
            "card-person",
            contact=clip(contact.name, phrases.LONGEST_NAME),
            role=contact_card.role_name(role, t),
            spoken=contact_card.contacted(contact.contacted_at, t, today),
        )
        for contact, role in card.people[:MOST_PEOPLE]
    ]
    left = len(card.people) - len(told)
    more = [t.md("account-more-people", count=left)] if left else []
    return Mrkdwn("\n".join([t.md("card-people"), *told, *more]))


def _exit(card: Card, t: Translator, today: date) -> Mrkdwn:
    """What the deal has and lacks to leave its stage: by whom and when it was answered."""
    head = t.md("card-exit", stage=card.stages.get(card.deal.stage_key))
    return Mrkdwn("\n".join([head, *(_fulfilment(one, t, today) for one in card.exit)]))


def _answered(card: Card, t: Translator) -> Mrkdwn:
    """What was answered on the way here, the newest of it, in a line each."""
    told = [
        t.md(
            "card-answered-line",
            criterion=criteria_fields.short(one.criterion, t),
            answer=clip(criteria_fields.told(one.criterion, one.answer.value, t), LONGEST_ANSWER),
        )
        for one in card.answered[-MOST_ANSWERED:]
        if one.answer is not None
    ]
    return Mrkdwn("\n".join([t.md("card-answered"), *told]))


def _fulfilment(one: Fulfilment, t: Translator, today: date) -> Mrkdwn:
    criterion = criteria_fields.question(one.criterion, t)
    if not one.is_met:
        return t.md("card-exit-missing", criterion=criterion)
    if one.answer is not None:
        value = criteria_fields.told(one.criterion, one.answer.value, t)
        by, slack_id, at = one.answer.given_by, one.answer.given_by_slack_id, one.answer.given_at
    elif one.contact is not None:
        value, at = one.contact.name, one.contact.added_at
        by, slack_id = one.contact.added_by, one.contact.added_by_slack_id
    else:
        return t.md("card-exit-field", criterion=criterion)
    return t.md(
        "card-exit-met",
        criterion=criterion,
        answer=clip(value, LONGEST_NOTE),
        by=Mrkdwn(f"<@{slack_id}>") if slack_id else by or t("way-import"),
        when=Day(at.astimezone(t.zone).date(), today),
    )


def _story(card: Card, t: Translator, today: date) -> list[Block]:
    if not card.activities:
        return [context(t.md("card-no-activities"))]
    told: list[Block] = [section(_activity(one, card.stages, t, today)) for one in card.activities]
    if card.more > 0:
        told.append(context(t.md("card-more-activities", count=card.more)))
    return told


def _activity(activity: Activity, stages: Stages, t: Translator, today: date) -> Mrkdwn:
    author = (
        Mrkdwn(f"<@{activity.author_slack_id}>")
        if activity.author_slack_id
        else activity.author_name
    )
    told = t.md(
        "activity-line",
        kind=phrases.kind_name(activity.kind, stages, t),
        author=author,
        when=Day(activity.occurred_at.astimezone(t.zone).date(), today),
        note=clip(activity.note, LONGEST_NOTE),
        has_note="yes" if activity.note else "no",
    )
    said = phrases.said_where(activity, t)
    return told if said is None else Mrkdwn(f"{told}\n{said}")


def buttons(card: Card, t: Translator, *, linked: bool = False) -> Block:
    """What one can do with the deal."""
    if not card.may_change:
        return actions(*_for_others(card.deal, t, linked=linked))
    return actions(*_actions(card.deal, t, linked=linked))


def _for_others(deal: Deal, t: Translator, *, linked: bool) -> list[Block]:
    """What anybody may do with a deal that is not theirs to move."""
    value = carry.pack(deal=deal.id)
    return [
        button(t("button-log"), DEAL_LOG, value, style="primary"),
        *([button(t("link-copy"), LINK_COPY, value)] if linked else []),
        history_page.history_button(t, "deal", deal.id),
    ]


def _actions(deal: Deal, t: Translator, *, linked: bool) -> list[Block]:
    value = carry.pack(deal=deal.id)
    log = button(t("button-log"), DEAL_LOG, value, style="primary")
    if not deal.is_open:
        sure = confirm(
            t("reopen-confirm-title"),
            t("reopen-confirm", deal=clip(deal.name, 100)),
            t("button-reopen"),
            t("form-cancel"),
        )
        reopen = button(t("button-reopen"), DEAL_REOPEN, value, confirm=sure)
        return [log, reopen, history_page.history_button(t, "deal", deal.id)]
    return [
        log,
        button(t("button-next-step"), DEAL_NEXT, value),
        button(t("button-move"), DEAL_MOVE, value),
        button(t("button-won"), DEAL_WIN, value),
        button(t("button-lost"), DEAL_LOSE, value),
        *([button(t("link-copy"), LINK_COPY, value)] if linked else []),
        more(deal.id, t),
    ]


def more(deal_id: int, t: Translator) -> Block:
    """The rarer acts, behind three dots, of which Slack allows five."""
    return overflow(
        DEAL_MORE,
        option(t("button-edit"), carry.pack(do=DEAL_EDIT, deal=deal_id)),
        option(t("button-hold"), carry.pack(do=DEAL_HOLD, deal=deal_id)),
        option(t("button-people"), carry.pack(do=CONTACT_ROLE, deal=deal_id)),
        option(t("room-button"), carry.pack(do=ROOM_OPEN, deal=deal_id)),
        option(t("button-history"), carry.pack(do=HISTORY_SHOW, of="deal", id=deal_id)),
    )


def stage_history(way: Way, t: Translator, today: date) -> Page:
    """How the deal went through its stages, oldest first."""
    said = t.md("way-says", deal=phrases.name(way.deal), count=len(way.changes))
    steps = [_step(change, way.stages, t, today) for change in way.changes[-MOST_STEPS:]]
    return page(said, section(said), *(section(step) for step in steps))


def _step(change: StageChange, stages: Stages, t: Translator, today: date) -> Mrkdwn:
    facts: dict[str, object] = {
        "from_stage": stages.get(change.from_stage) if change.from_stage else "",
        "to_stage": stages.get(change.to_stage),
        "by": change.changed_by or t("way-import"),
        "when": Day(change.changed_at.astimezone(t.zone).date(), today),
    }
    if change.override_reason:
        without = tuple(criteria_fields.by_key(key, stages, t) for key in change.overridden)
        return t.md(
            "way-override", criteria=without, reason=_short(change.override_reason), **facts
        )
    if change.reason:
        return t.md("way-back", reason=_short(change.reason), **facts)
    return t.md("way-first" if change.from_stage is None else "way-step", **facts)


def _short(words: str) -> str:
    return clip(words, LONGEST_NOTE)
