"""Both languages say the same things, whole, and say nothing that nobody asks for."""

import ast
import re
from collections.abc import Iterator

import pytest

from bot.domain.criteria import ContactRole, Field
from bot.domain.deal import ActivityKind
from bot.domain.people import Role
from bot.domain.signals import Signal
from bot.i18n import LANGUAGES, LOCALES
from tests.house.catalogue import sentences
from tests.house.source import Source, called, calls, fits, sources, texts

EN, KO = sentences("en"), sentences("ko")

REFUSAL = "refusal-"

SAME_IN_BOTH: frozenset[str] = frozenset()
"""Sentences that are all facts and signs, so that both languages write them alike."""

LATIN_IN_KOREAN = frozenset({"Pipekeeper", "Slack", "Acme", "Globex"})
"""Names that Korean keeps in Latin letters; abbreviations in capitals stay as they are too."""

SLACKS_OWN_LABELS = frozenset(
    {"OAuth", "Permissions", "Basic", "Information", "Socket", "Mode", "Bot", "User", "Token"}
    | {"Ctrl"}
)
"""What an operator reads on Slack's settings pages, which are in English alone, and on keys."""

SLACKS_EMOJI = LOCALES.parent / "sandbox/static/text/emoji.js"

OPERATORS_FILE = "cli.ftl"

KOREAN_VOCABULARY = (
    "bot/domain/appointments.py",
    "bot/domain/contacts.py",
    "bot/domain/forgetting.py",
    "bot/domain/help_topics.py",
    "bot/domain/importing.py",
    "bot/domain/importing_units.py",
    "bot/domain/initials.py",
    "bot/domain/parsing_calendar.py",
    "bot/domain/parsing_dates.py",
    "bot/domain/parsing_dates_english.py",
    "bot/domain/parsing_dates_korean.py",
    "bot/domain/parsing_deal.py",
    "bot/domain/parsing_export.py",
    "bot/domain/parsing_goal.py",
    "bot/domain/parsing_leave.py",
    "bot/domain/parsing_list.py",
    "bot/domain/parsing_log.py",
    "bot/domain/parsing_money.py",
    "bot/domain/parsing_move.py",
    "bot/domain/parsing_people.py",
    "bot/domain/parsing_reason.py",
    "bot/domain/parsing_report.py",
    "bot/domain/parsing_sentence.py",
    "bot/domain/parsing_span.py",
    "bot/domain/parsing_times.py",
    "bot/domain/parsing_slack.py",
    "bot/domain/parsing_verbs.py",
    "bot/domain/saying_clauses.py",
    "bot/domain/saying_commands.py",
    "bot/domain/saying_common.py",
    "bot/domain/saying_days.py",
    "bot/domain/saying_english.py",
    "bot/domain/saying_evidence.py",
    "bot/domain/saying_facts.py",
    "bot/domain/saying_figures.py",
    "bot/domain/saying_happened.py",
    "bot/domain/saying_korean.py",
    "bot/domain/saying_moves.py",
    "bot/domain/saying_names.py",
    "bot/domain/saying_new.py",
    "bot/domain/saying_people.py",
    "bot/domain/saying_promises.py",
    "bot/domain/saying_promises_korean.py",
    "bot/domain/saying_put_off.py",
    "bot/domain/saying_questions.py",
    "bot/domain/saying_reasons.py",
    "bot/domain/saying_rules.py",
    "bot/domain/saying_spelling.py",
    "bot/domain/saying_words.py",
    "bot/domain/scorecards.py",
    "bot/domain/josa.py",
    "bot/domain/names.py",
    "bot/domain/nearness.py",
    "bot/domain/stages.py",
    "bot/sandbox/",
    "bot/usecases/lines.py",
    "store/migrations/versions/0002_the_playbook.py",
)
"""Where Korean words are understood (parsers, names, the playbook), played (the sandbox) or were
written down once (a migration)."""

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_CODE = re.compile(
    r"`[^`]*`|:[a-z0-9_+-]+:|https?://\S+|<[^>]*>|@\w+|/\w+|--\w+|\w+:(?:read|write)|[A-Z][A-Z_]+(?![a-z])"
)
_EMOJI = re.compile(r"(?<![\w:]):([a-z0-9_+-]*[a-z][a-z0-9_+-]*):(?!\w)")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_SENTENCE = re.compile(r"[A-Za-z']{2,}[,;:]? [a-z']{2,}")


def test_every_file_has_its_twin_in_the_other_language() -> None:
    files = {
        language: {path.name for path in (LOCALES / language).glob("*.ftl")}
        for language in LANGUAGES
    }
    assert files["en"] == files["ko"]


def test_both_languages_say_the_same_things_in_the_same_files() -> None:
    assert {key: one.file for key, one in EN.items()} == {key: one.file for key, one in KO.items()}


def test_both_languages_name_the_same_facts() -> None:
    differing = {
        key: (sorted(EN[key].facts), sorted(KO[key].facts))
        for key in EN.keys() & KO.keys()
        if EN[key].facts != KO[key].facts
    }
    assert not differing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    silent = [key for key, one in sentences(language).items() if not (one.said or one.facts)]
    assert not silent


def test_nothing_is_left_untranslated() -> None:
    same = [
        key
        for key in EN.keys() & KO.keys()
        if EN[key].said == KO[key].said and _LATIN.search(_CODE.sub("", EN[key].said))
    ]
    assert sorted(set(same) - SAME_IN_BOTH) == []


def test_korean_sentences_hold_no_english_words() -> None:
    left = {}
    for key, one in KO.items():
        kept = SLACKS_OWN_LABELS if one.file == OPERATORS_FILE else frozenset()
        words = set(_LATIN.findall(_CODE.sub("", one.said))) - LATIN_IN_KOREAN - kept
        if words:
            left[key] = sorted(words)
    assert not left


def test_bold_words_are_not_followed_by_a_korean_letter() -> None:
    """Slack's mrkdwn takes `*bold*` for bold only before a space or a sign."""
    broken = []
    for path in (LOCALES / "ko").glob("*.ftl"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            stars = [place.end() for place in re.finditer(r"\*(?=[^*\[])", line)]
            closing = stars[1::2]
            broken += [
                f"{path.name}:{number}" for end in closing if _HANGUL.match(line[end : end + 1])
            ]
    assert not broken


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_emoji_goes_by_a_name_that_slack_knows(language: str) -> None:
    """Any other name is shown as its letters; the sandbox draws by Slack's names alone."""
    table = SLACKS_EMOJI.read_text(encoding="utf-8").split("`")[1].split()
    strange = {
        key: unknown
        for key, one in sentences(language).items()
        if (unknown := set(_EMOJI.findall(one.said)) - set(table[::2]))
    }
    assert not strange


def test_every_sentence_that_is_asked_for_is_there() -> None:
    asked = {place: key for key, place in _asked_for()}
    missing = {place: key for place, key in asked.items() if key not in EN}
    assert not missing


def test_every_sentence_is_asked_for_somewhere() -> None:
    literals = {str(one.value) for source in sources() for one in texts(source)}
    patterns = [pattern for source in sources() for pattern in _patterns(source)]
    unused = [
        key
        for key in EN
        if key not in literals
        and key.removeprefix(REFUSAL) not in literals
        and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert not unused


def test_every_fact_that_a_sentence_names_is_given_to_it() -> None:
    lacking = {}
    for source in sources():
        for call in calls(source):
            key = _key_of(call)
            given = {word.arg for word in call.keywords}
            if key in EN and None not in given and (short := EN[key].facts - given):
                lacking[source.at(call)] = (key, sorted(short))
    assert not lacking


@pytest.mark.parametrize(
    "key",
    [
        *(f"kind-{kind.value}" for kind in ActivityKind),
        *(f"role-{role.value}" for role in Role),
        *(f"criterion-field-{one.value.replace('_', '-')}" for one in Field),
        *(f"criterion-role-{one.value.replace('_', '-')}" for one in ContactRole),
        *(f"signal-{signal.value.replace('_', '-')}" for signal in Signal),
    ],
)
def test_every_word_of_the_rules_has_its_name(key: str) -> None:
    assert key in EN


def test_korean_stands_in_the_catalogue_and_not_in_the_source() -> None:
    strays = [
        source.at(one)
        for source in sources()
        if not fits(source.name, KOREAN_VOCABULARY)
        for one in texts(source)
        if _HANGUL.search(str(one.value))
    ]
    assert not strays


def test_pages_and_handlers_hold_no_sentences() -> None:
    strays = [
        f"{source.at(one)}: {one.value!r}"
        for source in sources("bot/views", "bot/usecases", "handlers")
        for one in texts(source)
        if _SENTENCE.search(str(one.value))
    ]
    assert not strays


def _asked_for() -> Iterator[tuple[str, str]]:
    """Every sentence that a call names outright, with the place of the call."""
    for source in sources():
        for call in calls(source):
            if key := _key_of(call):
                yield key, source.at(call)


def _key_of(call: ast.Call) -> str | None:
    """The sentence that `t("…")`, `t.md("…")`, `speak()("…")` or `Refusal("…")` names."""
    match call:
        case ast.Call(args=[ast.Constant(value=str(key)), *_]):
            if isinstance(call.func, ast.Call) and called(call.func) in ("speak", "translator"):
                return key
            if called(call) in ("t", "md"):
                return key
            if called(call) == "Refusal":
                return REFUSAL + key
    return None


def _patterns(source: Source) -> Iterator[re.Pattern[str]]:
    """What f-strings that begin like a key could spell: `kind-{…}` is `kind-.+`."""
    for node in ast.walk(source.tree):
        match node:
            case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
                if re.fullmatch(r"[a-z]+-([a-z-]*-)?", start) and start != REFUSAL:
                    spelled = "".join(_spelled(part) for part in node.values)
                    yield re.compile(f"({REFUSAL})?{spelled}")


def _spelled(part: ast.expr) -> str:
    match part:
        case ast.Constant(value=str(text)):
            return re.escape(text)
    return ".+"
