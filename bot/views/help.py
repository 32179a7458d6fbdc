"""What one can type, with examples, in the reader's language."""

from bot.domain.people import Role
from bot.i18n import Translator
from bot.views.blocks import Block, Page, context, page, section


def build(command: str, t: Translator, role: Role = Role.REP) -> Page:
    """`command` is log, deal or crm; what only admins may do is told to admins."""
    said = t.md(f"help-{command}-title")
    blocks: list[Block] = [section(said), section(t.md(f"help-{command}-examples"))]
    if role is Role.ADMIN and t.has(f"help-{command}-admin"):
        blocks.append(section(t.md(f"help-{command}-admin")))
    return page(said, *blocks, context(t.md(f"help-{command}-hint")))
