"""Every page in a telling state, for both the limits' test and the snapshots."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal
from typing import Any

from bot.domain.contacts import Contact
from bot.domain.criteria import (
    Answer,
    AnswerKind,
    Asks,
    Choice,
    ContactRole,
    Criterion,
    Known,
    RoleOnDeal,
)
from bot.domain.deal import Account, Activity, ActivityKind, Deal, Money, StageChange, Status
from bot.domain.help_topics import Topic, topics
from bot.domain.links import links_in
from bot.domain.moving import Direction
from bot.domain.outcomes import (
    Asked,
    Card,
    Done,
    Finds,
    Fulfilment,
    Line,
    Listing,
    Logged,
    Note,
    Offer,
    Placed,
    Promise,
    Redone,
    Report,
    Step,
    Suggestion,
    Target,
    Today,
    Undone,
    Way,
)
from bot.domain.people import Role
from bot.domain.playbook import DEFAULT_STAGES
from bot.i18n import Translator
from bot.usecases.naming import NameUnknown
from bot.views import (
    advance_form,
    closing_forms,
    contact_forms,
    deal_card,
    deal_form,
    deal_list,
    deal_news,
    done,
    found,
    help,
    hub,
    log_form,
    logged,
    offer,
    people_list,
    sorry,
    step_forms,
    suggestions,
    today,
)
from tests.views import (
    gallery_champions,
    gallery_contacts,
    gallery_goals,
    gallery_history,
    gallery_home,
    gallery_imports,
    gallery_playbook,
    gallery_reports,
    gallery_reviews,
    gallery_rooms,
    gallery_saying,
    gallery_scorecards,
    gallery_settings,
)
from tests.views.cast import BOSS, DAY, DEAL, NOW, OVERDUE, REP, SILENT, Scale


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    """Messages and forms by name."""
    deal = replace(DEAL, name=scale(DEAL.name), account_name=scale("Acme"))
    won = replace(
        deal,
        status=Status.WON,
        stage_key="won",
        closed_at=NOW,
        close_reason=scale("great champion"),
        next_step=None,
        next_step_due_on=None,
    )
    lost = replace(won, status=Status.LOST, stage_key="lost", close_reason="pricing: too high")
    made = Done(11, deal, replace(deal, stage_key="discovery"), DEFAULT_STAGES)
    for name in ("created", "moved", "reopened", "stepped"):
        yield f"done.{name}", getattr(done, name)(made, t, DAY)
    line = done.go_on(scale("/deal move akme to proposal"), 9, t)
    page = done.created(made, t, DAY)
    yield "done.created_for_a_line", page | {"blocks": [*page["blocks"], line]}
    for name, placed in _placed(scale):
        yield f"done.created.{name}", done.created(replace(made, placed=placed), t, DAY)
    gone_by = replace(made, deal=replace(deal, closes_on=DAY - timedelta(days=9)))
    yield "done.created.gone_by", done.created(gone_by, t, DAY)
    yield "done.placed", done.placed(made, t)
    yield "done.held", done.held(_held(made, scale), t, DAY)
    yield "done.won", done.won(replace(made, deal=won), t)
    yield "done.lost", done.lost(replace(made, deal=lost), t)
    yield "done.edited", done.edited(made, t, DAY)
    yield "done.assigned", done.assigned(made, t)
    yield "done.undone", done.undone(Undone("deal.move", deal, made.stages, redo_id=11), t, DAY)
    gone = Undone("deal.create", None, made.stages, scale("Acme pilot"))
    yield "done.undone.gone", done.undone(gone, t, DAY)
    yield "done.redone", done.redone(Redone(12, "deal.move", deal, made.stages), t, DAY)
    yield from _logged(t, scale, deal)
    yield from _looking(t, scale, deal, won)
    yield from _forms(t, scale, deal)
    yield from _words(t, scale)
    yield from gallery_playbook.pages(t, scale)
    yield from gallery_reports.pages(t, scale)
    yield from gallery_goals.pages(t, scale)
    yield from gallery_imports.pages(t, scale)
    yield from gallery_champions.pages(t, scale)
    yield from gallery_home.pages(t, scale)
    yield from gallery_contacts.pages(t, scale)
    yield from gallery_reviews.pages(t, scale)
    yield from gallery_scorecards.pages(t, scale)
    yield from gallery_history.pages(t, scale)
    activity = Activity(
        5, 7, 3, 1, "Rob Rep", None, ActivityKind.MEETING, NOW, NOW, scale("kickoff"), "slack"
    )
    yield from gallery_saying.pages(t, scale, deal, activity, DAY)
    yield from gallery_rooms.pages(t, scale, deal, activity, DAY)


def _promised(scale: Scale) -> Iterator[tuple[str, Promise]]:
    yield "heard", Promise(8, scale("send pricing"), DAY + timedelta(days=3), time(15))
    yield "unread", Promise(8, scale("send pricing"), unread="feb 30")


def _placed(scale: Scale) -> Iterator[tuple[str, Placed]]:
    near = tuple((one, scale(name)) for one, name in ((3, "Globex"), (4, "Global Bank")))
    yield "account_new", Placed("Acme", made_id=9)
    yield "account_meant", Placed(scale("Acm"), draft_id=8)
    yield "account_near", Placed(scale("Glbex"), made_id=9, near=near[:1])
    yield "accounts_near", Placed(scale("Glob"), made_id=9, near=near)


def _held(made: Done, scale: Scale) -> Done:
    on_hold = replace(made.deal, held_until=DAY + timedelta(days=9), hold_reason=scale("budget"))
    return replace(made, deal=on_hold)


def _logged(t: Translator, scale: Scale, deal: Deal) -> Iterator[tuple[str, dict[str, Any]]]:
    report = Report(ActivityKind.CALL, scale("they like it"), None, scale("send quote"), DAY)
    told = Logged(11, report, DAY, deal, None, False, DEFAULT_STAGES)
    yield "logged", logged.build(told, t, DAY)
    met = replace(told, contact=scale("Jane Roe"), contact_id=5, contact_is_new=True)
    yield "logged.met", logged.build(met, t, DAY)
    yield "logged.with", logged.build(replace(met, contact_is_new=False), t, DAY)
    yield "logged.kept", logged.build(replace(told, kept_next_step=True), t, DAY)
    account = replace(told, deal=None, account=Account(3, scale("Acme"), 1), kept_next_step=True)
    yield "logged.account", logged.build(account, t, DAY)
    for name, promise in _promised(scale):
        yield f"logged.{name}", logged.build(replace(told, promise=promise), t, DAY)
    earlier = replace(told, occurred_on=DAY - timedelta(days=1))
    yield "logged.yesterday", logged.build(earlier, t, DAY)


def _looking(
    t: Translator, scale: Scale, deal: Deal, won: Deal
) -> Iterator[tuple[str, dict[str, Any]]]:
    activity = Activity(
        5, 7, 3, 1, "Rob Rep", None, ActivityKind.MEETING, NOW, NOW, scale("kickoff"), "slack"
    )
    yield (
        "card",
        deal_card.build(
            Card(deal, DEFAULT_STAGES, (activity,) * 5, 3, (SILENT, OVERDUE), _exit(scale)), t, DAY
        ),
    )
    given = tuple(one for one in _exit(scale) if one.answer)
    others = Card(deal, DEFAULT_STAGES, (), 0, (), answered=given, may_change=False)
    yield "card.others", deal_card.build(others, t, DAY)
    nobodys = Card(replace(deal, owner_id=None), DEFAULT_STAGES, (), 0, (), may_change=False)
    yield "card.nobodys", deal_card.build(nobodys, t, DAY, linked=True)
    yield "card.won", deal_card.build(Card(won, DEFAULT_STAGES, (), 0, ()), t, DAY)
    change = StageChange(1, 7, "discovery", "proposal", "Rob Rep", NOW, None)
    way = Way(deal, DEFAULT_STAGES, (replace(change, from_stage=None), *[change] * 60))
    back = replace(change, reason=scale("they froze it"), to_stage="discovery")
    past = replace(change, override_reason=scale("CEO asked"), overridden=("budget_holder", "old"))
    moved = Way(deal, DEFAULT_STAGES, (change, back, past))
    yield "stage-history.reasons", deal_card.stage_history(moved, t, DAY)
    yield "deal-won", deal_news.won(won, DEFAULT_STAGES, t)
    told = deal_news.Override(REP, "discovery", "proposal", ("amount", "old"), scale("urgent"))
    yield "overridden", deal_news.overridden(deal, told, DEFAULT_STAGES, t)
    yield "stage-history", deal_card.stage_history(way, t, DAY)
    line = Line(deal, (SILENT, OVERDUE))
    sums = (Money(Decimal(36_001), "USD"), Money(Decimal(3_000_000), "KRW"))
    full = Listing(Asked(offset=8), (line,) * 8, 20, 8, sums, DEFAULT_STAGES, None, DAY)
    yield "list", deal_list.build(full, t)
    of_person = Asked(scope="person", person_id=1, stage_key="proposal", stale=True)
    yield "list.stale", deal_list.build(replace(full, asked=of_person, person=REP), t)
    undated = Asked(undated=True)
    yield "list.undated", deal_list.build(replace(full, asked=undated), t)
    planned = replace(full, asked=undated, lines=(), total=0, sums=())
    yield "list.undated.empty", deal_list.build(planned, t)
    unowned = replace(full, asked=Asked(scope="nobody"), may_give_owners=True)
    yield "list.unowned", deal_list.build(unowned, t)
    all_given = replace(unowned, lines=(), total=0, sums=())
    yield "list.unowned.empty", deal_list.build(all_given, t)
    yield "list.empty", deal_list.build(replace(full, lines=(), total=0, sums=()), t)
    yield from _day(t, line, sums)
    where = "https://x.slack.com/archives/C1/p1772550000000100"
    kept = replace(activity, said_by="U3", permalink=where)
    told_of = Card(deal, DEFAULT_STAGES, (kept, replace(kept, said_by="Zoom")), 0, ())
    yield "card.messages", deal_card.build(told_of, t, DAY)
    named = replace(activity, note=scale("https://docs.example.com/q/plan-(v2)?a=1&b=2, please"))
    linked = replace(told_of, activities=(named, kept), links=links_in([named, kept]))
    yield "card.links", deal_card.build(linked, t, DAY)
    note = Note(kept, scale("Acme pilot"), None)
    finds = Finds(scale("pilot"), (), (), (line,) * 8, 4, (note,) * 5, (), DEFAULT_STAGES, DAY)
    yield "found", found.build(finds, t)
    near = (
        Suggestion(Target(account_id=3), scale("Acme"), ""),
        Suggestion(Target(deal_id=4), "Globex rollout", ""),
    )
    none = replace(finds, lines=(), more=0, notes=(), nearest=near)
    yield "found.nothing", found.build(none, t)
    yield "offer", offer.build(Offer(scale("acme"), "", (deal,) * 5, (3, scale("Acme")), 2), 9, t)


def _day(
    t: Translator, line: Line, sums: tuple[Money, ...]
) -> Iterator[tuple[str, dict[str, Any]]]:
    def lines(first: int) -> tuple[Line, ...]:
        return tuple(replace(line, deal=replace(line.deal, id=first + n)) for n in range(8))

    held = replace(line, deal=replace(line.deal, held_until=DAY + timedelta(days=9)))
    full = Today(DAY, lines(10), lines(20), lines(30), lines(40), 4, 32, sums, DEFAULT_STAGES)
    full = replace(full, held=(held, replace(held, deal=replace(held.deal, next_step=None))))
    empty = Today(DAY, (), (), (), (), 0, 0, (), DEFAULT_STAGES)
    clear = replace(empty, open_deals=2, without_step=1)
    yield "today", today.build(full, t)
    yield "today.empty", today.build(empty, t)
    yield "today.clear", today.build(clear, t)
    yield "hub", hub.modal(full, t)


def _forms(t: Translator, scale: Scale, deal: Deal) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "form.log", log_form.build(t, DEFAULT_STAGES, DAY, "reply=x", deal)
    said = Report("note", scale("the CFO signed"))
    title = t("log-message-title")
    yield (
        "form.log_message",
        log_form.build(t, DEFAULT_STAGES, DAY, "by=U1", report=said, title=title),
    )
    yield "form.new", deal_form.new(t, DEFAULT_STAGES, "USD", "")
    yield "form.edit", deal_form.edit(t, Known(deal, {}), DEFAULT_STAGES, "deal=7")
    step = _step(deal, scale, "negotiation")
    yield "form.move", advance_form.build(step, t, "deal=7")
    yield "form.move.manager", advance_form.build(replace(step, may_override=True), t, "deal=7")
    back = replace(step, direction=Direction.BACKWARD, lacking=(), met=(), reason=scale("frozen"))
    yield "form.move.back", advance_form.build(back, t, "deal=7")
    won = replace(_step(deal, scale, "won"), reason="value", channel="C1")
    yield "form.won", closing_forms.won(won, t, DAY, "deal=7")
    yield "form.lost", closing_forms.lost(t, deal, DEFAULT_STAGES, "deal=7", scale("pricing"))
    misread = step_forms.next_step(t, deal, DAY, "deal=7", "send contract febuary 3")
    yield "form.next.unread", misread
    yield "form.next", step_forms.next_step(t, deal, DAY, "deal=7", scale("send quote"))
    yield "form.hold", step_forms.hold(t, deal, DAY, "deal=7", None, scale("budget"))
    yield "form.closes", step_forms.closes(t, deal, DAY, "deal=7")
    yield "form.assign", step_forms.assign(t, deal, "deal=7")
    yield from gallery_settings.pages(t, deal, REP, DAY)


def _step(deal: Deal, scale: Scale, to: str) -> Step:
    """A move that wants one of everything a playbook can ask for."""
    asked = {"en": scale("How many plants?"), "ko": scale("공장이 몇 곳입니까?")}
    choice = Choice("yes_we_do", {"en": scale("They do"), "ko": scale("그렇습니다")})
    lacking = (
        Criterion("amount", Asks.FIELD, {}),
        Criterion("expected_close", Asks.FIELD, {}),
        Criterion("next_step", Asks.FIELD, {}),
        Criterion("decision_maker", Asks.CONTACT, {}),
        Criterion("plants", Asks.CUSTOM, asked, AnswerKind.NUMBER),
        Criterion("signed_on", Asks.CUSTOM, asked, AnswerKind.DATE),
        Criterion("sector", Asks.EVIDENCE, asked, AnswerKind.CHOICE, (choice,)),
        Criterion("security", Asks.EVIDENCE, asked, AnswerKind.YES_NO),
    )
    answers = {"security": Answer("security", "no", "Rob Rep", "U1", NOW)}
    return Step(
        deal=deal,
        to=DEFAULT_STAGES.get(to),
        stages=DEFAULT_STAGES,
        direction=Direction.FORWARD,
        lacking=lacking,
        met=(Criterion("champion", Asks.CONTACT, {}),),
        known=Known(deal, answers),
        may_override=False,
        passed=(replace(DEFAULT_STAGES.get("proposal"), exit=lacking),),
    )


def _exit(scale: Scale) -> tuple[Fulfilment, ...]:
    asked = Criterion("budget", Asks.EVIDENCE, {"en": "Budget: whose?", "ko": "누구 예산입니까?"})
    answer = Answer("budget", scale("their CFO"), "Rob Rep", None, NOW)
    contact = RoleOnDeal(ContactRole.CHAMPION, 3, scale("Dana"), "Rob Rep", "U1", NOW)
    return (
        Fulfilment(asked, True, answer, None),
        Fulfilment(Criterion("champion", Asks.CONTACT, {}), True, None, contact),
        Fulfilment(Criterion("amount", Asks.FIELD, {}), True, None, None),
        Fulfilment(Criterion("decision_maker", Asks.CONTACT, {}), False, None, None),
    )


def _words(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    for command in ("log", "deal", "crm"):
        yield f"help.{command}", help.build(Topic(command), t)
    yield "help.crm.admin", help.build(Topic("crm"), t, Role.ADMIN)
    for topic in (*topics("deal", is_admin=True), *topics("crm", is_admin=True)):
        yield f"help.{topic.command}.{topic.verb}", help.build(topic, t)
    yield "people", people_list.build([REP, BOSS] * 30, t, may_set=True)
    yield "people.set", people_list.placed(BOSS, REP, t)
    unknown = NameUnknown(scale("akme"), ("Acme", "Globex"))
    yield "refusal", sorry.build(unknown, t, scale("/log call akme - hello"), 9)
    stage = DEFAULT_STAGES.unknown("sold out")
    yield "refusal.stage", sorry.build(stage, t, "/deal move Acme to sold out", 9)


def options(t: Translator, scale: Scale) -> list[dict[str, Any]]:
    deal = Suggestion(Target(deal_id=7), scale("Acme pilot"), scale("Acme"))
    account = Suggestion(Target(account_id=3), scale("Acme"), "")
    jane = Contact(5, scale("Jane Roe"), 3, scale("Acme"))
    met = contact_forms.options([jane] * 10, scale("Janet"), t, new=True)
    return [*suggestions.build([deal, account] * 5, t), *met]
