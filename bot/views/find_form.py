"""A form for what `/crm find` takes, where there is no line to type it in."""

from bot.i18n import Translator
from bot.ids import FIND_FORM, VALUE
from bot.views.blocks import Block, Values, field, modal, text_input, typed


def build(t: Translator) -> Block:
    words = field("words", t("find-form-words"), text_input(VALUE), hint=t("find-form-hint"))
    return modal(t, FIND_FORM, t("home-find"), [words], submit=t("home-find"))


def read(values: Values) -> str:
    return typed(values, "words").strip()
