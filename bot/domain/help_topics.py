"""What there is help on: each command, and each word that may stand behind one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.nearness import alike
from bot.domain.parsing_verbs import CRM_VERBS, VERBS, split_verb
from bot.domain.refusal import Instead, Refusal, Unknown

COMMANDS = ("log", "deal", "crm")
_SPOKEN = {
    "log": "log logging activity activities 로그 활동 활동기록",
    "deal": "deal deals 딜",
    "crm": "crm",
}
_COMMAND_OF = {word: command for command, words in _SPOKEN.items() for word in words.split()}
_VERBS_OF = {"deal": VERBS, "crm": CRM_VERBS}
_AROUND = "?!.,:`'\"\u201c\u201d\u2018\u2019 "
_FOR_ADMINS = frozenset({"import", "export", "forget"})
"""Words of /crm that only admins get anything from."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A command, and the word behind it; "" for the command as a whole."""

    command: str
    verb: str = ""

    def word(self, language: str) -> str:
        """What its reader types for it."""
        words = [word for word, verb in _VERBS_OF[self.command].items() if verb == self.verb]
        return next((word for word in words if language == "ko" and not word.isascii()), words[0])


def topic_of(text: str, command: str) -> Topic | None:
    """What help is asked on behind `command`: a word of its own before one of another's, and the
    command itself where nothing is asked in particular. None for no topic that we know."""
    typed = " ".join(text.casefold().split()).strip(_AROUND)
    named, _, rest = typed.removeprefix("/").partition(" ")
    if named in COMMANDS and (rest or typed.startswith("/")):
        return _first(rest, [named]) if rest else Topic(named)
    if not typed:
        return Topic(command)
    found = _first(typed, [command])
    if found is None and typed in _COMMAND_OF:
        return Topic(_COMMAND_OF[typed])
    return found or _first(typed, COMMANDS)


def topic_asked(line: str, command: str) -> Topic | None:
    """The topic of a line that asks for help; None where it asks for none, or on nothing that we
    know: it may begin with a name such as Help Desk."""
    verb, rest = split_verb(line, VERBS)
    return topic_of(rest, command) if verb == "help" else None


def _first(typed: str, commands: Sequence[str]) -> Topic | None:
    """The topic in the words of the first of these commands that knows them."""
    for command in commands:
        verb = split_verb(typed, _VERBS_OF.get(command, {}))[0]
        if verb is not None:
            return Topic(command) if verb == "help" else Topic(command, verb)
    return None


def topics(command: str, *, is_admin: bool) -> tuple[Topic, ...]:
    """The words of a command on which its reader is offered help."""
    return tuple(
        Topic(command, verb)
        for verb in dict.fromkeys(_VERBS_OF[command].values())
        if verb != "help" and (is_admin or verb not in _FOR_ADMINS)
    )


def no_topic(text: str, line: str, language: str, *, is_admin: bool) -> Refusal:
    """There is no help on that: what there is help on, the nearest first. `line` is what was
    typed before it, such as "/crm help"."""
    deal, crm = (tuple(_words(one, language, is_admin)) for one in ("deal", "crm"))
    alikes = alike(text, [*_COMMAND_OF, *VERBS, *CRM_VERBS])
    near = {topic_of(word, "crm"): word for word in reversed(alikes)}
    if not near:
        return Refusal("help-no-topic", topic=text, deal=deal, crm=crm)
    instead = [Instead(one, f"{line} {one}") for one in reversed(near.values())]
    return Unknown("help-no-topic", typed=text, instead=instead, topic=text, deal=deal, crm=crm)


def _words(command: str, language: str, is_admin: bool) -> Iterator[str]:
    return (one.word(language) for one in topics(command, is_admin=is_admin))
