"""Every page in a telling state, for both the limits' test and the snapshots."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

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
    Overridden,
    PlaybookPage,
    Report,
    Step,
    Suggestion,
    Target,
    Today,
    Undone,
    Way,
)
from bot.domain.people import Person, Role
from bot.domain.playbook import DEFAULT_STAGES, default
from bot.domain.playbook_agreement import Shown, Version, Voice
from bot.domain.playbook_diff import Change, between
from bot.domain.playbook_document import Document, plain
from bot.domain.refusal import Refusal
from bot.domain.signals import Finding, Signal
from bot.domain.trying import Lack, Trial
from bot.i18n import Translator
from bot.views import (
    advance_form,
    closing_forms,
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
    playbook_changes,
    playbook_draft,
    playbook_forms,
    playbook_news,
    playbook_page,
    sorry,
    step_forms,
    suggestions,
    today,
)

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
DAY = date(2026, 3, 4)

REP = Person(
    id=1,
    slack_user_id="U1",
    name="Rob Rep",
    role=Role.REP,
    manager_id=2,
    team="North",
    locale="en-US",
    tz="UTC",
    workday_start=time(9),
    workday_end=time(18),
    working_days=frozenset({1, 2, 3, 4, 5}),
    joined_on=date(2025, 1, 1),
    gone_on=None,
    barred=None,
    profile_at=None,
)
BOSS = replace(REP, id=2, slack_user_id=None, name="Mona <Major>", role=Role.MANAGER, team="")

DEAL = Deal(
    id=7,
    name="Acme pilot",
    account_id=3,
    account_name="Acme",
    owner_id=1,
    owner_name="Rob Rep",
    owner_slack_id="U1",
    stage_key="proposal",
    status=Status.OPEN,
    amount=Decimal("12000.50"),
    currency="USD",
    closes_on=date(2026, 4, 30),
    next_step="send quote",
    next_step_due_on=date(2026, 3, 2),
    created_at=NOW - timedelta(days=40),
    stage_entered_at=NOW - timedelta(days=20),
    last_touch_at=NOW - timedelta(days=12),
    last_activity_at=NOW - timedelta(days=12),
    closed_at=None,
    close_reason=None,
    held_until=None,
    hold_reason=None,
    probability=50,
    playbook_version=1,
    external_id=None,
    version=3,
)
SILENT = Finding(Signal.SILENT, date(2026, 2, 20), 8)
OVERDUE = Finding(Signal.NO_NEXT_STEP, date(2026, 3, 2), 2)

Scale = Callable[[str], str]
"""What is done to people's own words: nothing, or stretched to the longest there is."""


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
    yield "done.held", done.held(_held(made, scale), t, DAY)
    yield "done.won", done.won(replace(made, deal=won), t)
    yield "done.lost", done.lost(replace(made, deal=lost), t)
    yield "done.edited", done.edited(made, t)
    yield "done.assigned", done.assigned(made, t)
    yield "done.undone", done.undone(Undone("deal.move", deal), t)
    yield from _logged(t, scale, deal)
    yield from _looking(t, scale, deal, won)
    yield from _forms(t, scale, deal)
    yield from _words(t, scale)
    yield from _playbook(t, scale)


def _held(made: Done, scale: Scale) -> Done:
    on_hold = replace(made.deal, held_until=DAY + timedelta(days=9), hold_reason=scale("budget"))
    return replace(made, deal=on_hold)


def _logged(t: Translator, scale: Scale, deal: Deal) -> Iterator[tuple[str, dict[str, Any]]]:
    report = Report(ActivityKind.CALL, scale("they like it"), None, scale("send quote"), DAY)
    told = Logged(11, report, DAY, deal, None, False, DEFAULT_STAGES)
    yield "logged", logged.build(told, t, DAY)
    yield "logged.kept", logged.build(replace(told, kept_next_step=True), t, DAY)
    account = replace(told, deal=None, account=Account(3, scale("Acme"), 1), kept_next_step=True)
    yield "logged.account", logged.build(account, t, DAY)
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
    yield "list.empty", deal_list.build(replace(full, lines=(), total=0, sums=()), t)
    yield from _day(t, line, sums)
    note = Note(activity, scale("Acme pilot"), None)
    finds = Finds(scale("pilot"), (line,) * 8, 4, (note,) * 5, (), DEFAULT_STAGES, DAY)
    yield "found", found.build(finds, t)
    none = replace(finds, lines=(), more=0, notes=(), nearest=("Acme", "Globex"))
    yield "found.nothing", found.build(none, t)
    yield "offer", offer.build(Offer(scale("acme"), "", (deal,) * 5, (3, scale("Acme")), 2), 9, t)


def _day(
    t: Translator, line: Line, sums: tuple[Money, ...]
) -> Iterator[tuple[str, dict[str, Any]]]:
    def lines(first: int) -> tuple[Line, ...]:
        return tuple(replace(line, deal=replace(line.deal, id=first + n)) for n in range(8))

    full = Today(DAY, lines(10), lines(20), lines(30), lines(40), 4, 32, sums, DEFAULT_STAGES)
    empty = Today(DAY, (), (), (), (), 0, 0, (), DEFAULT_STAGES)
    clear = replace(empty, open_deals=2, without_step=1)
    yield "today", today.build(full, t)
    yield "today.empty", today.build(empty, t)
    yield "today.clear", today.build(clear, t)
    yield "hub", hub.modal(full, t)
    yield "home", hub.home(full, t)


def _forms(t: Translator, scale: Scale, deal: Deal) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "form.log", log_form.build(t, DEFAULT_STAGES, DAY, "reply=x", deal)
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
    yield "form.next", step_forms.next_step(t, deal, DAY, "deal=7", scale("send quote"))
    yield "form.hold", step_forms.hold(t, deal, DAY, "deal=7", None, scale("budget"))
    yield "form.assign", step_forms.assign(t, deal, "deal=7")


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


def _playbook(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    yes = Voice(1, scale("Mona"), None, True, scale("at last"), NOW)
    voices = (yes, replace(yes, agrees=False, slack_id="U2"), replace(yes, agrees=None, comment=""))
    proposed = Version(
        id=2,
        version=2,
        note=scale("too many surprises"),
        base_version=1,
        share=60,
        proposed_by_id=1,
        proposed_by=scale("Rob Rep"),
        proposed_by_slack_id=None,
        proposed_at=NOW,
        withdrawn_at=None,
        starts_on=None,
        started_by=None,
        started_by_slack_id=None,
        in_force_at=None,
        voices=voices,
    )
    first = replace(proposed, version=1, proposed_by=None, voices=(), in_force_at=NOW, note="")
    counted = (Overridden(DEFAULT_STAGES.first, scale("Rob"), 3),)
    shown = PlaybookPage(DEFAULT_STAGES, first, True, counted)
    yield "playbook", playbook_page.build(shown, t, DAY)
    planned = replace(proposed, version=3, starts_on=DAY + timedelta(days=3))
    withdrawn = replace(proposed, version=4, withdrawn_at=NOW)
    versions = [withdrawn, planned, proposed, first]
    yield "playbook.history", playbook_page.history(versions, t, DAY)
    changes = _changes()
    one = Shown(proposed, DEFAULT_STAGES, changes)
    yield "playbook.asked", playbook_news.asked(one, t)
    yield "playbook.heard", playbook_news.heard(one, REP, agrees=True, t=t)
    yield "playbook.objected", playbook_news.heard(one, BOSS, agrees=False, t=t)
    yield "playbook.agreed", playbook_news.agreed(one, t)
    yield "playbook.started", playbook_news.started(one, t)
    yield "draft", playbook_draft.build(DEFAULT_STAGES, changes, t)
    stage = DEFAULT_STAGES.first
    yield "draft.stage", playbook_draft.stage_form(DEFAULT_STAGES, stage, t)
    yield "draft.criteria", playbook_draft.criteria(stage, t)
    yield "draft.criterion", playbook_draft.criterion_form(stage, (), t)
    yield "draft.reasons", playbook_draft.reasons_form("lost", scale("Price = 가격"), t)
    lack = Lack(stage, stage.exit[0], 14)
    trial = Trial(100, 100, (lack,), 6, 2, ((DEFAULT_STAGES.get("proposal"), 3),))
    found = playbook_changes.bulleted(playbook_changes.found(trial, t))
    yield "propose", playbook_forms.propose(changes, found, ["U1", "U2"], 100, t)
    running = playbook_changes.running(replace(trial, seen=42), t)
    yield "propose.running", playbook_forms.propose(changes, running, ["U1"], 100, t)
    yield "object", playbook_forms.object_to("version=2", t)
    yield "start", playbook_forms.start(2, DAY, t, "version=2")


def _changes() -> tuple[Change, ...]:
    """The default playbook against one in which nearly everything differs."""
    told = plain(default())
    first = told["pipelines"][0]["stages"][0]
    first |= {"names": {"en": "First look", "ko": "첫 만남"}, "silent_after": 3, "probability": 5}
    first |= {"forecast": "omitted", "exit": [{"contact": "decision_maker"}]}
    renewal = {"key": "renewal", "names": {"en": "Renewal", "ko": "갱신"}}
    stages = [
        {"key": "due", "names": {"en": "Due", "ko": "도래"}},
        {"key": "renewed", "names": {"en": "Renewed", "ko": "갱신 완료"}, "ends": "won"},
        {"key": "churned", "names": {"en": "Churned", "ko": "이탈"}, "ends": "lost"},
    ]
    told["pipelines"].append(renewal | {"stages": stages})
    told["fields"] = [{"key": "plants", "names": {"en": "Plants", "ko": "공장"}, "kind": "number"}]
    told["lost_reasons"] = told["lost_reasons"][1:]
    told["agreement"] = {"share": 60}
    return between(default(), Document.model_validate(told))


def _words(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    for command in ("log", "deal", "crm"):
        yield f"help.{command}", help.build(command, t)
    yield "people", people_list.build([REP, BOSS] * 30, t, may_set=True)
    yield "people.set", people_list.placed(BOSS, REP, t)
    unknown = Refusal("name-unknown-nearest", typed=scale("akme"), nearest=("Acme", "Globex"))
    yield "refusal", sorry.build(unknown, t, scale("/log call akme - hello"))


def options(t: Translator, scale: Scale) -> list[dict[str, Any]]:
    deal = Suggestion(Target(deal_id=7), scale("Acme pilot"), scale("Acme"))
    account = Suggestion(Target(account_id=3), scale("Acme"), "")
    return suggestions.build([deal, account] * 10, t)
