"""Options of a select that searches while one types."""

from collections.abc import Sequence

from bot.domain.outcomes import Suggestion
from bot.i18n import Translator
from bot.views import carry
from bot.views.blocks import Block, option


def build(found: Sequence[Suggestion], t: Translator) -> list[Block]:
    return [
        option(
            one.name,
            carry.pack(deal=one.target.deal_id, account=one.target.account_id),
            one.detail or ("" if one.target.deal_id else t("suggest-account")),
        )
        for one in found
    ]
