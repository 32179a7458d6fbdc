"""Help on one thing: every word of every command is a topic, in both languages."""

import pytest

from bot.domain.help_topics import Topic, no_topic, topic_asked, topic_of, topics
from bot.domain.parsing_verbs import CRM_VERBS, VERBS
from bot.domain.refusal import Unknown
from bot.i18n import LANGUAGES, translator


@pytest.mark.parametrize(("command", "words"), [("deal", VERBS), ("crm", CRM_VERBS)])
def test_every_word_of_a_command_has_help_of_its_own(command: str, words: dict[str, str]) -> None:
    for word, verb in words.items():
        topic = topic_of(word, command)
        assert topic == Topic(command, "" if verb == "help" else verb)
        for language in LANGUAGES:
            t = translator(language)
            assert verb == "help" or t(f"help-on-{command}-{verb}-examples")


@pytest.mark.parametrize(
    ("text", "command", "topic"),
    [
        ("", "crm", Topic("crm")),
        ("goals", "crm", Topic("crm", "goals")),
        ("목표", "crm", Topic("crm", "goals")),
        ("Goals?", "deal", Topic("crm", "goals")),
        ("move", "crm", Topic("deal", "move")),
        ("history", "crm", Topic("crm", "history")),
        ("history", "deal", Topic("deal", "history")),
        ("/deal history", "crm", Topic("deal", "history")),
        ("deal history", "crm", Topic("deal", "history")),
        ("report wins by rep", "crm", Topic("crm", "report")),
        ("log", "crm", Topic("log")),
        ("deals", "crm", Topic("deal")),
        ("/log", "deal", Topic("log")),
        ("frobnicate", "crm", None),
        ("deal frobnicate", "crm", None),
    ],
)
def test_what_is_typed_behind_help_names_a_topic(
    text: str, command: str, topic: Topic | None
) -> None:
    assert topic_of(text, command) == topic


def test_a_name_that_begins_with_help_is_no_question() -> None:
    assert topic_asked("help", "log") == Topic("log")
    assert topic_asked("도움말 목표", "log") == Topic("crm", "goals")
    assert topic_asked("Help Desk rollout - they like it", "log") is None
    assert topic_asked("call Acme", "log") is None


def test_what_is_offered_in_a_language_is_understood() -> None:
    for language in LANGUAGES:
        for command in ("deal", "crm"):
            for topic in topics(command, is_admin=True):
                assert topic_of(topic.word(language), command) == topic


def test_an_unknown_topic_names_those_there_are() -> None:
    said = no_topic("frobnicate", "/crm help", "en", is_admin=False)
    assert {"goals", "report"} <= set(said.facts["crm"])  # type: ignore[call-overload]
    assert "import" not in said.facts["crm"]  # type: ignore[operator]
    near = no_topic("gaols", "/crm help", "en", is_admin=False)
    assert isinstance(near, Unknown)
    assert [one.shown for one in near.instead] == ["/crm help goals"]
