"""How the teams stand against what is agreed, in a leader's digest: one message a Monday."""

from bot.views.blocks import Block, Page

TABLES, DRAWN = frozenset({"data_table"}), frozenset({"data_table", "data_visualization"})


def blocks(also: tuple[Page, Page], *, has_table: bool) -> tuple[list[Block], list[Block]]:
    """The report's page without its buttons, for a digest; and the same without tables and charts.
    Slack takes one table a message: where the digest has its own, what is to be done is told
    alone."""
    rich, plain = ([one for one in page["blocks"] if one["type"] != "actions"] for page in also)
    if not has_table:
        return rich, plain
    return _but(rich, TABLES), _but(rich, DRAWN)


def _but(blocks: list[Block], types: frozenset[str]) -> list[Block]:
    return [one for one in blocks if one["type"] not in types]
