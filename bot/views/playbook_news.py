"""What people are told of the playbook: that they are asked, what was said, that it holds."""

from bot.domain.people import Person
from bot.domain.playbook_agreement import Shown
from bot.i18n import Mrkdwn, Translator
from bot.views import playbook_page
from bot.views.blocks import Page


def asked(shown: Shown, t: Translator) -> Page:
    one = shown.version
    said = t.md("playbook-asked", by=playbook_page.proposer(one))
    return playbook_page.version(shown, said, t, *playbook_page.asking(one.version, t))


def heard(shown: Shown, by: Person, *, agrees: bool, t: Translator) -> Page:
    one = shown.version
    person = Mrkdwn(f"<@{by.slack_user_id}>") if by.slack_user_id else by.name
    if not agrees:
        said = t.md("playbook-heard-objects", person=person, version=one.version)
    else:
        said = t.md(
            "playbook-heard-agrees",
            person=person,
            version=one.version,
            agreed=one.agreed,
            asked=len(one.voices),
        )
    return playbook_page.version(shown, said, t)


def agreed(shown: Shown, t: Translator) -> Page:
    one = shown.version
    said = t.md(
        "playbook-agreed-says", version=one.version, agreed=one.agreed, asked=len(one.voices)
    )
    return playbook_page.version(shown, said, t, playbook_page.starting(one.version, t))


def started(shown: Shown, t: Translator) -> Page:
    said = t.md("playbook-started", version=shown.version.version)
    return playbook_page.version(shown, said, t)
