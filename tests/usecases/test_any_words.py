"""Whatever is typed into a form's field comes back from it unchanged, or is refused beside it;
on pages it stands as it was typed, and does nothing there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.parsing_slack import storable
from bot.domain.refusal import Refusal
from bot.domain.tellings import FeedbackKind
from bot.i18n import translator
from bot.ids import VALUE
from bot.usecases import (
    activities,
    contacts,
    deals,
    feedback,
    lines,
    moving,
    remembering,
    seeking,
)
from bot.usecases.contacts import Written
from bot.usecases.deals import Draft
from bot.views import (
    account_card,
    closing_forms,
    contact_card,
    contact_forms,
    deal_card,
    deal_form,
    done,
    found,
    history_page,
    log_form,
    logged,
    sorry,
    step_forms,
)
from bot.views import feedback as feedback_page
from bot.views.blocks import typed
from store import contacts as kept_contacts
from store import stages, visible
from store.engine import Store
from store.schema import ActivityRow
from tests.anywords import LINES, field_of, filled, harmless, kept
from tests.makers import START, Team, make_deal

T = translator("ko-KR", "Asia/Seoul")
TODAY, DAY = date(2026, 3, 2), date(2026, 3, 9)


@dataclass(frozen=True)
class Scene:
    """A deal with an account and a contact, through whose forms words go."""

    team: Team
    deal_id: int
    account_id: int
    contact_id: int


Typing = Callable[[Session, Scene, str, str], str]
"""Types words into a form's field, sends it, and gives what the field holds when opened again."""


def _deal(s: Session, on: Scene, name: str, words: str) -> str:
    deal = lines.to_edit(s, on.team.rep, on.deal_id)
    form = deal_form.edit(T, deal.known, deal.stages, "")
    read = deal_form.read(filled(form, **{name: words}))
    draft = Draft(read.name, read.account, None, None, read.closes_on, read.pipeline, read.answers)
    made = deals.edit(s, on.team.rep, on.deal_id, deal.known.deal.version, draft, START)
    harmless(done.edited(made, T, made.deal.created_at.date()))
    again = lines.to_edit(s, on.team.rep, on.deal_id)
    form = deal_form.edit(T, again.known, again.stages, "")
    harmless(form)
    return field_of(form, name)


def _step(s: Session, on: Scene, name: str, words: str) -> str:
    form = step_forms.next_step(T, visible.deal(s, on.deal_id), DAY, "")
    told = step_forms.read_next_step(filled(form, **{name: words}))
    made = deals.set_next_step(s, on.team.rep, on.deal_id, told.words, told.on, START)
    harmless(done.stepped(made, T, DAY))
    form = step_forms.next_step(T, visible.deal(s, on.deal_id), DAY, "")
    harmless(form)
    return field_of(form, name)


def _hold(s: Session, on: Scene, name: str, words: str) -> str:
    form = step_forms.hold(T, visible.deal(s, on.deal_id), DAY, "", None, "")
    told = step_forms.read_hold(filled(form, **{name: words}))
    made = deals.hold(s, on.team.rep, on.deal_id, told.on or DAY, told.words, START)
    harmless(done.held(made, T, DAY))
    form = step_forms.hold(T, visible.deal(s, on.deal_id), DAY, "", None, "")
    harmless(form)
    return field_of(form, name)


def _lost(s: Session, on: Scene, name: str, words: str) -> str:
    """The form of a closed deal opens no more: what is kept has to be it."""
    playbook = stages.in_force(s)
    deal = make_deal_in(s, on)
    form = closing_forms.lost(T, visible.deal(s, deal), playbook, "")
    values = filled(form, **{name: words})
    values["reason"][VALUE]["selected_option"] = {"value": "price"}
    reason = closing_forms.read_lost(values)
    made = moving.lose(s, on.team.rep, deal, START, reason=reason)
    harmless(done.lost(made, T))
    reason = made.deal.close_reason or ""
    harmless(closing_forms.lost(T, visible.deal(s, deal), playbook, "", reason))
    return reason


def make_deal_in(s: Session, on: Scene) -> int:
    return deals.create(s, on.team.rep, Draft("To be lost"), START).deal.id


def _contact(s: Session, on: Scene, name: str, words: str) -> str:
    known = kept_contacts.get(s, on.contact_id)
    read = contact_forms.read(filled(contact_forms.contact(T, "", known), **{name: words}))
    written = Written(read.name, read.account, read.title, read.email, read.phone)
    act_id, _ = contacts.write_contact(s, on.team.rep, on.contact_id, written, START)
    known = kept_contacts.get(s, on.contact_id)
    harmless(contact_forms.written(act_id, known, False, T))
    form = contact_forms.contact(T, "", known)
    harmless(form)
    return field_of(form, name)


def _account(s: Session, on: Scene, name: str, words: str) -> str:
    form = contact_forms.rename(T, "", visible.account(s, on.account_id))
    wanted = typed(filled(form, **{name: words}), name)
    act_id = contacts.rename_account(s, on.team.rep, on.account_id, wanted, START)
    harmless(contact_forms.renamed(act_id, wanted, T))
    form = contact_forms.rename(T, "", visible.account(s, on.account_id))
    harmless(form)
    return field_of(form, name)


def _logged(s: Session, on: Scene, name: str, words: str) -> str:
    deal = visible.deal(s, on.deal_id)
    form = log_form.build(T, stages.in_force(s), TODAY, "", deal)
    read = log_form.read(filled(form, **{name: words}))
    made = activities.log(s, on.team.rep, read.target, read.report, START)
    harmless(logged.build(made, T, TODAY))
    harmless(log_form.build(T, stages.in_force(s), TODAY, "", deal, made.report))
    if name == "next_step":
        return visible.deal(s, on.deal_id).next_step or ""
    return s.scalars(select(ActivityRow.note).order_by(ActivityRow.id.desc()).limit(1)).one()


def _spoken(s: Session, on: Scene, name: str, words: str) -> str:
    """Feedback has no form to open again: its reader's letter holds it, as plain text."""
    deal, owner = feedback.look(s, on.team.manager, on.deal_id)
    kind = FeedbackKind.NOTE
    form = feedback_page.form(deal, owner, kind, "", T)
    harmless(form)
    told = feedback_page.read(filled(form, **{name: words}))
    act_id, given_, at = feedback.give(s, on.team.manager, on.deal_id, kind, told, START)
    harmless(feedback_page.given(given_, act_id, at, START, T))
    harmless(feedback_page.letter(given_, stages.in_force(s), T, TODAY))
    return given_.words


NAMES: dict[str, tuple[Typing, str]] = {
    "deal name": (_deal, "name"),
    "deal account": (_deal, "account"),
    "contact name": (_contact, "name"),
    "contact account": (_contact, "account"),
    "account name": (_account, "name"),
}
OTHERS: dict[str, tuple[Typing, str]] = {
    "next step": (_step, "what"),
    "hold reason": (_hold, "reason"),
    "contact title": (_contact, "title"),
    "contact phone": (_contact, "phone"),
    "contact email": (_contact, "email"),
    "lost note": (_lost, "note"),
    "log note": (_logged, "note"),
    "feedback": (_spoken, "words"),
    "log next step": (_logged, "next_step"),
}


@pytest.fixture
def scene(store: Store, team: Team) -> Scene:
    deal = make_deal(store, team.rep, account="Acme", next_step="call", next_step_due_on=DAY)

    def act(session: Session) -> Scene:
        account_id = visible.deal(session, deal.id).account_id
        assert account_id is not None
        jane = Written("Jane Roe", "Acme", "CFO", "jane@acme.example", "+1 555 0100")
        _, contact_id = contacts.write_contact(session, team.leader, None, jane, START)
        return Scene(team, deal.id, account_id, contact_id)

    return store.run(team.id, act)


def any_words(test: Callable[..., None]) -> Any:
    """The test with words as anybody may type them, some that are known to be hard among them."""
    for hard in ("<!channel> & <@U4> " * 10, "&" * 3000, "\x00-\ud800"):
        test = example(words=hard)(test)
    return settings(max_examples=12)(given(words=LINES)(test))


@pytest.mark.parametrize("where", [*NAMES, *OTHERS])
@any_words
def test_what_is_typed_comes_back_or_is_refused_beside_its_field(
    store: Store, scene: Scene, where: str, words: str
) -> None:
    typing, name = NAMES.get(where) or OTHERS[where]
    if where in NAMES:
        words = words.replace("\n", " ").replace("\r", " ")
    assume(kept(words))
    held = store.run(scene.team.id, _through, scene, typing, name, words)
    if isinstance(held, Refusal):
        assert held.field == name, held
        assert sorry.sentence(held, T).strip()
    else:
        assert held.removeprefix("price").removeprefix(": ") == kept(words)


@any_words
def test_what_was_typed_everywhere_does_nothing_on_any_page(
    store: Store, scene: Scene, words: str
) -> None:
    assume(kept(words))
    taken = store.run(scene.team.id, _everywhere, scene, words)
    assert len(words) > 100 or {"next step", "lost note", "log note", "feedback"} <= set(taken)


def _through(
    session: Session, scene: Scene, typing: Typing, name: str, words: str
) -> str | Refusal:
    """What came back, or why nothing did; nothing of it stays for the next story."""
    story = session.begin_nested()
    try:
        return typing(session, scene, name, words)
    except Refusal as refused:
        return refused
    finally:
        story.rollback()


def _everywhere(session: Session, scene: Scene, words: str) -> list[str]:
    """The fields that took the words, all of which stand on the pages at once."""
    taken = []
    story = session.begin_nested()
    for where, (typing, name) in (NAMES | OTHERS).items():
        try:
            with session.begin_nested():
                typing(session, scene, name, words)
        except Refusal:
            continue
        taken.append(where)
    _pages(session, scene, words)
    story.rollback()
    return taken


def _pages(session: Session, scene: Scene, words: str) -> None:
    """The pages on which the words stand: cards, the history of each, what is found by them."""
    rep = scene.team.rep
    card = lines.card(session, scene.deal_id, START)
    harmless(deal_card.build(card, T, DAY))
    harmless(account_card.build(contacts.account_card(session, rep, scene.account_id, START), T))
    harmless(contact_card.build(contacts.contact_card(session, rep, scene.contact_id, START), T))
    for kind, subject in (("deal", scene.deal_id), ("account", scene.account_id)):
        harmless(history_page.build(remembering.of_subject(session, kind, subject, 0), T, DAY))
    harmless(history_page.build(remembering.own(session, rep, 0), T, DAY))
    for typed_words in (storable(words)[:200].strip() or "0", "Acme"):
        found_by = seeking.find(session, rep, typed_words, START)
        harmless(found.build(found_by, T))
