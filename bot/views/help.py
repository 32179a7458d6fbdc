"""What one can type, with examples, in the reader's language."""

from bot.domain.help_topics import Topic, topics
from bot.domain.people import Role
from bot.i18n import Mrkdwn, Translator, joined
from bot.views.blocks import Block, Page, context, page, section

HAS_WORDS = ("deal", "crm")
"""Commands with words behind them, each of which has help of its own."""


def build(topic: Topic, t: Translator, role: Role = Role.REP) -> Page:
    """What only admins may do is told to admins."""
    if topic.verb:
        return _on_one_word(topic, t)
    command = topic.command
    said = t.md(f"help-{command}-title")
    blocks: list[Block] = [section(said), section(t.md(f"help-{command}-examples"))]
    if role is Role.ADMIN and t.has(f"help-{command}-admin"):
        blocks.append(section(t.md(f"help-{command}-admin")))
    blocks.append(context(t.md(f"help-{command}-hint")))
    if command in HAS_WORDS:
        blocks.append(context(_more(command, t, role)))
    return page(said, *blocks)


def _more(command: str, t: Translator, role: Role) -> Mrkdwn:
    """How to ask about one word, and which there are."""
    words = [one.word(t.language) for one in topics(command, is_admin=role is Role.ADMIN)]
    return t.md(f"help-{command}-more", words=joined(words))


def _on_one_word(topic: Topic, t: Translator) -> Page:
    key = f"help-on-{topic.command}-{topic.verb}"
    said = t.md(key)
    return page(said, section(said), section(t.md(f"{key}-examples")))
