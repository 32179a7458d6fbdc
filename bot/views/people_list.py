"""Everyone, their role, manager and team."""

from collections.abc import Sequence

from bot.domain.people import Person
from bot.i18n import Mrkdwn, Translator
from bot.views.blocks import Page, context, page, section

ON_A_PAGE = 40
IN_A_BLOCK = 10


def build(everyone: Sequence[Person], t: Translator, *, may_set: bool) -> Page:
    said = t.md("people-says", count=len(everyone))
    names = {person.id: person.name for person in everyone}
    told = [_line(person, names, t) for person in everyone[:ON_A_PAGE]]
    blocks = [
        section(Mrkdwn("\n".join(told[start : start + IN_A_BLOCK])))
        for start in range(0, len(told), IN_A_BLOCK)
    ]
    hints = [t.md("people-hint-admin" if may_set else "people-hint")]
    if len(everyone) > ON_A_PAGE:
        hints.insert(0, t.md("people-more", count=len(everyone) - ON_A_PAGE))
    return page(said, section(said), *blocks, context(*hints))


def placed(person: Person, manager: Person | None, t: Translator) -> Page:
    return page(
        t.md(
            "people-set",
            person=_mention(person),
            role=t(f"role-{person.role.value}"),
            manager=manager.name if manager else "-",
            team=person.team or "-",
        )
    )


def _line(person: Person, names: dict[int, str], t: Translator) -> Mrkdwn:
    manager = names.get(person.manager_id, "") if person.manager_id is not None else ""
    return t.md(
        "people-line",
        person=_mention(person),
        role=t(f"role-{person.role.value}"),
        team=person.team,
        has_team="yes" if person.team else "no",
        manager=manager,
        has_manager="yes" if manager else "no",
    )


def _mention(person: Person) -> Mrkdwn | str:
    return Mrkdwn(f"<@{person.slack_user_id}>") if person.slack_user_id else person.name
